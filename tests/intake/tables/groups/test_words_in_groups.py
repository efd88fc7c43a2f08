"""Words in a number's place of table four in lines: a doubt stands there, and no other number."""

from collections.abc import Sequence

from intake.page.flow import Row
from intake.tables.groups.words_in_groups import with_words_marked
from tests.intake.tables.drawn import grid, lines


def marked(rows: Sequence[Row]) -> list[str]:
    found = with_words_marked(rows, 3, lambda word: word in ("甲", "乙", "丙"), lambda word: len(word) < 5)
    return [piece.doubt for row in found for piece in row.pieces if piece.doubt]


def test_words_behind_all_heads_or_behind_a_number_are_doubts() -> None:
    assert marked(lines("甲 | 乙 | 丙 |\n见表 | 1 | 2 |")) == ["见表"]
    assert marked(lines("甲 | 乙 | 丙 |\n1 | 见表 | 2 |")) == ["见表"]
    assert marked(lines("别的 | 乙 |\n1 | 见表 | 2 |")) == ["见表"]


def test_words_before_all_heads_are_heads() -> None:
    assert not marked(lines("别的 | 乙 | 丙 |\n1 | 2 |"))


def test_words_beside_all_the_numbers_are_remarks() -> None:
    assert not marked(lines("甲 | 乙 | 丙 |\n1 | 2 | 3 |\n注明 |"))
    assert not marked(lines("甲 | 乙 | 丙 |\n1 | 2 |\n这是较长的备注 |"))


def test_more_words_than_numbers_are_missing_are_remarks() -> None:
    assert not marked(lines("甲 | 乙 | 丙 |\n1 | 2 | 注 | 另 |"))


def test_cells_of_a_real_table_tell_themselves() -> None:
    assert not marked(grid(("甲", "乙", "丙"), ("1", "见表", "2")))
