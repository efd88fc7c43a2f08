"""How much of a text is last year's: clause by clause, with numbers, years and blanks left out of account."""

import re
from functools import lru_cache
from typing import Final

from model.prose.passages import blocks, paragraphs

_BLANK: Final = re.compile(r"[\s\u00a0\u3000]+")
_NUMBER: Final = re.compile(r"[0-9０-９\ue000]+(?:[.．,，][0-9０-９]+)*")
_CLAUSE: Final = re.compile(r"[^，。；：！？,;:!?]+")


@lru_cache(maxsize=64)
def repeated(now: str, before: str) -> int:
    """Return how many per cent of the characters of `now` stand in clauses that `before` has too; 0 for an empty text.

    Reviewers print this share (文字重复率) above each section. Numbers must differ from year to year, so they do not
    count; number fields are blotted out already (`number_fields.mask`).
    """
    counted = [_counted_block(words, before) for _, words in blocks(now)]
    total = sum(characters for characters, _ in counted)
    return round(100 * sum(same for _, same in counted) / total) if total else 0


@lru_cache(maxsize=1024)
def _counted_block(block: str, before: str) -> tuple[int, int]:
    """The same as of a paragraph, of a run of them."""
    counted = [_counted(words, before) for _, words in paragraphs(block)]
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
    plain = _NUMBER.sub("0", _BLANK.sub("", paragraph))
    return tuple(match[0] for match in _CLAUSE.finditer(plain))
