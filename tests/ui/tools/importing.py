"""What the tests of imports do again and again: files of others, and the page on which an import is looked at."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import resources
from export.products import produce
from model.file.office_content import Content
from model.file.office_file import OfficeFile
from model.report import Slot, SlotValue
from tests.ui.windows import OTHER
from ui.frame.main_window import MainWindow
from ui.tools.import_page import ImportPage

SAMPLE = Content.read(resources.path("samples/示例.xxgk")).reports


@contextmanager
def shown(window: MainWindow, qtbot: QtBot, more: int = 0) -> Iterator[ImportPage]:
    """What comes into sight once it was read. `more`: seconds that may pass before it is read."""
    with qtbot.waitSignal(window.deeds.imports.show_wanted, timeout=60_000 + 1000 * more):
        yield window.deeds.imports.page


def published(folder: Path, name: str = "html", year: int = 2025) -> Path:
    """The sample's report as it was published."""
    (path, *_) = produce(name, SAMPLE, year, folder)
    return path


def of_a_colleague(folder: Path, settings: Sequence[tuple[Slot, SlotValue]] = ()) -> Path:
    """The sample's file in a colleague's hands, with some slots set otherwise."""
    theirs = Content.read(resources.path("samples/示例.xxgk"))
    theirs.reports[2025].set(settings)
    path = folder / "同事.xxgk"
    with OfficeFile.unsaved(theirs) as file:
        file.save_as(path)
    return path


def half_checked(window: MainWindow, qtbot: QtBot, folder: Path) -> ImportPage:
    """An import in sight in which one number was put right."""
    with shown(window, qtbot) as page:
        window.deeds.take_file(published(folder))
    put_in(page, OTHER, Qt.Key.Key_7)
    return page


def put_in(page: ImportPage, key: str, figure: Qt.Key) -> None:
    """Type a figure into a cell of the import, and go on."""
    (review,) = [table for table in page.tables if key.startswith(table.grid.sheet.table.id)]
    page.tabs.setCurrentWidget(review)
    review.grid.focus_cell(key)
    for each in (figure, Qt.Key.Key_Return):
        QTest.keyClick(review.grid.focusWidget() or review.grid, each)
