"""What a sentence speaks of is carried on, and ends where something else is named."""

import pytest

from model.prose.pieces.piece import Piece
from model.prose.pieces.pieces import pieces_of
from model.prose.pieces.subject import Subject, follow
from model.prose.words.lexing import tokens_of
from tests.model.prose.telling import claims

YEAR = 2024


def first_piece(words: str) -> Piece:
    return pieces_of(tokens_of(words, YEAR))[0]


def followed(words: str, subject: Subject | None = None) -> Subject:
    return follow(subject or Subject(when=YEAR), first_piece(words), YEAR)


@pytest.mark.parametrize(
    ("words", "thing"),
    [
        ("收到政府信息公开申请12件", "application"),
        ("政府信息公开行政复议3件", "review"),
        ("政府信息公开行政诉讼3件", "suit"),
        ("制发规范性文件3件", "document"),
        ("收到来信3件", "other"),
    ],
)
def test_the_thing_named_is_what_is_spoken_of(words: str, thing: str) -> None:
    assert followed(words).thing == thing
    assert followed(words).distance == 0


@pytest.mark.parametrize("kind", ["投诉举报类", "治安类", "工伤认定类", "治安类的"])
def test_disputes_of_another_kind_are_not_about_disclosure(kind: str) -> None:
    about = Subject("application", 0, when=YEAR, related=True)
    subject = followed(f"另有{kind}行政复议29件、诉讼12件", about)
    assert (subject.thing, subject.related) == ("other", False)


def test_an_application_alone_is_ours_only_where_disclosure_was_spoken_of() -> None:
    spoken = Subject(when=YEAR, about=True, distance=1)
    assert followed("收到申请12件", spoken).thing == "application"
    assert followed("收到申请12件").thing != "application"


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("县教育局收到政府信息公开申请9件", "县教育局"),
        ("云河镇收到政府信息公开申请9件", "云河镇"),
        ("全县收到政府信息公开申请9件", "area县"),
        ("市县两级共收到政府信息公开申请9件", "others"),
        ("县区收到政府信息公开申请9件", "others"),
        ("县博物馆收到政府信息公开申请9件", "县博物馆"),
        ("收到政府信息公开申请9件", ""),
        ("收到县教育局政府信息公开申请9件", ""),
        ("县教育局因信息公开被复议5件", "县教育局"),
        ("县教育局因信息公开引发复议5件", "县教育局"),
        ("因信息公开被复议5件", ""),
    ],
)
def test_whose_cases_they_are_is_told_before_the_deed(words: str, who: str) -> None:
    assert followed(words).who == who


def test_who_decided_the_disputes_of_an_office_does_not_make_them_its_own() -> None:
    of_office = Subject("review", 0, when=YEAR, who="县教育局", related=True)
    assert followed("县政府维持4件", of_office).who == "县教育局"
    assert followed("县政府维持4件", of_office._replace(who="others")).who == "others"
    assert followed("县政府维持4件", Subject("review", 0, when=YEAR)).who == ""
    assert followed("县政府维持4件", Subject("review", 0, when=YEAR, among=True)).who == "area县"


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("去年收到政府信息公开申请9件", 2023),
        ("2022年收到政府信息公开申请9件", 2022),
        ("本年度收到政府信息公开申请9件", 2024),
        ("第三季度收到政府信息公开申请9件", 0),
        ("同比增长9%", 2024),
    ],
)
def test_the_year_is_that_of_its_words_unless_they_compare(words: str, when: int) -> None:
    assert followed(words).when == when


def test_suits_remember_how_they_came_to_court() -> None:
    assert followed("政府信息公开行政诉讼中复议后起诉4件").route == "after_review"
    assert followed("维持3件", Subject(thing="suit", when=YEAR, route="direct")).route == "direct"


def test_a_full_stop_ends_all_but_the_thing() -> None:
    subject = Subject(
        thing="application", distance=0, action="received", when=2023, who="area", among=True, route="direct"
    )
    after = subject.at_next_sentence(YEAR)
    assert (after.thing, after.distance, after.when) == ("application", 1, YEAR)
    assert (after.action, after.who, after.among, after.route) == ("", "", False, "")


def test_a_thing_of_the_heading_lasts() -> None:
    subject = Subject(thing="application", steady="application", distance=1)
    for _ in range(5):
        subject = subject.at_next_sentence(YEAR)
    assert subject.distance == 1


def test_who_is_named_among_the_ways_does_nothing() -> None:
    assert followed("我局通过门户网站、市政府宣传栏等渠道公开信息12条").who == "own"
    assert followed("市政府收到申请12件").who == "area市"


def test_offices_counted_by_their_number_tell_of_themselves() -> None:
    told_of = claims("（二）依申请公开。22家直属单位全年收到申请61件。")
    assert [claim.scope for claim in told_of] == ["others"]


def test_a_government_behind_reviews_decided_them_and_is_told_of_no_further() -> None:
    told = claims("政府信息公开行政复议3件，区政府维持2件；政府信息公开行政诉讼4件。")
    assert [(int(claim.quantity.low), claim.scope) for claim in told] == [(3, ""), (2, ""), (4, "")]
