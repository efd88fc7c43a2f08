"""备份包 in the window: made of the report on the desk, never over another file, and restored beside what is there."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from model.file.office_content import Content
from model.report import Slot, SlotKind
from tests.ui.windows import GRANTED, desk_of, session_of
from ui.frame.main_window import MainWindow


@pytest.fixture
def packed(start_window: MainWindow, tmp_path: Path) -> Path:
    """A backup of the report on the desk, made with an edit that was not saved yet."""
    start_window.files.new("云溪县林业局", "department", 2025, tmp_path / "林业局.xxgk")
    session_of(start_window).edit([(Slot(SlotKind.CELL, GRANTED), 5)], "填写")
    start_window.actions_of["pack"].trigger()
    start_window.deeds.packing.pack(tmp_path / "林业局备份")
    return tmp_path / "林业局备份.zip"


def test_the_report_is_saved_before_it_is_packed(start_window: MainWindow, packed: Path) -> None:
    assert packed.exists()
    assert Content.read(packed.with_name("林业局.xxgk")).reports[2025].value(GRANTED) == 5
    assert "已制作备份包“林业局备份.zip”" in start_window.messages.text


def test_a_backup_is_written_over_another_only_when_asked(start_window: MainWindow, packed: Path) -> None:
    packed.write_bytes(b"another one")
    start_window.deeds.packing.pack(packed)
    assert packed.read_bytes() == b"another one"
    start_window.messages.take("覆盖")
    assert packed.read_bytes() != b"another one"


def test_a_restored_report_is_opened_beside_the_one_that_is_there(
    start_window: MainWindow, packed: Path
) -> None:
    start_window.deeds.packing.unpack(packed)
    assert desk_of(start_window).path == packed.with_name("林业局2.xxgk")
    assert session_of(start_window).report.value(GRANTED) == 5
    assert "个历史版本" in start_window.messages.text


def test_settings_come_back_but_not_the_list_of_files(start_window: MainWindow, packed: Path) -> None:
    start_window.settings.set_flag("preview", on=False)
    start_window.settings.set_flag("of_now", on=True)
    recent = start_window.settings.recent
    start_window.settings.restore("[flags]\npreview=true\n[General]\nrecent=/gone.xxgk\n")
    assert start_window.settings.flag("preview")
    assert start_window.settings.flag("of_now")
    assert start_window.settings.recent == recent


def test_what_is_no_backup_is_told(start_window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "照片.zip").write_bytes(b"PK")
    start_window.deeds.packing.unpack(tmp_path / "照片.zip")
    assert "不是完好的备份包" in start_window.messages.text


def test_the_folder_of_the_file_is_shown(
    start_window: MainWindow, packed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    start_window.actions_of["folder"].trigger()
    assert [Path(url.toLocalFile()) for url in opened] == [packed.parent]


def test_where_the_backup_goes_is_asked_with_a_name_of_its_own(
    start_window: MainWindow, packed: Path
) -> None:
    (dialog,) = (each for each in start_window.findChildren(QFileDialog) if each.isVisible())
    (proposed,) = map(Path, dialog.selectedFiles())
    assert proposed.name.startswith("林业局")
    assert proposed.parent == packed.parent
    dialog.reject()
