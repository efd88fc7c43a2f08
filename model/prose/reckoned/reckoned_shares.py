"""Shares of a whole that the sentence tells itself: 发布1206条，占58.8%；推送844条，占41.2%，合计2050条."""

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from typing import Final

from model.prose.reckoned.figures import Figure
from model.prose.reckoned.made_up import is_sum
from model.prose.reckoned.reckoned_words import Said, found, says
from model.prose.reckoned.told_changes import HUNDRED, is_change, step
from model.prose.reckoned.told_totals import Doubt
from model.prose.slips_of_pen import is_of_other_digits

_LEAST: Final = 10
_POINTS: Final = 9
"""Whole points of a percentage that a slip is away."""


def is_share(figure: Figure) -> bool:
    """Return whether a number tells a share of something."""
    told = says(Said.SHARE, figure.own) or figure.before.endswith("（")
    return figure.unit == "%" and told and not is_change(figure)


def fits(part: Decimal, whole: Decimal, share: Decimal) -> bool:
    """Return whether a share may be that of a part in a whole, rounded or cut off."""
    return bool(whole) and abs(part * HUNDRED / whole - share) <= step(share)


def is_slip_of_rate(told: Decimal, meant: Decimal) -> bool:
    """Return whether a percentage may stand in the place of another by a slip: in one digit, or whole points away."""
    gap = abs(told - meant)
    whole_points = gap == gap.to_integral_value() and gap <= _POINTS
    return gap > 0 and (whole_points or is_of_other_digits(told, meant))


def _spelt_out(figures: Sequence[Figure]) -> Iterator[Doubt]:
    """绑定18.6万只，占总数20万只的93%: part, whole and share."""
    for part, whole, share in zip(figures, figures[1:], figures[2:], strict=False):
        told = share.unit == "%" and share.before == "的" and "占" in whole.own and part.unit == whole.unit
        if told and whole.value and not fits(part.value, whole.value, share.value):
            meant = (part.value * HUNDRED / whole.value).quantize(share.value, ROUND_HALF_UP)
            says = f"{part.value:f}÷{whole.value:f}＝{meant:f}%，写的是 {share.value:f}%"
            yield Doubt((part, whole, share), says, (part, whole, share))


def _rates(figures: Sequence[Figure]) -> Iterator[Doubt]:
    """受理88件，其中网上35件，线上率40%; 受理520件，办结507件，办结率97.5%: the last number of the one before it."""
    for whole, part, share in zip(figures, figures[1:], figures[2:], strict=False):
        named = found(Said.RATE, share.own)
        if (
            named is None
            or share.value == HUNDRED
            or not part.counts
            or part.unit != whole.unit
            or not _LEAST <= part.value <= whole.value
        ):
            continue
        of_part = "其中" in part.before or named["what"] in part.own
        meant = (part.value * HUNDRED / whole.value).quantize(share.value, ROUND_HALF_UP)
        if not of_part or fits(part.value, whole.value, share.value):
            continue
        if is_slip_of_rate(share.value, meant) or _fits_but_for_slip(part.value, whole.value, share.value):
            says = f"{part.value:f}÷{whole.value:f}＝{meant:f}%，写的是 {share.value:f}%"
            yield Doubt((whole, part, share), says, (whole, part, share))


def _fits_but_for_slip(part: Decimal, whole: Decimal, share: Decimal) -> bool:
    """Whether an exact share is that of the numbers with one more or less, or two digits of one exchanged."""
    nearby = [(one, whole) for one in _slips(part)] + [(part, one) for one in _slips(whole)]
    return share % 1 != 0 and any(one <= other and fits(one, other, share) for one, other in nearby)


def _slips(number: Decimal) -> Iterator[Decimal]:
    told = f"{number:f}"
    yield from (number + 1, number - 1)
    yield from (Decimal(told[:n] + told[n + 1] + told[n] + told[n + 2 :]) for n in range(len(told) - 1))


def _counts_share(share: Figure, one: Figure) -> bool:
    """维持63.0%（58件）: whether a number alone in the bracket behind a share is what the share is of."""
    told = share.unit == "%" and not is_share(share) and not is_change(share)
    return told and one.counts and one.before == f"（{one.own}" and not one.own


def _owner(one: Figure, share: Figure, figures: Sequence[Figure]) -> Figure:
    """其他处理177件（其中撤回134件），占13.7%: what a share behind a bracket is of is what the bracket hangs on."""
    if one.depth <= share.depth:
        return one
    before = figures[: figures.index(one)]
    return next((figure for figure in reversed(before) if figure.depth <= share.depth), one)


def _whole_of(figures: Sequence[Figure], part: Figure) -> Figure | None:
    """收到156件，比上年增加26件，其中企业47件，占30.1%: what a part behind 其中 is one of; no change is."""
    before = [
        one for one in figures[: figures.index(part)] if one.unit == part.unit and one.depth == part.depth
    ]
    wholes = [one for one in before if not is_change(one)]
    opened = part.before.startswith(",其中") or part.before.startswith(";其中")
    return wholes[-1] if opened and wholes and wholes[-1].value > part.value else None


def wrong_shares(figures: Sequence[Figure]) -> Iterator[Doubt]:
    """Yield the shares of no whole that is told, where another share, or the sum of the parts, shows which it is."""
    yield from _spelt_out(figures)
    yield from _rates(figures)
    told = _shares_of_parts(figures)
    counts = [one for one in figures if one.counts]
    units = {part.unit for part, _ in told}
    wholes = [one for one in counts if one.unit in units and one.value >= _LEAST]
    values = dict.fromkeys(
        (*(one.value for one in wholes), sum((part.value for part, _ in told), Decimal(0)))
    )
    for part, share in told:
        if any(fits(part.value, whole, share.value) for whole in values):
            continue
        others = [one for one in told if one[1] is not share]
        added = {one.value for one in wholes if is_sum(one.value, counts, counts.index(one))}
        shown = [
            whole
            for whole in values
            if whole > part.value
            and (whole in added or any(fits(other.value, whole, of.value) for other, of in others))
        ]
        before = _whole_of(figures, part) if says(Said.SHARE_OF_ALL, share.own) else None
        if before is not None and before.value >= _LEAST:
            shown.append(before.value)
        if not shown:
            continue
        meant = (part.value * HUNDRED / shown[0]).quantize(share.value, ROUND_HALF_UP)
        if is_slip_of_rate(share.value, meant):
            reckoned = f"{part.value:f}÷{shown[0]:f}＝{meant:f}%，写的是 {share.value:f}%"
            yield Doubt((part, share), reckoned, (part, share))


def _shares_of_parts(figures: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    """The counts of which a share is told behind them, then those with it before them."""
    behind = [(_owner(one, share, figures), share) for one, share in pairwise(figures) if is_share(share)]
    before = [(one, share) for share, one in pairwise(figures) if _counts_share(share, one)]
    return [*((one, share) for one, share in behind if one.counts), *before]
