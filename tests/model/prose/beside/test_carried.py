"""What was carried in, beside what came: counted with it, added to it, or told between it and what was carried out."""

import pytest

from tests.model.prose.telling import CARRIED_IN, CARRIED_OUT, HANDLED, RECEIVED, claims, told


def test_what_came_is_told_with_what_its_bracket_counts_in() -> None:
    came, _ = claims("收到政府信息公开申请13件（含上年结转3件）。")
    assert came.readings == ((RECEIVED, CARRIED_IN),)


def test_it_may_be_told_with_what_was_carried_in_where_the_bracket_tells_all_together() -> None:
    came, *_ = claims("收到政府信息公开申请10件（含上年结转共13件）。")
    assert came.readings == ((RECEIVED,), (RECEIVED, CARRIED_IN))


def test_what_was_worked_on_may_be_all_that_came_and_was_carried_in() -> None:
    told_first, *_ = claims("办理、规范答复政府信息公开申请24件（含上年结转3件），办结21件。")
    assert (RECEIVED, CARRIED_IN) in told_first.readings
    told_first, *_ = claims("规范答复政府信息公开申请24件（含上年结转3件）。")
    assert (RECEIVED, CARRIED_IN) not in told_first.readings


def test_disputes_are_not_carried_in() -> None:
    *_, reviews = claims("收到政府信息公开申请24件，结转下年度1件，因政府信息公开引发行政复议2件。")
    assert reviews.readings == (("行政复议总数",),)


def test_beside_it_what_came_is_told_alone() -> None:
    text = "处理政府信息公开申请13件，其中，新收10件，上年结转3件。"
    (came,) = [claim for claim in claims(text) if claim.quantity.low == 10]
    assert came.readings == ((RECEIVED,),)


def test_between_what_came_and_what_was_carried_out_it_was_carried_in() -> None:
    text = "政府信息公开申请：新收30件，结转3件，办结28件，转下年5件。"
    assert told(text) == [(RECEIVED, 30), (CARRIED_IN, 3), (HANDLED, 28), (CARRIED_OUT, 5)]


def test_alone_it_may_be_carried_either_way() -> None:
    _, carried = claims("新收政府信息公开申请30件，结转3件。")
    assert carried.readings == ((CARRIED_IN,), (CARRIED_OUT,))


def test_what_is_joined_to_what_came_and_summed_up_is_both() -> None:
    text = "收到政府信息公开申请10件。上年结转3件与本年新收的合计13件。"
    (both,) = [claim for claim in claims(text) if claim.quantity.low == 13]
    assert both.readings == ((RECEIVED, CARRIED_IN),)
    text = "收到政府信息公开申请10件。本年新收10件与上年结转合计13件。"
    (both,) = [claim for claim in claims(text) if claim.quantity.low == 13]
    assert set(both.readings[0]) == {RECEIVED, CARRIED_IN}


def test_what_is_left_over_is_carried_out_where_that_is_said_behind_it() -> None:
    text = "收到政府信息公开申请10件，予以公开7件；另有3件于12月底收到，结转下年办理。"
    assert (CARRIED_OUT, 3) in told(text)
    assert (CARRIED_OUT, 3) not in told(text.replace("，结转下年办理", "，均已受理"))


def test_those_of_one_kind_are_told_with_what_their_list_carries_in() -> None:
    persons, *_ = claims("收到政府信息公开申请50件。自然人申请共40件，其中上年结转2件，本年新收38件。")[1:]
    assert ("自然人申请数",) in persons.readings
    assert any(len(reading) > 1 for reading in persons.readings)


def test_what_an_office_took_on_may_be_all_that_came_and_was_carried_in() -> None:
    taken_on, *_ = claims("承办政府信息公开申请60件，其中上年结转3件。")
    assert (RECEIVED, CARRIED_IN) in taken_on.readings


def test_all_that_there_are_may_count_in_what_is_carried_over_uncertainly() -> None:
    first, *_ = claims("政府信息公开申请共26件，除2件因收到时间较晚结转下年外，其余24件全部办结。")
    assert (RECEIVED, CARRIED_IN) in first.readings
    first, *_ = claims("收到政府信息公开申请共26件，除2件因收到时间较晚结转下年外，其余24件全部办结。")
    assert (RECEIVED, CARRIED_IN) not in first.readings


@pytest.mark.parametrize(
    "text",
    [
        "办理政府信息公开申请总量13件（上年结转3件、新收10件），来自自然人13件。",
        "应办理政府信息公开申请13件，自然人申请13件。",
        "新收政府信息公开申请10件，上年结转3件，共13件；自然人申请13件。",
    ],
)
def test_who_applied_may_be_told_of_all_in_hand(text: str) -> None:
    *_, person = claims(text)
    assert ("自然人申请数", "applications.carried_in.natural_person") in person.readings


def test_beside_what_was_carried_in_alone_it_is_told_of_what_came() -> None:
    *_, person, _ = claims("新收政府信息公开申请10件，其中自然人10件；上年结转3件。")
    assert person.readings == (("自然人申请数",),)
