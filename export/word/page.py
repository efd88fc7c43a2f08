"""The page of the Word file: A4 with the type area and grid of GB/T 9704, page numbers outside between dashes."""

import math
from collections.abc import Iterator
from typing import Final

from docx.document import Document as WordFile
from docx.oxml.xmlchemy import BaseOxmlElement

from export.official import (
    BODY_SIZE,
    CHARACTERS,
    DRAFT,
    LEFT,
    LINES,
    NUMBER_SIZE,
    PAGE,
    PITCH,
    POINT,
    TOP,
    TYPE_AREA,
)
from export.word.footer import set_footer
from export.word.styles import Style
from export.word.xml import element, replace_children, run, twips, twips_of

CHARACTER: Final = TYPE_AREA[0] / POINT / CHARACTERS
"""Width of a character of the grid in pt."""
_NUMBER_BELOW: Final = 7.0
"""From the type area down to the dashes of the page number in mm (GB/T 9704, 7.5)."""
_DASH: Final = 0.44
"""How far below the top of their line the dashes stand, in parts of the size: the base line is at 0.8 of it."""
_PLACE: Final = twips_of(TYPE_AREA[0]) / 20 / CHARACTERS
"""The same in Word's whole units of length, in pt."""
_CHARACTER_UNITS: Final = 4096
"""Units a pt in which the grid widens or narrows characters."""


def set_up(file: WordFile, *, draft: bool = False, code: str = "") -> None:
    """Set page, grid, page numbers and settings of the file.

    `draft`: the head of each page says so; `code`: a check code that stands beside the page number with its QR code.
    """
    replace_children(file.settings.element, _settings())
    section = file.sections[0]
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        set_footer(footer, side, code)
    for header in (section.header, section.even_page_header) if draft else ():
        header.is_linked_to_previous = False
        replace_children(header.part.element, [_draft()])
    _set_section(file.element.body.sectPr)


def _set_section(section: BaseOxmlElement) -> None:
    """Bottom margin and height of the type area are what 22 whole lines leave: Word knows no fraction of 1/20 pt."""
    # What the library's empty document was last saved by.
    section.attrib.clear()
    for child in list(section):
        if not child.tag.endswith(("footerReference", "headerReference")):
            section.remove(child)
    height = LINES * twips(PITCH)
    bottom = twips_of(PAGE[1]) - twips_of(TOP) - height
    right = twips_of(PAGE[0]) - twips_of(LEFT) - twips_of(TYPE_AREA[0])
    number = bottom - twips_of(_NUMBER_BELOW) - twips((1 - _DASH) * NUMBER_SIZE)
    margins = {"top": twips_of(TOP), "right": right, "bottom": bottom, "left": twips_of(LEFT)}
    section.extend([
        element("pgSz", w=twips_of(PAGE[0]), h=twips_of(PAGE[1])),
        element("pgMar", **margins, header=twips_of(15), footer=number, gutter=0),
        element("cols", space=425),
        element(
            "docGrid",
            type="lines",
            linePitch=twips(PITCH),
            # Down, not to the nearest: a hair too much, and Word counts 27 characters a line.
            charSpace=math.floor((_PLACE - BODY_SIZE) * _CHARACTER_UNITS),
        ),
    ])  # fmt: skip


def _draft() -> BaseOxmlElement:
    """The words of a draft, at the right."""
    setting = element("pPr", element("pStyle", val=Style.NUMBER), element("jc", val="right"))
    return element("p", setting, run(DRAFT))


def _settings() -> Iterator[BaseOxmlElement]:
    uri = "http://schemas.microsoft.com/office/word"
    yield element("evenAndOddHeaders")
    yield element("characterSpacingControl", val="doNotCompress")
    yield element("compat", element("compatSetting", name="compatibilityMode", uri=uri, val=15))
    yield element("themeFontLang", val="en-US", eastAsia="zh-CN")
