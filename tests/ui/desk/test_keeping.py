"""Edits are kept while the clerk goes on typing: the window waits for no disk, and a save for what is being kept."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from threading import Event, Thread, current_thread, main_thread

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from model.errors import CannotWrite
from model.file.crash_copy import CrashCopyWriter
from model.file.office_file import OfficeFile
from model.file.safe_write import beside
from model.report import Slot, SlotKind
from tests.offices import RECEIVED, office_file
from ui.desk.desk import Desk


class SlowDisk:
    """Takes a crash copy when it is let go on, or refuses it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked, self.go_on = Event(), Event()
        self.in_the_window: list[bool] = []
        self.is_full = False
        write = CrashCopyWriter.write

        def slowly(writer: CrashCopyWriter, content: bytes) -> None:
            self.in_the_window.append(current_thread() is main_thread())
            self.asked.set()
            self.go_on.wait()
            if self.is_full:
                raise CannotWrite("磁盘已满")
            write(writer, content)

        monkeypatch.setattr(CrashCopyWriter, "write", slowly)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "年报.xxgk"


@pytest.fixture
def desk(qtbot: QtBot, path: Path) -> Desk:
    return Desk(office_file(path, 2024))


@pytest.fixture
def disk(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowDisk]:
    """A disk under the desk; the desk is left before it is."""
    made = SlowDisk(monkeypatch)
    yield made
    made.go_on.set()
    desk.close(keep_copy=False)


class Typist(QTimer):
    """Types one number after the other without a pause."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk, self._numbers = desk, count(1)
        self.timeout.connect(self.receive_next)

    def receive_next(self) -> None:
        receive(self._desk, next(self._numbers))


def receive(desk: Desk, number: int) -> None:
    desk.session.edit([(Slot(SlotKind.CELL, RECEIVED), number)], "填写")


def kept_in(path: Path) -> object:
    with OfficeFile.open(path, read_only=True) as other:
        return other.recovery and other.recovery.content.reports[2024].value(RECEIVED)


def test_typing_goes_on_while_the_disk_takes_its_time(
    desk: Desk, disk: SlowDisk, path: Path, qtbot: QtBot
) -> None:
    receive(desk, 1)
    qtbot.waitUntil(disk.asked.is_set)
    receive(desk, 2)
    assert not beside(path, "crash").exists()
    assert disk.in_the_window == [False]
    with qtbot.waitSignal(desk.copied):
        disk.go_on.set()
    desk.office.close()
    assert kept_in(path) == 1


def test_what_was_edited_meanwhile_is_kept_next(desk: Desk, disk: SlowDisk, path: Path, qtbot: QtBot) -> None:
    receive(desk, 1)
    qtbot.waitUntil(disk.asked.is_set)
    receive(desk, 2)
    with qtbot.waitSignals([desk.copied, desk.copied]):
        disk.go_on.set()
    desk.office.close()
    assert kept_in(path) == 2


def test_who_types_without_a_pause_is_kept_all_the_same(desk: Desk, qtbot: QtBot) -> None:
    keys = Typist(desk)
    keys.start(20)
    with qtbot.waitSignal(desk.copied):
        receive(desk, 0)
    keys.stop()
    desk.close(keep_copy=False)


def test_a_copy_that_fails_in_the_background_is_told(desk: Desk, disk: SlowDisk, qtbot: QtBot) -> None:
    disk.is_full = True
    disk.go_on.set()
    with qtbot.waitSignal(desk.failed) as told:
        receive(desk, 1)
    assert told.args == ["磁盘已满"]


@pytest.mark.parametrize("deed", ["save", "close"])
def test_no_copy_that_was_under_way_outlives_what_goes_beyond_it(
    desk: Desk, disk: SlowDisk, path: Path, qtbot: QtBot, deed: str
) -> None:
    receive(desk, 1)
    qtbot.waitUntil(disk.asked.is_set)
    Thread(target=disk.go_on.set).start()
    desk.save()
    if deed == "close":
        desk.close(keep_copy=False)
        assert not beside(path, "crash").exists()
    with OfficeFile.open(path, read_only=True) as other:
        assert other.recovery is None
        assert other.reports[2024].value(RECEIVED) == 1


def test_of_a_copy_that_a_save_went_beyond_nothing_is_told(desk: Desk, disk: SlowDisk, qtbot: QtBot) -> None:
    receive(desk, 1)
    qtbot.waitUntil(disk.asked.is_set)
    disk.go_on.set()
    with qtbot.assertNotEmitted(desk.copied, wait=50):
        desk.save()


def test_edits_that_are_left_are_in_the_copy_that_comes_last(
    desk: Desk, disk: SlowDisk, path: Path, qtbot: QtBot
) -> None:
    receive(desk, 1)
    qtbot.waitUntil(disk.asked.is_set)
    receive(desk, 2)
    disk.go_on.set()
    desk.close(keep_copy=True)
    assert kept_in(path) == 2
