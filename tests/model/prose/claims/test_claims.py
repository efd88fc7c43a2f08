"""What official prose claims about the tables, and all that it does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.prose.claims.claims import claims_in
from model.prose.claims.paragraph_claims import MOST
from model.prose.words.claim_words import vocabulary
from tests.model.prose.telling import CARRIED_IN, CARRIED_OUT, HANDLED, RECEIVED, REVIEW, SUIT, claims, told


@pytest.mark.parametrize(
    "text",
    [
        "2023年，全局共收到政府信息公开申请134件。",
        "本年度新收政府信息公开申请134件。",
        "我局受理政府信息公开申请共计134件，均按时答复。",
        "全年收到公民、法人和其他组织的政府信息公开申请134件。",
        "收到依申请公开134件。",
        "收到依申请公开政府信息134件。",
        "共收到134件政府信息公开申请。",
        "收到各类信息公开申请 １３４ 件。",
        "依申请公开工作平稳有序，全年收到申请134件。",
        "2023年1-12月，全局收到政府信息公开申请134件。",
        "截至2023年12月31日，受理政府信息公开申请134件。",
        "收到政府信息公开申请数量为134件，同比增长12%。",
        "收到政府信息公开申请一百三十四件。",
        "其中，新收政府信息公开申请134件。",
    ],
)
def test_applications_received(text: str) -> None:
    assert told(text) == [(RECEIVED, 134)]


@pytest.mark.parametrize(
    "text",
    [
        "受理投诉18件，信息公开工作平稳。",
        "12345热线受理信息公开咨询284件。",
        "收到来信134件，均已答复。依申请公开流程规范。",
        "政府信息公开栏目收到网民留言134件。",
        "收到行政许可申请134件，按照信息公开要求公示。",
        "收到政府信息公开方面的复议材料13件。",
        "去年收到政府信息公开申请134件。",
        "2022年我镇收到政府信息公开申请134件。",
        "上半年收到政府信息公开申请134件。",
        "第三季度收到政府信息公开申请134件。",
        "截至11月，收到政府信息公开申请134件。",
        "历年收到政府信息公开申请134件。",
        "各部门收到政府信息公开申请134件。",
        "市本级收到政府信息公开申请134件。",
        "指导全市各部门办理政府信息公开申请134件。",
        "指导各镇办理政府信息公开申请134件。",
        "收到政府信息公开申请，其中网络受理申请134件。",
        "通过网络收到政府信息公开申请134件。",
        "当面受理政府信息公开申请134件。",
        "收到政府信息公开申请表134张。",
        "申请公开的房屋登记共134件，信息公开。",
        "未收到政府信息公开申请补正134件。",
    ],
)
def test_what_is_received_and_is_no_application_of_this_year_and_office(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("政府信息公开申请上年结转3件。", [(CARRIED_IN, 3)]),
        ("上年度结转政府信息公开申请3件。", [(CARRIED_IN, 3)]),
        ("2022年结转申请3件。", [(CARRIED_IN, 3)]),
        ("其中3件为上年结转。", [(CARRIED_IN, 3)]),
        ("结转下年度继续办理7件。", [(CARRIED_OUT, 7)]),
        ("另有7件结转至下年度办理。", [(CARRIED_OUT, 7)]),
        ("7件结转2024年继续办理。", [(CARRIED_OUT, 7)]),
        ("2021年结转申请3件。", []),
        ("7件结转2026年继续办理。", []),
        ("结转下年度资金7万元。", []),
    ],
)
def test_applications_carried_over(text: str, expected: list[tuple[str, int]]) -> None:
    assert told(text, "applications") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("政府信息公开申请共办结130件。", [(HANDLED, 130)]),
        ("收到信息公开申请5件，答复8件。", [(RECEIVED, 5), (HANDLED, 8)]),
        ("依申请公开全年已办结申请8件。", [(HANDLED, 8)]),
        ("收到信息公开申请5件，主要涉及征地拆迁方面，办结8件。", [(RECEIVED, 5), (HANDLED, 8)]),
        ("信息公开申请按期答复8件。", []),
        ("信息公开申请延期答复8件。", []),
        ("依申请公开规范，答复镇长信箱17件。", []),
        ("依申请公开规范，办结工单17件。", []),
        ("答复人大代表建议17件。", []),
    ],
)
def test_applications_handled(text: str, expected: list[tuple[str, int]]) -> None:
    assert told(text) == expected


def test_a_chain_of_numbers_is_told_apart() -> None:
    text = (
        "全年依申请公开工作平稳：上年结转3件，本年新收申请134件，办结130件，其中予以公开80件、部分公开12件、不予公开5件、"
        "无法提供20件、不予处理3件、其他处理10件，结转下年度继续办理7件。"
    )
    assert told(text) == [
        (CARRIED_IN, 3),
        (RECEIVED, 134),
        (HANDLED, 130),
        ("予以公开数", 80),
        ("部分公开数", 12),
        ("不予公开数", 5),
        ("无法提供数", 20),
        ("不予处理数", 3),
        ("其他处理数", 10),
        (CARRIED_OUT, 7),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("信息公开申请中80件予以公开，12件部分公开。", [("予以公开数", 80), ("部分公开数", 12)]),
        ("信息公开申请因涉及商业秘密不予公开2件。", []),
        ("信息公开申请中，自然人申请予以公开20件。", [("予以公开数×自然人申请数", 20)]),
        ("政府信息公开申请予以公开类（含部分公开）25件。", [("予以公开数＋部分公开数", 25)]),
        ("对信息公开申请，主动予以公开文件30件。", []),
        ("信息公开申请中，予以公开和部分公开92件。", [("予以公开数＋部分公开数", 92)]),
        ("信息公开申请中，予以公开、部分公开92件。", [("予以公开数＋部分公开数", 92)]),
        ("信息公开申请中“予以公开”的有80件。", [("予以公开数", 80)]),
    ],
)
def test_results(text: str, expected: list[tuple[str, int]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收到公民和法人或其他组织政府信息公开申请共32件。", [(RECEIVED, 32)]),
        ("受理政府信息公开1件，办结1件。", [(RECEIVED, 1), (HANDLED, 1)]),
        ("政府信息公开申请数量为6。", [(RECEIVED, 6)]),
        (
            "加上上年结转的4件，全年应办信息公开申请65件。",
            [(CARRIED_IN, 4), (f"{RECEIVED}＋{CARRIED_IN}", 65)],
        ),
        ("信息公开申请其他处理46件。结转下年度继续办理12件。", [("其他处理数", 46), (CARRIED_OUT, 12)]),
        ("信息公开申请372件，其中353项为自然人提交。", [(RECEIVED, 372), ("自然人申请数", 353)]),
        ("制定发布规章6部，行政规范性文件18件。", [("规章制发数", 6), ("规范性文件制发数", 18)]),
    ],
)
def test_what_offices_say_for_short(text: str, expected: list[tuple[str, int]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("因政府信息公开引发的行政复议案件3件，行政诉讼1件。", [(REVIEW, 3), (SUIT, 1)]),
        ("涉及政府信息公开的行政复议35件，维持7件。", [(REVIEW, 35), ("行政复议维持数", 7)]),
        ("因政府信息公开被申请行政复议、行政诉讼共4件。", [(f"{REVIEW}＋{SUIT}", 4)]),
        ("因政府信息公开被提起行政诉讼2件。", [(SUIT, 2)]),
        ("未发生因政府信息公开引起的行政复议、行政诉讼。", [(REVIEW, 0), (SUIT, 0)]),
        ("没有因政府信息公开申请行政复议的情况。", [(REVIEW, 0)]),
        ("未发生因政府信息公开事务引发的行政复议情况。", [(REVIEW, 0)]),
        ("没有上年接转的依申请公开事项，未发生政府信息公开行政诉讼和申诉。", [(CARRIED_IN, 0), (SUIT, 0)]),
        ("因政府信息公开答复引起的行政诉讼案件共18件。", [(SUIT, 18)]),
        ("因政府信息公开引起的行政复议2件和复议后提起行政诉讼1件。", [(REVIEW, 2), ("复议后起诉数", 1)]),
        (
            "涉及信息公开的行政复议3件，其中1件被复议机关撤销，2件正在复议机关审理中。",
            [(REVIEW, 3), ("行政复议纠正数", 1), ("行政复议尚未审结数", 2)],
        ),
        ("涉及信息公开的行政复议3件，其中1件由第三人提起。", [(REVIEW, 3)]),
        ("全年收到信息公开行政诉讼案件1件。", [(SUIT, 1)]),
        ("发生1起有关政府信息公开的行政复议案件，该案件尚未审结。", [(REVIEW, 1)]),
        ("政府信息公开答复引起行政复议7件，行政诉讼4件。", [(REVIEW, 7), (SUIT, 4)]),
        ("上年度结转的信息公开行政复议1件。", []),
        ("全年办理行政复议案件56件，其中涉及信息公开10件。", []),
        ("行政复议被纠正3件，信息公开。", []),
        ("未发生信息公开行政复议被纠正的情况。", []),
    ],
)
def test_reviews_and_suits(text: str, expected: list[tuple[str, int]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全年制发行政规范性文件8件，废止规范性文件26件，现行有效规范性文件66件。", [8, 26, 66]),
        ("印发规范性文件8件。", [8]),
        ("制定8件规范性文件。", [8]),
        ("制定规范性文件4件，清理废止文件1件，现行有效文件20件。", [4, 1, 20]),
        ("制定规范性文件4件，印发文件30件。", [4]),
        ("本年现行有效的规范性文件20件，2023年以来废止2件。", [20, 2]),
        ("保留行政权力841项，其中行政许可24件、行政处罚765件。", []),
        ("行政许可24项。", []),
        ("作出行政许可决定24项。", [24]),
        ("公开规范性文件13件。", []),
        ("主动公开规范性文件13件。", []),
        ("主动公开新增规章18件、政府常务会议13次。", [18]),
        ("主动公开本年度制发的规章5件，废止规章9件。", [5, 9]),
        ("新增规范性文件备案13件。", []),
        ("清理废止规范性文件26件。", []),
        ("备案审查规范性文件20件。", []),
        ("作出行政许可决定300件，行政处罚决定12件。", [300, 12]),
        ("办理行政许可300件。", [300]),
        ("公示行政许可300件。", []),
        ("作出行政许可、行政处罚决定500件。", []),
        ("行政许可信息公开586条。", []),
        ("受理行政许可申请300件。", []),
        ("梳理行政许可事项24项。", []),
    ],
)
def test_documents_and_decisions(text: str, expected: list[int]) -> None:
    assert [number for _, number in told(text)] == expected


@pytest.mark.parametrize(
    ("text", "part", "share"),
    [
        ("信息公开申请予以公开80件，占44.7%。", "予以公开数", "44.7"),
        ("信息公开申请中，不予公开的占比为12%。", "不予公开数", "12"),
        ("政府信息公开申请中自然人申请占96.2%。", "自然人申请数", "96.2"),
    ],
)
def test_shares(text: str, part: str, share: str) -> None:
    claim = claims(text)[-1]
    assert (claim.code, claim.readings[0][0], str(claim.quantity.low)) == ("N8", part, share)


@pytest.mark.parametrize(
    "text",
    [
        "收到信息公开申请134件，同比增长12.5%。",
        "信息公开申请按期答复率100%。",
        "政务新媒体检查合格率为100%，依申请公开规范。",
        "信息公开申请予以公开80件，比上年增加5%。",
    ],
)
def test_percentages_of_something_else(text: str) -> None:
    assert [claim.code for claim in claims(text) if claim.code == "N8"] == []


@pytest.mark.parametrize(
    "text",
    [
        "2023年度本局未收到信息公开申请。",
        "全年没有收到政府信息公开申请。",
        "本年度无政府信息公开申请。",
        "无依申请公开事项。",
        "未收到和处理信息公开申请。",
        "未接收受理过依申请公开。",
        "未收到通过网站、来信等方式提出的信息公开申请。",
        "未收到依申请公开信件。",
        "本部门未收到依申请公开信件。",
        "本局未收到公民、法人和其他组织提出的政府信息公开申请，特此说明。",
    ],
)
def test_no_application_at_all(text: str) -> None:
    assert [(claim.code, int(claim.quantity.low)) for claim in claims(text)] == [("N9", 0)]


@pytest.mark.parametrize(
    "text",
    [
        "未收到政府信息公开申请方面的投诉。",
        "上半年未收到政府信息公开申请。",
        "2022年未收到政府信息公开申请。",
        "对政府信息公开申请无收费。",
        "本局无依申请公开收费。",
        "未收到对政府信息公开申请答复不服的意见。",
        "未收到通过网站提交的信息公开申请。",
    ],
)
def test_denials_of_something_else(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    ("who", "scope"),
    [
        ("全市", "area"),
        ("全县各级行政机关", "area"),
        ("全县各单位", "area"),
        ("我区", "area"),
        ("市政府办公室", "office"),
        ("县政府办", "office"),
        ("我局", ""),
        ("", ""),
    ],
)
def test_of_whom_it_is_told_is_noted(who: str, scope: str) -> None:
    (claim,) = claims(f"{who}共收到政府信息公开申请134件。")
    assert claim.scope == scope


def test_a_claim_stands_where_its_words_stand() -> None:
    text = "（一）概况\n  全年 收到政府信息公开申请 1 34 件。\n\n办结依申请公开130件。"
    found = claims_in(text, 2023)
    for (start, claim), words in zip(
        found, ["收到政府信息公开申请 1 34 件", "办结依申请公开130件"], strict=True
    ):
        assert text[start + claim.start : start + claim.end] == claim.words == words


def test_a_claim_stays_the_same_where_its_paragraph_moves() -> None:
    text = "概况\n收到政府信息公开申请134件。\n办结依申请公开130件。"
    before, after = (claims_in(words, 2023) for words in (text, f"总体{text}"))
    assert [start for start, _ in after] == [start + 2 for start, _ in before]
    assert all(one is other for (_, one), (_, other) in zip(before, after, strict=True))


def test_a_number_field_is_never_read() -> None:
    assert claims("收到政府信息公开申请\ue000\ue000\ue000件，办结\ue000件。") == []


def test_a_very_long_text_is_read_to_its_bounds() -> None:
    assert len(claims("收到政府信息公开申请134件。" * 3000)) == MOST
    assert claims("9" * 200_000 + "件申请") == []
    assert claims("收到" * 100_000 + "申请3件") == []
    assert len(claims(" " * 200_000 + "。予以公开3件，不予公开2件")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "依申请公开窗口设在两处，受理申请98件、67件。",
        "审查公文1280件，其中主动公开560件、依申请公开512件、不予公开208件。",
        "公文公开属性认定：主动公开41件、依申请公开5件、不公开12件。",
        "每百件政府信息公开申请中约有78件由自然人提出。",
    ],
)
def test_numbers_that_only_look_like_those_of_applications(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("words", ["1、", "（1）", "12、", "收到申请3件。（1）", "收到申请3件。\n2、\n"])
def test_an_item_that_is_only_begun_tells_nothing(words: str) -> None:
    assert all(claim.quantity.low == 3 for claim in claims(words))


_NUMBERS = ("3件", "12", "0", "50%", "两件", "2倍", "1.5万元", "300余件", "2022年")
_MARKS = (*"，。；：、（）《》！\n", "1、", "（1）", "一是")
_OFTEN = (
    "政府信息公开申请",
    "行政复议",
    "收到",
    "上年",
    "结转",
    "其中",
    "分别",
    "共",
    "自然人",
    "予以公开",
    "增长",
)
_WRITTEN = st.one_of(*map(st.sampled_from, (_NUMBERS, _MARKS, _OFTEN, tuple(vocabulary().words))))


@given(st.lists(_WRITTEN, max_size=20).map("".join))
def test_whatever_is_written_can_be_read(words: str) -> None:
    assert all(0 <= claim.start <= claim.end <= len(words) for claim in claims(words))


@pytest.mark.parametrize(
    "text",
    [
        "发生3起有关政府信息公开事务的行政复议案件。",
        "全年发生3件政府信息公开工作的行政复议。",
    ],
)
def test_disputes_over_the_work_of_disclosure_are_over_disclosure(text: str) -> None:
    assert [(claim.code, int(claim.quantity.low)) for claim in claims(text)] == [("N6", 3)]
