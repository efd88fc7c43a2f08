"""Shares and changes that are a slip away from what the tables make of the numbers beside them."""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from itertools import pairwise, takewhile
from typing import Final, NamedTuple

from model.prose.pieces.grown import names_something
from model.prose.reckoned.figures import Figure
from model.prose.reckoned.reckoned_shares import fits, is_share, is_slip_of_rate
from model.prose.reckoned.told_changes import HUNDRED, is_change, sign
from model.prose.slips_of_pen import is_slip
from model.prose.words.lexing import tokens_of
from model.rules.told.families import Known, NumberOf, Tables
from model.rules.told.family_words import family_words, says

_LEAST: Final = 10
_NO_YEAR: Final = 0
"""Whether words name something is the same in every year."""
_PAIR: Final = 2
_NEAR: Final = 4
"""Numbers before a share that may be its parts."""


class Rate(NamedTuple):
    """A share or a change that is not what the tables make it, and what is reckoned."""

    figure: Figure
    says: str


Open = Callable[[Figure], bool]
"""Tells whether nothing settles of what a number is."""


@lru_cache(maxsize=16)
def all_of(tables: Tables) -> frozenset[Decimal]:
    """Return the numbers of all that shares and lists may be of."""
    return frozenset(number for names in family_words().wholes if (number := tables.number(*names.split())))


def wrong_shares(
    figures: Sequence[Figure], families: Sequence[Known], tables: Tables, is_open: Open
) -> Iterator[Rate]:
    """Yield the shares that no part and no whole have, and that are near to the share of what is told right before."""
    for place, figure in enumerate(figures):
        if (
            not (is_share(figure) or _is_in_row(figures, place, families))
            or not is_open(figure)
            or figure.value == HUNDRED
            or says("share_of_else", figure.own)
        ):
            continue
        before = [one.value for one in figures[:place] if one.counts][-_NEAR:]
        named = [
            value
            for known in families
            for part, value in known.parts
            if known.family.parts[part].search(figure.own)
        ]
        sums = [sum(before[first:], Decimal(0)) for first in range(len(before))]
        behind = [one.value for one in figures[place + 1 : place + 2] if one.counts]
        parts = {value for value in (*before, *behind, *named, *sums) if value}
        wholes = all_of(tables) | {one.value for one in figures if one.counts}
        if not any(fits(part, whole, figure.value) for part in parts for whole in wholes):
            yield from _near_shares(figure, [*named, *before[-1:], *_added(figure, before)], families, tables)


def _is_in_row(figures: Sequence[Figure], place: int, families: Sequence[Known]) -> bool:
    """予以公开类37.5%、部分公开类7.1%: whether a rate stands beside others, each named as a part of one family."""
    beside = [one for one in figures[max(place - 1, 0) : place + 2] if one.unit == "%" and not is_change(one)]
    if len(beside) < _PAIR or figures[place] not in beside:
        return False
    if any(says("other_base", one.own) or says("changed", one.own) for one in beside):
        return False
    named = ([known.family.told_by(one.own) for one in beside] for known in families)
    return any(all(parts) and len(set(parts)) == len(parts) for parts in named)


def wrong_parts_of_shares(
    figures: Sequence[Figure], families: Sequence[Known], tables: Tables, is_open: Open
) -> Iterator[Rate]:
    """Yield the numbers whose share, told right behind, is that of a part of the tables a slip away: 自然人62件，占78.2%."""
    for part, share in pairwise(figures):
        direct = is_share(share) and part.counts and share.value != HUNDRED and is_open(part)
        if not direct or says("share_of_else", share.own):
            continue
        told = all_of(tables) | {one.value for one in figures if one.counts}
        if any(fits(part.value, whole, share.value) for whole in told):
            continue
        meant = next(
            (
                (value, whole)
                for known in families
                for _, value in known.parts
                for whole in _wholes_of(known, tables)
                if is_slip(part.value, value) and fits(value, whole, share.value)
            ),
            None,
        )
        if meant is not None:
            yield Rate(part, f"{meant[0]:f}÷{meant[1]:f}＝{share.value:f}%，写的是 {part.value:f}")


def _wholes_of(known: Known, tables: Tables) -> Iterator[Decimal]:
    """What shares of the parts of a family are taken of."""
    if known.whole is not None:
        yield known.whole
    for names in family_words().shares_of.get(known.family.whole, ()):
        number = tables.number(*names.split())
        if number:
            yield number


def _added(figure: Figure, before: Sequence[Decimal]) -> list[Decimal]:
    """The sum of the last numbers, of so many as the words say: 这两类占."""
    many = family_words().says["of_several"].search(figure.own)
    count = {"两": 2, "三": 3}.get(many[1], 0) if many else 0
    return [sum(before[-count:], Decimal(0))] if count and len(before) >= count else []


def _near_shares(
    figure: Figure, parts: Sequence[Decimal], families: Sequence[Known], tables: Tables
) -> Iterator[Rate]:
    """The shares of parts in the whole of their family, of those that are over, or in what the words name: 占不予公开的."""
    over = family_words().says["share_of"].search(figure.own)
    for known in families:
        told = {value for _, value in known.parts} | set(_sums(known))
        wholes: list[Decimal | None] = [*_wholes_of(known, tables)]
        if over is not None and (name := known.family.told_by(over[1])):
            wholes, told = [dict(known.parts).get(name)], set(parts)
        for part in parts:
            for whole in wholes:
                if part in told and whole is not None and whole >= _LEAST and part < whole:
                    meant = (part * HUNDRED / whole).quantize(figure.value, ROUND_HALF_UP)
                    if _is_near(figure, meant):
                        yield Rate(figure, f"{part:f}÷{whole:f}＝{meant:f}%")
                        return


def _sums(known: Known) -> Iterator[Decimal]:
    """What two or three parts beside each other make up."""
    values = [value for _, value in known.parts]
    for count in (2, 3):
        yield from (sum(values[n : n + count], Decimal(0)) for n in range(len(values) - count + 1))


def wrong_changes(
    figures: Sequence[Figure], families: Sequence[Known], last: NumberOf, is_open: Open
) -> Iterator[Rate]:
    """Yield the changes since last year that are none of what is spoken of, and near to that of what is told right before."""
    for place, figure in enumerate(figures):
        if not is_change(figure) or not is_open(figure) or says("other_base", figure.before):
            continue
        every = [(now, last(name)) for known in families for name, now in known.every]
        dealt = _dealt_to(figures, place)
        if dealt is not None:
            every = [(now, then) for now, then in every if now == dealt.value]
        if not any(then and _changed(now, then, figure) == figure.value for now, then in every):
            told = [dealt] if dealt is not None else figures[:place]
            yield from _near_changes(figure, _spoken_of(told, figure, families), last)


def _dealt_to(figures: Sequence[Figure], place: int) -> Figure | None:
    """许可318件、处罚92件，同比分别增长6.0%、下降8.0%: the number that a change of a row is of, each of its own."""
    first = next((n for n in range(place, -1, -1) if says("of_all", figures[n].own)), None)
    if first is None or not all(
        is_change(one) and one.depth == figures[first].depth for one in figures[first : place + 1]
    ):
        return None
    row = list(
        takewhile(lambda one: is_change(one) and one.before.startswith(("、", ",")), figures[first + 1 :])
    )
    count = len(row) + 1
    counts = figures[first - count : first] if first >= count else []
    alike = counts and all(
        one.counts and not is_change(one) and one.depth == figures[first].depth for one in counts
    )
    return counts[place - first] if alike and count > 1 else None


def _spoken_of(
    before: Sequence[Figure], figure: Figure, families: Sequence[Known]
) -> Iterator[tuple[str, Decimal]]:
    """What has changed: 许可增长3.8%, or what the number before is of where the words name nothing."""
    words = tokens_of(figure.own, _NO_YEAR)
    if any(token.name in ("other", "share") or token.kind == "rate" for token in words):
        return
    named = [
        (part, value)
        for known in families
        for part, value in known.parts
        if not figure.counts and _names_as_last(known.family.parts[part], figure.own)
    ]
    counts = [one for one in before if one.counts and not is_change(one)]
    near = counts[-1].value if counts and counts[-1].value >= _LEAST else None
    yield from named[:1]
    if not names_something(words):
        yield from ((name, value) for known in families for name, value in known.every if value == near)


def _names_as_last(part: re.Pattern[str], words: str) -> bool:
    """Whether words name a part and nothing of it: 许可同比增长, and not 许可金额同比增长."""
    found = part.search(words)
    return found is not None and not names_something(tokens_of(words[found.end() :], _NO_YEAR))


def _near_changes(figure: Figure, spoken_of: Iterator[tuple[str, Decimal]], last: NumberOf) -> Iterator[Rate]:
    for name, now in spoken_of:
        then = last(name)
        meant = _changed(now, then, figure) if then else Decimal(0)
        if meant > 0 and then and _is_near(figure, meant):
            unit = "" if figure.counts else "%"
            yield Rate(figure, f"上年是 {then:f}，本年是 {now:f}，算得 {meant:f}{unit}")
            return


def _changed(now: Decimal, then: Decimal, figure: Figure) -> Decimal:
    by = (now - then) * sign(figure)
    return by if figure.counts else (by * HUNDRED / then).quantize(figure.value, ROUND_HALF_UP)


def _is_near(figure: Figure, meant: Decimal) -> bool:
    """Whether it is a slip away."""
    return is_slip(figure.value, meant) if figure.counts else is_slip_of_rate(figure.value, meant)
