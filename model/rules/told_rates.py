"""Shares and changes that are a slip away from what the tables make of the numbers beside them."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from model.prose.figures import Figure
from model.prose.reckoned_shares import fits, is_share, is_slip_of_rate
from model.prose.slips_of_pen import is_slip
from model.prose.told_changes import HUNDRED, is_change, sign
from model.rules.families import Known, Tables

_BASE: Final = re.compile("由|从|20\\d\\d年")
_LEAST: Final = 10
_NEAR: Final = 4
"""Numbers before a share that may be its parts."""
_WHOLES: Final = (
    "收到申请总数", "办结申请总数", "收到申请总数 上年结转申请数", "不予公开数", "无法提供数", "不予处理数", "其他处理数",
    "法人或其他组织申请数", "行政复议总数", "行政复议维持数 行政复议纠正数 行政复议其他结果数", "行政诉讼总数",
    "行政诉讼维持数 行政诉讼纠正数 行政诉讼其他结果数", "行政复议总数 行政诉讼总数", "行政许可数 行政处罚数 行政强制数",
)  # fmt: skip


class Rate(NamedTuple):
    """A share or a change that is not what the tables make it, and what is reckoned."""

    figure: Figure
    says: str


Open = Callable[[Figure], bool]
"""Tells whether nothing settles of what a number is."""


@lru_cache(maxsize=16)
def _wholes(tables: Tables) -> frozenset[Decimal]:
    return frozenset(number for names in _WHOLES if (number := tables.number(*names.split())))


def wrong_shares(
    figures: Sequence[Figure], families: Sequence[Known], tables: Tables, is_open: Open
) -> Iterator[Rate]:
    """Yield the shares that no part and no whole have, and that are near to the share of what is told right before."""
    told = {figure.value for figure in figures if figure.counts}
    for place, figure in enumerate(figures):
        if not is_share(figure) or not is_open(figure) or figure.value == HUNDRED:
            continue
        before = [one.value for one in figures[:place] if one.counts][-_NEAR:]
        named = [
            value
            for known in families
            for part, value in known.parts
            if known.family.parts[part].search(figure.own)
        ]
        sums = [sum(before[first:], Decimal(0)) for first in range(len(before))]
        parts = {value for value in (*before, *named, *sums) if value}
        if not any(fits(part, whole, figure.value) for part in parts for whole in _wholes(tables) | told):
            yield from _near_shares(figure, [*named, *before[-1:]], families)


def _near_shares(figure: Figure, parts: Sequence[Decimal], families: Sequence[Known]) -> Iterator[Rate]:
    for known in families:
        whole = known.whole or Decimal(0)
        for part in parts if whole >= _LEAST else ():
            meant = (part * HUNDRED / whole).quantize(figure.value, ROUND_HALF_UP)
            if part in dict(known.parts).values() and _is_near(figure, meant):
                yield Rate(figure, f"{part:f}÷{whole:f}＝{meant:f}%")
                return


def wrong_changes(
    figures: Sequence[Figure], families: Sequence[Known], last: Mapping[str, Decimal], is_open: Open
) -> Iterator[Rate]:
    """Yield the changes since last year that are none of what is spoken of, and near to that of what is told right before."""
    every = [(now, last[name]) for known in families for name, now in known.every if last.get(name)]
    for place, figure in enumerate(figures):
        if not is_change(figure) or not is_open(figure) or _BASE.search(figure.before):
            continue
        if not any(_changed(now, then, figure) == figure.value for now, then in every):
            yield from _near_changes(figure, _spoken_of(figures[:place], figure, families), last)


def _spoken_of(
    before: Sequence[Figure], figure: Figure, families: Sequence[Known]
) -> Iterator[tuple[str, Decimal]]:
    """What has changed: 许可增长3.8%, or what the number before is of."""
    named = [
        (part, value)
        for known in families
        for part, value in known.parts
        if not figure.counts and known.family.parts[part].search(figure.own)
    ]
    counts = [one for one in before if one.counts and not is_change(one)]
    near = counts[-1].value if counts and counts[-1].value >= _LEAST else None
    yield from named[:1]
    if not named:
        yield from ((name, value) for known in families for name, value in known.every if value == near)


def _near_changes(
    figure: Figure, spoken_of: Iterator[tuple[str, Decimal]], last: Mapping[str, Decimal]
) -> Iterator[Rate]:
    for name, now in spoken_of:
        then = last.get(name)
        meant = _changed(now, then, figure) if then else Decimal(0)
        if meant > 0 and then and _is_near(figure, meant):
            yield Rate(figure, f"上年是 {then:f}，本年是 {now:f}")
            return


def _changed(now: Decimal, then: Decimal, figure: Figure) -> Decimal:
    by = (now - then) * sign(figure)
    return by if figure.counts else (by * HUNDRED / then).quantize(figure.value, ROUND_HALF_UP)


def _is_near(figure: Figure, meant: Decimal) -> bool:
    """Whether it is a slip away."""
    return is_slip(figure.value, meant) if figure.counts else is_slip_of_rate(figure.value, meant)
