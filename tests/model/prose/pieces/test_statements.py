"""The subject is carried over clauses, and ends where a word is not known."""

import pytest

from model.prose.claim import Claim, Kind
from model.prose.claims.claims import claims_in


def claims(text: str, section: str = "overview") -> list[Claim]:
    return [claim for _, claim in claims_in(text, 2024, section)]


def read(text: str) -> list[str]:
    return [claim.read for claim in claims(text)]


def test_a_claim_says_how_it_was_read() -> None:
    assert read("我局收到政府信息公开申请12件。") == ["本机关 · 收到 · 政府信息公开申请 · 本年"]
    assert read("全县通过网络收到政府信息公开申请12件。") == [
        "本地区 · 收到 · 政府信息公开申请 · 本年 · 其中一部分"
    ]
    assert read("去年收到政府信息公开申请12件。") == ["本机关 · 收到 · 政府信息公开申请 · 2023年"]


def test_the_subject_is_carried_from_clause_to_clause() -> None:
    assert [claim.code for claim in claims("收到政府信息公开申请12件，已回复9件，2件正在办理中。")] == [
        "N1",
        "N3",
        "N4",
    ]


def test_another_subject_is_carried_as_well() -> None:
    assert claims("信息公开栏目更新及时，局长信箱收到来信58件，办结41件。") == []


@pytest.mark.parametrize(
    "text",
    [
        "收到政府信息公开申请，张贴海报12件。",
        "信息公开申请规范，某某平台答复30件。",
        "县教育局收到政府信息公开申请9件。",
        "申请量居前的乡镇为云河镇6件。",
    ],
)
def test_a_number_whose_subject_is_not_certain_is_no_claim(text: str) -> None:
    assert [claim for claim in claims(text) if not claim.scope] == []


def test_a_part_is_at_most_the_whole() -> None:
    assert [claim.kind for claim in claims("延期答复政府信息公开申请4件。")] == [Kind.AT_MOST]


def test_an_answer_beside_other_ends_is_a_part() -> None:
    *_, answered = claims("收到政府信息公开申请12件，答复3件，转办9件。")
    assert answered.kind is Kind.AT_MOST


def test_an_aside_on_last_year_leaves_the_year_as_it_was() -> None:
    assert [claim.back for claim in claims("收到政府信息公开申请12件，上年为15件，办结9件。")] == [0, 1, 0]


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("收到政府信息公开申请12件。", True),
        ("收到政府信息公开申请12件，办结9件。", True),
        ("办理政府信息公开申请12件。", False),
        ("依申请公开12件。", False),
        ("收到政府信息公开申请12件（含上年结转3件）。", False),
    ],
)
def test_where_no_other_reading_is_open(text: str, sure: bool) -> None:
    assert [claim.sure for claim in claims(text) if claim.code in ("N1", "N3")][-1] is sure


def test_last_years_number_may_stand_alone_behind_its_year() -> None:
    assert [claim.back for claim in claims("收到政府信息公开申请12件，2023年，9件。")] == [0, 1]


@pytest.mark.parametrize("who", ["乡镇", "局办公室"])
def test_what_is_told_only_to_be_done_by_somebody_is_some_of_it(who: str) -> None:
    (_, some) = claims(f"收到政府信息公开申请12件，3件由{who}办理。")
    assert some.kind is Kind.AT_MOST


def test_what_somebody_disclosed_before_the_number_is_all_of_it() -> None:
    (_, whole) = claims("收到政府信息公开申请12件，由局办公室答复9件。")
    assert whole.kind is Kind.COUNT


def test_what_applications_are_called_when_they_come_in_is_no_result() -> None:
    told = [
        [claim.code for claim in claims(text) if not claim.doubt]
        for text in (
            "收到政府信息公开申请12件，其中重复申请3件。",
            "收到政府信息公开申请12件，其中属于国家秘密3件。",
            "不予处理政府信息公开申请5件，其中重复申请3件。",
        )
    ]
    assert told == [["N1"], ["N1", "N5"], ["N5", "N5"]]


@pytest.mark.parametrize(
    "text",
    [
        "2021年提起、今年审结的行政诉讼1件。",
        "上年度行政复议案件2件于本年审结。",
        "去年未审结的2件复议案件今年全部审结。",
        "政府信息公开上年诉讼1件本年二审维持。",
    ],
)
def test_what_went_on_in_two_years_is_none_of_this_years_numbers(text: str) -> None:
    told = claims(f"收到政府信息公开申请12件。{text}")
    assert [claim for claim in told if claim.code in ("N6", "N12") and not claim.back] == []
