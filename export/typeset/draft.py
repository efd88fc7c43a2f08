"""What stands above the type area of a report that cannot be filed yet."""

from typing import Final

from export.official import DRAFT, NUMBER_SIZE, POINT
from export.typeset.faces import Style
from export.typeset.fonts import FontBook
from export.typeset.lines import Measure, Span, set_lines
from export.typeset.pages import LEFT_EDGE, TOP_EDGE, WIDTH, Text
from export.typeset.paragraphs import placed

_ABOVE: Final = 14.0 / POINT
"""From the words' upper edge to the type area."""


def draft_words(book: FontBook) -> tuple[Text, ...]:
    """Return the words that say so, at the right above the type area."""
    (line,) = set_lines((Span(DRAFT, Style.HEI),), Measure(WIDTH, NUMBER_SIZE, NUMBER_SIZE), book)
    return placed(line, LEFT_EDGE + WIDTH - line.width, TOP_EDGE - _ABOVE, NUMBER_SIZE)
