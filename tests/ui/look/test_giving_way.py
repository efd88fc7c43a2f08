"""Parts of a row that are left out where it has no room for them."""

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.look.giving_way import Spare, room_spared, show_as_room_is

GAP = 4


def parts_of(qtbot: QtBot, *widths: int) -> tuple[QWidget, list[QLabel]]:
    row = QWidget()
    qtbot.addWidget(row)
    parts = [QLabel(row) for _ in widths]
    for part, width in zip(parts, widths, strict=True):
        part.setMinimumWidth(width)
    return row, parts


def test_the_parts_of_most_worth_are_shown_as_far_as_the_room_goes(qtbot: QtBot) -> None:
    _, parts = parts_of(qtbot, 50, 30)
    for room, shown in ((88, [True, True]), (87, [True, False]), (54, [True, False]), (53, [False, False])):
        show_as_room_is([Spare(part) for part in parts], room, GAP)
        assert [not part.isHidden() for part in parts] == shown, room


def test_what_has_nothing_to_show_leaves_its_room_to_the_next(qtbot: QtBot) -> None:
    _, parts = parts_of(qtbot, 50, 30)
    show_as_room_is((Spare(parts[0], is_wanted=False), Spare(parts[1])), 34, GAP)
    assert [not part.isHidden() for part in parts] == [False, True]


def test_only_what_is_shown_is_spared(qtbot: QtBot) -> None:
    row, parts = parts_of(qtbot, 50, 30)
    parts[1].hide()
    assert room_spared(row, parts, GAP) == 54
