"""What several numbers of a sentence say together: sums and shares."""

import pytest

from model.prose.claim import Claim, Kind
from model.prose.claims.claims import claims_in


def of_kind(text: str, kind: Kind) -> list[Claim]:
    return [claim for _, claim in claims_in(text, 2024, "overview") if claim.kind is kind]


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("收到政府信息公开申请30件，其中网上18件；信函8件；当面5件。", True),
        ("收到政府信息公开申请30件。其中，网上22件，信函9件。", True),
        ("收到政府信息公开申请8件，其中网络申请3条，信函申请6条。", True),
        ("答复政府信息公开申请23件，其中网上23件，书面申请件1件。", True),
        ("组织培训12场，其中线上8场、线下5场。", True),
        ("组织培训12场，其中线上7场、线下4场。", True),
        ("主动公开信息120条，其中网站80条、公众号41条。", True),
        ("主动公开信息120条，其中网站80条、公众号39条。", False),
        ("予以公开12件、部分公开4件，两项合计17件，政府信息公开申请办理有序。", True),
        ("收到政府信息公开申请32件，上年结转3件，共36件。", True),
        ("收到政府信息公开申请10件，其中网上11件。", True),
    ],
)
def test_parts_that_do_not_make_up_their_whole(text: str, sure: bool) -> None:
    assert [claim.sure for claim in of_kind(text, Kind.SUM)] == [sure]


@pytest.mark.parametrize(
    "text",
    [
        "主动公开信息120条，其中网站80条、公众号20条。",
        "主动公开信息120条，其中政策文件20条，办结信访30件。",
        "组织培训12场，其中线上7场、线下5场。",
        "处理申请3件，其中网上1件、信函1件。",
        "主动公开信息120余条，其中网站80条、公众号60条。",
        "收到政府信息公开申请30件，办结28件，其中予以公开12件。",
        "召开会议5次，培训12场，印发文件30份，共接待40人次。",
        "培训（线上12场）共召开5场。",
    ],
)
def test_parts_that_may(text: str) -> None:
    assert of_kind(text, Kind.SUM) == []


@pytest.mark.parametrize(
    "text",
    [
        "复议方面，全年10件中没有审完的还有2件，审完的8件中7件维持。",
        "收到申请10件，其中网上2件，邮寄的8件中7件为自然人。",
    ],
)
def test_what_is_told_within_a_part_is_no_further_part(text: str) -> None:
    assert of_kind(text, Kind.SUM) == []


def test_a_share_of_two_results_together() -> None:
    (claim,) = of_kind("办结信息公开申请20件，予以公开及部分公开12件，占60%。", Kind.SHARE)
    assert claim.readings == (("予以公开数", "部分公开数"),)


@pytest.mark.parametrize(
    "text",
    [
        "行政复议34件，其中维持22件，占审结的71.0%。",
        "审结行政复议31件，维持22件，占71.0%。",
    ],
)
def test_a_result_is_a_share_of_what_is_concluded_where_that_is_told(text: str) -> None:
    (claim,) = of_kind(f"因政府信息公开引起的{text}", Kind.SHARE)
    assert claim.over[-1] == ("行政复议维持数", "行政复议纠正数", "行政复议其他结果数")


def test_a_share_of_what_only_the_text_counts() -> None:
    (claim,) = of_kind("主动公开信息120条，其中网站60条，占50%。", Kind.SHARE)
    assert (int(claim.parts[0].low), claim.whole and int(claim.whole.low)) == (60, 120)


def test_parts_of_parts_with_stops_between_are_not_added_up() -> None:
    text = "政府信息公开行政诉讼18件，其中直接起诉12件，纠正1件；复议后起诉6件，未审结2件。"
    assert of_kind(text, Kind.SUM) == []


def test_a_share_behind_a_growth_is_taken_of_what_was_counted() -> None:
    (claim,) = of_kind("办理业务200件，同比增长6.3%，其中即办件150件，占75%。", Kind.SHARE)
    assert claim.whole is not None
    assert claim.whole.low == 200


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("受理13件。从申请方式上看，网络申请7件，信函申请6件。", [[7, 6]]),
        ("按申请渠道分，网络申请7件；信函申请6件。", [[7, 6]]),
        ("从申请方式看，网络申请居多，为7件，信函申请5件。", []),
        ("从申请渠道看，网络申请7件，其余为信函申请。", []),
    ],
)
def test_ways_in_which_applications_came_are_told_together(text: str, parts: list[list[int]]) -> None:
    assert [[int(part.low) for part in claim.parts] for claim in of_kind(text, Kind.WAYS)] == parts


@pytest.mark.parametrize(
    "text",
    [
        "收到政府信息公开申请10件，其中予以公开6件（60%）、部分公开2件（20%）。",
        "收到政府信息公开申请10件，其中，通过网络申请8件，占80%；通过信函申请2件，占20%。",
    ],
)
def test_shares_in_brackets_and_of_ways(text: str) -> None:
    assert len(of_kind(text, Kind.SHARE)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "政府信息公开申请网络渠道8件、当面2件，网络占比80%。",
        "收到政府信息公开申请10件（98.6%）。",
        "政府信息公开申请中，予以公开占比由31.2%升至35.8%。",
        "政府信息公开申请不予公开占比从8.1%降至6.4%。",
        "收到政府信息公开申请9件，公文中主动公开的占31%、依申请公开的占24%、不予公开的占45%。",
    ],
)
def test_shares_of_what_is_not_told_right_before(text: str) -> None:
    assert of_kind(text, Kind.SHARE) == []


def test_whose_parts_follow_a_stop_is_open_behind_a_row_of_totals() -> None:
    text = "网站公开754条，新媒体公开2808条，其他方式公开54条。其中，微信1205条、微博1298条。"
    assert of_kind(text, Kind.SUM) == []


def test_parts_in_the_bracket_of_a_part_make_up_that_part() -> None:
    text = "其中，予以公开51件，不予公开9件（过程性信息7件，内部事务信息3件）。"
    assert [claim.quantity.low for claim in of_kind(text, Kind.SUM)] == [9]


def test_the_share_of_the_rest_is_that_of_all_that_is_not_told() -> None:
    text = "办结政府信息公开申请10件，其中予以公开占60%、无法提供占30%，其他情况占10%。"
    rest = of_kind(text, Kind.SHARE)[-1].readings
    assert rest == (("其他处理数",), ("部分公开数", "不予公开数", "不予处理数", "其他处理数"))


@pytest.mark.parametrize(
    "text",
    [
        "政府信息公开申请100件中，征地类占41%，规划类占40%，其他占19%。",
        "收到政府信息公开申请100件，其中征地类占41%，其他占59%。",
    ],
)
def test_a_share_beside_shares_of_what_the_tables_do_not_know(text: str) -> None:
    assert of_kind(text, Kind.SHARE) == []


def test_ways_behind_another_list_are_added_up_as_well() -> None:
    text = "收到政府信息公开申请18件，其中公民17件、企业1件；网上提交12件、信函6件。"
    assert [claim.quantity.low for claim in of_kind(text, Kind.WAYS)] == [18]


def test_a_share_in_a_bracket_may_be_of_what_the_bracket_hangs_on() -> None:
    text = "收到信息公开申请40件，法人或其他组织申请12件（其中商业企业9件，占75%）。"
    (claim,) = of_kind(text, Kind.SHARE)
    assert claim.whole is not None
    assert int(claim.whole.low) == 12
    assert ("收到申请总数",) in claim.over


def test_a_share_named_within_a_share_may_be_of_it() -> None:
    text = "信息公开申请中，法人或其他组织占30%（其中商业企业占75%）。"
    assert ("法人或其他组织申请数",) in of_kind(text, Kind.SHARE)[-1].over


def test_a_share_behind_a_share_is_none_of_it() -> None:
    text = "收到信息公开申请40件，通过网站提交的占62.5%，通过信函提交的占37.5%。"
    assert [claim.parts for claim in of_kind(text, Kind.SHARE)] == []


def test_shares_dealt_out_are_of_the_whole_named_behind_their_word() -> None:
    text = "（二）依申请公开。予以公开12件、部分公开4件、不予公开9件，分别占办结总数的48.0%、16.0%、36.0%。"
    shares = of_kind(text, Kind.SHARE)
    assert [claim.readings[0] for claim in shares] == [("予以公开数",), ("部分公开数",), ("不予公开数",)]


def test_a_share_behind_a_reason_may_be_one_of_the_result_named_before() -> None:
    text = "（二）依申请公开。无法提供的主要原因是本机关不掌握（66件），占89.2%。"
    assert of_kind(text, Kind.SHARE) == []


def test_among_disputes_a_share_may_be_of_those_concluded() -> None:
    text = "因政府信息公开被申请复议21件。已审结的19件复议中，维持14件，占73.7%；纠正3件，占15.8%。"
    concluded = ("行政复议维持数", "行政复议纠正数", "行政复议其他结果数")
    assert all(concluded in claim.over for claim in of_kind(text, Kind.SHARE))


@pytest.mark.parametrize(
    "text",
    [
        "不予公开20件，主要是过程性信息5件；无法提供中，不掌握相关信息的9件，占75%。",
        "信息公开申请无法提供12件，本机关不掌握相关政府信息9件，占75%。",
    ],
)
def test_a_share_of_a_row_may_be_one_of_its_result(text: str) -> None:
    (claim,) = of_kind(text, Kind.SHARE)
    assert ("无法提供数",) in claim.over


def test_a_share_of_a_row_whose_result_is_not_named_is_one_of_all() -> None:
    (claim,) = of_kind("信息公开申请予以公开30件，本机关不掌握相关政府信息9件，占22.5%。", Kind.SHARE)
    assert ("无法提供数",) not in claim.over
