"""What a test asks of a window with a report open: its parts, each of which is then surely there."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QLabel

from model.file.office_content import Content
from model.file.office_file import OfficeFile
from model.form_file import form_for
from model.report import Report, Slot, SlotKind
from ui.desk.desk import Desk
from ui.desk.session import Session
from ui.desk.tool_page import ToolPage
from ui.frame.main_window import MainWindow
from ui.report.workspace import Workspace
from ui.tools.export_page import ExportPage
from ui.tools.tool_deeds import ToolDeeds

GRANTED = "applications.granted.natural_person"
OTHER = "applications.declined_repeat.natural_person"


def desk_of(window: MainWindow) -> Desk:
    """The open file."""
    assert window.desk is not None
    return window.desk


def session_of(window: MainWindow) -> Session:
    """The session on the open report."""
    return desk_of(window).session


def workspace_of(window: MainWindow) -> Workspace:
    """The desk of the open report."""
    assert window.workspace is not None
    return window.workspace


def saved_words(window: MainWindow) -> str:
    """What the header says of saving."""
    label = window.header.findChild(QLabel, "savedState")
    assert isinstance(label, QLabel)
    return label.text()


def deeds_of(window: MainWindow) -> ToolDeeds:
    """What the menus do with the open file."""
    assert window.tool_deeds is not None
    return window.tool_deeds


def open_numbered(window: MainWindow, folder: Path, year: int) -> None:
    """Open a file with a report of a year, in that year's form, whose entered cells say 0, 1, 2 and so on."""
    report = Report(form_for(year), "云溪县柳树镇人民政府", year)
    report.set((Slot(SlotKind.CELL, key), number) for number, key in enumerate(report.form.entered))
    path = folder / "镇.xxgk"
    with OfficeFile.unsaved(Content({}, {year: report})) as file:
        file.save_as(path)
    window.files.open(path)


Tool = TypeVar("Tool", bound=ToolPage)


def tool_of(window: MainWindow, kind: type[Tool]) -> Tool:
    """The page of this kind, which was gone to before."""
    [page] = [page for page in deeds_of(window).pages.values() if isinstance(page, kind)]
    return page


def export_page_of(window: MainWindow, *formats: str) -> ExportPage:
    """The export page in sight, with these formats chosen and no others."""
    window.actions_of["export"].trigger()
    page = deeds_of(window).export_page
    assert page is not None
    for name, box in page.formats.items():
        box.setChecked(name in formats)
    return page
