"""The level and upright lines that are drawn on a PDF page: as lines, as thin shapes, as frames."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import pypdfium2
from pypdfium2 import raw

from intake.readers.pdf.pdf_objects import bounds_on_page, objects_on, placings

_THIN: Final = 3.0
"""Points; a drawn shape thinner than this is a line."""
_SHORTEST: Final = 5.0
_MOST_SEGMENTS: Final = 2_000
"""Of one path."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A level or upright line: its place across (`at`) and along (`start` to `end`), in points."""

    at: float
    start: float
    end: float


def strokes_on(page: pypdfium2.PdfPage) -> tuple[list[Stroke], list[Stroke]]:
    """Return the level and the upright lines of a page."""
    level: list[Stroke] = []
    upright: list[Stroke] = []
    for item in objects_on(page, raw.FPDF_PAGEOBJ_PATH):
        left, bottom, right, top = bounds_on_page(item)
        if top - bottom <= _THIN and right - left >= _SHORTEST:
            level.append(Stroke((top + bottom) / 2, left, right))
        elif right - left <= _THIN and top - bottom >= _SHORTEST:
            upright.append(Stroke((left + right) / 2, bottom, top))
        elif _is_frame(item):
            level += [Stroke(bottom, left, right), Stroke(top, left, right)]
            upright += [Stroke(left, bottom, top), Stroke(right, bottom, top)]
        else:
            for (x, y), (to_x, to_y) in _segments(item):
                if abs(to_y - y) <= _THIN and abs(to_x - x) >= _SHORTEST:
                    level.append(Stroke((y + to_y) / 2, min(x, to_x), max(x, to_x)))
                elif abs(to_x - x) <= _THIN and abs(to_y - y) >= _SHORTEST:
                    upright.append(Stroke((x + to_x) / 2, min(y, to_y), max(y, to_y)))
    return level, upright


def _is_drawn(item: pypdfium2.PdfObject) -> bool:
    """Whether a shape's outline is drawn; one that is only filled is a shade."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item, ctypes.byref(fill), ctypes.byref(stroke))
    return bool(stroke.value)


def _is_frame(item: pypdfium2.PdfObject) -> bool:
    """Whether a shape is a drawn rectangle."""
    return _is_drawn(item) and raw.FPDFPath_CountSegments(item) in (4, 5)


def _segments(item: pypdfium2.PdfObject) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """The straight pieces of a path that draws many at once, from point to point."""
    if not _is_drawn(item):
        return
    matrices = (item.get_matrix(), *placings(item))
    x, y = ctypes.c_float(), ctypes.c_float()
    before = (0.0, 0.0)
    for index in range(min(raw.FPDFPath_CountSegments(item), _MOST_SEGMENTS)):
        segment = raw.FPDFPath_GetPathSegment(item, index)
        raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        point = (x.value, y.value)
        for matrix in matrices:
            point = matrix.on_point(*point)
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_LINETO:
            yield before, point
        before = point
