"""Reports on pages of every layout, damaged as published pages are: labels lost, cells blank, columns in another order.

Whatever a page shows, each number must come to its cell, or its cell must say that it is doubtful: `silent` lists the
cells that came out wrong, or as if the page lacked them, without such a mark.
"""

import random
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Final

from hypothesis import strategies as st

from intake.readers.html import read_html
from intake.readers.pdf.pdf_text import read_pdf
from intake.readers.text import read_text
from intake.recognise import Recognition, recognise
from model.compose import compose
from model.document import Document, Table
from model.import_state import ImportState
from model.report import Report, Slot, SlotKind
from tests.intake import layouts, published
from tests.intake.damages import lacking, noted, reordered, with_columns, with_gaps
from tests.intake.figures import balanced, misread, report
from tests.intake.printed import printed
from tests.intake.showing import FILES, GRIDS, MARKUPS, PRINTS, SPANNED, TEXTS, without_labels

NOTES: Final = (
    "{}¹", "{}①", "{}[1]", "{}（注）", "{}*", "{}。", "约{}", "{}余", "{} {}", "{}\n{}", "{}户", "({})", "见附表", "√",
)  # fmt: skip
"""How a number is written so that it is not plainly that number any more."""
MARKS: Final = ("/", "—", "-", "无", "\\", "－", "——")
"""What stands in blank cells."""
FEET: Final = ("— {} —", "- {} -", "第 {} 页 共 40 页", "{} / 40", "{}")
"""What stands at a page's foot."""
_GAPPED: Final = {
    "a row a line": " | ",
    "a grid in text": " | ",
    "a grid in text, spans repeated": " | ",
    "tabs": "\t",
}
"""Layouts of text that show a row's cells → what parts them."""
_ROWS: Final = (*_GAPPED, "gaps", "blanks")
"""Layouts of text with a row a line."""
_PAGED: Final = ("tabs", "gaps", "blanks", "lines")
"""Layouts of text that is copied from pages with feet."""
_SINGLE: Final = ("blanks", "labels around")
"""Layouts of text in which one blank parts a row's cells."""
_CELLS: Final = ("a cell a line", "a cell a line, opened", "bars together")
"""Layouts of text that show a cell of two lines as one."""


@dataclass(frozen=True)
class Page:
    """A page to be made: what it shows, and how. `lost`: rows of table 三 without their label; `orders`: seeds.

    `foot`, `nothing` and `thousands` are what stands at a page's foot, in blank cells and between thousands.
    """

    form: str
    seed: int
    layout: str
    blanks: float = 0.0
    blank_rows: int = 0
    lost: frozenset[int] = frozenset()
    order: int | None = None
    foreign_heads: bool = False
    note: str = ""
    doubled: bool = False  # printed bold by striking each character twice
    gaps: bool = False  # where a row is a row, unless no cell spans: a cell of some is not there, and the others move up
    column: str = (
        ""  # of table 三: "gone", with its head; "share", "unit", "serial", "remark": one of the office's own
    )
    shared: bool = False  # a number of some rows stands in one cell with that below it
    thousands: str = ""
    nothing: str = ""
    foot: str = ""
    label: str = ""  # long ones on two lines: "above" their numbers, or going on "below" them
    remarks: bool = False  # lines with numbers stand around the tables
    last_year: str = ""  # table 三 of the year before stands "first", or "behind" this year's
    halves: bool = False  # the second half of table 三 stands beside the first
    torn: bool = False  # printed rows go on on the next page


def pages() -> st.SearchStrategy[Page]:
    """Any page."""
    return st.builds(
        Page,
        form=st.sampled_from(("2021", "2021", "2019")),
        seed=st.integers(0, 100_000),
        layout=st.sampled_from((*TEXTS, *GRIDS)),
        blanks=st.sampled_from((0.0, 0.0, 0.15, 0.4)),
        blank_rows=st.sampled_from((0, 0, 1, 4)),
        lost=st.one_of(st.just(frozenset[int]()), st.frozensets(st.integers(3, 27), min_size=1, max_size=14)),
        order=st.one_of(st.none(), st.none(), st.integers(0, 1000)),
        foreign_heads=st.booleans(),
        note=st.sampled_from(("", "", *NOTES)),
        doubled=st.booleans(),
        gaps=st.sampled_from((False, False, True)),
        column=st.sampled_from(("", "", "", "", "gone", "share", "unit", "serial", "remark")),
        shared=st.sampled_from((False, False, False, True)),
        thousands=st.sampled_from(("", "", "", ",", "，", " ")),
        nothing=st.sampled_from(("", "", "", "", *MARKS)),
        foot=st.sampled_from(("", "", "", *FEET)),
        label=st.sampled_from(("", "", "", "above", "below")),
        remarks=st.sampled_from((False, False, True)),
        last_year=st.sampled_from(("", "", "", "", "", "", "first", "behind")),
        halves=st.sampled_from((False, False, False, False, False, False, True)),
        torn=st.booleans(),
    )


def wanted(page: Page) -> Report:
    """The report that the page shows: its sums hold, unless half of it is blank."""
    whole = page.form == "2021" and not page.blanks
    made = balanced(page.seed) if whole else report(page.form, page.seed, blanks=page.blanks)
    chance = random.Random(page.seed)
    rows = [row.id for row in made.form.table("applications").rows if row.id != "handled_total"]
    for row in chance.sample(rows, page.blank_rows):
        columns = made.form.table("applications").bands[0].columns
        keys = [f"applications.{row}.{column.id}" for column in columns]
        made.set((Slot(SlotKind.CELL, key), None) for key in keys if not made.form.cells[key].computed)
    return made


def read(page: Page) -> Recognition:
    """What is read of the page."""
    document = _published(_damaged(compose(wanted(page)), page), page)
    if page.layout in PRINTS:
        look = replace(PRINTS[page.layout], doubled=page.doubled, foot=page.foot, torn=page.torn)
        return recognise(read_pdf(printed(document, look), "report.pdf"))
    if page.layout in FILES:
        return recognise(FILES[page.layout](document))
    if page.layout in MARKUPS:
        markup = replace(MARKUPS[page.layout], foot=page.foot)
        return recognise(read_html(layouts.html(document, markup)))
    return recognise(read_text(layouts.page(document, lambda table: _lines(table, page))))


def _damaged(document: Document, page: Page) -> Document:
    if page.order is not None:
        document = reordered(document, random.Random(page.order), foreign=page.foreign_heads)
    broken = "\n" in page.note or (page.layout in _SINGLE and " " in page.note)
    if page.note and (not broken or page.layout in (*GRIDS, *_CELLS)):
        document = noted(document, page.note, page.seed)
    if page.layout in SPANNED and page.order is None:
        # A cell over the rows in which a half ends and the other begins would show its number beside one of them.
        shared = page.shared and not page.gaps and not page.halves
        document = with_columns(document, page.column, page.seed, shared=shared)
    if page.gaps and page.layout in MARKUPS and MARKUPS[page.layout].merged:
        document = with_gaps(document, random.Random(page.seed))
    if page.layout in GRIDS:
        document = published.each(document, lambda table: without_labels(table, page.lost), "applications")
    return document


def _published(document: Document, page: Page) -> Document:
    chance = random.Random(f"published {page.seed}")
    if page.thousands and not (page.thousands == " " and page.layout == "blanks"):
        document = published.with_thousands(document, page.thousands)
    if page.nothing:
        document = published.with_marks(document, page.nothing, chance)
    if page.column in ("unit", "serial", "remark") and page.order is None and page.layout in (*GRIDS, *_ROWS):
        document = published.each(
            document, lambda table: published.with_column(table, page.column, chance), "applications"
        )
    if page.label == "above":
        document = published.each(document, published.with_broken_labels)
    if page.halves and page.layout in GRIDS and "no rules" not in page.layout:
        document = published.each(document, published.in_halves, "applications")
    if page.last_year:
        older = compose(wanted(replace(page, seed=page.seed + 1)))
        document = published.with_last_years(document, older, first=page.last_year == "first")
    return published.with_remarks(document, chance) if page.remarks else document


def _lines(table: Table, page: Page) -> Iterable[str]:
    """The lines of a table in a layout of text."""
    made = TEXTS[page.layout](table, page.lost if table.id == "applications" else frozenset())
    # A line that breaks within its cells shows no more how many it has.
    if page.gaps and page.layout in _GAPPED and not page.label:
        made = lacking(made, _GAPPED[page.layout], random.Random(f"gaps {page.seed} {table.id}"))
    if page.label == "below" and page.layout in _ROWS:
        made = published.broken_below(made)
    return published.with_feet(made, page.foot) if page.foot and page.layout in _PAGED else made


def silent(page: Page) -> dict[str, str]:
    """The cells that came out wrong though their state does not say that they are doubtful."""
    found = read(page).report
    states = found.of_kind(SlotKind.STATE)
    doubtful = {key for key, state in states.items() if state == ImportState.DOUBTFUL}
    return {
        key: f"{told} instead of {meant}, {states.get(key)}"
        for key, (meant, told) in misread(wanted(page), found).items()
        if key not in doubtful and not _follows(found, key, doubtful)
    }


def _follows(found: Report, key: str, doubtful: Collection[str]) -> bool:
    """Whether a total that is on no page was summed from cells some of which say that they are doubtful."""
    if not found.form.cells[key].computed or found.get(SlotKind.CONTROL, key) is not None:
        return False
    parts = found.form.sums[key]
    return any(part in doubtful or _follows(found, part, doubtful) for part in parts)
