"""A share or a growth that the tables deny is offered as reckoned from them, where only one number can be meant."""

import pytest

from model.check import check
from model.findings import Finding, reworded
from tests.model.drafts import case

RECEIVED = "applications.received.natural_person"
GRANTED = "applications.granted.natural_person"
PARTIAL = "applications.partial.natural_person"
REFUSED = "applications.other_remaining.natural_person"
CELLS = {RECEIVED: "60", GRANTED: "45", REFUSED: "15"}


def told(code: str, words: str) -> Finding:
    checked = case(cells=CELLS, last={RECEIVED: "48"}, texts={"overview": words})
    (finding,) = (f for f in check(checked).findings if f.code == code)
    return finding


@pytest.mark.parametrize(
    ("code", "words", "mended"),
    [
        ("N13", "收到政府信息公开申请60件，同比增长52%。", "收到政府信息公开申请60件，同比增长25%。"),
        ("N13", "收到政府信息公开申请60件，同比增长52.0%。", "收到政府信息公开申请60件，同比增长25.0%。"),
        ("N13", "收到政府信息公开申请60件，比上年增加21件。", "收到政府信息公开申请60件，比上年增加12件。"),
        (
            "N8",
            "收到政府信息公开申请60件，予以公开45件，占57%。",
            "收到政府信息公开申请60件，予以公开45件，占75%。",
        ),
    ],
)
def test_the_only_number_that_can_be_meant_is_offered(code: str, words: str, mended: str) -> None:
    finding = told(code, words)
    assert finding.rewording is not None
    assert reworded(words, [finding.rewording]) == mended
    checked = case(cells=CELLS, last={RECEIVED: "48"}, texts={"overview": mended})
    assert not [f for f in check(checked).findings if f.code == code]


def test_where_the_words_tell_the_wrong_turn_no_number_is_offered() -> None:
    assert told("N13", "收到政府信息公开申请60件，同比下降25%。").rewording is None


def test_shares_evened_out_to_a_hundred_are_right() -> None:
    cells = {RECEIVED: "7", GRANTED: "2", PARTIAL: "2", REFUSED: "3"}
    words = "办结政府信息公开申请7件，其中予以公开2件，占29%；部分公开2件，占29%；其他处理3件，占{}%。"
    for share, found in (("42", 0), ("43", 0), ("41", 1)):
        checked = case(cells=cells, texts={"overview": words.format(share)})
        assert len([f for f in check(checked).findings if f.code == "N8"]) == found
