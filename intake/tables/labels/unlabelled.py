"""Rows of numbers that have lost their labels: their order tells where they belong, and where it does not, the sums do."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, combinations, pairwise, product
from math import comb, prod
from typing import Final, NamedTuple

from intake.tables.labels.label_gaps import Gap, gaps_of, stands_in, told_by
from intake.tables.labels.label_lines import (
    another_begins_behind,
    begins_strangely,
    ends_above,
    ends_whole,
    figures_stand_behind,
    heads_stand_behind,
    is_bare,
    is_row_of,
    whole_beside,
)
from intake.tables.labels.labels_below import may_stand_below
from intake.tables.rows.cut_numbers import is_barred, may_go_on
from intake.tables.rows.entries import Entry
from intake.tables.rows.readings import Reading
from intake.tables.sums import MOST_WAYS
from intake.tables.sums_over_rows import Values, summed
from intake.tables.vocabulary import Target
from model.form import Form, FormTable

_MOST_TOLD: Final = 4
"""Rows that are named where numbers may belong to several."""


@dataclass(slots=True)
class Unlabelled:
    """Where rows without labels belong: entry → row of the form.

    `open` are rows of the form that numbers may belong to, which it cannot be told; `loose` entries that have a label,
    but maybe not that of their numbers; `unsure` entries above numbers that no row is left for: in a narrow cell a long
    number stands in two lines; `ways` the readings that are possible: entry → rows.
    """

    places: dict[int, int] = field(default_factory=dict)
    open: set[int] = field(default_factory=set)
    loose: set[int] = field(default_factory=set)
    unsure: set[int] = field(default_factory=set)
    ways: dict[int, list[int]] = field(default_factory=dict)


def without_labels(
    form: Form,
    table: FormTable,
    reading: Reading,
    known: Values,
    values_at: Callable[[int, int], Values | None],
) -> Unlabelled:
    """Return where the entries without labels belong.

    `known` is what rows with labels say, `values_at` what an entry says as a row of the form (None where it cannot be).
    """
    told = Unlabelled(open=_behind_torn(reading))
    if may_stand_below(form, table, reading, known):
        told.unsure |= set(reading.pairs)
    _loosen(table, reading, told)
    told.open |= _behind_overfull(reading)
    uneven: list[Gap] = []
    for before, gap in gaps_of(reading):
        if before >= 0 and reading.entries[before].apart and not reading.entries[before + 1].label:
            # Numbers of several rows follow one label: which of them are its own?
            told.loose.add(before)
            told.open |= {reading.pairs[before], *gap.places}
        elif not gap.firm:
            told.open |= set(gap.places)
        elif _tells_rows(table, reading, gap):
            told.places |= dict(zip(gap.lost, gap.places, strict=True))
        elif len(gap.lost) > len(gap.places):
            told.open |= set(gap.places) | _unfound(reading)
            if before >= 0 and may_go_on(reading.entries[before], [reading.entries[i] for i in gap.lost]):
                told.unsure.add(before)
            told.unsure |= _begun_above(reading, gap)
        else:
            uneven.append(gap)
    if uneven:
        _by_sums(form, table, uneven, known, values_at, told)
    return told


def _tells_rows(table: FormTable, reading: Reading, gap: Gap) -> bool:
    """Whether the entries of a gap are the form's rows in their order."""
    return (
        gap.even
        and len(gap.lost) == len(gap.places)
        and all(
            is_row_of(reading.entries[index], reading.targets[place])
            and not begins_strangely(table, reading.entries[index])
            for index, place in zip(gap.lost, gap.places, strict=True)
        )
    )


def _unfound(reading: Reading) -> set[int]:
    """The form's rows that are not found: numbers that have no room between two rows may be any of these in another order."""
    found = {*reading.pairs.values(), *reading.astray.values()}
    return {place for place, target in enumerate(reading.targets) if target.keys and place not in found}


def _begun_above(reading: Reading, gap: Gap) -> set[int]:
    """The row below numbers that no row is left for: in bare lines its own may begin above a label in its middle."""
    above = gap.lost[-1]
    below = min((index for index in reading.pairs if index > above), default=above)
    entries = (reading.entries[above], reading.entries[below])
    return {below} if below > above and all(map(is_bare, entries)) else set()


def _loosen(table: FormTable, reading: Reading, told: Unlabelled) -> None:
    """Where labels stand beside their numbers, a whole one on a line of its own may be a blank row's.

    The numbers below it are another's then, of a row between it and the next that is found. Where most labels stand
    above their numbers and bars do not tell the cells, they may be another's where such a row is missing.
    """
    paired = [reading.entries[index] for index in reading.pairs if reading.entries[index].numbers]
    usual = 2 * sum(entry.apart for entry in paired) > len(paired)
    found = sorted(reading.pairs.items())
    for (index, place), (later, after) in pairwise([*found, (len(reading.entries), len(reading.targets))]):
        entry = reading.entries[index]
        target = reading.targets[place]
        if entry.numbers and _ends_before(table, entry, target):
            told.loose.add(index)
            told.open |= set(range(place, after))
            told.unsure.add(later)
            continue
        if others := _told_together(reading, index, place):
            told.loose.add(index)
            told.open |= {place, *others}
            continue
        above = bool(entry.numbers) and ends_above(entry, target)
        if not above and not (entry.apart and entry.numbers and ends_whole(table, entry)):
            continue
        words = told_by(reading.entries[later]) if later < len(reading.entries) else ""
        missing = [row for row in range(place + 1, after) if not stands_in(words, reading.targets[row])]
        if usual and (not missing or is_barred(entry)):
            continue
        told.loose.add(index)
        told.open |= set(range(place, after))


def _told_together(reading: Reading, index: int, place: int) -> set[int]:
    """The rows without numbers of their own whose labels stand with that of an entry's row above its numbers."""
    full = {other for at, other in reading.pairs.items() if reading.entries[at].told and other != place}
    others = {reading.targets[other]: other for other in range(len(reading.targets)) if other not in full}
    return {others[other] for other in whole_beside(reading.entries[index], reading.targets[place], others)}


def _ends_before(table: FormTable, entry: Entry, target: Target) -> bool:
    """Whether a row's label ends before other words that its numbers may belong to."""
    return (
        heads_stand_behind(table, entry, target)
        or figures_stand_behind(entry, target)
        or another_begins_behind(table, entry, target)
    )


def _behind_overfull(reading: Reading) -> set[int]:
    """The form's rows behind one with more numbers than columns: rows that have lost their labels ran into it."""
    found = sorted(reading.pairs.values())
    behind: set[int] = set()
    for index, place in reading.pairs.items():
        entry, count = reading.entries[index], len(reading.targets[place].keys)
        long = len(entry.values) >= 2 * count or (entry.vague and entry.reach > count)
        if count > 1 and (len(entry.numbers) > count or (entry.numbers and long)):
            after = next((later for later in found if later > place), len(reading.targets))
            behind |= set(range(place + 1, after))
    return behind


def _behind_torn(reading: Reading) -> set[int]:
    """The form's rows right behind one that was put together of two: its second half may be theirs."""
    found = set(reading.pairs.values())
    behind = {reading.pairs[index] + 1 for index in reading.pairs if reading.entries[index].torn}
    return {place for place in behind if place < len(reading.targets) and place not in found}


def _by_sums(
    form: Form,
    table: FormTable,
    gaps: Sequence[Gap],
    known: Values,
    values_at: Callable[[int, int], Values | None],
    told: Unlabelled,
) -> None:
    """The ways in which the sums of the columns hold tell where the entries belong, where there is but one of them.

    It is taken only if the sums tell each number: one that no sum holds for by more than blanks may be another row's.
    """
    fixed = dict(known)
    for index, place in told.places.items():
        fixed |= values_at(index, place) or {}
    ways = list(_ways_that_hold(form, table, gaps, fixed, values_at))
    confirmed = set.intersection(*(way.borne_out for way in ways)) if ways else set()
    for gap in gaps:
        for index in gap.lost:
            seen = sorted({way.places[index] for way in ways})
            row = values_at(index, seen[0]) if len(seen) == 1 else None
            if row is not None and confirmed and all(key in confirmed for key, value in row.items() if value):
                told.places[index] = seen[0]
            else:
                told.ways[index] = seen
        if any(index in told.ways for index in gap.lost):
            told.open |= set(gap.places) - set(told.places.values())


class _Way(NamedTuple):
    """Where entries may belong, and the cells of sums that hold then."""

    places: dict[int, int]
    borne_out: set[str]


def _ways_that_hold(
    form: Form,
    table: FormTable,
    gaps: Sequence[Gap],
    known: Values,
    values_at: Callable[[int, int], Values | None],
) -> Iterator[_Way]:
    """The ways to deal out the entries of gaps in their order that no sum of a column contradicts; none of too many."""
    identities = [identity for identity in form.identities if identity.table == table.id]
    if not identities or prod(comb(len(gap.places), len(gap.lost)) for gap in gaps) > MOST_WAYS:
        return
    lost = [index for gap in gaps for index in gap.lost]
    for chosen in product(*(combinations(gap.places, len(gap.lost)) for gap in gaps)):
        places = dict(zip(lost, chain.from_iterable(chosen), strict=True))
        values = dict(known)
        for index, place in places.items():
            row = values_at(index, place)
            if row is None:
                break
            values |= row
        else:
            borne_out = summed(form, identities, values)
            if borne_out is not None:
                yield _Way(places, borne_out)


def reading_words(reading: Reading, index: int, places: Sequence[int]) -> str:
    """Return in words which rows an entry's numbers may belong to."""
    numbers = words_of(reading.entries[index])
    names = "、".join(reading.targets[place].label for place in places[:_MOST_TOLD])
    more = f"等 {len(places)} 行" if len(places) > _MOST_TOLD else ""
    missing = "行标题对不上" if reading.entries[index].label else "行标题缺失"
    return f"{numbers}：{missing}，可能是{names}{more}" if names else numbers


def words_of(entry: Entry) -> str:
    """Return an entry as the source has it: the end of its label, and its values."""
    values = " ".join(piece.text.strip() or "□" for piece in entry.values)
    label = entry.label[-1][:40] if entry.label else ""
    return f"{label} {values}".strip()
