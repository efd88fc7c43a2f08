"""Reviews and suits beside the applications, with and without last year's report."""

import pytest

from model.check import check
from model.levels import Level
from tests.model.drafts import applications, case


def codes(cells: dict[str, str], last: dict[str, str] | None = None) -> set[str]:
    return {
        finding.code for finding in check(case(cells=cells, last=last)).findings if finding.code[:2] == "T4"
    }


SUITS = {"disputes.suit_after_review.pending": "2"}


@pytest.mark.parametrize(
    ("review", "last_review", "found"),
    [("2", None, False), ("1", None, True), ("1", "1", False), ("0", "1", True)],
)
def test_suits_after_review_rest_on_reviews_of_two_years(
    review: str, last_review: str | None, found: bool
) -> None:
    cells = applications(5, 5) | SUITS | {"disputes.review.upheld": review}
    last = None if last_review is None else {"disputes.review.upheld": last_review}
    assert ("T4.4" in codes(cells, last)) is found


def test_suits_that_were_pending_last_year_came_of_older_reviews() -> None:
    cells = applications(5, 5) | {"disputes.suit_after_review.upheld": "1"}
    assert "T4.4" not in codes(cells, {"disputes.suit_after_review.pending": "1"})
    more = cells | {"disputes.suit_after_review.corrected": "1"}
    (finding,) = (
        f
        for f in check(case(cells=more, last={"disputes.suit_after_review.pending": "1"})).findings
        if f.code == "T4.4"
    )
    assert "上年未审结的复议后起诉 1 件" in finding.message


def test_without_last_years_reviews_it_is_a_reminder_alone() -> None:
    cells = applications(5, 5) | SUITS | {"disputes.review.upheld": "1"}
    for last, level in ((None, Level.WARNING), ({}, Level.EXPLAIN)):
        (finding,) = (f for f in check(case(cells=cells, last=last)).findings if f.code == "T4.4")
        assert finding.level is level


def test_a_dispute_may_be_about_what_was_handled_last_year() -> None:
    direct = {"disputes.direct_suit.upheld": "1"}
    assert codes(direct) == {"T4.2"}
    assert codes(direct, applications(3, 3)) == set()
    assert codes(direct, {}) == {"T4.2"}


def test_nothing_is_said_while_a_group_is_blank() -> None:
    assert codes({"disputes.direct_suit.upheld": "1", "disputes.review.pending": ""}) == set()
