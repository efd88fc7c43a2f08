"""Table four: under its heads, whatever order these have, else in the one way in which each group adds up."""

from collections.abc import Sequence

from intake.page.flow import Row
from intake.tables.groups import find_groups
from model.form_file import load_form
from tests.intake.tables.rows import grid, lines, table

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
