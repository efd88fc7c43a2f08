"""Advice follows every edit and uses all that is known: the last keystrokes, last year, the texts."""

from model.diagnosis.advice import Trail
from model.diagnosis.advisor import Advisor, knowledge_of, told_numbers
from model.report import Report, Slot, SlotKind
from model.rules.rule import Case
from tests.model.diagnosis.figures import GRANTED, GRANTED_TOTAL, PARTIAL, balanced, put


def advices(advisor: Advisor) -> list[str]:
    return [finding.advice for finding in advisor.outcome.findings if finding.advice]


def telling(report: Report, words: str) -> Report:
    report.set([(Slot(SlotKind.TEXT, "overview"), words)])
    return report


def test_an_edit_that_breaks_the_sums_is_named_at_once_and_forgotten_when_undone() -> None:
    report = balanced(declared=False)
    advisor = Advisor(Case(report))
    change = put(report, granted__natural_person=1298)
    advisor.update(change)
    assert set(advices(advisor)) == {"自然人·予以公开：1298 可能应为 1288（数字误录），改后全部平衡"}
    report.apply(change.inverse)
    advisor.update(change.inverse)
    assert advices(advisor) == []


def test_a_report_that_arrives_broken_is_diagnosed_too() -> None:
    report = balanced(declared=True)
    put(report, partial__natural_person=474)
    assert set(advices(Advisor(Case(report)))) == {
        "自然人·部分公开：474 可能应为 447（相邻数字颠倒），改后全部平衡"
    }


def test_what_the_texts_tell_of_one_cell_is_known() -> None:
    report = telling(
        balanced(declared=False), "全年共收到政府信息公开申请3054件，予以公开1309件，不予公开100余件。"
    )
    assert told_numbers(Case(report)) == {
        "applications.received.total": frozenset({3054}),
        GRANTED_TOTAL: frozenset({1309}),
    }


def test_a_total_told_in_the_text_points_to_the_cell_that_would_settle_it() -> None:
    report = telling(balanced(declared=False), "全年予以公开政府信息公开申请1309件。")
    put(report, granted__natural_person=1298)
    finding = next(finding for finding in Advisor(Case(report)).outcome.findings if finding.suggestions)
    assert finding.suggestions[0].cell == GRANTED


def test_last_years_values_are_known_where_the_file_has_them() -> None:
    report = balanced(declared=False)
    knowledge = knowledge_of(Case(report, balanced(declared=False)), Trail())
    assert knowledge.last_year[PARTIAL] == 447
    assert knowledge_of(Case(report), Trail()).last_year == {}


def test_a_number_told_while_the_sums_are_broken_counts_at_once() -> None:
    report = balanced(declared=False)
    put(report, granted__natural_person=1298)
    advisor = Advisor(Case(report))
    slot = Slot(SlotKind.TEXT, "overview")
    for words in ("全年", "全年予以公开政府信息公开申请1309件。", "全年予以公开政府信息公开申请1309件。另"):
        outcome = advisor.update(report.set([(slot, words)]))
        assert outcome.findings == Advisor(Case(report)).outcome.findings
    assert [f.suggestions[0].cell for f in outcome.findings if f.suggestions][:1] == [GRANTED]


def test_a_cell_edited_between_words_is_diagnosed_anew() -> None:
    report = balanced(declared=True)
    advisor = Advisor(Case(report))
    for change in (
        put(report, partial__natural_person=474),
        report.set([(Slot(SlotKind.TEXT, "problems"), "无")]),
    ):
        advisor.update(change)
    broken = advices(advisor)
    advisor.update(put(report, partial__natural_person=447))
    advisor.update(report.set([(Slot(SlotKind.TEXT, "problems"), "无。")]))
    assert broken
    assert advices(advisor) == []
