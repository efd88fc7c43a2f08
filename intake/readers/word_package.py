"""Makes Word files what the library reads, and reads within bounds.

Templates, files with macros and the strict dialect become the usual kind; a long text, as a ledger of thousands of rows
is, is rid of what no reader asks for: the library needs 15 bytes of memory for each byte of it.
"""

import io
import re
import zipfile
from collections.abc import Mapping
from typing import Final

_TYPES: Final = "[Content_Types].xml"
_DOCUMENT: Final = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_KIN: Final = re.compile(
    rb"application/vnd\.(?:ms-word\.(?:document|template)\.macroEnabled|openxmlformats-officedocument\.wordprocessingml\.template)"
    rb"(?:\.main)?\+xml",
    re.IGNORECASE,
)
_STRICT: Final = b"http://purl.oclc.org/ooxml/"
_DIALECT: Final[Mapping[bytes, bytes]] = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/math": b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    b"http://purl.oclc.org/ooxml/officeDocument/relationships/": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    ),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
}
"""Namespaces of ISO/IEC 29500 Strict before those that programs write."""
_LONG: Final = 2 * 2**20
"""Bytes of the text's part; a report has some hundred thousand."""
_UNASKED: Final = re.compile(
    rb"<w:(?:rFonts|szCs|lang|kern|spacing|w|jc|ind|(?:b|i)(?:Cs)?|tcW|vAlign|trHeight|noWrap|snapToGrid|proofErr|adjustRightInd"
    rb"|widowControl|textAlignment|lastRenderedPageBreak|(?:auto|over)\w+|(?:top|left|bottom|right|start|end)(?=\s))"
    rb"(?=[\s/])[^<>]*/>|\s(?:w:rsid|w14:(?:para|text)Id)\w*=\"[^<>\"]*\""
)
"""How words are set in faces, sizes for other scripts, lines around cells and the like; no reader looks at it."""


def usual_package(data: bytes) -> bytes:
    """Return the file as the usual kind of Word file: the very bytes where it is one. Raises what zipfile raises."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        types = archive.read(_TYPES)
        texts = [part for part in archive.infolist() if part.filename.startswith("word/document")]
        strict = _STRICT in archive.read("_rels/.rels") or any(
            _STRICT in archive.read(part) for part in texts
        )
        long = any(part.file_size > _LONG for part in texts)
        if not strict and not long and not _KIN.search(types):
            return data
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as usual:
            for part in archive.infolist():
                content = _KIN.sub(_DOCUMENT, types) if part.filename == _TYPES else archive.read(part)
                content = _translated(content) if strict else content
                if part in texts and part.file_size > _LONG:
                    content = _UNASKED.sub(b"", content)
                usual.writestr(part.filename, content)
    return made.getvalue()


def _translated(content: bytes) -> bytes:
    for strict, usual in _DIALECT.items():
        content = content.replace(strict, usual)
    return content
