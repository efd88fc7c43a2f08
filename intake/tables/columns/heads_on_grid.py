"""The heads of a real table: their places on its grid, and which of them are the office's own."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from intake.figures import FigureKind
from intake.page.flow import Piece, Row
from intake.plain_words import plain
from intake.tables.columns.head_names import name_of, places_of, shortened, stand_apart
from intake.tables.columns.heads import Heads, above
from intake.tables.rows.entries import Entry
from intake.tables.vocabulary import is_scrap, weight
from model.form import FormTable


def with_row_of_grid(
    table: FormTable,
    entry: Entry,
    before: Heads,
    told: Sequence[str],
    names: frozenset[str],
    every: frozenset[str],
    *,
    goes_on: bool,
) -> Heads | None:
    """Return the heads with those of a row of a real table; None where it has none and some stand above already.

    `goes_on`: the row above is one of heads, too.
    """
    start = before if goes_on and before.width in (0, entry.rows[-1].columns) else Heads()
    seen = places_of(entry.rows, names, start.places)
    if seen or goes_on:
        seen |= shortened(list(_behind_first(entry.rows, start)), names, {*start.places, *seen})
    if not (seen or goes_on or not before.places):
        return None
    common = {**start.common, **_common(entry.rows, every - names)}
    return replace(_with_row(start, table, entry, seen, told, names, every), common=common)


def _with_row(
    heads: Heads,
    table: FormTable,
    entry: Entry,
    seen: Mapping[str, tuple[int, int]],
    told: Sequence[str],
    names: frozenset[str],
    every: frozenset[str],
) -> Heads:
    """The heads with another row of them, of a real table."""
    strange = tuple(
        _strange(table, _behind_first(entry.rows, heads), seen, every, names - {*heads.order, *told})
    )
    alike = {plain(piece.text) for piece in _behind_first(entry.rows, heads) if _counts(piece.text, names)}
    return Heads(
        {**heads.places, **seen},
        (*heads.order, *told),
        (*heads.strange, *((piece.column, piece.span) for piece in strange)),
        heads.several
        or len(alike) > 1
        or _alternate(strange)
        or any(stand_apart(row, names, heads.places) for row in entry.rows),
        on_grid=True,
        table=entry.rows[-1].table,
        width=entry.rows[-1].columns,
        reach=max(heads.reach, *(piece.column + piece.span for row in entry.rows for piece in row.pieces)),
    )


def _alternate(heads: Sequence[Piece]) -> bool:
    """Whether heads of the office's own come again behind others: 上年 本年 上年 本年 part each column of the form's."""
    words = [words for words, _ in groupby(plain(piece.text) for piece in heads)]
    return 1 < len(set(words)) < len(words)


def _counts(text: str, names: frozenset[str]) -> bool:
    """Whether a head names a part of what one column of the form counts: 县直单位统计数."""
    words = plain(text)
    return not name_of(text, names) and any(words.endswith(name) for name in names if len(name) > 2)


def _common(rows: Sequence[Row], names: frozenset[str]) -> dict[str, tuple[int, int]]:
    """The heads over several others, each reaching as far as blank cells follow it, or the same words.

    Merged cells may have been taken apart, and their words written into each of the parts.
    """
    found: dict[str, tuple[int, int]] = {}
    for row in rows:
        for piece, after in zip(row.filled, (*row.filled[1:], None), strict=True):
            name = name_of(piece.text, names)
            if name:
                end = max(piece.column + piece.span, after.column if after is not None else row.columns)
                first, span = found.get(name, (piece.column, 0))
                if name not in found or first + span == piece.column:
                    found[name] = (first, end - first)
    return found


def _strange(
    table: FormTable,
    pieces: Iterable[Piece],
    seen: Mapping[str, tuple[int, int]],
    every: frozenset[str],
    lacking: frozenset[str],
) -> Iterator[Piece]:
    """Words of the office's own among those of a row of heads.

    Beside several heads of the form's so is what is like a part of one: 其他组织, 法人或其他组织小计. A page may tear one
    of those that are `lacking`.
    """
    for piece in pieces:
        known = any(first <= piece.column < first + span for first, span in seen.values())
        words = plain(piece.text)
        torn = any(name.startswith(words) or name.endswith(words) for name in lacking)
        beside = len(seen) > 1 and not torn and not name_of(piece.text, every)
        own = (weight(table, piece.text) or is_scrap(table, piece.text)) and not (
            beside or _is_of_rows(table, piece.text)
        )
        if piece.kind is FigureKind.WORDS and not known and not own:
            yield piece


def _is_of_rows(table: FormTable, text: str) -> bool:
    """Whether words are torn from labels of rows alone, as 上年 is: above numbers they head a column of the office's own."""
    words = plain(text)
    heads = {plain(label) for band in table.bands for column in band.columns for label in column.label}
    rows = {plain(label) for band in table.bands for row in band.rows for label in row.label}
    return any(words in row and words != row for row in rows) and not any(words in head for head in heads)


def _behind_first(rows: Sequence[Row], over: Heads) -> Iterator[Piece]:
    """What stands behind the first cell of rows, that of the labels; one under a head over several is no label's."""
    for row in rows:
        first = row.filled[:1] if any(above(place, row.filled[0]) for place in over.common.values()) else ()
        yield from (*first, *(piece for piece in row.filled if piece.column > row.filled[0].column))
