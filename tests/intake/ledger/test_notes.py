"""What a count does not heed is told before its numbers are taken over."""

from datetime import date

import pytest

from intake.ledger.ledger import Ledger
from intake.ledger.memory import Memory
from intake.ledger.reading import LedgerFile
from intake.ledger.sheets import Raw, Row, Sheet, squared
from tests.intake.ledger.promise import FORM

HEAD: Row = ["编号", "收到日期", "申请人类型", "答复日期", "办理结果"]
DAY = date(2025, 3, 8)
FIRST: Row = ["1", DAY, "公民", DAY, "予以公开"]


def notes(sheet: Sheet) -> list[str]:
    return Ledger.of([LedgerFile("台账.xlsx", (sheet,))], FORM, 2025, Memory({})).notes


def with_column(head: str, *cells: Raw) -> Sheet:
    """A ledger of as many applications as there are cells in one more column."""
    return Sheet("台账", squared([[*HEAD, head], *([*FIRST, cell] for cell in cells)]))


def test_hidden_rows_and_what_the_kind_of_file_does_not_tell_are_told() -> None:
    rows = squared([list(HEAD), list(FIRST), list(FIRST)])
    assert notes(Sheet("台账", rows, hidden=frozenset((0, 2, 9)))) == [
        "“台账.xlsx　台账”有 1 行隐藏或被筛选，也已计入"
    ]
    unknown = notes(Sheet("台账", rows, merges=None, hidden=None))
    assert ["隐藏的行也已计入" in unknown[0], "看不出合并的单元格" in unknown[1]] == [True, True]


@pytest.mark.parametrize("several", [2, 3.0, "2", "２", "4件"])
def test_a_row_that_is_several_applications_is_told_since_it_is_counted_once(several: Raw) -> None:
    (note,) = notes(with_column("申请件数", 1, several, ""))
    assert "“申请件数”一列有 1 行不止 1 件（第 3 行）" in note


@pytest.mark.parametrize("cells", [(1, 1), ("", ""), ("一批", "约2页"), (0, 1)])
def test_a_row_each_is_what_the_count_takes_for_granted(cells: tuple[Raw, Raw]) -> None:
    assert not notes(with_column("件数", *cells))


def test_a_subtotal_is_no_row_that_is_several() -> None:
    rows: list[Row] = [
        [*HEAD, "件数"],
        [*FIRST, 1],
        [*FIRST, 1],
        ["", "本月小计", "", "", "", 2],
        ["合计", "", "", "", "", 2],
    ]
    assert not notes(Sheet("台账", squared(rows)))


def test_several_offices_in_one_ledger_are_told_since_all_are_counted() -> None:
    (note,) = notes(with_column("受理机关", "云溪县水利局", "云溪县林业局", "云溪县水利局"))
    assert "“受理机关”一列有 2 个机关（云溪县林业局、云溪县水利局），都已计入" in note


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        ("受理机关", ("云溪县水利局", "云溪县水利局办公室", "")),
        ("承办单位", ("办公室", "水政股")),
        ("申请内容", ("云溪县水利局", "云溪县林业局")),
    ],
)
def test_one_office_its_rooms_and_other_columns_are_nothing_to_tell(
    head: str, cells: tuple[Raw, ...]
) -> None:
    assert not notes(with_column(head, *cells))


def test_numbers_under_another_head_tell_of_no_applications() -> None:
    assert not notes(with_column("页数", 12, 3))


@pytest.mark.parametrize(
    "remark", ["作废", "（作废）", "登记错误", "此条作废。", "重复登记，作废", "与第 3 号重复，不计"]
)
def test_a_row_that_a_remark_takes_back_is_told(remark: str) -> None:
    (note,) = notes(with_column("备注", "", remark))
    assert "1 行写着作废，也已计入（第 3 行）" in note


@pytest.mark.parametrize("remark", ["已邮寄", "原答复作废后重新答复", "不作废"])
def test_another_remark_takes_nothing_back(remark: str) -> None:
    assert not notes(with_column("备注", remark))


def test_rows_with_something_struck_through_are_told_and_the_head_is_no_row() -> None:
    rows = squared([list(HEAD), *(list(FIRST) for _ in range(9))])
    (note,) = notes(Sheet("台账", rows, struck=frozenset((0, 1, 2, 3, 4, 5, 6))))
    assert "有 6 行中有划去的内容，也已计入（第 2、3、4、5、6 行等）" in note
