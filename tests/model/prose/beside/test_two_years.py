"""One thing told of this year and of the year before."""

import pytest

from model.prose.claim import Kind
from tests.model.prose.telling import claims


def counts(text: str) -> list[tuple[int, int]]:
    """Each number that is a count, and how many years back it is told of."""
    return [(int(claim.quantity.low), claim.back) for claim in claims(text) if claim.kind is Kind.COUNT]


def test_what_it_rose_from_is_the_number_of_the_year_before() -> None:
    assert counts("政府信息公开申请由240件上升到275件。") == [(240, 1), (275, 0)]


def test_of_what_it_came_to_step_by_step_no_year_is_known() -> None:
    assert counts("政府信息公开申请由41件降至35件再降至30件。") == []
    assert counts("政府信息公开申请由41件到35件再到30件。") == []


def test_a_number_behind_last_year_alone_is_the_same_of_last_year() -> None:
    assert counts("收到政府信息公开申请32件，上年为25件。") == [(32, 0), (25, 1)]


def test_behind_a_part_it_may_be_that_of_the_whole() -> None:
    *_, last = claims("收到政府信息公开申请30件，其中自然人6件，去年25件。")
    assert last.readings == (("自然人申请数",), ("收到申请总数",))


def test_what_has_grown_is_told_behind_the_growth() -> None:
    assert counts("政府信息公开申请较上年增长14.6%，达到275件。") == [(275, 0)]


def test_a_share_that_came_from_last_years_is_no_growth() -> None:
    told = claims("收到政府信息公开申请32件，自然人申请26件，占比由上年的71.6%变为81.3%。")
    assert [claim.kind for claim in told if claim.kind in (Kind.GROWTH, Kind.TIMES)] == []


def test_a_change_behind_both_years_is_from_one_to_the_other() -> None:
    told = claims("2023年收到政府信息公开申请32件、2022年收到25件，增加7件。")
    assert [int(claim.quantity.low) for claim in told if claim.kind is Kind.GROWTH] == [7]


def test_a_change_behind_last_year_alone_is_none_of_this_year() -> None:
    told = claims("2022年收到政府信息公开申请25件，增加9件。")
    assert [claim for claim in told if claim.kind is Kind.GROWTH] == []


def test_behind_last_years_number_beside_the_same_of_this_year_it_may_be_of_either() -> None:
    text = "（二）依申请公开。2023年收到申请112件，2022年收到91件，办结114件，其中予以公开61件。"
    told = {int(claim.quantity.low): (claim.back, claim.either) for claim in claims(text)}
    assert told == {112: (0, False), 91: (1, False), 114: (0, True), 61: (0, True)}


def test_what_is_told_of_last_year_alone_or_says_its_year_is_of_one() -> None:
    text = "（二）依申请公开。2022年收到申请91件，办结85件；2023年收到申请112件，2022年收到91件，2023年办结114件。"
    told = {int(claim.quantity.low): (claim.back, claim.either) for claim in claims(text)}
    assert told == {91: (1, False), 85: (1, False), 112: (0, False), 114: (0, False)}


def test_the_same_year_is_the_one_that_was_named() -> None:
    assert counts("（二）依申请公开。2022年收到的申请3件已于当年办结。")[:1] == [(3, 1)]


def test_what_it_came_to_since_another_year_does_not_tell_of_the_year_before() -> None:
    assert counts("与2019年相比，政府信息公开行政复议由14件降到12件。") == [(12, 0)]
    assert counts("与2019年相比，动态由4条增到9条；政府信息公开行政复议由14件降到12件。") == [(12, 0)]


@pytest.mark.parametrize("word", ["降到", "回落至", "压减到", "减为"])
def test_whatever_word_it_came_to_its_number_by(word: str) -> None:
    assert counts(f"政府信息公开行政复议由14件{word}12件。") == [(14, 1), (12, 0)]
