"""A clipboard that was cleared is empty, and nothing that pastes falls over it."""

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from ui.look.clipboard import copied
from ui.look.text_line import TextLine


def test_what_was_copied_can_be_asked(qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("12")
    assert copied().text() == "12"


def test_a_cleared_clipboard_has_nothing_and_pastes_nothing(qtbot: QtBot) -> None:
    QGuiApplication.clipboard().clear()
    assert not copied().formats()
    line = TextLine()
    qtbot.addWidget(line)
    line.setText("请核对")
    line.paste()
    assert line.text() == "请核对"
