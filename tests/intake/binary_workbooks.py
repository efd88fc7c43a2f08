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


def words(column: int, string: int, look: int = 0) -> bytes:
    """A cell that shows one of the shared strings, by its place among them."""
    return record(7, struct.pack("<III", column, look, string))


def number(column: int, value: float, look: int = 0) -> bytes:
    """A cell with a number."""
    return record(5, struct.pack("<IId", column, look, value))


BLACK, WHITE, WHITE_OF_THEME = (
    bytes((5, 0, 0, 0, 0, 0, 0, 255)),
    b"\5\0\0\0\xff\xff\xff\xff",
    bytes((7, *[0] * 7)),
)


def font(*, struck: bool = False, level: int = 0, colour: bytes = BLACK, points: int = 11) -> bytes:
    """A typeface's look."""
    flags = struct.pack("<HHHHBBBB", 20 * points, 8 * struck, 400, level, 0, 0, 134, 0)
    return record(43, flags + colour + b"\0" + wide("宋体"))


def ground(colour: bytes | None = None) -> bytes:
    """What lies under a cell's words: nothing, or a colour."""
    return record(45, struct.pack("<I", colour is not None) + (colour or BLACK) + bytes(8))


def look(number_format: int = 0, font: int = 0, ground: int = 0) -> bytes:
    """A cell's look: by the numbers of its parts."""
    return record(47, struct.pack("<HHHHHBBH", 0, number_format, font, ground, 0, 0, 0, 0))


def number_format(code: int, words: str) -> bytes:
    """A format of the workbook's own, as the only one."""
    fmt = record(44, struct.pack("<H", code) + wide(words))
    return record(615, struct.pack("<I", 1)) + fmt + record(616)


def styles(*parts: bytes, looks: Sequence[bytes], formats: bytes = b"") -> bytes:
    """The part that holds formats, typefaces and grounds, and the looks of cells made of them."""
    named = record(626, struct.pack("<I", 1)) + look(9) + record(627)
    cells = record(617, struct.pack("<I", len(looks))) + b"".join(looks) + record(618)
    return record(278) + formats + b"".join(parts) + named + cells + record(279)


def workbook(
    *cells: bytes, strings: tuple[bytes, ...] = (), columns: bytes = b"", styles: bytes = b""
) -> bytes:
    """A workbook of one sheet: records of rows and cells, shared strings, records of columns, the part of looks."""
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
    parts |= {"xl/styles.bin": styles} if styles else {}
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
    plain = styles(font(), ground(), looks=(look(),), formats=number_format(164, "0"))
    return workbook(*cells, strings=tuple(b"\0" + wide(text) for text in strings), styles=plain)
