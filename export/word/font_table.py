"""The font table: which other face to take where an office's own is not installed (ECMA-376, 17.8.3.1)."""

from typing import Final
from xml.sax.saxutils import quoteattr

from docx.document import Document as WordFile
from docx.opc.part import Part

from export.word.styles import FANGSONG, HEI, KAI, LATIN, SONG, TITLE_FACE

_SPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_CHINESE: Final = "86"
"""The character set of GB 2312."""
_FACES: Final = (
    # face, the face that stands in for it, PANOSE, family, pitch
    (FANGSONG, "仿宋", "02010609030101010101", "modern", "fixed"),
    (KAI, "楷体", "02010609030101010101", "modern", "fixed"),
    (TITLE_FACE, "华文中宋", "02010600040101010101", "auto", "variable"),
    (HEI, "SimHei", "02010609060101010101", "modern", "fixed"),
    (SONG, "SimSun", "02010600030101010101", "auto", "variable"),
    (LATIN, "Liberation Serif", "02020603050405020304", "roman", "variable"),
)
"""What a plain Windows has instead; the numbers tell any other system what to look for."""


def set_font_table(file: WordFile) -> None:
    """Put our faces in the place of those of the library's empty document."""
    for relation in file.part.rels.values():
        if relation.reltype.endswith("/fontTable"):
            part: Part = relation.target_part
            part._blob = _table().encode()  # noqa: SLF001 - the library reads and writes it as it is


def _table() -> str:
    fonts = "".join(_font(*face) for face in _FACES)
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f'{head}\n<w:fonts xmlns:w="{_SPACE}">{fonts}</w:fonts>'


def _font(name: str, other: str, panose: str, family: str, pitch: str) -> str:
    charset = "00" if name == LATIN else _CHINESE
    return (
        f"<w:font w:name={quoteattr(name)}><w:altName w:val={quoteattr(other)}/>"
        f'<w:panose1 w:val="{panose}"/><w:charset w:val="{charset}"/>'
        f'<w:family w:val="{family}"/><w:pitch w:val="{pitch}"/></w:font>'
    )
