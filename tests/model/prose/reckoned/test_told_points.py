"""Percentage points between the shares of two years."""

import pytest

from model.prose.reckoned.figures import rows
from model.prose.reckoned.told_points import wrong_points


def doubted(text: str) -> list[str]:
    """What is reckoned of the points that do not come out."""
    return [doubt.says for row in rows(text) for doubt in wrong_points(row.figures)]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("满意度93%，上年为90%，上升4个百分点。", "90% 与 93% 相差 3 个百分点，写的是 4"),
        ("占收件的31.6%，比上年的25.2%提高16.4个百分点。", "25.2% 与 31.6% 相差 6.4 个百分点，写的是 16.4"),
        ("由上年的40.5%降至36.1%，下降4.9个百分点。", "40.5% 与 36.1% 相差 4.4 个百分点，写的是 4.9"),
        ("满意度90%，上年为93%，低了4个百分点。", "93% 与 90% 相差 3 个百分点，写的是 4"),
    ],
)
def test_points_that_do_not_come_out(text: str, says: str) -> None:
    assert doubted(text) == [says]


@pytest.mark.parametrize(
    "text",
    [
        "满意度93%，上年为90%，上升3个百分点。",
        "满意度93%，上年为90%，高3个百分点。",
        "满意度90%，上年为93%，低了3个百分点。",
        "占收件的31.6%，比上年的25.2%提高6.5个百分点。",
        "满意度93%，高于全市平均90%，比上年提高5个百分点。",
        "解读率87.5%，低于平均水平4.2个百分点。",
    ],
)
def test_points_that_come_out_or_are_of_something_else(text: str) -> None:
    assert doubted(text) == []
