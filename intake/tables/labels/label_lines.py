"""Where a row's label ends: on the line of its numbers or above it, with words of other rows or heads between.

In lines without bars numbers below a label that has ended, or below heads behind it, may be another row's.
"""

from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Final

from intake.figures import FigureKind, figure_of
from intake.page.flow import Piece, Row, is_number
from intake.plain_words import plain
from intake.tables.rows.cut_numbers import LABEL, is_barred
from intake.tables.rows.entries import Entry, is_strange
from intake.tables.vocabulary import Target, heads_of_columns, is_whole, targets_of
from model.form import FormTable

_FEWEST: Final = 3
"""Characters by which the beginning of a label is known."""


def is_bare(entry: Entry) -> bool:
    """Return whether an entry stands in lines without bars: half a row may look like one, and a blank row leaves no trace."""
    return any(row.table < 0 for row in entry.rows) and not is_barred(entry)


def is_row_of(entry: Entry, target: Target) -> bool:
    """Return whether an entry without a label is surely one whole row: in bare lines it has a value for each column then.

    A blank line is no sure value.
    """
    return not is_bare(entry) or len(entry.numbers if entry.vague else entry.values) >= len(target.keys)


def begins_strangely(table: FormTable, entry: Entry) -> bool:
    """Return whether words of no form stand on a line above an entry's numbers: they may be one of a row without a label."""
    above = entry.rows[0] if len(entry.rows) > 1 else None
    on_lines = above is not None and above.table < 0 and not _has_numbers(above)
    return on_lines and bool(entry.label) and all(is_strange(table, text) for text in entry.label)


def heads_stand_behind(table: FormTable, entry: Entry, target: Target) -> bool:
    """Return whether heads of columns stand behind a row's label in lines without bars: numbers below are another's."""
    behind = target.behind(entry.words)
    return is_bare(entry) and any(head in behind for head in heads_of_columns(table))


def figures_stand_behind(entry: Entry, target: Target) -> bool:
    """Return whether figures stand behind a row's label among its words in lines without bars.

    They are the row's own, which ended there, or a sentence's below it.
    """
    among = any(figure_of(text).kind is FigureKind.NUMBER for text in entry.label[1:])
    return is_bare(entry) and (among or any(map(str.isdigit, target.behind(entry.words))))


def another_begins_behind(table: FormTable, entry: Entry, target: Target) -> bool:
    """Return whether another row's label begins behind a row's own in lines without bars: numbers below are the other's."""
    behind = target.behind(entry.words)
    return (
        len(behind) >= _FEWEST
        and is_bare(entry)
        and any(
            other.full.startswith(behind) or behind.startswith(other.full)
            for other in targets_of(table)
            if other != target and other.full
        )
    )


def whole_beside(entry: Entry, target: Target, others: Iterable[Target]) -> list[Target]:
    """Return the rows whose whole labels stand with a row's own above numbers in bare lines: they may be any one's."""
    beside = next((row for row in entry.rows if _has_numbers(row)), None)
    if beside is None or not is_bare(entry) or target.core in plain("".join(p.text for p in _words(beside))):
        return []
    words, own = plain(entry.words), plain(target.label)
    return [
        other
        for other in others
        if other.keys and len(other.core) >= LABEL and other.core in words and other.core not in own
    ]


def ends_above(entry: Entry, target: Target) -> bool:
    """Return whether a row's label ends on a line above the one with its numbers, alone or beside words of another.

    Words of other labels may stand between: those of a cell over several rows.
    """
    above = list(takewhile(lambda row: row.table < 0 and not _has_numbers(row), entry.rows))
    beside = [piece for row in entry.rows[len(above) : len(above) + 1] for piece in _words(row)]
    scraps = [plain(piece.text) for row in above for piece in _words(row)]
    return bool(beside or entry.apart) and any(
        _spells(scraps[start:], target.full) for start in range(len(scraps))
    )


def ends_whole(table: FormTable, entry: Entry) -> bool:
    """Return whether the last of an entry's words are a row's whole label, on one line or on several beside another label's."""
    last = [words[-1].text for row in entry.rows if (words := _words(row))]
    return any(
        is_whole(table, "".join(parts[start:]))
        for parts in (entry.label, last)
        for start in range(len(parts))
    )


def _spells(scraps: Sequence[str], label: str) -> bool:
    """Whether a label begins with the first of some scraps and is spelled by those behind it, others left out."""
    rest = label
    for place, scrap in enumerate(scraps):
        if scrap and rest.startswith(scrap):
            rest = rest[len(scrap) :]
        elif place == 0:
            return False
    return not rest


def _words(row: Row) -> list[Piece]:
    return [piece for piece in row.pieces if piece.kind is FigureKind.WORDS]


def _has_numbers(row: Row) -> bool:
    return any(map(is_number, row.pieces))
