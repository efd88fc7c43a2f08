"""Puts the lines of a text together that its source has broken at a width: old editors and mail do so, and copied pages."""

import re
from collections.abc import Sequence
from typing import Final

from intake.page.flow import Row
from intake.page.headings import begins_a_level

_FEWEST: Final = 3
"""Lines of full width that show that lines are broken."""
_SLACK: Final = 2
"""Characters by which a full line may be shorter than the longest: marks are not put at a line's begin."""
_NARROWEST: Final = 15
_WIDEST: Final = 80
_END: Final = re.compile(r"[。！？!?；;：:][”』」）)]?$")


def width_of(rows: Sequence[Row]) -> float:
    """Return the width in characters at which the lines of a page are broken, 0 where each line is a paragraph."""
    widths = sorted((_length(row.text) for row in rows if row.table < 0), reverse=True)
    if not widths or not _NARROWEST <= widths[0] <= _WIDEST:
        return 0
    full = [row for row in rows if row.table < 0 and _length(row.text) >= widths[0] - _SLACK]
    open_ended = [row for row in full if not _END.search(row.text)]
    return widths[0] if len(full) >= _FEWEST and 2 * len(open_ended) > len(full) else 0


def goes_on(above: Row, below: Row, width: float, *, indents: bool) -> bool:
    """Return whether a line continues the one above. `indents`: paragraphs of this page begin with blanks."""
    together = below.number == above.number + 1 and not below.blanks and above.table < 0 and below.table < 0
    if not together or below.indented or begins_a_level(below.text):
        return False
    full = width > 0 and _length(above.text) >= width - _SLACK
    return (full and (indents or not _END.search(above.text))) or below.text[:1] in "，。、；）》”"


def _length(text: str) -> float:
    """The width of a line in Chinese characters."""
    return sum(0.5 if character.isascii() else 1.0 for character in text)
