"""Words in a number's place, in lines of text: they keep that place, so that no other number takes it, and are told.

In a real table `entries.from_grid` sees where they stand. In lines they look like a label: like the end of the row's own,
or like the beginning of the next row's. A row whose label the form knows has so many places; the words that are none of
the form's fill what is missing of them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from intake.figures import FigureKind
from intake.page.flow import Piece, Row
from intake.plain_words import plain
from intake.tables.bars import BARS
from intake.tables.rows.entries import Entry, first_value, is_strange
from intake.tables.rows.words_in_labels import with_words_out_of_label
from intake.tables.vocabulary import is_whole, places_of, targets_of, weight
from model.form import FormTable

_SHOWING_CELLS: Final = (*BARS, "\t")
"""What parts the cells of a line and shows blank ones, too."""
_BRACKETED: Final = re.compile(r"\s*[（(].*[^\d\s].*[)）]\s*")
"""A remark in brackets, and not a number."""


def with_words_in_cells(table: FormTable, entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries of lines, words that stand for a number among their values.

    Where only the number of a row's places tells whose they are, the entry is vague.
    """
    kept: list[Entry] = []
    for entry in (part for whole in entries for part in _parted(table, whole)):
        own = _with_end_of_label(table, with_words_out_of_label(table, _with_words_of_line(table, entry)))
        rest = [own]
        if kept:
            kept[-1], rest = _given_back(table, kept[-1], own)
        kept += [_with_words_for_label(table, each) for each in rest]
    return kept


def _parted(table: FormTable, entry: Entry) -> Iterator[Entry]:
    """An entry that goes on behind strange words in all places of a row, as the entries that it is."""
    label = [part for text in entry.label for part in _unrolled(table, text)]
    lines = [number for number, row in enumerate(entry.rows) for _ in _texts(table, row)]
    start = line = 0
    for place in range(1, len(label) if len(lines) == len(label) else 0):
        if lines[place] == lines[place - 1]:
            continue
        told = _told_at_end(table, label[start:place], entry.rows[lines[place - 1]])
        # Behind a row with a word in each of its places another begins, whatever it is called.
        if told or (told is not None and weight(table, label[place])):
            begin = place - told
            values = [Piece(text) for text in label[begin:place]]
            rows = entry.rows[line : lines[place]]
            yield Entry(label[start:begin], values, rows, vague=len(values) > 1)
            start, line = place, lines[place]
    yield replace(entry, label=label[start:], rows=entry.rows[line:])


def _told_at_end(table: FormTable, label: Sequence[str], last: Row) -> int | None:
    """How many words stand for numbers at the end of a row, behind which another row begins; None where it goes on.

    `last`: the row's last line; where that shows cells, it is looked at later which of them stand for numbers.
    """
    if len(last.pieces) > 1 and first_value(table, last) is not None:
        return 0
    strange = _ending(table, label)
    whole = 0 < strange < len(label) and places_of(table, label[-strange - 1]) == strange
    return strange if whole else None


def _texts(table: FormTable, row: Row) -> list[str]:
    return [part for place in _words_in(row) for part in _unrolled(table, row.pieces[place].text)]


def _unrolled(table: FormTable, text: str) -> list[str]:
    """The words of a line that single blanks part: a whole label and what stands behind it, all strange or numbers."""
    parts = text.split()
    # A sign behind a label (√) is none of its characters.
    if len(parts) == 1 or (is_whole(table, text) and plain(parts[-1])):
        return [text]
    for end in range(1, len(parts)):
        if is_whole(table, " ".join(parts[:end])):
            strange = all(is_strange(table, part) for part in parts[end:])
            return [" ".join(parts[:end]), *parts[end:]] if strange else [text]
    return [text]


def _with_words_of_line(table: FormTable, entry: Entry) -> Entry:
    """The entry of a line of several parts, among which words stand behind a whole label, or beside numbers below one."""
    row, rest = _line_and_rest(entry)
    words = _words_in(row) if row is not None else []
    if row is None or not words or len(row.pieces) == 1 or len(_texts(table, row)) > len(words):
        return entry
    above = entry.label[: -len(words) - len(rest)]
    begin = _begin_of_values(table, row, words, above, rest)
    if begin is None:
        return entry
    label = [*above, *(row.pieces[place].text for place in words if place < begin), *rest]
    values = [piece for piece in row.pieces[begin:] if piece.kind is not FigureKind.UNIT]
    exact = any(sign in row.text for sign in _SHOWING_CELLS)
    return replace(entry, label=label, values=values, placed=len(values) > 1, vague=entry.vague or not exact)


def _line_and_rest(entry: Entry) -> tuple[Row | None, list[str]]:
    """The last line of an entry that is not the end of its label, and the words of that end, on lines below."""
    rows, rest = list(entry.rows), list[str]()
    while entry.values and len(rows) > 1 and len(rows[-1].pieces) == 1 and _words_in(rows[-1]):
        rest.insert(0, rows.pop().text)
    return (rows[-1] if rows else None), rest


def _begin_of_values(
    table: FormTable, row: Row, words: Sequence[int], above: Sequence[str], rest: Sequence[str]
) -> int | None:
    """The place on a line behind its label, or behind the part of it there, None where no strange words stand behind.

    `above` and `rest` are the parts of the label on the lines above and below.
    """
    strange = [place for place in words if is_strange(table, row.pieces[place].text)]
    if strange == list(words) and (
        is_whole(table, above[-1]) if above else row.pieces[0].kind is FigureKind.BLANK
    ):
        return 0
    if rest:
        parts = [row.pieces[place].text for place in words]
        ends = (end for end in range(1, len(parts)) if _places_behind(table, [*above, *parts[:end], *rest]))
        label = next(ends, len(parts))
    else:
        first = first_value(table, row)
        label = sum(first is not None and place < first for place in words)
    behind = words[label:]
    return words[label - 1] + 1 if label and behind and set(behind) <= set(strange) else None


def _words_in(row: Row) -> list[int]:
    return [place for place, piece in enumerate(row.pieces) if piece.kind is FigureKind.WORDS]


def _with_end_of_label(table: FormTable, entry: Entry) -> Entry:
    """Words behind a whole label stand for its first numbers where as many are missing, or for the only one.

    But for remarks in brackets they stand for one though none is missing: one of the others is none of the row's then.
    """
    strange = _ending(table, entry.label)
    count = _places_behind(table, entry.label[:-strange]) if 0 < strange < len(entry.label) else 0
    words = entry.label[len(entry.label) - strange :]
    if not count:
        return entry
    if not (
        _fits(strange, entry.values, count)
        or (strange == 1 and not entry.told)
        or (count > 1 and not any(map(_BRACKETED.fullmatch, words)))
    ):
        return entry
    return replace(
        entry, label=entry.label[:-strange], values=[*_pieces_of(entry, words), *entry.values], vague=True
    )


def _pieces_of(entry: Entry, words: Sequence[str]) -> list[Piece]:
    """Words of an entry's label as pieces, in the places that they have on its lines."""
    told = {piece.text: piece for row in entry.rows for piece in row.pieces}
    return [told.get(text, Piece(text)) for text in words]


def _with_words_for_label(table: FormTable, entry: Entry) -> Entry:
    """An entry that has lost its label: what looks like a number begins its values."""
    lost = bool(entry.label) and _beginning(table, entry.label) == len(entry.label)
    if not lost or not all(map(_is_like_number, entry.label)):
        return entry
    return replace(entry, label=[], values=[*_pieces_of(entry, entry.label), *entry.values], vague=True)


def _is_like_number(text: str) -> bool:
    return len(plain(text)) <= 1 or any(map(str.isdecimal, text))


def _places_behind(table: FormTable, words: Sequence[str]) -> int:
    """How many numbers stand behind words that end with a whole label, on one line or on several; 0 where they do not."""
    ends = ("".join(words[start:]) for start in reversed(range(len(words))))
    return next((count for end in ends if (count := places_of(table, end))), 0)


def _given_back(table: FormTable, before: Entry, entry: Entry) -> tuple[Entry, list[Entry]]:
    """Strange words before a label, or with numbers that have none, stand for numbers that the row above lacks."""
    strange = _beginning(table, entry.label)
    count = _places_behind(table, before.label) if before.values and strange else 0
    if not count:
        most = max(len(target.keys) for target in targets_of(table))
        return (_unless_cut(before, entry, most) if before.told and strange else before), [entry]
    told = [*before.values, *map(Piece, entry.label[:strange])]
    if strange == len(entry.label):
        if not _fits(len(told), entry.values, count):
            return _unless_cut(before, entry, count), [entry]
        rows = list(dict.fromkeys([*before.rows, *entry.rows]))
        return replace(before, values=[*told, *entry.values], rows=rows, vague=True), []
    if len(told) != count:
        return before, [entry]
    own = [row for row in entry.rows if row.text in entry.label[:strange]]
    rest = [row for row in entry.rows if row not in own]
    given = replace(before, values=told, rows=[*before.rows, *own], vague=True)
    return given, [replace(entry, label=entry.label[strange:], rows=rest)]


def _unless_cut(before: Entry, entry: Entry, count: int) -> Entry:
    """The row above, vague where something like a number follows that may be one of its own, and cuts its blanks short."""
    cut = len(before.numbers) < count and _is_like_number(entry.label[0])
    return replace(before, vague=before.vague or cut)


def _fits(told: int, values: Sequence[Piece], count: int) -> bool:
    """Whether a row of so many places has room for what is told and the values, some of the last being blank."""
    filled = [place for place, piece in enumerate(values) if piece.kind is not FigureKind.BLANK]
    least = told + (filled[-1] + 1 if filled else 0)
    return least <= count <= told + len(values)


def _beginning(table: FormTable, label: Sequence[str]) -> int:
    """How many strange words a label begins with."""
    return next((place for place, text in enumerate(label) if not is_strange(table, text)), len(label))


def _ending(table: FormTable, label: Sequence[str]) -> int:
    return _beginning(table, label[::-1])
