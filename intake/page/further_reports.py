"""Finds out whether a source holds more than one whole report, of the same year or of another."""

from collections.abc import Sequence
from itertools import islice
from typing import Final

from intake.page.flow import Row
from intake.page.headings import begins_a_level, headings_of
from intake.page.titles import titles_in
from model.form import Form

_MOST_TITLES: Final = 8
"""Titles looked at; a page with more of them has a list of links."""
_FEWEST_AGAIN: Final = 2
"""Sections that stand before a title and behind it, by which another report begins there."""


def further_report(form: Form, rows: Sequence[Row]) -> str:
    """Return the title of the report that begins behind another whole one, "" where there is none.

    The title on top of each printed page, and one behind a table of contents, begin no other report.
    """
    end = rows[-1].number + 1 if rows else 0
    # One that begins as a heading does is the last heading of the report above, run together with the title below.
    titles = (title for title in titles_in(rows, end) if title.rows and not begins_a_level(title.text))
    for title in islice(titles, _MOST_TITLES):
        before = [row for row in rows if row.number < min(title.rows)]
        above = headings_of(form, before)
        if len(above) < _FEWEST_AGAIN or not _tells(before, above[0].row):
            continue
        behind = headings_of(form, [row for row in rows if row.number > max(title.rows)])
        named = {heading.text if form.free_sections else heading.section for heading in above}
        again = {heading.text if form.free_sections else heading.section for heading in behind}
        if len(named & again) >= _FEWEST_AGAIN:
            return title.text
    return ""


def _tells(rows: Sequence[Row], first: int) -> bool:
    """Whether there is more than headings from a row on: sentences, or rows of a table."""
    return any(row.number >= first and ("。" in row.text or not row.is_line) for row in rows)
