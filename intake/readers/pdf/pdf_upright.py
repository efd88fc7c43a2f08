"""Turns what is drawn on a PDF page until its text runs level: a page may be shown on its side, or lie aslant."""

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from typing import Final

import pypdfium2
from pypdfium2 import raw

_LEVEL: Final = 0.05
"""Degrees: over the width of a page a line turned by less rises by less than half a point."""
_ALIKE: Final = 1.0
"""Degrees: directions closer than this are one, as each line of a scan has its own."""
_STEEPEST: Final = 10.0
"""Degrees by which lines of upright characters may climb."""
_NEXT: Final = (0.3, 2.5)
"""Of the type size: how far a character stands from the one before it on its line, and not in its place or elsewhere."""


def set_upright(page: pypdfium2.PdfPage) -> None:
    """Turn everything on a page, in memory, so that most of its text runs from left to right and none of it aslant.

    A page without text is turned to how it is shown. The page begins at 0, 0 afterwards, and is as large as it is seen.
    """
    running = _direction(page)
    turn = math.radians(running)
    if abs(math.remainder(running, 360)) < _LEVEL and not page.get_rotation():
        return
    left, bottom, right, top = page.get_bbox()
    level = pypdfium2.PdfMatrix().translate(-(left + right) / 2, -(bottom + top) / 2).rotate(turn, rad=True)
    across, up = abs(math.cos(turn)), abs(math.sin(turn))
    wide, high = right - left, top - bottom
    width, height = wide * across + high * up, wide * up + high * across
    level = level.translate(width / 2, height / 2)
    for item in page.get_objects(max_depth=1):
        item.transform(level)
    page.set_cropbox(0, 0, width, height)
    page.set_mediabox(0, 0, width, height)
    page.set_rotation(0)


def _direction(page: pypdfium2.PdfPage) -> float:
    """The direction of most of the text, in degrees against the clock; without text, how the page is to be turned."""
    text = page.get_textpage()
    directions = sorted(_directions(text))
    text.close()
    if not directions:
        return float(page.get_rotation())
    (usual, _), *_ = Counter(round(angle / _ALIKE) for angle in directions).most_common(1)
    alike = [angle for angle in directions if abs(angle / _ALIKE - usual) <= 1]
    return alike[len(alike) // 2]


def _directions(text: pypdfium2.PdfTextPage) -> Iterator[float]:
    """The direction from each character to the one behind it, in degrees, where that is about how it is set itself.

    Characters recognised on a scan are set upright one by one, on a line that climbs.
    """
    before: tuple[float, float] | None = None
    for index in range(text.count_chars()):
        if raw.FPDFText_IsGenerated(text, index) == 1:
            continue
        place, size, set_in = _setting(text, index)
        if before is not None and _NEXT[0] * size < math.dist(before, place) < _NEXT[1] * size:
            climb = math.remainder(_angle(place[0] - before[0], place[1] - before[1]) - set_in, 360)
            if abs(climb) < _STEEPEST:
                yield set_in + climb
        before = place


def _setting(text: pypdfium2.PdfTextPage, index: int) -> tuple[tuple[float, float], float, float]:
    """Where a character begins, its size, both in points, and the direction in which it is set, in degrees."""
    x, y, matrix = ctypes.c_double(), ctypes.c_double(), raw.FS_MATRIX()
    raw.FPDFText_GetCharOrigin(text, index, ctypes.byref(x), ctypes.byref(y))
    raw.FPDFText_GetMatrix(text, index, ctypes.byref(matrix))
    size = raw.FPDFText_GetFontSize(text, index) * math.hypot(matrix.a, matrix.b)
    return (x.value, y.value), size, _angle(matrix.a, matrix.b)


def _angle(across: float, up: float) -> float:
    return math.degrees(math.atan2(up, across))
