"""Numbers that those beside them explain: sums, parts of a sum, and how far two are apart."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from model.prose.reckoned.figures import Figure
from model.prose.reckoned.reckoned_words import Said, says

_LONG: Final = 5
"""So many numbers beside another make up a third hardly by chance."""
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


def is_part_of_sum(counts: Sequence[Figure], place: int) -> bool:
    """Return whether a number is one of several that make up the one beside them: 163条，其中网站40条，公众号共123条."""
    return any(first <= place <= last for first, last, _ in _sums(counts))


def wholes_of(counts: Sequence[Figure], place: int) -> list[Figure]:
    """Return the numbers that one makes up with those beside it: 申请83件；本级23件，县区60件; 当场100件、其他247件，共347件."""
    return [counts[total] for first, last, total in _sums(counts) if first <= place <= last]


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
                        added >= _MANY
                        or last - first >= _LONG
                        or says(Said.OPENS_PARTS, figure.before)
                        or _TOTAL in counts[total].own
                    )
                ):
                    yield first, last, total


def is_sum_of_some(counts: Sequence[Figure], place: int) -> bool:
    """Return whether numbers beside a total make it up: in a row, those outside of brackets, or those told alike."""
    alike = _is_sum_of_those_told_alike(counts, place)
    return alike or is_sum(counts[place].value, counts, place) or _is_sum_beside_asides(counts, place)


def is_sum(total: Decimal, counts: Sequence[Figure], place: int) -> bool:
    """Return whether any numbers in a row make up the total, which stands at a place among them."""
    values = [figure.value for figure in counts]
    for first in range(len(values)):
        added = values[first]
        for last in range(first + 1, len(values)):
            added += values[last]
            if added == total and not first <= place <= last:
                return True
    return False


def _is_sum_beside_asides(counts: Sequence[Figure], place: int) -> bool:
    """新收125件（重复提交19件），上年结转5件，合计130件: whether the numbers outside of brackets make up the total."""
    total = counts[place]
    level = [one for one in counts if one.depth <= total.depth]
    return len(level) < len(counts) and is_sum(total.value, level, level.index(total))


def _is_sum_of_those_told_alike(counts: Sequence[Figure], place: int) -> bool:
    """复议21件，已结19件；诉讼11件，已结9件；合计已结28件: whether those of the total's own words make it up."""
    total = counts[place]
    alike = [one.value for one in counts[:place] if one.own and total.own.endswith(one.own)]
    return len(alike) >= _PAIR and sum(alike) == total.value
