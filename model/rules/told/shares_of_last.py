"""Shares of the year before, and by how many points they have changed, as the tables of both years make them."""

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from model.prose.reckoned.figures import Figure
from model.prose.reckoned.reckoned_shares import fits, is_slip_of_rate
from model.prose.reckoned.told_changes import HUNDRED, is_change, step
from model.prose.reckoned.told_points import is_points, way
from model.prose.slips_of_pen import is_slip
from model.rules.told.families import Known, NumberOf, Tables
from model.rules.told.family_words import family_words, says
from model.rules.told.told_rates import Rate


def wrong_shares_of_last(
    figures: Sequence[Figure], families: Sequence[Known], tables: Tables, last: NumberOf
) -> Iterator[Rate]:
    """Yield last year's shares, told right behind this year's, that are a slip away: 公开的占47.1%，去年是50.0%."""
    for now, then in pairwise(figures):
        if now.unit != "%" or then.unit != "%" or not says("was_last_year", then.own):
            continue
        meant = [
            (part * HUNDRED / whole).quantize(then.value, ROUND_HALF_UP)
            for names, over in _shares_told(now, families, tables)
            if (part := last(names)) and (whole := last(over))
        ]
        if not any(abs(one - then.value) <= step(then.value) for one in meant):
            near = next((one for one in meant if is_slip_of_rate(then.value, one)), None)
            if near is not None:
                yield Rate(then, f"上年的占比算得 {near:f}%")


def wrong_points_since(
    figures: Sequence[Figure], families: Sequence[Known], tables: Tables, last: NumberOf
) -> Iterator[Rate]:
    """Yield by how many points a share is told to have changed, if a slip is in it: 占81.2%，较上年高2.4个百分点."""
    for share, points in pairwise(figures):
        since = says("change_since", points.own) and is_points(points)
        if not since or share.unit != "%" or is_change(share) or share.depth != points.depth:
            continue
        meant = [
            ((now - then) * way(points)).quantize(points.value, ROUND_HALF_UP)
            for now, then in _shares_of_both(share, families, tables, last)
        ]
        if not any(abs(one - points.value) <= step(points.value) + step(share.value) for one in meant):
            near = next((one for one in meant if one > 0 and is_slip(points.value, one)), None)
            if near is not None:
                yield Rate(points, f"按两年的表格算得 {near:f} 个百分点")


def _shares_of_both(
    share: Figure, families: Sequence[Known], tables: Tables, last: NumberOf
) -> Iterator[tuple[Decimal, Decimal]]:
    """What a share is in both years, in per cent, by each part that it may be of."""
    for names, over in _shares_told(share, families, tables):
        part, whole = last(names), last(over)
        now, every = tables.told(names), tables.told(over)
        if part is not None and whole and now is not None and every:
            yield now * HUNDRED / every, part * HUNDRED / whole


def _shares_told(share: Figure, families: Sequence[Known], tables: Tables) -> Iterator[tuple[str, str]]:
    """What a share is of: a part, or two beside each other, and the whole that it is told of."""
    for known in families:
        names = [name for name, _ in known.parts]
        together = [*names, *(f"{one} {other}" for one, other in pairwise(names))]
        for over in (known.family.whole, *family_words().shares_of.get(known.family.whole, ())):
            whole = tables.told(over) if over else None
            yield from (
                (one, over)
                for one in together
                if whole and fits(tables.told(one) or Decimal(0), whole, share.value)
            )
