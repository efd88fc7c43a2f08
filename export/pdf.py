"""Writes a report as PDF, set as GB/T 9704-2012 wants it. The same report gives the same bytes."""

from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from export.output import save
from export.typeset.faces import Faces, embedded_faces
from export.typeset.flow import set_pages
from export.typeset.pages import PAGE_HEIGHT, PAGE_WIDTH, Page
from model.compose import compose
from model.document import Document
from model.report import Report


@dataclass(frozen=True, slots=True)
class PdfOptions:
    """How a PDF is set: in which faces; with the check code and its QR code at the foot of each page, or without."""

    faces: Faces = field(default_factory=embedded_faces)
    check_code: str = ""


def write(report: Report, path: Path, options: PdfOptions | None = None) -> None:
    """Write the report to a file. Raises FaceUnusable and WriteFailed."""
    save(path, render(compose(report), options))


def render(document: Document, options: PdfOptions | None = None) -> bytes:
    """Return a document as PDF. Raises FaceUnusable when a typeface's file cannot be read."""
    chosen = options or PdfOptions()
    return draw(set_pages(document, chosen.faces, chosen.check_code), document)


def draw(pages: tuple[Page, ...], document: Document) -> bytes:
    """Return set pages as PDF, with the document's title, author and subject, and bookmarks."""
    target = BytesIO()
    canvas = Canvas(target, pagesize=(PAGE_WIDTH, PAGE_HEIGHT), pageCompression=1, invariant=1, lang="zh-CN")
    canvas.setTitle(document.title)
    canvas.setAuthor(document.author)
    canvas.setSubject(document.subject)
    canvas.setCreator("年报助手")
    canvas.setProducer("年报助手")
    if any(mark.title for page in pages for mark in page.marks):
        canvas.showOutline()
    for page in pages:
        _draw_page(canvas, page)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _draw_page(canvas: Canvas, page: Page) -> None:
    for rule in page.rules:
        canvas.setLineWidth(rule.width)
        canvas.line(rule.x1, PAGE_HEIGHT - rule.y1, rule.x2, PAGE_HEIGHT - rule.y2)
    words = canvas.beginText()
    for text in page.texts:
        words.setFont(text.font, text.size)
        words.setCharSpace(text.spacing)
        words.setTextOrigin(text.x, PAGE_HEIGHT - text.y)
        words.textOut(text.text)
    canvas.drawText(words)
    for mark in page.marks:
        if mark.title:
            key = f"block-{mark.block}"
            canvas.bookmarkHorizontal(key, 0, PAGE_HEIGHT - mark.y)
            canvas.addOutlineEntry(mark.title, key, mark.level)
