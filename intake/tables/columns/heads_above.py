"""Reads the heads above each of a table's rows: their places in a real table or on lines, and their order."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from intake.figures import FigureKind
from intake.page.flow import Row, is_number
from intake.plain_words import core, plain
from intake.tables.bars import has_bar
from intake.tables.columns.head_names import (
    heads_on,
    name_of,
    names_told,
    places_of,
    stand_apart,
    words_of_heads,
)
from intake.tables.columns.heads import Heads, Part, is_part
from intake.tables.columns.heads_on_grid import with_row_of_grid
from intake.tables.rows.entries import Entry
from intake.tables.vocabulary import Target, is_scrap, targets_of, weight
from model.form import FormTable

_HEAD: Final = 12
"""Characters of a head; more are a label or a note."""

_OF_UNITS: Final = frozenset(("单位", "计量单位"))
"""What stands over a column of units: none of them is a number."""


def heads_of(
    table: FormTable, entries: Sequence[Entry], targets: Sequence[Target], pairs: Mapping[int, int]
) -> Iterator[Heads]:
    """Yield for each entry the heads above it; a table that goes on without a head keeps the one before."""
    names = frozenset(core(name) for target in targets for name in target.columns)
    every = names.union(*(target.common for target in targets))
    fewest = min((len(target.columns) for target in targets if target.columns), default=0)
    shown = any(_shows_blanks(row) for entry in entries for row in entry.rows)
    # A line between two parts of a table, as a page's foot, takes no heads from the second.
    on_grid, in_lines = Heads(), Heads()
    open_head = False
    for index, entry in enumerate(entries):
        if not entry.rows:
            yield Heads()
            continue
        row = entry.rows[-1]
        is_head = bool(entry.label) and not entry.numbers and index not in pairs
        told = names_told(entry, every, all_of_it=is_head)
        before = on_grid if row.table >= 0 else in_lines
        if row.table >= 0:
            added = (
                with_row_of_grid(table, entry, before, told, names, every, goes_on=open_head)
                if is_head
                else None
            )
        else:
            # Several words beside one another are no label of a row, though they stand right above the end of a broken number.
            no_label = is_head or (index not in pairs and len("".join(entry.label[-1:]).split()) > 1)
            whose = _whose(table, entry, names, every, all_of_it=no_label)
            rows = entry.rows if is_head else _above_values(entry)
            line = _Line(rows, told, whose, names, lined=shown and row.columns > 1)
            added = line.added_to(before, fewest, goes_on=open_head)
        open_head = (open_head or added is not None) and not entry.numbers
        heads = before if added is None else added
        on_grid, in_lines = (heads, Heads()) if row.table >= 0 else (on_grid, heads)
        yield heads


class _Line:
    """What lines without a table tell of heads.

    `told` are the names of columns on them, `whose` tells of each head whether it is the form's; `lined`: places on them
    are columns.
    """

    def __init__(
        self,
        rows: Sequence[Row],
        told: Sequence[str],
        whose: Sequence[bool | None],
        names: frozenset[str],
        *,
        lined: bool,
    ) -> None:
        self._told, self._whose = told, tuple(whose)
        self._foreign = whose.count(False)
        self._seen = places_of(rows, names)
        self._lined = lined
        self._torn = _side_by_side(rows, names)
        self._words = [plain(word) for line in rows for piece in line.filled for word in piece.text.split()]
        self._scraps = {
            word for word in self._words if len(word) > 1 and word not in names and is_part(word, names)
        }
        self._rows, self._names = rows, names
        self._alone = all(len(line.filled) <= 1 for line in rows)
        self._several = any(stand_apart(line, names) for line in rows) or (
            self._alone and _come_again(rows, names)
        )

    def added_to(self, before: Heads, fewest: int, *, goes_on: bool) -> Heads | None:
        """Return the heads with these, None where these are none. `fewest`: the columns of the form's narrowest row."""
        # Two words of a label that breaks are no heads; as many as half of a row's columns may be, in the office's own words.
        own = self._foreign > 1 and (goes_on or 2 * self._foreign >= fewest)
        # One head that is known already, alone below numbers, is the end of a row's label: （七）总计.
        new = goes_on or len(self._told) > 1 or not self._alone or not set(self._told) < set(before.order)
        known = bool(self._told or self._seen) and new
        if not (known or self._torn or own or len(self._scraps) > 1):
            return None
        start = before if goes_on else Heads()
        above = [name for name in self._names if name in start.words]
        places = places_of(self._rows, self._names, above) if self._lined else {}
        return Heads(
            {**start.places, **places},
            (*start.order, *self._told),
            several=start.several or self._several,
            rivalled=start.rivalled or _are_rivalled(self._rows, self._names, start.words),
            foreign=start.foreign + self._foreign,
            torn=(*start.torn, *self._torn),
            words=start.words + "".join(self._words),
            scraps=start.scraps | self._scraps,
            alone=start.alone and self._alone,
            whose=(*start.whose, *self._whose),
        )


def _side_by_side(rows: Sequence[Row], names: frozenset[str]) -> tuple[tuple[Part, ...], ...]:
    """The parts of heads on each line that has several."""
    lines = (
        tuple(
            (place, word)
            for place, piece in enumerate(row.filled)
            for part in piece.text.split()
            if len(word := name_of(part, names) or plain(part)) > 1 and is_part(word, names)
        )
        for row in rows
    )
    return tuple(parts for parts in lines if len(parts) > 1)


def _are_rivalled(rows: Sequence[Row], names: frozenset[str], above: str) -> bool:
    """Whether another word for a column stands beside the form's own, or below it: 小计 beside 总计."""
    words = [part for line in rows for piece in line.filled for part in piece.text.split()]
    own = {name for name in names if name in above or name in map(core, words)}
    return any((name := name_of(word, names)) in own and core(word) != name for word in words)


def _come_again(rows: Sequence[Row], names: frozenset[str]) -> bool:
    """Whether several heads, each on a line of its own, come again behind others: each counts other cases."""
    told = [name for name, _ in groupby(name for _, name in heads_on(rows, names))]
    return sum(count > 1 for count in Counter(told).values()) > 1


def _shows_blanks(row: Row) -> bool:
    """Whether a line shows its blank cells, so that places on it are columns: wide gaps alone do not."""
    return row.table < 0 and (has_bar(row) or any(piece.kind is FigureKind.BLANK for piece in row.pieces))


def _above_values(entry: Entry) -> list[Row]:
    """The rows of an entry that stand above the one with its values; of one that was cut off another these are the other's."""
    rows: list[Row] = []
    for row in entry.rows if entry.label else ():
        if any(is_number(piece) for piece in row.pieces):
            break
        rows.append(row)
    return rows


def _whose(
    table: FormTable, entry: Entry, names: frozenset[str], every: frozenset[str], *, all_of_it: bool
) -> list[bool | None]:
    """Of each short word above the values that is a head, whether it is the form's or one of the office's own.

    What is like a part of the form's own is none of these, but beside all the heads of a row. None is that of the labels.
    """
    words = [part for text in words_of_heads(entry, all_of_it=all_of_it) for part in text.split()]
    told = {name for word in words if (name := name_of(word, names))}
    whole = any(told.issuperset(map(core, target.columns)) for target in targets_of(table) if target.columns)
    of_labels = {plain(band.head) for band in table.bands if band.head}
    found: list[bool | None] = []
    for word in words:
        known = weight(table, word) or is_scrap(table, word)
        if plain(word) in of_labels:
            found.append(None)
        elif name_of(word, names):
            found.append(True)
        elif (
            plain(word) not in _OF_UNITS
            and len(plain(word)) <= _HEAD
            and not (name_of(word, every) if whole else known)
        ):
            found.append(False)
    return found
