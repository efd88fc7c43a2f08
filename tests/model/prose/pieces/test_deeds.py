"""What is told of applications, disputes, documents and decisions, and where it is not certain."""

import pytest

from model.prose.pieces.deeds import names_told
from model.prose.pieces.subject import Subject
from model.prose.words.lexing import tokens_of
from model.prose.words.tokens import Words

YEAR = 2024


def tokens(words: str) -> Words:
    return tokens_of(words, YEAR)


def told(thing: str, left: str, right: str = "", subject: Subject | None = None) -> tuple[str, ...]:
    names, _ = names_told(
        thing, tokens(left), tokens(right), subject or Subject(thing), explicit=True, unknown=False
    )
    return names


@pytest.mark.parametrize(
    ("left", "right", "names"),
    [
        ("收到政府信息公开申请", "", ("received",)),
        ("办结政府信息公开申请", "", ("handled",)),
        ("政府信息公开申请自然人", "", ("natural_person",)),
        ("政府信息公开申请予以公开", "", ("granted",)),
        ("上年结转政府信息公开申请", "", ("carried_in",)),
        ("答复中", "同意公开", ("granted",)),
        ("在收到的申请中有", "予以公开", ("granted",)),
        ("结转下年度继续办理", "", ("carried_out",)),
        ("结转政府信息公开申请", "结转下年度", ("carried_out",)),
        ("依申请公开信息", "", ()),
        ("自然人予以公开", "", ()),
        ("上年结转办结", "", ()),
    ],
)
def test_applications(left: str, right: str, names: tuple[str, ...]) -> None:
    assert told("application", left, right) == names


def test_carried_without_a_direction_is_carried_out_after_what_was_handled() -> None:
    assert told("application", "结转", subject=Subject("application", action="handled")) == ("carried_out",)
    assert told("application", "结转") == ("either",)


def test_two_deeds_told_as_one_leave_two_readings() -> None:
    assert told("application", "受理并答复政府信息公开申请") == ("or", "taken", "handled")


ABOUT = Subject("suit", related=True)


@pytest.mark.parametrize(
    ("left", "subject", "names"),
    [
        ("行政诉讼", ABOUT, ("told",)),
        ("行政复议、行政诉讼", ABOUT, ("review", "suit")),
        ("行政诉讼结果维持", ABOUT, ("upheld",)),
        ("行政诉讼", Subject("suit"), ()),
        ("办理行政诉讼", ABOUT, ()),
        ("上年结转行政诉讼", ABOUT, ()),
    ],
)
def test_disputes_are_the_offices_own_and_about_disclosure(
    left: str, subject: Subject, names: tuple[str, ...]
) -> None:
    assert told("suit", left, subject=subject) == names


def test_a_result_of_suits_goes_with_their_way_to_court() -> None:
    by_review = Subject("suit", related=True, route="after_review")
    assert told("suit", "结果维持", subject=by_review) == ("after_review.upheld",)


@pytest.mark.parametrize(
    ("left", "names"),
    [
        ("制发行政规范性文件", ("issued",)),
        ("废止行政规范性文件", ("repealed",)),
        ("制发并废止行政规范性文件", ()),
        ("行政规范性文件", ()),
        ("解读行政规范性文件", ()),
    ],
)
def test_documents_are_told_by_one_deed(left: str, names: tuple[str, ...]) -> None:
    assert told("document", left) == names


@pytest.mark.parametrize(
    ("left", "names"),
    [("作出行政许可", ("told",)), ("行政许可和行政处罚", ()), ("收到行政许可", ()), ("文物类行政许可", ())],
)
def test_decisions_are_told_whole(left: str, names: tuple[str, ...]) -> None:
    assert told("licence", left) == names


def test_others_that_came_besides_are_not_all_that_came() -> None:
    assert told("application", "另有", "于12月底收到") == ()
    assert told("application", "共有", "于12月底收到") == ("received",)


@pytest.mark.parametrize(
    "left", ["申请涉及企业登记", "与企业经营有关的政府信息公开申请", "与自然人相关的政府信息公开申请"]
)
def test_a_matter_that_begins_with_who_applies_names_nobody(left: str) -> None:
    assert told("application", left) == ()


def test_new_and_carried_in_are_counted_together_where_they_are_joined() -> None:
    assert told("application", "上年结转和本年新收申请") == ("received", "carried_in")
    assert told("application", "办结新收和上年结转申请") == ("handled",)
    assert told("application", "扣除上年结转后新收申请") == ("received",)


def test_what_was_handled_beyond_the_end_of_a_year_is_not_left_over() -> None:
    assert told("application", "跨年办结") == ()


def test_decisions_made_in_one_way_are_some_of_them() -> None:
    assert told("licence", "网上办理行政许可") == ()
    assert told("penalty", "当场作出行政处罚") == ()
    assert told("licence", "办理行政许可") == ("told",)
