"""The cells of a line that is drawn in columns: how far each sign reaches, and what of a cell's lines are words."""

import re
from collections.abc import Iterator, Sequence
from typing import Final
from unicodedata import east_asian_width

_ESCAPE: Final = re.compile(r"\\(?=[\s!-/:-@\[-`{-~]|$)")
_STYLED: Final = re.compile(r"\[([^\[\]]*)\]\{[^{}=]*=[^{}]*\}")
"""Words with a style in Markdown."""
AMBIGUOUS: Final = (1, 2)
"""Columns of a sign that is narrow in Western type and wide in Chinese, as “ is: each program counts it its own way."""


def columns(line: str, wide: int) -> Iterator[tuple[int, str]]:
    """Yield each sign of a line with its column; `wide` is how many a sign has that may be narrow or wide."""
    at = 0
    for sign in line:
        yield at, " " if sign.isspace() else sign
        width = east_asian_width(sign)
        at += 2 if width in "WF" else wide if width == "A" else 1


def joined(words: Sequence[str]) -> str:
    """Return the lines of a cell as its words: a number stays on its line, so that two are never one."""
    return "\n".join(_STYLED.sub(r"\1", _ESCAPE.sub("", line)).strip() for line in words if line.strip("\\ "))
