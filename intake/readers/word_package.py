"""Makes Word files of the neighbouring kinds what the library reads: templates, files with macros, the strict dialect."""

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


def usual_package(data: bytes) -> bytes:
    """Return the file as the usual kind of Word file: the very bytes where it is one. Raises what zipfile raises."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        types = archive.read(_TYPES)
        strict = _STRICT in archive.read("_rels/.rels") or any(
            _STRICT in archive.read(part) for part in archive.namelist() if part.startswith("word/document")
        )
        if not strict and not _KIN.search(types):
            return data
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as usual:
            for part in archive.infolist():
                content = _KIN.sub(_DOCUMENT, types) if part.filename == _TYPES else archive.read(part)
                usual.writestr(part.filename, _translated(content) if strict else content)
    return made.getvalue()


def _translated(content: bytes) -> bytes:
    for strict, usual in _DIALECT.items():
        content = content.replace(strict, usual)
    return content
