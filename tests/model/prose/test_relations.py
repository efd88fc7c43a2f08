"""What several numbers of a sentence say together: sums, shares and growth."""

import pytest

from model.prose.claims import Claim, Kind, claims_in


def of_kind(text: str, kind: Kind) -> list[Claim]:
    return [claim for _, claim in claims_in(text, 2024, "overview") if claim.kind is kind]


@pytest.mark.parametrize(
    ("text", "sure"),
    [
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
    (claim,) = of_kind(text, Kind.GROWTH)
    assert claim.falls is falls
    assert (None if claim.whole is None else int(claim.whole.low)) == base


@pytest.mark.parametrize(
    "text",
    [
        "收到政府信息公开申请12件，较2019年增长20%。",
        "收到政府信息公开申请12件，网站访问量同比增长20%。",
        "收到来信12件，同比增长20%。",
        "政府信息公开申请办理效率同比提升20%。",
    ],
)
def test_growth_of_something_else(text: str) -> None:
    assert of_kind(text, Kind.GROWTH) == []


def test_a_share_of_two_results_together() -> None:
    (claim,) = of_kind("办结信息公开申请20件，予以公开及部分公开12件，占60%。", Kind.SHARE)
    assert claim.readings == (("予以公开数", "部分公开数"),)


def test_a_share_of_what_only_the_text_counts() -> None:
    (claim,) = of_kind("主动公开信息120条，其中网站60条，占50%。", Kind.SHARE)
    assert (int(claim.parts[0].low), claim.whole and int(claim.whole.low)) == (60, 120)
