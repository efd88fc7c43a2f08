"""Finds rows that look like one application entered twice: the same number, or alike in everything but the number."""

from collections import Counter
from collections.abc import Collection, Hashable, Iterator, Sequence
from itertools import chain
from operator import itemgetter
from typing import Final

from intake.ledger.body import Body
from intake.ledger.columns import Field
from intake.ledger.days import Day, Days
from intake.ledger.sheets import Raw
from intake.ledger.tally import Doubles
from intake.ledger.words import plain

_SHORT: Final = 4
"""Digits of a number up to which it may begin anew on each sheet."""


def doubles_in(bodies: Sequence[Body], days: Sequence[Days], asides: Collection[int]) -> Iterator[Doubles]:
    """Yield the groups of rows that look like one application, each once; lines that are none are left out.

    `days` read the days of each body.
    """
    told: dict[int, list[set[int]]] = {}
    for why, groups in (
        ("编号重复", _same_number(bodies)),
        ("除编号外完全相同，像是登记了两次", _alike(bodies)),
        ("申请人、收到日期相同，登记在不同的工作表中", _on_other_sheets(bodies, days)),
    ):
        for group in groups:
            kept = tuple(place for place in group if place not in asides)
            if len(kept) > 1 and not any(other.issuperset(kept) for other in told.get(kept[0], ())):
                whole = set(kept)
                for place in kept:
                    told.setdefault(place, []).append(whole)
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


def _on_other_sheets(bodies: Sequence[Body], days: Sequence[Days]) -> list[list[int]]:
    """Rows of one applicant and day on several sheets, in whatever layout: answered on one day, or on some not yet.

    A sheet that gathers the others may write days otherwise and have other columns; one of a later quarter may list
    anew what was open.
    """
    keys: list[Hashable] = []
    places: list[int] = []
    answers: dict[int, Day] = {}
    sheets: dict[int, int] = {}
    for at, (body, own) in enumerate(zip(bodies, days, strict=True)):
        names = body.layout.of(Field.NAME)
        if not names or not body.layout.of(Field.RECEIVED):
            continue
        received, answered = body.days(Field.RECEIVED, own), body.days(Field.ANSWERED, own)
        for place, row, got, answer in zip(body.places, body.rows, received, answered, strict=True):
            name = plain(str(row[names[0]]))
            if name and isinstance(got, int):
                keys.append((name, got))
                places.append(place)
                answers[place], sheets[place] = answer, at
    found = []
    for group in _grouped(keys, places):
        told = {answers[place] for place in group} - {None}
        parts = [[p for p in group if answers[p] in (day, None)] for day in told] or [group]
        found += [part for part in parts if len({sheets[place] for place in part}) > 1]
    return found


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
