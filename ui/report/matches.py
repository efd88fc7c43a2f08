"""The places of the report where some words or a number stand: in its texts, and in its tables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from model.findings import Spot
from model.form import FormTable
from model.layout import PrintedCell, layout_of
from model.number_fields import mask
from model.preamble import preamble_of
from model.report import Report
from model.sections import PREAMBLE, sections_of
from model.values import number_in, to_text


@dataclass(frozen=True, slots=True)
class Match:
    """A place in a text: section, start and end in the text as kept."""

    section: str
    start: int
    end: int

    @property
    def spot(self) -> Spot:
        """The place, as findings tell it."""
        return Spot(self.section, self.start, self.end)


@dataclass(frozen=True, slots=True)
class CellMatch:
    """A place in a table: the cell with the number, or the first cell beside or under the words of a row or head."""

    key: str


def matches_of(report: Report, words: str) -> tuple[Match | CellMatch, ...]:
    """Return all places of some words in the report, in its order, the text of a section before its tables.

    Names of number fields are no words of the text: to replace part of one would break the field. A number is looked
    for among the numbers of a table, anything else among the names of its rows and columns.
    """
    if not words.strip():
        return ()
    found: list[Match | CellMatch] = []
    for section, kept in texts_of(report).items():
        found += _in_text(section, mask(report, kept), words)
        for table in report.form.tables_of(section):
            found += _in_table(report, table, words)
    return tuple(found)


def texts_of(report: Report) -> dict[str, str]:
    """Return section id (and "preamble") → text as kept, in the order of the report."""
    texts = {PREAMBLE: preamble_of(report)}
    return texts | {section.id: report.text(section.id) for section in sections_of(report)}


def _in_text(section: str, text: str, words: str) -> Iterator[Match]:
    for match in re.finditer(re.escape(words), text):
        yield Match(section, match.start(), match.end())


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
