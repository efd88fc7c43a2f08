"""A sentence that only compares with last year: 与上年9件相比，多4件，增长44.4%; 比上年少10件，下降16.7%."""

from collections.abc import Callable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from model.prose.reckoned.figures import Figure
from model.prose.reckoned.reckoned_shares import is_slip_of_rate
from model.prose.reckoned.told_changes import HUNDRED, is_change, sign, step
from model.prose.slips_of_pen import is_slip
from model.rules.told.families import NumberOf
from model.rules.told.family_words import family_words, says
from model.rules.told.told_rates import Rate

_THREE: Final = 3
_IS: Final = ("为", "是")
_FEW: Final = 5
"""Two numbers are fewer apart by chance."""


def wrong_bases(
    figures: Sequence[Figure], now: NumberOf, last: NumberOf, is_open: Callable[[Figure], bool]
) -> Iterator[Rate]:
    """Yield the number of a comparison that a slip parts from what the tables of both years make it.

    What is compared is not named: it is what all its numbers but one are of.
    """
    told = figures[:_THREE]
    if len(told) < _THREE - 1 or len(told) != len(figures) or any(not is_open(one) for one in told):
        return
    reckon = _meant if _tells_base(told) else _meant_of_changes if _tells_changes(told) else None
    if reckon is None:
        return
    years = list(_years(now, last))
    if told[0].own.endswith(_IS) and any(told[0].value == this for this, _ in years):
        # 2024年为13件，同比增加3件: that may be this year's own.
        return
    readings = [reckon(told, this, then) for this, then in years]
    misses = [[(one, meant) for one, meant in reading if not _fits(one, meant)] for reading in readings]
    if any(not missed for missed in misses):
        return
    alone = {missed[0] for missed in misses if len(missed) == 1 and _is_slip(*missed[0])}
    if len(alone) == 1:
        figure, meant = alone.pop()
        yield Rate(figure, f"按两年的表格算得 {meant:f}")


def _tells_base(told: Sequence[Figure]) -> bool:
    """与上年9件相比，多4件，增长44.4%: whether last year's number is told, and then nothing but what has changed."""
    return told[0].counts and says("base_alone", told[0].own) and _only_change(told[1:], told[0].depth)


def _tells_changes(told: Sequence[Figure]) -> bool:
    """比上年少10件，下降16.7%: whether nothing is told but what has changed since last year, in two ways."""
    by, rate = told[0], told[-1]
    both = len(told) == _THREE - 1 and by.counts and not rate.counts and by.value >= _FEW
    return both and is_change(by) and says("change_since", by.own) and _only_change([rate], by.depth)


def _only_change(figures: Sequence[Figure], depth: int) -> bool:
    return all(is_change(one) and says("change_alone", one.own) and one.depth == depth for one in figures)


def _years(now: NumberOf, last: NumberOf) -> Iterator[tuple[Decimal, Decimal]]:
    """The numbers of both years that a sentence may compare without naming them."""
    for name in family_words().compared:
        this, then = now(name), last(name)
        if this and then and this != then:
            yield this, then


def _meant(told: Sequence[Figure], this: Decimal, then: Decimal) -> list[tuple[Figure, Decimal]]:
    """Each number with what it would have to be."""
    changes = [(one, _changed(one, this, then)) for one in told[1:]]
    return [(told[0], then), *changes]


def _meant_of_changes(told: Sequence[Figure], this: Decimal, then: Decimal) -> list[tuple[Figure, Decimal]]:
    return [(one, _changed(one, this, then)) for one in told]


def _changed(figure: Figure, this: Decimal, then: Decimal) -> Decimal:
    by = (this - then) * sign(figure)
    return by if figure.counts else (by * HUNDRED / then).quantize(figure.value, ROUND_HALF_UP)


def _fits(figure: Figure, meant: Decimal) -> bool:
    return figure.value == meant if figure.counts else abs(figure.value - meant) <= step(figure.value)


def _is_slip(figure: Figure, meant: Decimal) -> bool:
    return is_slip(figure.value, meant) if figure.counts else is_slip_of_rate(figure.value, meant)
