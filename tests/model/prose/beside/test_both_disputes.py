"""What became of disputes, told behind reviews and suits."""

import pytest

from model.prose.passages import squeezed
from model.prose.pieces.subject import Subject
from model.prose.sentences.sentence import read_sentence

_BOTH = ("行政复议维持数", "行政诉讼维持数")


def upheld(words: str) -> tuple[tuple[str, ...], ...]:
    """What the last number of a sentence may be."""
    _, lines = read_sentence(squeezed(words).words, Subject(when=2024), 2024, listed=False)
    told = lines[-1].told
    assert told is not None
    return told.readings


def test_results_behind_both_are_of_the_last_or_of_all() -> None:
    assert upheld("信息公开行政复议5件、行政诉讼4件，其中3件维持") == (("行政诉讼维持数",), _BOTH)


def test_results_behind_both_told_together_are_of_all() -> None:
    assert upheld("信息公开行政复议、行政诉讼共9件，维持6件") == (_BOTH,)


@pytest.mark.parametrize("none", ["行政诉讼0件", "行政诉讼案件0件"])
def test_of_none_there_are_no_results(none: str) -> None:
    assert upheld(f"信息公开行政复议5件、{none}，其中3件维持") == (_BOTH,)


def test_results_behind_one_kind_are_its_own() -> None:
    assert upheld("信息公开行政复议5件，其中3件维持") == (("行政复议维持数",),)
