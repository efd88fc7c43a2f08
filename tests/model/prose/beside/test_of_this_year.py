"""What became of those that came this year alone, of which those carried in are no part."""

import pytest

from model.prose.claim import Claim, Kind
from tests.model.prose.telling import CARRIED_IN, HANDLED, RECEIVED, claims


def claim_of(text: str, words: str) -> Claim:
    """What a text claims in words that end so."""
    (found,) = [claim for claim in claims(text) if claim.words.endswith(words) and claim.code != "N8"]
    return found


@pytest.mark.parametrize(
    "text",
    [
        "本年新收政府信息公开申请30件，当年办结28件。",
        "收到政府信息公开申请30件，其中年内办结28件。",
        "收到政府信息公开申请30件，办结其中28件。",
        "本年新收的政府信息公开申请办结28件。",
    ],
)
def test_what_was_handled_of_those_that_came_may_leave_out_those_carried_in(text: str) -> None:
    claim = claim_of(text, "28件")
    assert (claim.kind, claim.readings[0], claim.less) == (Kind.AT_MOST, (HANDLED,), (CARRIED_IN,))


@pytest.mark.parametrize(
    "text",
    [
        "收到政府信息公开申请30件，办结28件，另办结上年结转3件。",
        "办结政府信息公开申请31件，28件为本年新收。",
    ],
)
def test_those_handled_may_leave_out_those_carried_in_by_the_numbers_beside_them(text: str) -> None:
    (claim,) = [claim for claim in claims(text) if claim.quantity.low == 28]
    assert (claim.kind, claim.readings[0], claim.less) == (Kind.AT_MOST, (HANDLED,), (CARRIED_IN,))


def test_those_handled_and_left_that_are_more_than_came_leave_none_out() -> None:
    claim = claim_of("收到政府信息公开申请30件，办结31件，结转下年2件。", "办结31件")
    assert (claim.kind, claim.less) == (Kind.COUNT, ())


@pytest.mark.parametrize(
    "text",
    ["当年收到、当年办结的政府信息公开申请28件。", "办结新收政府信息公开申请28件、结转政府信息公开申请2件。"],
)
def test_those_that_came_and_were_handled_are_told_by_one_number(text: str) -> None:
    claim = claim_of(text, "申请28件")
    assert (claim.kind, claim.readings[0], claim.less) == (Kind.AT_MOST, (HANDLED,), (CARRIED_IN,))


def test_results_of_those_that_came_new_may_leave_out_those_carried_in() -> None:
    claim = claim_of("新收政府信息公开申请30件，予以公开17件。", "予以公开17件")
    assert (claim.kind, claim.less) == (Kind.AT_MOST, (CARRIED_IN,))


def test_what_all_came_to_leaves_none_out() -> None:
    claim = claim_of("收到政府信息公开申请30件，办结29件。", "办结29件")
    assert (claim.kind, claim.less) == (Kind.COUNT, ())


def test_last_year_among_what_was_handled_is_no_number_of_last_year() -> None:
    told = claims("办结政府信息公开申请30件，其中本年28件，上年2件。")
    assert [(int(claim.quantity.low), claim.back) for claim in told] == [(30, 0)]


@pytest.mark.parametrize(
    "text",
    [
        "上年结转及本年新收的政府信息公开申请共32件。",
        "处理新收和上年结转的政府信息公开申请共32件。",
        "结转和新收的政府信息公开申请合计32件。",
    ],
)
def test_new_and_carried_in_are_told_together(text: str) -> None:
    assert {*claim_of(text, "32件").readings[0]} == {RECEIVED, CARRIED_IN}


@pytest.mark.parametrize(
    "text", ["收到政府信息公开申请30件，其中直接答复5件。", "政府信息公开申请30件中，有5件经延期答复。"]
)
def test_some_of_them_for_another_reason_may_be_few(text: str) -> None:
    assert [claim.less for claim in claims(text) if claim.quantity.low == 5] in ([()], [])


@pytest.mark.parametrize(
    "text",
    [
        "收到政府信息公开申请30件，除2件结转下年外，其余28件均已办结。",
        "新收30件，2件结转下年办理，余28件已办结。",
    ],
)
def test_the_rest_of_those_that_came_are_not_all_that_was_handled(text: str) -> None:
    handled = [claim for claim in claims(text) if claim.quantity.low == 28]
    assert [claim.kind for claim in handled] == [Kind.AT_MOST]


def test_the_rest_beside_none_that_are_counted_is_all_that_was_handled() -> None:
    assert (
        claim_of(
            "收到政府信息公开申请30件。除结转件外，其余28件申请均已依法答复。", "28件申请均已依法答复"
        ).kind
        is Kind.COUNT
    )
