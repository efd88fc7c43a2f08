"""What official prose claims about the tables, and all that it does not."""

import pytest

from model.prose.claims import MOST, Claim, Kind, claims_in

RECEIVED, CARRIED_IN, HANDLED, CARRIED_OUT = (
    "收到申请总数",
    "上年结转申请数",
    "办结申请总数",
    "结转下年度申请数",
)


def claims(text: str, section: str = "overview") -> list[Claim]:
    return list(claims_in(text, 2023, section))


def told(text: str, section: str = "overview") -> list[tuple[str, int]]:
    """The first reading of each claim on all of this year and its number, in the order of the text."""
    return [
        ("＋".join(claim.readings[0]), int(claim.quantity.low))
        for claim in claims(text, section)
        if claim.kind is Kind.COUNT and not claim.back and claim.scope != "others"
    ]


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
        ("信息公开申请中，自然人申请予以公开20件。", []),
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
        ("申请答复9件，其中公开4件，不予公开2件，不存在3件。", [("予以公开数", 4), ("不予公开数", 2)]),
        ("印发公文9件，其中公开4件，不予公开5件。", []),
        (
            "信息公开申请不予公开2件，其中属于国家秘密的信息1件。",
            [("不予公开数", 2), ("applications.refused_state_secret.total", 1)],
        ),
    ],
)
def test_a_result_may_be_told_in_a_word_where_results_are_listed(
    text: str, expected: list[tuple[str, int]]
) -> None:
    assert told(text)[-len(expected) or 99 :] == expected


def test_what_an_office_has_not_got_is_at_most_what_it_could_not_provide() -> None:
    claim = claims("收到信息公开申请9件。处理结果中，部分公开2件，因信息不存在的5件。")[-1]
    assert (claim.kind, claim.readings, int(claim.quantity.low)) == (Kind.AT_MOST, (("无法提供数",),), 5)


def test_a_way_of_sending_is_a_part_and_all_ways_are_none() -> None:
    kinds = {
        text: claims(text)[0].kind
        for text in ("收到2件通过网站提交的公开申请。", "收到2件通过网站、信函等方式提交的公开申请。")
    }
    assert list(kinds.values()) == [Kind.AT_MOST, Kind.COUNT]


def test_who_applied_may_be_told_with_what_was_carried_in_where_the_whole_is() -> None:
    both = claims("办理信息公开申请124件（含上年结转5件）。其中自然人申请113件。")[-1]
    new = claims("新收信息公开申请119件。其中自然人申请108件。")[-1]
    assert both.readings == (("自然人申请数",), ("自然人申请数", "applications.carried_in.natural_person"))
    assert new.readings == (("自然人申请数",),)


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
        ("收到和处理依申请公开28件（其中依申请公开25件，重复申请3件）。", [28]),
        ("收到信息公开申请19件。依申请公开16件。", [19]),
        ("各类申请310件，其中信息公开申请30件。", [30]),
    ],
)
def test_what_is_named_again_without_a_deed_is_not_all_of_it(text: str, expected: list[int]) -> None:
    assert [number for _, number in told(text)] == expected


def test_what_is_left_is_its_row_or_all_results_that_are_not_told() -> None:
    claim = claims("信息公开申请答复9件：予以公开3件、部分公开1件、无法提供3件、其他2件。")[-1]
    assert claim.readings == (("其他处理数",), ("不予公开数", "不予处理数", "其他处理数"))


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("以县政府及县政府办公室名义制发规范性文件2件。", "signed"),
        ("县政府（含县政府办公室）收到信息公开申请2件。", "office"),
        ("北山街道收到信息公开申请2件。", "北山街道"),
        ("区发展改革委收到信息公开申请2件。", "区发展改革委"),
    ],
)
def test_whose_it_is_may_be_said_in_many_ways(text: str, scope: str) -> None:
    assert {claim.scope for claim in claims(text)} == {scope}


def test_answers_that_were_taken_to_review_are_those_of_applications() -> None:
    assert told("上述答复被申请行政复议2件。") == [("行政复议总数", 2)]
    assert told("行政复议8件。以上案件均涉及政府信息公开。") == [("行政复议总数", 8)]
    assert told("行政复议8件。") == []


def test_brackets_hold_the_parts_of_what_stands_before_them_alone() -> None:
    text = "信息公开行政复议8件（维持6件、纠正2件），行政诉讼4件（直接起诉1件、复议后起诉3件）。"
    assert [claim for claim in claims(text) if claim.kind is Kind.SUM] == []


def test_a_row_beside_the_same_in_other_words_is_a_part() -> None:
    text = "信息公开申请部分公开8件，因本机关不掌握相关政府信息无法提供1件，信息不存在的1件。"
    assert [claim.kind for claim in claims(text)] == [Kind.COUNT, Kind.AT_MOST, Kind.AT_MOST]


def test_the_same_told_twice_may_be_parts() -> None:
    found = [claim for claim in claims("废止规范性文件6件，宣布失效规范性文件5件。") if claim.code == "N7"]
    assert [claim.kind for claim in found] == [Kind.AT_MOST, Kind.AT_MOST]


def test_ways_of_sending_under_a_heading_are_parts_of_what_came_in() -> None:
    text = "（二）依申请公开。行政诉讼情况见第四部分。从申请方式看，网络申请24件，占75%。"
    kinds = [(claim.kind, claim.readings or claim.over) for claim in claims(text)]
    assert kinds[0] == (Kind.AT_MOST, ((RECEIVED,),))
    assert kinds[1][0] is Kind.SHARE


@pytest.mark.parametrize(
    "text",
    [
        "行政复议2宗、行政诉讼1宗，其中2宗维持，1宗尚未审结（信息公开）。",
        "办理建议4件、提案8件（共公开9件）。",
        "收到信息公开申请669份，其中引起行政复议21宗、行政诉讼10宗，占4.63%。",
    ],
)
def test_a_row_of_numbers_may_be_one_whole(text: str) -> None:
    sums = [claim for claim in claims(text) if claim.kind is Kind.SUM]
    shares = [claim for claim in claims(text) if claim.kind is Kind.SHARE]
    assert sums == []
    assert all(any(part.low == 31 for part in claim.parts) for claim in shares)


def test_a_sentence_that_goes_on_with_parts_is_of_the_same_time() -> None:
    assert told("上半年受理信息公开申请50件。其中予以公开20件。") == []


REVIEW, SUIT = "行政复议总数", "行政诉讼总数"


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
    for claim, words in zip(
        claims(text), ["收到政府信息公开申请 1 34 件", "办结依申请公开130件"], strict=True
    ):
        assert text[claim.start : claim.end] == claim.words == words


def test_a_number_field_is_never_read() -> None:
    assert claims("收到政府信息公开申请\ue000\ue000\ue000件，办结\ue000件。") == []


def test_a_very_long_text_is_read_to_its_bounds() -> None:
    assert len(claims("收到政府信息公开申请134件。" * 3000)) == MOST
    assert claims("9" * 200_000 + "件申请") == []
    assert claims("收到" * 100_000 + "申请3件") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "政府信息公开申请中不予公开10件，其中保护第三方合法权益6件、属于四类过程性信息4件。",
            [
                "不予公开数",
                "applications.refused_third_party.total",
                "applications.refused_process_information.total",
            ],
        ),
        (
            "办结政府信息公开申请80件。不予处理11件中，信访举报投诉类申请7件，重复申请4件。",
            [
                HANDLED,
                "不予处理数",
                "applications.declined_petition.total",
                "applications.declined_repeat.total",
            ],
        ),
        ("收到政府信息公开申请80件，其中重复申请4件，予以公开30件。", [RECEIVED, "予以公开数"]),
        ("政府信息公开申请不予公开10件，其中属于国家秘密、属于行政执法案卷共4件。", ["不予公开数"]),
    ],
)
def test_a_row_of_table_three_is_told_by_its_own_name_where_results_are_told(
    text: str, expected: list[str]
) -> None:
    assert [name for name, _ in told(text) if name] == expected


def test_an_example_before_a_result_leaves_it_whole_and_a_reason_makes_it_a_part() -> None:
    whole, part = "信访等不予处理11件", "信访不予处理11件"
    for words, kind in ((whole, Kind.COUNT), (part, Kind.AT_MOST)):
        (claim,) = [c for c in claims(f"政府信息公开申请部分公开3件，{words}。") if int(c.quantity.low) == 11]
        assert claim.kind is kind


def test_results_of_suits_are_those_of_their_way_to_court_or_of_all() -> None:
    text = "政府信息公开行政诉讼11件，其中复议后起诉4件，维持3件。"
    (claim,) = [claim for claim in claims(text) if int(claim.quantity.low) == 3]
    assert claim.readings == (("disputes.suit_after_review.upheld",), ("行政诉讼维持数",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("政府信息公开申请由上年的240件增至275件。", 275),
        ("政府信息公开申请由240件上升到275件。", 275),
        ("政府信息公开申请较2022年（240件）增长14.6%，达到275件。", 275),
    ],
)
def test_what_a_number_has_come_to_is_this_years(text: str, expected: int) -> None:
    assert [number for _, number in told(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "依申请公开窗口设在两处，受理申请98件、67件。",
        "审查公文1280件，其中主动公开560件、依申请公开512件、不予公开208件。",
        "每百件政府信息公开申请中约有78件由自然人提出。",
    ],
)
def test_numbers_that_only_look_like_those_of_applications(text: str) -> None:
    assert told(text) == []


def test_an_average_between_leaves_what_has_grown() -> None:
    growths = claims("收到政府信息公开申请275件，平均每月近23件，同比增长14.6%。")
    assert [claim.kind for claim in growths] == [Kind.COUNT, Kind.GROWTH]


def test_what_the_office_received_beside_its_branches_is_a_part() -> None:
    first = claims("市局收到政府信息公开申请198件，下属分局收到77件。")[0]
    assert first.kind is Kind.AT_MOST


def test_what_is_carried_in_may_be_told_together_with_what_came_in() -> None:
    claim = claims("收到政府信息公开申请275件（含上年结转共286件）。")[-1]
    assert claim.readings == ((CARRIED_IN,), (RECEIVED, CARRIED_IN))


def test_an_answer_amid_results_is_one_of_several_ends() -> None:
    listed = claims("政府信息公开申请中，予以公开2件、部分公开5件、答复8件、不予公开2件。")
    assert [claim.kind for claim in listed] == [Kind.COUNT, Kind.COUNT, Kind.AT_MOST, Kind.COUNT]
    whole = claims("政府信息公开申请中，予以公开2件、共答复9件、不予公开2件。")
    assert {claim.kind for claim in whole} == {Kind.COUNT}


def test_what_is_repealed_already_may_be_of_years_before() -> None:
    assert [claim.sure for claim in claims("规范性文件废止6件。") + claims("规范性文件已经废止6件。")] == [
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收到政府信息公开申请9件。予以公开4件；不予公开3件；其他2件。", [9, 4, 3, 2]),
        ("收到政府信息公开申请9件。予以公开4件，不予处理3件（重复申请3件），其他2件。", [9, 4, 3, 3, 2]),
        ("收到政府信息公开申请9件。按申请人划分：自然人7件，公益组织2件。", [9, 7, 2]),
        ("收到政府信息公开申请236件；上年结转11件，合计247件。", [236, 11, 247]),
        ("石门街道2023年政府信息公开申请数量为7件。", [7]),
    ],
)
def test_what_goes_on_with_applications(text: str, expected: list[int]) -> None:
    assert [number for _, number in told(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "收到政府信息公开申请23件，比2022年的43件少20件。",
        "收到政府信息公开申请23件。申请数量比2022年的43件少20件。",
    ],
)
def test_fewer_than_a_number_told_is_growth(text: str) -> None:
    growth = claims(text)[-1]
    assert (growth.kind, int(growth.quantity.low), growth.falls) == (Kind.GROWTH, 20, True)


def test_a_kind_told_before_a_result_makes_it_a_part() -> None:
    last = claims("收到政府信息公开申请9件。不予公开7件，信访类不予处理2件。")[-1]
    assert (int(last.quantity.low), last.kind) == (2, Kind.AT_MOST)


def test_parts_behind_what_was_carried_in_are_of_nothing_certain() -> None:
    found = claims("收到政府信息公开申请23件，上年结转1件，其中当面递交4件、邮寄8件、网上提交11件。")
    assert all(claim.kind is not Kind.SUM for claim in found)


def test_ends_of_disputes_after_applications_are_those_of_disclosure() -> None:
    before = "全年共收到政府信息公开申请9件，已全部按照规定的期限和程序予以答复，申请人对办理结果表示满意，没有延期。"
    assert len(claims(f"{before}\n行政复议4件，其中维持3件、纠正1件。")) == 4
    assert len(claims(f"{before}\n依法行政。行政复议4件，其中维持3件、纠正1件。")) == 1
    assert len(claims(f"{before}\n行政复议4件。")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "业扩报装申请2310件，上年结转46件，合计2356件，办结2298件，结转58件。按申请人分类：居民1980件，企业330件。",
        "农机购置补贴申请1208件，其中自然人1186件，法人22件。",
        "治安处罚复议12件，维持11件、撤销1件。",
    ],
)
def test_requests_and_disputes_of_another_kind_lead_on_to_no_claim(text: str) -> None:
    before = "收到政府信息公开申请9件。"
    assert told(before + text) == told(before)
