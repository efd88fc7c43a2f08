"""Disputes of others, before the office or over other matters are not those that the tables count."""

import pytest

from tests.model.prose.telling import claims, told


@pytest.mark.parametrize(
    "text",
    [
        "县政府作为被申请人的政府信息公开行政复议7件，维持6件。",
        "县政府作为被告的政府信息公开诉讼案件2件。",
        "县政府被申请政府信息公开行政复议7件，各部门被申请行政复议2件。",
        "县政府行政复议机构审结政府信息公开复议案件17件：维持9件、驳回4件。",
    ],
)
def test_disputes_of_the_government_or_before_it_are_not_those_of_its_area(text: str) -> None:
    assert told(text) == []


def test_behind_those_of_the_government_all_are_told_again() -> None:
    text = "县政府作为被申请人的政府信息公开行政复议7件，维持6件；全县行政复议共9件。"
    assert [claim.quantity.low for claim in claims(text)] == [9]


def test_disputes_over_anything_else_are_so_in_all_of_a_row() -> None:
    text = "因政府信息公开被申请复议9件、被诉6件。因治安管理处罚等被申请复议145件、被诉52件，复议维持121件。"
    assert [claim.quantity.low for claim in claims(text)] == [9, 6]


def test_other_disputes_are_so_in_all_of_a_row() -> None:
    text = "因政府信息公开引起行政复议9件、行政诉讼6件；其他行政复议31件、行政诉讼19件。"
    assert [claim.quantity.low for claim in claims(text)] == [9, 6]
