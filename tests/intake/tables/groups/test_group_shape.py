"""A table of groups has its columns in each of its groups; the sums of its groups tell the order of its values."""

from dataclasses import replace

from intake.page.flow import Piece, is_number
from intake.tables.groups.group_shape import GroupShape, head_of, number_of, order_of

SHAPE = GroupShape(("结果维持", "结果纠正", "总计"), ("行政复议", "行政诉讼"))


def test_its_cells_are_its_columns_in_each_group() -> None:
    assert SHAPE.count == 6
    assert SHAPE.wanted == ["结果维持", "结果纠正", "总计"] * 2
    assert list(SHAPE.grouped("abcdef")) == ["abc", "def"]


def test_sums_tell_the_order_only_under_the_forms_heads() -> None:
    assert SHAPE.adds_up([1, 2, 3, 0, 4, 4])
    assert not SHAPE.adds_up([1, 2, 3, 4, 0, 5])
    assert not replace(SHAPE, ordered=False).adds_up([1, 2, 3, 0, 4, 4])


def test_heads_of_each_group_are_found_in_whatever_order_they_stand() -> None:
    turned = ["总计", "结果维持", "结果纠正"]
    assert order_of(turned * 2, SHAPE) == [1, 2, 0, 4, 5, 3]
    assert order_of(["总计", "总计", "结果纠正"] * 2, SHAPE) is None


def test_a_piece_is_a_head_a_number_or_neither() -> None:
    assert head_of(Piece("结果 维持"), SHAPE) == "结果维持"
    assert head_of(Piece("行政复议"), SHAPE) == ""
    assert is_number(Piece("/"))
    assert number_of(Piece("/")) is None
    assert number_of(Piece("12")) == 12
