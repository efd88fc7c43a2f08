"""The layouts in which damaged pages are shown: texts, web pages, files and print, each by its name."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import groupby
from typing import Final

from intake.readers.excel import read_excel
from intake.readers.word import read_word
from model.document import CellRole, Document, Table
from tests.intake import layouts
from tests.intake.layouts import Markup, rows_of
from tests.intake.office_files import WordFile, excel, word
from tests.intake.printed import Print


def bars_alone(table: Table, lost: frozenset[int]) -> Iterator[str]:
    """One cell a line, the bar behind it on a line of its own."""
    for line in layouts.cell_a_line(table, lost=lost):
        text = line.rstrip("|").rstrip()
        if text:
            yield text
        yield from "|" * (len(line) - len(text.rstrip("|"))) if not text else "|"


def fillers_behind(table: Table, lost: frozenset[int]) -> Iterator[str]:
    """One cell a line; the bars that fill a row up stand on the line of its last cell."""
    pending = ""
    for line in layouts.cell_a_line(table, lost=lost):
        if set(line) == {"|"} and len(line) > 1 and pending:
            pending = f"{pending} {line}"
            continue
        if pending:
            yield pending
        pending = line
    yield pending


def bars_together(table: Table, lost: frozenset[int]) -> Iterator[str]:
    """One cell a line; blank cells under one another share a line."""
    lines = layouts.cell_a_line(table, lost=lost)
    for bare, group in groupby(lines, key=lambda line: line == "|"):
        run = list(group)
        yield from ["|" * len(run)] if bare else run


def labels_above(table: Table, lost: frozenset[int]) -> Iterator[str]:
    """A row's label on a line of its own, its numbers on the next."""
    for number, cells in enumerate(rows_of(table)):
        labels = [c.text for c in cells if c.role is not CellRole.VALUE and c.text]
        values = [c.text for c in cells if c.role is CellRole.VALUE]
        if labels and not (number in lost and values):
            yield " ".join(labels)
        if values:
            yield "| " + " | ".join(values) + " |"


def rows_without_labels(table: Table, lost: frozenset[int], **shape: str | bool) -> Iterator[str]:
    """One row a line; a lost label leaves a blank cell."""
    yield from layouts.row_a_line(without_labels(table, lost), **shape)  # type: ignore[arg-type]


def without_labels(table: Table, lost: frozenset[int]) -> Table:
    """The table with blank labels in some of its rows."""
    cells = (
        replace(cell, text="") if cell.row in lost and cell.role is CellRole.LABEL else cell
        for cell in table.cells
    )
    return replace(table, cells=tuple(cells))


Lines = Callable[[Table, frozenset[int]], Iterable[str]]
TEXTS: Final[dict[str, Lines]] = {
    "a cell a line": lambda table, lost: layouts.cell_a_line(table, lost=lost),
    "a cell a line, opened": lambda table, lost: layouts.cell_a_line(table, opened=True, lost=lost),
    "bars alone": bars_alone,
    "fillers behind": fillers_behind,
    "bars together": bars_together,
    "labels above": labels_above,
    "a row a line": rows_without_labels,
    "tabs": partial(rows_without_labels, between="\t", end="", padded=False),
    "gaps": partial(rows_without_labels, between="   ", end="", padded=False),
    "blanks": partial(rows_without_labels, between=" ", end="", padded=False),
    "a grid in text": lambda table, lost: layouts.on_grid(without_labels(table, lost)),
    "a grid in text, spans repeated": lambda table, lost: layouts.on_grid(
        without_labels(table, lost), repeat=True
    ),
    "lines": lambda table, lost: layouts.blank_lines(without_labels(table, lost)),
    "columns of blanks": lambda table, lost: layouts.on_columns(without_labels(table, lost)),
    "columns of blanks, narrow": lambda table, lost: layouts.on_columns(without_labels(table, lost), wide=1),
    "labels around": lambda table, lost: layouts.labels_around(without_labels(table, lost)),
}
MARKUPS: Final = {
    "web": Markup(),
    "web, spans gone": Markup(merged=False),
    "web, spans repeated": Markup(merged=False, repeated=True),
    "web, torn": Markup(split=12),
    "web, torn, heads again": Markup(split=15, again=True),
    "web, soup": Markup(soup=True, wrapped="{}"),
}
PRINTS: Final = {
    "pdf": Print(value=5),
    "pdf, bars for rules": Print("bars", middle=False, label=6, value=4),
    "pdf, boxes for rules, heads again": Print("boxes", value=4, again=True, browser=True),
    "pdf, no rules": Print("none", label=9, value=4),
    "pdf, no rules, narrow": Print("none", label=6, value=2),
    "pdf, aslant": Print(value=5, turned=1.7),
    "pdf, on its side": Print("boxes", value=4, turned=90),
    "pdf, recognised on a scan": Print(value=5, turned=-1.3, one_by_one=True),
    "pdf, recognised, no rules": Print("none", label=9, value=4, turned=2.1, one_by_one=True),
    "pdf, no rules, words at the top": Print("none", middle=False, value=3, size=8),
}
FILES: Final[dict[str, Callable[[Document], Document]]] = {
    "docx": lambda document: read_word(word(document), "report.docx"),
    "docx, boxed": lambda document: read_word(
        word(document, WordFile(floating=True, boxed=True, controls=True)), "report.docx"
    ),
    "docx, torn": lambda document: read_word(word(document, WordFile(runs=True, torn=14)), "report.docx"),
    "xlsx": lambda document: read_excel(excel(document), "report.xlsx"),
    "xlsx, words on sheets": lambda document: read_excel(
        excel(document, numbers=False, sheets=True), "report.xlsx"
    ),
}
SPANNED: Final = ("web", "web, soup", "docx", "xlsx")
"""Layouts that show cells over several rows or columns as such, on one table."""
GRIDS: Final = (*MARKUPS, *FILES, *PRINTS)
"""Layouts of real tables."""
