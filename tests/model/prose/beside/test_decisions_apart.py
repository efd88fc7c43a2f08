"""Kinds of decisions beside each other are parts, whatever name the first of them bears."""

import pytest

from model.prose.claim import Kind
from tests.model.prose.telling import claims


@pytest.mark.parametrize(
    "text",
    [
        "实施强制措施51件、强制执行17件。",
        "作出行政强制措施51件，行政强制执行17件。",
        "作出行政处罚247件、当场处罚100件，共347件。",
        "实施行政许可1200件、变更许可500件、延续许可446件。",
        "作出行政许可决定2100件、不予许可决定46件。",
    ],
)
def test_a_kind_beside_another_kind_is_at_most_all(text: str) -> None:
    told = [claim for claim in claims(text) if claim.code == "N7"]
    assert {claim.kind for claim in told} == {Kind.AT_MOST}


@pytest.mark.parametrize(
    "text",
    [
        "作出行政处罚347件、行政强制68件。",
        "实施行政强制68件，申请法院强制执行9件。",
        "作出行政许可2146件，其中变更许可500件、延续许可446件。",
        "作出行政处罚347件。",
    ],
)
def test_decisions_beside_none_of_their_kinds_are_all(text: str) -> None:
    first = next(claim for claim in claims(text) if claim.code == "N7")
    assert first.kind is Kind.COUNT
