"""Where a key takes the cursor, and what stays selected."""

import pytest

from model.form_file import load_form
from ui.grid.command import Command
from ui.grid.keys import Stroke
from ui.grid.moves import moved
from ui.grid.selection import Selection
from ui.grid.sheet import Sheet, Tile, sheet_of

FORM = load_form("2021")
SHEET: Sheet = sheet_of(FORM, FORM.table("applications"))
PAGE = 5


def at(row: str, column: str) -> Tile:
    return SHEET.by_key[f"applications.{row}.{column}"]


START = at("granted", "enterprise")


def full(_: Tile) -> bool:
    return True


def after(command: Command, *, extend: bool = False) -> Selection | None:
    return moved(SHEET, Selection(START, START), Stroke(command, extend=extend), full, PAGE)


@pytest.mark.parametrize(
    ("command", "cursor"),
    [
        (Command.UP, at("carried_in", "enterprise")),
        (Command.DOWN, at("partial", "enterprise")),
        (Command.LEFT, at("granted", "natural_person")),
        (Command.RIGHT, at("granted", "research")),
        (Command.JUMP_UP, at("received", "enterprise")),
        (Command.JUMP_DOWN, at("carried_out", "enterprise")),
        (Command.ROW_START, at("granted", "natural_person")),
        (Command.ROW_END, at("granted", "total")),
        (Command.START, SHEET.numbers[0]),
        (Command.END, SHEET.numbers[-1]),
        (Command.NEXT, at("granted", "research")),
        (Command.PREVIOUS, at("granted", "natural_person")),
        (Command.BELOW, at("partial", "enterprise")),
        (Command.ABOVE, at("carried_in", "enterprise")),
    ],
)
def test_a_move_takes_the_cursor_and_with_shift_leaves_the_anchor(command: Command, cursor: Tile) -> None:
    assert after(command) == Selection(cursor, cursor)
    assert after(command, extend=True) == Selection(cursor, START)


def test_a_page_is_as_many_rows_as_are_in_sight() -> None:
    selection = after(Command.PAGE_DOWN)
    assert selection is not None
    assert selection.cursor.row - START.row == PAGE
    assert selection.cursor.column == START.column


def test_all_is_from_the_first_number_to_the_last() -> None:
    assert after(Command.SELECT_ALL) == Selection(SHEET.numbers[0], SHEET.numbers[-1])


def test_cancelling_leaves_the_cursor_alone_selected() -> None:
    wide = Selection(START, at("received", "natural_person"))
    assert moved(SHEET, wide, Stroke(Command.CANCEL), full, PAGE) == Selection(START, START)


@pytest.mark.parametrize("command", [Command.COPY, Command.CLEAR, Command.ZOOM_IN, Command.EDIT])
def test_what_is_no_move_is_left_to_others(command: Command) -> None:
    assert after(command) is None
