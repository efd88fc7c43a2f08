"""What is a part for what stands beside it."""

import pytest

from model.prose.claim import Kind
from tests.model.prose.telling import claims


def kinds_of(text: str) -> list[tuple[int, Kind]]:
    return [(int(claim.quantity.low), claim.kind) for claim in claims(text)]


def test_what_was_answered_in_time_is_all_where_no_others_are_told() -> None:
    assert (54, Kind.COUNT) in kinds_of("受理政府信息公开申请54件，按时办结54件。")


@pytest.mark.parametrize(
    "text",
    [
        "受理政府信息公开申请54件，按时办结50件，延期办结4件。",
        "受理政府信息公开申请54件，按时办结50件，其余4件正在办理。",
        "受理政府信息公开申请54件，其中按时办结50件。",
    ],
)
def test_it_is_a_part_beside_those_answered_late_or_left(text: str) -> None:
    assert (50, Kind.AT_MOST) in kinds_of(text)


def test_those_taken_up_are_a_part_of_a_larger_number_that_came_in() -> None:
    assert (18, Kind.AT_MOST) in kinds_of("收到政府信息公开申请57件，撤回39件，受理18件。")


@pytest.mark.parametrize("join", ["、", "和"])
def test_those_that_came_in_and_were_handled_are_a_part_beside_those_carried_in(join: str) -> None:
    text = f"（二）依申请公开。办结上年结转申请3件{join}本年新收申请27件。"
    assert (27, Kind.AT_MOST) in kinds_of(text)


def test_those_that_came_and_were_handled_are_a_part_within_all() -> None:
    assert (217, Kind.AT_MOST) in kinds_of("229件政府信息公开申请中，当年新收并办结217件。")
    assert (12, Kind.COUNT) in kinds_of("收到并办结政府信息公开申请12件。")


def test_behind_a_total_of_all_ways_all_are_told_of() -> None:
    text = "收到网上申请65件，信函申请3件，合计68件，上年结转4件，办结70件。"
    assert (70, Kind.COUNT) in kinds_of(text)
    assert (62, Kind.AT_MOST) in kinds_of("受理线上申请65件，办结62件。")


@pytest.mark.parametrize(
    "text",
    [
        "收到政府信息公开申请62件，剔除重复提交5件，实际受理57件。",
        "接收政府信息公开申请62件，经甄别筛除5件，受理57件。",
        "登记政府信息公开申请62件，其中不属于政府信息公开申请5件，实际受理57件。",
        "收到政府信息公开申请62件，其中不属于政府信息公开申请的5件，实际受理57件。",
        "收到政府信息公开申请62件次，合并相同内容申请后为57件。",
    ],
)
def test_what_came_before_some_were_taken_out_is_in_no_table(text: str) -> None:
    assert 62 not in [number for number, _ in kinds_of(text)]


def test_what_came_among_what_was_handled_is_some_of_it_whatever_that_was() -> None:
    assert (55, Kind.COUNT) not in kinds_of("答复58件，其中2022年度结转3件、2023年度新收55件。")


def test_what_came_without_those_taken_out_is_at_most_all() -> None:
    told = kinds_of("（二）依申请公开。扣除集中申请后，受理171件。")
    assert told == [(171, Kind.AT_MOST)]
