"""Words in a number's place between the lines of a label: in a narrow column they stand beside its middle."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from intake.page.flow import Piece
from intake.tables.rows.entries import Entry, is_strange
from intake.tables.vocabulary import is_whole, places_of
from model.form import FormTable


def with_words_out_of_label(table: FormTable, entry: Entry) -> Entry:
    """Return an entry of lines, strange words among the parts of its label as its first values.

    They are told by what is left without them: a whole label, which neither the parts above nor those below are alone.
    """
    for begin, end in _stretches(table, entry.label):
        above, below = entry.label[:begin], entry.label[end:]
        count = _places_over(table, above, below)
        if count and (not entry.told or end - begin + len(entry.values) <= count):
            told = [Piece(text) for text in entry.label[begin:end]]
            return replace(entry, label=[*above, *below], values=[*told, *entry.values], vague=True)
    return entry


def _stretches(table: FormTable, label: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where strange words begin and end with parts of a label before and behind them, the longest first."""
    strange = [is_strange(table, text) for text in label]
    for length in range(len(label) - 2, 0, -1):
        for begin in range(1, len(label) - length):
            if all(strange[begin : begin + length]):
                yield begin, begin + length


def _places_over(table: FormTable, above: Sequence[str], below: Sequence[str]) -> int:
    """How many numbers stand behind a label that begins above strange words and ends below them; 0 where none does."""
    for first in reversed(range(len(above))):
        if is_whole(table, "".join(above[first:])):
            return 0
        for last in range(1, len(below) + 1):
            whole = "".join((*above[first:], *below[:last]))
            if not is_whole(table, "".join(below[:last])) and (count := places_of(table, whole)):
                return count if last == len(below) else 0
    return 0
