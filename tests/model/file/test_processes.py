"""A process that runs is told from one that has ended, and from a later one with the same number."""

import ctypes
import os

import pytest

from model.file.processes import is_running, started
from tests.children import kill, start


def test_this_process_runs_and_is_the_one_that_it_is() -> None:
    assert is_running(os.getpid())
    assert is_running(os.getpid(), started(os.getpid()))


@pytest.mark.skipif(not started(os.getpid()), reason="the system does not tell when a process was started")
def test_another_one_with_the_same_number_is_not_it() -> None:
    assert not is_running(os.getpid(), "1")


def test_a_process_that_was_killed_does_not_run() -> None:
    child = start("import sys; sys.stdin.read()")
    assert is_running(child.pid)
    kill(child)
    assert not is_running(child.pid)


@pytest.mark.parametrize("pid", [0, -1, 2**31 - 1, 10**12])
def test_a_number_that_no_process_has_is_none(pid: int) -> None:
    assert not is_running(pid)
    assert started(pid) == ""


def put(reference: object, value: int) -> None:
    """Put a value where a reference points to, as the system does."""
    place = "_obj"
    getattr(reference, place).value = value


class OpenProcess:
    restype: object = None

    def __init__(self, kernel: "Kernel") -> None:
        self.kernel = kernel

    def __call__(self, _rights: int, _inherit: bool, pid: int) -> int:
        self.kernel.open_handles += pid in (7, 8)
        return pid if pid in (7, 8) else 0


class Kernel:
    """The part of Windows that is asked: process 7 runs since 133, process 8 has ended, there are no others."""

    def __init__(self, *, tells_times: bool = True) -> None:
        self.tells_times = tells_times
        self.open_handles = 0
        self.OpenProcess = OpenProcess(self)

    def GetExitCodeProcess(self, handle: ctypes.c_void_p, status: object) -> int:
        put(status, 259 if handle.value == 7 else 0)
        return 1

    def GetProcessTimes(self, _handle: ctypes.c_void_p, began: object, *_others: object) -> int:
        put(began, 133)
        return int(self.tells_times)

    def CloseHandle(self, _handle: ctypes.c_void_p) -> int:
        self.open_handles -= 1
        return 1


@pytest.mark.parametrize(
    ("pid", "since", "runs"),
    [(7, "", True), (7, "133", True), (7, "99", False), (8, "", False), (9, "", False)],
)
def test_windows_is_asked_in_its_own_way(
    monkeypatch: pytest.MonkeyPatch, pid: int, since: str, *, runs: bool
) -> None:
    kernel = Kernel()
    with monkeypatch.context() as windows:
        windows.setattr(os, "name", "nt")
        windows.setattr(ctypes, "CDLL", lambda _name: kernel)
        assert is_running(pid, since) is runs
        assert started(pid) == ("133" if pid == 7 else "")
    assert kernel.open_handles == 0


def test_where_windows_tells_no_times_the_number_alone_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as windows:
        windows.setattr(os, "name", "nt")
        windows.setattr(ctypes, "CDLL", lambda _name: Kernel(tells_times=False))
        assert is_running(7, "99")
