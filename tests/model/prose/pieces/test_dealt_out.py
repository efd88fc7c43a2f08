"""Numbers told 分别 are told each by its own of the words before them."""

import pytest

from model.prose.pieces.pieces import pieces_of
from model.prose.words.lexing import tokens_of


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("予以公开、部分公开分别为12件、4件", ["予以公开12", "部分公开4"]),
        ("自然人和企业分别申请36件、3件", ["自然人申请36", "企业申请3"]),
        ("行政复议、行政诉讼分别为6件、2件", ["行政复议6", "行政诉讼2"]),
        ("2022年、2023年分别收到申请8件、9件", ["2022年收到申请8", "2023年收到申请9"]),
        ("全部为自然人和企业提出,分别为36件、3件", ["自然人提出36", "企业提出3"]),
    ],
)
def test_each_number_has_its_own_words(sentence: str, told: list[str]) -> None:
    rows = [piece for piece in pieces_of(tokens_of(sentence, 2023)) if piece.number is not None]
    words = [
        "".join(
            token.words for token in piece.before if token.kind != "filler" and token.name != "respectively"
        )
        for piece in rows
    ]
    numbers = [piece.number.told.low for piece in rows if piece.number is not None and piece.number.told]
    assert [f"{word}{number}" for word, number in zip(words, numbers, strict=True)] == told


def test_words_that_cannot_be_dealt_out_leave_open_what_each_number_counts() -> None:
    row = [
        piece for piece in pieces_of(tokens_of("办结申请分别为12件、4件", 2023)) if piece.number is not None
    ]
    assert all("unknown" in piece.before.kinds for piece in row)
