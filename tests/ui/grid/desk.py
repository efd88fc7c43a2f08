"""A grid on a desk: a session with an invented report, and the real widget in a window of the usual size."""

from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from model.form_file import load_form
from model.report import Report, Slot, SlotKind
from model.values import Value
from ui.desk.session import Session
from ui.grid.sheet import Tile
from ui.grid.table_grid import TableGrid
from ui.grid.view import SheetView

_Part = TypeVar("_Part", bound=QWidget)
RECEIVED = "applications.received.natural_person"
CARRIED_IN = "applications.carried_in.natural_person"
GRANTED = "applications.granted.natural_person"
PARTIAL = "applications.partial.natural_person"
CARRIED_OUT = "applications.carried_out.natural_person"
HANDLED = "applications.handled_total.natural_person"
RECEIVED_TOTAL = "applications.received.total"
COLUMNS = ("natural_person", "enterprise", "research", "nonprofit", "legal_service", "other")


def session(*, form: str = "2021", filled: int | None = None, read_only: bool = False) -> Session:
    """A session on an invented report, every entered cell blank or `filled`."""
    report = Report(load_form(form), "云溪县林业局", load_form(form).years[0])
    if filled is not None:
        report.set((Slot(SlotKind.CELL, key), filled) for key in report.form.entered)
    return Session(report, read_only=read_only)


def grid_on(qtbot: QtBot, desk: Session, table: str = "applications") -> TableGrid:
    """The grid of one table, shown at the size it has in a window of 1366×768."""
    grid = TableGrid(desk, desk.report.form.table(table))
    qtbot.addWidget(grid)
    grid.resize(1124, 500)
    grid.show()
    qtbot.waitExposed(grid)
    QApplication.processEvents()
    grid.setFocus()
    return grid


def part(grid: TableGrid, kind: type[_Part]) -> _Part:
    """The part of the grid that is of this kind: the field, the note."""
    found = grid.findChild(kind)
    assert isinstance(found, kind)
    return found


def press(grid: TableGrid, *keys: Qt.Key, ctrl: bool = False, shift: bool = False, alt: bool = False) -> None:
    """Press keys one after another, all with the same modifiers."""
    held = Qt.KeyboardModifier.NoModifier
    held |= Qt.KeyboardModifier.ControlModifier if ctrl else held
    held |= Qt.KeyboardModifier.ShiftModifier if shift else held
    held |= Qt.KeyboardModifier.AltModifier if alt else held
    for key in keys:
        QTest.keyClick(grid, key, held)


def type_text(grid: TableGrid, text: str) -> None:
    """Type characters, whatever they are, then Enter."""
    for character in text:
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, character)
        QApplication.sendEvent(grid, event)
    press(grid, Qt.Key.Key_Return)


def told_at(view: SheetView, tile: Tile) -> str:
    """What is read where the mouse rests on a tile."""
    point = view.place(tile).center()
    QApplication.sendEvent(
        view.viewport(), QHelpEvent(QEvent.Type.ToolTip, point, view.viewport().mapToGlobal(point))
    )
    return QToolTip.text()


def set_cells(desk: Session, **values: Value) -> None:
    """Set cells of the natural persons' column by their row's name."""
    desk.edit(
        [(Slot(SlotKind.CELL, f"applications.{row}.natural_person"), v) for row, v in values.items()], "填写"
    )
