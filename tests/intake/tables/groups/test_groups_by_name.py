"""Groups are told by their names, wherever their rows, columns or tables stand; a row of the office's own is no group's."""

from collections.abc import Callable, Sequence
from itertools import permutations
from typing import Final

import pytest

from intake.page.flow import Row
from intake.tables.found import Found
from intake.tables.groups.groups import find_groups
from intake.tables.named_block import read_block
from model.form_file import load_form
from model.import_state import ImportState
from tests.intake.tables.drawn import grid, lines

FORM: Final = load_form("2021")
TABLE: Final = FORM.table("disputes")
HEADS: Final = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
REVIEW: Final = ("行政复议", "2", "0", "1", "0", "3")
DIRECT: Final = ("未经复议直接起诉", "4", "0", "0", "0", "4")
AFTER: Final = ("复议后起诉", "0", "5", "0", "1", "6")
KEYS: Final[dict[tuple[str, ...], str]] = {
    REVIEW: "review",
    DIRECT: "direct_suit",
    AFTER: "suit_after_review",
}
COLUMNS: Final = ("upheld", "corrected", "other", "pending", "total")


def imported(rows: Sequence[Sequence[str]]) -> Found:
    return find_groups(FORM, TABLE, grid(*rows))


def pasted(rows: Sequence[Sequence[str]]) -> Found:
    found = read_block(FORM, TABLE, rows)
    assert found is not None
    return found


BOTH: Final = pytest.mark.parametrize("read", [imported, pasted])
Read = Callable[[Sequence[Sequence[str]]], Found]


def wanted(*groups: tuple[str, ...]) -> dict[str, int]:
    return {
        f"disputes.{KEYS[group]}.{column}": int(number)
        for group in groups
        for column, number in zip(COLUMNS, group[1:], strict=True)
    }


def told(found: Found) -> dict[str, object]:
    return {key: value for key, value in found.values.items() if value is not None}


def states(found: Found, *groups: tuple[str, ...]) -> set[ImportState]:
    return {found.states[key] for key in wanted(*groups)}


@BOTH
@pytest.mark.parametrize("order", list(permutations(KEYS)))
def test_rows_follow_their_labels_in_any_order(read: Read, order: Sequence[tuple[str, ...]]) -> None:
    found = read([("类别", *HEADS), *order])
    assert told(found) == wanted(*KEYS)
    assert states(found, *KEYS) == {ImportState.READ}


@BOTH
@pytest.mark.parametrize(
    ("direct", "after"),
    [
        ("行政诉讼（未经复议直接起诉）", "行政诉讼（复议后起诉）"),
        ("其中：未经复议直接起诉", "其中：复议后起诉"),
        ("3.直接起诉", "2.经复议后起诉"),
        ("未经行政复议直接起诉", "行政复议后起诉"),
    ],
)
def test_rows_follow_labels_with_words_beside_the_forms(read: Read, direct: str, after: str) -> None:
    found = read([("类别", *HEADS), (after, *AFTER[1:]), REVIEW, (direct, *DIRECT[1:])])
    assert told(found) == wanted(*KEYS)


@BOTH
@pytest.mark.parametrize("gone", [REVIEW, DIRECT, AFTER])
def test_a_row_that_lacks_leaves_the_others_where_they_are(read: Read, gone: tuple[str, ...]) -> None:
    kept = [group for group in KEYS if group is not gone]
    found = read([("类别", *HEADS), *kept[::-1]])
    assert told(found) == wanted(*kept)
    assert states(found, *kept) == {ImportState.READ}


@BOTH
@pytest.mark.parametrize("own", ["合计", "行政诉讼", "行政复议（上年）", "上年行政复议"])
def test_a_row_of_the_offices_own_is_no_group_and_is_told(read: Read, own: str) -> None:
    found = read([("类别", *HEADS), REVIEW, (own, "7", "5", "1", "1", "14"), AFTER])
    assert told(found) == wanted(REVIEW, AFTER)
    assert states(found, DIRECT) == {ImportState.DOUBTFUL}
    assert any("14" in line for line in found.unread)


@BOTH
def test_columns_of_a_row_follow_their_heads(read: Read) -> None:
    heads = ("类别", HEADS[1], HEADS[0], *HEADS[2:])
    rows = [(row[0], row[2], row[1], *row[3:]) for row in (AFTER, REVIEW, DIRECT)]
    assert told(read([heads, *rows])) == wanted(*KEYS)


@BOTH
def test_columns_of_groups_follow_their_names(read: Read) -> None:
    columns = (("结果", *HEADS), REVIEW, AFTER, DIRECT)
    found = read(list(zip(*columns, strict=True)))
    assert told(found) == wanted(*KEYS)


@BOTH
def test_words_above_heads_and_numbers_name_the_group(read: Read) -> None:
    rows: list[Sequence[str]] = []
    for name, *numbers in (AFTER, REVIEW, DIRECT):
        rows += [(name, *[""] * 4), HEADS, numbers]
    assert told(read(rows)) == wanted(*KEYS)


def test_a_table_a_group_is_the_one_that_its_caption_names() -> None:
    rows: list[Row] = []
    for number, (name, *numbers) in enumerate((REVIEW, AFTER, DIRECT)):
        rows += [*lines(name), *grid(HEADS, numbers, number=number)]
    assert told(find_groups(FORM, TABLE, rows)) == wanted(*KEYS)


@BOTH
def test_a_group_that_is_there_twice_is_none_of_the_two(read: Read) -> None:
    found = read([("类别", *HEADS), REVIEW, (REVIEW[0], *AFTER[1:]), DIRECT])
    assert not told(found)
    assert states(found, *KEYS) == {ImportState.DOUBTFUL}


def test_rows_without_heads_are_doubtful_unless_they_add_up() -> None:
    good, bad = imported([AFTER, REVIEW, DIRECT]), imported([AFTER, REVIEW, (*DIRECT[:-1], "9")])
    assert told(good) == wanted(*KEYS)
    assert states(good, *KEYS) == {ImportState.READ}
    assert states(bad, *KEYS) == {ImportState.DOUBTFUL}


@BOTH
def test_numbers_below_a_name_beside_the_heads_are_in_the_order_of_these(read: Read) -> None:
    rows: list[Sequence[str]] = []
    for name, *numbers in (AFTER, REVIEW, DIRECT):
        rows += [(name, *HEADS), (*numbers, "")]
    assert told(read(rows)) == wanted(*KEYS)
