"""The sheet 核对: what the check of the report finds, worst first, blank cells counted."""

from typing import Final

from export.excel.sheet import Book, lines_in
from export.excel.styles import Look
from model.findings import LAPSED, Finding
from model.levels import Level
from model.outcome import BLANK, Outcome
from model.report import Report
from model.sections import placed
from model.workbook_words import FINDINGS

NAME: Final = "核对"
_HEADS: Final = (("级别", 16.0), ("代码", 14.0), ("内容", 100.0), ("说明", 50.0))


def add_findings(book: Book, report: Report, outcome: Outcome) -> None:
    """Add the sheet: it says what the window and the command line say of the same report."""
    sheet = book.add(NAME)
    sheet.text(1, 1, FINDINGS + outcome.summary, Look.TITLE)
    sheet.merge(1, 1, 1, len(_HEADS))
    for column, (head, width) in enumerate(_HEADS, 1):
        sheet.text(3, column, head, Look.HEAD)
        sheet.set_width(column, width)
    listed = sorted(
        (f for f in outcome.findings if f.code != BLANK), key=lambda f: list(Level).index(f.level)
    )
    rows = [(f.level.word, f.code, placed(report, f), _explanation(f)) for f in listed]
    if outcome.blanks:
        rows.insert(0, (Level.ERROR.word, BLANK, f"还有 {outcome.blanks} 格未填", ""))
    if not rows:
        rows.append(("", "", "没有发现问题", ""))
    for number, row in enumerate(rows, 4):
        for column, text in enumerate(row, 1):
            sheet.text(number, column, text, Look.LABEL)
        needed = max(lines_in(text, width) for text, (_, width) in zip(row, _HEADS, strict=True))
        sheet.set_height(number, needed)
    sheet.native.freeze_panes = "A4"
    sheet.print_on_a4(landscape=True, head_rows="3:3")


def _explanation(finding: Finding) -> str:
    """What the office says to a finding, and that a former 说明 no longer holds."""
    return finding.explanation or (f"{LAPSED}，请重新说明" if finding.lapsed else "")
