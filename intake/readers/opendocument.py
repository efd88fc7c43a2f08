"""What an OpenDocument sheet says of its rows and cells that calamine leaves out.

Hidden rows, merged areas, and formulas without a result.
"""

import io
import re
from collections.abc import Iterator
from typing import Final, TypeAlias

from lxml import etree

Area: TypeAlias = tuple[int, int, int, int]
"""A merged area: its first row and column, its last row and column, counted from 0."""
_T: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_SIGNS: Final = (
    b'visibility="collapse"',
    b'visibility="filter"',
    b"number-rows-spanned",
    b"number-columns-spanned",
)
_OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_EXTENDED: Final = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_FORMULA: Final = re.compile(
    rb"<[\w-]+:table-cell(?=[^>]*:formula=)(?:(?![^>]*\boffice:value-type=)|(?=[^>]*:value-type=\"error\"))"
)
"""A formula that was never computed, or that could not be."""
_MOST_REPEATED: Final = 200_000
"""Rows that one element stands for; more is the blank rest of the sheet."""


def hidden_and_merged(content: bytes, sheet: str) -> tuple[frozenset[int], tuple[Area, ...]]:
    """Return the hidden rows and the merged areas of a sheet, counted from 0. `content` is the file's content.xml.

    Raises lxml.etree.XMLSyntaxError.
    """
    if not any(sign in content for sign in _SIGNS):
        return frozenset(), ()
    hidden: set[int] = set()
    merges: list[Area] = []
    for at, repeated, row in _rows(content, sheet):
        if row.get(f"{_T}visibility") in ("collapse", "filter") and repeated < _MOST_REPEATED:
            hidden |= set(range(at, at + repeated))
        merges += _merges(row, at)
    return frozenset(hidden), tuple(merges)


def without_results(content: bytes, sheet: str) -> tuple[tuple[int, int], ...]:
    """Return the columns of a sheet with formulas whose result is not in the file, each with its first such row, from 0.

    Raises lxml.etree.XMLSyntaxError.
    """
    if not _FORMULA.search(content):
        return ()
    found: dict[int, int] = {}
    for at, _, row in _rows(content, sheet):
        column = 0
        for cell in row:
            if cell.get(f"{_T}formula") is not None and not _has_result(cell):
                found.setdefault(column, at)
            column += _number(cell, "number-columns-repeated")
    return tuple(found.items())


def _has_result(cell: etree._Element) -> bool:
    failed = cell.get(f"{_EXTENDED}value-type") == "error"
    return cell.get(f"{_OFFICE}value-type") is not None and not failed


def _rows(content: bytes, sheet: str) -> Iterator[tuple[int, int, etree._Element]]:
    """Yield of each row element of a sheet its first place, for how many rows it stands, and itself."""
    at, inside = 0, False
    events = etree.iterparse(
        io.BytesIO(content), events=("start", "end"), tag=(f"{_T}table", f"{_T}table-row"), resolve_entities=False,
        no_network=True, huge_tree=True,
    )  # fmt: skip
    for event, element in events:
        if element.tag == f"{_T}table":
            if event == "start":
                inside, at = element.get(f"{_T}name") == sheet, 0
            continue
        if event == "start":
            continue
        if inside:
            repeated = min(_number(element, "number-rows-repeated"), _MOST_REPEATED)
            yield at, repeated, element
            at += repeated
        element.clear()


def _merges(row: etree._Element, at: int) -> list[Area]:
    merges, column = [], 0
    for cell in row:
        down, across = _number(cell, "number-rows-spanned"), _number(cell, "number-columns-spanned")
        if down > 1 or across > 1:
            merges.append((at, column, at + down - 1, column + across - 1))
        column += _number(cell, "number-columns-repeated")
    return merges


def _number(element: etree._Element, name: str) -> int:
    value = str(element.get(f"{_T}{name}", "1"))
    return max(int(value), 1) if value.isdecimal() else 1
