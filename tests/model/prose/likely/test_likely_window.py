"""What the words before a number tell."""

from model.prose.likely.likely_window import Spoken, Window
from model.prose.likely.likely_words import Key
from model.prose.words.lexing import tokens_of


def window(words: str, topic: str = "application") -> Window:
    """What the words tell of which nothing else was said before."""
    return Window(Spoken(2024, topic)).take_all(tokens_of(words, 2024))


def test_words_over_several_known_ones_are_heard_as_one() -> None:
    assert window("没有到期").keys == [(Key("application", "carried_out"),)]


def test_something_else_takes_back_what_was_told() -> None:
    assert window("不予公开后公布").keys == []
    assert window("不予公开后公布").foreign


def test_unknown_characters_are_counted_from_the_last_key_on() -> None:
    told = window("旅行社自然人甲乙")
    assert (told.strange, told.unknown) == (5, 2)


def test_another_time_holds_until_the_comma_or_behind_it_where_the_clause_ends_in_it() -> None:
    assert window("2021年收到").spoken.elsewhen
    assert window("截至2024年9月底,收到").spoken.elsewhen
    assert window("自2016年设站以来,收到").spoken.elsewhen
    assert not window("近三年最多,收到").spoken.elsewhen
    assert not window("上半年稳定,全年收到").spoken.elsewhen


def test_the_year_before_is_looked_back_at() -> None:
    assert (window("上年收到").back, window("2024年收到").back) == (1, 0)


def test_an_office_that_did_something_is_of_whom_it_is_told() -> None:
    spoken = Spoken(2024)
    spoken.turn_to(tokens_of("县教育局收到申请", 2024))
    assert (spoken.who, spoken.topic) == ("县教育局", "application")


def test_documents_put_before_the_public_are_those_issued_or_in_force() -> None:
    shown = [(Key("document", "shown"),)]
    assert window("通过门户网站公开规范性文件").keys == shown
    assert window("规范性文件").keys == shown
    assert window("制发规范性文件", "document").keys == [(Key("document", "issued"),)]
    assert window("备案规范性文件").keys == []
    assert window("公开规范性文件解读").keys == []


def test_what_something_is_some_of_is_not_told_of_it() -> None:
    assert window("办结的申请中").keys == []
    assert window("办结的申请中予以公开").keys == [(Key("application", "granted"),)]
