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


def test_the_start_page_is_shown_without_the_namespace_qt(tmp_path: Path) -> None:
    """PySide makes its thousands of enum members on first touch: an eighth of the whole start."""
    own = {f"XDG_{kind}_HOME": str(tmp_path / kind) for kind in ("DATA", "CONFIG", "CACHE", "STATE")}
    environment = os.environ | own | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", _START]
    done = subprocess.run(command, check=True, cwd=ROOT, capture_output=True, text=True, env=environment)
    assert done.stdout == "年报助手 False\n"
