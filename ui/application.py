"""Starts the window: one QApplication, the look, the window, and a net for what nobody expected.

The modules on the way to the start page leave the namespace `Qt` alone, and `QEvent` and `QStyle` too: PySide makes
their thousands of enum members when they are first touched, and that takes half as long as starting Qt itself.
"""

import gc
import sys
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QApplication

import resources
from ui import input_method
from ui.crash_guard import CrashGuard
from ui.desk.settings import Settings
from ui.frame.main_window import MainWindow
from ui.look.style import apply_style
from ui.one_window import Bell, raise_window_of
from ui.qt_words import speak_chinese

_DARK_BELOW: Final = 128
"""Lightness of the system's window colour below which it counts as dark."""


_TURN: Final = 0.0005
"""Seconds that a thread in the background goes on with Python while the window waits for its turn."""
_SCREENLESS: Final = ("offscreen", "minimal")
"""Platforms of Qt that share no clipboard with other programs."""


def run(path: Path | None) -> int:
    """Open the window, with a file where `path` is given, and return the exit code when it is closed.

    Where a window of this user has it open already, that one is brought to the front instead.
    """
    if raise_window_of(path):
        return 0
    input_method.prepare()
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        # The same look on every desktop; asked for here, as setStyle would first load all that a style can be asked.
        app = QApplication([*sys.argv[:1], "-style", "fusion"])
    app.setApplicationName("nianbao")
    app.setApplicationDisplayName("年报助手")
    speak_chinese(app)
    settings = Settings()
    apply_style(app, dark=_wants_dark(app, settings), contrast=settings.contrast)
    window = MainWindow(settings)
    guard = CrashGuard(window)
    guard.install()
    # What these ask for is loaded once there is something to see.
    window.stands.connect(_show_icon)
    window.stands.connect(_begin_log)
    if path is not None:
        window.deeds.take_file(path)
    window.appear()
    input_method.attach(app)
    bell = Bell(window)
    window.stands.connect(bell.hang_out)
    favour_typing()
    code = app.exec()
    bell.take_in()
    if app.platformName() in _SCREENLESS:
        # What was copied would be torn down after Python itself; no other program can ask for it there.
        app.clipboard().clear()
    return code


def favour_typing() -> None:
    """Let nothing in this process hold up a key for long, now that the window stands.

    What the start has made stays to the end: looking through it again and again for what is no longer needed would take
    longer than a key may.
    """
    gc.freeze()
    sys.setswitchinterval(_TURN)


def _show_icon() -> None:
    from PySide6.QtGui import QIcon

    QApplication.setWindowIcon(QIcon(str(resources.path("icons/program.svg"))))


def _begin_log() -> None:
    from model.file.logbook import LOG, begin
    from model.program import release

    begin()
    LOG.info("start: %s, %s, %s", release().sentence, sys.platform, QApplication.platformName())


def _wants_dark(app: QApplication, settings: Settings) -> bool:
    if settings.dark is not None:
        return settings.dark
    return app.palette().window().color().lightness() < _DARK_BELOW
