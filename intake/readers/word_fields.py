"""Formulas in Word's fields: one whose result the file does not hold shows nothing until it is worked out."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from intake.readers.word_look import W

_BEGINS: Final = ("=", "EQ ")
"""What the code of a field begins with that is a formula."""


def lacks_result(paragraph: etree._Element) -> bool:
    """Return whether a formula in a paragraph has no result."""
    return any(
        code.strip().upper().startswith(_BEGINS) and not result.strip() for code, result in _fields(paragraph)
    )


def in_codes(paragraph: etree._Element) -> frozenset[etree._Element]:
    """Return the texts that are no more than parts of a field's code, as the result of a field inside it is."""
    found = []
    codes: list[bool] = []
    for element in paragraph.iter(f"{W}fldChar", f"{W}t"):
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            codes.append(True)
        elif kind == "separate" and codes:
            codes[-1] = False
        elif kind == "end" and codes:
            codes.pop()
        elif kind is None and any(codes):
            found.append(element)
    return frozenset(found)


def _fields(paragraph: etree._Element) -> Iterator[tuple[str, str]]:
    """The code and the result of each field that stands in no other; one that the paragraph does not end, too."""
    for simple in paragraph.iter(f"{W}fldSimple"):
        yield str(simple.get(f"{W}instr", "")), "".join(text.text or "" for text in simple.iter(f"{W}t"))
    depth = place = 0
    parts = ["", ""]
    for element in paragraph.iter(f"{W}fldChar", f"{W}instrText", f"{W}t"):
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            depth += 1
            if depth == 1:
                parts, place = ["", ""], 0
        elif kind == "separate" and depth == 1:
            place = 1
        elif kind == "end" and depth:
            depth -= 1
            if not depth:
                yield parts[0], parts[1]
        elif kind is None and depth and (element.tag == f"{W}instrText") == (place == 0):
            parts[place] += element.text or ""
    if depth:
        yield parts[0], parts[1]
