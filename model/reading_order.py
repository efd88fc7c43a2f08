"""The order in which findings are told wherever they are listed: that in which the clerk goes through the report.

Page after page. On a page first what is an error, since nothing can be filed before it is mended; then all else, each
from the top to the bottom. What speaks of a page as a whole comes before what speaks of a place on it.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from model.findings import Finding
from model.form import Form
from model.levels import Level
from model.report import Report
from model.sections import COVER, PREAMBLE, sections_of

_WEIGHTS: Final = {level: weight for weight, level in enumerate(Level)}
_WHOLE_PAGE: Final = -1


def in_reading_order(report: Report, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings as they are told; those of one place and level stay as they come, in the catalogue's order."""
    pages, cells = _pages(report), _cells(report.form)
    last = len(pages)  # what belongs to no page

    def rank(finding: Finding) -> tuple[int, bool, int, int]:
        level, spot = finding.level, finding.spot
        place = _place(finding, cells) if spot is None else spot.start
        return pages.get(finding.page, last), level is not Level.ERROR, place, _WEIGHTS[level]

    return tuple(sorted(findings, key=rank))


def _place(finding: Finding, cells: Mapping[str, int]) -> int:
    """How far down its page a finding stands that speaks of no place in a text."""
    return cells.get(finding.cells[0], _WHOLE_PAGE) if finding.cells else _WHOLE_PAGE


def _pages(report: Report) -> Mapping[str, int]:
    """Page → its place in the report: the preamble stands on the cover's, tables outside all sections behind these."""
    sections = (section.id for section in sections_of(report))
    tables = (table.section for table in report.form.tables)
    names = dict.fromkeys((COVER, *sections, *tables))
    return {PREAMBLE: 0} | {name: number for number, name in enumerate(names)}


@lru_cache(maxsize=8)
def _cells(form: Form) -> Mapping[str, int]:
    """Cell → its place in the form."""
    return {key: number for number, key in enumerate(form.cells)}
