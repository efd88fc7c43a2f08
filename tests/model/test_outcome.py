"""One line sums up what a check has found: what stands first in the way, or that the report may be filed."""

from collections.abc import Iterable

import pytest

from model.findings import Finding
from model.levels import Level
from model.outcome import BLANK, Outcome

ERROR = Finding("T3.3", Level.ERROR, "不平", page="applications")
QUESTION = Finding("T2.3", Level.EXPLAIN, "应为 0", page="disclosure")
WARNING = Finding("S5", Level.WARNING, "没有写到", page="overview")
HINT = Finding("S8", Level.HINT, "没有这句话")
EMPTY = Finding(BLANK, Level.ERROR, "未填", page="applications")


def outcome(*findings: Finding) -> Outcome:
    return Outcome(findings)


@pytest.mark.parametrize(
    ("findings", "verdict"),
    [
        ((), "可以上报"),
        ((WARNING, HINT), "可以上报"),
        ((QUESTION, WARNING), "有 1 处需要说明"),
        ((EMPTY, EMPTY, QUESTION), "还有 2 格未填"),
        ((ERROR, ERROR, EMPTY, QUESTION), "有 2 处必须改正"),
    ],
)
def test_the_verdict_is_what_stands_first_in_the_way(findings: Iterable[Finding], verdict: str) -> None:
    found = outcome(*findings)
    assert found.verdict == verdict
    assert found.ready == (verdict == "可以上报")


@pytest.mark.parametrize(
    ("findings", "summary"),
    [
        ((), "可以上报"),
        ((QUESTION, WARNING), "有 1 处需要说明"),
        ((ERROR, QUESTION, QUESTION), "有 1 处必须改正，2 处需说明"),
        ((EMPTY, QUESTION), "还有 1 格未填，1 处需说明"),
        ((ERROR, EMPTY, EMPTY, QUESTION), "有 1 处必须改正，2 格未填，1 处需说明"),
        ((ERROR, QUESTION._replace(explanation="机构改革划入")), "有 1 处必须改正"),
    ],
)
def test_the_summary_hides_nothing_that_stands_in_the_way(findings: Iterable[Finding], summary: str) -> None:
    assert outcome(*findings).summary == summary


def test_blank_cells_are_counted_apart_from_errors() -> None:
    found = outcome(EMPTY, ERROR, EMPTY)
    assert (found.blanks, found.counts[Level.ERROR]) == (2, 1)


def test_what_was_explained_stands_no_longer_in_the_way() -> None:
    explained = QUESTION._replace(explanation="机构改革划入")
    found = outcome(explained, WARNING)
    assert found.ready
    assert found.explained == (explained,)
    assert found.unexplained == ()


def test_an_explanation_that_no_longer_holds_is_asked_for_again() -> None:
    lapsed = QUESTION._replace(lapsed="机构改革划入")
    assert outcome(lapsed).unexplained == (lapsed,)
    assert not outcome(lapsed).ready


def test_findings_are_told_by_their_page_in_the_order_of_the_catalogue() -> None:
    found = outcome(ERROR, WARNING, EMPTY)
    assert found.on_page("applications") == (ERROR, EMPTY)
    assert found.on_page("cover") == ()
