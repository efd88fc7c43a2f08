"""The limits of a process on Windows: it puts itself into a job that has them."""

import ctypes
from typing import Final

_EXTENDED_LIMITS: Final = 9
_TIME: Final = 0x2
_ONE_PROCESS: Final = 0x8
_MEMORY: Final = 0x100
_TICKS: Final = 10_000_000
"""Of 100 ns in a second."""


class _Basic(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

    _fields_ = (
        ("PerProcessUserTimeLimit", ctypes.c_int64),
        ("PerJobUserTimeLimit", ctypes.c_int64),
        ("LimitFlags", ctypes.c_uint32),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", ctypes.c_uint32),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", ctypes.c_uint32),
        ("SchedulingClass", ctypes.c_uint32),
    )


class _Extended(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION; six counters of input and output stand in its middle."""

    _fields_ = (
        ("Basic", _Basic),
        ("IoInfo", ctypes.c_uint64 * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    )


def limits_of(memory: int, seconds: int) -> ctypes.Structure:
    """Return the job's limits as Windows takes them: bytes of memory and seconds of the processor, for one process."""
    limits = _Extended()
    limits.Basic.LimitFlags = _TIME | _MEMORY | _ONE_PROCESS
    limits.Basic.PerProcessUserTimeLimit = seconds * _TICKS
    limits.Basic.ActiveProcessLimit = 1
    limits.ProcessMemoryLimit = memory
    return limits


def bind(memory: int, seconds: int, kernel: ctypes.CDLL | None = None) -> None:
    """Put this process into a new job with these limits; it stays there. Raises OSError where Windows refuses.

    `kernel`: kernel32, or what stands in for it.
    """
    kernel = kernel or _kernel()
    job = kernel.CreateJobObjectW(None, None)
    limits = limits_of(memory, seconds)
    done = kernel.SetInformationJobObject(
        job, _EXTENDED_LIMITS, ctypes.pointer(limits), ctypes.sizeof(limits)
    )
    if not job or not done or not kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess()):
        raise OSError(kernel.GetLastError(), "job object")


def _kernel() -> ctypes.CDLL:
    """kernel32, told that a handle is as wide as a pointer."""
    kernel = ctypes.CDLL("kernel32")
    for name in ("CreateJobObjectW", "GetCurrentProcess"):
        getattr(kernel, name).restype = ctypes.c_void_p
    kernel.SetInformationJobObject.argtypes = (
        ctypes.c_void_p,
        ctypes.c_int,
        ctypes.c_void_p,
        ctypes.c_uint32,
    )
    kernel.AssignProcessToJobObject.argtypes = (ctypes.c_void_p, ctypes.c_void_p)
    return kernel
