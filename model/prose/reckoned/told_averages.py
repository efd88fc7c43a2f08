"""Averages of what the sentence tells: 全年91件，月均7.6件; 培训4场、160人次，平均每场40人次."""

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from model.prose.reckoned.figures import Figure
from model.prose.reckoned.reckoned_words import Said, says
from model.prose.reckoned.told_changes import step
from model.prose.reckoned.told_totals import Doubt
from model.prose.slips_of_pen import is_slip

_MONTHS: Final = Decimal(12)
_NEAR: Final = 3
"""Numbers before an average that it may be of."""


def wrong_averages(figures: Sequence[Figure]) -> Iterator[Doubt]:
    """Yield the averages that a slip parts from those of the numbers before them."""
    for place, figure in enumerate(figures):
        before = [one for one in figures[:place] if one.counts][-_NEAR:]
        monthly = says(Said.MONTHLY, figure.own)
        if not before or not figure.counts or not (monthly or says(Said.AVERAGE, figure.own)):
            continue
        over = [_MONTHS] if monthly else [one.value for one in before if one.value]
        pairs = [
            (one, whole) for one in before for whole in over if one.value >= whole > 1 and one.value != whole
        ]
        if pairs and not any(
            abs(one.value / whole - figure.value) < step(figure.value) for one, whole in pairs
        ):
            one, whole = pairs[-1]
            meant = (one.value / whole).quantize(figure.value, ROUND_HALF_UP)
            whole_steps = abs(meant - figure.value) == abs(meant - figure.value).to_integral_value()
            if is_slip(figure.value, meant) and (
                whole_steps or figure.value == figure.value.to_integral_value()
            ):
                yield Doubt(
                    (one, figure),
                    f"{one.value:f}÷{whole:f}＝{meant:f}，写的是 {figure.value:f}",
                    (one, figure),
                )
