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
    if os.name == "nt":
        return _is_running_on_windows(pid)
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        pass
    fields = _fields(pid)
    if fields and fields[_STATE] in _ENDED:
        return False
    return not started or not fields or fields[_STARTED] == started


def started(pid: int) -> str:
    """Return when a process began, in the kernel's count, "" where that cannot be told."""
    fields = _fields(pid)
    return fields[_STARTED] if fields else ""


def _fields(pid: int) -> list[str]:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


def _is_running_on_windows(pid: int) -> bool:
    """Ask the system; os.kill would end the process there."""
    kernel = ctypes.CDLL("kernel32")
    handle = kernel.OpenProcess(_QUERY, False, pid)
    if not handle:
        return False
    status = ctypes.c_ulong()
    kernel.GetExitCodeProcess(handle, ctypes.byref(status))
    kernel.CloseHandle(handle)
    return status.value == _STILL_ACTIVE
