"""The menu of a cell offers its suggestions first, then what can be done there, each with its key."""

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from model.findings import Suggestion
from ui.grid.command import Command
from ui.grid.keys import shortcut
from ui.grid.menu import CellMenu

OFFER = Suggestion("applications.received.total", 5, 12_345, "与分项合计相符")


@pytest.fixture
def menu(qtbot: QtBot) -> CellMenu:
    made = CellMenu([OFFER], {Command.CONTROLS: True}, {Command.SETTLE, Command.CONFIRM, Command.REMARK})
    qtbot.addWidget(made)
    return made


def entry(menu: CellMenu, words: str) -> QAction:
    return next(action for action in menu.actions() if action.text().startswith(words))


def test_a_suggestion_stands_first_and_is_adopted(menu: CellMenu, qtbot: QtBot) -> None:
    assert menu.actions()[0].text() == "改为 12345（与分项合计相符）"
    with qtbot.waitSignal(menu.adopted) as told, qtbot.assertNotEmitted(menu.commanded):
        menu.actions()[0].trigger()
    assert told.args == [OFFER]


def test_a_command_is_asked_for_and_shows_its_key(menu: CellMenu, qtbot: QtBot) -> None:
    action = entry(menu, Command.PASTE.value)
    assert action.shortcut() == shortcut(Command.PASTE)
    with qtbot.waitSignal(menu.commanded) as told, qtbot.assertNotEmitted(menu.adopted):
        action.trigger()
    assert told.args == [Command.PASTE]


def test_what_makes_no_sense_there_is_not_offered(menu: CellMenu) -> None:
    offered = {action.text() for action in menu.actions()}
    assert Command.CONFIRM.value not in offered
    assert {Command.CUT.value, Command.ZEROS.value, Command.ZOOM_RESET.value} <= offered


def test_only_switches_are_ticked(menu: CellMenu) -> None:
    assert entry(menu, Command.CONTROLS.value).isChecked()
    assert not entry(menu, Command.CUT.value).isCheckable()
