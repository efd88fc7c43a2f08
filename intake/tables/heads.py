"""The heads above a table's numbers: where they stand, in which order, and whether they are the form's."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final, TypeAlias

from intake.figures import FigureKind
from intake.page.flow import Piece, Row
from intake.plain_words import core, plain
from intake.tables.bars import has_bar
from intake.tables.entries import Entry
from intake.tables.vocabulary import Target, head_words, is_scrap, weight
from model.form import FormTable

Part: TypeAlias = tuple[int, str]
"""A part of a head, with the cell of its line that it stands in."""
_HEAD: Final = 12
"""Characters of a head; more are a label or a note."""


@dataclass(frozen=True, slots=True)
class Heads:
    """Heads above an entry.

    `places`: the plain name of a column → first place on the table's grid and span. `order`: the names as they were read,
    those over several columns among them.
    `strange`: the places of heads in the office's own words. `several`: columns that all count what the form counts in
    one. `on_grid`: the places are those of a real table. `foreign`: how many heads in lines are in the office's own words.
    `table`: the number of the table that the heads stand in, `width` its number of columns; one that goes on without
    heads may have another grid.
    `words`: the heads in lines as they were read, in one; `scraps`: the parts of heads among them.
    `torn`: the parts of heads that stand side by side on a line, where narrow columns tear them in several lines.
    `common`: heads over several others → place and span on the grid, blank cells behind them included.
    `alone`: each stands on a line of its own, so that the lines are in the order of the columns.
    """

    places: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    strange: tuple[tuple[int, int], ...] = ()
    several: bool = False
    on_grid: bool = False
    foreign: int = 0
    table: int = -1
    width: int = 0
    torn: tuple[tuple[Part, ...], ...] = ()
    words: str = ""
    scraps: frozenset[str] = frozenset()
    common: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    alone: bool = True

    def columns(self, target: Target) -> list[tuple[int, int]] | None:
        """Return the places of the target's columns, in the form's order; None where a head lacks or two overlap."""
        names = [core(name) for name in target.columns]
        if any(name not in self.places for name in names):
            return None
        places = [self.places[name] for name in names]
        apart = all(first + span <= later for (first, span), (later, _) in pairwise(sorted(places)))
        in_order = places == sorted(places)
        return places if apart and (self.on_grid or in_order or self._in_one_line(names)) else None

    def lack(self, target: Target) -> bool:
        """Whether most of the target's columns have heads and some have none: their numbers may not be there either."""
        names = [core(name) for name in target.columns]
        known = sum(name in self.places for name in names)
        return len(names) < 2 * known < 2 * len(names)

    def fall_apart(self, target: Target) -> bool:
        """Whether heads do not stand under the one that is common to them: the table has lost the widths of its cells."""
        below = [
            self.places[core(name)]
            for name, depth in zip(target.columns, target.depths, strict=True)
            if depth > 1 and core(name) in self.places
        ]
        return any(
            not first <= place < first + span
            for name, (first, span) in self.common.items()
            if name in target.common
            for place, _ in below
        )

    def _in_one_line(self, names: Sequence[str]) -> bool:
        """Whether the heads were read in one go, each a place behind the one before: a line of text with all of them."""
        told = [name for name in self.order if name in names]
        places = [self.places[name][0] for name in told]
        return len(told) == len(names) and all(later == first + 1 for first, later in pairwise(places))

    def contradict(self, target: Target, entry: Entry) -> bool:
        """Whether the form's heads stand in another order than the form's, or others stand in their place."""
        names = [core(name) for name in target.columns]
        if self.several or self.fall_apart(target):
            return True
        if self.on_grid:
            places = [self.places[name] for name in names if name in self.places]
            apart = bool(entry.rows) and entry.rows[-1].table != self.table
            foreign = any(apart or above(place, piece) for place in self.strange for piece in entry.numbers)
            return places != sorted(places) or (len(names) > 1 and foreign and 2 * len(places) < len(names))
        known = [name for name in dict.fromkeys(self.order) if name in names]
        if len(names) > 1 and 2 * len(known) < len(names) <= 2 * self.foreign:
            return True
        levels = _two_levels(names, target) if target.common.intersection(self.order) else names
        if any(
            _columns_of(parts, names) is None and _columns_of(parts, levels) is None for parts in self.torn
        ):
            return True
        if len(names) > 1 and self._leaves_open(names) and not self._tell_in_parts(names, levels, target):
            return True
        return len(known) > 1 and known not in (
            [name for name in names if name in known],
            [name for name in levels if name in known],
        )

    def _leaves_open(self, names: Sequence[str]) -> bool:
        """Whether parts of a head stand on lines apart, between those of others, so that its place is not told."""
        placed = {names[column] for parts in self.torn for column in _columns_of(parts, names) or ()}
        lacking = [name for name in names if name not in self.words and name not in placed]
        return any(scrap in name for name in lacking for scrap in self.scraps)

    def _tell_in_parts(self, names: Sequence[str], levels: Sequence[str], target: Target) -> bool:
        """Whether heads and parts of heads, as they were read, name all columns in the form's order.

        A part may be all that is left of a head; it must be one head's alone, and no other head stands among its parts.
        """
        if not self.alone:
            return False
        words = self.words
        for common in target.common:
            words = words.replace(common, "\n" * len(common))
        places: dict[str, list[int]] = {}
        for name in names:
            own = [part for part in self.scraps if part in name and not _is_part(part, set(names) - {name})]
            parts = [name] if name in words else [part for part in own if words.count(part) == 1]
            if not parts:
                return False
            places[name] = sorted(words.find(part) for part in parts)
        told = sorted(names, key=lambda name: places[name])
        apart = all(places[one][-1] < places[next_][0] for one, next_ in pairwise(told))
        return apart and told in (list(names), list(levels))


def above(place: tuple[int, int], piece: Piece) -> bool:
    """Return whether a head at a place, first column and span, stands above a piece."""
    first, span = place
    return piece.column < first + span and first < piece.column + piece.span


def _columns_of(parts: Sequence[Part], names: Sequence[str]) -> list[int] | None:
    """The columns of which parts of heads on one line can be, in this order; None where they cannot.

    Parts that stand in one cell of the line can be one head's.
    """
    columns: list[int] = []
    before = -1
    for cell, part in parts:
        last = columns[-1] if columns else -1
        places = [place for place, name in enumerate(names) if part in name]
        fitting = [place for place in places if place > last or (place == last and cell == before)]
        if places and not fitting:
            return None
        columns += fitting[:1]
        before = cell if places else before
    return columns


def _two_levels(names: Sequence[str], target: Target) -> list[str]:
    """The names as a page gives them line by line: those of one level first, then those under a common head."""
    return [
        *(name for name, depth in zip(names, target.depths, strict=True) if depth == 1),
        *(name for name, depth in zip(names, target.depths, strict=True) if depth > 1),
    ]


def heads_of(
    table: FormTable, entries: Sequence[Entry], targets: Sequence[Target], pairs: Mapping[int, int]
) -> Iterator[Heads]:
    """Yield for each entry the heads above it; a table that goes on without a head keeps the one before."""
    names = frozenset(core(name) for target in targets for name in target.columns)
    every = names.union(*(target.common for target in targets))
    heads = Heads()
    shown = any(_shows_blanks(row) for entry in entries for row in entry.rows)
    open_head = False
    for index, entry in enumerate(entries):
        row = entry.rows[-1] if entry.rows else None
        is_head = bool(entry.label) and not entry.numbers and index not in pairs
        if row is None:
            yield Heads()
            continue
        if (row.table >= 0) != heads.on_grid:
            heads = Heads()
        head_rows = entry.rows if is_head else _above_values(entry)
        seen = _places(head_rows, names)
        told = _told(entry, every, all_of_it=is_head)
        if row.table >= 0 and is_head and (seen or open_head or not heads.places):
            goes_on = open_head and heads.width in (0, row.columns)
            start = heads if goes_on else Heads()
            common = {**start.common, **_common(head_rows, every - names)}
            heads = replace(_with_row(start, table, entry, seen, told, names), common=common)
            open_head = True
        foreign = _foreign(table, entry, all_of_it=is_head) if row.table < 0 else 0
        torn = _side_by_side(head_rows, names) if row.table < 0 else ()
        words = [plain(word) for line in head_rows for piece in line.filled for word in piece.text.split()]
        scraps = {word for word in words if len(word) > 1 and word not in names and _is_part(word, names)}
        if row.table < 0 and (told or seen or torn or foreign > 1 or len(scraps) > 1):
            start = heads if open_head else Heads()
            lined = seen if row.columns > 1 and shown else {}
            heads = Heads(
                {**start.places, **lined},
                (*start.order, *told),
                foreign=start.foreign + foreign,
                torn=(*start.torn, *torn),
                words=start.words + "".join(words),
                scraps=start.scraps | scraps,
                alone=start.alone and all(len(line.filled) <= 1 for line in head_rows),
            )
            open_head = True
        if entry.numbers:
            open_head = False
        yield heads


def _side_by_side(rows: Sequence[Row], names: frozenset[str]) -> tuple[tuple[Part, ...], ...]:
    """The parts of heads on each line that has several."""
    lines = (
        tuple(
            (place, word)
            for place, piece in enumerate(row.filled)
            for part in piece.text.split()
            if len(word := plain(part)) > 1 and _is_part(word, names)
        )
        for row in rows
    )
    return tuple(parts for parts in lines if len(parts) > 1)


def _is_part(word: str, names: Iterable[str]) -> bool:
    return any(word in name for name in names)


def _shows_blanks(row: Row) -> bool:
    """Whether a line shows its blank cells, so that places on it are columns: wide gaps alone do not."""
    return row.table < 0 and (has_bar(row) or any(piece.kind is FigureKind.BLANK for piece in row.pieces))


def _above_values(entry: Entry) -> list[Row]:
    """The rows of an entry that stand above the one with its values."""
    rows: list[Row] = []
    for row in entry.rows:
        if any(piece.kind in (FigureKind.NUMBER, FigureKind.MARK) for piece in row.pieces):
            break
        rows.append(row)
    return rows


def _foreign(table: FormTable, entry: Entry, *, all_of_it: bool) -> int:
    """How many short words above the values are none of the table's: heads in the office's own words."""
    words = [part for text in _head_words(entry, all_of_it=all_of_it) for part in text.split()]
    return sum(
        len(plain(text)) <= _HEAD and not weight(table, text) and not is_scrap(table, text) for text in words
    )


def _with_row(
    heads: Heads,
    table: FormTable,
    entry: Entry,
    seen: Mapping[str, tuple[int, int]],
    told: Sequence[str],
    names: frozenset[str],
) -> Heads:
    """The heads with another row of them, of a real table."""
    strange = tuple(_strange(table, entry.rows, seen))
    alike = {plain(piece.text) for piece in _behind_first(entry.rows) if _counts(piece.text, names)}
    return Heads(
        {**heads.places, **seen},
        (*heads.order, *told),
        (*heads.strange, *((piece.column, piece.span) for piece in strange)),
        heads.several or len(alike) > 1,
        on_grid=True,
        table=entry.rows[-1].table,
        width=entry.rows[-1].columns,
    )


def _counts(text: str, names: frozenset[str]) -> bool:
    """Whether a head names a part of what one column of the form counts: 县直单位统计数."""
    words = plain(text)
    return any(words.endswith(name) and words != name for name in names if len(name) > 2)


def _told(entry: Entry, names: frozenset[str], *, all_of_it: bool) -> list[str]:
    """The names of columns among an entry's words, in reading order; the last words before numbers are a row's label."""
    words = [part for text in _head_words(entry, all_of_it=all_of_it) for part in (text, *text.split())]
    return list(dict.fromkeys(name for text in words if (name := _name(text, names))))


def _head_words(entry: Entry, *, all_of_it: bool) -> list[str]:
    """The words above an entry's values; the last before numbers are a row's label."""
    return entry.label if all_of_it or not entry.label else entry.label[:-1]


def _name(text: str, names: frozenset[str]) -> str:
    """The column that a head names, "" where it is none: 3.其他 is a row and no column."""
    name = head_words(text)
    return name if name in names and plain(text)[:1] == core(text)[:1] else ""


def _places(rows: Sequence[Row], names: frozenset[str]) -> dict[str, tuple[int, int]]:
    seen: dict[str, tuple[int, int]] = {}
    for piece in (piece for line in rows for piece in line.filled):
        name = _name(piece.text, names)
        if not name:
            continue
        first, span = seen.get(name, (piece.column, 0))
        # A merged head written into each of its places is one head.
        begin = first if first + span == piece.column else piece.column
        seen[name] = (begin, piece.column + piece.span - begin)
    return seen


def _common(rows: Sequence[Row], names: frozenset[str]) -> dict[str, tuple[int, int]]:
    """The heads over several others, each reaching as far as blank cells follow it: merged cells may have been taken apart."""
    found: dict[str, tuple[int, int]] = {}
    for row in rows:
        for piece, after in zip(row.filled, (*row.filled[1:], None), strict=True):
            end = after.column if after is not None else row.columns
            if _name(piece.text, names):
                found.setdefault(
                    _name(piece.text, names), (piece.column, max(piece.span, end - piece.column))
                )
    return found


def _strange(table: FormTable, rows: Sequence[Row], seen: Mapping[str, tuple[int, int]]) -> Iterator[Piece]:
    """Words of the office's own in a row of heads, behind its first cell."""
    for piece in _behind_first(rows):
        known = any(first <= piece.column < first + span for first, span in seen.values())
        own = weight(table, piece.text) or is_scrap(table, piece.text)
        if piece.kind is FigureKind.WORDS and not known and not own:
            yield piece


def _behind_first(rows: Sequence[Row]) -> Iterator[Piece]:
    return (piece for row in rows for piece in row.filled if piece.column > row.filled[0].column)
