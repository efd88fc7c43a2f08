"""Shares of a whole that the sentence tells."""

import pytest

from model.prose.reckoned.figures import rows
from model.prose.reckoned.reckoned_shares import wrong_shares


def doubted(text: str) -> list[str]:
    """What is reckoned of the shares that do not come out."""
    return [doubt.says for row in rows(text) for doubt in wrong_shares(row.figures)]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("绑定水表21.6万只，占总数20.0万只的93%。", "21.6÷20.0＝108%，写的是 93%"),
        ("网站发布600条，占75.0%；公众号200条，占52.0%，合计800条。", "200÷800＝25.0%，写的是 52.0%"),
        ("受理来件88件，其中网上35件，线上率42%。", "35÷88＝40%，写的是 42%"),
        ("受理案件46820件，办结45917件，办结率9.8%。", "45917÷46820＝98.1%，写的是 9.8%"),
        ("上报信息86条，被采纳72条，采纳率84.7%。", "72÷86＝83.7%，写的是 84.7%"),
        ("上报信息85条，被采纳27条，采纳率84.7%。", "27÷85＝31.8%，写的是 84.7%"),
        ("收到来件160件，比上年增加26件，其中企业48件，占33.0%。", "48÷160＝30.0%，写的是 33.0%"),
        (
            "调处结果：收到90件，成功50.0%（45件），未成功10.0%（27件），其他20.0%（18件）。",
            "27÷90＝30.0%，写的是 10.0%",
        ),
        (
            "来电4000个，其中咨询2800个、报修900个、投诉300个，投诉300个占5.7%。",
            "300÷4000＝7.5%，写的是 5.7%",
        ),
    ],
)
def test_a_share_that_another_or_the_sum_shows_to_be_wrong(text: str, says: str) -> None:
    assert doubted(text) == [says]


@pytest.mark.parametrize(
    "text",
    [
        "绑定水表18.6万只，占总数20.0万只的93%。",
        "网站发布600条，占75.0%；公众号200条，占25.0%，合计800条。",
        "受理来件88件，其中网上35件，线上率40%。",
        "受理来件88件，答复87件，按时答复率100%。",
        "受理来件88件，答复87件，满意率98.8%。",
        "上报信息85条，被采纳60条，采纳率84.7%。",
        "账号由12个减为5个，注销7个，保留率41.7%。",
        "来电4000个，其中投诉300个，占同类热线的5.7%。",
    ],
)
def test_what_fits_or_has_no_known_whole(text: str) -> None:
    assert doubted(text) == []


def test_a_share_behind_a_bracket_is_of_what_the_bracket_hangs_on() -> None:
    shares = "收到900件。网站600件，占66.7%；公众号180件（其中视频90件），占{}%；其他120件，占13.3%。"
    assert doubted(shares.format("20.0")) == []
    assert doubted(shares.format("22.0")) == ["180÷900＝20.0%，写的是 22.0%"]
