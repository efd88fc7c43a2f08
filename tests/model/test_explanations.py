"""说明: filed under what it explains, in force as long as nothing that it rests on changes."""

from model.check import check
from model.explanations import explain, explained
from model.findings import Finding
from model.journal import Journal
from model.levels import Level
from model.report import Report, Slot, SlotKind
from model.rules.rule import Case
from tests.model.drafts import OVERVIEW, applications, finished

WORDS = "全年共收到政府信息公开申请134件。"
KEY = "applications.received.natural_person"


def told(words: str = WORDS) -> Report:
    return finished(cells=applications(170, 170), texts={"overview": f"{OVERVIEW}\n{words}"})


def only(report: Report) -> Finding:
    (finding,) = check(Case(report)).findings
    return finding


def test_an_explanation_is_one_undoable_edit() -> None:
    report = told()
    journal = Journal(report)
    journal.edit(explain(report, only(report), "  文字只写线上申请。 "), "说明")
    assert only(report).explanation == "文字只写线上申请。"
    journal.undo()
    assert only(report).explanation == ""


def test_it_lapses_when_a_cell_it_was_written_for_changes_and_returns_with_the_old_value() -> None:
    report = told()
    report.set(explain(report, only(report), "文字只写线上申请。"))
    changes = [(Slot(SlotKind.CELL, key), 171) for key in (KEY, "applications.granted.natural_person")]
    change = report.set(changes)
    assert only(report).explanation == ""
    assert only(report).lapsed == "文字只写线上申请。"
    report.apply(change.inverse)
    assert only(report).explanation == "文字只写线上申请。"


def test_it_lapses_when_the_words_it_quotes_change() -> None:
    report = told()
    report.set(explain(report, only(report), "文字只写线上申请。"))
    report.set([(Slot(SlotKind.TEXT, "overview"), OVERVIEW + WORDS.replace("134", "135"))])
    assert only(report).explanation == ""


def test_it_holds_when_other_words_and_cells_change() -> None:
    report = told()
    report.set(explain(report, only(report), "文字只写线上申请。"))
    report.set([(Slot(SlotKind.TEXT, "overview"), f"{WORDS}\n{OVERVIEW}")])
    report.set([(Slot(SlotKind.CELL, "disclosure.licences.decisions"), 3)])
    assert only(report).explanation


def test_it_lapses_when_last_years_value_changes() -> None:
    report = finished(cells=applications(5, 8, 3))
    report.set([(Slot(SlotKind.DECLARED, "applications.carried_in.total"), 2)])
    last = finished(2022, cells=applications(5, 3, 0, 2))
    finding = next(f for f in check(Case(report, last)).findings if f.code == "T3.4")
    report.set(explain(report, finding, "移交一件。"))
    assert any(f.explanation for f in check(Case(report, last)).findings)
    last = finished(2022, cells=applications(5, 4, 0, 1))
    assert not any(f.explanation for f in check(Case(report, last)).findings)


def test_empty_words_take_it_back() -> None:
    report = told()
    report.set(explain(report, only(report), "文字只写线上申请。"))
    report.set(explain(report, only(report), " "))
    assert report.of_kind(SlotKind.EXPLANATION) == {}


def test_it_comes_through_the_file() -> None:
    report = told()
    report.set(explain(report, only(report), "文字只写线上申请。"))
    assert only(Report.from_json(report.to_json())).explanation == "文字只写线上申请。"


def test_a_reminder_may_be_explained_too() -> None:
    cells = {"disclosure.penalties.decisions": "40"}
    report, last = finished(cells=cells), finished(2022, texts={"overview": "上一年的情况见当年的报告。"})
    finding = next(f for f in check(Case(report, last)).findings if f.code == "T2.4")
    assert finding.level is Level.WARNING
    report.set(explain(report, finding, "新划入处罚事项。"))
    assert [f.explanation for f in check(Case(report, last)).explained] == ["新划入处罚事项。"]
    report.set([(Slot(SlotKind.CELL, "disclosure.penalties.decisions"), 41)])
    assert [f.lapsed for f in check(Case(report, last)).findings if f.code == "T2.4"] == ["新划入处罚事项。"]


def test_an_error_cannot_be_explained_away() -> None:
    report = finished(cells=applications(3, 2))
    finding = check(Case(report)).findings[0]
    assert finding.level is Level.ERROR
    report.set(explain(report, finding, "请放行。"))
    assert explained(report, finding) == finding
    assert check(Case(report)).verdict == "有 2 处必须改正"
