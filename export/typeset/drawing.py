"""Turns set pages into a PDF with reportlab: contents, bookmarks, document information and the faces they use."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any, Final, cast

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from export.typeset.breaks import clean
from export.typeset.fonts import tightened
from export.typeset.pages import BLACK, PAGE_HEIGHT, PAGE_WIDTH, Page, Text
from export.typeset.record import LANGUAGE, Record, describe, objects_of
from export.typeset.tagging import Node, Tags

_VERSION: Final = (1, 7)
_OVERLAP: Final = 0.3
"""Marks that are set tighter overlap by half a character, spreading and squeezing by far less; in parts of the size."""


def draw(pages: Sequence[Page], record: Record, structure: Node) -> bytes:
    """Return the pages as tagged PDF with what it says of itself. The same pages give the same bytes."""
    target = BytesIO()
    canvas = Canvas(
        target,
        (PAGE_WIDTH, PAGE_HEIGHT),
        pageCompression=1,
        invariant=1,
        # Else reportlab begins each page in a face that is not embedded. Its stubs take the name for a number.
        initialFontName=next((text.font for page in pages for text in page.texts), None),  # type: ignore[arg-type]
        lang=LANGUAGE,
        pdfVersion=_VERSION,
    )
    describe(canvas, record)
    if any(mark.title for page in pages for mark in page.marks):
        canvas.showOutline()
    tags = Tags(structure)
    level = -1
    for page in pages:
        _draw_rules(canvas, page)
        _draw_words(canvas, page, tags)
        level = _bookmark(canvas, page, level)
        canvas.showPage()
    tags.write(objects_of(canvas))
    canvas.save()
    return target.getvalue()


def _draw_rules(canvas: Canvas, page: Page) -> None:
    """Rules, the squares of a code and bars carry no words: they belong to the page."""
    width, ink = 0.0, BLACK
    canvas.addLiteral("/Artifact BMC")
    for rule in page.rules:
        if rule.width != width:
            width = rule.width
            canvas.setLineWidth(width)
        if rule.ink != ink:
            ink = rule.ink
            canvas.setStrokeColorRGB(*ink)
        canvas.line(rule.x1, PAGE_HEIGHT - rule.y1, rule.x2, PAGE_HEIGHT - rule.y2)
    canvas.addLiteral("EMC")


def _draw_words(canvas: Canvas, page: Page, tags: Tags) -> None:
    """Font and spacing are said only where they change, and whose the words are."""
    words = canvas.beginText()
    font: tuple[str, float] | None = None
    spacing = 0.0
    for before, text, after in zip((None, *page.texts), page.texts, (*page.texts[1:], None), strict=False):
        if before is None or before.owner != text.owner:
            _say(words, tags.begin(text.owner, page.number - 1))
        if font != (text.font, text.size):
            font = (text.font, text.size)
            words.setFont(*font)
        if spacing != text.spacing:
            spacing = text.spacing
            words.setCharSpace(spacing)
        words.setTextOrigin(text.x, PAGE_HEIGHT - text.y)
        words.textOut(tightened(text.text) if after is not None and _overlaps(text, after) else text.text)
        if after is None or after.owner != text.owner:
            _say(words, "EMC")
    canvas.drawText(words)


def _say(words: PDFTextObject, operator: str) -> None:
    """Put an operator among those of a text object, for which reportlab has no method."""
    cast(Any, words)._code.append(operator)  # noqa: SLF001


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
