"""What the words of a piece that compares say."""

import pytest

from model.prose.pieces.piece import Piece
from model.prose.pieces.pieces import pieces_of
from model.prose.sentences.change_words import (
    changes_told,
    is_based,
    is_rate,
    is_with_another_time,
    is_with_last_year,
    tells_times,
)
from model.prose.words.lexing import tokens_of

YEAR = 2024


def first_piece(words: str) -> Piece:
    return pieces_of(tokens_of(words, YEAR))[0]


@pytest.mark.parametrize(
    ("words", "ways"),
    [
        ("比上年增长9%", ["up"]),
        ("同比减少3件", ["down"]),
        ("上年为9件", []),
        ("增减相抵多2件", ["up", "down", "up"]),
    ],
)
def test_which_way_it_goes(words: str, ways: list[str]) -> None:
    assert changes_told(first_piece(words)) == ways


def test_what_it_is_told_in() -> None:
    assert is_rate(first_piece("同比增长9%"))
    assert not is_rate(first_piece("同比增加9件"))
    assert tells_times(first_piece("是上年的1.2倍"))
    assert not tells_times(first_piece("比上年增长1.2倍"))


@pytest.mark.parametrize(
    ("words", "with_last", "with_another"),
    [
        ("较上年增加3件", True, False),
        ("同比增加3件", True, False),
        ("较2023年增加3件", True, False),
        ("较2022年增加3件", False, True),
        ("上半年同比增加3件", True, True),
        ("增加3件", False, False),
    ],
)
def test_with_which_year_it_compares(words: str, with_last: bool, with_another: bool) -> None:
    piece = first_piece(words)
    assert is_with_last_year(piece, YEAR) is with_last
    assert is_with_another_time(piece, YEAR) is with_another


def test_a_word_says_that_it_compares() -> None:
    assert is_based(first_piece("较上年增加3件"))
    assert not is_based(first_piece("增加3件"))
