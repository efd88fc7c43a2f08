"""How Word shows a run: hidden, struck out, raised, lowered; as the run itself says it, or its styles."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from intake.readers.colours import is_ground, is_none, is_white

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF: Final = ("0", "false", "off", "none")
_RAISED_BY: Final = 4
"""Half points; a run that is moved up by less only sits better in its line."""
_LEGIBLE: Final = 6
"""Half points; smaller type is not meant to be read."""
_GROUNDS: Final = ("background1", "light1")
"""The theme's names for white."""
_MOST_STYLES: Final = 20
"""That one style rests upon."""


def value(element: etree._Element | None) -> str:
    """Return what an element's w:val says, "" without one."""
    return "" if element is None else str(element.get(f"{W}val", ""))


def is_on(element: etree._Element | None) -> bool:
    """Whether a toggle is set: it is there and does not say that it is off."""
    return element is not None and value(element) not in _OFF


def _is_white(color: etree._Element | None) -> bool:
    """Whether a colour is white, by itself or as the theme's ground."""
    if color is None:
        return False
    shaded = color.get(f"{W}themeShade") is not None
    named = str(color.get(f"{W}themeColor", ""))
    return named in _GROUNDS and not shaded if named else is_white(value(color))


class WordLook:
    """What a file's styles say."""

    def __init__(self, styles: etree._Element | None) -> None:
        listed = () if styles is None else styles.iterchildren(f"{W}style")
        self._styles = {str(style.get(f"{W}styleId", "")): style for style in listed}

    def is_hidden(self, run: etree._Element) -> bool:
        """Whether the run is not shown."""
        return is_on(self._said(run, "vanish")) or is_on(self._said(run, "specVanish"))

    def is_unsure(self, run: etree._Element) -> bool:
        """Whether it cannot be told that the run is seen: it is white on no ground of its own, or too small to be read."""
        size = value(self._said(run, "sz"))
        tiny = size.isdecimal() and int(size[:4]) <= _LEGIBLE
        return tiny or (_is_white(self._said(run, "color")) and not self._is_on_a_ground(run))

    def is_struck(self, run: etree._Element) -> bool:
        """Whether the run is struck out."""
        return is_on(self._said(run, "strike")) or is_on(self._said(run, "dstrike"))

    def raised_by(self, run: etree._Element) -> int:
        """Return 1 for a raised run, -1 for a lowered one, 0 for a level one."""
        align = value(self._said(run, "vertAlign"))
        if align in ("superscript", "subscript"):
            return 1 if align == "superscript" else -1
        moved = value(self._said(run, "position"))
        by = int(moved) if moved.removeprefix("-").isdecimal() else 0
        return (by >= _RAISED_BY) - (by <= -_RAISED_BY)

    def paragraph_property(self, paragraph: etree._Element, name: str) -> etree._Element | None:
        """Return what a paragraph or its styles say under a name, None where they say nothing."""
        said = paragraph.find(f"{W}pPr/{W}{name}")
        if said is not None:
            return said
        return self._of_style(value(paragraph.find(f"{W}pPr/{W}pStyle")), f"{W}pPr/{W}{name}")

    def _is_on_a_ground(self, run: etree._Element) -> bool:
        """Whether it stands on a ground on which white words are seen: its own, or its paragraph's, cell's or table's."""
        if value(self._said(run, "highlight")) not in ("", "none", "white"):
            return True
        paragraph = next(run.iterancestors(f"{W}p"), None)
        grounds = [self._said(run, "shd")]
        if paragraph is not None:
            grounds.append(self.paragraph_property(paragraph, "shd"))
        grounds += [cell.find(f"{W}tcPr/{W}shd") for cell in run.iterancestors(f"{W}tc")]
        grounds += [table.find(f"{W}tblPr/{W}shd") for table in run.iterancestors(f"{W}tbl")]
        fills = [str(ground.get(f"{W}fill", "")) for ground in grounds if ground is not None]
        return is_ground(next((fill for fill in fills if not is_none(fill)), ""))

    def _said(self, run: etree._Element, name: str) -> etree._Element | None:
        said = run.find(f"{W}rPr/{W}{name}")
        if said is None:
            said = self._of_style(value(run.find(f"{W}rPr/{W}rStyle")), f"{W}rPr/{W}{name}")
        if said is None:
            paragraph = next(run.iterancestors(f"{W}p"), None)
            style = value(paragraph.find(f"{W}pPr/{W}pStyle")) if paragraph is not None else ""
            said = self._of_style(style, f"{W}rPr/{W}{name}")
        return said

    def _of_style(self, style: str, path: str) -> etree._Element | None:
        for element in self._chain(style):
            said = element.find(path)
            if said is not None:
                return said
        return None

    def _chain(self, style: str) -> Iterator[etree._Element]:
        """The style and those it rests upon."""
        for _ in range(_MOST_STYLES):
            if style not in self._styles:
                return
            yield self._styles[style]
            style = value(self._styles[style].find(f"{W}basedOn"))
