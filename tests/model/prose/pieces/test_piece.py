"""A piece of a sentence tells whether it compares, and which words right behind its number go with it."""

import pytest

from model.prose.pieces.piece import Piece
from model.prose.pieces.pieces import pieces_of
from model.prose.words.claim_words import Group
from model.prose.words.lexing import tokens_of

YEAR = 2024


def first_piece(words: str) -> Piece:
    return pieces_of(tokens_of(words, YEAR))[0]


@pytest.mark.parametrize(
    ("words", "is_comparison"),
    [
        ("同比增长9%", True),
        ("较2023年减少3件", True),
        ("与上年持平", True),
        ("收到政府信息公开申请9件", False),
        ("上年为9件", False),
    ],
)
def test_a_piece_that_compares(words: str, is_comparison: bool) -> None:
    assert first_piece(words).compares is is_comparison


@pytest.mark.parametrize(
    ("words", "is_part"), [("为上年的97.2%", True), ("由上年的71.6%", False), ("占71.6%", False)]
)
def test_this_year_in_per_cent_of_the_last(words: str, is_part: bool) -> None:
    assert first_piece(words).is_part_of_last is is_part


@pytest.mark.parametrize(
    ("words", "near"),
    [
        ("9件予以公开", "予以公开"),
        ("9件为自然人提出的申请", "为自然人"),
        ("9件涉及土地", "涉及"),
        ("9件答复均在法定期限内作出", "答复"),
        ("9件答复在行政复议中被纠正", ""),
        ("9件申请答复超过15个工作日", ""),
        ("9件申请均未发生行政复议", "申请"),
    ],
)
def test_the_words_behind_a_number_go_with_it_up_to_the_first_that_says_what_it_is(
    words: str, near: str
) -> None:
    assert "".join(token.words for token in first_piece(words).near) == near


def test_the_words_on_both_sides_tell_their_kinds_names_and_groups() -> None:
    words = first_piece("收到政府信息公开申请共9件予以公开").tokens
    assert {"action", "thing", "outcome"} <= words.kinds
    assert {"received", "application", "granted"} <= words.names
    assert Group.IN_ALL in words.groups
