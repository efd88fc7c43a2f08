"""Writes a report as a Word file set as an official document: real styles, merged cells, fields, GB/T 9704's page."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, time
from io import BytesIO
from itertools import takewhile
from pathlib import Path
from typing import Final

import docx
from docx.document import Document as WordFile
from docx.oxml.xmlchemy import BaseOxmlElement

from export.output import clean, save, timeless
from export.typeset.flow import Paging, leads
from export.word.comments import add_comments, add_remarks
from export.word.font_table import set_font_table
from export.word.page import set_up
from export.word.paragraphs import Setting, paragraph, signature, title
from export.word.plan import ROOM_ABOVE, Plan, plan_of
from export.word.styles import style_elements
from export.word.tables import caption, foot, last_line, table
from export.word.tracking import USUAL
from export.word.xml import replace_children
from model.compose import compose
from model.document import Block, Document, Paragraph, Role, Table
from model.findings import Finding
from model.preamble import REPORT_NAME
from model.report import Report
from model.review.remarks import Remark

_HEADINGS: Final = (Role.HEADING1, Role.HEADING2, Role.HEADING3)
_UNUSED: Final = (
    "thumbnail",
    "stylesWithEffects",
    "customXml",
    "numbering",
    "theme",
    "webSettings",
    "extended-properties",
)


def write(
    report: Report,
    path: Path,
    paging: Paging = Paging.WHOLE,
    findings: Sequence[Finding] = (),
    remarks: Sequence[Remark] = (),
    *,
    draft: bool = False,
) -> None:
    """Write the report, with comments for these findings and 意见. Raises WriteFailed.

    The same report gives the same bytes.
    """
    save(path, render(compose(report), paging, findings, remarks, draft=draft))


def render(
    document: Document,
    paging: Paging = Paging.WHOLE,
    findings: Sequence[Finding] = (),
    remarks: Sequence[Remark] = (),
    *,
    draft: bool = False,
    code: str = "",
) -> bytes:
    """Return the document as the bytes of a .docx file, its tables set and cut as in the PDF.

    `draft`: each page's head says that the report cannot be filed yet; `code`: the check code at each page's foot.
    """
    file = docx.Document()
    replace_children(file.styles.element, style_elements())
    set_up(file, draft=draft, code=code)
    _drop_unused_parts(file)
    body = file.element.body
    for number, block in enumerate(_blocks(document, plan_of(document, paging))):
        body.insert(number, block)
    if document.blocks and isinstance(document.blocks[-1], Table) and not document.blocks[-1].foot:
        body.sectPr.addprevious(last_line())
    set_font_table(file)
    if findings:
        add_comments(file, document, findings)
    if remarks:
        add_remarks(file, document, remarks)
    _describe(file, document)
    made = BytesIO()
    file.save(made)
    return timeless(made)


def _drop_unused_parts(file: WordFile) -> None:
    """Leave out what the library's empty document brings: a picture of itself, old styles, lists, another's data."""
    for relations in (file.part.rels, file.part.package.rels):
        for name in [name for name, relation in relations.items() if relation.reltype.endswith(_UNUSED)]:
            del relations[name]


def _blocks(document: Document, plan: Plan) -> Iterator[BaseOxmlElement]:
    around = zip((None, *document.blocks), document.blocks, (*document.blocks[1:], None), strict=False)
    for at, (before, block, after) in enumerate(around):
        if isinstance(block, Table):
            name = block.caption or _heading(document.blocks[:at])
            yield from _table(block, plan, at, name, signed=_is(after, Role.SIGNATURE))
        elif block.role is Role.TITLE:
            yield title(document)
        elif block.role is not Role.SIGNATURE:
            setting = _setting(document.blocks, plan, at)
            yield paragraph(block, replace(setting, new_page=_before_table(document.blocks, plan, at)))
        elif not _is(before, Role.SIGNATURE):
            yield from signature([words for words in document.paragraphs if words.role is Role.SIGNATURE])


def _heading(blocks: Sequence[Block]) -> str:
    """The heading of the section that begins last among these blocks."""
    texts = [block.text for block in blocks if isinstance(block, Paragraph) and block.role is Role.HEADING1]
    return texts[-1] if texts else ""


def _setting(blocks: Sequence[Block], plan: Plan, at: int) -> Setting:
    """What its neighbours ask of a paragraph."""
    before = blocks[at - 1] if at else None
    after = blocks[at + 1] if at + 1 < len(blocks) else None
    headings = takewhile(lambda place: _is(blocks[place], *_HEADINGS), range(at - 1, -1, -1))
    return Setting(
        after=ROOM_ABOVE if isinstance(after, Table) else 0,
        bare=_is(blocks[at], *_HEADINGS) and not leads(blocks, at),
        begun=any(place in plan.early for place in headings),
        signed=_is(after, Role.SIGNATURE) and at in plan.pulled,
        before=plan.tables[at - 1].below if isinstance(before, Table) and not before.foot else 0,
        tracking=plan.tracking.get(at, USUAL),
        ragged=at in plan.ragged,
    )


def _before_table(blocks: Sequence[Block], plan: Plan, at: int) -> bool:
    """Whether the block is a heading that begins a page because the table below it needs the room."""
    section = takewhile(lambda block: not _is(block, Role.HEADING1, Role.SIGNATURE), blocks[at + 1 :])
    heading = _is(blocks[at], Role.HEADING1, Role.HEADING2)
    return heading and at in plan.early and any(isinstance(block, Table) for block in section)


def _is(block: Block | None, *roles: Role) -> bool:
    return isinstance(block, Paragraph) and block.role in roles


def _table(content: Table, plan: Plan, at: int, name: str, *, signed: bool) -> Iterator[BaseOxmlElement]:
    if content.caption:
        yield caption(content)
    early = at in plan.early and not content.caption
    yield table(content, plan.tables[at], clean(name), new_page=early, signed=signed)
    yield from foot(content)


def _describe(file: WordFile, document: Document) -> None:
    about = file.core_properties
    about.title = clean(document.title)[:255]
    about.author = about.last_modified_by = clean(document.author)[:255]
    about.subject = clean(document.subject)[:255]
    about.comments = about.keywords = ""
    about.category = REPORT_NAME
    about.language = "zh-CN"
    about.revision = 1
    about.created = about.modified = datetime.combine(document.dated, time())
