"""Why applications ended as they did, told before that."""

import pytest

from model.prose.claim import Kind
from tests.model.prose.telling import claims


def test_a_row_told_right_before_its_kind_may_be_all_that_is_told() -> None:
    (told,) = claims("因没有现成信息需要另行制作，无法提供2件。")
    assert told.kind is Kind.COUNT
    assert told.readings == (("无法提供数",), ("applications.unavailable_needs_creation.total",))


@pytest.mark.parametrize(
    "text",
    [
        "由于本机关不掌握，无法提供13件。",
        "因涉及国家秘密，不予公开2件。",
        "属于过程性信息、行政执法案卷，不予公开2件。",
    ],
)
def test_a_reason_of_no_single_row_makes_it_some_of_its_kind(text: str) -> None:
    (told,) = claims(text)
    assert told.kind is Kind.AT_MOST


@pytest.mark.parametrize("text", ["无法提供13件。", "加强信息公开审查，不予公开2件。"])
def test_without_a_reason_it_is_all_of_its_kind(text: str) -> None:
    (told,) = claims(text)
    assert told.kind is Kind.COUNT
    assert len(told.readings) == 1
