"""A sentence falls into words, and into pieces with one number each."""

import pytest

from model.prose.claim_words import vocabulary
from model.prose.lexing import Piece, pieces_of, tokens_of


def pieces(sentence: str) -> list[Piece]:
    return pieces_of(tokens_of(sentence, vocabulary(), 2024))


def numbers(sentence: str) -> list[str]:
    return [piece.number.words if piece.number else "" for piece in pieces(sentence)]


def kinds(sentence: str) -> list[tuple[str, str]]:
    return [(token.kind, token.name) for token in tokens_of(sentence, vocabulary(), 2024)]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("2023年结转", "carried_in"),
        ("上年度转入本年", "carried_in"),
        ("结转至2025年", "carried_out"),
        ("顺延到下一年度", "carried_out"),
        ("将于下年度办理", "carried_out"),
        ("2021年结转", "elsewhere"),
        ("结转", "open"),
    ],
)
def test_which_way_a_case_is_carried(words: str, name: str) -> None:
    assert kinds(words) == [("carry", name)]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("1月1日至12月31日", "this"),
        ("截至2024年12月31日", "this"),
        ("第三季度", "other"),
        ("9月", "other"),
        ("近三年", "other"),
    ],
)
def test_whether_a_time_is_the_whole_year(words: str, name: str) -> None:
    assert kinds(words) == [("time", name)]


def test_a_word_that_is_not_known_is_told_as_such() -> None:
    assert kinds("收到甲乙丙申请3件") == [
        ("action", "received"),
        ("unknown", ""),
        ("thing", "request"),
        ("number", "件"),
    ]


def test_a_piece_ends_with_its_number_or_at_a_mark() -> None:
    assert numbers("收到申请12件，办结9件、结转3件") == ["12件", "9件", "3件"]
    assert numbers("受理12件办结9件") == ["12件", "9件"]


def test_words_without_a_number_stay_together() -> None:
    assert numbers("行政复议、行政诉讼共4件") == ["4件"]


def test_a_bracket_is_inside_the_piece_that_it_interrupts() -> None:
    (first, second) = pieces("答复50件（含上年结转4件），另有3件")
    assert [inner.number.words for inner in first.inner if inner.number] == ["4件"]
    assert second.number
    assert second.number.words == "3件"


def test_numbers_told_respectively_get_their_own_words() -> None:
    first, second = pieces("予以公开、部分公开分别为12件、4件")
    assert [token.words for token in first.before if token.kind == "outcome"] == ["予以公开"]
    assert [token.words for token in second.before if token.kind == "outcome"] == ["部分公开"]


def test_what_cannot_be_dealt_out_is_left_unknown() -> None:
    assert all(piece.before[-1].kind == "unknown" for piece in pieces("三类申请分别为12件、4件、9件"))
