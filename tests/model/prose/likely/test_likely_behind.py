"""What stands behind a number and goes on with it."""

from model.prose.likely.likely_behind import (
    comes_to_another,
    is_asked_for,
    is_ended_behind,
    numbers_in_row,
    numbers_not_counted,
    told_behind,
)
from model.prose.likely.likely_window import Spoken
from model.prose.likely.likely_words import Key
from model.prose.words.lexing import tokens_of
from model.prose.words.tokens import Words


def tokens(words: str) -> Words:
    """The words of a sentence."""
    return tokens_of(words, 2024)


def test_what_is_told_behind_a_number_is_of_it() -> None:
    spoken = Spoken(2024, "review")
    assert told_behind(tokens("获维持"), spoken) == (Key("review", "upheld"),)
    assert told_behind(tokens("、维持"), spoken) == ()


def test_several_kinds_of_bodies_are_all_that_are_no_persons() -> None:
    assert told_behind(tokens("由企业、律所提出"), Spoken(2024, "application")) == (
        Key("application", "legal"),
    )


def test_whoever_handled_some_did_not_apply_for_them() -> None:
    assert told_behind(tokens("交由企业办理"), Spoken(2024, "application")) == ()


def test_numbers_stand_in_a_row_until_other_words_come() -> None:
    after = tokens("、7件、减少10件,办结3件")
    assert (numbers_in_row(after, changes=False), numbers_in_row(after, changes=True)) == (2, 3)


def test_what_something_has_changed_from_is_followed_by_what_it_came_to() -> None:
    assert comes_to_another(tokens("总量由"), tokens("变为33件"))
    assert not comes_to_another(tokens("总量由"), tokens("。"))


def test_what_became_of_disputes_stands_right_behind_their_number() -> None:
    told = (Key("review", "told"),)
    assert is_ended_behind(told, tokens("维持、"))
    assert not is_ended_behind(told, tokens(",维持"))
    assert not is_ended_behind((Key("application", "told"),), tokens("维持"))


def test_decisions_that_were_only_asked_for_are_not_told() -> None:
    assert is_asked_for(tokens("受理行政许可"))
    assert not is_asked_for(tokens("受理并办结行政许可"))
    assert not is_asked_for(tokens("受理申请"))


def test_numbers_that_are_said_to_be_left_out() -> None:
    words = "复议3件,因征收引发的7件、9件不在统计之列"
    places = numbers_not_counted(words)
    assert [words.index(number) in places for number in ("3", "7", "9")] == [False, True, True]
    assert not numbers_not_counted("复议3件,诉讼1件")
