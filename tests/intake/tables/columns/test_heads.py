"""Heads above numbers tell their columns; other heads, or another order, speak against the form's."""

from collections.abc import Sequence

import pytest

from intake.page.flow import Piece, Row
from intake.tables.columns.heads import Heads, above
from intake.tables.columns.heads_above import heads_of
from intake.tables.rows.readings import best_reading
from model.form_file import load_form
from tests.intake.tables.drawn import GRANTED, entry, grid, lines, table

HEAD = ("申请人情况", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
ROW = ("（一）予以公开", *"7520000")


def over_the_row(rows: Sequence[Row]) -> Heads:
    """The heads over the row （一）予以公开."""
    reading = best_reading(table(), rows)
    every = list(heads_of(table(), reading.entries, reading.targets, reading.pairs))
    return next(every[index] for index, place in reading.pairs.items() if reading.targets[place] == GRANTED)


def test_heads_of_a_real_table_tell_the_columns() -> None:
    heads = over_the_row(grid(HEAD, ROW))
    assert heads.on_grid
    assert heads.columns(GRANTED) == [(column, 1) for column in range(1, 8)]
    assert not heads.contradict(GRANTED, entry(*ROW[1:], on_grid=True))


def test_columns_that_stand_in_another_order_are_found_and_told() -> None:
    heads = over_the_row(grid((HEAD[0], HEAD[-1], *HEAD[1:-1]), ROW))
    assert heads.columns(GRANTED) == [*((column, 1) for column in range(2, 8)), (1, 1)]
    assert heads.contradict(GRANTED, entry(*ROW[1:], on_grid=True))


def test_a_head_in_other_words_of_the_same_counts() -> None:
    assert over_the_row(grid((HEAD[0], "公民", *HEAD[2:-1], "合计"), ROW)).columns(GRANTED) is not None


def test_where_a_head_lacks_no_columns_are_told() -> None:
    assert over_the_row(grid((*HEAD[:-1], "备注"), ROW)).columns(GRANTED) is None


def test_mostly_strange_heads_speak_against_the_form() -> None:
    strange = ("项目", "一季度", "二季度", "三季度", "四季度", "上半年", "下半年", "总计")
    heads = over_the_row(grid(strange, ROW))
    assert heads.contradict(GRANTED, entry(*ROW[1:], on_grid=True))


def test_a_table_that_goes_on_without_a_head_keeps_the_one_before() -> None:
    rows = [*grid(HEAD, ("3.其他", *"0000000")), *grid(ROW, number=1, start=2)]
    assert over_the_row(rows).columns(GRANTED) is not None


def test_heads_in_a_line_of_text_are_told_in_their_order() -> None:
    heads = over_the_row(lines(f"{' '.join(HEAD)}\n{' '.join(ROW)}"))
    assert not heads.on_grid
    assert [name for name in heads.order if name in HEAD[1:]] == list(HEAD[1:])
    assert not heads.contradict(GRANTED, entry(*ROW[1:]))


def heads_below(*rows: str) -> list[Heads]:
    reading = best_reading(table(), lines("\n".join(rows)))
    return list(heads_of(table(), reading.entries, reading.targets, reading.pairs))


def test_a_total_alone_on_a_line_below_numbers_is_a_row_and_leaves_the_heads_as_they_were() -> None:
    moved = ("商业企业", "自然人", *HEAD[3:])
    told = heads_below(
        " ".join(moved), "（一）予以公开", "7 5 2 0 0 0 14", "（七", "7 5 2 0 0 0 14", "）总计"
    )
    assert {heads.order for heads in told} == {moved}


def test_rows_whose_labels_all_stand_before_their_numbers_have_the_same_heads() -> None:
    moved = ("商业企业", "自然人", *HEAD[3:])
    told = heads_below(*moved, "（一）予以公开", "1.属于国家秘密", *"1000001", *"0100001")
    assert [heads.order for heads in told[-2:]] == [moved, moved]


def test_without_any_head_nothing_speaks_against_the_form() -> None:
    heads = over_the_row(lines(" ".join(ROW)))
    assert heads.columns(GRANTED) is None
    assert not heads.contradict(GRANTED, entry(*ROW[1:]))


def test_a_merged_head_stands_above_all_its_columns() -> None:
    assert [above((2, 3), Piece("1", column)) for column in range(1, 6)] == [False, True, True, True, False]


@pytest.mark.parametrize(
    ("heads", "told"),
    [
        ("信息内容\t本年制\t本年废\t现行有\n发件数\t止件数\t效件数", True),
        ("信息内容\t现行有\t本年制\t本年废\n效件数\t发件数\t止件数", False),
        ("本年制发\n信息内容\t本年废止件数\t现行有效件数\n件数", False),
        ("信息内容\n本年制发\n件数\n本年废止\n件数\n现行有效\n件数", True),
    ],
    ids=["in the form's order", "in another order", "of several heights", "one after the other"],
)
def test_heads_that_narrow_columns_tear_tell_their_order_or_leave_it_open(heads: str, *, told: bool) -> None:
    rows = lines(f"{heads}\n规章\t3\t1\t12\n行政规范性文件\t0\t2\t5")
    reading = best_reading(table("disclosure"), rows)
    over = list(heads_of(table("disclosure"), reading.entries, reading.targets, reading.pairs))
    index = next(index for index, place in reading.pairs.items() if place == 1)
    assert over[index].contradict(reading.targets[1], reading.entries[index]) is not told


@pytest.mark.parametrize(
    ("heads", "told"),
    [
        (("自然", "商业企", *HEAD[3:]), True),
        (("自然", "法人或其他组织", "总计", "商业企", *HEAD[3:-1]), True),
        (("商业企", "自然", *HEAD[3:]), False),
        (("自然", "社会公", "商业企", "益组织", "科研机构", *HEAD[5:]), False),
    ],
    ids=["in order", "in two levels", "in another order", "one within another"],
)
def test_heads_that_have_lost_their_ends_tell_the_columns_where_each_has_a_line(
    heads: tuple[str, ...], *, told: bool
) -> None:
    rows = lines("\n".join((HEAD[0], *heads, *ROW)))
    reading = best_reading(table(), rows)
    over = list(heads_of(table(), reading.entries, reading.targets, reading.pairs))
    index = next(index for index, place in reading.pairs.items() if reading.targets[place] == GRANTED)
    assert over[index].contradict(GRANTED, reading.entries[index]) is not told


def test_a_head_among_others_that_is_not_there_may_have_taken_its_column_along() -> None:
    without = (*HEAD[:3], *HEAD[4:])
    assert over_the_row(grid(without, ("（一）予以公开", *"752000"))).lack(GRANTED)
    assert not over_the_row(grid(HEAD, ROW)).lack(GRANTED)
    assert not over_the_row(grid(("申请人情况", "甲", "乙"), ROW)).lack(GRANTED)


def test_strange_heads_above_the_end_of_a_broken_number_are_no_label_of_a_row() -> None:
    page = "信息内容\t今年出台 仍在执行 已经清理\n193943（\n规章\t0\t0\n注）\n行政规范性文件\t0\t935\t351"
    reading = best_reading(table("disclosure"), lines(page))
    heads = list(heads_of(table("disclosure"), reading.entries, reading.targets, reading.pairs))
    documents = reading.targets[1]
    index = next(index for index, place in reading.pairs.items() if place == 1)
    assert heads[index].contradict(documents, reading.entries[index])


def test_heads_that_stand_twice_over_the_same_rows_tell_nobody_which_are_meant() -> None:
    twice = (HEAD[0], *HEAD[1:], *HEAD[1:])
    row = (*ROW, *"1000001")
    bars = lines("\n".join(f"| {' | '.join(cells)} |" for cells in (twice, row)))
    for rows in (grid(twice, row), bars):
        heads = over_the_row(rows)
        assert heads.several
        assert heads.contradict(GRANTED, entry(*ROW[1:]))


def test_a_head_in_one_cell_with_the_one_over_it_tells_its_column() -> None:
    flat = (HEAD[0], "自然人", *(f"法人或其他组织（{name}）" for name in HEAD[2:-1]), "总计")
    assert over_the_row(grid(flat, ROW)).columns(GRANTED) == [(column, 1) for column in range(1, 8)]
    subtotal = (*flat[:-1], "法人或其他组织小计", "总计")
    heads = over_the_row(grid(subtotal, (*ROW[:-1], "2", "7")))
    assert heads.columns(GRANTED) == [*((column, 1) for column in range(1, 7)), (8, 1)]


def test_a_total_of_the_offices_own_right_under_a_head_over_several_is_no_label() -> None:
    first = ("申请人情况", "自然人", "法人或其他组织", *[""] * 5, "总计")
    second = ("", "", "合计", *HEAD[2:-1], "")
    heads = over_the_row(grid(first, second, (ROW[0], "7", "5", "5", "0", "0", "0", "0", "12")))
    assert heads.strange == ((2, 1),)
    assert heads.columns(GRANTED) == [(1, 1), *((column, 1) for column in range(3, 9))]


def test_heads_of_the_offices_own_that_part_each_column_tell_nobody_which_is_meant() -> None:
    first = [HEAD[0], *(part for name in HEAD[1:] for part in (name, ""))]
    second = ["", *(part for _ in HEAD[1:] for part in ("上年", "本年"))]
    assert over_the_row(grid(first, second, (ROW[0], *"13579135791357"))).several


def test_heads_each_on_a_line_that_come_again_tell_nobody_which_are_meant() -> None:
    every = [*HEAD, *HEAD[1:], *ROW, *"1000001"]
    assert over_the_row(lines(" |\n".join(every) + " |")).several


def test_another_word_for_a_column_beside_the_forms_leaves_its_place_open() -> None:
    two = over_the_row(lines(f"自然人 法人或其他组织 总计\n合计 {' '.join(HEAD[2:-1])}\n{' '.join(ROW)}"))
    assert two.mixed
    assert not over_the_row(lines(f"{' '.join(HEAD[:-1])} 合计\n{' '.join(ROW)}")).mixed


def test_a_column_of_units_among_heads_in_lines_holds_no_number() -> None:
    units = f"单位 自然人 法人或其他组织 总计\n单位 {' '.join(HEAD[2:-1])}\n{ROW[0]} 件 {' '.join(ROW[1:])}"
    assert not over_the_row(lines(units)).mixed
    assert over_the_row(lines(units.replace("单位", "今年"))).mixed


def test_another_word_for_a_column_below_the_forms_own_has_no_place_of_it() -> None:
    bars = "| 申请人情况 | 自然人 | 法人或其他组织 | | | | | | 总计 |\n| | | | | | | |\n"
    second = f"| | | {' | '.join(HEAD[2:-1])} | 小计 | |\n"
    heads = over_the_row(lines(f"{bars}{second}| {ROW[0]} | {' | '.join('752000007')} |"))
    assert heads.places["总计"] == (8, 1)


def test_a_known_head_beside_the_label_columns_begins_heads_anew() -> None:
    disclosure = load_form("2019").table("disclosure")
    told = "信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量\n行政许可 | 4 | 0 | 9\n信息内容 | 处理决定数量\n行政处罚 | 7"
    reading = best_reading(disclosure, lines(told))
    *_, heads = heads_of(disclosure, reading.entries, reading.targets, reading.pairs)
    assert heads.order == ("处理决定数量",)
