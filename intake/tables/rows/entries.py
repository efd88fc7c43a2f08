"""Makes entries of a table's rows: the words before the numbers, and the numbers with the blanks among them.

In a real table a row is an entry. Lines of text are put together again by `intake.tables.rows.lines`. What a page break has
torn, a label or a row of numbers, is joined here.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Final

from intake.figures import FigureKind
from intake.page.flow import Piece, Row, is_number
from intake.plain_words import plain
from intake.tables.vocabulary import heads_of_columns, is_scrap, is_whole, weight
from model.form import FormTable

VALUES: Final = (FigureKind.NUMBER, FigureKind.MARK, FigureKind.BLANK)
"""What may stand in a number's place; words may, too, where a table's rows and columns show it."""
_LONGEST: Final = 20
"""Characters of words in a number's place; more are a label or a remark."""
_FEWEST: Final = 2
"""Values before a label that stands behind them."""
_OF_A_LABEL: Final = re.compile(r"[（(][一二三四五六七八九十]{1,3}[)）]")
"""The number of a label whose words stand on the lines below."""
_NUMERALS: Final = frozenset("0123456789零〇一二两三四五六七八九十百千万")


@dataclass(slots=True)
class Entry:
    """Words and the values after them.

    `placed`: the values' columns are places on a grid. `vague`: blank lines were taken for blank cells. `head`: a row
    of heads that a page repeats at its top. `apart`: the label stands on a line above a line of values, which may be another
    row's. `torn`: put together of two rows over a page break that may be two rows indeed. `first`: the row in whose table
    the values have their places, where that is not the last.
    """

    label: list[str] = field(default_factory=list)
    values: list[Piece] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    placed: bool = False
    vague: bool = False
    head: bool = False
    apart: bool = False
    torn: bool = False
    first: Row | None = None

    @property
    def grid(self) -> Row:
        """The row in whose table the values have their places."""
        return self.first or self.rows[-1]

    @property
    def words(self) -> str:
        """The label in one."""
        return "".join(self.label)

    @property
    def numbers(self) -> list[Piece]:
        """What stands in a number's place; words beside it are not told from a remark here."""
        return [piece for piece in self.values if is_number(piece)]

    @property
    def reach(self) -> int:
        """How many values stand up to the last that is not blank."""
        filled = [place for place, piece in enumerate(self.values) if piece.kind is not FigureKind.BLANK]
        return filled[-1] + 1 if filled else 0

    @property
    def told(self) -> list[Piece]:
        """The values that are not blank, words among them."""
        return [piece for piece in self.values if piece.kind is not FigureKind.BLANK]


def from_grid(table: FormTable, row: Row) -> Entry:
    """Return the entry of a table's row: label, and behind it whatever stands in the places of numbers.

    A merged label written into each of its places is one label.
    """
    first = first_value(table, row)
    words = [index for index, piece in enumerate(row.pieces) if piece.kind is FigureKind.WORDS]
    before = [index for index in words if first is None or index < first]
    end = before[-1] + 1 if before else 0
    if _is_label_lost(table, row, words):
        end, before = 0, []
    elif first is not None and not before and _ends_with_label(row, words):
        return _mirrored(row, words[0])
    elif not before and words:
        # A serial number stands before the label.
        later = first_value(table, replace(row, pieces=row.pieces[words[0] :]))
        before = [index for index in words if later is None or index < words[0] + later]
        end = before[-1] + 1
    label = [text for text, _ in groupby(row.pieces[index].text for index in before)]
    values = [piece for piece in row.pieces[end:] if piece.kind is not FigureKind.UNIT]
    return Entry(label, values, [row], placed=True)


def _is_label_lost(table: FormTable, row: Row, words: Sequence[int]) -> bool:
    """Whether a row begins with a blank cell and has no words but such as may stand in a number's place."""
    blank = row.pieces[0].kind is FigureKind.BLANK
    return blank and all(is_strange(table, row.pieces[place].text) for place in words)


def _ends_with_label(row: Row, words: Sequence[int]) -> bool:
    """Whether all words of a row stand behind its values, and no number behind any of them."""
    if not words or words[0] < _FEWEST or words[-1] < len(row.pieces) - 1:
        return False
    return not any(map(is_number, row.pieces[words[0] :]))


def _mirrored(row: Row, end: int) -> Entry:
    """The entry of a row that ends with its label, which begins at `end`: the innermost words are the row's own."""
    label = [piece.text for piece in reversed(row.pieces[end:]) if piece.kind is FigureKind.WORDS]
    values = [piece for piece in row.pieces[:end] if piece.kind is not FigureKind.UNIT]
    return Entry(label, values, [row], placed=True)


def first_value(table: FormTable, row: Row) -> int | None:
    """Return the place of a row's first value: a number or mark, or strange words behind the label of a row.

    Among heads a word that is also a row's label is none: a head of the office's own stands behind it, and no value.
    """
    labelled, of_heads = False, _is_of_heads(table, row)
    for index, piece in enumerate(row.pieces):
        if is_number(piece):
            return index
        if piece.kind is FigureKind.WORDS and not of_heads:
            if labelled and _is_of_no_form(table, piece.text):
                return index
            if labelled and _is_sign(piece.text) and not _has_words(table, row.pieces[index + 1 :]):
                return index
            labelled = labelled or is_whole(table, piece.text)
    return None


def _is_of_heads(table: FormTable, row: Row) -> bool:
    """Whether a row has several heads of the table's columns."""
    heads = heads_of_columns(table)
    return sum(plain(piece.text) in heads for piece in row.filled) > 1


def is_strange(table: FormTable, text: str) -> bool:
    """Return whether words may stand in a number's place: few that are none of the form's, or a sign."""
    return _is_of_no_form(table, text) or _is_sign(text)


def _is_of_no_form(table: FormTable, text: str) -> bool:
    return len(plain(text)) <= _LONGEST and not weight(table, text) and not is_scrap(table, text)


def _is_sign(text: str) -> bool:
    """Whether a cell holds a sign, one character or a numeral, and no part of a label: √, ①, (5), 二十."""
    bare = plain(text)
    return (len(bare) <= 1 or set(bare) <= _NUMERALS) and _OF_A_LABEL.fullmatch(text.strip()) is None


def _has_words(table: FormTable, pieces: Sequence[Piece]) -> bool:
    return any(piece.kind is FigureKind.WORDS and weight(table, piece.text) for piece in pieces)


def with_heads_marked(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries, those marked that repeat the first rows of a table before them: heads at a page's top."""
    heads: set[tuple[str, ...]] = set()
    marked: list[Entry] = []
    table, opening, repeated = -1, False, False
    for entry in entries:
        row = entry.rows[0] if entry.rows else None
        if row is not None and row.table >= 0:
            if row.table != table:
                table, opening, repeated = row.table, True, bool(heads)
            words = tuple(plain(piece.text) for piece in row.filled)
            opening = opening and not entry.numbers
            if opening and len(words) > 1:
                repeated = repeated and words in heads
                entry.head = repeated
                heads.add(words)
        marked.append(entry)
    return marked


def joined(table: FormTable, entries: Sequence[Entry]) -> Iterator[Entry]:
    """Put together what a page break has torn, a label over two rows or a row over two tables, past repeated heads."""
    before: Entry | None = None
    heads: list[Entry] = []
    for entry in entries:
        if entry.head:
            heads.append(entry)
            continue
        if before is not None and (
            _is_torn_label(table, before, entry)
            or _is_rest_of_label(table, before, entry)
            or _is_torn_row(table, before, entry)
        ):
            before = _together(before, entry)
            continue
        if before is not None:
            yield before
        yield from heads
        heads = []
        before = entry
    if before is not None:
        yield before
    yield from heads


def _is_torn_label(table: FormTable, above: Entry, below: Entry) -> bool:
    """Whether the first half of a label has no values at all, not even blank ones, and the rest of it stands before some."""
    return (
        bool(above.words and not above.told and below.numbers)
        and (above.placed or not above.values)
        and is_scrap(table, above.words)
        and is_scrap(table, above.words + below.words)
        and bool(below.words or not above.values or not is_whole(table, above.words) or _spans(above, below))
    )


def _is_rest_of_label(table: FormTable, above: Entry, below: Entry) -> bool:
    """Whether a row of a real table has nothing but the rest of the label that the row above begins, beside its values."""
    if not (above.placed and below.placed and above.numbers and above.label) or below.told or not below.words:
        return False
    begin = above.label[-1]
    part = not any(is_whole(table, label) for label in (begin, below.words)) and is_scrap(table, begin)
    return part and is_whole(table, begin + below.words)


def _spans(above: Entry, below: Entry) -> bool:
    """Whether the two are the last row of one table and the first of the next."""
    return bool(above.rows and below.rows) and 0 <= above.rows[-1].table < below.rows[0].table


def _is_torn_row(table: FormTable, above: Entry, below: Entry) -> bool:
    """Whether a table begins with the rest of the row that ended the table before: scraps, or too few numbers."""
    if not above.rows or not below.rows:
        return False
    upper, lower = above.rows[-1], below.rows[0]
    follows = 0 <= upper.table < lower.table
    if not follows or not above.words or any(is_whole(table, label) for label in below.label):
        return False
    continues = any(is_scrap(table, begin + rest) for begin in above.label for rest in below.label)
    if below.label and not continues:
        return False
    taken = {piece.column - upper.columns for piece in above.told}
    # A cell before its first number is that of the label, which is not there.
    full = len(below.told) == len(below.values) - (
        bool(below.values) and not below.label and _begins_blank(below)
    )
    whole = full and not taken.isdisjoint(piece.column - lower.columns for piece in below.told)
    return (
        bool(below.told or below.words) and not whole and all(is_scrap(table, label) for label in below.label)
    )


def _begins_blank(entry: Entry) -> bool:
    return entry.values[0].kind is FigureKind.BLANK


def _together(above: Entry, below: Entry) -> Entry:
    """Two halves of a row as one; a cell with something in both has two lines. Columns count from the right."""
    rows, label = above.rows + below.rows, above.label + below.label
    if not above.told:
        return Entry(label, below.values, rows, below.placed, torn=bool(above.values and not below.label))
    more = above.rows[-1].columns - below.rows[0].columns
    moved = (replace(piece, column=piece.column + more) for piece in below.told)
    halves = {piece.column: piece for piece in moved}
    values = [
        piece
        if (half := halves.pop(piece.column, None)) is None
        else half
        if piece.kind is FigureKind.BLANK
        else replace(piece, text=f"{piece.text}\n{half.text}")
        for piece in above.values
    ]
    values = sorted([*values, *halves.values()], key=lambda piece: piece.column)
    return Entry(label, values, rows, above.placed, torn=not below.label, first=above.grid)
