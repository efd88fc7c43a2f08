"""A line to type in takes text; a file is none."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.look.text_line import PathLine, RestingLine, TextLine


def of_file(path: Path) -> QMimeData:
    """What a file manager offers: the file, and its path as text."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    data.setText(str(path))
    return data


LONG = "https://www.yunxi.example/xxgk/nianbao/2025/index.html"


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def lines(window: QWidget) -> tuple[RestingLine, RestingLine]:
    """Two lines in a window, the first with an address too long for it; the second has the keyboard."""
    column = QVBoxLayout(window)
    both = RestingLine(window), RestingLine(window)
    for line in both:
        line.setFixedWidth(120)
        column.addWidget(line)
    both[0].setText(LONG)
    window.show()
    window.activateWindow()
    both[1].setFocus()
    return both


def test_a_long_text_shows_its_beginning_while_nobody_edits_it(
    lines: tuple[RestingLine, RestingLine],
) -> None:
    address, other = lines
    assert address.cursorPosition() == 0
    address.setFocus()
    assert address.cursorPosition() == len(LONG)
    QTest.keyClick(address, Qt.Key.Key_Left)
    other.setFocus()
    assert address.cursorPosition() == 0
    address.setFocus()
    QTest.keyClicks(address, "x")
    assert address.text() == f"{LONG[:-1]}x{LONG[-1]}"


def test_a_click_goes_where_it_was_made(lines: tuple[RestingLine, RestingLine]) -> None:
    address, _ = lines
    QTest.mouseClick(address, Qt.MouseButton.LeftButton, pos=QPoint(6, address.height() // 2))
    assert address.hasFocus()
    QTest.keyClicks(address, "x")
    assert address.text().index("x") < len("https")


def test_by_tab_the_whole_is_selected(lines: tuple[RestingLine, RestingLine]) -> None:
    address, other = lines
    QTest.keyClick(other, Qt.Key.Key_Backtab)
    assert address.selectedText() == LONG


def test_keys_that_are_handed_on_go_to_the_end(lines: tuple[RestingLine, RestingLine]) -> None:
    address, _ = lines
    QTest.keyClicks(address, "12")
    assert address.text() == f"{LONG}12"


def test_a_text_that_comes_while_the_line_is_edited_leaves_the_cursor_at_its_end(
    lines: tuple[RestingLine, RestingLine],
) -> None:
    address, _ = lines
    address.setFocus()
    address.setText("www.example.cn")
    assert address.cursorPosition() == len("www.example.cn")


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


@pytest.mark.parametrize(
    ("brought", "line"),
    [
        ("云溪县\r\n林业局\t办公室\n", "云溪县林业局办公室"),
        ("Room 5\nHall 2", "Room 5 Hall 2"),
        ("0518-8308\u200b9258", "0518-83089258"),
        ("云溪县\ufffc林业局", "云溪县林业局"),
        ("云溪 县", "云溪 县"),
        ("⾏政许可︵⽤⼾︶", "行政许可（用户）"),
    ],
)
def test_what_is_brought_is_in_one_line_by_whatever_way(window: QWidget, brought: str, line: str) -> None:
    pasted, dropped = TextLine(window), TextLine(window)
    QGuiApplication.clipboard().setText(brought)
    edited: list[str] = []
    pasted.textEdited.connect(edited.append)
    QTest.keyClick(pasted, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert (pasted.text(), edited[-1]) == (line, line)
    assert pasted.cursorPosition() == len(line)
    dropped.insert(brought)
    assert dropped.text() == line


@pytest.mark.parametrize("name", ["𠮷\u3000县", "\U0002ebf0", "云溪\u00a0县"])
def test_letters_stand_in_the_order_they_are_typed_in(window: QWidget, name: str) -> None:
    line = TextLine(window)
    line.setText(name)
    for letter in "abc":
        QTest.keyClicks(line, letter)
    assert line.text().endswith("abc")


def test_what_is_pasted_over_other_words_can_be_taken_back(window: QWidget) -> None:
    line = TextLine(window)
    line.setText("甲乙丙")
    line.selectAll()
    QGuiApplication.clipboard().setText("丁\n戊")
    line.paste()
    assert line.text() == "丁戊"
    line.undo()
    assert line.text() == "甲乙丙"


def test_a_path_stays_as_its_folder_is_called(window: QWidget, tmp_path: Path) -> None:
    line = PathLine(window)
    name = "/home/甲\u3000乙/年报\u200b上报"
    line.setText(name)
    assert line.text() == name
    QGuiApplication.clipboard().setMimeData(of_file(tmp_path))
    line.paste()
    assert line.text() == name


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("年报", "/文档/年报"),
        (" 交件/年报 ", "/文档/交件/年报"),
        ("/别处/年报", "/别处/年报"),
        ("~/年报", str(Path.home() / "年报")),
        ("~某人/年报", "/文档/~某人/年报"),
    ],
)
def test_a_path_that_is_not_whole_is_in_the_folder_shown(window: QWidget, typed: str, path: str) -> None:
    line = PathLine(window)
    line.setText(typed)
    assert line.path_in(Path("/文档")) == Path(path)


def test_a_line_that_is_read_only_takes_nothing_pasted(window: QWidget) -> None:
    line = TextLine(window)
    line.setReadOnly(True)
    QGuiApplication.clipboard().setText("新")
    QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert not line.text()
