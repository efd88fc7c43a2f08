"""A line of notes asks for the same room whatever it says."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.look.elided import NoteLine


class Layouts(QObject):
    """Counts how often a widget was asked to lay out its parts anew."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


def test_other_words_lay_nothing_out_anew(qtbot: QtBot) -> None:
    whole, layouts = QWidget(), Layouts()
    qtbot.addWidget(whole)
    line = NoteLine("本页说明", whole)
    QVBoxLayout(whole).addWidget(line)
    whole.show()
    qtbot.waitExposed(whole)
    before = line.sizeHint()
    whole.installEventFilter(layouts)
    line.setText("很长的说明" * 40)
    qtbot.wait(0)
    assert layouts.count == 0
    assert line.sizeHint() == before
    assert (line.text(), line.toolTip()) == ("很长的说明" * 40, "很长的说明" * 40)
    assert line.accessibleName() == "本页说明"
