"""What a PDF says of itself: document information and the same as XMP, dated by the report and not by the clock."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, cast
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream
from reportlab.pdfgen.canvas import Canvas

from export.typeset.breaks import clean

PRODUCER: Final = "年报助手"
LANGUAGE: Final = "zh-CN"
_XMP: Final = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{day}T00:00:00+08:00</xmp:CreateDate>
<xmp:ModifyDate>{day}T00:00:00+08:00</xmp:ModifyDate>
<xmp:CreatorTool>{producer}</xmp:CreatorTool>
<pdf:Producer>{producer}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>
"""


@dataclass(frozen=True, slots=True)
class Record:
    """Title, office, subject (2024年度) and day of a document."""

    title: str = ""
    author: str = ""
    subject: str = ""
    day: date = date(1980, 1, 1)


def describe(canvas: Canvas, record: Record) -> None:
    """Write the record into the file, in both of its forms."""
    canvas.setTitle(clean(record.title))
    canvas.setAuthor(clean(record.author))
    canvas.setSubject(clean(record.subject))
    canvas.setCreator(PRODUCER)
    canvas.setProducer(PRODUCER)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.setDateFormatter(_always(record.day))
    words = {
        "title": record.title,
        "author": record.author,
        "subject": record.subject,
        "language": LANGUAGE,
        "producer": PRODUCER,
        "day": record.day.isoformat(),
    }
    xmp = _XMP.format(**{name: escape(clean(text)) for name, text in words.items()})
    stream = PDFStream(PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}), xmp.encode())
    # Readers of catalogues look for it in plain sight.
    stream.filters = []
    made = objects_of(canvas)
    made.Catalog.Metadata = made.Reference(stream)


def objects_of(canvas: Canvas) -> Any:  # noqa: ANN401 - reportlab has no types for it
    """Return the PDF that a canvas writes, to put objects into which reportlab knows no method for."""
    return cast(Any, canvas)._doc  # noqa: SLF001


def _always(day: date) -> Callable[..., str]:
    """What reportlab asks for a date, whatever the clock says."""

    def formatted(*_: int) -> str:
        return f"D:{day:%Y%m%d}000000+08'00'"

    return formatted
