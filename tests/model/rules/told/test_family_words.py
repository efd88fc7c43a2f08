"""The words around families of numbers."""

import pytest

from model.errors import WordsError
from model.form_file import load_form
from model.rules.told.claim_values import cells_of
from model.rules.told.families import families
from model.rules.told.family_words import family_words, read_family_words, says


def test_every_number_that_lists_and_shares_may_be_of_is_one_of_the_form() -> None:
    form, words = load_form("2021"), family_words()
    listed = [names for _, of in words.totals for names in of]
    shared = [names for others in words.shares_of.values() for names in others]
    names = [name for added in (*listed, *shared, *words.wholes) for name in added.split()]
    assert [name for name in names if not cells_of(form, name)] == []


def test_shares_beside_a_whole_are_those_of_a_family() -> None:
    assert {*family_words().shares_of} <= {family.whole for family in families()}


def test_what_is_passed_on_as_a_petition_is_no_number_of_what_came_or_was_answered() -> None:
    (flow,) = (family for family in families() if "办结申请总数" in family.parts and family.across)
    assert says("foreign", "按信访件处理的")
    assert flow.told_by("按信访件处理的") == ""
    assert flow.told_by("已处理") == "办结申请总数"


def test_a_file_that_lacks_something_is_told() -> None:
    with pytest.raises(WordsError):
        read_family_words({"around": {"says": {}, "steps": [], "units": "", "wholes": []}})
