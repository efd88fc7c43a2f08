"""Reads a table's rows as entries, in the way that fits the form best, and pairs them with the form's rows by their labels."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from intake.figures import FigureKind
from intake.page.alignment import aligned
from intake.page.flow import Row
from intake.plain_words import core, plain
from intake.tables.bars import has_bar
from intake.tables.rows.entries import Entry, from_grid, joined, with_heads_marked
from intake.tables.rows.halves import one_below_the_other
from intake.tables.rows.label_ends import with_ends_of_labels
from intake.tables.rows.lines import from_lines, usual_gap
from intake.tables.rows.second_table import begin_of_second, rows_like
from intake.tables.rows.serials import without_serials
from intake.tables.rows.words_in_cells import with_words_in_cells
from intake.tables.vocabulary import Target, likeness, names_of_heads, targets_of
from model.form import FormTable

_BEGINNING: Final = 6
"""Characters by which a label that goes on elsewhere is known."""
_SURE: Final = 0.7
"""Score of an entry as a row below which it is doubtful."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The entries of a table, the form's rows, and which is which: entry → row.

    `pairs` are in the form's order; `astray` are entries that stand elsewhere, known by their label alone. Entries from
    `end` on are a second table's.
    """

    entries: Sequence[Entry]
    targets: Sequence[Target]
    pairs: Mapping[int, int]
    astray: Mapping[int, int] = field(default_factory=dict)
    end: int = 0


def best_reading(table: FormTable, rows: Sequence[Row]) -> Reading:
    """Return, of the ways to read blank lines, the one that gives most rows as many places as the form has."""
    targets = targets_of(table)
    rows = without_serials(one_below_the_other(table, rows))
    readings = []
    for read in _readings(table, rows):
        entries = list(_split(read, targets))
        end = begin_of_second(entries, targets)
        first = entries[:end]
        pairs = aligned([[score_among(targets, entry, target) for target in targets] for entry in first])
        fitting = sum(len(first[i].values) == len(targets[j].keys) for i, j in pairs.items())
        readings.append((fitting, Reading(entries, targets, pairs, _astray(first, targets, pairs), end)))
    return max(readings, key=lambda reading: reading[0])[1]


def _astray(entries: Sequence[Entry], targets: Sequence[Target], pairs: Mapping[int, int]) -> dict[int, int]:
    """Entries out of the form's order whose label is that of one row alone, which no other entry is.

    Only where rules or bars show that label and numbers stand in one row: elsewhere a label may be another row's; and in the
    form's own words: a sum that is called 合计 need not be its 总计.
    """
    known: dict[int, list[int]] = {}
    for index, entry in enumerate(entries):
        shown = len(entry.rows) == 1 and _shows_cells(entry.rows[0])
        if index in pairs or not entry.numbers or not shown or _is_of_heads(targets, entry):
            continue
        like = rows_like(entry, targets)
        if len(like) == 1 and like[0] not in pairs.values() and _is_named(entry, targets[like[0]]):
            known.setdefault(like[0], []).append(index)
    return {indices[0]: place for place, indices in known.items() if len(indices) == 1}


def _is_named(entry: Entry, target: Target) -> bool:
    """Whether an entry has the form's own words for a row, and no other number before them: 4.其他 is not 3.其他."""
    words = plain(entry.label[-1])
    return words == target.core or target.full in words


def _is_of_heads(targets: Sequence[Target], entry: Entry) -> bool:
    """Whether an entry has the names of several columns and no word besides: the last of them, 总计, is a row's label, too."""
    heads = names_of_heads(tuple(targets))
    return len(entry.label) > 1 and all(core(text) in heads for text in entry.label)


def _shows_cells(row: Row) -> bool:
    return row.table >= 0 or has_bar(row)


def score(entry: Entry, target: Target) -> float:
    """Return how surely an entry is a row of the form: the likeness of its label, less where it has no values."""
    if not target.keys:
        empty = all(piece.kind is FigureKind.MARK for piece in entry.numbers)
        return 0.3 * likeness(entry.words, target) if empty else 0.0
    like = max(likeness(entry.words, target), likeness(entry.label[-1], target) if entry.label else 0.0)
    return like * (1.0 if entry.told else 0.5)


def score_among(targets: Sequence[Target], entry: Entry, target: Target) -> float:
    """Return the score of an entry as a row; half of it where the label of another row begins behind this row's in its words.

    What is only like this row's label, and the very label of another, is none of it: whatever the order, it is that other. Nor
    are the heads of columns any row.
    """
    scored = score(entry, target)
    if scored and not entry.told and (entry.head or _is_of_heads(targets, entry)):
        return 0.0
    if scored and target.keys and target.core != core(entry.words) and _is_label_among(targets, entry):
        return 0.0
    behind = target.behind(entry.words)
    overtaken = bool(behind) and any(
        other is not target
        and other.keys
        and len(other.full) > _BEGINNING
        and other.full[:_BEGINNING] in behind
        for other in targets
    )
    return scored * (0.5 if overtaken else 1.0)


def _is_label_among(targets: Sequence[Target], entry: Entry) -> bool:
    """Whether an entry has the whole label of a row, number and all, and no word besides."""
    words = plain(entry.words)
    return any(target.keys and target.full == words for target in targets)


def is_surely(targets: Sequence[Target], entry: Entry, target: Target) -> bool:
    """Return whether an entry's label tells for sure that it is a row of the form."""
    return score_among(targets, entry, target) >= _SURE


def _readings(table: FormTable, rows: Sequence[Row]) -> Iterator[list[Entry]]:
    """Yield the entries of a table's rows in reading order, an entry may have no words, or no values.

    Where blank lines stand for blank cells there are two readings: a blank cell is one line more, or as many as
    stand between two cells, and one.
    """
    usual = usual_gap(rows)
    for step in sorted({1, usual + 1}) if usual >= 0 else (1,):
        entries = with_heads_marked([e for e in _entries(table, rows, usual, step) if e.words or e.values])
        yield list(joined(table, entries))


def _entries(table: FormTable, rows: Sequence[Row], usual: int, step: int) -> Iterator[Entry]:
    lines: list[Row] = []
    for row in rows:
        if row.table < 0:
            lines.append(row)
            continue
        yield from _of_lines(table, lines, usual, step)
        lines = []
        yield from_grid(table, row)
    yield from _of_lines(table, lines, usual, step)


def _of_lines(table: FormTable, lines: Sequence[Row], usual: int, step: int) -> list[Entry]:
    return with_words_in_cells(table, with_ends_of_labels(table, from_lines(lines, usual, step)))


def _split(entries: Sequence[Entry], targets: Sequence[Target]) -> Iterator[Entry]:
    """Rows that lost their labels run into the row before: cut where as many numbers as columns are full."""
    most = max(len(target.keys) for target in targets)
    for entry in entries:
        count = len(entry.numbers)
        if entry.placed or most < 2 or count <= most or count % most:
            yield entry
            continue
        chunk = len(entry.values) // (count // most)
        chunks = [entry.values[start : start + chunk] for start in range(0, chunk * (count // most), chunk)]
        if any(sum(piece.kind is not FigureKind.BLANK for piece in values) != most for values in chunks):
            yield entry
            continue
        for number, values in enumerate(chunks):
            yield replace(entry, label=entry.label if number == 0 else [], values=values)
