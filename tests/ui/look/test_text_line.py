"""A line to type in takes text; a file is none."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.look.text_line import TextLine


def of_file(path: Path) -> QMimeData:
    """What a file manager offers: the file, and its path as text."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    data.setText(str(path))
    return data


def test_text_is_pasted(qtbot: QtBot) -> None:
    line = TextLine()
    qtbot.addWidget(line)
    QGuiApplication.clipboard().setText("办公室")
    QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    line.paste()
    assert line.text() == "办公室办公室"


def test_a_copied_file_is_not_pasted_as_its_path(qtbot: QtBot, tmp_path: Path) -> None:
    line = TextLine()
    qtbot.addWidget(line)
    QGuiApplication.clipboard().setMimeData(of_file(tmp_path / "去年.pdf"))
    QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    line.paste()
    assert line.text() == ""


def test_a_dragged_file_goes_on_to_what_stands_behind(qtbot: QtBot, tmp_path: Path) -> None:
    line = TextLine()
    qtbot.addWidget(line)
    for data, taken in ((of_file(tmp_path / "去年.pdf"), False), (QMimeData(), True)):
        if taken:
            data.setText("办公室")
        dragged = QDragEnterEvent(
            QPoint(2, 2),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QCoreApplication.sendEvent(line, dragged)
        assert dragged.isAccepted() is taken
