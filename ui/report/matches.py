"""The places of the report where some words or a number stand: in its texts, and in its tables."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from model.findings import Spot
from model.form import FormTable
from model.layout import PrintedCell, layout_of
from model.number_fields import field_text, fields_in
from model.preamble import preamble_of
from model.report import Report
from model.sections import PREAMBLE, sections_of
from model.values import number_in, to_text


@dataclass(frozen=True, slots=True)
class Match:
    """A place in a text: section, start and end in the text as kept.

    `follows_table`: it is of a number field, in part at least, which is told whole; what follows the tables is not replaced.
    """

    section: str
    start: int
    end: int
    follows_table: bool = False

    @property
    def spot(self) -> Spot:
        """The place, as findings tell it."""
        return Spot(self.section, self.start, self.end)


@dataclass(frozen=True, slots=True)
class CellMatch:
    """A place in a table: the cell with the number, or the first cell beside or under the words of a row or head."""

    key: str


class _Stretch(NamedTuple):
    """Words of a text, or one number field: place and length as kept, and what is shown."""

    start: int
    size: int
    shown: str
    is_field: bool = False


def matches_of(report: Report, words: str) -> tuple[Match | CellMatch, ...]:
    """Return all places of some words in the report, in its order, the text of a section before its tables.

    Texts are searched as they are shown: a number field is the number that it says, and its name is no word of the text. A
    number is looked for among the numbers of a table, anything else among the names of its rows and columns.
    """
    if not words.strip():
        return ()
    found: list[Match | CellMatch] = []
    for section, kept in texts_of(report).items():
        found += _in_text(report, section, kept, words)
        for table in report.form.tables_of(section):
            found += _in_table(report, table, words)
    return tuple(found)


def texts_of(report: Report) -> dict[str, str]:
    """Return section id (and "preamble") → text as kept, in the order of the report."""
    texts = {PREAMBLE: preamble_of(report)}
    return texts | {section.id: report.text(section.id) for section in sections_of(report)}


def _in_text(report: Report, section: str, kept: str, words: str) -> Iterator[Match]:
    stretches = tuple(_stretches(report, kept))
    begins = [0, *accumulate(len(stretch.shown) for stretch in stretches)]
    for match in re.finditer(re.escape(words), "".join(stretch.shown for stretch in stretches)):
        first, last = bisect_right(begins, match.start()) - 1, bisect_left(begins, match.end()) - 1
        begin, end = stretches[first], stretches[last]
        start = begin.start if begin.is_field else begin.start + match.start() - begins[first]
        stop = end.start + (end.size if end.is_field else match.end() - begins[last])
        touched = any(stretch.is_field for stretch in stretches[first : last + 1])
        yield Match(section, start, stop, touched)


def _stretches(report: Report, kept: str) -> Iterator[_Stretch]:
    """A text in stretches of words and number fields, none of them empty."""
    at = 0
    for field in fields_in(report, kept):
        if at < field.start():
            yield _Stretch(at, field.start() - at, kept[at : field.start()])
        yield _Stretch(field.start(), len(field[0]), field_text(report, field[1]), is_field=True)
        at = field.end()
    if at < len(kept):
        yield _Stretch(at, len(kept) - at, kept[at:])


def _in_table(report: Report, table: FormTable, words: str) -> Iterator[CellMatch]:
    places = layout_of(table).places
    number = number_in(words)
    if number is not None:
        for place in places:
            if place.key is not None and number in to_text(report.value(place.key)):
                yield CellMatch(place.key)
        return
    wanted = "".join(words.split())
    for place in places:
        if place.key is None and wanted in "".join(place.text.split()):
            yield from _first_number(places, place)


def _first_number(places: tuple[PrintedCell, ...], words: PrintedCell) -> Iterator[CellMatch]:
    """The first number to the right of a row's name, or under a head."""
    after = (p for p in places if p.key is not None and p.row >= words.row and p.column >= words.column)
    nearest = min(after, key=lambda p: (p.row - words.row, p.column - words.column), default=None)
    if nearest is not None and nearest.key is not None:
        yield CellMatch(nearest.key)
