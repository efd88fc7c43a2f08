"""Each application stands once on either side, or is listed with the reason; no row is judged by halves."""

import pytest

from intake.ledger.sheets import Raw
from intake.ledger.tally import Reason
from tests.intake.ledger.rows import count_of

PERSON = "natural_person"


def cells_of(*row: Raw) -> set[str]:
    """The cells in which a row counts, without their table and the total's column."""
    count = count_of(row)
    assert not count.tallies["applications"].unplaced
    return {key.removeprefix("applications.") for key in count.tallies["applications"].rows}


def reason_of(*row: Raw) -> Reason:
    """Why a row counts nowhere."""
    count = count_of(row)
    assert not count.tallies["applications"].rows
    (listed,) = count.tallies["applications"].unplaced
    return listed.reason


@pytest.mark.parametrize(
    ("got", "outcome", "answered", "cells"),
    [
        ("2024-03-01", "予以公开", "2024-03-20", {f"received.{PERSON}", f"granted.{PERSON}"}),
        ("2024-01-01", "予以公开", "2024-12-31", {f"received.{PERSON}", f"granted.{PERSON}"}),
        ("2023-12-31", "予以公开", "2024-01-01", {f"carried_in.{PERSON}", f"granted.{PERSON}"}),
        ("2024-12-20", "", "", {f"received.{PERSON}", f"carried_out.{PERSON}"}),
        ("2024-12-20", "正在办理", "", {f"received.{PERSON}", f"carried_out.{PERSON}"}),
        ("2024-12-20", "予以公开", "2025-01-03", {f"received.{PERSON}", f"carried_out.{PERSON}"}),
        ("2023-12-20", "", "", {f"carried_in.{PERSON}", f"carried_out.{PERSON}"}),
    ],
)
def test_the_days_tell_both_sides(got: str, outcome: str, answered: str, cells: set[str]) -> None:
    assert cells_of("1号", got, "赵某", "公民", outcome, answered) == cells


@pytest.mark.parametrize(
    ("got", "kind", "outcome", "answered", "reason"),
    [
        ("", "公民", "予以公开", "2024-03-20", Reason.RECEIVED),
        ("2024-02-30", "公民", "予以公开", "2024-03-20", Reason.RECEIVED),
        ("2007-03-01", "公民", "予以公开", "2024-03-20", Reason.RECEIVED),
        ("2025-02-01", "公民", "", "", Reason.RECEIVED),
        ("2025-01-05", "公民", "", "", Reason.OTHER_YEAR),
        ("2023-03-01", "公民", "予以公开", "2023-03-20", Reason.OTHER_YEAR),
        ("2024-03-20", "公民", "予以公开", "2024-03-01", Reason.ANSWERED),
        ("2024-03-01", "公民", "予以公开", "3月", Reason.ANSWERED),
        ("2024-03-01", "公民", "予以公开", "", Reason.UNFINISHED),
        ("2024-03-01", "公民", "正在办理", "2024-03-20", Reason.UNFINISHED),
        ("2024-03-01", "公民", "", "2024-03-20", Reason.OUTCOME),
        ("2024-03-01", "公民", "酌情处理", "2024-03-20", Reason.OUTCOME),
        ("2024-03-01", "公民", "不予公开", "2024-03-20", Reason.OUTCOME),
        ("2024-03-01", "路人", "予以公开", "2024-03-20", Reason.APPLICANT),
    ],
)
def test_a_row_that_cannot_be_is_listed_with_its_reason(
    got: str, kind: str, outcome: str, answered: str, reason: Reason
) -> None:
    assert reason_of("1号", got, "赵某", kind, outcome, answered) is reason


def test_where_the_kind_is_missing_the_name_may_tell_it_and_that_is_marked() -> None:
    count = count_of(["1号", "2024-03-01", "云溪商贸有限公司", "", "予以公开", "2024-03-20"])
    assert count.cells["applications.received.enterprise"] == 1
    assert "applications.received.enterprise" in count.tallies["applications"].guessed


def test_blank_lines_totals_and_repeated_heads_are_no_applications() -> None:
    count = count_of(
        ["1号", "2024-03-01", "赵某", "公民", "予以公开", "2024-03-20"],
        ["", "", "", "", "", ""],
        ["编号", "收到日期", "申请人", "申请人类型", "办理结果", "答复日期"],
        ["小计", 1, "", "", "", ""],
        ["合计", 1, "", "", "", ""],
    )
    assert count.cells["applications.received.total"] == 1
    assert len(count.tallies["applications"].asides) == 4
    assert count.tallies["applications"].unplaced == []
