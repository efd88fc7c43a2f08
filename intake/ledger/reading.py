"""Makes sheets of plain rows of any ledger: a workbook, a text with separators, a table on a page, the clipboard."""

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from intake.errors import SourceRefused
from intake.ledger.sheets import Merge, Row, Sheet, squared
from intake.readers.kinds import OLD_BINARY, looks_like_html
from intake.readers.reading import read_bytes, read_html
from intake.readers.separators import separator_of
from model.document import Document, Paragraph, Table
from model.file.safe_read import NotOrdinary, read_ordinary

MOST_BYTES: Final = 64 * 2**20
MOST_LINES: Final = 200_000
MOST_COLUMNS: Final = 200
_FORMULA_TEXT: Final = re.compile(r'="(.*)"', re.DOTALL)
"""A number that a spreadsheet is to keep as text is written ="001" in a file of text."""
_ENCODINGS: Final = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


@dataclass(frozen=True, slots=True)
class LedgerFile:
    """A file of a ledger: its name, and its sheets."""

    name: str
    sheets: tuple[Sheet, ...]


def hush(_words: str) -> None:
    """Hear what is being read, and say nothing."""


def read_ledger_file(path: Path, tell: Callable[[str], None] = hush) -> tuple[LedgerFile, bytes]:
    """Return a file's sheets and its bytes. `tell` hears what is being read and may raise to give up.

    Raises SourceRefused for a file that cannot be read, that is too large, or that changes meanwhile.
    """
    tell(path.name)
    try:
        before = path.stat()
        if path.is_dir():
            raise SourceRefused(f"“{path.name}”是文件夹，请选择其中的台账文件")
        if before.st_size > MOST_BYTES:
            raise SourceRefused(
                f"“{path.name}”有 {before.st_size // 2**20} MB，不像是台账；请只保留需要统计的行再试"
            )
        data = read_ordinary(path, MOST_BYTES, follow=True)
        after = path.stat()
    except NotOrdinary as error:
        raise SourceRefused(f"“{path.name}”不是文件，而是管道或设备；请选择台账文件") from error
    except OSError as error:
        raise SourceRefused(f"无法打开“{path.name}”，请确认文件存在，并且没有被其他程序占用") from error
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or len(
        data
    ) != after.st_size:
        raise SourceRefused(f"“{path.name}”在读取时被改动，请保存并关闭后再统计")
    return read_ledger(data, path.name, tell), data


def read_ledger(data: bytes, name: str, tell: Callable[[str], None] = hush) -> LedgerFile:
    """Return the sheets of a file's bytes, whatever its name ends in. Raises SourceRefused with a way out."""
    if not data.strip(b"\x00 \r\n\t"):
        raise SourceRefused(f"“{name}”是空文件，请重新选择")
    sheets = tuple(sheet for sheet in _sheets(data, name, tell) if sheet.rows)
    if not sheets:
        raise SourceRefused(f"“{name}”中没有表格，请选择一行一件申请的台账")
    return LedgerFile(name, sheets)


def read_copied(html: str, text: str) -> LedgerFile:
    """Return what was copied from a spreadsheet or a page. Raises SourceRefused where there is no table in it."""
    name = "剪贴板"
    if "\t" not in text and looks_like_html(html):
        sheets = tuple(_tables(_page(html, name)))
    else:
        sheets = (Sheet("", squared(_lines(text, name))),)
    if not any(sheet.rows for sheet in sheets):
        raise SourceRefused("剪贴板里没有表格；请在台账中连同表头一起选中、复制，再粘贴")
    return LedgerFile(name, sheets)


def _sheets(data: bytes, name: str, tell: Callable[[str], None]) -> Iterator[Sheet]:
    if data.startswith((b"%PDF", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff")):
        raise SourceRefused(f"“{name}”不是表格；请选择 Excel、WPS 表格、CSV、Word 或网页中的台账")
    if data.startswith(b"PK") and _is_word(data):
        return _tables(read_bytes(data, name))
    if data.startswith((OLD_BINARY, b"PK")):
        from intake.ledger.workbooks import read_workbook

        return read_workbook(data, name, tell)
    text = _decoded(data, name)
    if looks_like_html(text):
        return _tables(_page(text, name))
    return iter((Sheet("", squared(_lines(text, name))),))


def _page(html: str, name: str) -> Document:
    try:
        return read_html(html)
    except SourceRefused as error:
        raise SourceRefused(
            f"“{name}”的行数过多，不像是台账；请只保留需要统计的行，另存一份再统计"
        ) from error


def _is_word(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "word/document.xml" in archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError):
        return False


def _decoded(data: bytes, name: str) -> str:
    marked = [encoding for mark, encoding in _ENCODINGS if data.startswith(mark)]
    for encoding in (*marked, "utf-8", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise SourceRefused(f"“{name}”不是可读的表格；请选择 Excel、WPS 表格、CSV、Word 或网页中的台账")


def _lines(text: str, name: str) -> list[Row]:
    """The rows of a text."""
    parted = csv.reader(text.splitlines(keepends=True), delimiter=separator_of(text))
    try:
        lines = list(islice(parted, MOST_LINES + 1))
    except csv.Error as error:
        raise SourceRefused(f"“{name}”的格式有误，请用 Excel 或 WPS 打开后另存为 .xlsx 再统计") from error
    if len(lines) > MOST_LINES or max(map(len, lines), default=0) > MOST_COLUMNS:
        raise SourceRefused(f"“{name}”的行列过多，不像是台账；请只保留需要统计的行再试")
    return [[_unwrapped(cell) for cell in line] for line in lines]


def _unwrapped(cell: str) -> str:
    match = _FORMULA_TEXT.fullmatch(cell.strip())
    return match[1] if match else cell.strip()


def _tables(document: Document) -> Iterator[Sheet]:
    """The tables of a page, each with the words above it as its title."""
    words: list[str] = []
    number = 0
    for block in document.blocks:
        if isinstance(block, Paragraph):
            words.append(block.text)
        elif block.columns > 1:
            number += 1
            yield _of_table(block, f"表 {number}", " ".join(words[-3:]))
            words = []


def _of_table(table: Table, name: str, title: str) -> Sheet:
    rows: list[Row] = [[""] * table.columns for _ in range(table.rows)]
    merges = []
    for cell in table.cells:
        rows[cell.row][cell.column] = cell.text
        if cell.rowspan > 1 or cell.colspan > 1:
            merges.append(
                Merge(cell.row, cell.column, cell.row + cell.rowspan - 1, cell.column + cell.colspan - 1)
            )
    return Sheet(name, squared(rows), tuple(merges), title=f"{table.caption} {title}".strip())
