"""Turns set pages into a PDF with reportlab: contents, bookmarks, document information and the faces they use."""

from collections.abc import Sequence
from io import BytesIO
from itertools import zip_longest
from typing import Final

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from export.typeset.breaks import clean
from export.typeset.fonts import tightened
from export.typeset.pages import PAGE_HEIGHT, PAGE_WIDTH, Page, Text

_PRODUCER: Final = "年报助手"
_OVERLAP: Final = 0.3
"""Marks that are set tighter overlap by half a character, spreading and squeezing by far less; in parts of the size."""


def draw(pages: Sequence[Page], title: str = "", author: str = "", subject: str = "") -> bytes:
    """Return the pages as PDF with what the document information says. The same pages give the same bytes."""
    target = BytesIO()
    canvas = Canvas(
        target,
        (PAGE_WIDTH, PAGE_HEIGHT),
        pageCompression=1,
        invariant=1,
        # Else reportlab begins each page in a face that is not embedded. Its stubs take the name for a number.
        initialFontName=next((text.font for page in pages for text in page.texts), None),  # type: ignore[arg-type]
        lang="zh-CN",
    )
    canvas.setTitle(clean(title))
    canvas.setAuthor(clean(author))
    canvas.setSubject(clean(subject))
    canvas.setCreator(_PRODUCER)
    canvas.setProducer(_PRODUCER)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    if any(mark.title for page in pages for mark in page.marks):
        canvas.showOutline()
    level = -1
    for page in pages:
        _draw_rules(canvas, page)
        _draw_words(canvas, page.texts)
        level = _bookmark(canvas, page, level)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _draw_rules(canvas: Canvas, page: Page) -> None:
    width = 0.0
    for rule in page.rules:
        if rule.width != width:
            width = rule.width
            canvas.setLineWidth(width)
        canvas.line(rule.x1, PAGE_HEIGHT - rule.y1, rule.x2, PAGE_HEIGHT - rule.y2)


def _draw_words(canvas: Canvas, texts: Sequence[Text]) -> None:
    """Font and spacing are said only where they change."""
    words = canvas.beginText()
    font: tuple[str, float] | None = None
    spacing = 0.0
    for text, after in zip_longest(texts, texts[1:]):
        if font != (text.font, text.size):
            font = (text.font, text.size)
            words.setFont(*font)
        if spacing != text.spacing:
            spacing = text.spacing
            words.setCharSpace(spacing)
        words.setTextOrigin(text.x, PAGE_HEIGHT - text.y)
        words.textOut(tightened(text.text) if after is not None and _overlaps(text, after) else text.text)
    canvas.drawText(words)


def _overlaps(text: Text, after: Text) -> bool:
    """Whether the next text on the line begins before the square of this one's last character ends."""
    if after.y != text.y or after.x < text.x:
        return False
    end = text.x + stringWidth(text.text, text.font, text.size) + text.spacing * (len(text.text) - 1)
    return bool(after.x < end - _OVERLAP * text.size)


def _bookmark(canvas: Canvas, page: Page, level: int) -> int:
    """Add the page's bookmarks, none deeper than one below that before it, and return the last one's level."""
    for mark in page.marks:
        if mark.title:
            level = min(mark.level, level + 1)
            key = f"block-{mark.block}"
            canvas.bookmarkHorizontal(key, 0, PAGE_HEIGHT - mark.y)
            canvas.addOutlineEntry(clean(mark.title), key, level)
    return level
