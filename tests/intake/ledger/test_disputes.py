"""Reviews and suits are counted into table 四: with their outcome, or pending at the end of the year."""

import pytest

from intake.ledger.ledger import Count, Ledger
from intake.ledger.memory import Memory
from intake.ledger.reading import read_ledger
from intake.ledger.tally import Reason
from model.form_file import form_for
from tests.intake.ledger.invented import TODAY, YEAR

FORM = form_for(YEAR)
HEAD = "案号,案件类型,起诉方式,受理日期,审结日期,审理结果"


def count_of(*lines: str) -> Count:
    source = read_ledger("\n".join((HEAD, *lines)).encode(), "复议诉讼.csv")
    memory = Memory({})
    return Ledger.of([source], FORM, YEAR, memory).count(memory, TODAY)


def test_each_case_stands_in_its_cell_and_the_sums_hold() -> None:
    count = count_of(
        "1,行政复议,,2025-1-2,2025-3-1,维持",
        "2,行政复议,,2024-11-2,2025-1-20,撤销并责令重新答复",
        "3,行政复议,,2025-11-2,,",
        "4,行政复议,,2025-11-2,2026-1-5,维持",
        "5,行政诉讼,直接起诉,2025-2-2,2025-6-1,驳回诉讼请求",
        "6,行政诉讼,复议后起诉,2025-2-2,2025-6-1,撤诉",
        "7,行政诉讼,复议后起诉,2025-12-2,,审理中",
    )
    assert not count.tallies["disputes"].unplaced
    cells = {key.removeprefix("disputes."): n for key, n in count.cells.items() if n}
    assert cells == {
        "review.upheld": 1,
        "review.corrected": 1,
        "review.pending": 2,
        "review.total": 4,
        "direct_suit.upheld": 1,
        "direct_suit.total": 1,
        "suit_after_review.other": 1,
        "suit_after_review.pending": 1,
        "suit_after_review.total": 2,
    }


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("1,行政诉讼,,2025-1-2,2025-3-1,维持", Reason.DISPUTE),
        ("1,行政复议,,2025-1-2,2025-3-1,驳回起诉", Reason.OUTCOME),
        ("1,行政复议,,2025-1-2,2025-3-1,", Reason.OUTCOME),
        ("1,行政复议,,2025-1-2,,维持", Reason.UNFINISHED),
        ("1,行政复议,,2025-1-2,2025-3-1,审理中", Reason.UNFINISHED),
        ("1,行政复议,,2025-3-2,2025-3-1,维持", Reason.ANSWERED),
        ("1,行政复议,,2024-3-2,2024-5-1,维持", Reason.OTHER_YEAR),
        ("1,行政复议,,2026-1-2,,", Reason.OTHER_YEAR),
        ("1,行政复议,,2025-2-30,,", Reason.RECEIVED),
    ],
)
def test_a_case_without_a_place_says_why(line: str, reason: Reason) -> None:
    tally = count_of(line, "2,行政复议,,2025-1-2,2025-3-1,维持").tallies["disputes"]
    assert [entry.reason for entry in tally.unplaced] == [reason]
    assert [entry.place for entry in tally.unplaced] == [2]


@pytest.mark.parametrize(
    ("head", "direct", "after"),
    [
        ("是否先经复议", "否", "是"),
        ("是否经过行政复议", "0", "√"),
        ("是否直接起诉", "是", "否"),
        ("起诉前是否复议", "未", "已"),
        ("有无复议", "不是", "是的"),
    ],
)
def test_a_column_that_asks_how_a_case_came_to_court_is_understood(
    head: str, direct: str, after: str
) -> None:
    lines = (
        "1,行政复议,,2025-1-2,2025-3-1,维持",
        "2,行政复议,否,2025-1-2,2025-3-1,维持",
        f"3,行政诉讼,{direct},2025-2-2,2025-6-1,驳回诉讼请求",
        f"4,行政诉讼,{after},2025-2-2,2025-6-1,撤诉",
    )
    text = "\n".join((HEAD.replace("起诉方式", head), *lines))
    count = Ledger.of([read_ledger(text.encode(), "复议诉讼.csv")], FORM, YEAR, Memory({})).count(
        Memory({}), TODAY
    )
    assert not count.tallies["disputes"].unplaced
    cells = [count.cells[f"disputes.{kind}.total"] for kind in ("review", "direct_suit", "suit_after_review")]
    assert cells == [2, 1, 1]


@pytest.mark.parametrize("answer", ["", "/", "无", "不详"])
def test_a_suit_without_an_answer_is_not_guessed(answer: str) -> None:
    line = f"1,行政诉讼,{answer},2025-1-2,2025-3-1,维持"
    text = "\n".join((HEAD.replace("起诉方式", "是否先经复议"), line))
    count = Ledger.of([read_ledger(text.encode(), "复议诉讼.csv")], FORM, YEAR, Memory({})).count(
        Memory({}), TODAY
    )
    assert [entry.reason for entry in count.tallies["disputes"].unplaced] == [Reason.DISPUTE]


UNDATED = "案号,案件类型,受理日期,审理结果"


def test_without_closing_dates_an_outcome_tells_that_a_case_of_the_year_is_concluded() -> None:
    lines = (
        "1,行政复议,2025-1-2,维持",
        "2,行政复议,2025-11-2,",
        "3,行政复议,2025-11-2,审理中",
        "4,行政复议,2024-11-2,审理中",
        "5,行政复议,2024-11-2,维持",
        "6,行政复议,2025-3-2,说不清",
    )
    source = read_ledger("\n".join((UNDATED, *lines)).encode(), "复议诉讼.csv")
    made = Ledger.of([source], FORM, YEAR, Memory({}))
    assert not made.missing
    assert made.assumed == ("“复议诉讼.csv”没有“审结日期”一列：本年受理、有审理结果的，按本年审结计入",)
    tally = made.count(Memory({}), TODAY).tallies["disputes"]
    assert tally.rows == {"disputes.review.upheld": [2], "disputes.review.pending": [3, 4, 5]}
    assert tally.guessed == {"disputes.review.upheld": [2]}
    assert tally.guess.startswith("行有审理结果而台账没有“审结日期”一列")
    assert [(each.place, each.why) for each in tally.unplaced] == [
        (6, "2025 年以前受理，没有审结日期，看不出哪一年审结"),
        (7, "不认识这个说法"),
    ]


def test_where_closing_dates_are_asked_for_nothing_is_supposed() -> None:
    source = read_ledger(f"{HEAD}\n1,行政复议,,2025-1-2,2025-3-1,维持".encode(), "复议诉讼.csv")
    made = Ledger.of([source], FORM, YEAR, Memory({}))
    assert not made.assumed
    assert not made.count(Memory({}), TODAY).tallies["disputes"].guessed
