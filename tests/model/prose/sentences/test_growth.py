"""What a sentence tells of growth since the year before."""

import pytest

from model.prose.claim import Claim, Kind
from model.prose.claims.claims import claims_in


def growth(text: str) -> list[Claim]:
    return [claim for _, claim in claims_in(text, 2024, "overview") if claim.kind is Kind.GROWTH]


@pytest.mark.parametrize(
    ("text", "falls", "base"),
    [
        ("收到政府信息公开申请12件，同比增长20%。", False, None),
        ("收到政府信息公开申请12件，比2023年（15件）下降20%，办结12件。", True, 15),
        ("2023年收到政府信息公开申请15件，2024年收到12件，减少3件。", True, 15),
        ("收到政府信息公开申请12件，上年为15件，下降20%。", True, 15),
        ("与上年相比，政府信息公开申请增加2件。", False, None),
    ],
)
def test_growth_since_last_year(text: str, falls: bool, base: int | None) -> None:
    (claim,) = growth(text)
    assert claim.falls is falls
    assert (None if claim.whole is None else int(claim.whole.low)) == base


@pytest.mark.parametrize(
    "text",
    [
        "收到政府信息公开申请12件，较2019年增长20%。",
        "收到政府信息公开申请12件，上半年同比增长20%。",
        "收到政府信息公开申请12件，其中一季度同比增长20%。",
        "收到政府信息公开申请12件，网站访问量同比增长20%。",
        "收到来信12件，同比增长20%。",
        "收到政府信息公开申请12件，培训人次比上年增长20%。",
        "收到政府信息公开申请12件，各乡镇比上年增加2件。",
        "收到政府信息公开申请12件，办结11件，培训场次、人次分别比上年增加3件、2件。",
        "政府信息公开申请部分公开6件，总量比上年增长20%。",
        "政府信息公开申请办理效率同比提升20%。",
        "（二）依申请公开。因拆迁引发的申请77件，同比增加25件。",
    ],
)
def test_growth_of_something_else(text: str) -> None:
    assert growth(text) == []


@pytest.mark.parametrize(
    ("text", "grown"),
    [
        ("政府信息公开申请部分公开6件，申请量比上年增长20%。", ["数量"]),
        ("收到政府信息公开申请12件，申请量比上年增长20%。", ["收到"]),
        ("收到政府信息公开申请12件，办结11件，总量比上年增长20%。", ["办结"]),
        ("政府信息公开申请部分公开6件，同比增长20%。", ["部分公开"]),
        ("与上年相比，新收政府信息公开申请增加4件、办结增加5件。", ["收到", "办结"]),
        ("收到政府信息公开申请12件，比上年增加2件，访问量增长9%，多3件。", ["收到"]),
        ("收到政府信息公开申请12件，与上年相比，结转减少2件。", ["结转"]),
        ("行政处罚21件，全年收到的申请比上年增加4件。", ["收到"]),
        ("收到政府信息公开申请51件，部分公开6件，申请量、办结量较上年分别增加4件、5件。", ["数量", "办结"]),
    ],
)
def test_what_the_clause_of_growth_names_is_what_has_grown(text: str, grown: list[str]) -> None:
    assert [claim.read.split(" · ")[1] for claim in growth(text)] == grown


def test_a_number_of_the_year_before_that_names_its_own_is_no_base_of_another() -> None:
    (claim,) = growth("政府信息公开申请部分公开6件，较去年收到的47件增加4件。")
    assert claim.readings[0] == ("收到申请总数",)


def test_what_has_grown_behind_those_who_applied_may_be_all_that_came() -> None:
    (claim,) = growth("收到政府信息公开申请11件，企业5件、自然人6件，同比增加4件。")
    assert ("收到申请总数",) in claim.readings


def test_growth_since_an_earlier_year_is_not_that_since_the_last() -> None:
    told = growth("收到政府信息公开申请78件，较2023年增加28件，较2022年增加36件。")
    assert [int(claim.quantity.low) for claim in told] == [28]
    told = growth("收到政府信息公开申请78件，较2023年增加28件，较2022年的42件增加36件。")
    assert [int(claim.quantity.low) for claim in told] == [28]


def test_growth_dealt_out_is_told_of_each() -> None:
    text = "政府信息公开行政复议29件、行政诉讼16件，分别较上年增加8件、3件。"
    told = [(claim.readings[0], int(claim.quantity.low)) for claim in growth(text)]
    assert told == [(("行政复议总数",), 8), (("行政诉讼总数",), 3)]


def test_growth_dealt_out_to_what_is_named_with_it_is_none_of_what_was_told_before() -> None:
    assert growth("政府信息公开申请予以公开30件、部分公开6件，收到和办结数分别较上年增加4件、5件。") == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("收到政府信息公开申请24件，是上年的1.2倍。", Kind.TIMES),
        ("收到政府信息公开申请24件，为2023年的2倍。", Kind.TIMES),
        ("收到政府信息公开申请24件，比上年增长1.5倍。", Kind.GROWTH),
    ],
)
def test_growth_told_in_times(text: str, kind: Kind) -> None:
    found = [claim for _, claim in claims_in(text, 2024, "overview") if claim.quantity.unit == "倍"]
    assert [claim.kind for claim in found] == [kind]


def test_what_follows_a_comparison_in_times_is_of_this_year_again() -> None:
    text = "收到政府信息公开申请24件，是上年的1.2倍，办结23件。"
    assert all(claim.back == 0 for _, claim in claims_in(text, 2024, "overview"))


def test_growth_behind_a_bracket_is_that_of_what_stands_before_it() -> None:
    (claim,) = growth("收到政府信息公开申请12件（自然人8件，企业4件），同比增长20%。")
    assert claim.readings[0] == ("收到申请总数",)


def test_a_number_that_begins_its_clause_is_told_from_itself_on() -> None:
    text = "收到政府信息公开申请30件，2倍于上年。"
    (times,) = [claim for _, claim in claims_in(text, 2024, "overview") if claim.kind is Kind.TIMES]
    assert text[times.start : times.end] == "2倍"


def test_how_many_there_were_may_count_those_carried_in() -> None:
    (claim,) = growth("政府信息公开申请量同比增长20%。")
    assert ("收到申请总数", "上年结转申请数") in claim.readings
    (claim,) = growth("收到政府信息公开申请12件，同比增长20%。")
    assert claim.readings == (("收到申请总数",),)


def test_a_sentence_that_begins_with_a_change_tells_of_what_came_alone_before_it() -> None:
    (grown,) = growth("收到政府信息公开申请18件。与上年11件相比，多7件。")
    assert grown.readings == (("收到申请总数",),)
    assert grown.whole is not None
    assert grown.whole.low == 11
    assert growth("收到政府信息公开申请18件，办结17件。较上年多7件。") == []


def test_a_change_that_another_is_added_to_is_that_of_last_year() -> None:
    (claim,) = growth("收到政府信息公开申请12件，在上年下降15%的基础上再降20%。")
    assert int(claim.quantity.low) == 20
