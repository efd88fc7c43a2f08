"""Reads OpenDocument sheets (.ods): every one that is shown a table, with what its cells look like."""

import re
import zipfile
from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import datetime
from decimal import Decimal, InvalidOperation
from itertools import groupby
from operator import attrgetter
from typing import Final

from lxml import etree

from intake.errors import SourceRefused
from intake.progress import Tell, silent
from intake.readers.limits import open_office_file
from intake.readers.marks import PICTURE, UNCOUNTED, Gathered, concealed, lowered, raised
from intake.readers.opendocument import (
    OFFICE,
    TABLE,
    Line,
    closed_styles,
    has_result,
    is_closed,
    lines_of,
    merges_of,
    number_of,
)
from intake.readers.opendocument_looks import Looks
from intake.readers.sheets import MOST_SHEET_COLUMNS, MOST_SHEET_ROWS, Area, Sheet, cell_text, shown
from model.days import day_words
from model.document import Document, Table
from model.values import number_in

_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_DRAWN: Final = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_CELLS: Final = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
_NUMBERS: Final = ("float", "percentage", "currency")
_DIGIT: Final = re.compile(r"\d")
_BESIDE: Final = (f"{_TEXT}note", f"{_TEXT}ruby-text")
"""What stands beside the words of a line and is none of them."""
_MOST_BLANKS: Final = 100
"""Blanks that one element stands for."""


def read_opendocument(data: bytes, name: str, tell: Tell = silent) -> Document:
    """Return the sheets as tables. Raises SourceRefused for a protected or monstrous file, lxml.etree.XMLSyntaxError."""
    with open_office_file(data, name) as archive:
        if b"encryption-data" in _part(archive, "META-INF/manifest.xml"):
            raise SourceRefused(f"“{name}”加了密码；请打开后取消密码，另存一份再导入")
        content, styles = archive.read("content.xml"), _part(archive, "styles.xml")
    looks, closed = Looks(styles, content), closed_styles(content)
    tables = []
    for (_, sheet, style), lines in groupby(lines_of(content), attrgetter("number", "sheet", "style")):
        if looks.is_shown(style):
            tell(f"工作表“{sheet}”")
            tables.append(_table(lines, closed, looks))
    return Document(tuple(table for table in tables if table is not None))


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    return archive.read(name) if name in archive.namelist() else b""


def _table(lines: Iterable[Line], closed: Container[str], looks: Looks) -> Table | None:
    """One sheet. `closed` are the styles of rows and columns that are not seen."""
    usual: list[str] = []
    rows: set[int] = set()
    columns: set[int] = set()
    areas: list[Area] = []
    found: dict[tuple[int, int], tuple[str, str]] = {}
    for line in lines:
        if line.is_column:
            places = line.within(MOST_SHEET_COLUMNS)
            usual += [str(line.element.get(f"{TABLE}default-cell-style-name", ""))] * len(places)
            columns |= set(places) if is_closed(line, closed) else set()
        elif places := line.within(MOST_SHEET_ROWS):
            rows |= set(places) if is_closed(line, closed) else set()
            areas += merges_of(line)
            found.update((place, cell) for place, cell in _cells(line, usual, looks) if any(cell))
    grid = Sheet(areas, rows, columns)
    last = max((row for row, _ in found), default=-1)
    width = max((column for _, column in found), default=-1) + 1
    for row in range(last + 1):
        for column in range(width):
            if not grid.covers(row, column):
                grid.put(row, column, *found.get((row, column), ("", "")))
    return grid.table()


def _cells(
    row: Line, usual: Sequence[str], looks: Looks
) -> Iterator[tuple[tuple[int, int], tuple[str, str]]]:
    """Yield place, text and doubt of a row's cells that hold something; one that stands for many is as many.

    `usual`: the styles of cells that the columns give where neither cell nor row does.
    """
    column = 0
    for cell in row.element.iterchildren(*_CELLS):
        end = column + number_of(cell, "number-columns-repeated")
        if len(cell) or cell.get(f"{OFFICE}value-type") or cell.get(f"{TABLE}formula"):
            styles = (cell.get(f"{TABLE}style-name"), row.element.get(f"{TABLE}default-cell-style-name"))
            of_column = usual[column] if column < len(usual) else ""
            read = _read(cell, next((str(style) for style in styles if style), of_column), looks)
            for across in range(column, min(end, MOST_SHEET_COLUMNS)):
                for down in row.within(MOST_SHEET_ROWS):
                    yield (down, across), read
        column = end
        if column >= MOST_SHEET_COLUMNS:
            break


def _read(cell: etree._Element, style: str, looks: Looks) -> tuple[str, str]:
    """A cell's text and its doubt."""
    words, unseen = _gathered(cell, style, looks)
    doubt = "" if cell.get(f"{TABLE}formula") is None or has_result(cell) else UNCOUNTED
    kind = cell.get(f"{OFFICE}value-type")
    number = _number(cell) if kind in _NUMBERS and not words.struck else ""
    if number:
        displayed = "".join(words.parts).strip()
        # Programs that are no office suite write a number without the words that it is displayed in.
        bare = cell.find(f"{_TEXT}p") is None
        text, shown_so = (number, "") if bare else _shown_number(number, displayed)
        words.parts, doubt = [text], doubt or shown_so
    elif kind == "date" and not words.struck:
        words.parts = [_day(str(cell.get(f"{OFFICE}date-value")), "".join(words.parts))]
    elif not words.parts and not words.struck:
        words.parts = [str(cell.get(f"{OFFICE}string-value", ""))]
    text, looks_so = shown(words, None, "", unseen=unseen)
    return text, doubt or looks_so


def _number(cell: etree._Element) -> str:
    """The number of a cell, "" for one without it: then it is what its words say."""
    try:
        return cell_text(float(str(cell.get(f"{OFFICE}value"))))
    except ValueError:
        return ""


def _shown_number(number: str, displayed: str) -> tuple[str, str]:
    """Text and doubt of a number that is displayed in some format: a nought that is not shown is a nought."""
    if not _DIGIT.search(displayed):
        return (number, "") if not Decimal(number) else concealed(number, "设为不显示的单元格")
    told = number_in(displayed)
    if told is not None and _rounds_to(number, told):
        return number, ""
    before, found, behind = displayed.partition(number)
    beside_words = found and not _DIGIT.search(before + behind)
    return (displayed, "") if beside_words else (number, f"显示为“{displayed}”的数字")


def _rounds_to(number: str, told: str) -> bool:
    """Whether a number is shown as another by fewer decimals alone."""
    try:
        return Decimal(number).quantize(Decimal(told)) == Decimal(told)
    except InvalidOperation:
        return False


def _day(value: str, displayed: str) -> str:
    try:
        return day_words(datetime.fromisoformat(value))
    except ValueError:
        return displayed


def _gathered(cell: etree._Element, style: str, looks: Looks) -> tuple[Gathered, bool]:
    """The words of a cell, and whether some of them may not be seen."""
    words = Gathered()
    unseen = False
    for number, paragraph in enumerate(cell.iterchildren(f"{_TEXT}p")):
        if number:
            words.parts.append("\n")
        for text, runs in _runs(paragraph):
            look = looks.look(style, *runs)
            unseen |= look.unseen and bool(text.strip())
            if look.struck:
                words.struck.append(text)
            else:
                words.parts.append(raised(text) if look.raised else lowered(text) if look.lowered else text)
    if any(True for _ in cell.iterdescendants(f"{_DRAWN}image")):
        words.others.append(PICTURE)
    return words, unseen


def _runs(element: etree._Element, styles: tuple[str, ...] = ()) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the words of a paragraph with the names of their styles, each within the one before."""
    if element.text:
        yield element.text, styles
    for child in element:
        if child.tag == f"{_TEXT}s":
            yield " " * min(number_of(child, "c", _TEXT), _MOST_BLANKS), styles
        elif child.tag in (f"{_TEXT}tab", f"{_TEXT}line-break"):
            yield "\n" if child.tag.endswith("break") else "\t", styles
        elif str(child.tag).startswith(_TEXT) and child.tag not in _BESIDE:
            style = child.get(f"{_TEXT}style-name")
            yield from _runs(child, styles if style is None else (*styles, str(style)))
        if child.tail:
            yield child.tail, styles
