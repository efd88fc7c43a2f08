"""What a web page shows of other files, or links to: where it has no words of its own, the report is in one of them."""

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

from lxml import etree

_SHOWING: Final = {"iframe": "src", "frame": "src", "embed": "src", "object": "data"}
"""Elements that show another file, and what names it."""
_DOCUMENT: Final = re.compile(r"\.(?:pdf|ofd|docx?|wps|rtf|xlsx?|et|zip|rar|7z)$", re.IGNORECASE)
_PAGE: Final = re.compile(r"[^/\\?#=]+\.(?:[sd]?html?|jsp|aspx?|php)$", re.IGNORECASE)
_LONGEST: Final = 60


def files_beside(root: etree._Element) -> tuple[str, ...]:
    """Return the names of the documents that a page shows or links to, and of the pages in its frames, each once."""
    return tuple(dict.fromkeys(name[:_LONGEST] for name in (*_shown(root), *_linked(root)) if name))


def _shown(root: etree._Element) -> Iterator[str]:
    for element in root.iter(*_SHOWING):
        name = _file_in(str(element.get(_SHOWING[str(element.tag)], "")))
        if _DOCUMENT.search(name) or _PAGE.fullmatch(name):
            yield name


def _linked(root: etree._Element) -> Iterator[str]:
    for element in root.iter("a"):
        name = _file_in(str(element.get("href", "")))
        words = " ".join("".join(map(str, element.itertext())).split())
        # A site that hands files out by number names them in its words alone.
        if _DOCUMENT.search(name) or _DOCUMENT.search(words):
            yield words or name


def _file_in(address: str) -> str:
    """The name of the file in an address: the last part of its path, or what its last parameter names."""
    path = unquote(address).strip()
    ends = [part for part in re.split(r"[/\\?&=#]", path) if _DOCUMENT.search(part)]
    return ends[-1] if ends else re.split(r"[?#]", path)[0].rsplit("/", 1)[-1]
