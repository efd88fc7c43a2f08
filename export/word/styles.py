"""The styles of the Word file, by the names that Word itself has for them, so that outline and navigation work."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from docx.oxml.xmlchemy import BaseOxmlElement

from export.official import BODY_SIZE, NUMBER_SIZE, PITCH, TITLE_SIZE
from export.word.tracking import USUAL
from export.word.xml import element, fonts, twips


class Style(StrEnum):
    """Style ids."""

    NORMAL = "Normal"
    TITLE = "Title"
    HEADING1 = "Heading1"
    HEADING2 = "Heading2"
    HEADING3 = "Heading3"
    BODY = "BodyText"
    NOTE = "TableNote"
    CAPTION = "Caption"
    CELL = "TableText"
    SIGNATURE = "Signature"
    NUMBER = "Footer"
    TABLE = "TableGrid"
    LEAD = "RunInHeading"
    COMMENT = "CommentText"
    COMMENT_MARK = "CommentReference"


FANGSONG: Final = "仿宋_GB2312"
HEI: Final = "黑体"
KAI: Final = "楷体_GB2312"
SONG: Final = "宋体"
TITLE_FACE: Final = "方正小标宋简体"
LATIN: Final = "Times New Roman"

TITLE_PITCH: Final = 1.25 * PITCH
"""From line to line of the title in pt."""
_COMMENT_SIZE: Final = 10.5
"""五号, in which Word has comments; without a style of their own they would be as large as the text."""


@dataclass(frozen=True, slots=True)
class _Look:
    """A paragraph style: Word's name for it, face, size and pitch in pt, alignment, outline level.

    `digits` is the face of digits and Latin letters: Times, except in headings and titles, which have their own.
    """

    name: str
    face: str
    size: float = BODY_SIZE
    pitch: float = PITCH
    align: str = "both"
    indented: bool = False
    level: int | None = None
    digits: str = LATIN


_LOOKS: Final = {
    Style.TITLE: _Look("Title", TITLE_FACE, TITLE_SIZE, TITLE_PITCH, "center", digits=TITLE_FACE),
    Style.HEADING1: _Look("heading 1", HEI, indented=True, level=0, digits=HEI),
    Style.HEADING2: _Look("heading 2", KAI, indented=True, level=1),
    Style.HEADING3: _Look("heading 3", FANGSONG, indented=True, level=2),
    Style.BODY: _Look("Body Text", FANGSONG, indented=True),
    Style.NOTE: _Look("表注", SONG, 10.5, align="left"),
    Style.CAPTION: _Look("caption", TITLE_FACE, align="center", level=0, digits=TITLE_FACE),
    Style.CELL: _Look("表中文字", SONG, 10.5, 13.5, "center"),
    Style.SIGNATURE: _Look("Signature", FANGSONG, align="right"),
    Style.NUMBER: _Look("footer", SONG, NUMBER_SIZE, NUMBER_SIZE, "left", digits=SONG),
    Style.COMMENT: _Look("annotation text", SONG, _COMMENT_SIZE, 1.3 * _COMMENT_SIZE, "left"),
}
_OWN_NAMES: Final = frozenset(("表注", "表中文字"))
"""Styles that Word has no name of its own for."""


def style_elements() -> Iterator[BaseOxmlElement]:
    """Yield the children of <w:styles>: the defaults, then each style."""
    yield element(
        "docDefaults", element("rPrDefault", _face(FANGSONG, LATIN, BODY_SIZE)), element("pPrDefault")
    )
    yield element(
        "style",
        element("name", val="Normal"),
        element("qFormat"),
        element("pPr", element("widowControl", val="0"), element("spacing", before=0, after=0)),
        # The grid's places are as wide as this style's type; LibreOffice does not ask the defaults.
        element("rPr", element("sz", val=round(2 * BODY_SIZE)), element("szCs", val=round(2 * BODY_SIZE))),
        type="paragraph",
        default="1",
        styleId=Style.NORMAL,
    )
    for style, look in _LOOKS.items():
        yield _paragraph_style(style, look)
    yield _table_style()
    yield element(
        "style",
        element("name", val="段首标题"),
        element("qFormat"),
        element("rPr", fonts(KAI, LATIN)),
        type="character",
        customStyle="1",
        styleId=Style.LEAD,
    )
    size = round(2 * _COMMENT_SIZE)
    yield element(
        "style",
        element("name", val="annotation reference"),
        element("rPr", element("sz", val=size), element("szCs", val=size)),
        type="character",
        styleId=Style.COMMENT_MARK,
    )


def _table_style() -> BaseOxmlElement:
    """Word's own style of a ruled table; each table says its own thickness of rules."""
    border = {"val": "single", "sz": 4, "space": 0, "color": "000000"}
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    return element(
        "style",
        element("name", val="Table Grid"),
        element("tblPr", element("tblBorders", *(element(side, **border) for side in sides))),
        type="table",
        styleId=Style.TABLE,
    )


def _paragraph_style(style: Style, look: _Look) -> BaseOxmlElement:
    heading = look.level is not None
    outline = element("outlineLvl", val=look.level) if heading else None
    indent = element("ind", firstLineChars="200", firstLine=twips(2 * BODY_SIZE)) if look.indented else None
    custom = {"customStyle": "1"} if look.name in _OWN_NAMES else {}
    return element(
        "style",
        element("name", val=look.name),
        element("basedOn", val=Style.NORMAL),
        element("next", val=Style.BODY) if heading or style is Style.TITLE else None,
        None if style is Style.COMMENT else element("qFormat"),
        element(
            "pPr",
            element("keepNext") if heading else None,
            element("kinsoku"),
            element("overflowPunct"),
            element("autoSpaceDE"),
            element("autoSpaceDN"),
            element("snapToGrid", val="0"),
            element("spacing", line=twips(look.pitch), lineRule="exact"),
            indent,
            element("jc", val=look.align),
            outline,
        ),
        _face(look.face, look.digits, look.size),
        type="paragraph",
        **custom,
        styleId=style,
    )


def _face(face: str, digits: str, size: float) -> BaseOxmlElement:
    return element(
        "rPr",
        fonts(face, digits),
        element("spacing", val=USUAL) if size == BODY_SIZE else None,
        element("sz", val=round(2 * size)),
        element("szCs", val=round(2 * size)),
        element("lang", val="en-US", eastAsia="zh-CN"),
    )
