"""A label that has ended above a line of numbers, or that heads follow, may not be the label of these numbers."""

from dataclasses import replace

from intake.page.flow import Piece
from intake.tables.labels.label_lines import (
    another_begins_behind,
    begins_strangely,
    ends_above,
    ends_whole,
    figures_stand_behind,
    heads_stand_behind,
    is_bare,
    is_row_of,
    whole_beside,
)
from intake.tables.rows.entries import Entry
from intake.tables.rows.lines import from_lines
from intake.tables.vocabulary import Target, targets_of
from tests.intake.tables.drawn import entry, lines, table

NOT_HELD = next(target for target in targets_of(table()) if "不掌握" in target.label)
LICENCES = next(target for target in targets_of(table("disclosure")) if target.label == "行政许可")


def printed(page: str) -> Entry:
    return next(entry for entry in from_lines(lines(page), -1, 1) if entry.numbers)


def ends(page: str, target: Target = NOT_HELD) -> bool:
    return ends_above(printed(page), target)


def test_a_label_beside_its_numbers_does_not_end_above_them() -> None:
    assert not ends("1.本机关不掌握相关政府信息\t2\t0\t0")
    assert not ends("1.本机关不掌握相关\n政府信息\t2\t0\t0")
    assert not ends("1.本机关不掌握相关\n2\t0\t0")


def test_a_label_ends_above_numbers_that_stand_alone_or_beside_words_of_another() -> None:
    assert ends("1.本机关不掌握相关\n政府信息\n2\t0\t0")
    assert ends("1.本机关不掌握相关\n政府信息\n（四）无法提供\t2\t0\t0")


def test_words_of_a_cell_over_several_rows_may_stand_among_those_of_a_label() -> None:
    assert ends("1.本机关不掌\n（四）无法提\n握相关政府信息\n供\n2\t0\t0")


def test_a_whole_label_is_known_on_one_line_or_on_several() -> None:
    assert ends_whole(table(), printed("7.属于行政执法案卷\n2\t0\t0"))
    assert ends_whole(table(), printed("7.属于行政\n执法案卷\n2\t0\t0"))
    assert not ends_whole(table(), printed("7.属于行政\n2\t0\t0"))


def test_heads_behind_a_label_part_it_from_the_numbers_below() -> None:
    page = "行政许可\n第二十条第（六）项\n本年处理决定数量\n7"
    assert heads_stand_behind(table("disclosure"), printed(page), LICENCES)
    assert not heads_stand_behind(table("disclosure"), printed("本年处理决定数量\n行政许可\n7"), LICENCES)


def test_figures_behind_a_label_are_its_own_row_and_numbers_below_another() -> None:
    own = printed("1.本机关不掌握相关政府信息\n2 0 0 0 0 0 2")
    assert not figures_stand_behind(own, NOT_HELD)
    assert figures_stand_behind(replace(own, label=[*own.label, "9", "√", "583"]), NOT_HELD)


def test_only_lines_without_bars_are_bare() -> None:
    assert is_bare(printed("行政许可\n7"))
    assert not is_bare(entry("7"))
    assert not is_bare(entry("7", on_grid=True))


def test_a_line_with_fewer_values_than_columns_may_be_half_a_row() -> None:
    assert is_row_of(printed("1\t0\t0\t0\t0\t0\t1"), NOT_HELD)
    assert not is_row_of(printed("1\t0\t0"), NOT_HELD)
    assert is_row_of(entry("1", "0", "0", on_grid=True), NOT_HELD)


def test_behind_a_label_another_may_begin_whose_numbers_stand_below() -> None:
    kept = next(target for target in targets_of(table()) if "执法案卷" in target.label)
    assert another_begins_behind(table(), printed("7.属于行政执法\n案卷\n8.属于行政查\n2\t0\t0"), kept)
    assert not another_begins_behind(table(), printed("（三）不予公开\n7.属于行政执法案卷\n2\t0\t0"), kept)
    assert not another_begins_behind(table(), printed("7.属于行政执法案卷 |\n8.属于行政查 |\n2 |\n0 |"), kept)


def test_words_of_no_form_above_numbers_may_be_one_of_a_row_without_a_label() -> None:
    page = "{} |\n0 |\n7 |\n0 |\n0 |\n0 |\n7 |"
    assert begins_strangely(table(), printed(page.format("见附表")))
    assert not begins_strangely(table(), printed(page.format("（一）予以公开")))


def beside(page: str, target: Target = NOT_HELD) -> list[str]:
    return [other.core for other in whole_beside(printed(page), target, targets_of(table()))]


def test_two_whole_labels_above_one_row_of_numbers_may_each_be_theirs() -> None:
    assert beside("1.本机关不掌握相关政府信息\n无法提供 2.没有现成信息需要另行制作\n2\t0\t0") == [
        "没有现成信息需要另行制作"
    ]
    assert beside("8.属于行政查询事项\n1.本机关不掌握相关政府信息\n2\t0\t0") == ["属于行政查询事项"]


def test_a_label_beside_its_numbers_shares_them_with_none_above() -> None:
    assert not beside("8.属于行政查询事项\n1.本机关不掌握相关政府信息\t2\t0\t0")
    assert not beside("（四）无法提供\n1.本机关不掌握相关政府信息\n2\t0\t0")


def test_numbers_in_a_sentence_below_a_label_are_none_of_its_row() -> None:
    fees = next(target for target in targets_of(table("disclosure")) if target.label == "行政事业性收费")
    assert figures_stand_behind(Entry(["行政事业性收费", "共 35 件，多"], [Piece("3")], lines("3")), fees)
