"""What stands below the type area: the page number, and on request the check code with its QR code."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from export.official import NUMBER_SIZE, POINT
from export.qr import SIDE, modules
from export.typeset.faces import Style
from export.typeset.fonts import FontBook
from export.typeset.lines import Measure, Span, set_lines
from export.typeset.pages import ASCENT, HEIGHT, LEFT_EDGE, TOP_EDGE, WIDTH, Rule, Text
from export.typeset.paragraphs import placed
from model.check_code import grouped

_NUMBER_GAP: Final = 7.0 / POINT
"""From the type area's lower edge to the dashes of the page number (GB/T 9704, 7.5)."""
_DASH_RISE: Final = 0.36
"""Height of a dash above the base line, in parts of the size."""
_CODE_GAP: Final = 4.0 / POINT
_CODE_SIZE: Final = 9.0
_OVERLAP: Final = 1.02
"""Rows of modules overlap a trifle, so that no white hair shows between them on a screen."""


def page_number(number: int, book: FontBook) -> tuple[Text, ...]:
    """Return — 1 —: odd pages at the right, even ones at the left, one character from the edge."""
    (line,) = set_lines((Span(f"— {number} —", Style.FOLIO),), Measure(WIDTH, NUMBER_SIZE, NUMBER_SIZE), book)
    x = WIDTH - NUMBER_SIZE - line.width if number % 2 else NUMBER_SIZE
    dash = TOP_EDGE + HEIGHT + _NUMBER_GAP
    top = dash + _DASH_RISE * NUMBER_SIZE - ASCENT * NUMBER_SIZE
    return placed(line, LEFT_EDGE + x, top, NUMBER_SIZE)


def code_words(number: int, code: str, book: FontBook) -> tuple[Text, ...]:
    """Return the check code beside its QR code, on the side where the page number is not."""
    measure = Measure(WIDTH, _CODE_SIZE, _CODE_SIZE)
    (line,) = set_lines((Span(f"校验码：{grouped(code)}", Style.SONG),), measure, book)
    x = SIDE + _CODE_SIZE if number % 2 else WIDTH - SIDE - _CODE_SIZE - line.width
    return placed(line, LEFT_EDGE + x, _code_top() + (SIDE - _CODE_SIZE) / 2, _CODE_SIZE)


def code_squares(number: int, code: str) -> Iterator[Rule]:
    """Yield the QR code of the check code, each run of dark modules as one thick rule."""
    rows = modules(code)
    side = SIDE / len(rows)
    left = LEFT_EDGE + (0.0 if number % 2 else WIDTH - SIDE)
    for row, dark_ones in enumerate(rows):
        y = _code_top() + (row + 0.5) * side
        column = 0
        for dark, run in groupby(dark_ones):
            length = len(list(run))
            if dark:
                yield Rule(left + column * side, y, left + (column + length) * side, y, side * _OVERLAP)
            column += length


def _code_top() -> float:
    return TOP_EDGE + HEIGHT + _CODE_GAP
