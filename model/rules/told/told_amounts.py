"""Amounts that are nearly the one of the tables: of so many digits, with the same behind the point, hardly any is by chance.

Or they are the very number of the tables, told in yuan instead of 万元, or another one beside numbers that are the tables'.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations
from typing import Final

from model.prose.reckoned.figures import Figure
from model.prose.slips_of_pen import digits, is_of_other_digits, is_whole_apart
from model.rules.told.claim_findings import plain
from model.rules.told.families import Tables
from model.rules.told.told_rates import Open, Rate
from model.values import to_text

_FEES: Final = "行政事业性收费金额"
_DECISIONS: Final = ("行政许可数", "行政处罚数", "行政强制数")
_UNIT: Final = "万元"
_YUAN: Final = "元"
AMOUNTS: Final = (_UNIT, _YUAN)
_YUAN_OF_UNIT: Final = 10000
_TOLD: Final = "费"
_NAMED: Final = "行政事业性收费"
_OTHER: Final = re.compile("处理费|[每均]|标准|单价")
"""Words of fees that are told in yuan, or of what a single one is."""
_NOT_TAKEN: Final = re.compile("[免减缓退]")
"""Of fees that were not taken, or given back: 免征行政事业性收费3000元."""
_LEAST_DIGITS: Final = 4
_LEAST_IN_YUAN: Final = 3
"""Digits from which on the same number is hardly by chance, where the words do not name the table's row."""
_TEN: Final = 10


def wrong_amounts(
    figures: Sequence[Figure], tables: Tables, last: Tables | None, is_open: Open
) -> Iterator[Rate]:
    """Yield the amounts of fees that are a slip away from the year's, and not last year's, or that are in a wrong unit."""
    fees = tables.number(_FEES)
    for figure in figures:
        if fees and is_open(figure) and _is_in_yuan(figure, fees):
            yield Rate(figure, _unit_told(fees))
        elif fees is not None and is_open(figure) and _is_other(figure, fees) and _decided(figures, tables):
            yield Rate(figure, f"收费金额是 {to_text(plain(fees))} 万元")
    before = last.number(_FEES) if last is not None else None
    if fees is None or len(digits(fees)) < _LEAST_DIGITS:
        return
    for figure in figures:
        told = figure.unit == _UNIT and _TOLD in figure.before and is_open(figure)
        near = is_of_other_digits(figure.value, fees) or is_whole_apart(figure.value, fees)
        near = near or any(abs(one * _TEN - other) < 1 for one, other in permutations((figure.value, fees)))
        if told and near and figure.value not in (fees, before):
            yield Rate(figure, f"收费金额是 {fees:f} 万元")


def _is_in_yuan(figure: Figure, fees: Decimal) -> bool:
    """Whether it is the table's number of 万元, told as so many yuan."""
    if figure.unit != _YUAN or figure.value != fees or _OTHER.search(figure.before):
        return False
    enough = len(digits(fees).strip("0")) >= _LEAST_IN_YUAN
    return _NAMED in figure.before or (enough and _TOLD in figure.before)


def _is_other(figure: Figure, fees: Decimal) -> bool:
    """Whether an amount is told of the table's row, and is another one."""
    named = figure.unit in AMOUNTS and _NAMED in figure.own and not _OTHER.search(figure.before)
    named = named and not _NOT_TAKEN.search(figure.own)
    return named and figure.value not in (fees, fees * (_YUAN_OF_UNIT if figure.unit == _YUAN else 1))


def _decided(figures: Sequence[Figure], tables: Tables) -> bool:
    """Whether the other numbers of that part of the tables stand beside it as the tables have them."""
    told = {figure.value for figure in figures}
    return all(tables.number(name) in told for name in _DECISIONS)


def _unit_told(fees: Decimal) -> str:
    return f"收费金额是 {fees:f} 万元（{to_text(plain(fees * _YUAN_OF_UNIT))} 元），单位“元”应为“万元”"
