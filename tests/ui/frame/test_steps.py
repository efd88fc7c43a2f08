"""Undo and redo in the menu follow whether there is something to undo, and name it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from model.report import Slot, SlotKind
from tests.ui.windows import desk_of, session_of, workspace_of
from ui.frame.main_window import MainWindow


def offered(window: MainWindow) -> dict[str, bool]:
    actions = (window.actions_of[name] for name in ("undo", "redo"))
    return {action.text(): action.isEnabled() for action in actions}


@pytest.fixture
def edited(sample_window: MainWindow) -> MainWindow:
    session_of(sample_window).edit([(Slot(SlotKind.FIELD, "fax"), "1")], "修改传真")
    return sample_window


def test_a_report_just_opened_has_nothing_to_undo(sample_window: MainWindow) -> None:
    assert offered(sample_window) == {"撤销": False, "重做": False}


def test_each_step_can_be_undone_and_then_made_again_by_keys(edited: MainWindow) -> None:
    edited.activateWindow()
    assert offered(edited) == {"撤销“修改传真”": True, "重做": False}
    QTest.keyClick(workspace_of(edited), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert offered(edited) == {"撤销": False, "重做“修改传真”": True}
    QTest.keyClick(workspace_of(edited), Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert offered(edited) == {"撤销“修改传真”": True, "重做": False}


def test_a_report_that_takes_the_place_of_another_begins_anew(edited: MainWindow) -> None:
    desk_of(edited).switch_year(min(desk_of(edited).years))
    assert offered(edited) == {"撤销": False, "重做": False}


def test_nothing_can_be_undone_once_the_report_is_closed(edited: MainWindow) -> None:
    edited.actions_of["close"].trigger()
    assert not any(offered(edited).values())
