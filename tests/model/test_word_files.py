"""Files of words: what they hold, and what is said where one is not whole."""

import re

import pytest

from model.errors import WordsError
from model.word_files import whole_words, words_in


def test_a_file_is_read_by_its_name() -> None:
    assert words_in("words/families.toml")["family"]


def test_a_clerk_is_told_to_install_anew_where_words_are_missing_or_no_pattern() -> None:
    with pytest.raises(WordsError, match="重新安装"), whole_words():
        re.compile("(")
    with pytest.raises(WordsError, match="重新安装"), whole_words():
        words_in("words/families.toml")["none"]
