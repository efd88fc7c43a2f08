"""What words mean beside disputes."""

from tests.model.prose.telling import REVIEW, told


def test_what_is_worked_on_and_decided_by_another_body_is_brought_against_the_office() -> None:
    assert told("办理政府信息公开行政复议2件，复议机关维持原答复。") == [(REVIEW, 2)]


def test_what_nobody_else_is_told_to_have_decided_is_not() -> None:
    assert told("办理政府信息公开行政复议2件，维持2件。") == []
