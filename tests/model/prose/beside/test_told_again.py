"""The number of all applications, told again before its parts."""

from tests.model.prose.telling import RECEIVED, told


def test_all_that_came_may_be_told_again_before_its_parts() -> None:
    text = "收到政府信息公开申请12件。12件中，8件由自然人提交。"
    assert [entry for entry in told(text) if entry[0] == RECEIVED] == [(RECEIVED, 12), (RECEIVED, 12)]


def test_so_many_of_what_was_not_told_are_not() -> None:
    assert told("规范办理政府信息公开申请。12件中，8件由自然人提交。") == []
