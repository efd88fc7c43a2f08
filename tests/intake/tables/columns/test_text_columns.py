"""Lines whose numbers and heads stand under one another are a table with columns, whatever a character's width is."""

import pytest

from intake.page.flow import Row, rows_of
from intake.readers.text import read_text
from intake.tables.columns.text_columns import with_columns, with_whole_heads
from tests.intake.tables.drawn import table

HEADS = (
    "                          自然人  商业  科研  社会公  法律服  其他  总计",
    "                                  企业  机构  益组织  务机构",
)
FULL = "一、本年新收                  12     3     0       1       0     4    20"
PART = "二、上年结转                   1                   2                  3"


def rows(*lines: str) -> list[Row]:
    return rows_of(read_text("\n".join(lines)))


def cells(row: Row) -> list[str]:
    return [piece.text for piece in row.pieces][-7:]


def test_a_number_stands_in_the_column_that_other_lines_show() -> None:
    laid = with_columns(table(), rows(FULL, PART))
    assert laid is not None
    assert cells(laid[1]) == ["1", "", "", "2", "", "", "3"]


def test_without_a_full_line_nothing_is_laid() -> None:
    assert with_columns(table(), rows(PART, PART)) is None


def test_a_number_between_two_columns_leaves_all_as_it_was() -> None:
    between = "二、上年结转                   1   55555         2                  3"
    assert with_columns(table(), rows(FULL, between)) is None


@pytest.mark.parametrize("sign", ["|", "\t"])
def test_lines_with_bars_or_tabs_have_cells_already(sign: str) -> None:
    assert with_columns(table(), rows(sign.join(FULL.split()), PART)) is None


def test_heads_on_several_lines_are_put_together_by_their_places() -> None:
    whole = with_whole_heads(table(), rows(*HEADS, FULL))
    names = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
    assert [piece.text for piece in whole[0].pieces] == names
    assert len(whole) == 2


def test_the_first_rows_label_on_a_line_above_its_numbers_is_no_part_of_the_heads() -> None:
    label, *numbers = FULL.split()
    whole = with_whole_heads(table(), rows(*HEADS, label, "  ".join(numbers)))
    assert [row.text for row in whole[1:]] == [row.text for row in rows(label, "  ".join(numbers))]


def test_heads_in_another_order_stay_as_they_are() -> None:
    moved = [line.replace("自然人", "其他  ", 1) for line in HEADS]
    assert with_whole_heads(table(), rows(*moved, FULL)) == rows(*moved, FULL)
