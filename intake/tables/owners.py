"""Finds which rows of a document belong to which table of the form, wherever they stand.

Rows with figures that stand among a table's or in its section and are not taken for it are its loose rows: what they say
may be what the table lacks.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from intake.figures import FigureKind, figure_of
from intake.page.flow import Piece, Row, is_number
from intake.tables.bars import has_words, with_true_cells
from intake.tables.rows.lines import with_whole_cells
from intake.tables.sums import agrees
from intake.tables.units import captions_of_unit
from intake.tables.vocabulary import is_scrap, is_torn, targets_of, weight
from model.form import FormTable, Shape

_LONGEST: Final = 60
"""Characters of a label, however an office words it; more are a sentence."""
_HEAD: Final = 12
"""Characters of a head over a column, however an office words it."""
_MOST_STRANGE: Final = 2
_MOST_STRANGE_AT_HOME: Final = 20
"""Short lines of no table among a table's rows; more where its own section begins, so that strange heads do not end it."""
_NEAR: Final = 2
"""Rows from a table's last: figures so near belong to it, where no heading says whose they are."""
_SENTENCE_END: Final = re.compile(r"[。；：:!?！？]")
_MANY: Final = 8
"""Labels under one another that are a table though all its numbers are blank."""
_WHOLE: Final = 2
"""What `weight` gives to a whole label."""
_ENOUGH: Final = 3
"""Words of a table in lines of text, before they count as the table and not as a sentence's parts."""


@dataclass(frozen=True, slots=True)
class Claims:
    """The rows of each table by its id, and its loose rows."""

    rows: Mapping[str, Sequence[Row]]
    loose: Mapping[str, Sequence[Row]]


def claimed(rows: Sequence[Row], tables: Sequence[FormTable], sections: Mapping[int, str]) -> Claims:
    """Return which rows are which table's.

    `sections`: the rows that are headings → the section that begins there; they belong to no table.
    """
    headings = frozenset(sections)
    home = _sections_of(rows, sections)
    found: dict[str, list[Row]] = {table.id: [] for table in tables}
    for table, run in _runs(rows, tables, headings, home):
        if _is_table(table, run):
            above = rows[: run[0].number]
            torn = _torn_off(above, table, headings)
            begun = any(row.table == run[0].table >= 0 for row in found[table.id])
            heads = [] if begun else _strange_heads(above[: len(above) - len(torn)], run[0], headings)
            captions = captions_of_unit(above[: len(above) - len(torn) - len(heads)])
            found[table.id] += [*captions, *heads, *torn, *with_true_cells(run)]
    taken = {row.number for run in found.values() for row in run}
    for table in tables:
        if table.shape is Shape.GROUPS and not any(map(_values_of, found[table.id])):
            rest = [row for row in rows if row.number not in taken]
            found[table.id] += _by_sums(table, rest, home)
    whole = {table: list(with_whole_cells(run)) for table, run in found.items()}
    return Claims(whole, _loose(rows, tables, whole, home, headings))


def _sections_of(rows: Sequence[Row], sections: Mapping[int, str]) -> list[str]:
    """The section in which each row stands, "" before the first heading."""
    section = ""
    home = []
    for row in rows:
        section = sections.get(row.number, section)
        home.append(section)
    return home


def _loose(
    rows: Sequence[Row],
    tables: Sequence[FormTable],
    found: Mapping[str, Sequence[Row]],
    home: Sequence[str],
    headings: frozenset[int],
) -> dict[str, list[Row]]:
    """Rows with figures, of no table, that stand in a table's section or between and right behind the rows it has."""
    taken = {row.number for run in found.values() for row in run} | headings
    left = [row for row in rows if row.number not in taken and _is_of_figures(row)]
    loose: dict[str, list[Row]] = {}
    for table in tables:
        own = [row.number for row in found[table.id]]
        first, last = (min(own), max(own) + _NEAR) if own else (0, -1)
        loose[table.id] = [
            row for row in left if home[row.number] == table.section or first <= row.number <= last
        ]
    return loose


def _is_of_figures(row: Row) -> bool:
    """Whether a row of a table, or a line that looks like one, has figures in it; those in sentences are none."""
    return bool(_values_of(row)) and (row.table >= 0 or _is_short_line(row) or not has_words(row))


def _by_sums(table: FormTable, rows: Iterable[Row], home: Sequence[str]) -> Iterator[Row]:
    """The row of a table's section that has as many numbers as the table, each group adding up: heads are not needed."""
    size, count = len(table.bands[0].columns), len(targets_of(table)[0].keys)
    fitting = []
    for row in rows:
        numbers = [figure_of(piece.text).number for piece in _values_of(row)]
        if (
            home[row.number] == table.section
            and len(numbers) == count
            and all(n.isdecimal() for n in numbers)
        ):
            values = [int(number) for number in numbers]
            if all(agrees(values[start : start + size]) for start in range(0, count, size)):
                fitting.append(row)
    if len(fitting) == 1:
        yield fitting[0]


def _values_of(row: Row) -> list[Piece]:
    return list(filter(is_number, row.pieces))


def _torn_off(above: Sequence[Row], table: FormTable, headings: frozenset[int]) -> list[Row]:
    """The first halves of a torn label right above a table."""
    torn: list[Row] = []
    for row in reversed(above):
        whole = "".join(piece.text for line in (row, *torn) for piece in line.filled)
        padding = row.table < 0 and not row.filled
        if row.number in headings or not (padding or (len(row.filled) == 1 and is_scrap(table, whole))):
            break
        torn.insert(0, row)
    return torn


def _strange_heads(above: Sequence[Row], first: Row, headings: frozenset[int]) -> list[Row]:
    """The rows of heads above a table's first row that are in the office's own words, so that they do not pass unseen."""
    found: list[Row] = []
    for row in reversed(above):
        same = row.table == first.table and row.number not in headings
        words = [part for piece in row.filled for part in piece.text.split()]
        short = all(len(word) <= _HEAD for word in words) and not any(map(_values_of, [row]))
        if not same or not (row.table >= 0 or (short and not _SENTENCE_END.search(row.text))):
            break
        found.insert(0, row)
    return found if sum(len(row.text.split()) for row in found) > _ENOUGH else []


def _runs(
    rows: Sequence[Row], tables: Sequence[FormTable], headings: frozenset[int], home: Sequence[str]
) -> Iterator[tuple[FormTable, list[Row]]]:
    """Rows that follow each other and speak of the same table; a short line or two among them may be of no table."""
    current: FormTable | None = None
    run: list[Row] = []
    strange: list[Row] = []
    for row in rows:
        best = None if row.number in headings else _spoken_of(row, tables, current, home[row.number])
        if best is not None and current is not None and _may_be_heads_of(row, current, best, run):
            best = current
        if best is None and current is not None and row.number not in headings:
            if _fits(row, current, run):
                best = current
            elif len(strange) < _most_strange(home[row.number], current) and _is_short_line(row):
                strange.append(row)
                continue
        if best is not current or best is None:
            if current is not None:
                yield current, [*run, *_in_last_place(run, strange)]
            current, run, strange = best, [], []
        if best is not None:
            run += [*strange, row]
            strange = []
    if current is not None:
        yield current, [*run, *_in_last_place(run, strange)]


def _in_last_place(run: Sequence[Row], strange: Sequence[Row]) -> Sequence[Row]:
    """The strange line right behind a label without numbers, where a table ends: it stands in a number's place.

    Blank cells may stand between.
    """
    label = next((row for row in reversed(run) if row.filled), run[-1])
    bare = label.table < 0 and has_words(label) and not _values_of(label)
    return strange[:1] if bare and strange and strange[0].number == run[-1].number + 1 else []


def _may_be_heads_of(row: Row, current: FormTable, other: FormTable, run: Sequence[Row]) -> bool:
    """Whether short words that another table has, too, are parts of this one's heads: 其他 of 其他结果."""
    whole = any(weight(other, piece.text) == _WHOLE for piece in row.filled)
    return row.table < 0 and not whole and not _values_of(row) and _fits(row, current, run)


def _most_strange(section: str, table: FormTable) -> int:
    return _MOST_STRANGE_AT_HOME if section == table.section else _MOST_STRANGE


def _is_short_line(row: Row) -> bool:
    short = all(len(piece.text) < _LONGEST for piece in row.pieces)
    return row.table < 0 and short and not _SENTENCE_END.search(row.text)


def _spoken_of(
    row: Row, tables: Sequence[FormTable], current: FormTable | None, section: str
) -> FormTable | None:
    """The table whose words the row holds; where two share them, that of the rows before, then that of the section."""
    best, most = None, 1
    ordered = sorted(tables, key=lambda table: (table is not current, table.section != section))
    for table in ordered:
        weights = [weight(table, piece.text) for piece in row.filled]
        if sum(weights) > most and (row.table < 0 or max(weights) == _WHOLE or table is current):
            best, most = table, sum(weights)
    return best


def _fits(row: Row, table: FormTable, run: Sequence[Row]) -> bool:
    """Whether a row without whole labels goes on with the table: numbers, units, blanks and scraps of its words."""
    words = [piece for piece in row.pieces if piece.kind is FigureKind.WORDS]
    if row.table >= 0 and row.table == run[-1].table and len(row.filled) > 1:
        return all(len(piece.text) < _LONGEST for piece in words)
    if len(words) == 1 and len(row.pieces) - len(words) >= _ENOUGH:
        return True
    return all(
        weight(table, piece.text)
        or is_scrap(table, piece.text)
        or (row.table < 0 and len(row.text) < _LONGEST and is_torn(table, piece.text))
        for piece in words
    )


def _is_table(table: FormTable, run: Sequence[Row]) -> bool:
    """Whether rows are a table or a part of it: enough of its words, and numbers or empty cells beside them."""
    words = {
        part
        for row in run
        for piece in row.filled
        if weight(table, piece.text)
        for part in piece.text.split()
    }
    values = [piece for row in run for piece in _values_of(row)]
    if any(row.table >= 0 for row in run):
        return bool(words) and (bool(values) or len(words) >= _ENOUGH)
    most = max(len(target.keys) for target in targets_of(table))
    if len(values) >= most > 1 and words:
        return True
    least = 2 * _ENOUGH if table.shape is Shape.LIST else _ENOUGH
    return len(words) >= (least if values else _MANY)
