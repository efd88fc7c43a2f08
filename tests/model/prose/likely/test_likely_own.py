"""Which words before a number are its own."""

from model.prose.likely.likely_own import begins_a_clause, own_words
from model.prose.words.lexing import tokens_of


def own(between: str, *, follows: bool = True, named: bool = False) -> str:
    """The words between two numbers that go with the second."""
    return "".join(one.words for one in own_words([*tokens_of(between, 2023)], follows, named=named))


def test_they_begin_with_a_mark() -> None:
    assert own("被撤销或责令重作、终止") == "、终止"
    assert own("企业和律所") == "和律所"


def test_without_one_they_belong_to_the_number_before_unless_it_was_named() -> None:
    assert own("企业") == ""
    assert own("企业", named=True) == "企业"
    assert own("企业和律所", follows=False) == "企业和律所"


def test_what_became_of_disputes_behind_a_number_begins_a_clause() -> None:
    before, result, other = (tokens_of(words, 2023) for words in ("说理不充分,", "被纠正", "答复"))
    assert begins_a_clause(before, result)
    assert not begins_a_clause(before, other)
    assert not begins_a_clause(before[:-1], result)
