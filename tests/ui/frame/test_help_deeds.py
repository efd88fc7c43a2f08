"""Help is made when it is asked for; the manual is one page, which finds while it is in sight."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.frame.help_deeds import HelpDeeds
from ui.frame.help_pages import AboutPage, ManualPage, RulesPage, ShortcutsPage


def test_each_command_of_help_shows_its_page(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    deeds = HelpDeeds(window)
    shown: list[object] = []
    deeds.show_wanted.connect(shown.append)
    for deed in deeds.slots.values():
        deed()
    assert [type(page) for page in shown] == [RulesPage, ShortcutsPage, AboutPage]
    assert not any(deeds.is_manual(page) for page in shown if isinstance(page, QWidget))


def test_the_manual_is_made_once_and_finds_by_the_commands_that_find(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    deeds = HelpDeeds(window)
    assert not deeds.search_manual("find")
    shown: list[QWidget] = []
    deeds.show_wanted.connect(shown.append)
    deeds.show_manual("start")
    deeds.show_manual("cover")
    first, second = shown
    assert first is second
    assert isinstance(first, ManualPage)
    assert deeds.is_manual(first)
    assert deeds.search_manual("find_next")
    assert not deeds.search_manual("export")
