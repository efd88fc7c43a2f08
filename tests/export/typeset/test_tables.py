"""A table is set as large as its columns and its page allow, cut only where it may be, and loses no word."""

import pytest

from export.typeset.faces import embedded_faces
from export.typeset.fonts import font_book
from export.typeset.pages import HEIGHT, LINE, WIDTH
from export.typeset.tables import Cut, TableSetting, settings_of
from model.document import CellRole, Table, TableCell
from tests.export import reports


def table(rows: int, *, number: str = "7", band: int = 0) -> Table:
    cells = [TableCell(0, column, f"栏{column}", role=CellRole.HEAD) for column in range(2)]
    for row in range(1, rows):
        role = CellRole.BAND if band and row % band == 1 else CellRole.LABEL
        cells.append(TableCell(row, 0, f"{row}.事项", role=role))
        cells.append(TableCell(row, 1, number, role=CellRole.VALUE, value=7))
    return Table(rows, 2, tuple(cells), head_rows=1, widths=(140, 16))


def setting(content: Table) -> TableSetting:
    return TableSetting(content, font_book(embedded_faces()))


def every_table() -> list[Table]:
    return [found for year in (2016, 2019, 2024) for found in reports.document(year).tables]


@pytest.mark.parametrize("content", every_table(), ids=lambda found: f"{found.id}-{found.rows}")
def test_every_word_of_a_table_is_set_inside_its_rules(content: Table) -> None:
    strip = setting(content).strip(range(content.rows))
    told = sorted("".join(text.text for text in strip.texts))
    assert told == sorted("".join("".join(cell.text.split()) for cell in content.cells))
    assert all(0 <= text.x <= WIDTH and 0 <= text.y <= strip.height for text in strip.texts)
    assert all(0 <= rule.x1 <= rule.x2 <= WIDTH + 0.01 for rule in strip.rules)


def test_few_rows_with_room_are_set_in_twelve_points() -> None:
    assert setting(table(4)).size == 12


def test_a_long_table_is_set_closer_and_smaller() -> None:
    long = setting(table(30))
    assert long.close
    assert long.size <= 10.5


def test_a_number_too_wide_for_its_column_makes_the_table_smaller() -> None:
    assert setting(table(4, number="12345678")).size < setting(table(4)).size


@pytest.mark.parametrize("content", [found for found in every_table() if found.own_page], ids=lambda t: t.id)
def test_a_table_that_has_a_page_of_its_own_fits_it(content: Table) -> None:
    assert setting(content).height(range(content.rows)) <= HEIGHT - LINE + 0.01


def test_a_table_that_a_page_can_hold_is_one_piece() -> None:
    assert setting(table(6)).pieces(Cut.NOWHERE) == (range(1, 6),)


def test_a_table_that_no_page_can_hold_is_cut_between_its_rows() -> None:
    assert setting(table(90)).pieces(Cut.NOWHERE) == tuple(range(row, row + 1) for row in range(1, 90))


def test_bands_are_kept_whole() -> None:
    banded = setting(table(16, band=5))
    assert banded.cuts == (Cut.NOWHERE, Cut.BANDS)
    assert banded.pieces(Cut.BANDS) == (range(1, 6), range(6, 11), range(11, 16))


def test_a_merged_cell_gets_the_height_that_its_words_need() -> None:
    tall = TableCell(0, 0, "字" * 12, rowspan=4)
    cells = (tall, *(TableCell(row, 1, "1", role=CellRole.VALUE, value=1) for row in range(4)))
    made = setting(Table(4, 2, cells, widths=(9, 147)))
    assert sum(made.heights(range(4))) >= made.words(tall).height


def test_other_ways_to_set_a_table_take_less_room_and_weigh_more() -> None:
    best, *others = settings_of(table(6), font_book(embedded_faces()))
    for other in others:
        assert other.height(range(6)) < best.height(range(6))
        assert other.weight(best) > best.weight(best) == 0


def test_rows_in_which_no_cell_begins_stay_with_those_above() -> None:
    """A place to sign is as high as three rows: it is never cut."""
    cells = [TableCell(row, column, "拟稿", rowspan=3) for row in range(0, 240, 3) for column in range(2)]
    signed = setting(Table(240, 2, tuple(cells)))
    assert signed.pieces(Cut.NOWHERE) == tuple(range(row, row + 3) for row in range(0, 240, 3))


def test_sentences_are_set_from_the_left_and_in_a_size_that_is_read_well() -> None:
    """An entry that leaves a character alone is set smaller; sentences are not."""
    words = "与台账核对后再定这一列总数看来" * 2
    cells = [TableCell(row, 0, words, role=CellRole.PROSE) for row in range(3)]
    told = setting(Table(3, 2, tuple(cells), widths=(40, 116)))
    assert told.size == 12
    assert {told.words(cell).left for cell in cells} == {0}
