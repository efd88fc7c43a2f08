"""Sheets of .xlsb: rows and columns that are not seen, and cells in several fonts, are told."""

import io
import struct
import zipfile

import pytest

from intake.readers.excel_binary import read_excel_binary
from model.document import TableCell

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def record(kind: int, content: bytes = b"") -> bytes:
    first = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    return first + bytes([len(content)]) + content


def wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def row(number: int, flags: int = 0, height: int = 300) -> bytes:
    return record(0, struct.pack("<IIHBBBI", number, 0, height, 0, flags, 0, 0))


def words(column: int, string: int) -> bytes:
    return record(7, struct.pack("<III", column, 0, string))


def number(column: int, value: float) -> bytes:
    return record(5, struct.pack("<IId", column, 0, value))


def workbook(*cells: bytes, strings: tuple[bytes, ...] = (), columns: bytes = b"") -> bytes:
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


def read(data: bytes) -> dict[tuple[int, int], TableCell]:
    (table,) = read_excel_binary(data, "年报.xlsb").tables
    return {(cell.row, cell.column): cell for cell in table.cells}


LABELS = (b"\0" + wide("规章"), b"\0" + wide("文件"))


@pytest.mark.parametrize(("flags", "height"), [(0x10, 300), (0x20, 20)])
def test_numbers_of_a_row_that_is_not_seen_are_told(flags: int, height: int) -> None:
    cells = read(
        workbook(
            row(0),
            words(0, 0),
            number(1, 3),
            row(1, flags, height),
            words(0, 1),
            number(1, 45),
            strings=LABELS,
        )
    )
    assert (cells[0, 1].text, cells[0, 1].doubt) == ("3", "")
    assert cells[1, 0].text == "文件"
    assert (cells[1, 1].text, cells[1, 1].doubt) == ("", "隐藏行中的“45”")


def test_numbers_of_a_hidden_column_are_told() -> None:
    hidden = record(60, struct.pack("<IIIIH", 1, 1, 2000, 0, 1))
    cells = read(workbook(row(0), words(0, 0), number(1, 3), strings=LABELS, columns=hidden))
    assert (cells[0, 1].text, cells[0, 1].doubt) == ("", "隐藏列中的“3”")


def test_a_number_in_several_fonts_is_told() -> None:
    rich = b"\1" + wide("19871") + struct.pack("<IHH", 1, 4, 1)
    cells = read(workbook(row(0), words(0, 0), words(1, 2), strings=(*LABELS, rich)))
    assert (cells[0, 1].text, cells[0, 1].doubt) == ("19871", "字体不一的“19871”")
