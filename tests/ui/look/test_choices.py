"""The wheel changes a choice or a number only where the keyboard is."""

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QTabBar, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.look.choices import Choice, Number, TabBar, Tabs


def turn_wheel(widget: QWidget) -> None:
    place = QPointF(5, 5)
    QCoreApplication.sendEvent(widget, QEnterEvent(place, place, place))
    turned = QWheelEvent(
        place, place, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QCoreApplication.sendEvent(widget, turned)


def shown(widget: QWidget) -> object:
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QTabBar):
        return widget.currentIndex()
    assert isinstance(widget, QSpinBox)
    return widget.value()


def test_a_click_on_a_tab_leaves_the_keyboard_where_it_is(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    tabs, other = TabBar(window), QLineEdit(window)
    column = QVBoxLayout(window)
    for each in (tabs, other):
        column.addWidget(each)
    for words in ("一", "二"):
        tabs.addTab(words)
    window.show()
    window.activateWindow()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    turn_wheel(tabs)
    QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(1).center())
    assert tabs.currentIndex() == 1
    assert other.hasFocus()


@pytest.mark.parametrize("kind", [Choice, Number, TabBar])
def test_the_wheel_passes_over_what_has_no_keyboard(qtbot: QtBot, kind: type[QWidget]) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    widget, other = kind(window), QLineEdit(window)
    column = QVBoxLayout(window)
    for each in (widget, other):
        column.addWidget(each)
    if isinstance(widget, QComboBox):
        widget.addItems(["一", "二", "三"])
    if isinstance(widget, QTabBar):
        for words in ("一", "二", "三"):
            widget.addTab(words)
    window.show()
    window.activateWindow()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    before = shown(widget)
    turn_wheel(widget)
    assert shown(widget) == before
    assert other.hasFocus()
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)
    if isinstance(widget, QSpinBox):
        widget.setValue(50)
        before = 50
    turn_wheel(widget)
    assert shown(widget) != before


def test_pages_behind_tabs_have_such_tabs(qtbot: QtBot) -> None:
    tabs = Tabs()
    qtbot.addWidget(tabs)
    assert isinstance(tabs.tabBar(), TabBar)


def test_tabs_without_room_leave_out_names_and_keep_what_they_tell(qtbot: QtBot) -> None:
    tabs = Tabs()
    qtbot.addWidget(tabs)
    for title, told in (("二、主动公开", "余 10"), ("三、依申请公开", "余 144"), ("四、复议诉讼", "余 12")):
        tabs.name(tabs.addTab(QWidget(), ""), title, told)
    tabs.setCurrentIndex(1)
    tabs.show()
    tabs.resize(1000, 200)
    wide = [tabs.tabText(at) for at in range(3)]
    tabs.resize(360, 200)
    narrow = [tabs.tabText(at) for at in range(3)]
    assert wide == ["二、主动公开（余 10）", "三、依申请公开（余 144）", "四、复议诉讼（余 12）"]
    assert narrow == ["二（余 10）", "三、依申请公开（余 144）", "四（余 12）"]
    assert [tabs.tabToolTip(at) for at in range(3)] == wide
    tabs.setCurrentIndex(2)
    assert tabs.tabText(2) == "四、复议诉讼（余 12）"
    assert tabs.tabText(1) == "三（余 144）"
