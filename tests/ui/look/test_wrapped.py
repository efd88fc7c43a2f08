"""A label of several lines is never cut below, not even in a splitter."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QSplitter, QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.look.wrapped import WrappedLabel, wrapping


def test_it_has_the_height_of_its_words(qtbot: QtBot) -> None:
    whole, part = QSplitter(Qt.Orientation.Vertical), QWidget()
    qtbot.addWidget(whole)
    label = WrappedLabel(part)
    column = QVBoxLayout(part)
    column.addWidget(QTextEdit(part), 1)
    column.addWidget(label)
    whole.addWidget(QTextEdit())
    whole.addWidget(part)
    whole.resize(200, 300)
    whole.show()
    label.setText("新出现检查结果两条：" * 12)
    QApplication.processEvents()
    assert label.height() >= label.heightForWidth(label.width()) > 3 * label.fontMetrics().height()
    label.setText("检查结果不变")
    QApplication.processEvents()
    assert label.minimumHeight() < 2 * label.fontMetrics().height()


def test_plain_words_go_on_over_several_lines_and_are_named_for_a_screen_reader(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    label = wrapping("读到的内容", page, "pageNote", "读到三张表。" * 20)
    assert label.heightForWidth(200) > 2 * label.fontMetrics().height()
    assert (label.accessibleName(), label.objectName()) == ("读到的内容", "pageNote")
