"""The log in the user's folder: what the program did, for whoever is asked for help.

It tells of steps, kinds and places in the program. Names, numbers and words of a report never enter it.
"""

import logging
import traceback
from pathlib import Path
from typing import Final

from model.file.user_folder import make_private, user_folder

MOST_BYTES: Final = 256 * 1024
"""Size at which a start puts the log aside; the one before goes."""
LOG: Final = logging.getLogger("nianbao")
"""Where every part of the program tells what it does. Without `begin` it goes nowhere."""
_SHOWN: Final = 200
_OWN: Final = Path(__file__).resolve().parents[2]

LOG.addHandler(logging.NullHandler())
LOG.propagate = False


def log_file() -> Path:
    """Return where the log is written."""
    return user_folder() / "log" / "nianbao.log"


def begin() -> None:
    """Let the log be written from now on; where the user's folder takes no file there is none."""
    path = log_file()
    try:
        make_private(path.parent)
        if path.exists() and path.stat().st_size > MOST_BYTES:
            path.replace(path.with_suffix(".old.log"))
        handler = logging.FileHandler(path, encoding="utf-8")
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    for former in LOG.handlers[:]:
        LOG.removeHandler(former)
        former.close()
    LOG.addHandler(handler)
    LOG.setLevel(logging.INFO)
    # A line that cannot be written (a full disk) is let go: it is nothing to stop the clerk's work for.
    logging.raiseExceptions = False


def note_error(error: BaseException) -> None:
    """Log an error by its kind and the places it came through; its words may speak of the report, so they stay out."""
    frames = [
        f"{_place(frame.filename)}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    LOG.error("%s\n  %s", type(error).__name__, "\n  ".join(frames))


def last_lines() -> str:
    """Return the end of the log, "" where there is none."""
    try:
        lines = log_file().read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    return "\n".join(lines[-_SHOWN:])


def _place(name: str) -> str:
    """A file's place inside the program, or only its name: the path before it tells who the user is."""
    path = Path(name)
    return str(path.relative_to(_OWN)) if path.is_relative_to(_OWN) else path.name
