"""What was answered, told of this year's alone beside last year's, or as one end beside others."""

import pytest

from model.prose.claim import Kind
from tests.model.prose.telling import CARRIED_IN, HANDLED, RECEIVED, claims, told


@pytest.mark.parametrize(
    "text",
    [
        "收到政府信息公开申请26件，办结26件，另办结上年结转3件。",
        "收到政府信息公开申请26件，办结26件，上年度结转3件已办理。",
        "收到政府信息公开申请26件、上年结转办理3件，办结26件。",
        "收到自然人、商业企业政府信息公开申请26件、已办结26件，上年结转办理3件。",
    ],
)
def test_beside_last_years_all_of_this_years_may_be_meant(text: str) -> None:
    (answered,) = [claim for claim in claims(text) if (HANDLED,) in claim.readings]
    assert (RECEIVED,) in answered.readings


def test_beside_last_years_some_of_this_years_are_a_part_of_what_was_answered() -> None:
    text = "收到政府信息公开申请26件，办结24件，结转下年度2件，另办结上年结转3件。"
    (answered,) = [claim for claim in claims(text) if claim.readings[0] == (HANDLED,)]
    assert answered.kind is Kind.AT_MOST


def test_what_this_years_and_last_years_make_up_is_all_that_was_answered() -> None:
    assert (HANDLED, 29) in told("收到政府信息公开申请26件，办理上年结转3件，办结29件。")
    assert (HANDLED, 28) in told("收到政府信息公开申请26件，办理上年结转3件，办结28件。")
    assert (HANDLED, 26) in told("收到政府信息公开申请26件，上年结转3件，办结26件。")
    assert (CARRIED_IN, 3) in told("收到政府信息公开申请26件，上年结转3件，办结29件。")


@pytest.mark.parametrize(
    "text",
    [
        "全年共收到政府信息公开申请15件，答复9件，不予受理6件。",
        "全年共收到政府信息公开申请51件，答复9件，不予受理6件。",
        "全年共收到政府信息公开申请15件，答复9件，不予处理4件，其他处理2件。",
    ],
)
def test_one_end_beside_others_is_not_all_that_was_answered(text: str) -> None:
    assert HANDLED not in [name for name, _ in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "全年共收到政府信息公开申请15件，答复15件，不予处理4件，其他处理2件。",
        "全年共收到政府信息公开申请15件，答复13件，予以公开9件，不予处理4件。",
        "全年共收到政府信息公开申请15件，答复9件，结转下年度6件。",
        "全年共收到政府信息公开申请15件，答复14件，其余2件仍在办理期限内。",
    ],
)
def test_ends_that_are_parts_of_it_leave_it_what_was_answered(text: str) -> None:
    assert (HANDLED,) in [claim.readings[0] for claim in claims(text)]


def test_what_was_dealt_with_in_one_way_beside_another_is_some() -> None:
    told = claims("（二）依申请公开。3件当场办结，25件在法定期限内办结。")
    assert [claim.kind for claim in told] == [Kind.AT_MOST, Kind.AT_MOST]
