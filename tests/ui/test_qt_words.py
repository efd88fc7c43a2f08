"""What Qt says itself: Chinese, and keys by the names that stand on them, as in the manual."""

import subprocess
import sys

import pytest

import resources

_SAY = """
import sys
from functools import partial
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow, QPushButton
from ui.frame.actions import MENUS, Actions
from ui.qt_words import speak_chinese
app = QApplication([])
speak_chinese(app)
if sys.argv[1] == "pressed":
    window = QMainWindow()
    actions = Actions(window)
    done = []
    actions.bind({name: partial(done.append, name) for name in ("confirm", "apply_suggestion")})
    actions.report_is_open(is_open=True)
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    for held in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier):
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            QTest.keyClick(window, key, held)
    print(*done)
elif sys.argv[1] == "keys":
    shown = (c.shortcuts[0] for menu in MENUS for c in menu.commands if c is not None)
    print(*(QKeySequence(s).toString(QKeySequence.SequenceFormat.NativeText) for s in shown))
elif sys.argv[1] == "kinds":
    kinds = (("Folder", "All other platforms"), ("Drive", None), ("Unknown", None))
    print(*(app.translate("QAbstractFileIconProvider", *kind) for kind in kinds))
else:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    print(*(button.text() for button in dialog.findChildren(QPushButton)))
"""


def said(what: str) -> str:
    done = subprocess.run([sys.executable, "-c", _SAY, what], check=True, capture_output=True, text=True)
    return done.stdout


def test_menus_call_enter_and_page_down_as_keyboards_do() -> None:
    keys = said("keys").split()
    assert {"Ctrl+Enter", "Alt+Enter", "Ctrl+PgDn"} <= set(keys)
    assert not [key for key in keys if "Return" in key or "回车" in key or "PgDown" in key]


def test_both_keys_called_enter_do_what_is_written_on_the_menu() -> None:
    assert said("pressed").split() == ["confirm", "confirm", "apply_suggestion", "apply_suggestion"]


@pytest.mark.parametrize("key", ["Ctrl+Enter", "Alt+Enter"])
def test_the_manual_calls_enter_the_same(key: str) -> None:
    assert f"<kbd>{key}</kbd>" in resources.text("manual/manual.html")


def test_dialogs_are_chinese() -> None:
    assert "取消" in said("dialog")


def test_kinds_of_files_are_chinese() -> None:
    assert said("kinds").split() == ["文件夹", "驱动器", "未知"]
