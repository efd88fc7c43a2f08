"""Whether a process of this machine still runs, and what tells it from a later one with the same number."""

import ctypes
import os
from pathlib import Path
from typing import Final

_QUERY: Final = 0x1000  # PROCESS_QUERY_LIMITED_INFORMATION
_STILL_ACTIVE: Final = 259
_ENDED: Final = "ZX"
"""States of a process that has ended and was not fetched yet."""
_STATE, _STARTED = 0, 19
"""Places in what the kernel says of a process, after its name (proc(5))."""


def is_running(pid: int, started: str = "") -> bool:
    """Return whether the process runs, and is the one that `started` then, where that is known."""
    if pid <= 0:
        return False
    now = _on_windows(pid) if os.name == "nt" else _elsewhere(pid)
    return now is not None and (not started or not now or now == started)


def started(pid: int) -> str:
    """Return when a process began, in the system's count, "" where that cannot be told."""
    return (_on_windows(pid) if os.name == "nt" else _elsewhere(pid)) or ""


def _elsewhere(pid: int) -> str | None:
    """When the process began, "" where nothing tells it; None where it does not run or has ended."""
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return None
    except PermissionError:
        pass
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return ""
    return None if fields[_STATE] in _ENDED else fields[_STARTED]


def _on_windows(pid: int) -> str | None:
    """When the process began, None where it does not run: asked of the system, as os.kill would end it there."""
    kernel = ctypes.CDLL("kernel32")
    kernel.OpenProcess.restype = ctypes.c_void_p
    handle = ctypes.c_void_p(kernel.OpenProcess(_QUERY, False, pid))
    if not handle.value:
        return None
    try:
        status, (began, *rest) = ctypes.c_ulong(), [ctypes.c_uint64() for _ in range(4)]
        kernel.GetExitCodeProcess(handle, ctypes.byref(status))
        if status.value != _STILL_ACTIVE:
            return None
        told = kernel.GetProcessTimes(handle, ctypes.byref(began), *map(ctypes.byref, rest))
        return str(began.value) if told else ""
    finally:
        kernel.CloseHandle(handle)
