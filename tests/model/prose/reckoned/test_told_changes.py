"""A change told with what it is from and to."""

import pytest

from model.prose.reckoned.figures import rows
from model.prose.reckoned.told_changes import wrong_changes


def doubted(text: str) -> list[str]:
    """What is reckoned of the changes that do not come out."""
    return [doubt.says for row in rows(text) for doubt in wrong_changes(row.figures)]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("推送信息412条，比去年的350条增加26条。", "350 与 412 相差 62，写的是 26"),
        ("推送信息412条，比去年的305条增加62条，增长17.7%。", "305 与 412 相差 107，写的是 62"),
        ("来电280个，较上年同期的350个减少70个，下降25.0%。", "由 350 到 280 是 20.0%，写的是 25.0%"),
        ("制发文件41件、废止33件，净增9件。", "41 与 33 相差 8，写的是 9"),
        ("2022年、2023年分别推送521条、582条，比上年增长17.1%。", "由 521 到 582 是 11.7%，写的是 17.1%"),
        ("登记申请150件，同比多收30件，增幅52.0%。", "由 120 到 150 是 25.0%，写的是 52.0%"),
        ("推送412条，同比增加26条（2022年为350条）。", "350 与 412 相差 62，写的是 26"),
        ("推送420条，同比增长25.0%，去年同期为350条。", "由 350 到 420 是 20.0%，写的是 25.0%"),
        ("测评得分86.5分，比上年的83.5分提高2.0分。", "83.5 与 86.5 相差 3.0，写的是 2.0"),
    ],
)
def test_a_change_that_does_not_come_out(text: str, says: str) -> None:
    assert doubted(text) == [says]


def test_a_change_told_in_times_is_reckoned_in_times() -> None:
    (says,) = doubted("发布量由150条增到390条，增加240条，增长2.6倍。")
    assert says == "由 150 到 390 是 1.6倍，写的是 2.6倍"


@pytest.mark.parametrize(
    "text",
    [
        "推送信息412条，比去年的350条增加62条，增长17.7%。",
        "制发文件41件、废止33件，净增8件。",
        "专栏由31个减为24个，新增公告栏5个。",
        "复议9件，比2020年多3件（2020年6件），比上年多1件。",
        "许可120件、处罚40件，分别增加11件、减少9件。",
        "2022年、2023年分别推送197条、229条，同比分别增长8.2%、16.2%。",
        "2022年是31件，2021年是24件，今年比两年前增加9件。",
        "2022年31件，2021年24件，本年较前年多9件。",
        "2021年31件，2022年40件，2023年达到52件，两年增加21件，年均增长29.5%。",
        "发布量由150条增到390条，增加240条，增长1.6倍。",
        "公开率98.0%，比上年提高2个百分点。",
        "推送412条，同比增加62条（2022年为350条）。",
        "推送412条，同比增加62条，其中2022年12月31条。",
        "来电649个，为三年来最多，2020年、2021年分别为521个、582个，比上年增长11.5%。",
    ],
)
def test_what_comes_out_or_is_of_something_else(text: str) -> None:
    assert doubted(text) == []
