"""Which thing a number is told of."""

import pytest

from tests.model.prose.telling import RECEIVED, told


def test_information_that_is_received_is_what_was_asked_for() -> None:
    assert told("受理政府信息公开31件。") == [(RECEIVED, 31)]


@pytest.mark.parametrize(
    "text", ["受理各类申请31件。", "印发文件31件。", "受理政府信息公开申请意见征询件31件。"]
)
def test_other_papers_and_requests_are_not_of_the_tables(text: str) -> None:
    assert told(text) == []


def test_information_that_somebody_hands_in_for_is_asked_for() -> None:
    assert told("公众向区政府提交政府信息公开31件。") == [(RECEIVED, 31)]
