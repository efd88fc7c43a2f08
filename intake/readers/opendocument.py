"""What an OpenDocument sheet says of its rows, columns and cells that calamine leaves out.

Hidden rows and columns, those drawn together until nothing is left of them, merged areas, and formulas without a result.
"""

import io
import re
from collections.abc import Container, Iterator
from typing import Final

from lxml import etree

from intake.readers.limits import LOWEST_ROW
from intake.readers.sheets import Area

TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
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
_SIZE: Final = re.compile(rb"style:(?:row-height|column-width)=\"(\d+(?:\.\d+)?)(cm|mm|in|pt|pc|px)\"")
_POINTS: Final = {"cm": 72 / 2.54, "mm": 7.2 / 2.54, "in": 72.0, "pt": 1.0, "pc": 12.0, "px": 0.75}
_MOST_REPEATED: Final = 200_000
"""Rows that one element stands for; more is the blank rest of the sheet."""


def hidden_and_merged(content: bytes, sheet: str) -> tuple[frozenset[int], tuple[Area, ...]]:
    """Return the rows of a sheet that are not seen and its merged areas, counted from 0. `content` is the file's content.xml.

    Raises lxml.etree.XMLSyntaxError.
    """
    closed = _closed_styles(content)
    if not closed and not any(sign in content for sign in _SIGNS):
        return frozenset(), ()
    hidden: set[int] = set()
    merges: list[Area] = []
    for at, repeated, row in rows_of(content, sheet):
        if _is_closed(row, closed) and repeated < _MOST_REPEATED:
            hidden |= set(range(at, at + repeated))
        merges += _merges(row, at)
    return frozenset(hidden), tuple(merges)


def hidden_columns(content: bytes, sheet: str, most: int) -> frozenset[int]:
    """Return the columns of a sheet that are not seen, of its first `most`, counted from 0.

    Raises lxml.etree.XMLSyntaxError.
    """
    closed = _closed_styles(content)
    if not closed and not any(sign in content for sign in _HIDES):
        return frozenset()
    hidden: set[int] = set()
    for at, repeated, column in _parts(content, sheet, "table-column", most):
        if _is_closed(column, closed):
            hidden |= set(range(at, min(at + repeated, most)))
    return frozenset(hidden)


def _closed_styles(content: bytes) -> frozenset[str]:
    """The styles in which a row or column is drawn together, so that it shows no figure."""
    closed = set()
    for style in _STYLE.finditer(content):
        size = _SIZE.search(style[2])
        if size and float(size[1]) * _POINTS[size[2].decode()] <= LOWEST_ROW:
            closed.add(style[1].decode())
    return frozenset(closed)


def _is_closed(element: etree._Element, styles: Container[str]) -> bool:
    """Whether a row or column is not seen: hidden, filtered out, or in a style that draws it together."""
    hidden = element.get(f"{TABLE}visibility") in ("collapse", "filter")
    return hidden or element.get(f"{TABLE}style-name") in styles


def without_results(content: bytes, sheet: str) -> tuple[tuple[int, int], ...]:
    """Return the columns of a sheet with formulas whose result is not in the file, each with its first such row, from 0.

    Raises lxml.etree.XMLSyntaxError.
    """
    if not _FORMULA.search(content):
        return ()
    found: dict[int, int] = {}
    for at, _, row in rows_of(content, sheet):
        column = 0
        for cell in row:
            if cell.get(f"{TABLE}formula") is not None and not has_result(cell):
                found.setdefault(column, at)
            column += number_of(cell, "number-columns-repeated")
    return tuple(found.items())


def has_result(cell: etree._Element) -> bool:
    """Return whether a cell's formula has its result in the file."""
    failed = cell.get(f"{_EXTENDED}value-type") == "error"
    return cell.get(f"{OFFICE}value-type") is not None and not failed


def rows_of(content: bytes, sheet: str) -> Iterator[tuple[int, int, etree._Element]]:
    """Yield of each row element of a sheet its first place, for how many rows it stands, and itself.

    Raises lxml.etree.XMLSyntaxError.
    """
    return _parts(content, sheet, "table-row", _MOST_REPEATED)


def columns_of(content: bytes, sheet: str, most: int) -> Iterator[str]:
    """Yield for each of the first `most` columns of a sheet the style of its cells. Raises lxml.etree.XMLSyntaxError."""
    for _, repeated, column in _parts(content, sheet, "table-column", most):
        style = str(column.get(f"{TABLE}default-cell-style-name", ""))
        yield from (style for _ in range(repeated))


def sheets_of(content: bytes) -> list[tuple[str, str]]:
    """Return name and style of the sheets in their order. Raises lxml.etree.XMLSyntaxError."""
    sheets = []
    events = etree.iterparse(
        io.BytesIO(content), tag=(f"{TABLE}table", f"{TABLE}table-row"),
        resolve_entities=False, no_network=True, huge_tree=True,
    )  # fmt: skip
    for _, element in events:
        if element.tag == f"{TABLE}table":
            sheets.append((str(element.get(f"{TABLE}name")), str(element.get(f"{TABLE}style-name", ""))))
        element.clear()
    return sheets


def _parts(content: bytes, sheet: str, name: str, most: int) -> Iterator[tuple[int, int, etree._Element]]:
    """Yield of each row or column element (`name`) the same; one stands for `most` at most. Columns stand before all rows."""
    at, inside = 0, False
    events = etree.iterparse(
        io.BytesIO(content), events=("start", "end"), tag=(f"{TABLE}table", f"{TABLE}{name}", f"{TABLE}table-row"),
        resolve_entities=False, no_network=True, huge_tree=True,
    )  # fmt: skip
    for event, element in events:
        if element.tag == f"{TABLE}table":
            if event == "start":
                inside, at = element.get(f"{TABLE}name") == sheet, 0
            continue
        if element.tag != f"{TABLE}{name}" and inside:
            return
        if event == "start":
            continue
        if inside:
            repeated = min(number_of(element, f"number-{name.removeprefix('table-')}s-repeated"), most)
            yield at, repeated, element
            at += repeated
        element.clear()


def _merges(row: etree._Element, at: int) -> list[Area]:
    merges, column = [], 0
    for cell in row:
        down, across = number_of(cell, "number-rows-spanned"), number_of(cell, "number-columns-spanned")
        if down > 1 or across > 1:
            merges.append((at, column, at + down - 1, column + across - 1))
        column += number_of(cell, "number-columns-repeated")
    return merges


def number_of(element: etree._Element, name: str, space: str = TABLE) -> int:
    """Return the count that an element gives under a name, 1 where it gives none."""
    value = str(element.get(f"{space}{name}", "1"))
    return max(int(value), 1) if value.isdecimal() else 1
