"""A total and what it adds up, told in one sentence."""

import pytest

from model.prose.figures import rows
from model.prose.told_totals import wrong_totals


def doubted(text: str) -> list[str]:
    """What is reckoned of the totals that do not come out."""
    return [doubt.says for row in rows(text) for doubt in wrong_totals(row.figures)]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("三个专栏分别更新120条、75条和34条，三栏合计292条。", "120＋75＋34＝229，写的是 292"),
        ("线上咨询41次，现场咨询52次，两项相加83次。", "41＋52＝93，写的是 83"),
        ("公告31次、月报21期、简报6期，总共85次（期）。", "31＋21＋6＝58，写的是 85"),
        ("一至四季度分别推送18篇、12篇、15篇和20篇，全年56篇。", "18＋12＋15＋20＝65，写的是 56"),
        ("培训2场，合计参训97人，其中第一场41人、第二场38人。", "41＋38＝79，写的是 97"),
        ("各渠道发布信息364条，分别是网站217条、公众号108条、公示栏93条。", "217＋108＋93＝418，写的是 364"),
        ("执法信息8120条，即处罚5410条和许可2170条。", "5410＋2170＝7580，写的是 8120"),
    ],
)
def test_a_slip_in_a_total_or_in_a_part(text: str, says: str) -> None:
    assert says in doubted(text)


@pytest.mark.parametrize(
    "text",
    [
        "三个专栏分别更新120条、75条和34条，三栏合计229条。",
        "发布信息388条，培训2次，共接待来访41人次。",
        "公共安全类信息12条，教育类信息9条，卫生类信息30条。",
        "公开信息72条，其中动态40条、公告22条。",
        "行政许可120件、处罚40件，比上年分别增加11件、减少29件，合计减少18件。",
        "网站发布37条，公众号发布55条，全年92条，其他渠道另有14条。",
    ],
)
def test_what_comes_out_or_need_not(text: str) -> None:
    assert doubted(text) == []


def test_a_list_behind_a_bracket_is_not_of_its_last_number() -> None:
    text = "公开信息311条（其中网站6条，公众号305条），其中动态86条，解读53条，其他172条。"
    assert doubted(text) == []
