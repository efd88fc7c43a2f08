"""A sentence as words of the vocabulary, numbers, marks, and what is none of these."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final

from model.prose.words.claim_words import Vocabulary, vocabulary
from model.prose.words.numerals import Quantity, quantities
from model.prose.words.senses import in_context
from model.prose.words.tokens import Token, Words

_SHAPED: Final = {
    "received": "action", "handled": "action", "pending": "action",
    "corrected": "result", "pending_result": "result", "direct": "result",
    "after_review": "result", "concluded": "result", "channel": "part", "within": "part", "other_not_corrected": "outcome",
    "against": "action", "everybody": "applicant", "signed": "who", "area": "who",
    "office": "who", "others": "who", "rooms": "who", "among": "relation", "up": "compare",
}  # fmt: skip
"""What else is told by its shape."""
_ITEM: Final = re.compile(
    r"（?[一二三四五六七八九十\d]{1,2}）|[一二三四五六七八九十]{1,2}(?:、|是)|\d{1,2}(?:、|\.(?!\d))"
)
"""How an item of a list begins: 3.办理情况, 二是."""
_YEARS: Final = re.compile(r"20\d\d(?=年)")


@lru_cache(maxsize=256)
def tokens_of(sentence: str, year: int, *, listed: bool = False) -> Words:
    """Return a sentence's words in order. `year` is the report's: what 上年 and 下年 are counted from.

    `listed`: results are told up to the full stop. A sentence is remembered for whoever reads it again: as of another
    subject, or guessing.
    """
    return in_context(_alone(sentence, year), vocabulary(), listed=listed)


@lru_cache(maxsize=256)
def _alone(sentence: str, year: int) -> Words:
    """A sentence's words, each by itself."""
    known = vocabulary()
    found: list[Token] = []
    opening = _ITEM.match(sentence)
    place = opening.end() if opening else 0
    for quantity in quantities(sentence):
        if quantity.start >= place:
            found += _words(sentence, place, quantity.start, known, year)
            words = sentence[quantity.start : quantity.end]
            found.append(Token("number", quantity.unit, quantity.start, quantity.end, words, told=quantity))
            place = quantity.end
    found += _words(sentence, place, len(sentence), known, year)
    return Words(found)


def _words(text: str, start: int, end: int, vocabulary: Vocabulary, year: int) -> Iterator[Token]:
    for match in vocabulary.pattern.finditer(text, start, end):
        yield from _plain(text, start, match.start(), vocabulary)
        yield _special(match, vocabulary, year)
        start = match.end()
    yield from _plain(text, start, end, vocabulary)


def _plain(text: str, start: int, end: int, vocabulary: Vocabulary) -> Iterator[Token]:
    unknown = start
    for place, stop, word in vocabulary.words_in(text, start, end):
        if unknown < place:
            yield Token("unknown", "", unknown, place, text[unknown:place])
        yield Token(word.kind, word.name, place, stop, text[place:stop])
        unknown = stop
    if unknown < end:
        yield Token("unknown", "", unknown, end, text[unknown:end])


def _special(match: re.Match[str], vocabulary: Vocabulary, year: int) -> Token:
    kind, start, end, words = match.lastgroup or "", match.start(), match.end(), match[0]
    if match["carry"] is not None:
        onward = _year(match["onward"], vocabulary, year) or 0
        return Token("carry", _carried(match, vocabulary, year), start, end, words, onward)
    if match["year"] is not None:
        return Token("time", "year", start, end, words, int(words[:4]))
    if kind in ("application", "review", "suit", "information"):
        return Token("thing", kind, start, end, words)
    if kind in _SHAPED:
        return Token(_SHAPED[kind], kind, start, end, words)
    if kind in ("whole_year", "period"):
        years = _YEARS.findall(words)
        named = int(years[0]) if years else year
        return Token("time", "this" if kind == "whole_year" and named == year else "other", start, end, words)
    if kind in ("zero", "bare"):
        number = Decimal(words) if kind == "bare" else Decimal(0)
        return Token("number", "件", start, end, words, told=Quantity(start, end, number, number, ""))
    if kind == "mark":
        return Token("mark", words, start, end, words)
    if kind in ("wide", "by_any", "manner", "judged"):
        return Token("filler", kind, start, end, words)
    return Token(kind, kind, start, end, words)


def _carried(match: re.Match[str], vocabulary: Vocabulary, year: int) -> str:
    """Which way the cases went: into this year, out of it, or of other years."""
    if match["open"] is not None:
        return "open"
    onward = _year(match["onward"] or match["later"] or match["until"] or match["goes_on"], vocabulary, year)
    if onward is not None:
        return {year + 1: "carried_out", year: "carried_in", year - 1: "carried_in"}.get(onward, "elsewhere")
    done = _year(match["done"], vocabulary, year)
    if done is not None:
        return "carried_out" if done == year + 1 else "elsewhere"
    source, target = _year(match["source"], vocabulary, year), _year(match["target"], vocabulary, year)
    if source == year - 1 and target in (None, year):
        return "carried_in"
    if source == year and target in (None, year + 1):
        return "carried_out"
    return "elsewhere"


def _year(words: str | None, vocabulary: Vocabulary, year: int) -> int | None:
    if words is None:
        return None
    return int(words[:4]) if words[:2] == "20" else year + vocabulary.times[words]
