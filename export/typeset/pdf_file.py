"""The little of the PDF file format (ISO 32000-1) that set pages need: objects, streams, strings, cross-references.

Written out here because to load a PDF library takes longer than to set and write a whole report. Nothing in the file
tells of a time or a machine: the same objects give the same bytes.
"""

import hashlib
from typing import Final

_HEAD: Final = b"%PDF-1.5\n%\xe5\xb9\xb4\xe6\x8a\xa5\n"


class PdfFile:
    """The numbered objects of a PDF."""

    def __init__(self) -> None:
        self._objects: list[bytes] = []

    def reserve(self) -> int:
        """Return the number of an object that is put in later."""
        self._objects.append(b"null")
        return len(self._objects)

    def put(self, content: str | bytes, number: int = 0) -> int:
        """Put an object in, under a reserved number or the next one, and return its number."""
        number = number or self.reserve()
        self._objects[number - 1] = content.encode("ascii") if isinstance(content, str) else content
        return number

    def stream(self, packed: bytes, entries: str = "") -> int:
        """Put in a stream that zlib has compressed, with further entries of its dictionary, and return its number."""
        head = f"<< /Filter /FlateDecode /Length {len(packed)}{entries} >>\nstream\n"
        return self.put(head.encode("ascii") + packed + b"\nendstream")

    def save(self, root: int, information: int) -> bytes:
        """Return the file. Its ID is a digest of its objects."""
        parts = [_HEAD]
        offsets = []
        length = len(_HEAD)
        for number, content in enumerate(self._objects, 1):
            offsets.append(length)
            parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, content))
            length += len(parts[-1])
        table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
        digest = hashlib.sha256(b"".join(parts)).hexdigest()[:32]
        end = (
            f"xref\n0 {len(offsets) + 1}\n0000000000 65535 f \n{table}"
            f"trailer\n<< /Size {len(offsets) + 1} /Root {root} 0 R /Info {information} 0 R "
            f"/ID [<{digest}> <{digest}>] >>\nstartxref\n{length}\n%%EOF\n"
        )
        return b"".join((*parts, end.encode("ascii")))


def text_string(text: str) -> str:
    """Return a text as a PDF string that holds any character."""
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"
