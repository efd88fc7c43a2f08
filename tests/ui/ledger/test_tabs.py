"""Rows of tabs take other names without losing the one in sight, and are never without a tab."""

import pytest
from PySide6.QtWidgets import QTabBar, QWidget
from pytestqt.qtbot import QtBot

from ui.ledger.tabs import name_tabs, tab_bar


@pytest.fixture
def tabs(qtbot: QtBot) -> QTabBar:
    owner = QWidget()
    qtbot.addWidget(owner)
    made = tab_bar("工作表", owner)
    made.setParent(None)
    qtbot.addWidget(made)
    return made


def names(tabs: QTabBar) -> list[str]:
    return [tabs.tabText(at) for at in range(tabs.count())]


def test_there_is_one_from_the_start_and_always(tabs: QTabBar) -> None:
    assert tabs.count() == 1
    name_tabs(tabs, [])
    assert tabs.count() == 1


def test_tabs_come_and_go_with_the_names_and_the_one_in_sight_stays(tabs: QTabBar) -> None:
    name_tabs(tabs, ["甲", "乙", "丙"])
    tabs.setCurrentIndex(1)
    name_tabs(tabs, ["甲", "丁"])
    assert (names(tabs), tabs.currentIndex()) == (["甲", "丁"], 1)


def test_a_screen_reader_hears_what_they_are_for(tabs: QTabBar) -> None:
    assert tabs.accessibleName() == "工作表"
