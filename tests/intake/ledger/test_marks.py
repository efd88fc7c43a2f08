"""Ledgers with a column for each outcome or kind of applicant: what is marked is counted, what is not sure is listed."""

from collections.abc import Sequence

import pytest

from intake.ledger.columns import Field
from intake.ledger.ledger import Count, Ledger
from intake.ledger.map_file import give_words, lay_out, read_map
from intake.ledger.memory import Memory
from intake.ledger.reading import LedgerFile
from intake.ledger.sheets import Merge, Raw, Row, Sheet, squared
from intake.ledger.tally import Purpose
from model.form_file import form_for
from tests.intake.ledger.rows import TODAY, YEAR, ledger_of

HEAD: Row = [
    "编号",
    "收到日期",
    "申请人",
    "答复日期",
    "公民",
    "企业",
    "其他",
    "予以公开",
    "信息不存在",
    "其他",
]
DAYS: Row = ["2024-3-1", "赵某", "2024-3-9"]


def row(number: str, *signs: Raw) -> Row:
    return [number, *DAYS, *signs]


def count_of(*rows: Sequence[Raw], head: Row = HEAD, memory: Memory | None = None) -> Count:
    given = memory or Memory({})
    return ledger_of(*rows, head=head, memory=given).count(given, TODAY)


def uses(ledger: Ledger) -> list[Field | None]:
    return list(ledger.parts[0].layout.fields)


@pytest.mark.parametrize(
    "sign", ["√", " ✔", "1", 1, 1.0, True, "是", "Ｖ", "✅", "✔️", "⚫", "打勾", "1件", "ü"]
)
def test_a_mark_counts_in_whatever_way_it_is_written(sign: Raw) -> None:
    cells = count_of(row("甲1", sign, "", "", sign, "", ""), row("甲2", "", sign, "", "否", sign, 0)).cells
    assert cells["applications.granted.natural_person"] == 1
    assert cells["applications.unavailable_not_held.enterprise"] == 1
    assert cells["applications.received.total"] == 2


def test_a_head_that_both_know_goes_with_the_columns_before_it() -> None:
    found = uses(ledger_of(row("甲1", "√", "", "", "√", "", ""), head=HEAD))
    assert found[4:] == [Field.KIND_MARK] * 3 + [Field.OUTCOME_MARK] * 3


@pytest.mark.parametrize(
    ("signs", "why"),
    [
        (("√", "", "", "√", "√", ""), "有 2 列打了勾"),
        (("√", "", "", "", "", ""), "没有填写办理结果"),
        (("√", "√", "", "√", "", ""), "有 2 列打了勾"),
        (("√", "", "", "×", "", ""), "在“予以公开”一列，看不出是不是打勾"),
        (("√", "", "", "", "", "√"), "可能是几种情形，看不出是哪一种"),
    ],
)
def test_a_row_that_is_marked_twice_or_not_at_all_is_listed(signs: Sequence[Raw], why: str) -> None:
    sound = [row(f"甲{at}", "√", "", "", "√", "", "") for at in range(3)]
    count = count_of(*sound, row("乙", *signs))
    tally = count.tallies["applications"]
    assert [(entry.place, entry.why) for entry in tally.unplaced] == [(5, why)]
    assert count.cells["applications.received.total"] == 3


def test_an_applicant_without_a_mark_is_told_by_the_name() -> None:
    count = count_of(row("甲1", "", "", "", "√", "", ""))
    assert count.tallies["applications"].guessed == {
        "applications.received.natural_person": [2],
        "applications.granted.natural_person": [2],
    }


def test_a_head_that_nobody_knows_is_asked_for_once() -> None:
    head = [*HEAD[:7], "A类", "信息不存在", "部分公开"]
    memory = Memory({})
    ledger = ledger_of(row("甲1", "√", "", "", "√", "", ""), head=head, memory=memory)
    ledger.use(0, 7, Field.OUTCOME_MARK)
    (question,) = ledger.count(memory, TODAY).tallies["applications"].questions
    assert (question.purpose, question.value) == (Purpose.OUTCOME, "A类")
    memory.give(Purpose.OUTCOME, "A类", "granted")
    assert ledger.count(memory, TODAY).cells["applications.granted.natural_person"] == 1


def test_a_group_decides_where_a_head_alone_does_not() -> None:
    upper: Row = ["编号", "收到日期", "申请人", "答复日期", "不予处理", "", "其他处理", ""]
    lower: Row = ["", "", "", "", "信访", "重复申请", "逾期未缴费", "其他"]
    merges = (
        *(Merge(0, at, 1, at) for at in range(4)),
        Merge(0, 4, 0, 5),
        Merge(0, 6, 0, 7),
    )
    rows = [upper, lower, row("甲1", "", "", "", "√"), row("甲2", "√", "", "", "")]
    for spans in (merges, ()):
        sheet = Sheet("台账", squared(rows), spans)
        ledger = Ledger.of([LedgerFile("台账.xlsx", (sheet,))], form_for(YEAR), YEAR, Memory({}))
        cells = ledger.count(Memory({}), TODAY).cells
        assert cells["applications.other_remaining.natural_person"] == 1
        assert cells["applications.declined_petition.natural_person"] == 1


def test_results_of_disputes_beside_the_marks_are_no_outcomes() -> None:
    upper: Row = ["编号", "收到日期", "申请人", "答复日期", "办理结果", "", "行政诉讼", "", "答复方式", ""]
    lower: Row = ["", "", "", "", "予以公开", "信息不存在", "维持", "未审结", "邮寄", "当面"]
    merges = (*(Merge(0, at, 1, at) for at in range(4)), *(Merge(0, at, 0, at + 1) for at in (4, 6, 8)))
    rows = [upper, lower, row("甲1", "√", "", "", "√", "√", ""), row("甲2", "", "√", "", "", "", "√")]
    for spans in (merges, ()):
        sheet = Sheet("台账", squared(rows), spans)
        ledger = Ledger.of([LedgerFile("台账.xlsx", (sheet,))], form_for(YEAR), YEAR, Memory({}))
        assert uses(ledger)[4:] == [Field.OUTCOME_MARK] * 2 + [None] * 4
        count = ledger.count(Memory({}), TODAY)
        assert count.cells["applications.handled_total.total"] == 2
        assert not count.tallies["applications"].unplaced


def test_a_second_line_of_results_is_no_row_though_no_outcome_is_in_it() -> None:
    upper: Row = ["编号", "收到日期", "申请人", "答复日期", "办理结果", "行政复议", "", "行政诉讼", ""]
    lower: Row = ["", "", "", "", "", "维持", "纠正", "维持", "纠正"]
    rows = [upper, lower, row("甲1", "予以公开", "√", "", "", "")]
    sheet = Sheet("台账", squared(rows), ())
    ledger = Ledger.of([LedgerFile("台账.xlsx", (sheet,))], form_for(YEAR), YEAR, Memory({}))
    count = ledger.count(Memory({}), TODAY)
    assert count.cells["applications.received.total"] == 1
    assert not count.tallies["applications"].unplaced


def test_remarks_with_a_sign_beside_an_outcome_in_words_change_nothing() -> None:
    head: Row = ["编号", "收到日期", "申请人", "答复日期", "办理结果", "信访", "咨询"]
    ledger = ledger_of(row("甲1", "予以公开", "是", "否"), row("甲2", "信息不存在", "否", "否"), head=head)
    assert uses(ledger)[4:] == [Field.OUTCOME, None, None]
    assert ledger.count(Memory({}), TODAY).cells["applications.granted.natural_person"] == 1


def test_columns_with_one_head_are_remembered_each_by_itself() -> None:
    memory = Memory({})
    first = ledger_of(row("甲1", "√", "", "", "√", "", ""), head=HEAD, memory=memory)
    first.confirm(memory)
    again = ledger_of(row("甲1", "√", "", "", "√", "", ""), head=HEAD, memory=memory)
    assert uses(again) == uses(first)
    assert again.known


def test_a_map_names_the_columns_and_what_their_heads_mean() -> None:
    head: Row = ["编号", "收到日期", "申请人", "答复日期", "丁", "戊"]
    data = read_map(
        '[columns]\noutcome_mark = ["丁", "F"]\n[words.outcome]\n"丁" = "予以公开"\n"戊" = "部分公开"'
    )
    memory = Memory({})
    give_words(data, memory, form_for(YEAR))
    ledger = ledger_of(row("甲1", "√", ""), row("甲2", "", "√"), head=head, memory=memory)
    lay_out(data, ledger)
    cells = ledger.count(memory, TODAY).cells
    assert cells["applications.granted.natural_person"] == cells["applications.partial.natural_person"] == 1


def test_a_row_of_words_below_the_head_is_no_second_line_of_it() -> None:
    head: Row = ["编号", "收到日期", "申请人", "申请人类型", "办理结果", "答复日期"]
    count = count_of(["", "", "", "公民", "予以公开", ""], head=head)
    assert len(count.tallies["applications"].unplaced) == 1
