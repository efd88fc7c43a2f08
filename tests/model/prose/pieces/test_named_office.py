"""Offices that pieces of a sentence name."""

import pytest

from model.prose.pieces.named_office import named_office
from model.prose.pieces.pieces import pieces_of
from model.prose.words.lexing import tokens_of


@pytest.mark.parametrize(
    ("words", "office"),
    [
        ("县教育局收到申请3件", "县教育局"),
        ("云河镇受理申请3件", "云河镇"),
        ("县教育局审结行政复议3件", "县教育局"),
        ("县司法局收到申请3件", "县司法局"),
        ("窗口收到申请3件", ""),
        ("收到申请3件", ""),
    ],
)
def test_the_office_before_what_was_done(words: str, office: str) -> None:
    (piece,) = pieces_of(tokens_of(words, 2023))
    assert named_office(piece) == office
