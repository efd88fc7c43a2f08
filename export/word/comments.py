"""What a check found, the 说明 that were given and the 意见 still open, as comments at their places.

They are for whoever goes on with the file.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from typing import Final

from docx.comments import Comment
from docx.document import Document as WordFile
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run

from export.output import clean
from model.document import Document, Role
from model.findings import Finding
from model.outcome import BLANK
from model.review.draft_notes import OWN_AUTHOR
from model.review.remarks import UNSIGNED, Remark

_INITIALS: Final = "核对"
_INITIALS_OF_REMARKS: Final = "意见"


def add_comments(file: WordFile, document: Document, findings: Iterable[Finding]) -> None:
    """Add a comment for each finding except the blank cells, which everybody sees: at its cell, words or section."""
    for finding in findings:
        if finding.code == BLANK:
            continue
        runs = next(_places(file, document, finding.cells, finding.quote, finding.page), [])
        if runs:
            words = f"{finding.level.value} {finding.code}　{finding.message}"
            if finding.explanation:
                words += f"\n说明：{finding.explanation}"
            _set_day(file.add_comment(runs, clean(words), OWN_AUTHOR, _INITIALS), document.dated)


def add_remarks(file: WordFile, document: Document, remarks: Iterable[Remark]) -> None:
    """Add a comment for each 意见, in the name and on the day of whoever made it: at its cell, paragraph or page."""
    for remark in remarks:
        place = remark.place
        cells = (place.cell,) if place.cell else ()
        page = place.text
        runs = next(_places(file, document, cells, place.quote, page), [])
        if runs:
            author = clean(remark.who) or UNSIGNED
            comment = file.add_comment(runs, clean(remark.text), author, _INITIALS_OF_REMARKS)
            day = date.fromisoformat(remark.when) if remark.when else document.dated
            _set_day(comment, day)


def _places(
    file: WordFile, document: Document, cells: Sequence[str], quote: str, page: str
) -> Iterator[list[Run]]:
    """The runs that a comment may hang on, the nearest first."""
    for table, made in zip(document.tables, file.tables, strict=True):
        for cell in table.cells:
            if cell.key is not None and cell.key in cells:
                yield from _with_words(made.cell(cell.row, cell.column).paragraphs)
    own = list(_paragraphs_of(file, document, page))
    if quote:
        for paragraphs in (own, file.paragraphs):
            yield from _with_words(p for p in paragraphs if quote in p.text)
    yield from _with_words(own[:1])
    yield from _with_words(file.paragraphs)


def _paragraphs_of(file: WordFile, document: Document, page: str) -> Iterator[WordParagraph]:
    """The paragraphs of a section from its heading on; those before the first heading are of no section."""
    headings = {block.text: block.section for block in document.paragraphs if block.role is Role.HEADING1}
    section = ""
    for paragraph in file.paragraphs:
        section = headings.get(paragraph.text, section)
        if section and section == page:
            yield paragraph


def _with_words(paragraphs: Iterable[WordParagraph]) -> Iterator[list[Run]]:
    return (paragraph.runs for paragraph in paragraphs if paragraph.runs)


def _set_day(comment: Comment, day: date) -> None:
    """Date a comment by the report, or by who made it: the same report gives the same bytes."""
    comment._comment_elm.set(qn("w:date"), f"{datetime.combine(day, time()).isoformat()}Z")  # noqa: SLF001
