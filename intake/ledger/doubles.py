"""Finds rows that look like one application entered twice: the same number, or alike in everything but the number."""

from collections import Counter
from collections.abc import Collection, Hashable, Iterator, Sequence
from itertools import chain
from operator import itemgetter
from typing import Final

from intake.ledger.body import Body
from intake.ledger.columns import Field
from intake.ledger.sheets import Raw
from intake.ledger.tally import Doubles

_SHORT: Final = 4
"""Digits of a number up to which it may begin anew on each sheet."""


def doubles_in(bodies: Sequence[Body], asides: Collection[int]) -> Iterator[Doubles]:
    """Yield the groups of rows that look like one application; lines that are no application are left out."""
    for why, groups in (
        ("编号重复", _same_number(bodies)),
        ("除编号外完全相同，像是登记了两次", _alike(bodies)),
    ):
        for group in groups:
            kept = tuple(place for place in group if place not in asides)
            if len(kept) > 1:
                yield Doubles(kept, why)


def _same_number(bodies: Sequence[Body]) -> list[list[int]]:
    keys: list[Hashable] = []
    places: list[int] = []
    for at, body in enumerate(bodies):
        for column in body.layout.of(Field.NUMBER):
            keys += [_number_key(raw, at) for raw in map(itemgetter(column), body.rows)]
            places += body.places
    return _grouped(keys, places)


def _number_key(raw: Raw, body: int) -> Hashable:
    """What makes two numbers the same, None for a blank; short ones may begin anew on each sheet."""
    text = raw if isinstance(raw, str) else f"{raw:.0f}" if isinstance(raw, float) else str(raw)
    if not text or text.isspace():
        return None
    return (text, body) if len(text) <= _SHORT and text.isdecimal() else text


def _alike(bodies: Sequence[Body]) -> list[list[int]]:
    """Of the rows with the same name on the same day, which are few, those that are alike in all other columns too."""
    named = [body for body in bodies if body.layout.of(Field.NAME)]
    days = [body.layout.of(Field.RECEIVED) or body.layout.of(Field.FILED) for body in named]
    firsts = [
        itemgetter(body.layout.of(Field.NAME)[0], *columns) for body, columns in zip(named, days, strict=True)
    ]
    often = Counter(
        chain.from_iterable(map(first, body.rows) for first, body in zip(firsts, named, strict=True))
    )
    if len(often) == sum(len(body.rows) for body in named):
        return []
    keys: list[Hashable] = []
    places: list[int] = []
    for first, body in zip(firsts, named, strict=True):
        kept = [column for column in range(len(body.heads)) if column not in body.skipped()]
        for place, row in zip(body.places, body.rows, strict=True):
            if often[first(row)] > 1:
                keys.append(tuple(row[column] for column in kept))
                places.append(place)
    return _grouped(keys, places)


def _grouped(keys: Sequence[Hashable], places: Sequence[int]) -> list[list[int]]:
    """The places that share a key, where it is not None."""
    if len(set(keys)) == len(keys):
        return []
    groups: dict[Hashable, list[int]] = {}
    for key, place in zip(keys, places, strict=True):
        if key is not None:
            groups.setdefault(key, []).append(place)
    return [group for group in groups.values() if len(group) > 1]
