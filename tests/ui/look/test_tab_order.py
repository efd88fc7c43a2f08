"""Tab leads through a part that was made afterwards before it comes to what stands behind it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.look.tab_order import follow_one_another, put_before


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    for name in ("first", "second", "last"):
        field = QLineEdit(made)
        field.setObjectName(name)
        column.addWidget(field)
    column.addWidget(QLabel("no stop", made))
    made.show()
    made.activateWindow()
    return made


def field(window: QWidget, name: str) -> QLineEdit:
    found = window.findChild(QLineEdit, name)
    assert isinstance(found, QLineEdit)
    return found


def order(window: QWidget, count: int) -> list[str]:
    """Where Tab leads from the first field."""
    field(window, "first").setFocus()
    names = ["first"]
    for _ in range(count - 1):
        focused = window.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        focused = window.focusWidget()
        assert focused is not None
        names.append(focused.objectName())
    return names


def test_widgets_follow_one_another_as_told(window: QWidget) -> None:
    follow_one_another(*(field(window, name) for name in ("first", "last", "second")))
    assert order(window, 3) == ["first", "last", "second"]


def test_a_part_made_later_is_gone_through_before_what_it_stands_above(window: QWidget) -> None:
    part = QWidget(window)
    inside = QVBoxLayout(part)
    for name in ("in part", "in part too"):
        made = QLineEdit(part)
        made.setObjectName(name)
        inside.addWidget(made)
        inside.addWidget(QLabel("no stop", part))
    part.show()
    put_before(field(window, "last"), part)
    assert order(window, 5) == ["first", "second", "in part", "in part too", "last"]
