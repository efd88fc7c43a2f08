"""A number that stands on two lines, in a column without rules, is never told by half."""

import pytest

from intake.tables.rows.cut_numbers import begins_above, cut_numbers, is_barred, may_go_on
from intake.tables.rows.readings import best_reading
from tests.intake.tables.drawn import entry, lines, table


def cut(text: str) -> set[str]:
    """The words of the entries that may be cut."""
    reading = best_reading(table("disclosure"), lines(text))
    return {reading.entries[index].words[-4:] for index in cut_numbers(reading)}


def test_a_long_number_may_go_on_below() -> None:
    assert "行政处罚" in cut("行政许可 7 0 0\n行政处罚 177 0 6049\n47\n行政强制 1 0 0")


def test_a_label_between_two_lines_of_numbers_may_have_half_of_each() -> None:
    assert "行政许可" in cut("本年处理决定数量\n12345678\n行政许可\n9\n行政处罚 0 0 0\n行政强制 0 0 0")


def test_a_number_that_ends_with_the_mark_between_thousands_goes_on_below() -> None:
    assert {"行政许可", "行政处罚"} <= cut("行政许可  857,\n行政处罚  413\n行政强制  0")


@pytest.mark.parametrize("text", ["行政处罚 7 0 6\n47", "行政处罚 | 177 | 0 | 6049 |\n47 |"])
def test_short_numbers_and_cells_behind_bars_do_not_go_on(text: str) -> None:
    assert not cut(text)


def test_a_row_that_adds_up_lacks_no_end() -> None:
    whole, below = entry("170", "7", "177"), entry("47", label="")
    assert not may_go_on(whole, [below])
    assert may_go_on(entry("170", "7", "178"), [below])


def test_bars_show_the_cells() -> None:
    assert is_barred(entry("1", "2"))
    assert not is_barred(entry("1", "2", on_grid=True).__class__(["规章"], [], lines("规章 1 2")))


def test_numbers_below_the_rest_of_a_label_that_begins_beside_others_are_not_its_own() -> None:
    text = "\n".join(
        (
            "2.重复申请 1 0 0 0 0 0 1",
            "（六）其他处理1.申请人无正当",
            "8 0 0 0 0 0 8",
            "理由逾期不补正、行政机关不再处",
            "理其信息公开申请",
            "4 0 0 0 0 0 4",
            "3.其他 2 0 0 0 0 0 2",
        )
    )
    reading = best_reading(table(), lines(text))
    begun = [index for index in reading.pairs if begins_above(reading, index)]
    assert [reading.entries[index].numbers[0].text for index in begun] == ["4"]
    assert set(begun) <= cut_numbers(reading)
