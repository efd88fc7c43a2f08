"""What a column is for is proposed from its head and from what stands in it, and can be changed."""

from collections.abc import Sequence

import pytest

from intake.ledger.columns import Field, Kind, Layout, propose
from intake.ledger.heads import head_of
from intake.ledger.sheets import Merge, Raw, Row, Sheet, squared
from intake.ledger.words import words_of
from model.form_file import form_for

WORDS = words_of(form_for(2025))


def proposed(*rows: Sequence[Raw], name: str = "台账", merges: tuple[Merge, ...] = ()) -> Layout:
    made: list[Row] = [list(row) for row in rows]
    sheet = Sheet(name, squared(made), merges)
    head = head_of(sheet, WORDS)
    assert head is not None
    return propose(sheet, head, WORDS, 2025)


def columns(layout: Layout) -> dict[str, int]:
    return {field.value: at for at, field in enumerate(layout.fields) if field is not None}


def test_the_head_tells_first_and_what_stands_below_it_decides_between_two() -> None:
    layout = proposed(
        (
            "编号",
            "申请日期",
            "受理日期",
            "答复期限",
            "答复日期",
            "申请人",
            "证件类型",
            "类别",
            "答复方式",
            "办理结果",
        ),
        (
            "甲1",
            "2025-1-2",
            "2025-1-3",
            "2025-1-30",
            "2025-1-9",
            "赵某",
            "身份证",
            "公民",
            "邮寄",
            "予以公开",
        ),
    )
    found = columns(layout)
    assert (found["received"], found["answered"], found["kind"], found["outcome"]) == (2, 4, 7, 9)
    assert layout.kind is Kind.APPLICATIONS
    assert not layout.missing


def test_contents_tell_a_column_whose_head_does_not() -> None:
    layout = proposed(
        ("编号", "收到日期", "答复日期", "栏目甲", "栏目乙"),
        ("甲1", "2025-1-2", "2025-1-9", "公民", "信息不存在"),
        ("甲2", "2025-1-3", "2025-1-9", "企业", "予以公开"),
    )
    assert columns(layout) == {"number": 0, "received": 1, "answered": 2, "kind": 3, "outcome": 4}


def test_a_head_of_two_lines_is_read_with_and_without_merged_cells() -> None:
    upper, lower = ("编号", "申请人", "", "办理情况", ""), ("", "姓名", "类型", "日期", "结果")
    body = ("甲1", "赵某", "公民", "2025-1-9", "予以公开")
    received = (("收到日期", ""), ("", ""), ("2025-1-2", ""))
    rows = [(*line, *more[:1]) for line, more in zip((upper, lower, body), received, strict=True)]
    merged = (Merge(0, 0, 1, 0), Merge(0, 1, 0, 2), Merge(0, 3, 0, 4), Merge(0, 5, 1, 5))
    assert columns(proposed(*rows, merges=merged))["outcome"] == 4
    assert columns(proposed(*rows)) == columns(proposed(*rows, merges=merged))


def test_a_column_can_be_for_one_thing_only_unless_two_say_it_together() -> None:
    layout = Layout(Kind.APPLICATIONS, (Field.RECEIVED, None, Field.OUTCOME, None))
    assert layout.with_field(1, Field.RECEIVED).fields == (None, Field.RECEIVED, Field.OUTCOME, None)
    assert layout.with_field(3, Field.OUTCOME).of(Field.OUTCOME) == (2, 3)
    assert layout.with_field(0, None).missing[0] == (Field.RECEIVED,)


@pytest.mark.parametrize(
    ("title", "only"),
    [("行政复议台账", "review"), ("直接起诉行政诉讼台账", "direct_suit"), ("2025年复议诉讼案件", "")],
)
def test_a_sheet_of_disputes_is_told_by_its_title_or_by_a_column(title: str, only: str) -> None:
    layout = proposed(
        (title,),
        ("案号", "案件类型", "受理日期", "审结日期", "审理结果"),
        ("甲1", "行政复议", "2025-1-2", "2025-3-9", "维持"),
    )
    assert layout.kind is Kind.DISPUTES
    assert layout.only == only
    assert not layout.missing
