"""Writes a report as PDF, set as GB/T 9704-2012 wants it. The same report gives the same bytes."""

from dataclasses import dataclass, field
from pathlib import Path

from export.output import save
from export.typeset.drawing import draw
from export.typeset.faces import Faces, embedded_faces
from export.typeset.flow import Paging, set_pages
from export.typeset.record import Record
from export.typeset.tagging import structure_of
from model.compose import compose
from model.document import Document
from model.report import Report


@dataclass(frozen=True, slots=True)
class PdfOptions:
    """How a PDF is set: in which faces and pages; with the check code and its QR code at each foot, or without.

    `draft`: each head says that the report cannot be filed yet.
    """

    faces: Faces = field(default_factory=embedded_faces)
    check_code: str = ""
    paging: Paging = Paging.WHOLE
    draft: bool = False


def write(report: Report, path: Path, options: PdfOptions | None = None) -> None:
    """Write the report to a file. Raises FaceUnusable and WriteFailed."""
    save(path, render(compose(report), options))


def render(document: Document, options: PdfOptions | None = None) -> bytes:
    """Return a document as PDF. Raises FaceUnusable when a typeface's file cannot be read."""
    chosen = options or PdfOptions()
    pages = set_pages(document, chosen.faces, chosen.check_code, chosen.paging, draft=chosen.draft)
    record = Record(document.title, document.author, document.subject, document.dated)
    return draw(pages, record, structure_of(document))
