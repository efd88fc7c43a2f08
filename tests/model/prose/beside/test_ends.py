"""Several ends told of one number are counted together; a rest beside parts of one end is a part of it."""

import pytest

from model.prose.passages import squeezed
from model.prose.pieces.line import Line
from model.prose.pieces.subject import Subject
from model.prose.sentences.sentence import read_sentence


def lines(words: str) -> list[Line]:
    """The pieces of a sentence on applications."""
    _, read = read_sentence(squeezed(words).words, Subject("application", 0, when=2023), 2023, listed=False)
    return read


def readings(words: str) -> list[tuple[tuple[str, ...], ...]]:
    """What each number of a sentence may be."""
    return [line.told.readings for line in lines(words) if line.told is not None]


@pytest.mark.parametrize("join", ["、", "或", "和", "及", "以及"])
@pytest.mark.parametrize("done", ["", "依法作出", "申请"])
def test_ends_joined_behind_a_number_are_counted_together(join: str, done: str) -> None:
    assert readings(f"26件{done}不予公开{join}无法提供") == [(("不予公开数", "无法提供数"),)]


def test_three_ends_are_counted_together_as_well() -> None:
    assert readings("31件不予公开、无法提供或不予处理") == [(("不予公开数", "无法提供数", "不予处理数"),)]


@pytest.mark.parametrize(
    "words",
    ["31件分别作出不予公开、无法提供等答复", "31件作不予公开等处理", "31件为不予公开、无法提供和其他情形"],
)
def test_behind_a_list_that_names_not_all_ends_nothing_is_certain(words: str) -> None:
    assert readings(words) == []


def test_each_end_with_a_number_of_its_own_stays_alone() -> None:
    assert readings("26件予以公开、11件部分公开，7件不予公开") == [
        (("予以公开数",),),
        (("部分公开数",),),
        (("不予公开数",),),
    ]
    assert readings("26件予以公开、部分公开11件") == [(("予以公开数",),), (("部分公开数",),)]


def test_why_some_were_not_disclosed_is_not_counted_with_the_end_itself() -> None:
    words = "2件因涉及第三方合法权益且第三方不同意公开，决定不予公开"
    assert not any("不予公开数" in reading for ways in readings(words) for reading in ways)


@pytest.mark.parametrize(
    "words",
    [
        "不予公开9件，其中国家秘密4件、其他5件",
        "其他处理9件，为逾期不补正4件、其他情形5件",
        "不予处理9件（信访举报投诉类4件、其他5件）",
    ],
)
def test_the_rest_beside_parts_of_an_end_is_a_part_of_it(words: str) -> None:
    rest = lines(words)[-1]
    assert rest.piece.number is not None
    assert rest.told is None


def test_the_rest_beside_ends_is_that_row_or_all_that_are_not_told() -> None:
    row, untold = readings("予以公开5件、无法提供3件、其他2件")[-1]
    assert row == ("其他处理数",)
    assert "不予公开数" in untold


@pytest.mark.parametrize("others", ["其他处理", "其他"])
def test_beside_a_row_of_the_other_ends_others_are_what_the_other_rows_count(others: str) -> None:
    told = lines(f"予以公开4件，逾期未补正不再处理1件，{others}2件")[-1].told
    assert told is not None
    assert ("applications.other_remaining.total",) in told.readings


@pytest.mark.parametrize("given_up", ["申请人撤回申请4件", "申请人主动撤销4件", "终止办理4件"])
def test_beside_those_given_up_others_are_a_part_of_what_that_end_counts(given_up: str) -> None:
    told = lines(f"予以公开5件，{given_up}，其他处理2件")[-1].told
    assert told is not None
    assert (told.readings, told.dimension) == ((("其他处理数",),), "share")


@pytest.mark.parametrize("left", ["其余", "另有", "剩余", "还有"])
def test_what_is_left_and_was_dealt_with_otherwise_may_be_all_results_not_told(left: str) -> None:
    rest = readings(f"予以公开5件，部分公开3件，{left}6件作其他处理")[-1]
    assert rest[0] == ("其他处理数",)
    assert ("不予公开数", "无法提供数", "不予处理数", "其他处理数") in rest


def test_what_was_not_disclosed_may_be_all_else_where_nothing_else_is_told() -> None:
    kept = ("不予公开数", "无法提供数", "不予处理数", "其他处理数")
    assert kept in readings("公开38件，不公开20件")[1]
    assert readings("公开38件，不公开8件，无法提供12件")[1] == (("不予公开数",),)
    assert readings("予以公开38件，不予公开8件")[1] == (("不予公开数",),)


def test_beside_what_was_disclosed_the_rest_leaves_that_out() -> None:
    assert ("不予处理数", "其他处理数") in readings("公开38件，不予公开8件，无法提供10件，其他2件")[-1]


def test_beside_a_deed_the_rest_is_not_certain() -> None:
    told = readings("部分公开38件、不公开类8件、无法提供类10件、其他类2件")
    assert told == [(("部分公开数",),), (("无法提供数",),)]


def test_what_is_divided_into_several_results_is_none_of_them() -> None:
    told = readings("12件未能提供信息，其中不予公开3件、无法提供6件、不予处理1件")
    assert told == [(("不予公开数",),), (("无法提供数",),), (("不予处理数",),)]


def test_what_is_divided_into_its_own_kind_stays_what_it_is() -> None:
    assert readings("公开16件，其中予以公开12件、部分公开4件")[0][-1] == ("予以公开数", "部分公开数")
