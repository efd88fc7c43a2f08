"""Table four: under its heads, whatever order these have, else in the one way in which each group adds up."""

from collections.abc import Sequence

from intake.page.flow import Piece, Row
from intake.tables.groups.groups import find_groups
from model.form_file import load_form
from tests.intake.tables.drawn import grid, lines, table

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


def test_groups_that_lines_name_in_another_order_are_doubtful() -> None:
    labels = ("行政复议", "未经复议直接起诉", "复议后起诉")
    rows = [f"{label} {count} 0 0 1 {count + 1}" for label, count in zip(labels, (5, 2, 8), strict=True)]
    assert found(lines("\n".join((" ".join(NAMES), *rows))))[1] <= {"read", "placed"}
    assert found(lines("\n".join((" ".join(NAMES), *rows[::-1]))))[1] == {"doubtful"}


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
