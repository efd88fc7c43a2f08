"""Rows of an .xlsx sheet with a cell that is struck through: whoever keeps the ledger has taken them back."""

import re
import zipfile
from typing import Final

from lxml import etree

STYLES: Final = "xl/styles.xml"
_NO: Final = ("0", "false")


def struck_styles(archive: zipfile.ZipFile) -> tuple[int, ...]:
    """Return the numbers of the formats whose letters are struck through. Raises XMLSyntaxError and what archives raise."""
    if STYLES not in archive.namelist():
        return ()
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    styles = etree.fromstring(archive.read(STYLES), parser)
    fonts = {number for number, font in enumerate(styles.iterfind("{*}fonts/{*}font")) if _is_struck(font)}
    formats = styles.iterfind("{*}cellXfs/{*}xf")
    return tuple(number for number, entry in enumerate(formats) if _font(entry) in fonts)


def struck_rows(content: bytes, styles: tuple[int, ...]) -> frozenset[int]:
    """Return the places of the rows with something in a cell of one of these formats."""
    if not styles:
        return frozenset()
    numbers = b"|".join(b"%d" % style for style in styles)
    cells = re.compile(
        rb"<(?:\w+:)?c (?=[^>]*\bs=\"(?:" + numbers + rb")\")[^>]*\br=\"[A-Z]{1,3}(\d+)\"[^>]*(?<!/)>(?!</)"
    )
    return frozenset(int(match[1]) - 1 for match in cells.finditer(content))


def _is_struck(font: etree._Element) -> bool:
    strike = font.find("{*}strike")
    return strike is not None and strike.get("val") not in _NO


def _font(entry: etree._Element) -> int:
    number = entry.get("fontId", "0")
    return int(number) if number.isdecimal() else 0
