"""The start of the program: the window stands before anything is loaded that it can do without."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_START = """
import PySide6.QtCore
from PySide6.QtWidgets import QApplication
import main

def shown():
    QApplication.processEvents()
    [window] = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    print(window.windowTitle(), "Qt" in vars(PySide6.QtCore))
    return 0

QApplication.exec = staticmethod(shown)
main.main([])
"""

_COPY_AND_CLOSE = """
from PySide6.QtWidgets import QApplication
import main
from ui.frame.main_window import MainWindow
from ui.grid.keys import Command

def used():
    [window] = [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)]
    window.files.open_sample()
    page = window.workspace.show_page("disputes")
    page.grid.run(Command.COPY)
    window.close()
    return 0

QApplication.exec = staticmethod(used)
raise SystemExit(main.main([]))
"""


def test_the_start_page_is_shown_without_the_namespace_qt(tmp_path: Path) -> None:
    """PySide makes its thousands of enum members on first touch: an eighth of the whole start."""
    assert started(_START, tmp_path).stdout == "年报助手 False\n"


def test_the_program_ends_well_with_a_copied_cell_in_the_clipboard(tmp_path: Path) -> None:
    done = started(_COPY_AND_CLOSE, tmp_path)
    assert done.returncode == 0, done.stderr


def started(program: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Start the program in a process of its own, with folders of an invented user."""
    own = {f"XDG_{kind}_HOME": str(folder / kind) for kind in ("DATA", "CONFIG", "CACHE", "STATE")}
    environment = os.environ | own | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", program]
    return subprocess.run(command, check=False, cwd=ROOT, capture_output=True, text=True, env=environment)
