"""Shares of this year and the last, and how many percentage points they are apart: 满意度96%，上年为94%，上升2个百分点."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from model.prose.reckoned.figures import Figure
from model.prose.reckoned.reckoned_words import Said, says
from model.prose.reckoned.told_changes import sign, step
from model.prose.reckoned.told_totals import Doubt
from model.prose.slips_of_pen import is_slip

_PAIR: Final = 2


def wrong_points(figures: Sequence[Figure]) -> Iterator[Doubt]:
    """Yield the percentage points that a slip parts from the two shares told right before them."""
    for place, figure in enumerate(figures):
        row = figures[max(place - _PAIR, 0) : place]
        if len(row) < _PAIR or not is_points(figure):
            continue
        based = [says(Said.BASE, one.own) for one in row]
        if any(one.unit != "%" or one.depth != figure.depth for one in row) or sum(based) != 1:
            continue
        now, base = row if based[1] else reversed(row)
        gap = (now.value - base.value) * way(figure)
        if abs(gap - figure.value) > _rounded(now, base) and _is_slip(now, base, figure, gap):
            says_so = f"{base.value:f}% 与 {now.value:f}% 相差 {abs(gap):f} 个百分点，写的是 {figure.value:f}"
            yield Doubt((*row, figure), says_so, (*row, figure))


def is_points(figure: Figure) -> bool:
    """Return whether a number tells by how many percentage points something has changed."""
    changed = any(says(which, figure.own) for which in (Said.UP, Said.DOWN, Said.HIGHER, Said.LOWER))
    return changed and says(Said.POINTS, figure.after)


def way(points: Figure) -> int:
    """Return which way percentage points go: -1 for fewer."""
    return -1 if says(Said.LOWER, points.own) else sign(points)


def _rounded(now: Figure, base: Figure) -> Decimal:
    """What rounding may make of the difference."""
    both = step(now.value), step(base.value)
    return max(both) if min(both) < 1 else Decimal(0)


def _is_slip(now: Figure, base: Figure, points: Figure, gap: Decimal) -> bool:
    """Whether one slip would put it right."""
    moved = points.value * way(points)
    meant = ((points.value, gap), (now.value, base.value + moved), (base.value, now.value - moved))
    return any(is_slip(told, value) for told, value in meant)
