"""What stands between a total and its list, or between two of its numbers, and is none of it: brackets, what is told of it."""

from typing import Final

from model.pattern import Pattern

_AMONG: Final = "其中"
_LONGEST_NOUN: Final = 18
_NOUN_AND_BRACKET: Final = Pattern(r"[^\d,;:。、（）]{0,16}（")
_ASIDE: Final = Pattern("（[^（）]*）")


def without_asides(words: str) -> str:
    """Return words without what stands in brackets."""
    return _ASIDE.sub("", words)


def end_of_aside(text: str, place: int) -> int:
    """Return where the text goes on behind a bracket that opens at a place; the place itself where none does."""
    return text.find("）", place) + 1 or place if text.startswith("（", place) else place


def has_bracket(text: str, end: int) -> bool:
    """Return whether a bracket opens behind a number that ends there, or behind what it counts: 51份解读产品（…）."""
    return _NOUN_AND_BRACKET.match(text[end : end + _LONGEST_NOUN]) is not None


def own_words_at(text: str, end: int, start: int) -> int:
    """Return where the words of a list begin, between its total and its first number: what is told of the total goes before.

    公开98条，主要涉及财政、教育等方面，其中网站66条.
    """
    among = text.rfind(_AMONG, end, start)
    return among if among >= 0 else end
