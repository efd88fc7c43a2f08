"""The parts of an Excel file as they lie in its archive, for what openpyxl does not tell of them."""

import posixpath
import zipfile
from collections.abc import Iterator
from typing import Final

from lxml import etree

_BOOK: Final = "xl/workbook.xml"
_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def sheets_of(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Yield each sheet's name and part. Raises KeyError and lxml.etree.XMLSyntaxError for a damaged file."""
    parts = related(archive, _BOOK)
    for sheet in parsed(archive, _BOOK).iter("{*}sheet"):
        yield str(sheet.get("name")), parts.get(str(sheet.get(_RELATION)), "")


def related(archive: zipfile.ZipFile, part: str) -> dict[str, str]:
    """Return id → part of everything that a part refers to inside the file."""
    folder, name = posixpath.split(part)
    relations = f"{folder}/_rels/{name}.rels"
    if relations not in archive.namelist():
        return {}
    return {
        str(each.get("Id")): posixpath.normpath(posixpath.join("/", folder, str(each.get("Target")))).lstrip(
            "/"
        )
        for each in parsed(archive, relations)
        if each.get("TargetMode") != "External"
    }


def parsed(archive: zipfile.ZipFile, part: str) -> etree._Element:
    """Return a part as a tree. Raises KeyError for one that is not there, XMLSyntaxError."""
    return etree.fromstring(archive.read(part), etree.XMLParser(resolve_entities=False, no_network=True))
