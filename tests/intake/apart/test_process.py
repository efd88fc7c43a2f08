"""A reader's process as the system has it."""

import os
import signal
import sys
from threading import Event

import pytest

from intake.apart.bounds import USUAL, Bounds
from intake.apart.process import ReaderProcess
from intake.errors import SourceRefused
from intake.progress import silent

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows tells priorities in another way")


def standing(bounds: Bounds) -> int:
    """How far back a reader stands that has nothing to read yet."""
    process = ReaderProcess("台账.xlsx", bounds, Event())
    try:
        return os.getpriority(os.PRIO_PROCESS, process.number)
    finally:
        process.end()


def test_a_reader_beside_a_window_stands_back() -> None:
    own = os.getpriority(os.PRIO_PROCESS, 0)
    assert standing(Bounds(aside=True)) == max(own, 10)
    assert standing(USUAL) == own


def test_a_system_that_lets_no_process_stand_back_is_no_hindrance(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_which: int, _who: int, _priority: int) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "setpriority", refused)
    assert standing(Bounds(aside=True)) == os.getpriority(os.PRIO_PROCESS, 0)


@pytest.mark.parametrize(
    ("ended", "told"),
    [
        (signal.SIGKILL, "内存不足，或读取被其他程序结束"),
        (signal.SIGTERM, "内存不足，或读取被其他程序结束"),
        (signal.SIGABRT, "已损坏，没有读完"),
    ],
)
def test_a_reader_ended_from_outside_does_not_speak_of_a_damaged_file(
    ended: signal.Signals, told: str
) -> None:
    process = ReaderProcess("年报.docx", USUAL, Event())
    os.kill(process.number, ended)
    with pytest.raises(SourceRefused, match=told):
        process.answer(bytes.decode, silent)
    process.end()
