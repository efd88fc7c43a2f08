"""Table four: under its heads, whatever order these have, else in the one way in which each group adds up."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

import pytest

from intake.page.flow import Piece, Row
from intake.tables.groups.groups import find_groups
from model.form_file import load_form
from tests.intake.tables.drawn import grid, lines, table

Read: TypeAlias = Callable[[Sequence[Sequence[str]]], Sequence[Row]]

NAMES = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")


def found(rows: Sequence[Row]) -> tuple[list[object], set[str]]:
    told = find_groups(load_form("2021"), table("disputes"), rows)
    keys = [key for key in load_form("2021").cells if key.startswith("disputes.")]
    return [told.values.get(key) for key in keys], {
        str(told.states[key]) for key in keys if key in told.states
    }


def test_an_empty_column_too_many_moves_no_number() -> None:
    values = ("5", "", "", "2", "7", "8", "", "", "1", "9", "", "", "", "", "", "")
    told, _ = found(grid((*NAMES * 3, ""), values))
    assert told == [5, None, None, 2, 7, 8, None, None, 1, 9, None, None, None, None, None]


def test_columns_in_another_order_are_followed() -> None:
    turned = (NAMES[-1], *NAMES[:-1])
    told, states = found(grid(turned * 3, ("10", "1", "2", "3", "4") * 3))
    assert told == [1, 2, 3, 4, 10] * 3
    assert states == {"read"}


def test_values_without_heads_count_where_each_group_adds_up() -> None:
    good = "| 40 | 0 | 10 | 5 | 55 | 2 | 0 | 4 | 6 | 12 | 6 | 0 | 9 | 7 | 22 |"
    assert found(lines(good))[1] == {"placed"}
    assert found(lines(good.replace("55", "56")))[1] == {"doubtful"}


def test_groups_that_lines_name_in_another_order_are_followed() -> None:
    labels = ("行政复议", "未经复议直接起诉", "复议后起诉")
    rows = [f"{label} {count} 0 0 1 {count + 1}" for label, count in zip(labels, (5, 2, 8), strict=True)]
    told = found(lines("\n".join((" ".join(NAMES), *rows))))
    assert told[1] <= {"read", "placed"}
    assert found(lines("\n".join((" ".join(NAMES), *rows[::-1])))) == told


def test_a_row_a_group_and_a_column_a_group_are_read() -> None:
    across = grid(
        ("", *NAMES), ("行政复议", *"12339"), ("未经复议直接起诉", *"45009"), ("复议后起诉", *"00011")
    )
    down = grid(
        ("", "行政复议", "未经复议直接起诉", "复议后起诉"),
        *zip(NAMES, "12339", "45009", "00011", strict=True),
    )
    wanted = [*map(int, "123394500900011")]
    assert found(across) == found(down) == (wanted, {"read"})


def test_groups_in_another_order_are_followed() -> None:
    heads = [
        Piece(text, 5 * place, 5) for place, text in enumerate(("复议后起诉", "行政复议", "未经复议直接起诉"))
    ]
    top = Row(0, tuple(heads), 0, "", columns=15)
    told, states = found([top, *grid(NAMES * 3, "000111233945009", start=1)])
    assert told == [*map(int, "123394500900011")]
    assert states == {"read"}


def test_numbers_that_several_readings_admit_are_doubtful_and_all_are_shown() -> None:
    told = find_groups(load_form("2021"), table("disputes"), lines("0 0 0 0 0 0 0"))
    assert not any(told.values.values())
    assert set(told.states.values()) <= {"doubtful", "missing"}
    assert told.unread


def test_heads_of_the_offices_own_leave_the_numbers_doubtful() -> None:
    strange = ("支持", "撤改", "旁的", "未完", "小结")
    told, states = found(lines(f"{' '.join(strange * 3)}\n5 1 2 2 0 5 1 2 2 0 5 1 2 2 0"))
    assert states == {"doubtful"}
    assert not any(told)


def test_a_row_in_unequal_parts_on_two_lines_is_doubtful() -> None:
    heads = " ".join(NAMES * 3)
    parts = ("2 0 4 6 12 6 0 9 7 22", "40 0 10 5 55")
    assert found(lines("\n".join((heads, *parts))))[1] == {"doubtful"}
    assert found(lines("\n".join((heads, " ".join(parts)))))[1] <= {"placed", "read"}


def test_as_many_numbers_as_cells_with_a_blank_among_them_have_one_too_many() -> None:
    heads = "| " + " | ".join(NAMES * 3) + " | 占比 |"
    row = "| 0 | 2 | 0 | 0 | 2 | 0 | 0 |  | 0 | 8 | 0 | 0 | 0 | 0 | 0 | 99% |"
    assert found(lines(f"{heads}\n{row}"))[1] == {"doubtful"}


def test_a_row_with_a_cell_too_few_is_doubtful_though_its_last_group_is_nothing() -> None:
    heads = "| " + " | ".join(NAMES * 3) + " |"
    row = "| 0 | 2 | 0 | 0 | 2 | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 |"
    assert "read" not in found(lines(f"{heads}\n{heads}\n{row}"))[1]


def test_values_behind_a_column_of_the_offices_own_are_doubtful() -> None:
    heads = "| 占比 | " + " | ".join(NAMES * 3) + " |"
    row = "| 37% | 0 | 0 | 1 | 25 |  | 0 | 5 | 6 | 1 |  | 0 | 0 | 0 | 2 |  |"
    assert found(lines(f"{heads}\n{row}"))[1] == {"doubtful"}


def test_a_line_short_of_a_cell_whose_sums_tell_nothing_is_doubtful() -> None:
    heads = "\t".join(NAMES * 3)
    assert found(lines(f"{heads}\n0\t\t0\t\t\t0\t0\t0\t\t\t\t\t\t0"))[1] == {"doubtful"}
    proven = "5\t\t\t2\t7\t8\t\t\t1\t9\t\t"
    assert found(lines(f"{heads}\n{proven}"))[1] == {"placed", "doubtful"}


def test_a_group_in_lines_that_does_not_add_up_may_have_been_torn() -> None:
    heads = "\n".join(NAMES * 3)
    whole = "1 2 3 4 10 0 0 0 0 0 5 0 0 0 5"
    assert found(lines(f"{heads}\n{whole}"))[1] == {"read"}
    torn = find_groups(load_form("2021"), table("disputes"), lines(f"{heads}\n{whole.replace('10', '2')}"))
    doubtful = {key for key, state in torn.states.items() if state == "doubtful"}
    assert doubtful == {key for key in torn.states if key.startswith("disputes.review.")}


def of_three(names: Sequence[str] = NAMES) -> list[tuple[str, ...]]:
    """The rows of heads over the three groups, each in its first place."""
    return [
        ("行政复议", *[""] * 4, "行政诉讼", *[""] * 9),
        ("", *[""] * 4, "未经复议直接起诉", *[""] * 4, "复议后起诉", *[""] * 4),
        (*names, *names, *names),
    ]


SUITS = ("1", "0", "2", "0", "3", "0", "4", "0", "0", "4", "0", "0", "0", "5", "5")
WANTED = [*map(int, SUITS)]


def in_bars(rows: Sequence[Sequence[str]]) -> list[Row]:
    return lines("\n".join(f"| {' | '.join(row)} |" for row in rows))


@pytest.mark.parametrize("read", [lambda rows: grid(*rows), in_bars])
@pytest.mark.parametrize(("head", "value"), [("合计", "12"), ("备注", "无"), ("上年", "7")])
def test_a_column_of_the_offices_own_behind_the_forms_is_no_part(read: Read, head: str, value: str) -> None:
    heads = [(*row, own) for row, own in zip(of_three(), (head, "", ""), strict=True)]
    told, states = found(read([*heads, (*SUITS, value)]))
    assert told == WANTED
    assert states <= {"read", "placed"}


@pytest.mark.parametrize("read", [lambda rows: grid(*rows), in_bars])
def test_beside_a_column_of_the_offices_own_a_row_short_of_a_cell_is_doubtful(read: Read) -> None:
    heads = [(*row, own) for row, own in zip(of_three(), ("备注", "", ""), strict=True)]
    assert found(read([*heads, (*SUITS[:9], *SUITS[10:], "2")]))[1] == {"doubtful"}


@pytest.mark.parametrize("read", [lambda rows: grid(*rows), in_bars])
@pytest.mark.parametrize(
    ("this", "other"), [("本年数", "上年数"), ("2024年", "2023年"), ("件数", "比上年增减")]
)
def test_a_row_of_another_year_is_no_row_of_the_report(read: Read, this: str, other: str) -> None:
    rows = [("年度", *of_three()[0]), *(("", *row) for row in of_three()[1:])]
    own, last = (this, *SUITS), (other, *("0", "0", "0", "1", "1") * 3)
    for order in ([own, last], [last, own]):
        told, states = found(read([*rows, *order]))
        assert told == WANTED
        assert states <= {"read", "placed"}


@pytest.mark.parametrize("read", [lambda rows: grid(*rows), in_bars])
def test_numerals_of_columns_are_no_row(read: Read) -> None:
    assert found(read([*of_three(), [str(number) for number in range(1, 16)], SUITS]))[0] == WANTED


@pytest.mark.parametrize("read", [lambda rows: grid(*rows), in_bars])
def test_a_table_that_stands_twice_is_read_once_and_two_tables_not_at_all(read: Read) -> None:
    whole = [*of_three(), SUITS]
    assert found(read([*whole, *whole]))[0] == WANTED
    told, states = found(read([*whole, *of_three(), ("0", "0", "0", "1", "1") * 3]))
    assert told == [None] * 15
    assert states == {"doubtful"}


@pytest.mark.parametrize("read", [lambda rows: grid(*rows), in_bars])
def test_heads_written_into_each_of_their_places_tell_the_order_of_the_groups(read: Read) -> None:
    rows = [
        ("行政诉讼",) * 10 + ("行政复议",) * 5,
        ("未经复议直接起诉",) * 5 + ("复议后起诉",) * 5 + NAMES,
        NAMES * 3,
    ]
    told, states = found(read([*rows, SUITS[5:] + SUITS[:5]]))
    assert told == WANTED
    assert states <= {"read", "placed"}


def test_a_table_of_five_and_one_of_ten_in_lines_are_both_read() -> None:
    heads = " ".join(NAMES)
    first = ("行政复议", heads, " ".join(SUITS[:5]))
    second = ("行政诉讼", "未经复议直接起诉 复议后起诉", f"{heads} {heads}", " ".join(SUITS[5:]))
    told, states = found(lines("\n".join((*first, *second))))
    assert told == WANTED
    assert states <= {"read", "placed"}
