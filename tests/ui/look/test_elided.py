"""A line of notes asks for the same room whatever it says."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.look.elided import GAP, KeysLine, NoteLine


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


def test_of_a_note_in_parts_as_many_are_said_as_there_is_room_for(qtbot: QtBot) -> None:
    line = NoteLine("本页说明")
    qtbot.addWidget(line)
    line.setText(GAP.join(("单位：件", "灰底为自动合计", "Enter 向下")))
    width = line.fontMetrics().horizontalAdvance
    assert line.said_in(width(line.text())) == line.text()
    assert line.said_in(width(line.text()) - 1) == GAP.join(("单位：件", "灰底为自动合计")) + "　…"
    assert line.said_in(width("单位：件　…")) == "单位：件　…"


def test_what_has_no_parts_is_said_from_its_beginning(qtbot: QtBot) -> None:
    line = NoteLine("提示")
    qtbot.addWidget(line)
    line.setText("由国务院部门填写")
    assert line.said_in(20) == "由国务院部门填写"


def test_of_keys_those_are_told_that_have_room(qtbot: QtBot) -> None:
    line = KeysLine("按键提示")
    qtbot.addWidget(line)
    line.setText("F8 下一处　　Enter 前往")
    width = line.fontMetrics().horizontalAdvance
    assert line.said_in(width(line.text()) - 1) == "F8 下一处　…"
    assert line.said_in(width("F8 下一处")) == ""
