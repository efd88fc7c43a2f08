"""Gaps in a table: rows without labels between two that have theirs, and what the form has there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from intake.figures import FigureKind
from intake.plain_words import plain
from intake.tables.labels.label_lines import is_bare
from intake.tables.rows.cut_numbers import LABEL, begins_above, is_barred
from intake.tables.rows.entries import Entry
from intake.tables.rows.readings import Reading, is_surely
from intake.tables.rows.second_table import rows_like
from intake.tables.vocabulary import Target

_PART: Final = "其中"
"""How a row begins that is a part of another one."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Entries without labels between two that have theirs, and the rows of the form that are not found between these.

    Not `firm`: the two may be other rows themselves. Not `even`: blank rows among them are more than the form has there, or
    one has a label of the office's own: their order alone does not tell then.
    """

    lost: Sequence[int]
    places: Sequence[int]
    firm: bool = True
    even: bool = True


def gaps_of(reading: Reading) -> Iterator[tuple[int, Gap]]:
    """Yield the gaps with numbers in them, each with the entry above it (-1: none)."""
    entries, targets = reading.entries, reading.targets
    anchors = [(-1, -1), *sorted(reading.pairs.items()), (reading.end, len(targets))]
    for (before, above), (after, below) in pairwise(anchors):
        between = [index for index in range(before + 1, after) if index not in reading.astray]
        lost = [index for index in between if entries[index].told]
        if not lost:
            continue
        told = told_by(entries[after]) if after < reading.end else ""
        places = [
            place
            for place in range(above + 1, below)
            if targets[place].keys
            and place not in reading.astray.values()
            and not stands_in(told, targets[place])
        ]
        rows = [index for index in between if _is_row(entries[index])]
        found = rows if len(rows) == len(places) else lost
        named = [index for index in between if _is_named_otherwise(reading, index, places)]
        own = [index for index in found if index not in named and not _names_others(reading, index, places)]
        if named and not own:
            continue
        firm = all(_is_firm(reading, index) for index in (before, after))
        foreign = bool(named) or any(_is_of_the_office(reading, index, places) for index in own)
        yield before, Gap(own, places, firm, even=len(rows) <= len(places) and not foreign)


def _is_firm(reading: Reading, index: int) -> bool:
    """Whether an entry is its row for sure, or the table's end: in bare lines words may be torn from another row's label."""
    entry = reading.entries[index] if index in reading.pairs else None
    return (
        entry is None
        or not (entry.told and is_bare(entry))
        or (
            is_surely(reading.targets, entry, reading.targets[reading.pairs[index]])
            and not begins_above(reading, index)
        )
    )


def _names_others(reading: Reading, index: int, places: Sequence[int]) -> bool:
    """Whether an entry has the label of rows of the form, and of none of these."""
    named = rows_like(reading.entries[index], reading.targets)
    return bool(named) and not set(named) & set(places)


def _is_of_the_office(reading: Reading, index: int, places: Sequence[int]) -> bool:
    """Whether an entry of one row has a label that tells a part, or has no two characters of those of these rows: 小计."""
    entry = reading.entries[index]
    words = plain(entry.words)
    pairs = {one + other for one, other in pairwise(words)}
    labels = [reading.targets[place].full for place in places]
    akin = any(pair in label for pair in pairs for label in labels)
    return bool(pairs) and len(entry.rows) == 1 and (_PART in words or not akin)


def _is_named_otherwise(reading: Reading, index: int, places: Sequence[int]) -> bool:
    """Whether rules or bars show a label beside an entry's numbers that is none of these rows': it is no row of the form.

    It tells a part, or has less than half of its pairs of characters in common with each of them. The labels of cells over
    several rows are none of its own.
    """
    entry = reading.entries[index]
    if not entry.told or len(entry.rows) != 1 or not (entry.rows[0].table >= 0 or is_barred(entry)):
        return False
    over = {plain(name) for target in reading.targets for name in target.names[:-1]}
    own = [
        words for text in entry.label if (words := plain(text)) and not any(words in name for name in over)
    ]
    pairs = {one + other for one, other in pairwise(own[-1])} if own else set()
    common = [sum(pair in reading.targets[place].full for pair in pairs) for place in places]
    return bool(pairs) and (_PART in own[-1] or 2 * max(common, default=0) < len(pairs))


def told_by(entry: Entry) -> str:
    """Return the words of an entry's label but for its own: labels of blank rows above it."""
    return plain("".join(entry.label[:-1]))


def stands_in(words: str, target: Target) -> bool:
    """Return whether the label of a row is among words, so that it is not lost."""
    return len(target.core) >= LABEL and target.core in words


def _is_row(entry: Entry) -> bool:
    """Whether an entry is a row without a label, be all its cells blank."""
    blank = not entry.label and all(piece.kind is FigureKind.BLANK for piece in entry.values)
    return bool(entry.told or (blank and len(entry.values) > 1))
