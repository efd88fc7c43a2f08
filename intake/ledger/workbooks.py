"""Reads the sheets of .xlsx, .xls, .xlsb and .ods, with what the library leaves out: hidden rows, missing results."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final

from lxml import etree
from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from intake.errors import SourceRefused
from intake.ledger.sheets import Merge, Sheet, squared
from intake.ledger.struck import struck_rows, struck_styles
from intake.readers.kinds import has_password
from intake.readers.limits import BROKEN_ARCHIVE
from intake.readers.opendocument import Signs, signs_of

MOST_ROWS: Final = 200_000
"""Of one sheet; the busiest cities receive some thousands of applications a year."""
MOST_CELLS: Final = 5_000_000
MOST_XML: Final = 256 * 2**20
"""Bytes of one unpacked part; a sheet of 100,000 rows and 12 columns has some 60 MB."""
_PROTECTED: Final = "“{}”设有密码；请在 Excel 或 WPS 中打开，取消密码后另存一份再统计"
_MANIFEST: Final = "META-INF/manifest.xml"
"""Tells of an OpenDocument file which of its parts are protected by a password."""
_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_HIDDEN: Final = re.compile(
    rb"<(?:\w+:)?row (?=[^>]*\b(?:hidden=\"(?:1|true)|ht=\"[0-2]?(?:\.\d+)?)\")[^>]*\br=\"(\d+)\""
)
"""A row that is hidden, or not higher than LOWEST_ROW."""
_NO_RESULT: Final = (b"</f></c>", b"</f><v/>", b"</f><v />", b"</f><v></v>")
_UNCOMPUTED: Final = re.compile(
    rb"<(?:\w+:)?c r=\"([A-Z]{1,3})(\d+)\"[^>]*>\s*<(?:\w+:)?f(?:\s[^>]*)?>[^<]*</(?:\w+:)?f>"
    rb"(?:<v\s*/>|<v></v>)?</(?:\w+:)?c>"
)


def read_workbook(data: bytes, name: str, tell: Callable[[str], None]) -> Iterator[Sheet]:
    """Yield the sheets with rows in them. `tell` hears the name of each sheet before it is read.

    Raises SourceRefused for a protected, damaged or monstrous workbook, and for one without any sheet of rows.
    """
    zipped = data.startswith(b"PK")
    if zipped:
        _refuse_monsters(data, name)
    book = _opened(data, name)
    sheets = [meta for meta in book.sheets_metadata if meta.typ is SheetTypeEnum.WorkSheet]
    if not sheets:
        raise SourceRefused(f"“{name}”中只有图表，没有数据表；请选择台账所在的文件")
    # What the library leaves out is unpacked while the library reads: where there are two processors it costs nothing.
    with book, ThreadPoolExecutor(1) as beside:
        told = beside.submit(_open_signs, data) if _is_open_document(data) else None
        for meta in sheets:
            tell(meta.name)
            looking = beside.submit(_looked_up, data, meta.name) if zipped and told is None else None
            try:
                sheet = book.get_sheet_by_name(meta.name)
            except (CalamineError, ValueError) as error:
                raise SourceRefused(
                    f"“{name}”的工作表“{meta.name}”已损坏，请用 Excel 或 WPS 另存一份再统计"
                ) from error
            known = looking.result() if looking is not None else _Known()
            if told is not None and (signs := told.result()) is not None:
                known = _Known.of(signs.get(meta.name, Signs()))
            made = _sheet(sheet, known, name, visible=meta.visible is SheetVisibleEnum.Visible)
            if made is not None:
                yield made


def _opened(data: bytes, name: str) -> CalamineWorkbook:
    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(data))
    except PasswordError as error:
        raise SourceRefused(_PROTECTED.format(name)) from error
    except (CalamineError, OSError, ValueError) as error:
        if has_password(data):
            raise SourceRefused(_PROTECTED.format(name)) from error
        raise SourceRefused(
            f"“{name}”不是可读的表格，或已损坏；请用 Excel 或 WPS 打开后另存为 .xlsx 再统计"
        ) from error


@dataclass(frozen=True, slots=True)
class _Known:
    """What a file's own parts say of a sheet: hidden and struck rows, merged areas, columns without results."""

    hidden: frozenset[int] | None = None
    merges: tuple[Merge, ...] | None = None
    uncomputed: tuple[tuple[int, int], ...] = ()
    struck: frozenset[int] = frozenset()

    @classmethod
    def of(cls, signs: Signs) -> "_Known":
        """Return what a sheet of an OpenDocument file says of itself."""
        merges = tuple(Merge(*area) for area in signs.merges)
        return cls(frozenset(signs.hidden), merges, tuple(signs.uncomputed.items()), frozenset(signs.struck))


def _sheet(sheet: CalamineSheet, known: _Known, name: str, *, visible: bool) -> Sheet | None:
    if sheet.end is None:
        return None
    last_row, last_column = sheet.end
    _refuse_vast(name, sheet.name, last_row + 1, last_column + 1)
    ranges = sheet.merged_cell_ranges
    merges = known.merges if ranges is None else tuple(Merge(*start, *end) for start, end in ranges)
    rows = squared(sheet.to_python(skip_empty_area=False))
    return Sheet(sheet.name, rows, merges, known.hidden, known.uncomputed, visible, struck=known.struck)


def _refuse_vast(name: str, sheet: str, rows: int, columns: int) -> None:
    if rows > MOST_ROWS or rows * columns > MOST_CELLS:
        raise SourceRefused(
            f"“{name}”的工作表“{sheet}”有 {rows} 行，不像是台账；请删去多余的行列，保存后再统计"
        )


def _refuse_monsters(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            largest = max((part.file_size for part in archive.infolist()), default=0)
            protected = any(part.flag_bits & 1 for part in archive.infolist())
            if _MANIFEST in archive.namelist() and archive.getinfo(_MANIFEST).file_size <= MOST_XML:
                protected = protected or b"encryption-data" in archive.read(_MANIFEST)
    except BROKEN_ARCHIVE as error:
        raise SourceRefused(f"“{name}”已损坏，请用 Excel 或 WPS 打开后另存一份再统计") from error
    if protected:
        raise SourceRefused(_PROTECTED.format(name))
    if largest > MOST_XML:
        raise SourceRefused(f"“{name}”的行数过多，不像是台账；请只保留需要统计的行，另存一份再统计")


def _is_open_document(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {"content.xml", "mimetype"} <= set(archive.namelist())
    except BROKEN_ARCHIVE:
        # What is no archive is of another kind; of a damaged one the library tells what is wrong.
        return False


def _open_signs(data: bytes) -> Mapping[str, Signs] | None:
    """What the library leaves out of all the sheets of an OpenDocument file, which are one part; None: not known."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return signs_of(archive.read("content.xml"))
    except (*BROKEN_ARCHIVE, etree.XMLSyntaxError, KeyError):
        return None


def _looked_up(data: bytes, sheet: str) -> _Known:
    """What the library leaves out of a sheet of an Excel file, from the sheet's own part."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            part = _part_of(archive, sheet) if "xl/workbook.xml" in names else None
            if part is None or part not in names or not part.endswith(".xml"):
                return _Known()
            content = archive.read(part)
            struck = struck_rows(content, struck_styles(archive))
    except (*BROKEN_ARCHIVE, etree.XMLSyntaxError, KeyError):
        # The library tells what is wrong with the file; what is only known from here is told as not known.
        return _Known()
    begin = content.find(b"<sheetData")
    hidden = frozenset[int]()
    if _may_hold(content, begin, b"h", b"hidde") or _may_hold(content, begin, b"h", b'ht="'):
        hidden = frozenset(int(match[1]) - 1 for match in _HIDDEN.finditer(content))
    return _Known(hidden, None, _without_results(content, begin), struck)


def _may_hold(content: bytes, begin: int, sign: bytes, word: bytes) -> bool:
    """Whether the cells may hold a word. Its rarest sign is looked for first: that takes a tenth of the time."""
    first = content.find(sign, begin)
    return first >= 0 and content.find(word, max(first - len(word), 0)) >= 0


def _without_results(content: bytes, begin: int) -> tuple[tuple[int, int], ...]:
    """Columns of an .xlsx sheet with formulas that were never computed, each with its first such row, from 0."""
    if not _may_hold(content, begin, b"f", b"</f") or not any(sign in content for sign in _NO_RESULT):
        return ()
    found: dict[int, int] = {}
    for match in _UNCOMPUTED.finditer(content):
        column = 0
        for letter in match[1]:
            column = column * 26 + letter - ord("A") + 1
        found.setdefault(column - 1, int(match[2]) - 1)
    return tuple(found.items())


def _part_of(archive: zipfile.ZipFile, sheet: str) -> str | None:
    """The part of an .xlsx that holds a sheet."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    book = etree.fromstring(archive.read("xl/workbook.xml"), parser)
    relations = etree.fromstring(archive.read("xl/_rels/workbook.xml.rels"), parser)
    targets = {str(relation.get("Id")): str(relation.get("Target")) for relation in relations}
    for entry in book.iter("{*}sheet"):
        if entry.get("name") == sheet:
            target = targets.get(str(entry.get(_RELATION)), "")
            return target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return None
