"""What a finding quotes: whole words, and of a long passage its beginning, so that the numbers behind it come into sight."""

import pytest

from model.check import check
from model.rules.told.claim_findings import shown
from tests.model.drafts import case

LONG = "公开信息51条，其中" + "、".join(f"第{number}类信息5条" for number in "一二三四五六七八九十") + "。"


@pytest.mark.parametrize("words", ["收到申请66件", "新收政府信息公开申请66件，其中网上申请60件"])
def test_a_short_passage_is_quoted_whole(words: str) -> None:
    assert shown(words) == words


def test_of_a_long_passage_the_first_clauses_are_quoted() -> None:
    told = shown(LONG)
    assert told.endswith("…")
    assert LONG.startswith(told.removesuffix("…"))
    assert LONG[len(told) - 1] in "，、；。"


def test_a_long_passage_without_a_stop_is_cut_all_the_same() -> None:
    assert len(shown("信息" * 100)) < 60


def test_the_whole_passage_is_marked_in_the_text_and_the_numbers_follow_the_quote_at_once() -> None:
    (finding,) = (f for f in check(case(texts={"overview": LONG})).findings if f.code == "N14")
    assert finding.spot is not None
    assert LONG[finding.spot.start : finding.spot.end] == finding.quote
    assert finding.message.index("各项之和") < 60


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("本年新收政府信息公开申请66件。", "新收政府信息公开申请66件"),
        ("我局共办理申请69件，其中新收66件。", "新收66件"),
        ("本机关新收依申请公开申请66件。", "新收依申请公开申请66件"),
        ("收政府信息公开申请66件。", "收政府信息公开申请66件"),
        ("新受理政府信息公开申请66件。", "新受理政府信息公开申请66件"),
    ],
)
def test_a_quote_begins_with_a_whole_word(words: str, quote: str) -> None:
    found = check(
        case(cells={"applications.received.natural_person": "57"}, texts={"overview": words})
    ).findings
    assert quote in [finding.quote for finding in found]
