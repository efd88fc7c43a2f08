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
    """Yield the groups of rows that look like one application, each once; lines that are none are left out."""
    told: set[tuple[int, ...]] = set()
    for why, groups in (
        ("编号重复", _same_number(bodies)),
        ("除编号外完全相同，像是登记了两次", _alike(bodies)),
    ):
        for group in groups:
            kept = tuple(place for place in group if place not in asides)
            if len(kept) > 1 and kept not in told:
                told.add(kept)
                yield Doubles(kept, why)


def _same_number(bodies: Sequence[Body]) -> list[list[int]]:
    cells = [
        raw
        for body in bodies
        for column in body.layout.of(Field.NUMBER)
        for raw in map(itemgetter(column), body.rows)
    ]
    if len(set(cells)) == len(cells):
        return []
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
    """Of the rows whose texts are the same, which are few, those that are alike in all other columns too."""
    named = [body for body in bodies if body.layout.of(Field.NAME) and body.rows]
    texts = [list(map(_texts_of(body), body.rows)) for body in named]
    often = Counter(chain.from_iterable(texts)) if _some_twice(texts) else None
    if often is None:
        return []
    keys: list[Hashable] = []
    places: list[int] = []
    for body, words in zip(named, texts, strict=True):
        kept = [column for column in range(len(body.heads)) if column not in body.skipped()]
        for place, row, text in zip(body.places, body.rows, words, strict=True):
            if often[text] > 1:
                keys.append(tuple(row[column] for column in kept))
                places.append(place)
    return _grouped(keys, places)


def _texts_of(body: Body) -> "itemgetter[Hashable]":
    """Picks the cells of a row that are texts: they are quicker to compare than days, and differ more often."""
    skipped = body.skipped()
    texts = [at for at, raw in enumerate(body.rows[0]) if isinstance(raw, str) and at not in skipped]
    return itemgetter(*texts, *body.layout.of(Field.NAME))


def _some_twice(texts: Sequence[Sequence[Hashable]]) -> bool:
    return len(set(chain.from_iterable(texts))) < sum(map(len, texts))


def _grouped(keys: Sequence[Hashable], places: Sequence[int]) -> list[list[int]]:
    """The places that share a key, where it is not None."""
    if len(set(keys)) == len(keys):
        return []
    groups: dict[Hashable, list[int]] = {}
    for key, place in zip(keys, places, strict=True):
        if key is not None:
            groups.setdefault(key, []).append(place)
    return [group for group in groups.values() if len(group) > 1]
