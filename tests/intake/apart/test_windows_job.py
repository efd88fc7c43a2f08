"""On Windows a reader's limits are those of a job that it puts itself into."""

import ctypes
from typing import cast

import pytest

from intake.apart import windows_job


class Kernel:
    """Stands in for kernel32 and keeps what it was told."""

    def __init__(self, *, assigns: bool = True) -> None:
        self.assigns = assigns
        self.limits = b""
        self.assigned: tuple[int, int] | None = None

    def CreateJobObjectW(self, _security: None, _name: None) -> int:
        return 7

    def GetCurrentProcess(self) -> int:
        return -1

    def GetLastError(self) -> int:
        return 5

    def SetInformationJobObject(
        self, job: int, kind: int, limits: "ctypes._Pointer[ctypes.Structure]", size: int
    ) -> bool:
        assert (job, kind) == (7, 9)
        self.limits = bytes(limits.contents)
        return len(self.limits) == size

    def AssignProcessToJobObject(self, job: int, process: int) -> bool:
        self.assigned = (job, process)
        return self.assigns


def test_the_job_bounds_memory_and_time_and_holds_this_process() -> None:
    kernel = Kernel()
    windows_job.bind(512 * 2**20, 6, cast("ctypes.CDLL", kernel))
    assert kernel.assigned == (7, -1)
    assert kernel.limits == bytes(windows_job.limits_of(512 * 2**20, 6))


def test_the_limits_lie_where_windows_looks_for_them() -> None:
    limits = bytes(windows_job.limits_of(512 * 2**20, 6))
    # Of 144 bytes in a 64-bit process: user time at 0, flags at 16, processes at 40, memory at 112.
    assert len(limits) == 144
    assert int.from_bytes(limits[0:8], "little") == 60_000_000
    assert int.from_bytes(limits[16:20], "little") == 0x10A
    assert int.from_bytes(limits[40:44], "little") == 1
    assert int.from_bytes(limits[112:120], "little") == 512 * 2**20


def test_a_refusal_is_an_error() -> None:
    with pytest.raises(OSError, match="job object"):
        windows_job.bind(1, 1, cast("ctypes.CDLL", Kernel(assigns=False)))
