"""One window for each report: a second start raises the window that has the report, instead of opening it again.

A running window hangs out a bell, a file in the user's folder named after its process; who rings writes another file
beside it, and the window takes that away when it has come to the front. Files alone: the program opens no network.

A start without a report raises only a window of its own installation: whoever starts the newer of two versions, or a
version just installed over one that is open, gets that one.
"""

import contextlib
import os
import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QDeadlineTimer, QObject
from PySide6.QtWidgets import QWidget

from model.file.processes import is_running, started
from model.file.user_folder import make_private, user_folder
from model.program import installation

ANSWERS_WITHIN: Final = 3000
"""Milliseconds in which a window that is not hung comes to the front."""
_LOOK_EVERY: Final = 20
_ANYBODY: Final = 0xFFFFFFFF


class Bell(QObject):
    """The bell of this process' window: rung, it brings the window to the front."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._bell = _bell(os.getpid())

    def hang_out(self) -> None:
        """Let other starts find the window."""
        try:
            make_private(self._bell.parent)
            written = f"{started(os.getpid())}\n{installation()}"
            self._bell.write_text(written, encoding="utf-8", errors="surrogateescape")
        except OSError:
            return  # a folder that cannot be written to: the window works, only nobody can ring for it
        from PySide6.QtCore import QFileSystemWatcher

        watcher = QFileSystemWatcher([str(self._bell.parent)], self)
        watcher.directoryChanged.connect(self._look)

    def take_in(self) -> None:
        """Take the bell away: the window closes."""
        with contextlib.suppress(OSError):  # the folder is gone, or never was
            self._bell.unlink()

    def _look(self) -> None:
        ring = _ring(os.getpid())
        if ring.exists():
            from PySide6.QtCore import Qt

            self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
            self._window.show()
            self._window.raise_()
            self._window.activateWindow()
            ring.unlink(missing_ok=True)


def raise_window_of(path: Path | None) -> bool:
    """Bring this user's window on the report to the front, or any window where there is no path; False: none came."""
    return any(_rung(pid) for pid in _windows(path))


def _windows(path: Path | None) -> list[int]:
    """Return the processes whose windows are asked for, the one opened last first."""
    if path is not None:
        from model.file.lock import Lock
        from model.file.names import ENDING

        if path.suffix.lower() != ENDING:
            return []
        holder = Lock(path.absolute()).holder
        return [holder.pid] if holder is not None and holder.is_ours and holder.pid != os.getpid() else []
    folder = _bell(0).parent
    bells = sorted(folder.glob("*.bell"), key=_hung_at, reverse=True) if folder.is_dir() else []
    here = installation()
    living = [bell for bell in bells if bell.stem.isdigit() and _lives(bell)]
    return [int(bell.stem) for bell in living if _written(bell)[1] == here]


def _rung(pid: int) -> bool:
    """Ring, and wait until somebody has come."""
    bell, ring = _bell(pid), _ring(pid)
    if pid == os.getpid() or not _lives(bell):
        return False
    # Loaded here: hardly any start rings.
    from PySide6.QtCore import QThread

    _let_come_to_front()
    try:
        ring.touch()
    except OSError:
        return False
    until = QDeadlineTimer(ANSWERS_WITHIN)
    while ring.exists() and not until.hasExpired():
        QThread.msleep(_LOOK_EVERY)
    came = not ring.exists()
    if not came:
        # Hung, or another program by now that has the number: it is not rung for again.
        for file in (ring, bell):
            file.unlink(missing_ok=True)
    return came


def _lives(bell: Path) -> bool:
    """Whether the window of a bell is open. A bell that a killed window has left behind is taken in."""
    try:
        lives = bell.exists() and is_running(int(bell.stem), _written(bell)[0])
        if not lives:
            bell.unlink(missing_ok=True)
    except OSError:
        return False
    return lives


def _let_come_to_front() -> None:
    """Windows lets only the program that the user has just started give the front away."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(_ANYBODY)


def _bell(pid: int) -> Path:
    return user_folder() / "windows" / f"{pid}.bell"


def _ring(pid: int) -> Path:
    return _bell(pid).with_suffix(".ring")


def _written(bell: Path) -> tuple[str, str]:
    """Return when the process of a bell was started, and its installation; both "" where nothing can be read."""
    try:
        start, _, where = bell.read_text(encoding="utf-8", errors="surrogateescape").partition("\n")
    except OSError:
        return "", ""
    return start, where


def _hung_at(bell: Path) -> float:
    try:
        return bell.stat().st_mtime
    except OSError:
        return 0.0
