"""The words around families of numbers."""

import pytest

from model.errors import WordsError
from model.form_file import load_form
from model.rules.told.claim_values import cells_of
from model.rules.told.families import families
from model.rules.told.family_words import family_words, read_family_words


def test_every_number_that_lists_and_shares_may_be_of_is_one_of_the_form() -> None:
    form, words = load_form("2021"), family_words()
    listed = [names for _, of in words.totals for names in of]
    shared = [names for others in words.shares_of.values() for names in others]
    names = [name for added in (*listed, *shared, *words.wholes) for name in added.split()]
    assert [name for name in names if not cells_of(form, name)] == []


def test_shares_beside_a_whole_are_those_of_a_family() -> None:
    assert {*family_words().shares_of} <= {family.whole for family in families()}


def test_a_file_that_lacks_something_is_told() -> None:
    with pytest.raises(WordsError):
        read_family_words({"around": {"says": {}, "steps": [], "units": "", "wholes": []}})
