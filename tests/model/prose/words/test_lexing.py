"""A sentence falls into words, and into pieces with one number each."""

import pytest

from model.prose.pieces.piece import Piece
from model.prose.pieces.pieces import pieces_of
from model.prose.words.lexing import tokens_of


def pieces(sentence: str) -> list[Piece]:
    return pieces_of(tokens_of(sentence, 2024))


def numbers(sentence: str) -> list[str]:
    return [piece.number.words if piece.number else "" for piece in pieces(sentence)]


def kinds(sentence: str) -> list[tuple[str, str]]:
    return [(token.kind, token.name) for token in tokens_of(sentence, 2024)]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("2023年结转", "carried_in"),
        ("上年度转入本年", "carried_in"),
        ("结转至2025年", "carried_out"),
        ("顺延到下一年度", "carried_out"),
        ("将于下年度办理", "carried_out"),
        ("2021年结转", "elsewhere"),
        ("结转", "open"),
    ],
)
def test_which_way_a_case_is_carried(words: str, name: str) -> None:
    assert kinds(words) == [("carry", name)]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("1月1日至12月31日", "this"),
        ("截至2024年12月31日", "this"),
        ("第三季度", "other"),
        ("9月", "other"),
        ("近三年", "other"),
    ],
)
def test_whether_a_time_is_the_whole_year(words: str, name: str) -> None:
    assert kinds(words) == [("time", name)]


def test_a_word_that_is_not_known_is_told_as_such() -> None:
    assert kinds("收到甲乙丙申请3件") == [
        ("action", "received"),
        ("unknown", ""),
        ("thing", "request"),
        ("number", "件"),
    ]


def test_a_piece_ends_with_its_number_or_at_a_mark() -> None:
    assert numbers("收到申请12件，办结9件、结转3件") == ["12件", "9件", "3件"]
    assert numbers("受理12件办结9件") == ["12件", "9件"]


def test_words_without_a_number_stay_together() -> None:
    assert numbers("行政复议、行政诉讼共4件") == ["4件"]


def test_a_bracket_is_inside_the_piece_that_it_interrupts() -> None:
    (first, second) = pieces("答复50件（含上年结转4件），另有3件")
    assert [inner.number.words for inner in first.inner if inner.number] == ["4件"]
    assert second.number
    assert second.number.words == "3件"


def test_numbers_told_respectively_get_their_own_words() -> None:
    first, second = pieces("予以公开、部分公开分别为12件、4件")
    assert [token.words for token in first.before if token.kind == "outcome"] == ["予以公开"]
    assert [token.words for token in second.before if token.kind == "outcome"] == ["部分公开"]


def test_what_cannot_be_dealt_out_is_left_unknown() -> None:
    assert all(piece.before[-1].kind == "unknown" for piece in pieces("三类申请分别为12件、4件、9件"))


def test_a_bracket_with_a_number_alone_counts_what_stands_before_it() -> None:
    assert numbers("保护第三方合法权益（2件）、三类内部事务信息（1件）") == ["2件", "1件"]
    assert [piece.inner for piece in pieces("行政复议（3件）、行政诉讼（1件）")] == [(), ()]


@pytest.mark.parametrize("words", ["行政处罚（18件）", "予以公开（60%）", "予以公开3件（2件）"])
def test_other_brackets_stay_brackets(words: str) -> None:
    assert pieces(words)[0].inner


@pytest.mark.parametrize("item", ["3.", "（二）", "二是", "1、"])
def test_how_an_item_begins_is_none_of_its_words(item: str) -> None:
    assert kinds(f"{item}办结12件") == kinds("办结12件")


@pytest.mark.parametrize("within", ["5个工作日内", "十个工作日之内", "三日内", "2小时内"])
def test_how_quickly_it_was_done_counts_nothing(within: str) -> None:
    tokens = tokens_of(f"{within}办结46件", 2024)
    assert [token.name for token in tokens] == ["within", "handled", "件"]


@pytest.mark.parametrize("words", ["没有审完", "还未审结", "尚未判决", "没有作出复议决定"])
def test_disputes_not_decided_yet_are_pending(words: str) -> None:
    assert [token.name for token in tokens_of(f"{words}2件", 2024)] == ["pending_result", "件"]


def test_a_number_that_begins_a_sentence_is_no_item() -> None:
    assert numbers("1.2万条信息") == ["1.2万条"]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("未经复议直接诉讼10件、复议后诉讼15件", ["direct", "after_review"]),
        ("直接提起行政诉讼2件，经复议后被诉1件", ["direct", "after_review"]),
    ],
)
def test_how_suits_came_to_court(words: str, names: list[str]) -> None:
    assert [name for kind, name in kinds(words) if kind == "result"] == names


def test_decisions_dealt_out_have_their_own_numbers() -> None:
    first, second, third = pieces("行政许可、行政处罚、行政强制分别为2764万宗、3124万宗和188万宗")
    assert [
        [token.name for token in piece.before if token.kind == "thing"] for piece in (first, second, third)
    ] == [
        ["licence"],
        ["penalty"],
        ["coercive"],
    ]


def test_results_may_be_told_without_a_unit() -> None:
    assert numbers("予以公开3、无法提供1、不予处理1") == ["3", "1", "1"]
    assert numbers("制发2、废止6;维持7、纠正2") == ["2", "6", "7", "2"]


@pytest.mark.parametrize(
    "words",
    [
        "依申请公开1、规范流程",
        "依申请公开2、答复及时,全年无逾期",
        "依申请公开3）完善台账",
        "规范性文件制发1、严格审核3类文件",
        "行政诉讼2、2024年积极应诉",
    ],
)
def test_the_number_of_an_item_behind_a_heading_counts_nothing(words: str) -> None:
    assert not any(map(str.isdecimal, numbers(words)))


def test_documents_in_force_at_the_end_of_the_year() -> None:
    assert ("action", "in_force") in kinds("制定规范性文件2件，年末有效11件")
    assert ("action", "in_force") not in kinds("收到有效申请11件")


@pytest.mark.parametrize(
    ("words", "name"),
    [("2024年政府新收申请2件", "office"), ("部门新收申请4件", "others"), ("县政府新收申请2件", "area")],
)
def test_a_government_is_its_own_office_beside_its_departments(words: str, name: str) -> None:
    assert [told for kind, told in kinds(words) if kind == "who"] == [name]


def test_departments_that_receive_nothing_are_nobody() -> None:
    assert [told for kind, told in kinds("部门文件4件") if kind == "who"] == []


@pytest.mark.parametrize(("words", "name"), [("滚入下年", "carried_out"), ("滚转到下一年", "carried_out")])
def test_what_is_rolled_on_is_carried_over(words: str, name: str) -> None:
    assert kinds(words) == [("carry", name)]
