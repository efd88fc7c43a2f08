"""The styles of the Word file, by the names that Word itself has for them, so that outline and navigation work."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from docx.oxml.xmlchemy import BaseOxmlElement

from export.official import BODY_SIZE, CHARACTERS, NUMBER_SIZE, PITCH, POINT, TITLE_SIZE, TYPE_AREA
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
    LEAD = "RunInHeading"


FANGSONG: Final = "仿宋_GB2312"
HEI: Final = "黑体"
KAI: Final = "楷体_GB2312"
SONG: Final = "宋体"
TITLE_FACE: Final = "方正小标宋简体"

TITLE_PITCH: Final = 1.25 * PITCH
"""From line to line of the title in pt."""
_NARROWER: Final = math.floor(20 * (TYPE_AREA[0] / POINT / CHARACTERS - BODY_SIZE))
"""What a character of body text is narrowed by, in 1/20 pt, so that 28 stand in a line. The text itself does this and
does not snap to the page's grid: LibreOffice gives a character two places in a grid that is narrower than its type."""


@dataclass(frozen=True, slots=True)
class _Look:
    """A paragraph style: Word's name for it, ours, face, size and pitch in pt, alignment, outline level."""

    name: str
    alias: str
    face: str
    size: float = BODY_SIZE
    pitch: float = PITCH
    align: str = "both"
    indented: bool = False
    level: int | None = None


_LOOKS: Final = {
    Style.TITLE: _Look("Title", "标题", TITLE_FACE, TITLE_SIZE, TITLE_PITCH, "center"),
    Style.HEADING1: _Look("heading 1", "一级标题", HEI, indented=True, level=0),
    Style.HEADING2: _Look("heading 2", "二级标题", KAI, indented=True, level=1),
    Style.HEADING3: _Look("heading 3", "三级标题", FANGSONG, indented=True, level=2),
    Style.BODY: _Look("Body Text", "正文文本", FANGSONG, indented=True),
    Style.NOTE: _Look("表注", "", SONG, 10.5, align="left"),
    Style.CAPTION: _Look("caption", "表题", TITLE_FACE, align="center", level=0),
    Style.CELL: _Look("表中文字", "", SONG, 10.5, 13.5, "center"),
    Style.SIGNATURE: _Look("Signature", "落款", FANGSONG, align="right"),
    Style.NUMBER: _Look("footer", "页码", SONG, NUMBER_SIZE, NUMBER_SIZE, "left"),
}


def style_elements() -> Iterator[BaseOxmlElement]:
    """Yield the children of <w:styles>: the defaults, then each style."""
    yield element("docDefaults", element("rPrDefault", _face(FANGSONG, BODY_SIZE)), element("pPrDefault"))
    yield element(
        "style",
        element("name", val="Normal"),
        element("aliases", val="正文"),
        element("qFormat"),
        element("pPr", element("widowControl", val="0"), element("spacing", before=0, after=0)),
        type="paragraph",
        default="1",
        styleId=Style.NORMAL,
    )
    for style, look in _LOOKS.items():
        yield _paragraph_style(style, look)
    yield element(
        "style",
        element("name", val="段首标题"),
        element("qFormat"),
        element("rPr", fonts(KAI)),
        type="character",
        customStyle="1",
        styleId=Style.LEAD,
    )


def _paragraph_style(style: Style, look: _Look) -> BaseOxmlElement:
    heading = look.level is not None
    outline = element("outlineLvl", val=look.level) if heading else None
    indent = element("ind", firstLineChars="200", firstLine=twips(2 * BODY_SIZE)) if look.indented else None
    custom = {"customStyle": "1"} if look.name == "表注" or look.name == "表中文字" else {}
    return element(
        "style",
        element("name", val=look.name),
        element("aliases", val=look.alias) if look.alias else None,
        element("basedOn", val=Style.NORMAL),
        element("next", val=Style.BODY) if heading or style is Style.TITLE else None,
        element("qFormat"),
        element(
            "pPr",
            element("keepNext") if heading else None,
            element("kinsoku"),
            element("overflowPunct"),
            element("autoSpaceDE", val="0"),
            element("autoSpaceDN", val="0"),
            element("snapToGrid", val="0"),
            element("spacing", line=twips(look.pitch), lineRule="exact"),
            indent,
            element("jc", val=look.align),
            outline,
        ),
        _face(look.face, look.size),
        type="paragraph",
        **custom,
        styleId=style,
    )


def _face(face: str, size: float) -> BaseOxmlElement:
    return element(
        "rPr",
        fonts(face),
        element("spacing", val=_NARROWER) if size == BODY_SIZE else None,
        element("sz", val=round(2 * size)),
        element("szCs", val=round(2 * size)),
        element("lang", val="en-US", eastAsia="zh-CN"),
    )
