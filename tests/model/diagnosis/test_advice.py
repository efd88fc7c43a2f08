"""The diagnosis stands beside the findings, in the words of the form, and can be applied as an edit."""

from model.check import check
from model.diagnosis import Knowledge
from model.diagnosis.advice import NOT_SURE, TOO_MANY, Trail
from model.findings import Suggestion
from model.outcome import Outcome
from model.report import Report, Slot, SlotKind
from model.rules.rule import Case
from model.suggestions import settings_of
from tests.model.diagnosis.figures import GRANTED, PARTIAL, balanced, put, with_advice


def outcome_of(report: Report) -> Outcome:
    return check(Case(report))


def test_the_finding_reads_as_a_sentence_with_cell_numbers_and_reason() -> None:
    report = balanced(declared=True)
    put(report, granted__natural_person=1298)
    advised = [finding for finding in with_advice(report, outcome_of(report)).findings if finding.advice]
    assert {finding.code for finding in advised} == {"T3.1", "T3.2", "T3.3"}
    assert advised[0].advice == "自然人·予以公开：1298 可能应为 1288（数字误录），改后全部平衡"
    assert advised[0].suggestions == (Suggestion(GRANTED, 1298, 1288, "数字误录"),)


def test_candidates_of_much_the_same_worth_are_listed() -> None:
    report = balanced(declared=False)
    put(report, granted__natural_person=1298)
    finding = next(f for f in with_advice(report, outcome_of(report)).findings if f.advice)
    assert finding.advice == NOT_SURE
    assert len(finding.suggestions) == 3


def test_where_nothing_can_be_known_it_says_so() -> None:
    report = balanced(declared=True)
    put(
        report,
        granted__natural_person=5,
        partial__enterprise=60,
        declined_repeat__research=700,
        carried_out__other=8000,
    )
    findings = [f for f in with_advice(report, outcome_of(report)).findings if f.code == "T3.3"]
    assert {finding.advice for finding in findings} == {TOO_MANY}
    assert not any(finding.suggestions for finding in findings)


def test_an_outcome_without_failing_sums_is_left_as_it_is() -> None:
    report = balanced(declared=True)
    outcome = outcome_of(report)
    assert with_advice(report, outcome) is outcome


def test_applying_a_suggestion_settles_the_sums() -> None:
    report = balanced(declared=True)
    put(report, granted__natural_person=1298)
    finding = next(f for f in with_advice(report, outcome_of(report)).findings if f.suggestions)
    report.set(settings_of(report, finding.suggestions[0]))
    assert not [f for f in outcome_of(report).findings if f.code.startswith("T3")]


def test_the_trail_knows_the_keystroke_that_broke_the_sums() -> None:
    report = balanced(declared=False)
    trail = Trail()
    trail.follow(put(report, granted__natural_person=1298), report)
    assert trail.edited == {GRANTED: 1288}
    finding = next(
        f for f in with_advice(report, outcome_of(report), Knowledge(trail.edited)).findings if f.advice
    )
    assert finding.suggestions == (Suggestion(GRANTED, 1298, 1288, "数字误录"),)


def test_the_trail_ends_where_the_sums_hold_again() -> None:
    report = balanced(declared=False)
    trail = Trail()
    trail.follow(put(report, granted__natural_person=1298), report)
    trail.follow(put(report, partial__natural_person=437), report)
    assert trail.edited == {}


def test_cells_typed_before_any_sum_was_known_are_all_on_the_trail() -> None:
    report = balanced(declared=False)
    trail = Trail()
    report.set([(Slot(SlotKind.CELL, GRANTED), None), (Slot(SlotKind.CELL, PARTIAL), None)])
    trail.follow(put(report, granted__natural_person=1298), report)
    trail.follow(put(report, partial__natural_person=447), report)
    assert set(trail.edited) == {GRANTED, PARTIAL}
