"""The buttons of the levels: one shows its level alone, and all keep their places whatever they count."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from model.levels import Level
from ui.findings.level_filters import LevelFilters


@pytest.fixture
def filters(qtbot: QtBot) -> LevelFilters:
    made = LevelFilters()
    qtbot.addWidget(made)
    made.resize(600, 30)
    made.show()
    return made


def buttons(filters: LevelFilters) -> list[QToolButton]:
    return sorted(filters.findChildren(QToolButton), key=lambda button: button.x())


def test_one_level_is_shown_alone_and_with_the_next_click_all_again(filters: LevelFilters) -> None:
    warning = buttons(filters)[2]
    QTest.mouseClick(warning, Qt.MouseButton.LeftButton)
    assert filters.levels == (Level.WARNING,)
    assert [button.isChecked() for button in buttons(filters)] == [False, False, True, False]
    QTest.mouseClick(warning, Qt.MouseButton.LeftButton)
    assert filters.levels == tuple(Level)
    assert not warning.isChecked()


def test_a_digit_more_moves_no_button(filters: LevelFilters) -> None:
    places = [button.geometry() for button in buttons(filters)]
    filters.show_counts({Level.ERROR: 12, Level.EXPLAIN: 3})
    assert buttons(filters)[0].text() == "错误 12"
    assert [button.geometry() for button in buttons(filters)] == places


def test_where_there_is_little_room_icon_and_number_are_enough(filters: LevelFilters) -> None:
    filters.show_counts({Level.ERROR: 12})
    filters.resize(filters.minimumWidth(), 30)
    first, *_, last = buttons(filters)
    assert first.text() == "12"
    assert first.accessibleName() == "只看错误，12 条"
    assert last.geometry().right() < filters.width()
    filters.resize(600, 30)
    assert first.text() == "错误 12"
