"""Applications handled may be told apart by the year in which they came; the tables count both years in one number."""

import pytest

from model.prose.claim import Kind
from model.prose.words.codes import CARRIED_OUT, HANDLED, RECEIVED
from tests.model.prose.telling import claims, told


def counted(text: str, code: str) -> list[int]:
    told_of = (claim for claim in claims(text) if claim.code == code and claim.kind is Kind.COUNT)
    return [int(claim.quantity.low) for claim in told_of]


@pytest.mark.parametrize(
    "text",
    [
        "收到政府信息公开申请98件，其中办结92件，结转下年度6件。",
        "收到政府信息公开申请98件，年内答复92件，结转下年度6件。",
        "收到政府信息公开申请98件，92件已办结，6件结转。",
    ],
)
def test_what_was_handled_of_this_years_is_not_all_that_was_handled(text: str) -> None:
    assert counted(text, HANDLED) == []


def test_where_what_was_carried_in_is_told_as_well_all_is_told() -> None:
    text = "收到政府信息公开申请98件，上年结转6件，办结92件，结转下年度6件。"
    assert counted(text, HANDLED) == [92]


def test_what_does_not_add_up_so_is_all_that_was_handled() -> None:
    assert counted("收到政府信息公开申请98件，办结97件，结转下年度6件。", HANDLED) == [97]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("（二）依申请公开。结转下年度7件，其中5件已于2025年1月答复。", [7]),
        ("（二）依申请公开。办结38件，其余7件已于2025年1月答复5件。", []),
    ],
)
def test_what_was_answered_since_may_be_some_of_those_left(text: str, left: list[int]) -> None:
    assert counted(text, CARRIED_OUT) == left


def test_what_was_handled_of_last_years_is_not_what_last_year_handled() -> None:
    text = "（二）依申请公开。加上办结上年6件，全年共办结98件。"
    assert counted(text, HANDLED) == [98]


def test_what_came_and_was_handled_beside_what_was_carried_in_is_not_all_that_came() -> None:
    text = "（二）依申请公开。上年结转的6件和本年收到的92件均已办结。"
    assert counted(text, RECEIVED) == []


def test_what_was_answered_is_told_apart_by_the_year_it_came_from() -> None:
    assert told("（二）依申请公开。已办结92件本年申请和6件上年申请。") == []


@pytest.mark.parametrize(
    "text",
    ["办结本年申请92件、上年结转申请6件。", "全年答复本年新收申请92件和上年结转申请6件。"],
)
def test_what_was_handled_of_each_year_is_not_all_that_was(text: str) -> None:
    assert counted(f"（二）依申请公开。{text}", HANDLED) == []


def test_what_was_handled_before_what_was_carried_over_is_all() -> None:
    assert counted("答复本年政府信息公开申请98件，上年结转6件。", HANDLED) == [98]


@pytest.mark.parametrize(
    "text",
    [
        "去年政府信息公开行政复议2件，维持1件、纠正1件，无诉讼。",
        "2022年收到政府信息公开申请19件，予以公开6件，不予公开3件。",
    ],
)
def test_what_goes_on_with_last_year_is_none_of_this_one(text: str) -> None:
    assert told(text) == []


def test_behind_this_years_number_results_are_of_this_year() -> None:
    text = "去年政府信息公开行政复议2件，今年行政复议3件，维持1件，无行政诉讼。"
    assert told(text) == [("行政复议总数", 3), ("行政复议维持数", 1), ("行政诉讼总数", 0)]
