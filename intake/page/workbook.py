"""The program's own workbook, saved as a page or a PDF: what it says of itself is no word of the report.

As a workbook it is read back by its hidden sheet; what other programs make of it has the sheets in sight alone, one below
the other.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from intake.page.flow import Row, pieces_of
from intake.plain_words import without_spaces
from model.workbook_words import CHECK, FINDINGS, TABLE_NOTE, TEXTS_NOTE

_NOTE: Final = re.compile(
    "|".join(r"\s*".join(map(re.escape, without_spaces(note))) for note in (TEXTS_NOTE, TABLE_NOTE))
)
_SHEET: Final = re.compile(r"(?:Sheet|工作表)\d+[:：].*")
"""What an office suite puts above each sheet of a page that it makes of a workbook."""


def without_furniture(rows: Sequence[Row]) -> list[Row]:
    """Return the rows of a report, numbered anew where the page is our workbook and some are its own."""
    if not any(_NOTE.search(row.text) for row in rows):
        return list(rows)
    return [replace(row, number=number) for number, row in enumerate(_of_report(rows))]


def _of_report(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows without notes, names of sheets, compared sums, headings told again above their tables, and findings."""
    told: set[str] = set()
    for row, below in zip(rows, [*rows[1:], None], strict=True):
        words = without_spaces(row.text)
        if words.startswith(FINDINGS):
            return
        again = words in told and below is not None and _NOTE.match(below.text)
        told.add(words)
        if not (again or words.startswith(CHECK) or _SHEET.fullmatch(words)):
            yield from _without_note(row)


def _without_note(row: Row) -> Iterator[Row]:
    """The row, without a note that a reader of pages has put behind the title; nothing where it is the note alone."""
    words = _NOTE.sub("", row.text)
    if words == row.text:
        yield row
    elif words.strip():
        yield replace(row, text=words, line=words, pieces=pieces_of(words))
