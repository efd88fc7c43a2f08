"""The menus as data: every command with its own words and key, shown where it belongs."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget
from pytestqt.qtbot import QtBot

from ui.desk.tool_page import TOOLS
from ui.frame.actions import MENUS, Actions, Sight

COMMANDS = [command for menu in MENUS for command in menu.commands if command is not None]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_menus_show_every_command_in_its_order(window: QWidget) -> None:
    actions = Actions(window)
    bar = QMenuBar(window)
    actions.fill(bar)
    for menu, entry in zip(MENUS, bar.actions(), strict=True):
        assert entry.text() == menu.title
        place = entry.menu()
        assert isinstance(place, QMenu)
        shown = [None if action.isSeparator() else action.objectName() for action in place.actions()]
        assert shown == [command.id if command is not None else None for command in menu.commands]


def test_words_and_keys_are_all_different() -> None:
    assert len({command.text for command in COMMANDS}) == len(COMMANDS)
    letters = [menu.title.partition("&")[2][:1] for menu in MENUS]
    assert len(set(letters)) == len(letters)


def test_what_covers_the_desk_is_left_for_every_page_of_the_file() -> None:
    sights = {command.id: command.sight for command in COMMANDS}
    assert {tool.id: sights[tool.id] for tool in TOOLS} == {tool.id: Sight.DESK for tool in TOOLS}


def test_a_key_does_what_was_bound_to_it(window: QWidget) -> None:
    done: list[str] = []
    actions = Actions(window)
    actions.bind({"save": lambda: done.append("save"), "undo": lambda: done.append("undo")})
    actions.report_is_open(is_open=True)
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert done == ["save"]


def test_what_is_bound_later_is_made_by_the_first_key_that_wants_it(window: QWidget) -> None:
    done: list[str] = []
    actions = Actions(window)
    actions.report_is_open(is_open=True)

    def make() -> None:
        done.append("made")
        actions.bind({"save": lambda: done.append("save")})

    actions.bind_later(make)
    window.activateWindow()
    for _ in range(2):
        QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    actions.make_deeds()
    assert done == ["made", "save", "save"]


def test_what_was_to_be_bound_later_is_let_go_with_the_report(window: QWidget) -> None:
    actions = Actions(window)
    actions.bind_later(pytest.fail)
    actions.release(())
    actions["save"].trigger()
    actions.make_deeds()


def test_a_command_that_is_none_cannot_be_bound(window: QWidget) -> None:
    with pytest.raises(KeyError):
        Actions(window).bind({"没有": lambda: None})


def test_without_a_report_only_what_makes_sense_can_be_chosen(window: QWidget) -> None:
    actions = Actions(window)
    actions.report_is_open(is_open=False)
    enabled = {command.id for command in COMMANDS if actions[command.id].isEnabled()}
    assert enabled == {command.id for command in COMMANDS if not command.needs_report}
    assert {"new", "open", "import", "manual", "quit"} <= enabled
    actions.report_is_open(is_open=True)
    assert all(actions[command.id].isEnabled() for command in COMMANDS)
