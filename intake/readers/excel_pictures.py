"""Where pictures stand on the sheets of an Excel file: openpyxl keeps the pictures, but not in the cells' sight."""

import posixpath
import zipfile
from collections.abc import Iterator
from typing import Final

from lxml import etree

_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_DRAWN: Final = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_MOST: Final = 2_000


def pictured(archive: zipfile.ZipFile) -> frozenset[tuple[str, int, int]]:
    """Return sheet, row and column (from 1) of the cells in whose corner a picture begins.

    Raises KeyError and lxml.etree.XMLSyntaxError for a damaged file.
    """
    if not any(name.startswith("xl/drawings/drawing") for name in archive.namelist()):
        return frozenset()
    book = "xl/workbook.xml"
    parts = _related(archive, book)
    places: set[tuple[str, int, int]] = set()
    for sheet in _parsed(archive, book).iter("{*}sheet"):
        part = parts.get(str(sheet.get(_RELATION)), "")
        for drawing in _related(archive, part).values():
            if "/drawings/" in drawing:
                places |= {(str(sheet.get("name")), *place) for place in _anchored(archive, drawing)}
    return frozenset(places)


def _anchored(archive: zipfile.ZipFile, drawing: str) -> Iterator[tuple[int, int]]:
    for number, picture in enumerate(_parsed(archive, drawing).iter(f"{_DRAWN}pic")):
        start = next(iter(picture.iterancestors(f"{_DRAWN}oneCellAnchor", f"{_DRAWN}twoCellAnchor")), None)
        row, column = (
            (start.findtext(f"{_DRAWN}from/{_DRAWN}{name}", "") for name in ("row", "col"))
            if start is not None
            else ("", "")
        )
        if number < _MOST and row.isdecimal() and column.isdecimal():
            yield int(row[:7]) + 1, int(column[:5]) + 1


def _related(archive: zipfile.ZipFile, part: str) -> dict[str, str]:
    """Id → part of everything that a part refers to inside the file."""
    folder, name = posixpath.split(part)
    relations = f"{folder}/_rels/{name}.rels"
    if relations not in archive.namelist():
        return {}
    return {
        str(each.get("Id")): posixpath.normpath(posixpath.join("/", folder, str(each.get("Target")))).lstrip(
            "/"
        )
        for each in _parsed(archive, relations)
        if each.get("TargetMode") != "External"
    }


def _parsed(archive: zipfile.ZipFile, part: str) -> etree._Element:
    return etree.fromstring(archive.read(part), etree.XMLParser(resolve_entities=False, no_network=True))
