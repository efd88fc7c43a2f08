"""The annex table of the older form: what was handled was answered, what was disclosed went out somewhere."""

import pytest

from model.check import check
from model.form_file import load_form
from model.rules.rule import Case
from tests.model.drafts import finished, put


def found(code: str, **rows: int | None) -> list[str]:
    report = finished(2015, form=load_form("2014"))
    for row, value in rows.items():
        put(report, f"statistics.{row}.count", value)
    return [finding.message for finding in check(Case(report)).findings if finding.code == code]


@pytest.mark.parametrize(("answered", "handled", "gap"), [(3, 3, 0), (3, 5, 2), (5, 3, 2), (0, 1, 1)])
def test_answers_and_handled_applications_agree(answered: int, handled: int, gap: int) -> None:
    messages = found("P9", answered=answered, handled=handled)
    assert len(messages) == bool(gap)
    assert all(f"相差 {gap}" in message for message in messages)


def test_nothing_is_said_of_a_blank_cell() -> None:
    assert found("P10", by_website=None, disclosed=5) == []


@pytest.mark.parametrize(
    ("website", "wechat", "told"), [(7, 0, False), (3, 4, False), (7, 7, False), (3, 3, True)]
)
def test_each_piece_of_information_went_out_in_at_least_one_way(
    website: int, wechat: int, told: bool
) -> None:
    assert bool(found("P10", disclosed=7, by_website=website, by_wechat=wechat)) is told
