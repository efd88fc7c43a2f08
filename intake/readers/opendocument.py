"""The rows and columns of OpenDocument sheets as their file has them, in one pass, and what they say of themselves.

Hidden ones, those drawn together until nothing is left of them, merged areas, and formulas without a result.
"""

import io
import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from intake.readers.limits import LOWEST_ROW
from intake.readers.sheets import Area

TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_COLUMN: Final = f"{TABLE}table-column"
_ROW: Final = f"{TABLE}table-row"
_HIDES: Final = (b'visibility="collapse"', b'visibility="filter"')
_SIGNS: Final = (*_HIDES, b"number-rows-spanned", b"number-columns-spanned")
OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_EXTENDED: Final = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_FORMULA: Final = re.compile(
    rb"<[\w-]+:table-cell(?=[^>]*:formula=)(?:(?![^>]*\boffice:value-type=)|(?=[^>]*:value-type=\"error\"))"
)
"""A formula that was never computed, or that could not be."""
_STYLE: Final = re.compile(
    rb"<style:style\b[^>]*\bstyle:name=\"([^\"]*)\"[^>]*>\s*<style:table-(?:row|column)-properties\b([^>]*)>"
)
_STRUCK: Final = re.compile(
    rb"<style:style\b(?=[^>]*\bstyle:family=\"table-cell\")[^>]*\bstyle:name=\"([^\"]*)\"[^>]*(?<!/)>"
    rb"(?:(?!</style:style>).)*?\bstyle:text-line-through-style=\"(?!none\")",
    re.DOTALL,
)
"""A style of cells whose letters are struck through."""
_SIZE: Final = re.compile(rb"style:(?:row-height|column-width)=\"(\d+(?:\.\d+)?)(cm|mm|in|pt|pc|px)\"")
_POINTS: Final = {"cm": 72 / 2.54, "mm": 7.2 / 2.54, "in": 72.0, "pt": 1.0, "pc": 12.0, "px": 0.75}
_MOST_REPEATED: Final = 200_000
"""Rows that one element stands for; more is the blank rest of the sheet."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row or column element of a sheet, the `number`th of the file. It stands for `repeated` of them, from the `at`th."""

    number: int
    sheet: str
    style: str
    at: int
    repeated: int
    element: etree._Element

    @property
    def is_column(self) -> bool:
        """Whether it is a column."""
        return self.element.tag == _COLUMN

    def within(self, most: int) -> range:
        """Return the places among the first `most` that it stands for."""
        return range(self.at, min(self.at + self.repeated, most))


def lines_of(content: bytes) -> Iterator[Line]:
    """Yield the columns and rows of every sheet in their order, each to be looked at before the next is asked for.

    Those of a table within a cell are none. Raises lxml.etree.XMLSyntaxError.
    """
    events = etree.iterparse(
        io.BytesIO(content), events=("start", "end"), tag=(f"{TABLE}table", _COLUMN, _ROW),
        resolve_entities=False, no_network=True, huge_tree=True,
    )  # fmt: skip
    number, depth, sheet, style = -1, 0, "", ""
    at = {_COLUMN: 0, _ROW: 0}
    for event, element in events:
        if element.tag == f"{TABLE}table":
            depth += 1 if event == "start" else -1
            if event == "start" and depth == 1:
                number += 1
                sheet, style = str(element.get(f"{TABLE}name")), str(element.get(f"{TABLE}style-name", ""))
                at = {_COLUMN: 0, _ROW: 0}
            elif event == "end" and depth == 0:
                element.clear()
        elif event == "end" and depth == 1:
            counted = "number-columns-repeated" if element.tag == _COLUMN else "number-rows-repeated"
            repeated = min(number_of(element, counted), _MOST_REPEATED)
            yield Line(number, sheet, style, at[element.tag], repeated, element)
            at[element.tag] += repeated
            element.clear()


@dataclass(slots=True)
class Signs:
    """What a sheet says beside its cells, all counted from 0.

    `hidden`: rows that are not seen. `merges`: its merged areas. `uncomputed`: columns with formulas whose result is not
    in the file, each with its first such row. `struck`: rows with something struck through.
    """

    hidden: set[int] = field(default_factory=set)
    merges: list[Area] = field(default_factory=list)
    uncomputed: dict[int, int] = field(default_factory=dict)
    struck: set[int] = field(default_factory=set)


def signs_of(content: bytes) -> Mapping[str, Signs]:
    """Return what the sheets of a file say beside their cells, by name, in one pass over its content.xml.

    Sheets that are not among them say nothing. Raises lxml.etree.XMLSyntaxError.
    """
    closed, formulas = closed_styles(content), _FORMULA.search(content) is not None
    struck = frozenset(match[1].decode() for match in _STRUCK.finditer(content))
    if not (closed or formulas or struck or any(sign in content for sign in _SIGNS)):
        return {}
    found: dict[str, Signs] = {}
    for line in lines_of(content):
        if line.is_column:
            continue
        signs = found.setdefault(line.sheet, Signs())
        if is_closed(line, closed) and line.repeated < _MOST_REPEATED:
            signs.hidden |= set(line.within(line.at + line.repeated))
        signs.merges += merges_of(line)
        if struck and any(len(cell) and cell.get(f"{TABLE}style-name") in struck for cell in line.element):
            signs.struck.add(line.at)
        if formulas:
            for column in _without_results(line):
                signs.uncomputed.setdefault(column, line.at)
    return found


def closed_styles(content: bytes) -> frozenset[str]:
    """Return the styles in which a row or column is drawn together, so that it shows no figure."""
    closed = set()
    for style in _STYLE.finditer(content):
        size = _SIZE.search(style[2])
        if size and float(size[1]) * _POINTS[size[2].decode()] <= LOWEST_ROW:
            closed.add(style[1].decode())
    return frozenset(closed)


def is_closed(line: Line, styles: Container[str]) -> bool:
    """Return whether a row or column is not seen: hidden, filtered out, or in a style that draws it together."""
    hidden = line.element.get(f"{TABLE}visibility") in ("collapse", "filter")
    return hidden or line.element.get(f"{TABLE}style-name") in styles


def _without_results(row: Line) -> Iterator[int]:
    """The columns of a row with formulas whose result is not in the file."""
    column = 0
    for cell in row.element:
        if cell.get(f"{TABLE}formula") is not None and not has_result(cell):
            yield column
        column += number_of(cell, "number-columns-repeated")


def has_result(cell: etree._Element) -> bool:
    """Return whether a cell's formula has its result in the file."""
    failed = cell.get(f"{_EXTENDED}value-type") == "error"
    return cell.get(f"{OFFICE}value-type") is not None and not failed


def merges_of(row: Line) -> list[Area]:
    """Return the merged areas that begin in a row."""
    merges, column = [], 0
    for cell in row.element:
        down, across = number_of(cell, "number-rows-spanned"), number_of(cell, "number-columns-spanned")
        if down > 1 or across > 1:
            merges.append((row.at, column, row.at + down - 1, column + across - 1))
        column += number_of(cell, "number-columns-repeated")
    return merges


def number_of(element: etree._Element, name: str, space: str = TABLE) -> int:
    """Return the count that an element gives under a name, 1 where it gives none."""
    said = element.get(space + name)
    if said is None:
        return 1
    value = str(said)
    return max(int(value), 1) if value.isdecimal() else 1
