"""Files in the window that are not as they were: names to be settled, other people's locks, sticks pulled, edits left."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from model.file.crash_copy import unsaved_copies
from model.file.lock import Holder
from model.file.office_content import Content
from model.file.office_file import OfficeFile
from model.file.safe_write import beside
from model.levels import Level
from model.report import Slot, SlotKind
from tests.ui.windows import GRANTED, desk_of, saved_words, session_of
from ui.frame.main_window import MainWindow


@pytest.fixture
def desk_on_file(start_window: MainWindow, tmp_path: Path) -> Path:
    """A new report of an invented office in a file of its own, open in the window."""
    path = tmp_path / "林业局.xxgk"
    start_window.files.new("云溪县林业局", "department", 2025, path)
    return path


def grant(window: MainWindow, number: int) -> None:
    session_of(window).edit([(Slot(SlotKind.CELL, GRANTED), number)], "填写")


@contextmanager
def held_by_another(window: MainWindow, path: Path) -> Iterator[None]:
    """The window has a file open that another window edits, for as long as the block lasts."""
    window.files.close()
    with OfficeFile.open(path):
        window.files.open(path)
        yield


def wait_until_free(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until the window says that its file can be opened again."""
    qtbot.waitUntil(lambda: "重新打开" in window.messages.offers)


def granted_in(path: Path) -> object:
    """What the file on disk says."""
    return Content.read(path).reports[2025].value(GRANTED)


def test_a_name_with_a_dot_is_asked_about_as_it_will_be_written(
    start_window: MainWindow, desk_on_file: Path, tmp_path: Path
) -> None:
    other = tmp_path / "年报V1.0.xxgk"
    other.write_bytes(b"another office")
    start_window.files.save_as(tmp_path / "年报V1.0")
    assert "已有名为“年报V1.0.xxgk”的文件" in start_window.messages.text
    assert start_window.messages.offers == ("覆盖", "另存为…")
    assert other.read_bytes() == b"another office"
    start_window.messages.take("覆盖")
    assert desk_of(start_window).path == other


def test_a_name_that_would_not_do_on_windows_is_refused(
    start_window: MainWindow, desk_on_file: Path, tmp_path: Path
) -> None:
    start_window.files.save_as(tmp_path / "con")
    assert "Windows 留作他用" in start_window.messages.text
    assert desk_of(start_window).path == desk_on_file


def foreign_lock(path: Path) -> None:
    """What another computer leaves beside a file that it has open."""
    holder = Holder("办公室二", "王芳", 4711, "99", "2025-01-06T09:30:00+08:00", "a1", "another", "run")
    beside(path, "lock").write_text(json.dumps(asdict(holder)), encoding="utf-8")


def test_a_file_that_another_computer_has_can_be_edited_all_the_same(
    start_window: MainWindow, desk_on_file: Path
) -> None:
    start_window.files.close()
    foreign_lock(desk_on_file)
    start_window.files.open(desk_on_file)
    assert "王芳（计算机 办公室二）自 2025-01-06" in start_window.messages.text
    assert "对方若还在编辑，将不能再保存" in start_window.messages.text
    start_window.messages.take("仍要编辑")
    assert not session_of(start_window).read_only
    grant(start_window, 5)
    start_window.files.save()
    assert granted_in(desk_on_file) == 5


def test_a_window_whose_file_was_taken_over_says_so_and_keeps_the_edits(
    start_window: MainWindow, desk_on_file: Path, tmp_path: Path
) -> None:
    grant(start_window, 5)
    foreign_lock(desk_on_file)
    start_window.files.save()
    assert "王芳" in start_window.messages.text
    assert start_window.messages.offers == ("另存为…",)
    assert granted_in(desk_on_file) is None
    start_window.files.save_as(tmp_path / "我的.xxgk")
    assert granted_in(tmp_path / "我的.xxgk") == 5


def test_a_file_that_is_free_again_can_be_opened_for_editing(
    start_window: MainWindow, desk_on_file: Path, qtbot: QtBot
) -> None:
    with held_by_another(start_window, desk_on_file):
        assert session_of(start_window).read_only
    start_window.deeds.look_at_disk()
    wait_until_free(start_window, qtbot)
    start_window.messages.take("重新打开")
    assert not session_of(start_window).read_only
    assert start_window.messages.text == ""


def test_it_is_said_to_be_free_though_a_save_was_refused_in_the_meantime(
    start_window: MainWindow, desk_on_file: Path, qtbot: QtBot
) -> None:
    with held_by_another(start_window, desk_on_file):
        start_window.files.save()
        assert "要保留修改，请用“另存为”" in start_window.messages.text
    start_window.deeds.look_at_disk()
    wait_until_free(start_window, qtbot)


def test_it_is_said_to_be_free_once_another_message_is_answered(
    start_window: MainWindow, desk_on_file: Path, qtbot: QtBot
) -> None:
    with held_by_another(start_window, desk_on_file):
        start_window.messages.show_message("没有导出", Level.ERROR)
    with qtbot.waitSignal(start_window.files.watch.looked):
        start_window.files.watch.look()
    assert start_window.messages.text == "没有导出"
    start_window.messages.clear()
    start_window.files.watch.look()
    wait_until_free(start_window, qtbot)


def test_the_bar_of_a_read_only_file_goes_when_it_is_saved_elsewhere(
    start_window: MainWindow, desk_on_file: Path, tmp_path: Path
) -> None:
    start_window.files.close()
    desk_on_file.chmod(0o444)
    start_window.files.open(desk_on_file)
    assert start_window.messages.text.startswith("只读")
    start_window.files.save_as(tmp_path / "副本.xxgk")
    assert start_window.messages.text == ""


def test_closing_what_cannot_be_saved_says_where_it_is_and_can_save_it_elsewhere(
    start_window: MainWindow, tmp_path: Path
) -> None:
    stick = tmp_path / "E"
    stick.mkdir()
    start_window.files.new("云溪县林业局", "department", 2025, stick / "年报.xxgk")
    grant(start_window, 5)
    stick.rename(tmp_path / "F")
    assert not start_window.close(), "the first time it is told"
    assert "“年报.xxgk”未能保存；修改已备份" in start_window.messages.text
    assert start_window.in_sight is start_window.start
    (copy,) = unsaved_copies()
    assert copy.content.reports[2025].value(GRANTED) == 5
    start_window.messages.take("另存为…")
    assert session_of(start_window).report.value(GRANTED) == 5
    start_window.files.save_as(tmp_path / "别处.xxgk")
    assert granted_in(tmp_path / "别处.xxgk") == 5


def test_closing_once_more_closes(start_window: MainWindow, tmp_path: Path) -> None:
    stick = tmp_path / "E"
    stick.mkdir()
    start_window.files.new("云溪县林业局", "department", 2025, stick / "年报.xxgk")
    grant(start_window, 5)
    stick.rename(tmp_path / "F")
    assert not start_window.close()
    assert start_window.close()


def test_an_edit_that_was_undone_is_nothing_unsaved(start_window: MainWindow, desk_on_file: Path) -> None:
    grant(start_window, 5)
    assert session_of(start_window).dirty
    session_of(start_window).undo()
    assert not session_of(start_window).dirty
    assert saved_words(start_window).startswith("已保存")


def test_unsaved_edits_are_brought_back_into_their_file(start_window: MainWindow, desk_on_file: Path) -> None:
    grant(start_window, 5)
    desk_of(start_window).write_crash_copy()
    desk_of(start_window).office.close()
    start_window.files.desk = None
    (copy,) = unsaved_copies()
    start_window.files.recover(copy)
    assert desk_of(start_window).path == desk_on_file
    assert session_of(start_window).report.value(GRANTED) == 5
