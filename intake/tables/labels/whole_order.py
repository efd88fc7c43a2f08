"""A table in lines that lacks no number: their order and the sums tell each cell, wherever its label has come to stand.

Copying a page tears labels of several lines apart and moves them past their numbers; the numbers themselves keep their
order. Where there are exactly as many as cells, each row adds up and so does each column, no other way is left.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from intake.figures import FigureKind, figure_of
from intake.page.flow import Piece, Row, is_number
from intake.plain_words import plain
from intake.tables.columns.fit import Fit
from intake.tables.columns.heads import Heads
from intake.tables.labels.label_lines import is_bare
from intake.tables.labels.label_order import passages, stand_in_order
from intake.tables.rows.entries import Entry
from intake.tables.rows.readings import Reading, is_surely
from intake.tables.rows.second_table import rows_like
from intake.tables.sums import agrees
from intake.tables.vocabulary import Target, heads_of_columns
from model.form import Form, FormTable, IdentityKind, Shape

_PAIR: Final = 2
"""Numbers of a row that is not told from another order: one and a total as large."""
_MOST: Final = 0.75
"""Of a label's pairs of characters: so many are left where it was torn, and not where another label shares words with it."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A number of the entry `index`; where a copy has run two together, `origin` is the piece that has both."""

    index: int
    piece: Piece
    origin: Piece


@dataclass(frozen=True, slots=True)
class WholeOrder:
    """The rows of a table anew, each with all its numbers; `placed` are those whose labels do not tell where they belong.

    `total`: the sums tell which column is the total, so that its head may stand anywhere.
    """

    reading: Reading
    placed: Mapping[int, int]
    total: bool

    def fit(self, entry: Entry, target: Target, heads: Heads) -> Fit | None:
        """Return a row's numbers in their order; None where the heads above stand in another one, unsure where there are none."""
        if self.total:
            target = replace(target, columns=target.columns[:-1], depths=target.depths[:-1])
        return None if heads.contradict(target, entry) else Fit(tuple(entry.values), sure=heads.seen)


def in_whole_order(form: Form, table: FormTable, reading: Reading) -> WholeOrder | None:
    """Return the rows of a table in lines that lacks no number, None where one may, or where labels gainsay their order.

    Every sum holds there; where the form has none, each row's label stands right before its numbers.
    """
    targets = [target for target in reading.targets if target.keys]
    if not all(is_bare(entry) for entry in reading.entries if entry.numbers):
        return None
    if all(_adds_up(form, target, len(targets[0].keys)) for target in targets):
        return _by_sums(form, table, reading, targets)
    return _by_labels(table, reading, targets) if table.shape is Shape.BANDS else None


def _by_sums(form: Form, table: FormTable, reading: Reading, targets: Sequence[Target]) -> WholeOrder | None:
    lines = {row.number: row for entry in reading.entries for row in entry.rows}
    pieces = [piece for number in sorted(lines) for piece in lines[number].pieces]
    texts = [piece.text for piece in pieces if piece.kind is FigureKind.WORDS]
    words = plain("".join(texts))
    if not all(_is_told(target, texts, words) for target in targets):
        return None
    width = len(targets[0].keys)
    for parted in (False, True):
        told = _numbers(reading.entries, width * len(targets), parted=parted)
        values = [int(number) for one in told if (number := figure_of(one.piece.text).number).isdecimal()]
        if told and len(values) == len(told) and _holds(form, table, targets, values):
            rows = [told[start : start + width] for start in range(0, len(told), width)]
            total = any(
                sum(map(bool, values[start : start + width])) > _PAIR
                for start in range(0, len(values), width)
            )
            in_order = stand_in_order(targets, passages(_words_and_counts(pieces, told)))
            return _anew(reading, rows, total=total) if in_order and not _gainsaid(reading, rows) else None
    return None


def _words_and_counts(pieces: Sequence[Piece], told: Sequence[_Told]) -> Iterator[str | int]:
    """All words of a table's lines, be they taken for labels or not, and where numbers stand how many."""
    counts = Counter(id(one.origin) for one in told)
    for piece in pieces:
        if piece.kind is FigureKind.WORDS:
            yield piece.text
        elif id(piece) in counts:
            yield counts[id(piece)]


def _by_labels(table: FormTable, reading: Reading, targets: Sequence[Target]) -> WholeOrder | None:
    told = _numbers(reading.entries, sum(len(target.keys) for target in targets), parted=False)
    rows: list[Sequence[_Told]] = []
    done = 0
    for target in targets if told else ():
        start = sum(map(len, rows))
        row = told[start : start + len(target.keys)]
        words = plain("".join(entry.words for entry in reading.entries[done : row[0].index + 1]))
        if target.core not in words or row[-1].index != row[0].index:
            return None
        if _holds_others(reading.entries[row[0].index]) or _are_others(table, target.behind(words)):
            return None
        rows.append(row)
        done = row[0].index + 1
    return _anew(reading, rows, total=False) if rows else None


def _holds_others(entry: Entry) -> bool:
    """Whether an entry has words or a blank cell among its numbers: one of these may be a sentence's, or a page's."""
    return not all(map(is_number, entry.values[: entry.reach]))


def _are_others(table: FormTable, words: str) -> bool:
    """Whether heads of columns or figures are among words: what stands behind them is none of the row's above."""
    return any(head in words for head in heads_of_columns(table)) or any(map(str.isdigit, words))


def _is_told(target: Target, texts: Sequence[str], words: str) -> bool:
    """Whether a row's label is among texts, or its parts among all their words: else a row of the office's own may stand there.

    Where a copy has torn it, only the pairs of characters at the tears are not there.
    """
    pairs = list(map("".join, pairwise(target.core)))
    found = sum(pair in words for pair in pairs)
    return found >= _MOST * len(pairs) or any(rows_like(Entry([text]), [target]) for text in texts)


def _adds_up(form: Form, target: Target, width: int) -> bool:
    *parts, total = target.keys
    return len(target.keys) == width > 2 and set(form.sums.get(total, ())) == set(parts)


def _numbers(entries: Sequence[Entry], count: int, *, parted: bool) -> list[_Told]:
    """All numbers in their order, without those of pages, which stand alone on their lines; none where there are not `count`.

    `parted`: a blank within a piece parts two numbers.
    """
    told = [
        _Told(index, replace(piece, text=text), piece)
        for index, entry in enumerate(entries)
        for piece in entry.numbers
        for text in (piece.text.split() if parted else [piece.text])
    ]
    if len(told) > count:
        told = [one for one in told if not _is_of_a_page(entries[one.index])]
    return told if len(told) == count else []


def _is_of_a_page(entry: Entry) -> bool:
    return not entry.label and len(entry.numbers) == 1


def _holds(form: Form, table: FormTable, targets: Sequence[Target], values: Sequence[int]) -> bool:
    """Whether the numbers in this order add up along every row and down every column."""
    keys = [key for target in targets for key in target.keys]
    cells = dict(zip(keys, values, strict=True))
    width = len(targets[0].keys)
    if not all(agrees(values[start : start + width]) for start in range(0, len(values), width)):
        return False
    return all(
        sum(cells[key] for key in identity.left) == sum(cells[key] for key in identity.right)
        for identity in form.identities
        if identity.table == table.id and identity.kind is not IdentityKind.AT_MOST
    )


def _gainsaid(reading: Reading, rows: Sequence[Sequence[_Told]]) -> bool:
    """Whether a label beside the first of a row's numbers is that of another row."""
    places = [place for place, target in enumerate(reading.targets) if target.keys]
    for place, row in zip(places, rows, strict=True):
        line = _line_of(reading.entries[row[0].index], row[0].origin)
        words = [piece.text for piece in line.pieces if piece.kind is FigureKind.WORDS]
        like = rows_like(Entry(words), reading.targets)
        if like and place not in like:
            return True
    return False


def _line_of(entry: Entry, piece: Piece) -> Row:
    return next(row for row in entry.rows if any(other is piece for other in row.pieces))


def _anew(reading: Reading, rows: Sequence[Sequence[_Told]], *, total: bool) -> WholeOrder:
    """The entries with one for each row of the form, those of heads and pages as they were."""
    taken = {one.index for row in rows for one in row}
    places = [place for place, target in enumerate(reading.targets) if target.keys]
    entries: list[Entry] = []
    pairs: dict[int, int] = {}
    placed: dict[int, int] = {}
    done = 0
    for place, row in zip(places, rows, strict=True):
        first, last = row[0].index, row[-1].index
        entries += [reading.entries[index] for index in range(done, last + 1) if index not in taken]
        begun = [reading.entries[index] for index in range(max(first, done), last + 1) if index in taken]
        entry = Entry(
            [word for part in begun for word in part.label],
            [one.piece for one in row],
            list(_lines(reading.entries[first : last + 1], row)),
        )
        known = is_surely(reading.targets, entry, reading.targets[place])
        (pairs if known else placed)[len(entries)] = place
        entries.append(entry)
        done = last + 1
    return WholeOrder(Reading(entries, reading.targets, pairs, end=len(entries)), placed, total)


def _lines(entries: Sequence[Entry], row: Sequence[_Told]) -> Iterator[Row]:
    """The lines of entries that hold a row's numbers, with those of words before them."""
    own = {id(one.origin) for one in row}
    for line in (line for entry in entries for line in entry.rows):
        numbers = [piece for piece in line.pieces if is_number(piece)]
        if not numbers or any(id(piece) in own for piece in numbers):
            yield line
