"""The sheet 核对 says what the check of the report says, worst first."""

from openpyxl import Workbook

from export.excel.findings import NAME, add_findings
from export.excel.sheet import Book
from model.check import check
from model.explanations import explain
from model.levels import Level
from model.outcome import BLANK
from model.report import Report, Slot, SlotKind
from model.rules.rule import Case
from tests.export.sample import report_of


def told(report: Report) -> list[tuple[str, ...]]:
    book = Book(Workbook())
    add_findings(book, report, check(Case(report)))
    rows = book.workbook[NAME].iter_rows(values_only=True)
    return [tuple(str(value or "") for value in row) for row in rows]


def out_of_balance() -> Report:
    report = report_of()
    report.set([(Slot(SlotKind.CELL, "applications.received.natural_person"), 99)])
    return report


def test_the_verdict_is_that_of_the_check() -> None:
    for report in (report_of(), report_of(blank=True), out_of_balance()):
        assert told(report)[0][0] == f"核对结果：{check(Case(report)).summary}"


def test_each_finding_is_told_with_its_code_the_worst_first() -> None:
    report = out_of_balance()
    found = [finding for finding in check(Case(report)).findings if finding.code != BLANK]
    rows = told(report)[3:]
    assert sorted(row[1] for row in rows) == sorted(finding.code for finding in found)
    words = [level.word for level in Level]
    places = [words.index(row[0]) for row in rows]
    assert places == sorted(places)
    assert rows[0][0] == Level.ERROR.word


def test_blank_cells_are_one_line_however_many_they_are() -> None:
    report = report_of(blank=True)
    lines = [row for row in told(report)[3:] if row[1] == BLANK]
    assert [row[2] for row in lines] == [f"还有 {len(report.form.entered)} 格未填"]


def test_an_explanation_stands_beside_its_finding_until_a_number_changes() -> None:
    report = out_of_balance()
    finding = next(found for found in check(Case(report)).findings if found.level is Level.EXPLAIN)
    report.set(explain(report, finding, "机构合并划入"))
    assert [row[3] for row in told(report)[3:] if row[1] == finding.code] == ["机构合并划入"]
    report.set([(Slot(SlotKind.CELL, finding.cells[0]), 5)])
    assert [row[3] for row in told(report)[3:] if row[1] == finding.code] == ["原说明已失效，请重新说明"]
