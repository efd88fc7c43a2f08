"""Disputes and what became of them."""

import pytest

from model.prose.reckoned.figures import rows
from model.prose.reckoned.told_disputes import wrong_disputes


def doubted(text: str) -> list[str]:
    """What is reckoned of disputes that are fewer than their results."""
    return [doubt.says for row in rows(text) for doubt in wrong_disputes(row.figures)]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("行政复议2件，1件维持，3件申请人自愿撤回；行政诉讼1件。", "1＋3＝4，写的是 2"),
        ("行政复议案件9件，其中维持5件、纠正3件、未审结2件。", "5＋3＋2＝10，写的是 9"),
        ("行政诉讼5件（胜诉2件、败诉4件）。", "2＋4＝6，写的是 5"),
    ],
)
def test_more_results_than_disputes(text: str, says: str) -> None:
    assert doubted(text) == [says]


@pytest.mark.parametrize(
    "text",
    [
        "行政复议9件，维持5件、纠正2件、未审结2件。",
        "行政复议9件，其中维持5件、纠正1件。",
        "行政复议9件：维持5件、纠正4件；其余复议案件中，维持8件、纠正3件。",
        "行政复议5件、行政诉讼3件，维持7件、未结1件。",
        "行政复议5件，已审结3件，维持2件、纠正1件，未审结2件。",
        "行政复议5件，维持2件、纠正3件，其中确认违法1件。",
        "行政复议5件，维持3件、纠正2件，较上年增加3件。",
    ],
)
def test_what_may_be_right(text: str) -> None:
    assert doubted(text) == []
