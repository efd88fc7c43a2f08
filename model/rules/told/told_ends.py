"""Ends of applications told together, some in words that no row of table 三 has: 予以公开6件，无法提供5件，撤回申请2件，结转1件.

Together they are all that was handled, or all that there was to handle where those carried over are among them. Where the
numbers that the tables settle do not come out with the others, and would with one of these a slip away, that one is doubted.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain, combinations
from typing import Final

from model.prose.reckoned.figures import Figure, Row, groups
from model.prose.reckoned.told_totals import Doubt
from model.prose.slips_of_pen import is_slip
from model.rules.told.families import Tables
from model.rules.told.settled import NamesOf

_HANDLED: Final = "办结申请总数"
_CARRIED_OUT: Final = "结转下年度申请数"
_ENDS: Final = frozenset(
    ("予以公开数", "部分公开数", "不予公开数", "无法提供数", "不予处理数", "其他处理数", _CARRIED_OUT)
)
_ENOUGH: Final = 3
"""Ends that the tables must settle before the others are taken to be the rest of them."""
_PARTS_FOLLOW: Final = ("其中", ";")
_FEW: Final = 2
"""Numbers in other words: more of them may be anything."""


def wrong_ends(row: Row, tables: Tables, names_of: NamesOf) -> Iterator[Doubt]:
    """Yield the ends of a sentence that the tables do not know by their words, and that miss what is left for them by a slip."""
    handled = tables.number(_HANDLED)
    for group in groups(row) if handled is not None else ():
        told = _told_of_ends(group, names_of)
        if told is None or handled is None:
            continue
        known, others = told
        names = frozenset[str]().union(*known.values())
        carried = tables.number(_CARRIED_OUT) if _CARRIED_OUT in names else Decimal(0)
        if carried is None:
            continue
        left = handled + carried - sum((figure.value for figure in known), Decimal(0))
        doubted = _missing(others, left)
        if doubted:
            summed = "＋".join(f"{figure.value:f}" for figure in others)
            yield Doubt(doubted, f"其他各类与表格一致，余下应为 {left:f}，写的是 {summed}", doubted)


def _told_of_ends(
    group: Sequence[Figure], names_of: NamesOf
) -> tuple[dict[Figure, frozenset[str]], tuple[Figure, ...]] | None:
    """The numbers of a list of ends that the tables settle, and those among them that nothing settles; none for other lists."""
    settled = {figure: names for figure in group if (names := names_of(figure)) and names <= _ENDS}
    places = [place for place, figure in enumerate(group) if figure in settled]
    if len(settled) < _ENOUGH:
        return None
    run = group[places[0] : places[-1] + 1]
    others = tuple(figure for figure in run if figure not in settled)
    alike = {(figure.unit, figure.depth) for figure in run}
    apart = any(mark in figure.before for figure in run[1:] for mark in _PARTS_FOLLOW)
    if (
        not 0 < len(others) <= _FEW
        or len(alike) > 1
        or apart
        or any(names_of(one) is not None for one in others)
    ):
        return None
    return settled, others


def _missing(others: Sequence[Figure], left: Decimal) -> tuple[Figure, ...]:
    """Those of the other numbers that a slip parts from what is left for them; none where some of them make it up."""
    some = chain.from_iterable(combinations(others, many) for many in range(len(others) + 1))
    if left < 0 or any(sum((one.value for one in few), Decimal(0)) == left for few in some):
        return ()
    gap = left - sum((one.value for one in others), Decimal(0))
    return tuple(one for one in others if is_slip(one.value, one.value + gap))
