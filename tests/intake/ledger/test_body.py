"""The rows below a head, each with its place, merged cells filled downwards."""

from intake.ledger.body import Body, body_of
from intake.ledger.columns import Field, Kind, Layout
from intake.ledger.days import Days
from intake.ledger.heads import Column, Head
from intake.ledger.sheets import Merge, Row, Sheet, squared

HEADS = ("序号", "编号", "收到日期", "办理结果")
LAYOUT = Layout(Kind.APPLICATIONS, (Field.SERIAL, Field.NUMBER, Field.RECEIVED, Field.OUTCOME))
HEAD = Head(tuple(Column(at, head) for at, head in enumerate(HEADS)), 1, "台账")


def body(*rows: Row, merges: tuple[Merge, ...] | None = (), first_place: int = 1) -> Body:
    sheet = Sheet("台账", squared([list(HEADS), *map(list, rows)]), merges)
    return body_of(sheet, HEAD, LAYOUT, first_place)


def test_places_count_on_from_the_sheets_before() -> None:
    assert list(body([1, "甲"], [2, "乙"]).places) == [2, 3]
    assert list(body([1, "甲"], [2, "乙"], first_place=101).places) == [102, 103]


def test_a_cell_merged_over_rows_counts_for_each_of_them() -> None:
    rows = body(
        [1, "甲", "1月2日", "公开"], [2, "乙"], [3, "丙"], [4, "丁"], merges=(Merge(1, 2, 3, 3),)
    ).rows
    assert [row[2] for row in rows] == ["1月2日", "1月2日", "1月2日", ""]
    assert [row[3] for row in rows] == ["公开", "", "", ""], "the column at its left side is filled alone"


def test_a_cell_merged_with_the_head_fills_the_rows_below() -> None:
    rows = body([1, "甲", "", "公开"], [2, "乙"], merges=(Merge(0, 2, 2, 2),)).rows
    assert [row[2] for row in rows] == ["收到日期", "收到日期"]


def test_what_is_merged_along_a_row_or_beyond_the_sheet_moves_nothing() -> None:
    plain = body([1, "甲", "1月2日"], [2, "乙"]).rows
    along, beyond, below = Merge(1, 2, 1, 3), Merge(1, 9, 2, 9), Merge(2, 1, 99, 1)
    assert body([1, "甲", "1月2日"], [2, "乙"], merges=(along, beyond, below)).rows == plain
    assert body([1, "甲", "1月2日"], [2, "乙"], merges=None).rows == plain


def test_a_row_that_says_what_three_heads_say_is_the_head_once_more() -> None:
    lines = body([1, "甲"])
    assert lines.is_head(["", "编 号", "收到日期", "办理结果"])
    assert not lines.is_head(["", "", "收到日期", "办理结果"])
    assert not body_of(Sheet("", [[""] * 4]), Head((Column(0, ""),) * 4, 0, ""), LAYOUT, 1).is_head([""] * 4)


def test_days_are_read_in_their_column_and_missing_without_one() -> None:
    lines = body([1, "甲", "2025-1-2"], [2, "乙", ""])
    days = Days(frozenset(("",)), 2025)
    assert lines.days(Field.RECEIVED, days) == [days["2025-1-2"], None]
    assert isinstance(days["2025-1-2"], int)
    assert lines.days(Field.ANSWERED, days) == [None, None]


def test_serials_and_numbers_differ_between_two_entries_of_one_application() -> None:
    assert body([1, "甲"]).skipped() == (0, 1)
