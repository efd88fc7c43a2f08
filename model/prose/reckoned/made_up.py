"""Numbers that those beside them explain: sums, parts of a sum, and how far two are apart."""

from collections.abc import Iterator, Sequence
from typing import Final

from model.prose.reckoned.figures import Figure
from model.prose.reckoned.reckoned_words import Said, says

_MANY: Final = 20
"""Smaller numbers add up by chance, unless words say that they do."""
_TOTAL: Final = "共"
_PAIR: Final = 2


def is_made_up(counts: Sequence[Figure], place: int) -> bool:
    """Return whether a number is the sum of those beside it, or how far they are apart, or one of several that add up."""
    figure = counts[place]
    apart = abs(counts[place - 1].value - counts[place - _PAIR].value) if place > 1 else None
    if apart == figure.value and (apart >= _MANY or says(Said.APART, figure.own)):
        return True
    return any(first <= place <= last or total == place for first, last, total in _sums(counts))


def _sums(counts: Sequence[Figure]) -> Iterator[tuple[int, int, int]]:
    """First and last of the numbers that add up to the one beside them, and the place of that."""
    for first, figure in enumerate(counts):
        added = figure.value
        for last in range(first + 1, len(counts)):
            added += counts[last].value
            for total in (first - 1, last + 1):
                if (
                    0 <= total < len(counts)
                    and counts[total].value == added
                    and (
                        added >= _MANY or says(Said.OPENS_PARTS, figure.before) or _TOTAL in counts[total].own
                    )
                ):
                    yield first, last, total
