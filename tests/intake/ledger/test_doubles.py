"""Rows that look like one application entered twice are counted and pointed out."""

import pytest

from intake.ledger.ledger import Ledger
from intake.ledger.memory import Memory
from intake.ledger.reading import LedgerFile
from intake.ledger.sheets import Row, Sheet, squared
from model.form_file import form_for
from tests.intake.ledger.rows import HEAD, TODAY, YEAR, count_of

FIRST: Row = ["2024-001", "2024-03-01", "赵某", "公民", "予以公开", "2024-03-20"]
OTHER: Row = ["2024-002", "2024-04-01", "钱某", "公民", "予以公开", "2024-04-20"]


def doubles(*rows: Row) -> list[tuple[int, str]]:
    """How many rows each group has, and why it is one."""
    return [(len(found.places), found.why) for found in count_of(*rows).tallies["applications"].doubles]


def test_two_applications_are_no_double() -> None:
    assert doubles(FIRST, OTHER) == []


@pytest.mark.parametrize("number", ["2024-001", "2024001", 20240001])
def test_the_same_number_twice(number: str | int) -> None:
    assert doubles([number, *FIRST[1:]], [number, *OTHER[1:]]) == [(2, "编号重复")]


def test_all_but_the_number_alike() -> None:
    ((rows, why),) = doubles(FIRST, OTHER, ["2024-003", *FIRST[1:]])
    assert rows == 2
    assert why.startswith("除编号外完全相同")


def test_missing_numbers_are_not_the_same_number() -> None:
    assert doubles(["", *FIRST[1:]], ["", *OTHER[1:]]) == []


def test_what_looks_entered_twice_is_counted_all_the_same() -> None:
    assert count_of(FIRST, FIRST).cells["applications.received.natural_person"] == 2


def test_rows_that_are_alike_in_all_and_have_one_number_are_told_once() -> None:
    assert [double.places for double in count_of(FIRST, FIRST).tallies["applications"].doubles] == [(2, 3)]


def on_sheets(*sheets: Row) -> list[str]:
    """Why rows look like one application where each stands on a sheet of its own."""
    made = tuple(Sheet(f"{at}季度", squared([list(HEAD), list(row)])) for at, row in enumerate(sheets, 1))
    ledger = Ledger.of([LedgerFile("台账.xlsx", made)], form_for(YEAR), YEAR, Memory({}))
    return [found.why for found in ledger.count(Memory({}), TODAY).tallies["applications"].doubles]


def test_what_was_open_on_one_sheet_and_is_answered_on_another_is_one_application() -> None:
    opened: Row = ["8", "2024年3月1日", "赵某", "个人", "办理中", ""]
    assert on_sheets(FIRST, opened) == ["申请人、收到日期相同，登记在不同的工作表中"]


def test_one_applicant_on_another_day_or_answered_on_another_day_is_no_double() -> None:
    assert on_sheets(FIRST, ["8", "2024-03-02", *FIRST[2:]]) == []
    assert on_sheets(FIRST, ["8", *FIRST[1:5], "2024-03-21"]) == []
    assert doubles(FIRST, ["8", *FIRST[1:4], "部分公开", FIRST[5]]) == [], "on one sheet one may apply twice"
