"""Workbooks of the binary kind (.xlsb), record by record: no library of ours writes them."""

import io
import struct
import zipfile
from collections.abc import Sequence

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def record(kind: int, content: bytes = b"") -> bytes:
    """A record of less than 128 bytes."""
    first = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    return first + bytes([len(content)]) + content


def wide(text: str) -> bytes:
    """Characters behind their number."""
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def row(number: int, flags: int = 0, height: int = 300) -> bytes:
    """The beginning of a row; its flags, and its height in twentieths of a point."""
    return record(0, struct.pack("<IIHBBBI", number, 0, height, 0, flags, 0, 0))


def words(column: int, string: int) -> bytes:
    """A cell that shows one of the shared strings, by its place among them."""
    return record(7, struct.pack("<III", column, 0, string))


def number(column: int, value: float) -> bytes:
    """A cell with a number."""
    return record(5, struct.pack("<IId", column, 0, value))


def workbook(*cells: bytes, strings: tuple[bytes, ...] = (), columns: bytes = b"") -> bytes:
    """A workbook of one sheet: records of rows and cells, shared strings, records of columns."""
    book = record(131) + record(143) + record(156, struct.pack("<II", 0, 1) + wide("rId1") + wide("表"))
    sheet = record(129) + record(148, struct.pack("<IIII", 0, 9, 0, 3))
    sheet += record(390) + columns + record(391) + record(145) + b"".join(cells) + record(146) + record(130)
    counted = struct.pack("<II", len(strings), len(strings))
    shared = record(159, counted) + b"".join(record(19, string) for string in strings) + record(160)
    parts = {
        "[Content_Types].xml": b"<Types/>",
        "xl/workbook.bin": book + record(144) + record(132),
        "xl/worksheets/sheet1.bin": sheet,
        "xl/sharedStrings.bin": shared,
        "xl/_rels/workbook.bin.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" '
        f'Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.bin"/><Relationship Id="rId2" '
        f'Type="{RELATIONS}/sharedStrings" Target="sharedStrings.bin"/></Relationships>'.encode(),
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return made.getvalue()


def filled(rows: Sequence[Sequence[str]]) -> bytes:
    """A workbook of these cells, from the first row and column on; digits alone are a number."""
    strings = [text for texts in rows for text in texts if not text.isdecimal()]
    cells = []
    for down, texts in enumerate(rows):
        cells.append(row(down))
        for across, text in enumerate(texts):
            cells.append(
                number(across, int(text)) if text.isdecimal() else words(across, strings.index(text))
            )
    return workbook(*cells, strings=tuple(b"\0" + wide(text) for text in strings))
