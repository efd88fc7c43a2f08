"""Every number of a table's rows has come into a cell for sure, or it leaves open the cells that it may belong to.

No cell may be called missing that such a number can be for: those are the blank cells of its own row and, where the row's
place is not sure, of the rows around it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from intake.figures import FigureKind
from intake.page.flow import Piece, Row
from intake.tables.found import Found
from intake.tables.labels.unlabelled import reading_words, words_of
from intake.tables.remainder import in_words, remainders
from intake.tables.rows.entries import Entry
from intake.tables.rows.readings import Reading
from intake.tables.rows.second_table import rows_like
from model.import_state import ImportState


@dataclass(slots=True)
class Accounts:
    """What became of the numbers of a table's rows.

    `places`: entry → row of the form. `unsure`: entries whose numbers may be another row's, or lack some. `owed`: row of
    the form → words of the source that may be its. `told`: row → what of it came into cells, or was told.
    """

    reading: Reading
    places: Mapping[int, int]
    unsure: set[int]
    owed: dict[int, list[str]]
    told: dict[Row, list[str]] = field(default_factory=dict)

    def note(self, entry: Entry, pieces: Iterable[Piece | None]) -> None:
        """Note for the rows of an entry what of them came into cells, or was told.

        A piece is of the row that it stands in; one made of several rows' is of all.
        """
        for row in entry.rows:
            self.told.setdefault(row, [])
        for piece in filter(None, pieces):
            own = [row for row in entry.rows if any(other is piece for other in row.pieces)]
            for row in own or entry.rows:
                self.told[row].append(piece.text)

    def without_place(self, index: int, ways: Sequence[int]) -> str:
        """Return what is told of an entry that has no row of the form; the rows that it may be stay open.

        `ways`: rows that are known to be possible.
        """
        entry = self.reading.entries[index]
        full = {place for other, place in self.places.items() if self.reading.entries[other].told}
        around = self.around(index) if index < self.reading.end else set()
        around |= set(rows_like(entry, self.reading.targets)) - full
        words = reading_words(self.reading, index, ways or sorted(around))
        self._owe(around, words)
        self.note(entry, entry.values)
        return words

    def around(self, index: int) -> set[int]:
        """Return the form's rows that an entry's numbers may belong to, which have not surely found their own.

        They lie between the rows with numbers that stand before and behind the entry for sure; beside one that stands
        elsewhere than in the form, anywhere.
        """
        entries, astray = self.reading.entries, self.reading.astray
        full = {
            other: place
            for other, place in self.places.items()
            if entries[other].told and other not in self.unsure
        }
        beside = {max((other for other in full if other < index), default=index)}
        beside.add(min((other for other in full if other > index), default=index))
        if not beside.isdisjoint(astray):
            return set(range(len(self.reading.targets))) - set(full.values())
        in_order = {other: place for other, place in full.items() if other not in astray}
        before = max((place for other, place in in_order.items() if other < index), default=-1)
        behind = min(
            (place for other, place in in_order.items() if other > index), default=len(self.reading.targets)
        )
        return set(range(before + 1, behind)) - set(full.values())

    def settle(self, found: Found) -> None:
        """Tell which numbers came to no cell; blank cells that these, or those of an unsure row, may belong to are doubtful."""
        for index in sorted(self.unsure):
            entry = self.reading.entries[index]
            self._owe(self.around(index).union(*map(self._named, entry.rows)), words_of(entry))
        rows = dict.fromkeys(row for entry in self.reading.entries for row in entry.rows)
        for row, numbers in remainders(list(rows), self.told):
            found.unread.append(in_words(row, numbers))
            for place in self._rows_of(row):
                self._open(found, place, [row.text], alone=True)
        for place, words in self.owed.items():
            self._open(found, place, words)

    def _owe(self, places: Iterable[int], words: str) -> None:
        for place in places:
            self.owed.setdefault(place, []).append(words)

    def _rows_of(self, row: Row) -> set[int]:
        """The form's rows that a row of the source may tell something of: its own, and in lines those around it."""
        named: set[int] = set()
        for index, entry in enumerate(self.reading.entries):
            if row in entry.rows:
                own = [self.places[index]] if index in self.places else rows_like(entry, self.reading.targets)
                named |= {*own, *(self.around(index) if row.table < 0 else ())}
        return named | self._named(row)

    def _named(self, row: Row) -> set[int]:
        """The form's rows whose labels stand in a row, be it among its numbers or before words that were taken for one."""
        labels = [piece.text for piece in row.pieces if piece.kind is FigureKind.WORDS]
        return {place for text in labels for place in rows_like(Entry([text]), self.reading.targets)}

    def _open(self, found: Found, place: int, words: Sequence[str], *, alone: bool = False) -> None:
        """The blank cells of a row are doubtful, not missing, and tell what may be theirs."""
        for key in self.reading.targets[place].keys:
            if found.values.get(key) is None:
                found.states[key] = ImportState.DOUBTFUL
                before = "" if alone else found.sources.get(key, "")
                found.sources[key] = "\n".join(filter(None, dict.fromkeys((before, *words))))
