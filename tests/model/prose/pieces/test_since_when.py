"""Years that numbers are compared with."""

import pytest

from model.prose.pieces.since_when import compares_with_another_year
from model.prose.words.lexing import tokens_of


@pytest.mark.parametrize(
    ("words", "another"),
    [
        ("与2019年相比", True),
        ("较2020年", True),
        ("与2022年相比", False),
        ("较2023年初", False),
        ("2019年收到", False),
        ("与上年相比", False),
    ],
)
def test_a_year_that_is_not_the_one_before_a_report_on_2023(words: str, another: bool) -> None:
    assert compares_with_another_year(tokens_of(words, 2023), 2023) is another
