"""What narratives tell by its shape: one pattern from the fragments and shapes of `resources/words/claims.toml`."""

import re
from collections.abc import Mapping
from typing import Any, Final

_REFERENCE: Final = re.compile(r"<([a-z_]+(?:\.[a-z_]+)?)>")
_ROW: Final = 5
"""So many shapes are passed by at once where none of them may begin."""
_ANY: Final = ""
"""What a shape has for its first characters that may begin with any."""


def shapes(data: Mapping[str, Any]) -> re.Pattern[str]:
    """Return a pattern with a group for each shape, the first in the file asked first.

    A place is looked at only where one of the characters stands that shapes may begin with, and only for those that may
    begin with it. `data` is the whole file. KeyError: a shape names what the file has not; re.error: it is no pattern.
    """
    entries: Mapping[str, Mapping[str, str]] = data["shape"]
    openings = {
        name: _REFERENCE.sub(lambda match: _firsts(_words(data, match[1])), entry["opens"])
        for name, entry in entries.items()
    }
    named = {name: f"(?P<{name}>{filled(entry['says'], data)})" for name, entry in entries.items()}
    anywhere = [named.pop(name) for name, opens in openings.items() if opens == _ANY]
    opened = [(openings[name], _before_one_of(openings[name]) + pattern) for name, pattern in named.items()]
    rows = [opened[first : first + _ROW] for first in range(0, len(opened), _ROW)]
    asked = "|".join(
        f"{_before_one_of(''.join(opens for opens, _ in row))}(?:{'|'.join(shape for _, shape in row)})"
        for row in rows
    )
    return re.compile("|".join([f"{_before_one_of(''.join(openings.values()))}(?:{asked})", *anywhere]))


def _before_one_of(characters: str) -> str:
    """A pattern for the places before one of the characters."""
    return f"(?=[{re.escape(''.join(sorted(set(characters))))}])"


def one_of(*lists: str) -> str:
    """Return a pattern for any of the words, the longest first."""
    words = sorted((word for words in lists for word in words.split()), key=len, reverse=True)
    return "|".join(map(re.escape, words))


def filled(pattern: str, data: Mapping[str, Any]) -> str:
    """Return a pattern with fragments and words in the place of their names; groups of its own stay."""

    def said(match: re.Match[str]) -> str:
        name = match[1]
        if "." in name:
            return one_of(_words(data, name))
        return filled(data["fragment"][name], data)

    return re.sub(rf"(?<!\?P){_REFERENCE.pattern}", said, pattern)


def _words(data: Mapping[str, Any], name: str) -> str:
    part, _, words = name.partition(".")
    return str(data[part][words])


def _firsts(words: str) -> str:
    """The characters that the words begin with."""
    return "".join(word[0] for word in words.split())
