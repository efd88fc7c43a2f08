"""Which thing a number is told of."""

import pytest

from tests.model.prose.telling import HANDLED, RECEIVED, told


def test_information_that_is_received_is_what_was_asked_for() -> None:
    assert told("受理政府信息公开31件。") == [(RECEIVED, 31)]


@pytest.mark.parametrize(
    "text", ["受理各类申请31件。", "印发文件31件。", "受理政府信息公开申请意见征询件31件。"]
)
def test_other_papers_and_requests_are_not_of_the_tables(text: str) -> None:
    assert told(text) == []


def test_information_that_somebody_hands_in_for_is_asked_for() -> None:
    assert told("公众向区政府提交政府信息公开31件。") == [(RECEIVED, 31)]


@pytest.mark.parametrize("came", ["进入行政复议程序", "被提起行政复议", "引发行政复议"])
def test_applications_that_came_to_disputes_are_counted_as_these(came: str) -> None:
    text = f"受理政府信息公开申请31件，其中6件申请{came}。"
    assert told(text)[-1] == ("行政复议总数", 6)


def test_answers_about_disclosure_are_those_to_applications_unless_something_else_is_done_with_them() -> None:
    assert told("作出信息公开答复28件。") == [(HANDLED, 28)]
    assert told("审查信息公开答复28件。") == []
