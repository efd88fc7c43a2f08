"""Whether a digit on a PDF page can be seen: not in white on no ground of its own, and not under a white patch."""

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pypdfium2
from pypdfium2 import raw

from intake.readers.pdf.pdf_objects import MOST_OBJECTS, address_of, bounds_on_page, objects_on

_WHITE: Final = 0xF0
"""Every part of a colour at least so light: on paper it is not seen."""
_GROUND: Final = 0xD0
"""A part below that makes a ground on which white words are seen."""
_OPAQUE: Final = 0xF0
_FILLED: Final = frozenset((raw.FPDF_TEXTRENDERMODE_FILL, raw.FPDF_TEXTRENDERMODE_FILL_CLIP))
"""Of text that is drawn in its filling alone."""
_PATCH: Final = 3.0
"""Of the type size: what is painted over a number is hardly higher; a larger white shape may be cut to another."""
_PICTURES: Final = (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING)


@dataclass(frozen=True, slots=True)
class _Shape:
    """A filled shape or a picture: when it is drawn, and where, in points."""

    drawn: int
    box: tuple[float, float, float, float]

    def is_under(self, x: float, y: float) -> bool:
        left, bottom, right, top = self.box
        return left <= x <= right and bottom <= y <= top


class Ink:
    """The colours of one page's text, and what is painted under and over it."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self._grounds: list[_Shape] = []
        self._patches: list[_Shape] = []
        self._texts: dict[int, int] = {}
        for drawn, item in enumerate(objects_on(page)):
            if item.type == raw.FPDF_PAGEOBJ_TEXT:
                self._texts[address_of(item.raw)] = drawn
            elif item.type in _PICTURES:
                self._grounds.append(_Shape(drawn, bounds_on_page(item)))
            elif item.type == raw.FPDF_PAGEOBJ_PATH:
                self._add(drawn, item)

    def hides(self, text: pypdfium2.PdfTextPage, index: int, box: Sequence[float]) -> bool:
        """Return whether the character at an index is not seen; `box` is its place on the page."""
        left, bottom, right, top = box
        x, y = (left + right) / 2, (bottom + top) / 2
        written = raw.FPDFText_GetTextObject(text, index)
        if self._patches:
            drawn = self._texts.get(address_of(written), MOST_OBJECTS)
            over = (patch for patch in self._patches if patch.drawn > drawn and patch.is_under(x, y))
            if any(patch.box[3] - patch.box[1] < _PATCH * (top - bottom) for patch in over):
                return True
        if raw.FPDFTextObj_GetTextRenderMode(written) not in _FILLED or not _is_white(text, index):
            return False
        return not any(ground.is_under(x, y) for ground in self._grounds)

    def _add(self, drawn: int, item: pypdfium2.PdfObject) -> None:
        """Keep a filled shape: a dark one as ground, a white and opaque one as a patch."""
        filled, outlined = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(item, ctypes.byref(filled), ctypes.byref(outlined))
        parts = [ctypes.c_uint() for _ in range(4)]
        if not filled.value or not raw.FPDFPageObj_GetFillColor(item, *map(ctypes.byref, parts)):
            return
        *colour, opaque = (part.value for part in parts)
        if min(colour) < _GROUND and opaque:
            self._grounds.append(_Shape(drawn, bounds_on_page(item)))
        elif min(colour) >= _WHITE and opaque >= _OPAQUE:
            self._patches.append(_Shape(drawn, bounds_on_page(item)))


def _is_white(text: pypdfium2.PdfTextPage, index: int) -> bool:
    """Whether a character is filled with white, or with nothing."""
    parts = [ctypes.c_uint() for _ in range(4)]
    if not raw.FPDFText_GetFillColor(text, index, *map(ctypes.byref, parts)):
        return False
    *colour, opaque = (part.value for part in parts)
    return min(colour) >= _WHITE or opaque == 0
