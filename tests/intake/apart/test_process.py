"""A reader's process as the system has it."""

import os
import sys
from threading import Event

import pytest

from intake.apart.bounds import USUAL, Bounds
from intake.apart.process import ReaderProcess

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
