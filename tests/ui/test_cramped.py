"""Nothing in the window is cut, covered or out of sight, on every page, on small screens and in large letters.

The pages come from the program's own tables, so that a page of tomorrow is looked at, too.
"""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.cramped import cramped, is_told, told_in_full
from tests.ui.windows import session_of, workspace_of
from ui.desk.pages import pages_of
from ui.desk.tool_page import TOOLS
from ui.frame.main_window import MainWindow
from ui.look.fonts import POINT_SIZE
from ui.look.style import apply_style

VIEWS = ((1024, 768, POINT_SIZE), (911, 512, POINT_SIZE), (1366, 768, 13))
"""What a window has on small screens, in device-independent pixels, and points of its letters; 911 × 512 is a screen of
1366 × 768 at 150 %."""
HELP = ("manual", "rules", "shortcuts", "about", "ledger")


@pytest.fixture(params=VIEWS)
def size(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[QSize]:
    """A size of the window, in letters that go with it."""
    width, height, points = request.param
    _write_in(qapp, points)
    yield QSize(width, height)
    _write_in(qapp, POINT_SIZE)


def _write_in(app: QApplication, points: float) -> None:
    face = QFont(app.font())
    face.setPointSizeF(points)
    app.setFont(face)
    apply_style(app, dark=False)


def test_no_page_of_a_report_is_cramped(size: QSize, sample_window: MainWindow) -> None:
    sample_window.resize(size)
    sample_window.messages.clear()
    workspace = workspace_of(sample_window)
    for page in pages_of(session_of(sample_window).report):
        workspace.show_page(page.id).enter()
        assert cramped(sample_window) == [], page.id
    for tool in TOOLS:
        sample_window.actions_of[tool.id].trigger()
        assert cramped(sample_window) == [], tool.id


def test_neither_start_page_nor_help_is_cramped(size: QSize, start_window: MainWindow) -> None:
    start_window.resize(size)
    assert cramped(start_window) == []
    start_window.start.ask_new()
    assert cramped(start_window) == []
    for command in HELP:
        start_window.actions_of[command].trigger()
        assert cramped(start_window) == [], command
        start_window.show_work()


@pytest.fixture
def room(qtbot: QtBot) -> QWidget:
    whole = QWidget()
    qtbot.addWidget(whole)
    whole.resize(300, 100)
    whole.show()
    return whole


def put(part: QWidget, x: int, y: int, width: int, height: int) -> None:
    part.setGeometry(x, y, width, height)
    part.show()


def test_words_that_do_not_fit_are_noticed(room: QWidget) -> None:
    put(QLabel("一行长长的说明文字", room), 0, 0, 40, 30)
    put(QPushButton("导出全部文件", room), 100, 0, 30, 30)
    wrapped = QLabel("几行长长的说明文字" * 4, room)
    wrapped.setWordWrap(True)
    put(wrapped, 150, 0, 100, 20)
    kinds = [fault.partition(":")[2].split(",")[0].strip() for fault in cramped(room)]
    assert kinds == ["cut", "cut", "cut below"]


def test_what_reaches_out_or_covers_something_is_noticed(room: QWidget) -> None:
    put(QPushButton("一", room), 0, 0, 80, 40)
    put(QPushButton("二", room), 60, 0, 80, 40)
    put(QPushButton("三", room), 280, 0, 80, 40)
    faults = " ".join(cramped(room))
    assert "cover each other by 20×40" in faults
    assert "reaches out of QWidget" in faults


def test_what_scrolls_sideways_is_noticed(room: QWidget) -> None:
    area = QScrollArea(room)
    wide = QWidget()
    wide.setMinimumSize(500, 50)
    area.setWidget(wide)
    QHBoxLayout(room).addWidget(area)
    area.show()
    assert any("scrolls sideways" in fault for fault in cramped(room))


def test_only_the_same_words_tell_in_full_what_is_shortened(room: QWidget) -> None:
    put(label := QLabel("总体情况", room), 0, 0, 40, 30)
    label.setToolTip("总体情况还没有写\n一、总体情况")
    assert not is_told("总体情况", told_in_full(room))
    label.setToolTip("第一部分：总体情况\n还没有写")
    assert is_told("总体情况", told_in_full(room))
