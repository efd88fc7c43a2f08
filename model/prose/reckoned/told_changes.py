"""What has changed, from what, to what and by how much, told in one sentence: 388条，比去年的341条增加47条，增长13.8%."""

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import accumulate, pairwise, takewhile
from typing import Final, NamedTuple

from model.prose.reckoned.figures import Figure
from model.prose.reckoned.reckoned_words import Said, says
from model.prose.reckoned.told_totals import Doubt
from model.prose.slips_of_pen import is_slip

HUNDRED: Final = 100
_LEAST: Final = 10
_TIMES: Final = "倍"
_PAIR: Final = 2
_LONG_NAME: Final = 4
_CHANGES: Final = re.compile(r"同比|环比|[比较与和由从]|上年|去年|[增减升降多涨少跌]|提高|回落|分别|20\d\d")
"""What a change is told by: before it stands what has changed."""


class _Change(NamedTuple):
    """`now`, what it was before if that is told, by how many it changed and by how many per cent."""

    now: Figure
    base: Figure | None
    by: Figure | None
    rate: Figure | None

    @property
    def sign(self) -> int:
        """-1 where it fell."""
        return sign(next(one for one in (self.by, self.rate) if one is not None))

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The numbers that it is told by."""
        return tuple(one for one in (self.base, self.now, self.by, self.rate) if one is not None)


def is_change(figure: Figure) -> bool:
    """Return whether a number tells by how much something has changed; percentage points are none.

    Nor is 在上年下降12%的基础上, which is a change of the year before.
    """
    changed = says(Said.UP, figure.own) or says(Said.DOWN, figure.own)
    return bool(changed) and not says(Said.NOT_BY, figure.own) and not says(Said.NO_CHANGE, figure.after)


def sign(figure: Figure) -> int:
    """Return which way a change goes: -1 for a fall."""
    return -1 if says(Said.DOWN, figure.own) else 1


def wrong_changes(figures: Sequence[Figure]) -> Iterator[Doubt]:
    """Yield the changes that a slip parts from the numbers that they are between, asides in brackets passed by as well."""
    yield from _wrong_changes(figures)
    plain = [figure for figure in figures if not figure.depth]
    if len(plain) < len(figures):
        known = {doubt.figures for doubt in _wrong_changes(figures)}
        yield from (doubt for doubt in _wrong_changes(plain) if doubt.figures not in known)


def _wrong_changes(figures: Sequence[Figure]) -> Iterator[Doubt]:
    for place, figure in enumerate(figures[1:], 1):
        yield from _unchanged(figures[:place], figure)
        if says(Said.NET, figure.own) and place >= _PAIR:
            yield from _net(figures[place - _PAIR], figures[place - 1], figure)
        if is_change(figure) and not is_change(figures[place - 1]):
            change = _change_at(figures, place)
            if change is not None:
                yield from _between(change) or _rated(change)


def _net(came: Figure, went: Figure, net: Figure) -> Iterator[Doubt]:
    """制发41件、废止33件，净增8件; 由10件变为13件，净增3件: how far the two before are apart."""
    gap = abs(came.value - went.value)
    alike = came.unit == went.unit == net.unit and came.depth == went.depth
    turned = says(Said.TURNED_INTO, went.own)
    slipped = is_slip(net.value, gap) or (turned and gap != net.value)
    if alike and (turned or _are_of_one(came, went, net)) and slipped:
        told = f"{came.value:f} 与 {went.value:f} 相差 {gap:f}，写的是 {net.value:f}"
        yield Doubt((came, went, net), told, (came, went, net))


def _are_of_one(came: Figure, went: Figure, net: Figure) -> bool:
    """申请少了5件，公开少了3件，文件净增1件: whether the change is of what came and went, and of nothing named anew."""
    lost = is_change(came) and is_change(went) and sign(came) == sign(went)
    named = net.own.partition("净")[0]
    return not lost and (len(named) < _PAIR or named in f"{came.before}{went.before}")


def _unchanged(before: Sequence[Figure], base: Figure) -> Iterator[Doubt]:
    """诉讼7件，与上年的7件相比没有变化: last year's number, told to be the same as the one before it, or as several together."""
    if not (says(Said.BASE_ALONE, base.own) and says(Said.IS_SAME, base.after)):
        return
    alike = list(takewhile(lambda one: one.unit == base.unit and one.depth == base.depth, reversed(before)))
    if alike and base.value not in accumulate(one.value for one in alike):
        now = alike[0]
        yield Doubt((now, base), f"{now.value:f} 与 {base.value:f} 不同，写的是没有变化", (now, base))


def _change_at(figures: Sequence[Figure], place: int) -> _Change | None:
    figure, after = figures[place], figures[place + 1 : place + _PAIR]
    told = _compared(figures, place)
    if told is None:
        return None
    now, base = told
    if now.depth != figure.depth or (figure.counts and figure.unit != now.unit) or _is_of_else(figure, now):
        return None
    turned = says(Said.TURNED_INTO, now.own)
    if base is not None and (
        base.depth != figure.depth or not (turned or says(Said.AGAINST, base.before + figure.before))
    ):
        base = None
    rate = next((one for one in after if not one.counts and is_change(one)), None)
    by, rate = (figure, rate) if figure.counts else (None, figure)
    return _Change(now, base or _base_behind(figures, place, now), by, rate)


def _is_of_else(figure: Figure, now: Figure) -> bool:
    """公务用车减到397辆，人均能耗下降1.7%: whether a change is told of what is named anew, and nothing of it before."""
    named = _CHANGES.split(figure.own, maxsplit=1)[0]
    if len(named) < _LONG_NAME:
        return False
    pairs = (f"{one}{other}" for one, other in pairwise(named))
    return not any(pair in f"{now.before}{now.after}" for pair in pairs)


def _compared(figures: Sequence[Figure], place: int) -> tuple[Figure, Figure | None] | None:
    """What a change may be of, and what it was before if that is told before the change; None where neither is certain."""
    figure, before = figures[place], figures[place - 1]
    earlier = figures[place - _PAIR] if place >= _PAIR else None
    if earlier is not None and earlier.unit != before.unit:
        earlier = None
    dealt = "分别" in figure.own
    if not before.counts or dealt or _are_of_earlier_years(figures[:place]):
        # 分别增长8.2%、16.2%; 较上年10件、4件分别增加4件、3件: the first is none of the number right before.
        return None
    from_earlier = earlier is not None and bool(says(Said.BASE, earlier.own))
    if not says(Said.BASE, before.own):
        return before, earlier if from_earlier else None
    if earlier is None or (from_earlier and says(Said.ANOTHER_TIME, figure.own)):
        return None
    return earlier, before


def _base_behind(figures: Sequence[Figure], place: int, now: Figure) -> Figure | None:
    """增加75条（上年537条）, 增长9.6%，上年为468条: what it was before, told right behind the change, or its rate."""
    figure = figures[place]
    behind = next((one for one in figures[place + 1 : place + 1 + _PAIR] if one.counts), None)
    near = behind is not None and (behind.depth == figure.depth or behind.before == f"（{behind.own}")
    if behind is None or not near or behind.unit != now.unit or not says(Said.BASE_BEHIND, behind.own):
        return None
    return behind if says(Said.AGAINST, figure.before) else None


def _are_of_earlier_years(before: Sequence[Figure]) -> bool:
    """全年91件，上年、前年分别为78件、66件，增长16.7%: years dealt out behind a number are those that it is compared with."""
    if len(before) < _PAIR + 1:
        return False
    told, first, last = before[-_PAIR - 1 :]
    dealt = says(Said.BASE, first.own) and "分别" in first.own and not last.own
    return dealt and told.unit == first.unit == last.unit


def _between(change: _Change) -> list[Doubt]:
    """Of what is now and what was before, whether it is as many apart as told."""
    now, base, by = change.now, change.base, change.by
    if base is None or by is None or (now.value - base.value) * change.sign == by.value:
        return []
    gap = (now.value - base.value) * change.sign
    moved = by.value * change.sign
    meant = ((by, gap), (now, base.value + moved), (base, now.value - moved))
    slipped = tuple(one for one, value in meant if is_slip(one.value, value))
    says = f"{base.value:f} 与 {now.value:f} 相差 {abs(gap):f}，写的是 {by.value:f}"
    return [Doubt((base, now, by), says, slipped)] if slipped else []


def _rated(change: _Change) -> list[Doubt]:
    """Of a change in per cent, whether it is that of what was before."""
    rate, now = change.rate, change.now.value
    if change.base is not None:
        old = change.base.value
    elif change.by is not None:
        old = now - change.sign * change.by.value
    else:
        return []
    if rate is None or old < _LEAST:
        return []
    exact = (now - old) * change.sign / old * HUNDRED
    unit = rate.unit or "%"
    exact = exact / HUNDRED if unit == _TIMES else exact
    if exact <= 0 or abs(exact - rate.value) <= step(rate.value):
        return []
    says = f"由 {old:f} 到 {now:f} 是 {exact.quantize(rate.value, ROUND_HALF_UP):f}{unit}，写的是 {rate.value:f}{unit}"
    return [Doubt(change.figures, says, change.figures)]


def step(number: Decimal) -> Decimal:
    """Return one in the last place of a number."""
    return Decimal(1).scaleb(int(number.as_tuple().exponent))
