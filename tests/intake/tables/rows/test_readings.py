"""Rows are paired with the form's by their labels, in the way of reading them that fits the form best."""

from collections.abc import Sequence

import pytest

from intake.tables.rows.entries import Entry
from intake.tables.rows.readings import Reading, best_reading, score
from model.form_file import load_form
from tests.intake.tables.drawn import GRANTED, entry, grid, lines, table

SEVEN = ("1", "0", "0", "0", "0", "0", "1")


def labels(reading: Reading) -> dict[str, str]:
    """The words of each paired entry → the label of the form's row."""
    return {reading.entries[i].words: reading.targets[j].label for i, j in reading.pairs.items()}


def test_rows_are_paired_by_their_labels_in_the_form_s_order() -> None:
    reading = best_reading(table(), grid(("（一）予以公开", *SEVEN), ("（七）总计", *SEVEN)))
    assert labels(reading) == {"（一）予以公开": "（一）予以公开", "（七）总计": "（七）总计"}


def test_lines_of_text_are_read_as_the_rows_of_a_table_are() -> None:
    told = best_reading(table(), lines("（一）予以公开 1 0 0 0 0 0 1\n（七）总计 2 0 0 0 0 0 2"))
    assert [len(told.entries[index].values) for index in told.pairs] == [7, 7]


def test_a_row_that_the_form_has_not_is_paired_with_none() -> None:
    reading = best_reading(table(), grid(("（一）予以公开", *SEVEN), ("群众满意程度", *SEVEN)))
    assert list(labels(reading)) == ["（一）予以公开"]


def test_heads_that_a_page_repeats_are_no_row_though_the_last_is_called_like_one() -> None:
    heads = ("", "自然人", "法人或其他组织", "总计")
    rows = grid(heads, ("（一）予以公开", *SEVEN), ("", *SEVEN), heads)
    assert labels(best_reading(table(), rows)) == {"（一）予以公开": "（一）予以公开"}


EARLIER = load_form("2014").table("statistics")
LIKE = [
    ("1.政府公报公开政府信息数", "条", "7"),
    ("2.政府网站公开政府信息数", "条", "9"),
    ("3.政务微博公开政府信息数", "条", "4"),
]


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 0, 2), (1, 0), (2, 0, 1), (2, 1, 0)])
def test_labels_that_are_like_one_another_are_their_own_rows_in_any_order(order: Sequence[int]) -> None:
    reading = best_reading(EARLIER, grid(*(LIKE[place] for place in order)))
    told = {**reading.pairs, **reading.astray}
    assert {reading.entries[i].words: reading.targets[j].label for i, j in told.items()} == {
        LIKE[place][0]: LIKE[place][0] for place in order
    }


def test_a_label_with_a_slip_of_the_pen_is_still_the_row_that_it_is_like() -> None:
    reading = best_reading(EARLIER, grid(LIKE[0], ("2.政府网战公开政府信息数", "条", "9"), LIKE[2]))
    assert labels(reading)["2.政府网战公开政府信息数"] == LIKE[1][0]


def test_numbers_beyond_the_columns_that_fill_no_row_are_left_together() -> None:
    reading = best_reading(table(), lines("（一）予以公开 1 0 0 0 0 0 1 2 0"))
    assert [len(found.values) for found in reading.entries] == [9]


def test_a_label_without_values_is_less_surely_the_row() -> None:
    with_values, without = entry(*SEVEN), Entry(["（一）予以公开"], [], [])
    assert score(with_values, GRANTED) == 1.0
    assert score(without, GRANTED) == 0.5


def test_heads_with_a_number_beside_them_are_no_row_out_of_order() -> None:
    rows = grid(("自然人", "法人或其他组织", "总计", "2"), ("（一）予以公开", *SEVEN))
    assert not best_reading(table(), rows).astray


@pytest.mark.parametrize("label", ["合计", "4.其他"])
def test_a_row_of_the_office_s_own_out_of_order_is_none_of_the_form_s(label: str) -> None:
    first, last = ("3.要求提供公开出版物", *SEVEN), ("四、结转下年度继续办理", *SEVEN)
    reading = best_reading(table(), grid(first, (label, *SEVEN), ("4.无正当理由大量反复申请", *SEVEN), last))
    assert not reading.astray
    assert len(reading.pairs) == 3
