"""What an office has confirmed of its ledgers: what a column is for, and which place a word has.

It is kept among the office's data as digests: a head or a word that comes again is known again, and nothing that
stood in a ledger can be read in the file.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from typing import Final

from intake.ledger.columns import Field, Layout
from intake.ledger.heads import Column
from intake.ledger.tally import Purpose
from intake.ledger.words import plain

_PREFIX: Final = "ledger"
_NOTHING: Final = "-"
"""Stands for a column that was confirmed to be for nothing that is counted."""

_FIELDS: Final = frozenset(field.value for field in Field)


class Memory:
    """Reads and writes what was confirmed. `data` are the office's data, whose own names have no dots."""

    def __init__(self, data: Mapping[str, str]) -> None:
        self._data = dict(data)

    @property
    def entries(self) -> dict[str, str]:
        """What is to be kept among the office's data."""
        return {name: value for name, value in self._data.items() if name.startswith(f"{_PREFIX}.")}

    def knows(self, columns: Iterable[Column]) -> bool:
        """Whether every column with a head was confirmed before: the layout then needs no question."""
        return all(name in self._data for _, name in _named(columns))

    def recalled(self, layout: Layout, columns: Iterable[Column]) -> Layout:
        """Return a proposed layout with each column as it was confirmed before."""
        for column, name in _named(columns):
            told = self._data.get(name)
            if told is not None and (told == _NOTHING or told in _FIELDS):
                field = None if told == _NOTHING else Field(told)
                if layout.fields[column.index] is not field:
                    layout = layout.with_field(column.index, field)
        return layout

    def confirm(self, layout: Layout, columns: Iterable[Column]) -> None:
        """Remember what each column is for."""
        for column, name in _named(columns):
            field = layout.fields[column.index]
            self._data[name] = field.value if field else _NOTHING

    def place(self, purpose: Purpose, words: str) -> str | None:
        """Return the place that was given to words, None where none was."""
        return self._data.get(_name(purpose.value, words))

    def give(self, purpose: Purpose, words: str, place: str) -> None:
        """Remember the place of words."""
        self._data[_name(purpose.value, words)] = place

    def forget(self, purpose: Purpose, words: str) -> None:
        """Let words be asked for again."""
        self._data.pop(_name(purpose.value, words), None)


def _named(columns: Iterable[Column]) -> Iterator[tuple[Column, str]]:
    """Yield the columns that have a head, and what each is kept under: of several with one head each by itself."""
    seen: Counter[str] = Counter()
    for column in columns:
        if column.head:
            seen[column.head] += 1
            again = f"/{seen[column.head]}" if seen[column.head] > 1 else ""
            yield column, _name("column", column.head + again)


def _name(kind: str, words: str) -> str:
    digest = blake2b(plain(words).encode(), digest_size=8, person=kind.encode()[:16]).hexdigest()
    return f"{_PREFIX}.{kind}.{digest}"
