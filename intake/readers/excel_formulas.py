"""Formulas that were saved without their results, read where they stand: the library tells values or formulas, not both."""

import re
import zipfile
from collections.abc import Iterator
from typing import Final

from lxml import etree
from openpyxl.utils.cell import coordinate_to_tuple

from intake.readers.excel_parts import sheets_of

_FORMULA: Final = re.compile(rb"<(?:\w+:)?f[ />]")


def uncounted(archive: zipfile.ZipFile) -> frozenset[tuple[str, int, int]]:
    """Return sheet, row and column (from 1) of each formula without a result.

    Raises KeyError, ValueError and lxml.etree.XMLSyntaxError for a damaged file.
    """
    names = set(archive.namelist())
    return frozenset(
        (sheet, *place)
        for sheet, part in sheets_of(archive)
        if part in names and _FORMULA.search(archive.read(part))
        for place in _in_sheet(archive, part)
    )


def _in_sheet(archive: zipfile.ZipFile, part: str) -> Iterator[tuple[int, int]]:
    row = column = 0
    with archive.open(part) as source:
        steps = etree.iterparse(
            source, ("start", "end"), tag=("{*}row", "{*}c"), resolve_entities=False, no_network=True
        )
        for event, element in steps:
            is_row = etree.QName(element).localname == "row"
            if event == "start" and is_row:
                # A row or cell that does not say where it stands follows the one before it.
                row, column = int(element.get("r", row + 1)), 0
            elif event == "start":
                place = element.get("r")
                row, column = coordinate_to_tuple(place) if place else (row, column + 1)
            elif is_row:
                element.clear()
            elif element.find("{*}f") is not None and not element.findtext("{*}v"):
                yield row, column
