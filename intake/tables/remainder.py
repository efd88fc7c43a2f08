"""What of a table's rows has come to no cell: nothing that is read vanishes, it is told and leaves blank cells doubtful.

A number may stand among the words of a label, before it, or beside more cells than the form has. What is no number of the
table passes: numerals before labels and heads, serial numbers down a column, digits within words.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Final

from intake.figures import NUMBERS, UNIT, FigureKind, figure_of
from intake.page.flow import Piece, Row

_DIGITS: Final = re.compile(r"\d+")
_TOLD: Final = re.compile(r"\d+|[√✓✔☑]")
"""Numbers, and signs that stand for one."""
_NUMERAL: Final = re.compile(r"\W*\d{1,2}\W*")
"""Before the words of a label: 1. （2）"""
_BEHIND: Final = re.compile(
    rf"(?:(?<=[\u4e00-\u9fff：:）)])(?<!第)\d[\d,.]*(?:{UNIT})?|(?<=[（(])\d[\d,.]*(?:{UNIT})[）)])$"
)
"""A number that runs on right behind words, or alone in a bracket with its unit: 数量32件, （32件）.

第32条 is none, nor is what a bracket says of the way of counting: （相同信息计1条）.
"""
_IN_BRACKETS: Final = re.compile(r"[（(]\d+[)）]")
"""Before the words of a label a numeral; behind them a number in a cell's place."""
_MOST_TOLD: Final = 60
"""Characters of a row that are told."""


def remainders(rows: Sequence[Row], told: Mapping[Row, Iterable[str]]) -> Iterator[tuple[Row, str]]:
    """Yield the rows with numbers that came to no cell, and these.

    `told`: row → the texts that came into cells, or were told to be doubtful, of all that shares it.
    """
    serial = _serials(rows)
    for row in rows:
        found = Counter(digits for piece in row.pieces for digits in _digits_in(piece))
        found += Counter(digits for text in _bracketed(row) for digits in _DIGITS.findall(text))
        if row in serial:
            found[serial[row]] -= 1
        found -= Counter(digits for text in told.get(row, ()) for digits in _TOLD.findall(text))
        left = [digits for digits, times in found.items() for _ in range(times)]
        if left:
            yield row, " ".join(left)


def in_words(row: Row, numbers: str) -> str:
    """Return what the clerk is told of numbers of a row that came to no cell."""
    return f"{row.text[:_MOST_TOLD]}：其中“{numbers}”没有归入任何一格"


def _digits_in(piece: Piece) -> Iterator[str]:
    """The digits of a piece that stand for a number: all of one that is no words, else those apart from the words."""
    if piece.kind in NUMBERS or _TOLD.fullmatch(piece.text.strip()):
        yield from _TOLD.findall(piece.text)
    elif piece.kind is FigureKind.WORDS:
        parts = piece.text.split()
        if len(parts) > 1 and _NUMERAL.fullmatch(parts[0]):
            parts = parts[1:]
        for place, part in enumerate(parts):
            last = 0 < place == len(parts) - 1
            if len(parts) > 1 and (
                figure_of(part).kind in NUMBERS or (last and _IN_BRACKETS.fullmatch(part))
            ):
                yield from _DIGITS.findall(part)
            elif behind := _BEHIND.search(part):
                yield from _DIGITS.findall(behind[0])


def _bracketed(row: Row) -> Iterator[str]:
    """The numbers in brackets, each in a cell of its own, behind the last other words of a row: before them it is a numeral."""
    words = [piece.text.strip() for piece in row.pieces if piece.kind is FigureKind.WORDS]
    behind = list(takewhile(_IN_BRACKETS.fullmatch, reversed(words)))
    return iter(behind if len(behind) < len(words) else ())


def _serials(rows: Sequence[Row]) -> dict[Row, str]:
    """Row → the serial number that stands before its words: other rows have the next ones."""
    first: dict[Row, str] = {}
    for row in rows:
        words = any(piece.kind is FigureKind.WORDS for piece in row.filled[1:])
        if words and row.filled[0].text.strip().isdecimal():
            first[row] = row.filled[0].text.strip()
    counts = {int(number) for number in first.values()}
    return {row: number for row, number in first.items() if {int(number) - 1, int(number) + 1} & counts}
