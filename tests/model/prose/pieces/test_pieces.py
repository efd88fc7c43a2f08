"""What names a row or a column of table 三 heads the numbers that are told of it."""

import pytest

from model.prose.pieces.piece import Piece
from model.prose.pieces.pieces import pieces_of
from model.prose.words.lexing import tokens_of


def pieces(sentence: str) -> list[Piece]:
    return pieces_of(tokens_of(sentence, 2023))


@pytest.mark.parametrize(
    ("sentence", "head"),
    [
        ("企业申请中予以公开4件,部分公开1件", "企业申请中"),
        ("自然人申请予以公开4件", "自然人申请"),
        ("办结自然人申请43件,企业申请5件", "办结"),
        ("上年结转自然人申请3件", "上年结转"),
        ("不予公开自然人3件", "不予公开"),
        ("对上年结转的申请,予以公开3件", "对上年结转的申请"),
    ],
)
def test_a_head_is_a_piece_of_its_own(sentence: str, head: str) -> None:
    first = pieces(sentence)[0]
    assert first.heads
    assert first.number is None
    assert "".join(token.words for token in first.before) == head


@pytest.mark.parametrize(
    "sentence", ["收到自然人申请43件", "予以公开4件", "公民、法人和其他组织申请予以公开4件"]
)
def test_who_and_what_was_done_may_be_told_of_one_number(sentence: str) -> None:
    assert not any(piece.heads for piece in pieces(sentence))


def test_a_bracket_counts_whom_the_words_before_it_name() -> None:
    first, *_ = pieces("申请人以自然人为主（59件,93.7%）,企业3件")
    assert first.number is not None
    assert first.number.words == "59件"
    assert [inner.number.words for inner in first.inner if inner.number] == ["93.7%"]


@pytest.mark.parametrize(
    ("sentence", "whose"),
    [
        ("指导8个林业站办理公开申请16件", "林业站"),
        ("9个镇街共受理申请16件", "镇街"),
        ("12家单位均已答复申请16件", "单位"),
    ],
)
def test_bodies_that_are_counted_are_those_whose_number_follows(sentence: str, whose: str) -> None:
    _, second = pieces(sentence)
    assert second.before[0].words.endswith(whose)
    assert (second.before[0].kind, second.before[0].name) == ("who", "others")


def test_ways_that_are_counted_are_not_those_whose_number_follows() -> None:
    _, second = pieces("通过3个渠道收到申请16件")
    assert not [token for token in second.before if token.kind == "who"]


def test_what_a_number_says_of_a_thing_leaves_open_the_others() -> None:
    _, second = pieces("办理缴费100元的申请1件")
    assert [token.kind for token in second.before] == ["unknown", "thing"]


@pytest.mark.parametrize("words", ["里没有到期的", "里头剩的"])
def test_words_before_a_second_number_are_its_own_where_they_deny_or_are_not_known(words: str) -> None:
    _, second = pieces(f"全年10件{words}2件")
    assert any(token.kind == "unknown" or token.name == "none" for token in second.before)
