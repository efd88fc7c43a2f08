"""Where the rows of a ledger begin: below titles, a head of up to three lines, and numbers of columns."""

import pytest

from intake.ledger.heads import Column, Head, filled_row, head_of, year_in
from intake.ledger.sheets import Merge, Row, Sheet, squared
from intake.ledger.words import words_of
from model.form_file import form_for

WORDS = words_of(form_for(2025))
HEAD: Row = ["编号", "收到日期", "申请人类型", "答复日期", "办理结果"]
FIRST: Row = ["甲1", "2025-1-2", "公民", "2025-1-9", "予以公开"]


def head(*rows: Row, merges: tuple[Merge, ...] | None = (), name: str = "", title: str = "") -> Head:
    found = head_of(Sheet(name, squared([*map(list, rows)]), merges, title=title), WORDS)
    assert found is not None
    return found


def heads(found: Head) -> list[str]:
    return [column.head for column in found.columns]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2025年申请台账", 2025),
        ("２０２５年度", 2025),
        ("台账2025", 2025),
        ("2024年、2025年台账", None),
        ("2025年台账（2025年填）", 2025),
        ("2025年台账，填表日期2026年1月5日", 2025),
        ("填于2026-01-05", None),
        ("12025年", None),
        ("1999年", None),
        ("台账", None),
    ],
)
def test_the_one_year_that_a_title_names_days_aside(text: str, year: int | None) -> None:
    assert year_in(text) == year


def test_what_stands_above_the_head_and_on_the_sheets_tab_is_the_title() -> None:
    found = head(["2025年某局台账"], HEAD, FIRST, name="一季度", title="附件")
    assert (found.title, found.body, found.year) == ("附件 2025年某局台账 一季度", 2, 2025)
    assert heads(found) == HEAD


def test_two_known_heads_are_no_ledger() -> None:
    assert head_of(Sheet("", [["编号", "收到日期", "栏甲"], ["1", "2", "3"]]), WORDS) is None
    assert head_of(Sheet("", []), WORDS) is None


def test_a_head_below_the_twentieth_row_is_not_looked_for() -> None:
    filler: list[Row] = [["某"]] * 20
    assert head_of(Sheet("", squared([*map(list, filler[:19]), list(HEAD)])), WORDS) is not None
    assert head_of(Sheet("", squared([*map(list, filler), list(HEAD)])), WORDS) is None


def test_of_several_lines_that_look_like_it_the_first_best_one_is_the_head() -> None:
    assert head(HEAD, FIRST, HEAD, FIRST).body == 1


def test_a_group_over_several_columns_stands_before_their_own_heads() -> None:
    upper: Row = ["编号", "申请人", "", "", "办理情况", ""]
    lower: Row = ["", "姓名", "类型", "收到日期", "日期", "结果"]
    row: Row = ["甲1", "赵某", "公民", "2025-1-2", "2025-1-9", "予以公开"]
    expected = ["编号", "申请人/姓名", "申请人/类型", "申请人/收到日期", "办理情况/日期", "办理情况/结果"]
    merged = (Merge(0, 0, 1, 0), Merge(0, 1, 0, 3), Merge(0, 4, 0, 5))
    assert heads(head(upper, lower, row)) == expected
    assert heads(head(upper, lower, row, merges=merged)) == expected
    assert head(upper, lower, row).body == 2


def test_a_line_with_a_colon_or_one_text_alone_is_no_group() -> None:
    assert head(["单位：某局", "填表人", "科室", "办公室", ""], HEAD, FIRST).title.startswith("单位：某局")
    assert heads(head(["政府信息公开申请登记"], HEAD, FIRST)) == HEAD
    few: Row = ["申请", "", "", "办理", ""]
    assert heads(head(few, HEAD, FIRST)) == HEAD, "a group's head stands over at least half of the columns"


def test_numbers_of_the_columns_are_no_row() -> None:
    assert head(HEAD, [1.0, 2.0, 3.0, 4.0, 5.0], FIRST).body == 2
    assert head(HEAD, ["1", "2", "3", "4", "5"], FIRST).body == 2
    assert head(HEAD, [2, 3, 4, 5, 6], FIRST).body == 1
    assert head(HEAD, [1, 2, "", "", ""], FIRST).body == 1, "two numbers may be a row's"


def test_a_row_of_the_ledger_below_the_head_belongs_to_the_rows() -> None:
    assert head(HEAD, ["甲1", "", "公民", "", "予以公开"]).body == 1
    assert head(HEAD, FIRST).body == 1


def test_a_second_line_may_name_places_under_a_group() -> None:
    upper: Row = ["编号", "收到日期", "申请人类型", "答复日期", "办理结果", "", ""]
    lower: Row = ["", "", "", "", "予以公开", "部分公开", "备注"]
    assert head(upper, lower, ["甲1", "2025-1-2", "公民", "2025-1-9", "√", "", ""]).body == 2
    spread: Row = ["", "", "公民", "", "予以公开", "", ""]
    assert head(upper, spread).body == 1, "under heads of one column each stands a row"


def test_every_place_of_a_merged_area_holds_its_value() -> None:
    sheet = Sheet("", [["甲", "", "乙"], ["", "", "丙"]], (Merge(0, 0, 1, 1), Merge(0, 2, 0, 9)))
    assert filled_row(sheet, 0) == ["甲", "甲", "乙"]
    assert filled_row(sheet, 1) == ["甲", "甲", "丙"]
    assert sheet.rows[1] == ["", "", "丙"], "the sheet itself stays as it was"


@pytest.mark.parametrize(
    ("index", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (701, "ZZ"), (702, "AAA")]
)
def test_a_column_has_the_letter_of_a_spreadsheet(index: int, letter: str) -> None:
    assert Column(index, "").letter == letter


@pytest.mark.parametrize(
    ("text", "leaf"),
    [
        ("办理情况/结果", "办理结果"),
        ("申请人信息/姓名", "申请人姓名"),
        ("申请人/电话", "电话"),
        ("结果", "结果"),
        ("日 期：", "日期"),
    ],
)
def test_a_head_that_says_little_alone_is_read_with_the_one_above(text: str, leaf: str) -> None:
    assert Column(0, text).leaf == leaf


def test_where_cells_are_merged_a_group_reaches_as_far_as_its_cell() -> None:
    upper: Row = ["编号", "申请人", "", "", "办理结果"]
    lower: Row = ["", "姓名", "类型", "收到日期", ""]
    row: Row = ["甲1", "赵某", "公民", "2025-1-2", "予以公开"]
    found = head(upper, lower, row, merges=(Merge(0, 1, 0, 2),))
    assert heads(found)[2:4] == ["申请人/类型", "收到日期"]


def test_one_place_alone_below_a_group_is_a_row_of_the_ledger() -> None:
    upper: Row = ["编号", "收到日期", "申请人类型", "答复日期", "办理结果", ""]
    assert head(upper, ["", "", "", "", "予以公开", ""], ["甲1", "", "公民", "", "", ""]).body == 1
