"""What a file is taken for when it is dropped, given on the command line or chosen: by its ending, then by its content."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from model.file.office_content import Content
from model.file.office_file import OfficeFile
from ui.frame.main_window import MainWindow
from ui.frame.window_deeds import SHEETS
from ui.ledger.ledgers import Ledgers
from ui.tools.imports import Imports


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, tuple[Path, ...]]]:
    """What was handed to the reader of reports and to that of ledgers."""
    handed: list[tuple[str, tuple[Path, ...]]] = []

    def reads_report(_self: Imports, path: Path, **_how: object) -> None:
        handed.append(("report", (path,)))

    def reads_ledgers(_self: Ledgers, paths: list[Path], **_how: object) -> None:
        handed.append(("ledger", tuple(paths)))

    monkeypatch.setattr(Imports, "read_file", reads_report)
    monkeypatch.setattr(Ledgers, "read_files", reads_ledgers)
    return handed


@pytest.mark.parametrize("ending", [".docx", ".pdf", ".html", ".txt", ".wps", ""])
def test_what_is_no_spreadsheet_is_read_as_a_report(
    start_window: MainWindow, taken: list[tuple[str, tuple[Path, ...]]], ending: str
) -> None:
    path = Path(f"年报{ending}")
    start_window.deeds.take_files([path, Path("另一份.docx")])
    assert taken == [("report", (path,))]


@pytest.mark.parametrize("ending", sorted(SHEETS))
def test_spreadsheets_are_counted_together(
    start_window: MainWindow, taken: list[tuple[str, tuple[Path, ...]]], ending: str
) -> None:
    paths = [Path(f"一季度{ending}"), Path(f"二季度{ending.upper()}")]
    start_window.deeds.take_files(paths)
    assert taken == [("ledger", tuple(paths))]


def test_a_spreadsheet_among_other_files_is_not_counted_with_them(
    start_window: MainWindow, taken: list[tuple[str, tuple[Path, ...]]]
) -> None:
    start_window.deeds.take_files([Path("台账.xlsx"), Path("年报.docx")])
    assert taken == [("report", (Path("台账.xlsx"),))]


def test_an_office_file_is_opened_whatever_the_case_of_its_ending(
    start_window: MainWindow, tmp_path: Path, taken: list[tuple[str, tuple[Path, ...]]]
) -> None:
    path = tmp_path / "年报.XXGK"
    with OfficeFile.unsaved(Content({"office": "云溪县林业局"})) as made:
        made.start_year(2025)
        made.save_as(path)
    start_window.deeds.take_files([path])
    assert start_window.desk is not None
    assert start_window.desk.session.report.office == "云溪县林业局"
    assert taken == []


def test_an_old_report_chosen_among_files_to_open_is_read(
    start_window: MainWindow, tmp_path: Path, taken: list[tuple[str, tuple[Path, ...]]]
) -> None:
    path = tmp_path / "上年.doc"
    start_window.actions_of["open"].trigger()
    [dialog] = start_window.findChildren(QFileDialog)
    dialog.close()
    dialog.fileSelected.emit(str(path))
    assert taken == [("report", (path,))]
