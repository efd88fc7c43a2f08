"""The looks of cells have Chinese names; what may be edited, and what is a number, is decided by the look."""

import pytest
from openpyxl import Workbook
from openpyxl.cell.cell import Cell

from export.excel.styles import Look, add_styles

Looks = dict[Look, Cell]


@pytest.fixture(scope="module")
def cells() -> Looks:
    """A cell in each look."""
    workbook = Workbook()
    add_styles(workbook)
    sheet = workbook.create_sheet()
    made = {}
    for row, look in enumerate(Look, 1):
        cell = sheet.cell(row, 1)
        assert isinstance(cell, Cell)
        cell.style = look.value
        made[look] = cell
    return made


def test_every_look_is_in_the_spreadsheet_s_own_list_of_styles(cells: Looks) -> None:
    assert [cell.style for cell in cells.values()] == [look.value for look in Look]
    assert all(look.value.startswith("年报") for look in Look)


def test_only_entries_and_texts_can_be_edited(cells: Looks) -> None:
    open_looks = {look for look in Look if not cells[look].protection.locked}
    assert open_looks == {Look.ENTRY, Look.TEXT}


def test_a_text_stays_text_whatever_is_typed(cells: Looks) -> None:
    assert cells[Look.TEXT].number_format == "@"
    assert cells[Look.ENTRY].number_format == "General"


@pytest.mark.parametrize("look", [Look.ENTRY, Look.SUM])
def test_a_number_shrinks_and_is_never_broken(look: Look, cells: Looks) -> None:
    alignment = cells[look].alignment
    assert alignment.shrink_to_fit
    assert not alignment.wrap_text
    assert alignment.horizontal == "center"


@pytest.mark.parametrize("look", [Look.TEXT, Look.LABEL, Look.NOTE])
def test_words_stand_from_the_left_and_are_broken(look: Look, cells: Looks) -> None:
    alignment = cells[look].alignment
    assert alignment.wrap_text
    assert alignment.horizontal == "left"


def test_cells_of_a_table_are_ruled_and_titles_are_not(cells: Looks) -> None:
    bare = {look for look in Look if cells[look].border.left is None or not cells[look].border.left.style}
    assert bare == {Look.TITLE, Look.NOTE}
