"""Writes a report as a Word file set as an official document: real styles, merged cells, fields, GB/T 9704's page."""

from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Final

import docx
from docx.document import Document as WordFile
from docx.oxml.xmlchemy import BaseOxmlElement

from export.output import clean, save, timeless
from export.word.page import set_up
from export.word.paragraphs import Setting, paragraph, signature, title
from export.word.styles import style_elements
from export.word.tables import ROOM_ABOVE, caption, foot, space_after, table
from export.word.xml import replace_children
from model.compose import compose
from model.document import Block, Document, Paragraph, Role, Table
from model.report import Report

_UNUSED: Final = (
    "thumbnail",
    "stylesWithEffects",
    "customXml",
    "numbering",
    "fontTable",
    "webSettings",
    "extended-properties",
)


def write(report: Report, path: Path) -> None:
    """Write the report; the same report gives the same bytes. Raises WriteFailed."""
    save(path, render(compose(report)))


def render(document: Document) -> bytes:
    """Return the document as the bytes of a .docx file."""
    file = docx.Document()
    replace_children(file.styles.element, style_elements())
    set_up(file)
    _drop_unused_parts(file)
    body = file.element.body
    for number, block in enumerate(_blocks(document)):
        body.insert(number, block)
    _describe(file, document)
    made = BytesIO()
    file.save(made)
    return timeless(made)


def _drop_unused_parts(file: WordFile) -> None:
    """Leave out what the library's empty document brings: a picture of itself, old styles, lists, another's data."""
    for relations in (file.part.rels, file.part.package.rels):
        for name in [name for name, relation in relations.items() if relation.reltype.endswith(_UNUSED)]:
            del relations[name]


def _blocks(document: Document) -> Iterator[BaseOxmlElement]:
    around = zip((None, *document.blocks), document.blocks, (*document.blocks[1:], None), strict=False)
    for before, block, after in around:
        if isinstance(block, Table):
            yield from _table(block, new_page=block.own_page and not _is(before, Role.HEADING1))
        elif block.role is Role.TITLE:
            yield title(document)
        elif block.role is not Role.SIGNATURE:
            yield paragraph(block, _setting(before, block, after))
        elif not _is(before, Role.SIGNATURE):
            yield from signature([words for words in document.paragraphs if words.role is Role.SIGNATURE])


def _setting(before: Block | None, block: Paragraph, after: Block | None) -> Setting:
    """What a paragraph's neighbours ask of it."""
    new_page = _is(block, Role.HEADING1) and isinstance(after, Table) and after.own_page
    below_table = isinstance(before, Table) and not before.foot and not new_page
    return Setting(
        new_page,
        after=ROOM_ABOVE if isinstance(after, Table) else 0,
        begun=_is(before, Role.HEADING1, Role.HEADING2, Role.HEADING3),
        signed=_is(after, Role.SIGNATURE),
        before=space_after(before) if isinstance(before, Table) and below_table else 0,
    )


def _is(block: Block | None, *roles: Role) -> bool:
    return isinstance(block, Paragraph) and block.role in roles


def _table(content: Table, *, new_page: bool) -> Iterator[BaseOxmlElement]:
    if content.caption:
        yield caption(content)
    yield table(content, new_page=new_page)
    yield from foot(content)


def _describe(file: WordFile, document: Document) -> None:
    about = file.core_properties
    about.title = clean(document.title)[:255]
    about.author = about.last_modified_by = clean(document.author)[:255]
    about.subject = clean(document.subject)[:255]
    about.comments = about.keywords = ""
    about.language = "zh-CN"
    about.revision = 1
    about.created = about.modified = datetime.combine(date((document.year or 1980) + 1, 1, 1), time())
