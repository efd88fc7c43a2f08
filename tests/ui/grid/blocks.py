"""What is copied elsewhere and pasted into a table, and reports to copy it from."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication

from model.compose import compose
from model.report import Report, Slot, SlotKind
from tests.ui.grid.desk import press, session
from ui.grid.table_grid import TableGrid

Rows = list[list[str]]


def put(text: str = "", html: str = "") -> None:
    mime = QMimeData()
    if text:
        mime.setText(text)
    if html:
        mime.setHtml(html)
    QGuiApplication.clipboard().setMimeData(mime)


def tabbed(rows: Sequence[Sequence[str]]) -> str:
    return "\n".join("\t".join(row) for row in rows) + "\n"


def paste(grid: TableGrid) -> None:
    press(grid, Qt.Key.Key_V, ctrl=True)


def numbered(form: str = "2021") -> Report:
    """A report in which every entered cell has a number of its own."""
    report = session(form=form).report
    report.set((slot, number) for number, slot in enumerate(slots(report), 1))
    return report


def slots(report: Report) -> Sequence[Slot]:
    return [Slot(SlotKind.CELL, key) for key in report.form.entered]


def printed(report: Report, table: str) -> Rows:
    """A table as it is printed; a merged cell stands in its first place."""
    found = next(t for t in compose(report).tables if t.id == table)
    rows = [[""] * found.columns for _ in range(found.rows)]
    for cell in found.cells:
        rows[cell.row][cell.column] = cell.text
    return rows


def part(rows: Rows, top: int = 0, left: int = 0, right: int | None = None) -> Rows:
    return [row[left:right] for row in rows[top:]]
