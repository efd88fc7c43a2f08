"""Pages take what fits, begin anew for what does not, and count what is lost by it."""

import pytest

from export.typeset.faces import embedded_faces
from export.typeset.filling import Filling, Part
from export.typeset.fonts import font_book
from export.typeset.pages import HEIGHT, LINE, Mark, Strip
from export.typeset.tables import MOST_EXTRA, Cut, TableSetting
from model.document import CellRole, Table, TableCell

LINES_OF_A_PAGE = round(HEIGHT // LINE)


def line(*, keep: bool = False) -> Strip:
    return Strip(LINE, keep=keep)


def setting(rows: int) -> TableSetting:
    cells = [TableCell(0, column, f"栏{column}", role=CellRole.HEAD) for column in range(2)]
    for row in range(1, rows):
        cells.append(TableCell(row, 0, f"{row}.事项"))
        cells.append(TableCell(row, 1, str(row), role=CellRole.VALUE, value=row))
    return TableSetting(Table(rows, 2, tuple(cells), head_rows=1), font_book(embedded_faces()))


def parts(filling: Filling) -> list[list[Part]]:
    return [[placed.item for placed in page if isinstance(placed.item, Part)] for page in filling.pages]


def test_a_page_takes_as_many_lines_as_it_has() -> None:
    filling = Filling()
    filling.add(line() for _ in range(LINES_OF_A_PAGE + 1))
    assert [len(page) for page in filling.pages] == [LINES_OF_A_PAGE, 1]


def test_a_heading_moves_to_the_next_page_with_the_line_it_belongs_to() -> None:
    filling = Filling()
    filling.add(line() for _ in range(LINES_OF_A_PAGE - 1))
    filling.add([line(keep=True), line()])
    assert [len(page) for page in filling.pages] == [LINES_OF_A_PAGE - 1, 2]


def test_what_is_kept_together_and_longer_than_a_page_is_not_lost() -> None:
    filling = Filling()
    filling.add(line(keep=True) for _ in range(LINES_OF_A_PAGE + 3))
    filling.release()
    assert sum(len(page) for page in filling.pages) == LINES_OF_A_PAGE + 3


def test_an_empty_page_is_not_left_behind() -> None:
    filling = Filling()
    filling.new_page()
    assert filling.pages == ((),)
    assert filling.lost == 0


def test_a_page_left_early_counts_as_much_as_it_leaves_blank() -> None:
    early, late = Filling(), Filling()
    for filling, lines in ((early, 5), (late, 20)):
        filling.add(line() for _ in range(lines))
        filling.new_page()
    assert early.lost - late.lost == pytest.approx(15 * LINE / HEIGHT)


def test_a_copy_goes_on_without_changing_what_it_was_made_of() -> None:
    filling = Filling()
    filling.add([line()])
    other = filling.copy()
    assert other.reached == filling.reached
    other.add([line()])
    assert other.reached != filling.reached
    assert len(filling.pages[0]) == 1


def test_text_below_a_table_stands_on_the_grid_again() -> None:
    filling = Filling()
    filling.table(setting(4), Cut.NOWHERE, Mark(0, 0))
    filling.add([line()])
    *_, below = filling.pages[0]
    assert below.y % LINE == pytest.approx(0, abs=1e-6)


def test_a_table_that_does_not_fit_begins_a_page() -> None:
    filling = Filling()
    filling.add(line() for _ in range(LINES_OF_A_PAGE - 2))
    filling.table(setting(6), Cut.NOWHERE, Mark(0, 0))
    first, second = parts(filling)
    assert first == []
    assert second[0].rows == tuple(range(6))


def test_a_long_table_repeats_its_head_and_has_each_row_once() -> None:
    filling = Filling()
    filling.table(setting(90), Cut.ROWS, Mark(0, 0))
    pieces = [part for page in parts(filling) for part in page]
    assert len(pieces) > 1
    assert all(piece.rows[0] == 0 for piece in pieces)
    assert [row for piece in pieces for row in piece.rows[1:]] == list(range(1, 90))
    assert len(pieces[0].rows) > 3
    assert len(pieces[-1].rows) > 2


@pytest.mark.parametrize("above", range(0, LINES_OF_A_PAGE, 3))
def test_no_part_of_a_table_reaches_below_its_page(above: int) -> None:
    filling = Filling()
    filling.add(line() for _ in range(above))
    filling.table(setting(60), Cut.ROWS, Mark(0, 0))
    for page in filling.pages:
        assert page[-1].y + page[-1].item.height <= HEIGHT + 0.01


def test_the_foot_of_a_table_stays_with_its_last_rows() -> None:
    filling = Filling()
    filling.table(setting(70), Cut.ROWS, Mark(0, 0), [line(keep=True)])
    *_, table, foot = filling.pages[-1]
    assert isinstance(table.item, Part)
    assert foot.y >= table.y + table.item.height


def test_rows_are_stretched_only_so_far_to_fill_a_page() -> None:
    filling = Filling()
    filling.add(line() for _ in range(10))
    filling.table(setting(5), Cut.NOWHERE, Mark(0, 0))
    filling.new_page()
    ((part,), _) = parts(filling)
    assert part.extra == pytest.approx(MOST_EXTRA)
