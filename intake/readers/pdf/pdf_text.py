"""Reads PDF files: ruled tables as tables, the rest as paragraphs joined over line and page breaks."""

import itertools
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import pypdfium2

from intake.errors import SourceRefused
from intake.progress import Tell, silent
from intake.readers.limits import MOST_CHARACTERS, MOST_PAGES
from intake.readers.marks import PICTURE
from intake.readers.pdf.pdf_characters import Glyph
from intake.readers.pdf.pdf_glyphs import UNKNOWN, Line, glyphs_of, lines_of
from intake.readers.pdf.pdf_objects import pictures_on
from intake.readers.pdf.pdf_page_feet import without_feet
from intake.readers.pdf.pdf_rulings import Ruled, ruled_tables
from intake.readers.pdf.pdf_upright import set_upright
from model.document import Block, Document, Paragraph

_NUMBERED: Final = re.compile(r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]")
_PARAGRAPH_GAP: Final = 0.9
"""Of the type size: white space above a line that makes it begin a paragraph, where lines are set as usual."""
_WIDER: Final = 1.3
"""Of the white space between the lines of these pages: more than this makes a line begin a paragraph."""
_OTHER_TYPE: Final = 1.2
"""Larger or smaller by this, a line is set as something else than the one above: a title, what stands under it, a note."""
_FEWEST: Final = 30
"""Characters; with fewer the pages are pictures."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture without words over it, and how high it stands on its page."""

    top: float


@dataclass(frozen=True, slots=True)
class _Page:
    height: float
    lines: tuple[Line, ...]
    tables: tuple[Ruled, ...]
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True)
class _Setting:
    """How the text is set: its margins in points, and the white space that parts paragraphs, of the type size."""

    left: float
    right: float
    gap: float


def read_pdf(data: bytes, name: str, tell: Tell = silent) -> Document:
    """Return the pages' paragraphs and tables.

    Raises SourceRefused for a damaged, protected or endless file, and for one whose pages are pictures.
    """
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise SourceRefused(f"“{name}”加了密码；请打开后另存为不设密码的 PDF 再导入") from error
        raise
    try:
        if len(pdf) > MOST_PAGES:
            raise SourceRefused(f"“{name}”有 {len(pdf)} 页，不像是一份年度报告；请只保留年度报告的几页再导入")
        pages = list(_pages(pdf, name, tell))
        about = pdf.get_metadata_dict()
    finally:
        pdf.close()
    if (
        not any(page.tables for page in pages)
        and sum(len(line.text.replace(UNKNOWN, "")) for page in pages for line in page.lines) < _FEWEST
    ):
        raise SourceRefused(f"“{name}”是扫描件，其中没有可读的文字；请找到文字版（Word、网页）再导入")
    return Document(tuple(_blocks(pages)), about.get("Title", ""), about.get("Author", ""))


def _pages(pdf: pypdfium2.PdfDocument, name: str, tell: Tell) -> Iterator[_Page]:
    characters = 0
    for number in range(len(pdf)):
        tell(f"第 {number + 1} 页，共 {len(pdf)} 页")
        page = pdf[number]
        set_upright(page)
        glyphs = glyphs_of(page)
        characters += len(glyphs)
        if characters > MOST_CHARACTERS:
            raise SourceRefused(f"“{name}”的文字过多，不像是一份年度报告；请只保留年度报告的几页再导入")
        tables, rest = ruled_tables(page, glyphs)
        pictures = tuple(_pictures(page, glyphs))
        yield _Page(page.get_height(), tuple(lines_of(rest)), tuple(tables), pictures)
        page.close()


def _pictures(page: pypdfium2.PdfPage, glyphs: Sequence[Glyph]) -> Iterator[Picture]:
    """The pictures that no words stand on: those with words are the ground of a page, or its scan."""
    for left, bottom, right, top in pictures_on(page):
        places = (glyph.middle for glyph in glyphs)
        if not any(left <= x <= right and bottom <= y <= top for x, y in places):
            yield Picture(top)


def _blocks(pages: Sequence[_Page]) -> Iterator[Block]:
    """Paragraphs and tables from top to bottom; a paragraph goes on over a page break."""
    setting = _setting(pages)
    pending: list[Line] = []
    own = without_feet([page.height for page in pages], [page.lines for page in pages])
    for page, lines in zip(pages, own, strict=True):
        flow: list[Line | Ruled | Picture] = [*lines, *page.tables, *page.pictures]
        for item in sorted(flow, key=lambda item: -item.top):
            if not isinstance(item, Line):
                yield from _paragraph(pending)
                pending = []
                yield item.table if isinstance(item, Ruled) else Paragraph("", doubt=PICTURE)
                continue
            if pending and not _goes_on(pending[-1], item, setting):
                yield from _paragraph(pending)
                pending = []
            pending.append(item)
    yield from _paragraph(pending)


def _setting(pages: Sequence[_Page]) -> _Setting:
    """Where full lines begin and end, as most long lines agree on it, and how far apart the lines of a paragraph are."""
    full = [line for page in pages for line in page.lines if line.right - line.left > 15 * line.size]
    if not full:
        return _Setting(0.0, 0.0, _PARAGRAPH_GAP)
    lefts = Counter(round(line.left) for line in full)
    rights = sorted(line.right for line in full)
    best = max(lefts.values())
    left = min(place for place, times in lefts.items() if times * 3 >= best)
    close = _Setting(float(left), rights[len(rights) * 3 // 4], math.inf)
    gaps = sorted(
        (above.bottom - below.top) / below.size
        for page in pages
        for above, below in itertools.pairwise(sorted(page.lines, key=lambda line: -line.top))
        if _goes_on(above, below, close)
    )
    usual = gaps[len(gaps) // 2] if gaps else 0.0
    return replace(close, gap=max(_PARAGRAPH_GAP, usual * _WIDER))


def _goes_on(above: Line, below: Line, setting: _Setting) -> bool:
    """Whether a line continues the paragraph of the line above: that one is full, and this one begins at the margin."""
    if "\t" in above.text or "\t" in below.text or setting.right - setting.left < 10 * below.size:
        return False
    if above.bottom - below.top > setting.gap * below.size or _is_other_type(above, below):
        return False
    if _NUMBERED.match(below.text) and below.right < setting.right - 3 * below.size:
        return False
    full = above.right > setting.right - 2.5 * above.size
    return full and below.left < setting.left + 1.2 * below.size


def _is_other_type(above: Line, below: Line) -> bool:
    """Whether two lines are set in sizes that no paragraph mixes."""
    small, large = sorted((above.type_size, below.type_size))
    return large > _OTHER_TYPE * small


def _paragraph(lines: Iterable[Line]) -> Iterator[Paragraph]:
    text = ""
    for line in lines:
        needs_space = (
            text[-1:].isascii()
            and text[-1:].isalpha()
            and line.text[:1].isascii()
            and line.text[:1].isalpha()
        )
        text += (" " if needs_space else "") + line.text
    if text.strip():
        yield Paragraph(text.strip())
