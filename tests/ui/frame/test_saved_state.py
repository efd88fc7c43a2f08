"""The header says where the report is kept as it is now: in its file, in a crash copy only, or nowhere yet."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from model.errors import OfficeFileError
from model.file.office_content import Content
from model.file.office_file import OfficeFile
from model.report import Slot, SlotKind
from tests.offices import OFFICE, RECEIVED, office_file, report_on
from tests.ui.windows import saved_words
from ui.desk.desk import Desk
from ui.frame.main_window import MainWindow
from ui.frame.saved_state import SavedState


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(office_file(tmp_path / "年报.xxgk"))
    yield made
    made.close(keep_copy=False)


def receive(desk: Desk, number: int) -> None:
    desk.session.edit([(Slot(SlotKind.CELL, RECEIVED), number)], "填写")


def refuse(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> None:
        raise OfficeFileError("磁盘已满")

    monkeypatch.setattr(desk.office, "write_crash_copy", full)


def test_a_file_saved_today_is_told_with_the_time_alone(desk: Desk, start_window: MainWindow) -> None:
    now = datetime.now().astimezone()
    desk.office.content.origin = replace(desk.office.content.origin, time=now.isoformat())
    assert SavedState(desk, start_window.header).words == f"已保存 {now:%H:%M}"
    assert saved_words(start_window) == f"已保存 {now:%H:%M}"


def test_one_saved_on_another_day_is_told_with_the_day(desk: Desk, start_window: MainWindow) -> None:
    before = datetime.now().astimezone() - timedelta(days=40)
    desk.office.content.origin = replace(desk.office.content.origin, time=before.isoformat())
    local = before.astimezone()
    assert SavedState(desk, start_window.header).words == f"已保存 {local:%Y-%m-%d %H:%M}"


def test_one_whose_time_was_not_noted_is_saved_all_the_same(desk: Desk, start_window: MainWindow) -> None:
    desk.office.content.origin = replace(desk.office.content.origin, time="")
    assert SavedState(desk, start_window.header).words == "已保存"


def test_an_edit_is_unsaved_until_a_crash_copy_holds_it(desk: Desk, start_window: MainWindow) -> None:
    state = SavedState(desk, start_window.header)
    receive(desk, 1)
    assert saved_words(start_window) == state.words == "有改动，未保存"
    desk.write_crash_copy()
    assert saved_words(start_window).startswith("有改动，已备份 ")
    desk.save()
    assert saved_words(start_window).startswith("已保存")


def test_an_edit_that_is_undone_leaves_nothing_to_save(desk: Desk, start_window: MainWindow) -> None:
    """The header, the session and the file say the same of it."""
    state = SavedState(desk, start_window.header)
    before = state.words
    receive(desk, 1)
    assert (state.words, desk.session.dirty, desk.office.dirty) == ("有改动，未保存", True, True)
    desk.session.undo()
    assert (state.words, desk.session.dirty, desk.office.dirty) == (before, False, False)
    assert saved_words(start_window) == before
    desk.session.redo()
    assert (desk.session.dirty, desk.office.dirty) == (True, True)


def test_a_crash_copy_that_fails_is_told_until_one_succeeds(
    desk: Desk, start_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    SavedState(desk, start_window.header)
    receive(desk, 1)
    with monkeypatch.context() as disk:
        refuse(desk, disk)
        desk.write_crash_copy()
        assert saved_words(start_window) == "有改动，未能备份"
    desk.write_crash_copy()
    assert saved_words(start_window).startswith("有改动，已备份 ")


def test_a_report_without_a_file_says_so(start_window: MainWindow, qtbot: QtBot) -> None:
    report = report_on(2024, 1)
    desk = Desk(OfficeFile.unsaved(Content({"office": OFFICE}, {2024: report})))
    SavedState(desk, start_window.header)
    assert saved_words(start_window) == "尚未存为文件"
    receive(desk, 2)
    desk.write_crash_copy()
    assert saved_words(start_window).endswith("，尚未存为文件")
    assert saved_words(start_window).startswith("已备份 ")
    desk.close(keep_copy=False)


def test_a_file_that_cannot_be_written_is_read_only(
    desk: Desk, start_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    other = Desk(OfficeFile.open(tmp_path / "年报.xxgk", read_only=True))
    assert SavedState(other, start_window.header).words == "只读"
    other.close(keep_copy=False)
