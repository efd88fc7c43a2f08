"""How much of a text is last year's: clause by clause, with numbers, years and blanks left out of account."""

import re
from functools import lru_cache
from typing import Final

from model.prose.passages import paragraphs

_BLANK: Final = re.compile(r"[\s\u00a0\u3000]+")
_NUMBER: Final = re.compile(r"[0-9０-９\ue000]+(?:[.．,，][0-9０-９]+)*")
_CLAUSE: Final = re.compile(r"[^，。；：！？,;:!?]+")


@lru_cache(maxsize=64)
def repeated(now: str, before: str) -> int:
    """Return how many per cent of the characters of `now` stand in clauses that `before` has too; 0 for an empty text.

    Reviewers print this share (文字重复率) above each section. Numbers must differ from year to year, so they do not
    count; number fields are blotted out already (`number_fields.mask`).
    """
    known = frozenset(clause for _, words in paragraphs(before) for clause in _clauses(words))
    total = same = 0
    for _, words in paragraphs(now):
        for clause in _clauses(words):
            total += len(clause)
            same += len(clause) if clause in known else 0
    return round(100 * same / total) if total else 0


@lru_cache(maxsize=4096)
def _clauses(paragraph: str) -> tuple[str, ...]:
    plain = _NUMBER.sub("0", _BLANK.sub("", paragraph))
    return tuple(match[0] for match in _CLAUSE.finditer(plain))
