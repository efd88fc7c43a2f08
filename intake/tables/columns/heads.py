"""The heads above a table's numbers: whether they are the form's, stand in its order, and tell where its columns are."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeAlias

from intake.page.flow import Piece
from intake.plain_words import core
from intake.tables.rows.entries import Entry
from intake.tables.vocabulary import Target

Part: TypeAlias = tuple[int, str]
"""A part of a head, with the cell of its line that it stands in."""


@dataclass(frozen=True, slots=True)
class Heads:
    """Heads above an entry.

    `places`: the plain name of a column → first place on the table's grid and span. `order`: the names as they were read,
    those over several columns among them.
    `strange`: the places of heads in the office's own words. `several`: columns that all count what the form counts in
    one. `on_grid`: the places are those of a real table. `foreign`: how many heads in lines are in the office's own words.
    `table`: the number of the table that the heads stand in, `width` its number of columns; one that goes on without
    heads may have another grid. `reach`: the place behind the last cell of the widest of their rows.
    `words`: the heads in lines as they were read, in one; `scraps`: the parts of heads among them.
    `torn`: the parts of heads that stand side by side on a line, where narrow columns tear them in several lines.
    `common`: heads over several others → place and span on the grid, blank cells behind them included.
    `alone`: each stands on a line of its own, so that the lines are in the order of the columns.
    `whose`: of each head in lines, as they were read, whether it is the form's or the office's own; None is that of the labels.
    `rivalled`: another word
    for a column stands in lines beside the form's own, and nobody can tell where among heads on several levels.
    """

    places: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    strange: tuple[tuple[int, int], ...] = ()
    several: bool = False
    on_grid: bool = False
    foreign: int = 0
    table: int = -1
    width: int = 0
    reach: int = 0
    torn: tuple[tuple[Part, ...], ...] = ()
    words: str = ""
    scraps: frozenset[str] = frozenset()
    common: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    alone: bool = True
    whose: tuple[bool | None, ...] = ()
    rivalled: bool = False

    @property
    def seen(self) -> bool:
        """Whether any head stands there, be it in the office's own words."""
        return bool(self.places or self.order or self.words or self.strange)

    @property
    def mixed(self) -> bool:
        """Whether a head of the office's own stands in lines between two of the form's: its numbers stand among theirs."""
        whose = [known for known in self.whose if known is not None]
        told = [place for place, known in enumerate(whose) if known]
        return self.rivalled or (bool(told) and not all(whose[told[0] : told[-1]]))

    @property
    def beside(self) -> tuple[bool, ...]:
        """Of each head in lines whether it is the form's; () where none is the office's own.

        They begin behind that of the labels, and where there is none with the form's first.
        """
        if True not in self.whose:
            return ()
        labels = [place for place, known in enumerate(self.whose) if known is None]
        start = labels[-1] + 1 if labels else self.whose.index(True)
        told = tuple(known for known in self.whose[start:] if known is not None)
        return () if all(told) else told

    def columns(self, target: Target) -> list[tuple[int, int]] | None:
        """Return the places of the target's columns, in the form's order; None where a head lacks or two overlap."""
        names = [core(name) for name in target.columns]
        if any(name not in self.places for name in names):
            return None
        places = [self.places[name] for name in names]
        apart = all(first + span <= later for (first, span), (later, _) in pairwise(sorted(places)))
        in_order = places == sorted(places)
        return places if apart and (self.on_grid or in_order or self._in_one_line(names)) else None

    def lack(self, target: Target) -> bool:
        """Whether most of the target's columns have heads and some have none: their numbers may not be there either."""
        names = [core(name) for name in target.columns]
        known = sum(name in self.places for name in names)
        return len(names) < 2 * known < 2 * len(names)

    def fall_apart(self, target: Target) -> bool:
        """Whether heads do not stand under the one that is common to them: the table has lost the widths of its cells."""
        below = [
            self.places[core(name)]
            for name, depth in zip(target.columns, target.depths, strict=True)
            if depth > 1 and core(name) in self.places
        ]
        return any(
            not first <= place < first + span
            for name, (first, span) in self.common.items()
            if name in target.common
            for place, _ in below
        )

    def _in_one_line(self, names: Sequence[str]) -> bool:
        """Whether the heads were read in one go, each a place behind the one before: a line of text with all of them."""
        told = [name for name in self.order if name in names]
        places = [self.places[name][0] for name in told]
        return len(told) == len(names) and all(later == first + 1 for first, later in pairwise(places))

    def contradict(self, target: Target, entry: Entry) -> bool:
        """Whether the form's heads stand in another order than the form's, or others stand in their place."""
        names = [core(name) for name in target.columns]
        if self.several or self.fall_apart(target):
            return True
        if self.on_grid:
            places = [self.places[name] for name in names if name in self.places]
            apart = bool(entry.rows) and entry.grid.table != self.table
            foreign = any(apart or above(place, piece) for place in self.strange for piece in entry.told)
            return places != sorted(places) or (len(names) > 1 and foreign and 2 * len(places) < len(names))
        known = [name for name in dict.fromkeys(self.order) if name in names]
        if len(names) > 1 and 2 * len(known) < len(names) <= 2 * self.foreign:
            return True
        levels = _two_levels(names, target) if target.common.intersection(self.order) else names
        if any(
            _columns_of(parts, names) is None and _columns_of(parts, levels) is None for parts in self.torn
        ):
            return True
        if len(names) > 1 and self._leaves_open(names) and not self._tell_in_parts(names, levels, target):
            return True
        return len(known) > 1 and known not in (
            [name for name in names if name in known],
            [name for name in levels if name in known],
        )

    def _leaves_open(self, names: Sequence[str]) -> bool:
        """Whether parts of a head stand on lines apart, between those of others, so that its place is not told."""
        placed = {names[column] for parts in self.torn for column in _columns_of(parts, names) or ()}
        lacking = [name for name in names if name not in self.words and name not in placed]
        return any(scrap in name for name in lacking for scrap in self.scraps)

    def _tell_in_parts(self, names: Sequence[str], levels: Sequence[str], target: Target) -> bool:
        """Whether heads and parts of heads, as they were read, name all columns in the form's order.

        A part may be all that is left of a head; it must be one head's alone, and no other head stands among its parts.
        """
        if not self.alone:
            return False
        words = self.words
        for common in target.common:
            words = words.replace(common, "\n" * len(common))
        places: dict[str, list[int]] = {}
        for name in names:
            own = [part for part in self.scraps if part in name and not is_part(part, set(names) - {name})]
            parts = [name] if name in words else [part for part in own if words.count(part) == 1]
            if not parts:
                return False
            places[name] = sorted(words.find(part) for part in parts)
        told = sorted(names, key=lambda name: places[name])
        apart = all(places[one][-1] < places[next_][0] for one, next_ in pairwise(told))
        return apart and told in (list(names), list(levels))


def above(place: tuple[int, int], piece: Piece) -> bool:
    """Return whether a head at a place, first column and span, stands above a piece."""
    first, span = place
    return piece.column < first + span and first < piece.column + piece.span


def _columns_of(parts: Sequence[Part], names: Sequence[str]) -> list[int] | None:
    """The columns of which parts of heads on one line can be, in this order; None where they cannot.

    Parts that stand in one cell of the line can be one head's.
    """
    columns: list[int] = []
    before = -1
    for cell, part in parts:
        last = columns[-1] if columns else -1
        places = [place for place, name in enumerate(names) if part in name]
        fitting = [place for place in places if place > last or (place == last and cell == before)]
        if places and not fitting:
            return None
        columns += fitting[:1]
        before = cell if places else before
    return columns


def _two_levels(names: Sequence[str], target: Target) -> list[str]:
    """The names as a page gives them line by line: those of one level first, then those under a common head."""
    return [
        *(name for name, depth in zip(names, target.depths, strict=True) if depth == 1),
        *(name for name, depth in zip(names, target.depths, strict=True) if depth > 1),
    ]


def is_part(word: str, names: Iterable[str]) -> bool:
    """Return whether a word is a part of one of the names."""
    return any(word in name for name in names)
