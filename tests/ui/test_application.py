"""The start of the program: the window stands before anything is loaded that it can do without."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

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

_START_WITH_A_REPORT = """
import sys
from PySide6.QtWidgets import QApplication
import main
import re

def shown():
    QApplication.processEvents()
    [window] = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    print(window.workspace.outline.verdict, "model.rules.catalogue" in sys.modules, *sorted(compiled), sep="|")
    window.desk.session.check()
    print(window.workspace.outline.verdict, "model.rules.catalogue" in sys.modules, sep="|")
    return 0

def compile_told(*arguments, **flags):
    module = sys._getframe(1).f_globals["__name__"]
    if module != "model.pattern" and module.partition(".")[0] in ("export", "intake", "model", "ui"):
        compiled.add(module)
    return really(*arguments, **flags)

compiled, really, re.compile = set(), re.compile, compile_told
QApplication.exec = staticmethod(shown)
main.main([sys.argv[1]])
"""
_STEP_BY_STEP = """
import sys
from threading import current_thread, main_thread
from PySide6.QtWidgets import QApplication
import main
from ui.desk.later import Later
from ui.frame.report_deeds import ReportDeeds

class Sought:
    # What the window's own thread loads: others may be loading meanwhile, and hold up no key.
    def find_spec(self, name, path=None, target=None):
        if current_thread() is main_thread() and name.partition(".")[0] in ("export", "intake", "model", "ui"):
            sought.append(name)

def counted(later):
    sought.clear()
    really(later)
    loaded.append(len(sought))

def told(deeds):
    tell(deeds)
    print(max(loaded), len(loaded) > 20)
    QApplication.quit()

sought, loaded, really, tell = [], [], Later._do_next, ReportDeeds._tell
sys.meta_path.insert(0, Sought())
Later._do_next, ReportDeeds._tell = counted, told
main.main([sys.argv[1]])
"""
_MOST_IN_A_STEP = 8
"""Modules: a tenth of what follows the first painting, so that a key pressed meanwhile need not wait for long."""
_COPY_AND_CLOSE = """
from PySide6.QtWidgets import QApplication
import main
from ui.frame.main_window import MainWindow
from ui.grid.command import Command

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

_SIZE = """
from PySide6.QtWidgets import QApplication
import main
from ui.frame.main_window import MainWindow

def used():
    QApplication.processEvents()
    [window] = [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)]
    print(window.width(), window.height(), window.isMaximized())
    return 0

QApplication.exec = staticmethod(used)
main.main([])
"""
_DIALOGS = """
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
import main
from ui.frame.main_window import MainWindow

def used():
    [window] = [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)]
    window.files.open_sample()
    window.files.ask_save_as()
    dialog = window.findChild(QFileDialog)
    print(*(button.text() for button in dialog.findChildren(QPushButton) if button.text()))
    print(*(entry.text() for entry in window.start.form.office.createStandardContextMenu().actions() if entry.text()))
    return 0

QApplication.exec = staticmethod(used)
main.main([])
"""


def test_the_start_page_is_shown_without_the_namespace_qt(tmp_path: Path) -> None:
    """PySide makes its thousands of enum members on first touch: an eighth of the whole start."""
    assert started(_START, tmp_path).stdout == "年报助手 False\n"


def test_a_report_is_in_sight_before_rules_are_loaded_or_patterns_compiled(tmp_path: Path) -> None:
    sample = str(ROOT / "resources/samples/示例.xxgk")
    said = started(_START_WITH_A_REPORT, tmp_path, argument=sample).stdout.splitlines()
    assert said == ["正在检查…|False", "可以上报|True"]


def test_what_follows_the_first_painting_is_loaded_in_small_steps(tmp_path: Path) -> None:
    sample = str(ROOT / "resources/samples/示例.xxgk")
    most, is_many = started(_STEP_BY_STEP, tmp_path, argument=sample).stdout.split()
    assert int(most) <= _MOST_IN_A_STEP
    assert is_many == "True"


def test_the_program_ends_well_with_a_copied_cell_in_the_clipboard(tmp_path: Path) -> None:
    done = started(_COPY_AND_CLOSE, tmp_path)
    assert done.returncode == 0, done.stderr


def test_dialogs_and_menus_of_qt_speak_chinese(tmp_path: Path) -> None:
    said = started(_DIALOGS, tmp_path).stdout
    assert all(word in said for word in ("保存", "取消", "复制", "粘贴", "全选"))
    assert not re.search("[A-Za-z]{3}", re.sub(r"\\t.*|&.|Ctrl|Shift", "", said)), said


@pytest.mark.parametrize(("width", "height"), [(1366, 728), (910, 485), (1024, 728), (2560, 1400)])
def test_the_first_window_fits_the_screen(tmp_path: Path, width: int, height: int) -> None:
    screen = {"name": "s", "x": 0, "y": 0, "width": width, "height": height, "logicalDpi": 96, "dpr": 1}
    plan = tmp_path / "screen.json"
    plan.write_text(json.dumps({"screens": [screen | {"logicalBaseDpi": 96}]}), encoding="utf-8")
    said = started(_SIZE, tmp_path, f"offscreen:configfile={plan}").stdout.split()
    got = (int(said[0]), int(said[1]))
    assert got[0] <= width
    assert got[1] <= height
    assert said[2] == str(width < 1440 or height < 800)


def started(
    program: str, folder: Path, platform: str = "offscreen", argument: str = ""
) -> subprocess.CompletedProcess[str]:
    """Start the program in a process of its own, with folders of an invented user."""
    own = {f"XDG_{kind}_HOME": str(folder / kind) for kind in ("DATA", "CONFIG", "CACHE", "STATE")}
    environment = os.environ | own | {"QT_QPA_PLATFORM": platform}
    command = [sys.executable, "-c", program, *filter(None, [argument])]
    return subprocess.run(command, check=False, cwd=ROOT, capture_output=True, text=True, env=environment)
