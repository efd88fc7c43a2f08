"""What was in hand through the year, and what is in hand still."""

import pytest

from tests.model.prose.telling import CARRIED_OUT, claims

_IN_HAND = ("收到申请总数", "上年结转申请数")


@pytest.mark.parametrize(
    "text",
    [
        "在办政府信息公开申请60件，其中办结58件。",
        "正在办理的政府信息公开申请60件中，已办结58件。",
        "年内在办政府信息公开申请60件（含上年结转3件）。",
    ],
)
def test_what_was_in_hand_may_be_all_that_there_was_to_handle(text: str) -> None:
    first = claims(text)[0]
    assert _IN_HAND in first.readings
    assert (CARRIED_OUT,) in first.readings


@pytest.mark.parametrize("text", ["在办政府信息公开申请2件。", "办结政府信息公开申请58件，在办2件。"])
def test_what_is_in_hand_still_was_not_handled(text: str) -> None:
    assert _IN_HAND not in claims(text)[-1].readings
