"""What numbers are likely of by the words nearest to them."""

import pytest

from model.prose.claim import Claim, Kind
from model.prose.likely.likely import likely_in
from model.prose.likely.likely_claims import LIKELY
from model.prose.likely.likely_keys import SHOWN


def heard(text: str, topic: str = "application") -> list[tuple[str, str]]:
    """The first reading of each number of a paragraph, and the number as it is quoted."""
    return [("＋".join(claim.readings[0]), claim.words) for claim in claims(text, topic)]


def claims(text: str, topic: str = "application") -> list[Claim]:
    """What the numbers of a paragraph of a report on 2024 are likely of."""
    return list(likely_in(text, 2024, topic)[0])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("今年全年，办了20件。", [("办结申请总数", "今年全年，办了20件")]),
        ("还有9件没有到期。", [("结转下年度申请数", "还有9件")]),
        ("3件获维持。", [("行政复议维持数", "3件")]),
        ("没有制作或者已经遗失而无法提供的19件。", [("无法提供数", "已经遗失而无法提供的19件")]),
        ("自然人是申请主力，共58件。", [("自然人申请数", "自然人是申请主力，共58件")]),
        ("企业和律所申请20件。", [("法人或其他组织申请数", "企业和律所申请20件")]),
        ("接续办理上年5件。", [("上年结转申请数", "接续办理上年5件")]),
        ("办结77件，6件结转。", [("办结申请总数", "办结77件"), ("结转下年度申请数", "6件")]),
        ("收到申请26件为自然人提出。", [("自然人申请数", "收到申请26件")]),
        ("公开9件，其他3件。", [("予以公开数", "公开9件"), ("其他处理数", "其他3件")]),
        ("已全部办结：2件不予公开。", [("不予公开数", "已全部办结：2件")]),
        ("问题是说理不充分，2件答复被复议机关纠正。", [("行政复议纠正数", "2件")]),
        ("其余20件由企业、律所提出。", [("法人或其他组织申请数", "其余20件")]),
    ],
)
def test_the_words_nearest_to_a_number_tell_what_it_is_of(text: str, told: list[tuple[str, str]]) -> None:
    assert heard(text) == told


def test_documents_are_told_by_their_stock() -> None:
    stock = "规范性文件现行有效数"
    told = claims("规范性文件新发6件，减少4件，总量由31件变为33件。", "")
    assert [claim.readings[0] for claim in told[:2]] == [("规范性文件制发数",), ("规范性文件废止数",)]
    assert [(claim.readings[0][0], claim.back) for claim in told[2:]] == [(stock, 1), (stock, 0)]


def test_decisions_name_themselves_whatever_is_spoken_of() -> None:
    assert heard("旅行社设立等许可742件，市场检查后处罚85件。", "") == [
        ("行政许可数", "旅行社设立等许可742件"),
        ("行政处罚数", "市场检查后处罚85件"),
    ]


def test_what_grew_is_what_was_told_last_or_what_the_words_name() -> None:
    told = claims("收到申请78件，与上年的50件比多了28件。")
    assert [(claim.kind, claim.back) for claim in told] == [
        (Kind.COUNT, 0),
        (Kind.COUNT, 1),
        (Kind.GROWTH, 0),
    ]
    assert {claim.readings[0] for claim in told} == {("收到申请总数",)}


@pytest.mark.parametrize(
    "text",
    [
        "收到申请78件，培训人次比上年增长40%。",
        "收到申请78件，访问量比上年增加30件，增长12%。",
        "收到申请78件，办结70件，访问量、下载量较上年分别增长35%、12%。",
        "收到申请78件，自然人占比比上年提高1.5%。",
    ],
)
def test_what_the_words_name_and_nothing_tells_of_is_something_else(text: str) -> None:
    assert Kind.GROWTH not in {claim.kind for claim in claims(text)}


def test_changes_are_dealt_out_to_the_numbers_before_them() -> None:
    told = claims("行政许可742件、行政处罚85件，较上年分别增加42件、减少12件。", "")
    assert [(claim.readings[0], claim.falls) for claim in told[2:]] == [
        (("行政许可数",), False),
        (("行政处罚数",), True),
    ]


def test_behind_changes_dealt_out_another_that_names_its_own_is_no_more_of_them() -> None:
    text = "行政许可120件，行政处罚21件，较上年分别增加20件、3件，行政强制增加1件。"
    grown = [claim.readings for claim in claims(text) if claim.kind is Kind.GROWTH]
    assert grown[-1] == (("行政强制数",),)


def test_a_share_goes_with_the_number_before_it_or_with_what_it_names() -> None:
    bracket, named = (claims(text)[-1] for text in ("自然人58件（74.4%）。", "办结的申请里公开的占33.8%。"))
    assert (bracket.kind, bracket.readings[0]) == (Kind.SHARE, ("自然人申请数",))
    assert (named.kind, named.readings[0]) == (Kind.SHARE, ("予以公开数",))


def test_shares_dealt_out_behind_numbers_are_of_these() -> None:
    text = "予以公开26件、部分公开7件，分别占办结数的33.8%、9.1%。"
    shares = [claim.readings[0] for claim in claims(text) if claim.kind is Kind.SHARE]
    assert shares == [("予以公开数",), ("部分公开数",)]


def test_behind_the_parts_of_a_body_all_is_told_of_again() -> None:
    *_, repealed = claims("全县制发规范性文件9件，其中县教育局3件；废止5件。", "")
    assert repealed.scope == "area"


def test_numbers_behind_shares_are_of_what_these_were() -> None:
    told = heard("公开、部分公开、不予公开分别占33.8%、9.1%、13.0%，件数分别为26件、7件、10件。")
    assert [reading for reading, _ in told[3:]] == ["予以公开数", "部分公开数", "不予公开数"]


def test_a_total_adds_up_the_numbers_before_it() -> None:
    total = claims("因信息公开引发复议19件、诉讼7件，合计26件。", "")[-1]
    assert ("行政复议总数", "行政诉讼总数") in total.readings


@pytest.mark.parametrize(
    "text",
    [
        "网站发布信息320条，接听咨询电话96个。",
        "景区门票类申请18件。",
        "2021年收到申请39件。",
        "收到申请约80件。",
        "投入资金1200万元，占25%。",
        "平均用时9个工作日。",
        "未收到申请3件。",
        "因工伤认定引发行政复议4件。",
        "税务行政复议2件，维持2件。",
        "受理事项760项，其中许可742件。",
    ],
)
def test_a_number_of_something_else_is_likely_of_nothing(text: str) -> None:
    assert heard(text) == []


def test_what_is_told_of_the_columns_of_a_row_is_no_number_of_applicants() -> None:
    assert heard("办结31件（自然人22件、企业9件）。") == [("办结申请总数", "办结31件")]
    assert heard("企业6件、律所2件，其他1件。")[2:] == []


def test_what_is_spoken_of_goes_on_in_the_next_paragraph() -> None:
    _, topic = likely_in("依申请公开的申请均已答复。共办结12件。", 2024, "")
    assert topic == "application"
    assert heard("公开5件。", topic) == [("予以公开数", "公开5件")]


def test_places_are_those_of_the_paragraph_as_it_was_written() -> None:
    text = "情况如下。全年 办了 ２０ 件。"
    (claim,) = claims(text)
    assert text[slice(*claim.number)].strip() == "２０"
    assert text[claim.start : claim.end] == "全年 办了 ２０ 件"


def test_who_decided_a_dispute_is_not_of_whom_it_is_told() -> None:
    told = claims("信息公开行政复议25件，市政府维持16件，办结23件。", "")
    assert [(claim.scope, claim.readings[0]) for claim in told] == [
        ("", ("行政复议总数",)),
        ("", ("行政复议维持数",)),
        ("", ("行政复议维持数", "行政复议纠正数", "行政复议其他结果数")),
    ]


def test_a_share_of_two_results_is_that_of_both() -> None:
    (claim,) = claims("公开（含部分公开）占办结总数的42.9%。")
    assert ("予以公开数", "部分公开数") in claim.readings


def test_a_share_of_fees_is_none_of_applications() -> None:
    assert [claim.kind for claim in claims("收费48.5万元，其中涉企收费12万元，占24.7%。")] == [Kind.COUNT]


def test_those_that_came_in_among_those_handled_are_some_of_them() -> None:
    assert heard("办结77件，其中本年新收72件。") == [("办结申请总数", "办结77件")]


def test_of_whom_it_is_told_goes_with_the_claim() -> None:
    assert [claim.scope for claim in claims("县教育局收到申请14件，办出13件。")] == ["县教育局", "县教育局"]


def test_documents_put_before_the_public_are_told_apart() -> None:
    shown, repealed = claims("公开规范性文件6件，废止规范性文件3件。")
    assert (shown.doubt, repealed.doubt) == (SHOWN, LIKELY)


def test_what_is_shown_in_all_is_no_sum_of_documents() -> None:
    text = "公开规范性文件6件，废止规范性文件3件，主动公开信息共计908件。"
    assert [claim.quantity.low for claim in claims(text)] == [6, 3]


@pytest.mark.parametrize(
    "text",
    [
        "均在20个工作日内答复，其中3件在5日内答复。",
        "公报刊登规章、规范性文件和公告等文件278件。",
        "按办理科室分，征收股7件、住建股2件。",
        "行政处罚按程序分，简易程序5896件。",
    ],
)
def test_how_all_are_divided_and_how_quick_some_were_tells_of_no_whole(text: str) -> None:
    assert heard(text) == []


def test_behind_what_divides_all_the_parts_are_told() -> None:
    assert heard("按申请人分，自然人26件。") == [("自然人申请数", "自然人26件")]


@pytest.mark.parametrize(
    "text",
    [
        "区政府复议机关受理行政复议236件，审结38件。",
        "2023年发生、2024年审结的诉讼1件。",
        "受理举报投诉141件（属实63件、办结141件）。",
        "规范性文件备案审查41件，纠正3件。",
        "村民因宅基地审批提起行政诉讼2件。",
        "隔离措施类复议5件、诉讼1件。",
        "对市场管理不满引发复议1件。",
        "土地承包纠纷调解43件、仲裁2件、诉讼1件。",
        "规范性文件（含失效2件）。",
        "复议：全系统5件，市局2件。",
        "其中3人提出的占自然人申请的16.2%。",
        "村民9件、返乡创业人员2件。",
        "渔民2件，市民7件。",
        "诉讼1件，为某县局。",
        "被纠正的1件是因为答复超期。",
        "其中，局机关收到的政府信息公开申请8件。",
    ],
)
def test_what_others_decided_and_other_matters_are_likely_of_nothing(text: str) -> None:
    assert heard(text) == []


def test_words_within_longer_ones_that_tell_nothing_are_not_heard() -> None:
    assert heard("收费86万元。") == [("行政事业性收费金额", "收费86万元")]
    assert heard("为消费者挽回损失86万元。") == []


def test_so_many_of_every_ten_are_no_count() -> None:
    assert heard("每10件申请，约有3件由企业提出。") == []
    assert heard("每办出100件申请，就有35件是公开的。") == []


def test_what_it_came_to_since_another_year_is_not_heard() -> None:
    assert heard("与开局之年2019年比：申请由4件增到10件。") == []


def test_what_another_matter_came_to_is_not_heard_as_the_one_before() -> None:
    told = heard("政府信息公开行政复议由14件降到12件；投诉由9件降到4件。")
    assert [number for number, _ in told] == ["行政复议总数", "行政复议总数"]


def test_applications_that_were_looked_into_may_be_anybodys() -> None:
    assert heard("抽查申请36件。") == []
    assert heard("共有申请36件。") != []


def test_what_stands_before_a_pause_goes_with_the_number_before_it() -> None:
    told = [name for name, _ in heard("除2件被撤销或责令重作、1件终止外，均维持。", "review")]
    assert told == ["行政复议纠正数", "行政复议其他结果数"]
