"""Amounts that are nearly the one of the tables: of so many digits, with the same behind the point, hardly any is by chance."""

from collections.abc import Iterator, Sequence
from itertools import permutations
from typing import Final

from model.prose.figures import Figure
from model.prose.slips_of_pen import digits, is_of_other_digits, is_whole_apart
from model.rules.families import Tables
from model.rules.told_rates import Open, Rate

_FEES: Final = "行政事业性收费金额"
_UNIT: Final = "万元"
_TOLD: Final = "费"
_LEAST_DIGITS: Final = 4
_TEN: Final = 10


def wrong_amounts(
    figures: Sequence[Figure], tables: Tables, last: Tables | None, is_open: Open
) -> Iterator[Rate]:
    """Yield the amounts of fees that are a slip away from the year's, and not last year's."""
    fees = tables.number(_FEES)
    before = last.number(_FEES) if last is not None else None
    if fees is None or len(digits(fees)) < _LEAST_DIGITS:
        return
    for figure in figures:
        told = figure.unit == _UNIT and _TOLD in figure.before and is_open(figure)
        near = is_of_other_digits(figure.value, fees) or is_whole_apart(figure.value, fees)
        near = near or any(abs(one * _TEN - other) < 1 for one, other in permutations((figure.value, fees)))
        if told and near and figure.value not in (fees, before):
            yield Rate(figure, f"收费金额是 {fees:f} 万元")
