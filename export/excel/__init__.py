"""Writes a report as an Excel workbook that can be filled in offline and imported again, number by number.

Sheets: 文字 (office data and the sections' words), one a table in its official layout, 核对 (the findings), and a hidden
one, `_年报助手`, that tells where everything stands:

- B1 is the format version (1), B2 the form's id; from row 4 on each row is kind | key | place | value.
- kind and key are those of a slot (`model.report`), or kind is `total` for a computed cell.
- place is `sheet!A1` or `sheet!A1:A9`. `cell`, `total`: a number, blank for None. A `total` that holds a formula is
  the sum; one that holds a number is DECLARED. An amount's decimals are those of its number format, as 96171.60 has
  two. A number beyond 15 digits, which no spreadsheet keeps, is text. `field`: text, the year a number, 机关类别 one of
  部门 and 政府. `text`: a paragraph a row; a row with 续 in column A continues the one before; blank rows at the end
  are not part of it; number fields stand as typed. A preamble equal to the drafted one was drafted.
- value is JSON for slots that no sheet shows: `order`, `control`, `explanation`; amounts as {"decimal": "1.50"}.
"""

from datetime import date, datetime, time
from pathlib import Path
from typing import Final

from openpyxl import Workbook

from export.excel.findings import add_findings
from export.excel.keys import Places
from export.excel.sheet import Book, mark_draft
from export.excel.tables import add_table
from export.excel.words import add_words
from export.output import clean, save, timeless
from export.workbook import packed
from model.outcome import Outcome
from model.preamble import title_of
from model.report import Report

SUBJECT: Final = "政府信息公开工作年度报告"


def write(report: Report, path: Path, outcome: Outcome, *, draft: bool = False) -> None:
    """Write the workbook; the same report gives the same bytes. Raises WriteFailed.

    `outcome`: what the check of the report found. `draft`: each printed page's head says that the report cannot be filed yet.
    """
    book = Book(Workbook())
    places = Places()
    add_words(book, report, places)
    for table in report.form.tables:
        add_table(book, report, table, places)
    add_findings(book, report, outcome)
    places.add_sheet(book, report)
    _describe(book.workbook, report)
    if draft:
        mark_draft(book.workbook)
    save(path, _packed(book))


def _describe(workbook: Workbook, report: Report) -> None:
    about = workbook.properties
    about.title = clean(title_of(report))
    about.creator = clean(report.office)
    about.subject = SUBJECT
    about.created = about.modified = datetime.combine(date(report.year + 1, 1, 1), time())


def _packed(book: Book) -> bytes:
    return timeless(packed(book.workbook), book.with_results)
