"""What stands behind a number and goes on with it."""

from model.prose.likely.likely_behind import comes_to_another, numbers_in_row, told_behind
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
