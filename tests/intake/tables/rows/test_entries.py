"""A row of a table is a label and what stands in the places of numbers; what a page has torn is one again."""

import pytest

from intake.tables.rows.entries import from_grid, joined, with_heads_marked
from intake.tables.rows.lines import from_lines
from tests.intake.tables.drawn import grid, lines, table

HEAD = ("申请人情况", "自然人", "商业企业")


def test_a_label_and_its_values_are_told_apart() -> None:
    (row,) = grid(("（三）不予公开", "1.属于国家秘密", "1", "", "2"))
    found = from_grid(table(), row)
    assert found.label == ["（三）不予公开", "1.属于国家秘密"]
    assert [piece.text for piece in found.values] == ["1", "", "2"]


def test_strange_words_behind_a_label_stand_in_a_numbers_place() -> None:
    (row,) = grid(("行政许可", "详见网站"))
    assert [piece.text for piece in from_grid(table("disclosure"), row).told] == ["详见网站"]


@pytest.mark.parametrize("sign", ["√", "①", "(5)", "5、", "二十", "？", "٣"])
def test_a_sign_behind_a_label_stands_in_a_numbers_place(sign: str) -> None:
    (row,) = grid(("（三）不予公开", "1.属于国家秘密", sign, "0"))
    assert [piece.text for piece in from_grid(table(), row).values] == [sign, "0"]


@pytest.mark.parametrize("words", ["√", "12户", "见附表"])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_strange_words_in_a_row_that_lost_its_label_are_no_label(words: str, place: int) -> None:
    values = ["3", "0", "5"]
    values[place] = words
    (row,) = grid(("", *values))
    found = from_grid(table(), row)
    assert not found.label
    assert [piece.text for piece in found.told] == values


def test_the_number_of_a_label_in_a_cell_of_its_own_is_no_value() -> None:
    (row,) = grid(("（三）不予公开", "1、", "属于国家秘密", "4", "0"))
    assert [piece.text for piece in from_grid(table(), row).values] == ["4", "0"]


def test_a_label_may_stand_behind_its_numbers() -> None:
    (row,) = grid(("1", "", "2", "1.属于国家秘密", "（三）不予公开"))
    found = from_grid(table(), row)
    assert found.label == ["（三）不予公开", "1.属于国家秘密"]
    assert [piece.text for piece in found.values] == ["1", "", "2"]


def test_a_label_between_numbers_has_those_behind_it_though_a_remark_ends_the_row() -> None:
    told = from_grid(table(), grid(("0", "5", "3.要求提供公开出版物", "7", "8", "见说明"))[0])
    assert told.label == ["3.要求提供公开出版物"]
    assert [piece.text for piece in told.values[:2]] == ["7", "8"]


def test_a_merged_label_written_into_each_of_its_places_is_one() -> None:
    told = from_grid(table(), grid(("三、本年度办理结果", "（一）予以公开", "（一）予以公开", "7", "0"))[0])
    assert told.label == ["三、本年度办理结果", "（一）予以公开"]


def test_a_serial_number_before_a_label_is_no_value() -> None:
    (row,) = grid(("1", "行政许可", "45"))
    assert [piece.text for piece in from_grid(table("disclosure"), row).values] == ["45"]


def test_a_head_that_a_page_repeats_is_passed_over() -> None:
    rows = [*grid(HEAD, ("3.其他", "5", "0")), *grid(HEAD, ("（七）总计", "9", "0"), number=1, start=2)]
    entries = with_heads_marked([from_grid(table(), row) for row in rows])
    assert [entry.head for entry in entries] == [False, False, True, False]
    told = [(entry.words, len(entry.numbers)) for entry in joined(table(), entries) if entry.numbers]
    assert told == [("3.其他", 2), ("（七）总计", 2)]


def test_a_row_of_blank_cells_is_whole() -> None:
    rows = grid(("4.保护第三方合法权益", "", ""), ("", "5", "0"))
    assert len(list(joined(table(), [from_grid(table(), row) for row in rows]))) == 2


def test_halves_of_a_row_over_a_page_break_are_one_and_not_sure() -> None:
    rows = [*grid(("（一）予以公开", "17", "0", "")), *grid(("", "85", "", "3"), number=1, start=1)]
    (found,) = joined(table(), [from_grid(table(), row) for row in rows])
    assert [piece.text for piece in found.values] == ["17\n85", "0", "3"]
    assert found.torn


def test_a_whole_row_behind_a_page_break_that_lost_its_label_is_a_row_of_its_own() -> None:
    rows = [*grid(("（一）予以公开", "17", "0", "")), *grid(("", "85", "6", "3"), number=1, start=1)]
    assert len(list(joined(table(), [from_grid(table(), row) for row in rows]))) == 2


def test_a_label_that_goes_on_in_a_row_below_its_values_is_one() -> None:
    rows = grid(("3.危及“三", "5", "0"), ("安全一稳定”", "", ""))
    (found,) = joined(table(), [from_grid(table(), row) for row in rows])
    assert found.words == "3.危及“三安全一稳定”"
    assert [piece.text for piece in found.values] == ["5", "0"]


def test_a_row_that_only_begins_below_a_page_break_is_no_half_of_the_one_above() -> None:
    rows = [*grid(("6.属于四类过程性信息", "", "7")), *grid(("7.属于行政执法", "5", ""), number=1, start=1)]
    assert len(list(joined(table(), [from_grid(table(), row) for row in rows]))) == 2


def test_the_label_of_a_blank_row_is_no_rest_of_the_heads_above_numbers() -> None:
    page = """申请人情况
自然人 商业企业
| 5 | 0 |
二、上年结转政府信息公开申请数量
|  |  |"""
    entries = list(joined(table(), from_lines(lines(page), -1, 1)))
    assert [(len(entry.numbers), entry.words[-6:]) for entry in entries] == [
        (2, "人 商业企业"),
        (0, "公开申请数量"),
    ]


def test_what_stands_before_a_label_of_several_cells_is_no_value() -> None:
    (row,) = grid(("66%", "三、本年度办理结果", "（一）予以公开", "4", "0"))
    found = from_grid(table(), row)
    assert found.label == ["三、本年度办理结果", "（一）予以公开"]
    assert [piece.text for piece in found.values] == ["4", "0"]
