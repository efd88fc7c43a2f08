"""What a check found, and the 说明 that were given, as comments at their places: for whoever goes on with the file."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from typing import Final

from docx.document import Document as WordFile
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run

from export.output import clean
from model.check import BLANK
from model.document import Document, Role
from model.findings import Finding

_AUTHOR: Final = "年报助手"
_INITIALS: Final = "核对"


def add_comments(file: WordFile, document: Document, findings: Iterable[Finding]) -> None:
    """Add a comment for each finding except the blank cells, which everybody sees: at its cell, words or section."""
    for finding in findings:
        if finding.code == BLANK:
            continue
        runs = next(_places(file, document, finding), [])
        if runs:
            words = f"{finding.level.value} {finding.code}　{finding.message}"
            if finding.explanation:
                words += f"\n说明：{finding.explanation}"
            file.add_comment(runs, clean(words), _AUTHOR, _INITIALS)
    _date(file, document.dated)


def _places(file: WordFile, document: Document, finding: Finding) -> Iterator[list[Run]]:
    """The runs that a comment may hang on, the nearest first."""
    for table, made in zip(document.tables, file.tables, strict=True):
        for cell in table.cells:
            if cell.key is not None and cell.key in finding.cells:
                yield from _with_words(made.cell(cell.row, cell.column).paragraphs)
    if finding.quote:
        yield from _with_words(p for p in file.paragraphs if finding.quote in p.text)
    headings = [
        block.text
        for block in document.paragraphs
        if block.section == finding.page and block.role is Role.HEADING1
    ]
    yield from _with_words(p for p in file.paragraphs if p.text in headings)
    yield from _with_words(file.paragraphs)


def _with_words(paragraphs: Iterable[WordParagraph]) -> Iterator[list[Run]]:
    return (paragraph.runs for paragraph in paragraphs if paragraph.runs)


def _date(file: WordFile, day: date) -> None:
    """Date the comments by the report: the same report gives the same bytes."""
    for comment in file.comments:
        comment._comment_elm.set(qn("w:date"), f"{datetime.combine(day, time()).isoformat()}Z")  # noqa: SLF001
