"""Builds WordprocessingML: elements of the `w:` namespace, in the order in which they are given."""

from collections.abc import Iterable
from typing import Final, cast

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from export.official import POINT
from export.output import clean

_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


def element(name: str, /, *children: BaseOxmlElement | None, **attributes: object) -> BaseOxmlElement:
    """Return <w:name> with attributes of the same namespace; children that are None are left out."""
    named = {qn(f"w:{key}"): str(value) for key, value in attributes.items()}
    made = cast(BaseOxmlElement, OxmlElement(f"w:{name}", attrs=named))
    made.extend(child for child in children if child is not None)
    return made


def run(text: str, properties: BaseOxmlElement | None = None) -> BaseOxmlElement:
    """Return a run of text; a line feed breaks the line, a tab is one."""
    made = element("r", properties)
    for number, line in enumerate(clean(text).split("\n")):
        if number:
            made.append(element("br"))
        for place, words in enumerate(line.split("\t")):
            if place:
                made.append(element("tab"))
            if words:
                piece = element("t")
                piece.text = words
                piece.set(_SPACE, "preserve")
                made.append(piece)
    return made


def replace_children(parent: BaseOxmlElement, children: Iterable[BaseOxmlElement]) -> None:
    """Put these children in the place of all that an element has."""
    for old in list(parent):
        parent.remove(old)
    parent.extend(children)


def fonts(face: str, digits: str) -> BaseOxmlElement:
    """Return <w:rFonts>: Chinese characters in one face, quotation marks among them, digits and letters in another."""
    return element("rFonts", hint="eastAsia", ascii=digits, eastAsia=face, hAnsi=digits, cs=digits)


def twips(points: float) -> int:
    """Return twentieths of a point, Word's unit of length."""
    return round(points * 20)


def twips_of(millimetres: float) -> int:
    """Return a length in mm in twentieths of a point."""
    return twips(millimetres / POINT)
