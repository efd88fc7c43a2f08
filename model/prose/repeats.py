"""How much of a text is last year's: clause by clause, with numbers, years and blanks left out of account.

A text may also be last year's with a word changed here and there, so that few clauses stay the same: what its
sentences still share with last year's is told by the runs of characters that stand in both.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from model.prose.passages import MOST_RUNS, blocks, paragraphs, paragraphs_in

_BLANK: Final = re.compile(r"[\s\u00a0\u3000]+")
_NUMBER: Final = re.compile(r"[0-9０-９\ue000]+(?:[.．,，][0-9０-９]+)*")
_CLAUSE: Final = re.compile(r"[^，。；：！？,;:!?]+")
_SENTENCE: Final = re.compile(r"[^。；！？;!?]+")
_ALL: Final = 100
_RUN: Final = 4
"""Characters in a row that a sentence shares with last year's text before they count as its words."""
_TOUCHED_UP: Final = 40
"""Per cent of a sentence in such runs, from which on it is last year's with words changed."""
_LONG_RUN: Final = 5
"""The same as `_RUN` for the text as a whole, where phrases that all offices use must not add up."""
_TAKEN: Final = 55
"""Per cent of the whole text in such long runs, below which it is a text of its own."""


@lru_cache(maxsize=64)
def repeated(now: str, before: str) -> int:
    """Return how many per cent of the characters of `now` stand in clauses that `before` has too; 0 for an empty text.

    Reviewers print this share (文字重复率) above each section. Numbers must differ from year to year, so they do not
    count; number fields are blotted out already (`number_fields.mask`).
    """
    counted = [_counted_block(words, before) for _, words in blocks(now)]
    total = sum(characters for characters, _ in counted)
    return _percent(sum(same for _, same in counted), total) if total else 0


@lru_cache(maxsize=64)
def touched_up(now: str, before: str) -> int:
    """Return how many per cent of the characters of `now` stand in sentences of `before` with words changed or none.

    A clause that such a sentence of `before` has not is new, and only a text without a new word is last year's to 100.
    0 for a text that has too few words of `before` in a row to be more than a text about the same things.
    """
    counted = [_taken_block(words, before) for _, words in blocks(now)] if before else []
    total, sentences, runs = (
        (sum(numbers) for numbers in zip(*counted, strict=True)) if counted else (0, 0, 0)
    )
    if not total or _ALL * runs < _TAKEN * total:
        return 0
    return min(_percent(sentences, total), _ALL if repeated(now, before) == _ALL else _ALL - 1)


def _percent(part: int, whole: int) -> int:
    """The share in per cent, 100 only where nothing is left."""
    return _ALL if part == whole else min(round(_ALL * part / whole), _ALL - 1)


@lru_cache(maxsize=MOST_RUNS)
def _taken_block(block: str, before: str) -> tuple[int, int, int]:
    """Characters of a run of paragraphs, those in sentences that are touched up, and those in long runs."""
    total = touched = runs = 0
    for _, paragraph in paragraphs_in(block):
        characters, in_sentences, in_runs = _taken(paragraph, before)
        total, touched, runs = total + characters, touched + in_sentences, runs + in_runs
    return total, touched, runs


@lru_cache(maxsize=4096)
def _taken(paragraph: str, before: str) -> tuple[int, int, int]:
    """The same of a paragraph."""
    total = touched = runs = 0
    for match in _SENTENCE.finditer(_plain(paragraph)):
        sentence = match[0]
        total += len(sentence)
        covered = _covered(sentence, _runs(before, _RUN), _RUN)
        if _is_touched_up(covered):
            clauses = (covered[clause.start() : clause.end()] for clause in _CLAUSE.finditer(sentence))
            touched += len(sentence) - sum(len(clause) for clause in clauses if not _is_touched_up(clause))
        runs += sum(_covered(sentence, _runs(before, _LONG_RUN), _LONG_RUN))
    return total, touched, runs


def _is_touched_up(covered: Sequence[bool]) -> bool:
    """Whether enough of the characters of a sentence, or of a clause of one, are known."""
    return _ALL * sum(covered) >= _TOUCHED_UP * len(covered)


def _covered(sentence: str, known: frozenset[str], length: int) -> list[bool]:
    """Of each character of a sentence, whether it stands in a run of this length that is known."""
    covered = [False] * len(sentence)
    for start in range(len(sentence) - length + 1):
        if sentence[start : start + length] in known:
            covered[start : start + length] = [True] * length
    return covered


@lru_cache(maxsize=16)
def _runs(text: str, length: int) -> frozenset[str]:
    """All runs of this many characters in a text."""
    plain = _plain(text)
    return frozenset(plain[start : start + length] for start in range(len(plain) - length + 1))


@lru_cache(maxsize=MOST_RUNS)
def _counted_block(block: str, before: str) -> tuple[int, int]:
    """The same as of a paragraph, of a run of them."""
    counted = [_counted(words, before) for _, words in paragraphs_in(block)]
    return sum(characters for characters, _ in counted), sum(same for _, same in counted)


@lru_cache(maxsize=4096)
def _counted(paragraph: str, before: str) -> tuple[int, int]:
    """How many characters the clauses of a paragraph have, and how many of them `before` has too."""
    known = _known(before)
    clauses = _clauses(paragraph)
    return sum(map(len, clauses)), sum(len(clause) for clause in clauses if clause in known)


@lru_cache(maxsize=16)
def _known(text: str) -> frozenset[str]:
    return frozenset(clause for _, words in paragraphs(text) for clause in _clauses(words))


def _clauses(paragraph: str) -> tuple[str, ...]:
    return tuple(match[0] for match in _CLAUSE.finditer(_plain(paragraph)))


def _plain(text: str) -> str:
    return _NUMBER.sub("0", _BLANK.sub("", text))
