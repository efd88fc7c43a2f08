"""The claims of one sentence: counts, shares, growth, sums, what is denied and what is named."""

import pytest

from model.prose.claim import Claim, Kind
from model.prose.claims.sentence_claims import claims_of_sentence
from model.prose.pieces.subject import Subject


def claims(sentence: str, *, results: int = 0) -> list[Claim]:
    """The claims of a squeezed sentence of a report on 2023."""
    return [*claims_of_sentence(sentence, Subject(when=2023), 2023, results, marked=False)[1]]


@pytest.mark.parametrize(
    ("sentence", "kind", "code"),
    [
        ("收到政府信息公开申请12件", Kind.COUNT, "N1"),
        ("其中网上提交的政府信息公开申请7件", Kind.AT_MOST, "N1"),
        ("予以公开6件,占50%", Kind.SHARE, "N8"),
        ("收到政府信息公开申请12件,比上年增长20%", Kind.GROWTH, "N13"),
        ("收到政府信息公开申请12件,是上年的1.2倍", Kind.TIMES, "N13"),
        ("收到来信12件,其中线上8件、线下5件", Kind.SUM, "N14"),
        ("全年主动公开政府信息320条", Kind.NAMED, "N15"),
    ],
)
def test_each_kind_of_claim(sentence: str, kind: Kind, code: str) -> None:
    last = claims(sentence)[-1]
    assert (last.kind, last.code) == (kind, code)


def test_what_is_denied_is_a_claim_of_none_at_all() -> None:
    (claim,) = claims("未收到政府信息公开申请")
    assert (claim.code, int(claim.quantity.low), claim.number, claim.sure) == ("N9", 0, (0, 0), False)


def test_a_claim_tells_how_it_was_read_and_where_its_number_stands() -> None:
    sentence = "全市收到政府信息公开申请12件"
    (claim,) = claims(sentence)
    assert claim.read == "本地区 · 收到 · 政府信息公开申请 · 本年"
    assert sentence[slice(*claim.number)] == "12"
    assert (claim.scope, claim.back) == ("area", 0)


@pytest.mark.parametrize(
    ("sentence", "read"),
    [
        ("办理行政许可12件", "本机关 · 行政许可 · 本年"),
        ("收取行政事业性收费36.5万元", "本机关 · 行政事业性收费 · 本年"),
        ("办理行政许可12件,比上年增长20%", "本机关 · 行政许可 · 本年 · 比上年"),
    ],
)
def test_how_a_claim_was_read_says_no_word_twice(sentence: str, read: str) -> None:
    assert claims(sentence)[-1].read == read


def test_last_year_is_one_year_back_and_other_years_are_no_claims() -> None:
    assert [claim.back for claim in claims("去年收到政府信息公开申请12件")] == [1]
    assert not claims("2019年收到政府信息公开申请12件")


def test_the_next_sentence_goes_on_with_what_was_spoken_of() -> None:
    subject, _ = claims_of_sentence("收到政府信息公开申请12件", Subject(when=2023), 2023, 0, marked=False)
    _, found = claims_of_sentence("答复11件", subject.at_next_sentence(2023), 2023, 0, marked=False)
    assert [claim.code for claim in found] == ["N3"]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("2021年、2022年、2023年分别收到政府信息公开申请18件、25件、30件", [(25, True), (30, False)]),
        ("2023年和2022年收到政府信息公开申请分别为30件和25件", [(30, False), (25, True)]),
        ("2022年、2023年共收到政府信息公开申请25件、30件", []),
    ],
)
def test_numbers_dealt_out_over_years_are_each_of_its_own(
    sentence: str, told: list[tuple[int, bool]]
) -> None:
    assert [(int(claim.quantity.low), claim.back) for claim in claims(sentence) if claim.code == "N1"] == told
