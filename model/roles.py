"""What paragraphs and cells are, for readers, writers and editors alike."""

from enum import StrEnum
from typing import Final

from model.pattern import Pattern

_LEVEL2: Final = Pattern(r"[（(][一二三四五六七八九十]+[）)][^。；：:]{1,40}")
"""（一） with full-width brackets; those of half the width are a slip of the keyboard and a heading all the same."""
_LEVEL3: Final = Pattern(r"\d{1,2}[.．、][^。；：:]{1,40}")


class Role(StrEnum):
    """What a paragraph is; its looks are each writer's own affair (GB/T 9704-2012 names the levels)."""

    TITLE = "title"
    HEADING1 = "heading1"  # 一、
    HEADING2 = "heading2"  # （一）
    HEADING3 = "heading3"  # 1.
    BODY = "body"
    NOTE = "note"  # the small line above a table: 单位：件
    SIGNATURE = "signature"  # office name and date, right-aligned


class CellRole(StrEnum):
    """What a table cell is."""

    CORNER = "corner"
    BAND = "band"  # a title row inside a table: 第二十条第（一）项
    HEAD = "head"
    LABEL = "label"
    PROSE = "prose"  # sentences, set from the left; a label that is no entry of a list is centred
    VALUE = "value"


def role_of(words: str) -> Role:
    """Return the role of a paragraph of a section: a heading of level （一） or 1., or body text."""
    if _LEVEL2.fullmatch(words):
        return Role.HEADING2
    return Role.HEADING3 if _LEVEL3.fullmatch(words) else Role.BODY
