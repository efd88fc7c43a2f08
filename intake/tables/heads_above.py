"""Reads the heads above each of a table's rows: their places in a real table or on lines, and their order."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby
from typing import Final

from intake.figures import FigureKind
from intake.page.flow import Piece, Row, is_number
from intake.plain_words import core, plain
from intake.tables.bars import has_bar
from intake.tables.entries import Entry
from intake.tables.heads import Heads, Part, is_part
from intake.tables.vocabulary import Target, head_words, is_scrap, weight
from model.form import FormTable

_HEAD: Final = 12
"""Characters of a head; more are a label or a note."""


def heads_of(
    table: FormTable, entries: Sequence[Entry], targets: Sequence[Target], pairs: Mapping[int, int]
) -> Iterator[Heads]:
    """Yield for each entry the heads above it; a table that goes on without a head keeps the one before."""
    names = frozenset(core(name) for target in targets for name in target.columns)
    every = names.union(*(target.common for target in targets))
    # A line between two parts of a table, as a page's foot, takes no heads from the second.
    on_grid, in_lines = Heads(), Heads()
    fewest = min((len(target.columns) for target in targets if target.columns), default=0)
    shown = any(_shows_blanks(row) for entry in entries for row in entry.rows)
    open_head = False
    for index, entry in enumerate(entries):
        row = entry.rows[-1] if entry.rows else None
        is_head = bool(entry.label) and not entry.numbers and index not in pairs
        if row is None:
            yield Heads()
            continue
        heads = on_grid if row.table >= 0 else in_lines
        head_rows = entry.rows if is_head else _above_values(entry)
        seen = _places(head_rows, names)
        told = _told(entry, every, all_of_it=is_head)
        if row.table >= 0 and is_head and (seen or open_head or not heads.places):
            goes_on = open_head and heads.width in (0, row.columns)
            start = heads if goes_on else Heads()
            common = {**start.common, **_common(head_rows, every - names)}
            heads = replace(_with_row(start, table, entry, seen, told, names), common=common)
            open_head = True
        # Several words beside one another are no label of a row, though they stand right above the end of a broken number.
        no_label = is_head or (index not in pairs and len("".join(entry.label[-1:]).split()) > 1)
        foreign = _foreign(table, entry, all_of_it=no_label) if row.table < 0 else 0
        torn = _side_by_side(head_rows, names) if row.table < 0 else ()
        words = [plain(word) for line in head_rows for piece in line.filled for word in piece.text.split()]
        scraps = {word for word in words if len(word) > 1 and word not in names and is_part(word, names)}
        # Two words of a label that breaks are no heads; as many as half of a row's columns may be, in the office's own words.
        own = foreign > 1 and (open_head or 2 * foreign >= fewest)
        # One head that is known already, below numbers, is the end of a row's label: （七）总计.
        new = open_head or len(told) > 1 or not set(told) < set(heads.order)
        if row.table < 0 and (((told or seen) and new) or torn or own or len(scraps) > 1):
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
        on_grid, in_lines = (heads, Heads()) if row.table >= 0 else (on_grid, heads)
        yield heads


def _side_by_side(rows: Sequence[Row], names: frozenset[str]) -> tuple[tuple[Part, ...], ...]:
    """The parts of heads on each line that has several."""
    lines = (
        tuple(
            (place, word)
            for place, piece in enumerate(row.filled)
            for part in piece.text.split()
            if len(word := plain(part)) > 1 and is_part(word, names)
        )
        for row in rows
    )
    return tuple(parts for parts in lines if len(parts) > 1)


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
        heads.several or len(alike) > 1 or any(_stand_apart(row, names) for row in entry.rows),
        on_grid=True,
        table=entry.rows[-1].table,
        width=entry.rows[-1].columns,
        reach=max(heads.reach, *(piece.column + piece.span for row in entry.rows for piece in row.pieces)),
    )


def _stand_apart(row: Row, names: frozenset[str]) -> bool:
    """Whether a row has the same head in places that are not beside one another: each counts other cases."""
    told = [name for piece in row.filled if (name := _name(piece.text, names))]
    return len([name for name, _ in groupby(told)]) > len(set(told))


def _counts(text: str, names: frozenset[str]) -> bool:
    """Whether a head names a part of what one column of the form counts: 县直单位统计数."""
    words = plain(text)
    return any(words.endswith(name) and words != name for name in names if len(name) > 2)


def _told(entry: Entry, names: frozenset[str], *, all_of_it: bool) -> list[str]:
    """The names of columns among an entry's words, in reading order; the last words before numbers are a row's label.

    Where they are a head, the row has lost its label, or the number is a page's.
    """
    whole = all_of_it or bool(entry.label and _name(entry.label[-1], names))
    words = [part for text in _head_words(entry, all_of_it=whole) for part in (text, *text.split())]
    return list(
        dict.fromkeys(
            name for text in words for name in (_name(text, names), *_together(text, names)) if name
        )
    )


def _together(text: str, names: frozenset[str]) -> list[str]:
    """The names of columns that run together in a text, as they do in copied ones."""
    several = _several(names)
    return several.findall(plain(text)) if re.fullmatch(f"(?:{several.pattern}){{2,}}", plain(text)) else []


@cache
def _several(names: frozenset[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(filter(None, names), key=len, reverse=True))))


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
