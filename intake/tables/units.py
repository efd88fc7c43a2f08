"""The unit of an amount: what the row's label says, else the heads above it or the table's caption, else the form's head."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from intake.figures import FigureKind, figure_of
from intake.page.flow import Row, is_number
from intake.plain_words import simplified
from intake.tables.rows.entries import Entry

_MONEY: Final = re.compile(r"(?:[（(:：,，/、]|单位|人民币)\s*(?:人民币|单位|金额)?\s*[:：]?\s*[百千万亿]?元")
"""A unit of money as heads and captions have it: （单位：元）, 单位:万元, （千元）; not a word that ends so, as 单元."""
_CAPTION: Final = 30
"""Characters of a line or a row that tells the unit above a table."""


def captions_of_unit(above: Sequence[Row]) -> list[Row]:
    """Return the row right above a table that tells a unit of money, blank rows left out."""
    filled = next((row for row in reversed(above) if row.filled), None)
    if filled is None or any(map(is_number, filled.pieces)):
        return []
    return [filled] if len(filled.text) <= _CAPTION and _MONEY.search(simplified(filled.text)) else []


def unit_beside(entry: Entry) -> str:
    """Return the unit in a cell of its own beside the number."""
    units = {
        figure_of(piece.text).unit
        for row in entry.rows
        for piece in row.pieces
        if piece.kind is FigureKind.UNIT
    }
    return units.pop() if len(units) == 1 else ""


def words_of_unit(entries: Sequence[Entry], index: int, head: str) -> str:
    """Return the words that name the unit of an entry's amount; `head` is the form's own."""
    label = entries[index].words
    if "元" in label:
        return label
    return next((text for text in _above(entries, index) if _MONEY.search(simplified(text))), head)


def _above(entries: Sequence[Entry], index: int) -> Iterator[str]:
    """What stands above an entry, from the nearest words on: rows without numbers, and in lines what begins a row's label."""
    for entry in reversed(entries[:index]):
        in_lines = bool(entry.rows) and entry.rows[-1].table < 0
        if in_lines:
            yield from reversed(entry.label[:-1] if entry.told else entry.label)
        if not entry.told:
            for row in reversed(entry.rows):
                yield from (row.text,) if in_lines else (piece.text for piece in row.filled)
