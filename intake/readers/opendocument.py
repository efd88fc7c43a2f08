"""What an OpenDocument sheet says of its rows and cells that calamine leaves out: hidden rows and merged areas."""

import io
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
            if element.get(f"{_T}visibility") in ("collapse", "filter") and repeated < _MOST_REPEATED:
                hidden |= set(range(at, at + repeated))
            merges += _merges(element, at)
            at += repeated
        element.clear()
    return frozenset(hidden), tuple(merges)


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
