"""What stands in a cell is one number, something in its place, or words."""

import pytest

from intake.figures import FigureKind, figure_of, is_share, value_of
from model.cell_kinds import CellKind


@pytest.mark.parametrize(
    "text", ["38", "1,234", "19\u202f876", "１２", "12件", "12（件）", "（12件）", "\u202d12\u202c"]
)
def test_a_number_is_a_number(text: str) -> None:
    assert figure_of(text).kind is FigureKind.NUMBER
    assert figure_of(text).sure


@pytest.mark.parametrize(("text", "number"), [("四件", 4), ("十二 件", 12), ("一百零三份", 103)])
def test_a_number_in_characters_is_one_before_the_unit_of_cases(text: str, number: int) -> None:
    assert value_of(figure_of(text), CellKind.COUNT) == (number, True)


@pytest.mark.parametrize("text", ["四", "三五件", "数十件", "近百件", "（12）"])
def test_a_number_in_characters_that_may_be_another_is_none_for_sure(text: str) -> None:
    assert value_of(figure_of(text), CellKind.COUNT) == (None, False)


@pytest.mark.parametrize("text", ["19876¹", "19876①", "19876[1]", "19876。", "36（含3件）"])
def test_a_number_with_a_mark_behind_it_is_not_sure(text: str) -> None:
    assert figure_of(text).number in ("19876", "36")
    assert not figure_of(text).sure


@pytest.mark.parametrize("text", ["19 876", "36　385", "12 345件"])
def test_digits_that_a_usual_blank_parts_may_be_two_numbers(text: str) -> None:
    assert figure_of(text).kind is FigureKind.NUMBER
    assert not figure_of(text).sure


@pytest.mark.parametrize(
    "text",
    [
        "/",
        "无",
        "约38",
        "36 38",
        "36\n38",
        "0 约3 475",
        "0 12余",
        "19870+6",
        "一万九千",
        "#REF!",
        "300余件",
        "1.2.3",
        "1\ufffd8",
        "\ufffd",
        "见附件",
        "9" * 5_000,
    ],
)
def test_what_stands_in_a_numbers_place_is_none(text: str) -> None:
    assert figure_of(text).kind is FigureKind.MARK
    assert value_of(figure_of(text), CellKind.COUNT) == (None, False)


@pytest.mark.parametrize(
    ("text", "kind"), [("3户", FigureKind.MARK), ("5家次", FigureKind.MARK), ("2024年", FigureKind.WORDS)]
)
def test_a_number_with_a_unit_that_no_report_counts_in_is_none_plainly(text: str, kind: FigureKind) -> None:
    assert figure_of(text).kind is kind


@pytest.mark.parametrize(("text", "change"), [("减4", -4), ("增2", 2), ("减少3件", -3), ("无变化", None)])
def test_a_change_in_words_is_a_number_only_where_a_change_is_counted(text: str, change: int | None) -> None:
    assert value_of(figure_of(text), CellKind.SIGNED)[0] == change
    assert value_of(figure_of(text), CellKind.COUNT)[0] is None


def test_a_percentage_is_a_share() -> None:
    assert is_share(" 66% ")
    assert is_share("12.5％")
    assert not is_share("66")
