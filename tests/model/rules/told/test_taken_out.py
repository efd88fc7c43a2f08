"""What came in before some were taken out is not held against the tables."""

import pytest

from model.rules.told.likely_slips import slips
from tests.model.drafts import applications, case

_YEAR = 2024


def found(text: str) -> list[str]:
    return [one.message for one in slips(case(_YEAR, applications(29, 28, 0, 1), {"overview": text}))]


@pytest.mark.parametrize(
    "text",
    [
        "收到33件申请，经审查4件为咨询事项，按政府信息公开申请登记29件，办结28件。",
        "收到政府信息公开申请33件，合并相同的后为29件，办结28件。",
        "收到政府信息公开申请33件，剔除无效申请4件，有效申请29件，办结28件。",
    ],
)
def test_what_was_taken_out_accounts_for_more(text: str) -> None:
    assert found(text) == []


def test_a_number_that_nothing_accounts_for_is_asked_about() -> None:
    assert found("收到30件申请，经审查4件为咨询事项，按政府信息公开申请登记29件，办结28件。")
