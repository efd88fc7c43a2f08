"""Where pictures stand on the sheets of an Excel file: openpyxl keeps the pictures, but not in the cells' sight."""

import zipfile
from collections.abc import Iterator
from typing import Final

from intake.readers.excel_parts import parsed, related, sheets_of

_DRAWN: Final = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_MOST: Final = 2_000


def pictured(archive: zipfile.ZipFile) -> frozenset[tuple[str, int, int]]:
    """Return sheet, row and column (from 1) of the cells in whose corner a picture begins.

    Raises KeyError and lxml.etree.XMLSyntaxError for a damaged file.
    """
    if not any(name.startswith("xl/drawings/drawing") for name in archive.namelist()):
        return frozenset()
    return frozenset(
        (sheet, *place)
        for sheet, part in sheets_of(archive)
        for drawing in related(archive, part).values()
        if "/drawings/" in drawing
        for place in _anchored(archive, drawing)
    )


def _anchored(archive: zipfile.ZipFile, drawing: str) -> Iterator[tuple[int, int]]:
    for number, picture in enumerate(parsed(archive, drawing).iter(f"{_DRAWN}pic")):
        start = next(iter(picture.iterancestors(f"{_DRAWN}oneCellAnchor", f"{_DRAWN}twoCellAnchor")), None)
        row, column = (
            (start.findtext(f"{_DRAWN}from/{_DRAWN}{name}", "") for name in ("row", "col"))
            if start is not None
            else ("", "")
        )
        if number < _MOST and row.isdecimal() and column.isdecimal():
            yield int(row[:7]) + 1, int(column[:5]) + 1
