"""Shows a sentence where there can be no window of ours: beside the text for a terminal, in what the system has.

Whoever starts the program by a double click sees no terminal, and would see nothing at all.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from typing import Final

_TITLE: Final = "年报助手"
_ERROR_ICON: Final = 0x10
_DIALOGS: Final = (
    ("zenity", "--error", f"--title={_TITLE}", "--no-markup", "--text={0}"),
    ("kdialog", "--title", _TITLE, "--error", "{0}"),
    ("xmessage", "-center", "{0}"),
)
"""Programs of Linux desktops that show a sentence, in the order in which they are tried."""


def show_plainly(sentence: str, find: Callable[[str], str | None] = shutil.which) -> None:
    """Print the sentence; where nobody sits at a terminal, show it on the desktop as well."""
    if sys.stderr is not None:
        print(sentence, file=sys.stderr)
        if sys.stderr.isatty():
            return
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, sentence, _TITLE, _ERROR_ICON)
    elif os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        _show_on_linux(sentence, find)


def _show_on_linux(sentence: str, find: Callable[[str], str | None]) -> None:
    for program, *arguments in _DIALOGS:
        place = find(program)
        if place:
            # Not waited for: it stays until it is read, whatever becomes of the program.
            subprocess.Popen([place, *(word.format(sentence) for word in arguments)], start_new_session=True)
            return
