"""What the full rows of a table show of all: how they are filled up with blanks, of how many cells, and how thousands stand."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from intake.page.flow import is_number
from intake.tables.bars import has_bar
from intake.tables.rows.entries import Entry

_THOUSANDS: Final = re.compile(r"\d{4}|\d[,，]\d{3}")
_BEFORE_THOUSANDS: Final = re.compile(r"[+-]?[1-9]\d{0,2}")
_HUNDREDS: Final = re.compile(r"\d{3}")
_SHARE: Final = 0.6
"""Of a table's lines: so many with one number of cells make that its own."""


@dataclass(frozen=True, slots=True)
class Margins:
    """How the rows of a table are filled up, as its full rows show: blanks before their numbers, blanks behind them.

    Number of columns → `places`: how many places most rows have in lines, or most full ones, `open`: how many columns of a
    real table's grid most leave without a cell at their end. `width`: how many cells between bars or tabs most lines have,
    `begins`: of such lines the place behind the label → the places of the first number. `unparted`: a number of thousands
    stands there that no blank parts. `strangers`: in bare lines some rows have a number too many, as a page's. `cut`:
    others have too few places there, blank ones left out. `crowded`: the numbers of several rows in lines stand in more
    places than the form has columns, as beside a column of the office's own.
    """

    before: frozenset[int] = field(default_factory=frozenset)
    behind: frozenset[int] = field(default_factory=frozenset)
    places: Mapping[int, int] = field(default_factory=dict)
    open: Mapping[int, int] = field(default_factory=dict)
    width: int = 0
    begins: Mapping[int, frozenset[int]] = field(default_factory=dict)
    unparted: bool = False
    strangers: bool = False
    cut: bool = False
    crowded: bool = False

    def start_of(self, entry: Entry, values: int, count: int) -> int | None:
        """Where `count` columns begin among so many of an entry's values, None where the full rows do not show it.

        Lines of as many cells may have them on a grid, on which a label of fewer parts leaves blank ones behind it, or only
        be filled up at their ends: full rows with labels of different lengths tell which.
        """
        usual = self.start(values, count)
        if not self.begins or _cells(entry) != self.width:
            return usual
        behind = entry.values[0].column
        every = frozenset[int]().union(*self.begins.values())
        begins = self.begins.get(behind, every)
        if behind not in self.begins and (len(self.begins) == 1 or len(every) > 1):
            return usual if usual is not None and begins == {behind + usual} else None
        place = min(begins) - behind
        return place if len(begins) == 1 and 0 <= place <= values - count else None

    def start(self, values: int, count: int) -> int | None:
        """Where `count` columns begin among so many values, None where the full rows do not show it, or this row is longer."""
        before = min(self.before) if len(self.before) == 1 else None
        behind = values - count - min(self.behind) if len(self.behind) == 1 else before
        return behind if before in (None, behind) else None

    def lacks_a_cell(self, entry: Entry, count: int) -> bool:
        """Whether a row of `count` columns has fewer cells than full ones: which of them is not there, nobody can tell.

        Bars fill rows up with more cells than they have.
        """
        if entry.rows[-1].table >= 0:
            return _left_open(entry) > self.open.get(count, _left_open(entry))
        told = entry.label and entry.placed and not entry.vague and not any(map(has_bar, entry.rows))
        return bool(told) and len(entry.values) < self.places.get(count, 0)

    def may_hold_a_stranger(self, entry: Entry, count: int) -> bool:
        """Whether one of a row's numbers may be none of its own, and one of its cells blank or left out."""
        return self.strangers and _is_bare(entry) and (self.cut or len(entry.values) > count)

    def may_hold_one_of_own(self, entry: Entry, count: int) -> bool:
        """Whether one of the places of a row in lines that has more of them than columns may be a column of the office's own."""
        return self.crowded and len(entry.values) > count and entry.rows[-1].table < 0

    def may_part_thousands(self, entry: Entry) -> bool:
        """Whether a blank that parts two numbers of a line may part the thousands of one: 259 356."""
        line = entry.rows[-1].line if entry.rows[-1].table < 0 and entry.placed else ""
        return not self.unparted and any(
            _BEFORE_THOUSANDS.fullmatch(one.text)
            and _HUNDREDS.fullmatch(other.text)
            and f"{one.text} {other.text}" in line
            for one, other in pairwise(entry.values)
        )


def margins_of(rows: Iterable[tuple[Entry, int]]) -> Margins:
    """Return what the full rows among these show; each is told with the number of its columns."""
    rows = list(rows)
    full = [(entry, count) for entry, count in rows if len(entry.numbers) == len(entry.told) == count > 1]
    bare = [(entry, count) for entry, count in rows if entry.numbers and _is_bare(entry)]
    before, behind = set(), set()
    for entry, _ in full:
        if (first := _begin_of_numbers(entry)) is not None:
            before.add(first)
            behind.add(len(entry.values) - first - len(entry.numbers))
    width = _usual_width([entry for entry, _ in rows])
    begins: dict[int, frozenset[int]] = {}
    for entry, count in rows:
        first = (
            _begin_of_numbers(entry)
            if len(entry.numbers) == count > 1 and width == _cells(entry) > 0
            else None
        )
        if first is not None:
            place = entry.values[0].column
            begins[place] = begins.get(place, frozenset()) | {entry.values[first].column}
    return Margins(
        frozenset(before),
        frozenset(behind),
        _more(_places(rows), _places(full)),
        _most((count, _left_open(entry)) for entry, count in full if entry.rows[-1].table >= 0),
        width,
        begins,
        any(_THOUSANDS.search(piece.text) for entry, _ in rows for piece in entry.numbers),
        any(len(entry.numbers) == count + 1 for entry, count in bare),
        any(len(entry.values) < count for entry, count in bare),
        sum(count > 1 and entry.rows[-1].table < 0 and _reach(entry) > count for entry, count in rows) > 1,
    )


def _begin_of_numbers(entry: Entry) -> int | None:
    """Where the numbers of a row begin among its values, None where something stands between them."""
    places = [place for place, piece in enumerate(entry.values) if is_number(piece)]
    return places[0] if places[-1] - places[0] == len(places) - 1 else None


def _reach(entry: Entry) -> int:
    """Over how many places the numbers of a row reach."""
    places = [place for place, piece in enumerate(entry.values) if is_number(piece)]
    return places[-1] - places[0] + 1 if places else 0


def _cells(entry: Entry) -> int:
    """How many cells stand between the bars or tabs of an entry's one line, 0 of any other entry."""
    row = entry.rows[-1]
    shown = row.table < 0 and (has_bar(row) or "\t" in row.line)
    return row.columns if len(entry.rows) == 1 and entry.placed and shown else 0


def _usual_width(entries: Sequence[Entry]) -> int:
    """The number of cells that most lines have, 0 where they do not agree on one."""
    counts = Counter(filter(None, map(_cells, entries)))
    width, agreeing = counts.most_common(1)[0] if counts else (0, 0)
    return width if agreeing >= _SHARE * counts.total() else 0


def _is_bare(entry: Entry) -> bool:
    """Whether an entry stands on several lines of text that no bars part."""
    return len(entry.rows) > 1 and entry.rows[-1].table < 0 and not any(map(has_bar, entry.rows))


def _places(rows: Iterable[tuple[Entry, int]]) -> dict[int, int]:
    """Number of columns → how many places most rows in lines have behind their labels."""
    return _most((count, len(entry.values)) for entry, count in rows if count > 1 and _is_on_a_line(entry))


def _more(one: Mapping[int, int], other: Mapping[int, int]) -> dict[int, int]:
    """The greater of two numbers of places: a full row may lack a cell that is blank, and blank ones at ends may be cut off."""
    return {count: max(one.get(count, 0), other.get(count, 0)) for count in (*one, *other)}


def _is_on_a_line(entry: Entry) -> bool:
    """Whether an entry is one line of text that shows its places, be they blank."""
    return len(entry.rows) == 1 and entry.rows[0].table < 0 and entry.placed and not entry.vague


def _most(told: Iterable[tuple[int, int]]) -> dict[int, int]:
    """What comes with each of the first of pairs most often."""
    return {count: most for (count, most), _ in reversed(Counter(told).most_common())}


def _left_open(entry: Entry) -> int:
    """How many columns of its table's grid a row leaves without a cell at its end."""
    row = entry.grid
    return row.columns - max((piece.column + piece.span for piece in row.pieces), default=0)
