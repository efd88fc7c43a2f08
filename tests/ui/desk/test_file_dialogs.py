"""The dialogs begin where the clerk was last, propose a name, and leave the question about other files to the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from ui.desk.file_dialogs import FileDialogs
from ui.desk.settings import Settings


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialogs(window: QWidget, tmp_path: Path) -> FileDialogs:
    return FileDialogs(window, Settings(tmp_path / "w.ini"))


def only(window: QWidget) -> QFileDialog:
    (found,) = window.findChildren(QFileDialog)
    return found


def test_what_is_chosen_is_told_and_its_folder_remembered(
    window: QWidget, dialogs: FileDialogs, qtbot: QtBot, tmp_path: Path
) -> None:
    dialogs.ask_open(tmp_path)
    with qtbot.waitSignal(dialogs.open_chosen) as told:
        only(window).fileSelected.emit(str(tmp_path / "E" / "年报.xxgk"))
    assert told.args == [tmp_path / "E" / "年报.xxgk"]
    assert dialogs.last_folder == tmp_path / "E"


def test_a_dialog_for_saving_asks_nothing_about_the_name_as_typed(
    window: QWidget, dialogs: FileDialogs, tmp_path: Path
) -> None:
    dialogs.ask_save(tmp_path, "林业局.xxgk")
    dialog = only(window)
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert dialog.testOption(QFileDialog.Option.DontConfirmOverwrite)
    assert Path(dialog.selectedFiles()[0]).name == "林业局.xxgk"


def test_without_a_folder_of_before_the_last_file_leads_the_way(window: QWidget, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "w.ini")
    settings.opened(tmp_path / "F" / "年报.xxgk")
    assert FileDialogs(window, settings).last_folder == tmp_path / "F"


@pytest.mark.parametrize("ending", ["doc", "wps", "xls", "pdf", "xxgk"])
def test_who_looks_for_an_old_report_among_files_to_open_sees_it(
    window: QWidget, dialogs: FileDialogs, tmp_path: Path, ending: str
) -> None:
    dialogs.ask_open(tmp_path)
    assert f"*.{ending}" in only(window).nameFilters()[0]


@pytest.mark.parametrize("ending", ["doc", "wps", "xls", "pdf", "xxgk"])
def test_last_years_report_may_be_any_file_that_reports_are_kept_in(
    window: QWidget, dialogs: FileDialogs, tmp_path: Path, ending: str
) -> None:
    dialogs.ask_last_year(tmp_path)
    assert f"*.{ending}" in only(window).nameFilters()[0]


def test_a_report_goes_beside_the_offices_own_wherever_something_was_imported_from(
    window: QWidget, tmp_path: Path
) -> None:
    settings = Settings(tmp_path / "window.ini")
    dialogs = FileDialogs(window, settings)
    settings.opened(tmp_path / "年报" / "林业局.xxgk")
    settings.set_text("folder", str(tmp_path / "下载"))
    assert dialogs.last_folder == tmp_path / "下载"
    assert dialogs.own_folder == tmp_path / "年报"


def test_sizes_and_dates_of_files_are_seen_whole(
    window: QWidget, dialogs: FileDialogs, tmp_path: Path
) -> None:
    dialogs.ask_open(tmp_path)
    files = only(window).findChild(QTreeView)
    assert isinstance(files, QTreeView)
    for column, words in ((1, "128.88 GiB"), (3, "2026/01/20 14:05")):
        assert files.header().sectionSize(column) > files.fontMetrics().horizontalAdvance(words)


def test_a_folder_for_documents_that_is_not_there_is_proposed_as_no_name(
    window: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(_place: QStandardPaths.StandardLocation) -> str:
        return str(tmp_path / "文档")

    monkeypatch.setattr(QStandardPaths, "writableLocation", missing)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert FileDialogs(window, Settings(tmp_path / "w.ini")).last_folder == tmp_path
