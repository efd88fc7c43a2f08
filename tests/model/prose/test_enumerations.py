"""A list that leaves nothing out must add up to its total; one that may leave out some is not questioned."""

import pytest

from model.prose.enumerations import slips_in


def told(text: str) -> list[tuple[int, int]]:
    """Each total that is questioned, and what its parts make up."""
    return [(int(entry.quantity.low), int(sum(part.low for part in entry.parts))) for entry in slips_in(text)]


@pytest.mark.parametrize(
    ("text", "total", "parts"),
    [
        ("全年公开信息58条,其中动态31条,公告20条,其他5条", 58, 56),
        ("网站发布信息1320条:动态1024条,公告160条,政策解读44条,其他2条", 1320, 1230),
        ("网站发布信息214条,其中动态108条,公告34条;公众号推送89条", 214, 142),
        ("公开信息72条（其中动态40条、公告22条、其他11条）", 72, 73),
        ("收到申请26件,4件为网上申请,23件为信函申请", 26, 27),
        ("公开信息31条,包括机构类12条、政策类9条、其他类11条", 31, 32),
        ("动态53条、财政4条、公告12条、其他3条,共发布73条", 73, 72),
        ("公开信息46条。其中:动态30条;公告14条;其他3条。", 46, 47),
    ],
)
def test_a_total_that_is_a_slip_away_from_its_list(text: str, total: int, parts: int) -> None:
    assert (total, parts) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "全年公开信息56条,其中动态31条,公告20条,其他5条",
        "全年公开信息56条,其中动态31条,公告20条,其他5条,政策解读2条",
        "全年发布信息320条,其中网站200条、微信公众号100条",
        "全年发布信息320条,主要包括动态200条、公告110条、政策8条",
        "出具告知书202份,其中公开109份、不予公开14份、不存在52份",
        "受理复议132件,其中信息公开类29件,审结118件,维持84件",
        "公开信息90条,其中动态61条、解读25条,预决算3（45个单位）条",
        "收到申请26件,上年结转4件。其中网上20件、信函9件",
        "公开信息300余条,其中动态201条、公告98条",
        "复议2件、诉讼1件,其中维持2件、未审结1件",
        "公开信息20条,其中动态9条、公告10条,规范性文件1件",
        "发布信息100条,其中原创60条,图文50条",
    ],
)
def test_a_list_that_agrees_or_may_leave_out_some(text: str) -> None:
    assert told(text) == []
