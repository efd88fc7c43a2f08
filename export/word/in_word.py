"""How Word fills the lines of a paragraph, as far as it is known: a quarter of the size between scripts, words kept."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from export.official import BODY_SIZE
from export.typeset.breaks import NO_END, NO_START, clean, is_western, parted
from export.typeset.fonts import FontBook
from export.typeset.lines import Span
from export.word.filled_lines import FilledLines, Joint

_AIR: Final = BODY_SIZE / 4
_BREAKS_AFTER: Final = frozenset("/?-")
"""Marks after which an address is broken."""


def filled_in_word(spans: Sequence[Span], book: FontBook) -> FilledLines:
    """Return the paragraph as Word fills lines with it. Raises FaceUnusable."""
    text = "".join(clean(span.text) for span in spans)
    widths = [
        book.sort(character, span.style).width * BODY_SIZE / 1000
        for span in spans
        for character in clean(span.text)
    ]
    joints = [Joint(_AIR * parted(*pair), tracked=True) for pair in pairwise(text)]
    return FilledLines(text, widths, [*joints, Joint(0.0, tracked=True)], _ends(text))


def _ends(text: str) -> list[int]:
    """For each place the last one up to it at which a line may end."""
    ends = [0]
    for at, (before, after) in enumerate(pairwise(text), 1):
        ends.append(at if _may_part(before, after) else ends[-1])
    return ends[: len(text)]


def _may_part(before: str, after: str) -> bool:
    if after in NO_START or before in NO_END or after == " ":
        return False
    if is_western(before) and is_western(after):
        return before in _BREAKS_AFTER and after not in _BREAKS_AFTER
    return True
