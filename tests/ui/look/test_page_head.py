"""The head of a page: its note changes with nearly every key, and nothing else is painted for that."""

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.look.elided import NoteLine
from ui.look.page_head import PageHead


class Ground(QWidget):
    """What a head lies on; it counts how often it was painted."""

    painted = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted += 1
        super().paintEvent(event)


def test_another_note_has_nothing_painted_that_lies_below(qtbot: QtBot) -> None:
    ground = Ground()
    qtbot.addWidget(ground)
    head = PageHead("一、总体情况", ground)
    QVBoxLayout(ground).addWidget(head)
    ground.resize(600, 100)
    with qtbot.waitExposed(ground):
        ground.show()
    qtbot.waitUntil(lambda: ground.painted > 0)
    QApplication.processEvents()
    before = ground.painted
    head.set_note("12 字", "对照上年 Ctrl+L")
    head.findChildren(NoteLine)[0].repaint()
    assert head.note == "12 字　·　对照上年 Ctrl+L"
    assert ground.painted == before
