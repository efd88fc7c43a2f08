"""What a clause of growth says itself has grown."""

import pytest

from model.prose.pieces.grown import names_the_whole, names_what_grew, what_grew
from model.prose.pieces.piece import Piece
from model.prose.pieces.pieces import pieces_of
from model.prose.pieces.subject import Subject
from model.prose.words.claim_words import vocabulary
from model.prose.words.lexing import tokens_of

YEAR = 2024
APPLICATIONS = Subject("application", 0, when=YEAR)


def first_piece(words: str) -> Piece:
    return pieces_of(tokens_of(words, YEAR))[0]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("比上年增长9%", False),
        ("数量较上年增加3件", False),
        ("申请量比上年增长9%", True),
        ("比上年增加3件申请", True),
        ("培训人次比上年增长9%", True),
        ("办结率比上年提高9%", True),
    ],
)
def test_a_clause_names_what_has_grown_or_nothing(words: str, names: bool) -> None:
    assert names_what_grew(first_piece(words)) is names


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("申请量比上年增长9%", ("told",)),
        ("全年收到的申请较2023年增加3件", ("received",)),
        ("办结数同比多3件", ("handled",)),
        ("比上年多办结3件", ("handled",)),
        ("部分公开量增长9%", ("partial",)),
        ("自然人申请是上年的1.2倍", ("natural_person",)),
    ],
)
def test_it_is_read_as_if_its_number_stood_there(words: str, told: tuple[str, ...]) -> None:
    grown = what_grew(first_piece(words), APPLICATIONS, YEAR, vocabulary())
    assert grown is not None
    assert grown.names == told


@pytest.mark.parametrize(
    "words",
    [
        "培训人次比上年增长9%",
        "热线接听量同比增长9%",
        "网上申请比上年增长9%",
        "涉及征地的申请比上年增加9件",
        "民生类信息公开申请比上年增加9件",
    ],
)
def test_what_the_tables_do_not_have_is_none_of_their_numbers(words: str) -> None:
    assert what_grew(first_piece(words), APPLICATIONS, YEAR, vocabulary()) is None


def test_an_amount_of_fees_may_grow_in_per_cent() -> None:
    piece = first_piece("行政事业性收费比上年增长9%")
    grown = what_grew(piece, Subject(when=YEAR), YEAR, vocabulary())
    assert grown is not None
    assert grown.thing == "fee"


def test_the_whole_is_named_by_its_amount() -> None:
    assert names_the_whole(first_piece("总量比上年增长9%"))
    assert not names_the_whole(first_piece("数量比上年增长9%"))
