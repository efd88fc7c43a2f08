"""What the readings of a table of groups share: its columns and groups, what a reading says, and what its pieces are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from intake.figures import FigureKind, figure_of
from intake.page.flow import Piece
from intake.plain_words import core
from intake.tables.head_words import head_words
from intake.tables.sums import agrees
from model.import_state import ImportState

_Any = TypeVar("_Any")
BLANK: Final = Piece("")


@dataclass(frozen=True, slots=True)
class GroupShape:
    """The plain names of a group's columns and of the groups.

    Not `ordered`: the heads on the page are in another order than the form's, or in words of the office's own, so that
    sums which hold say nothing of the order. `told`: the columns that the page names in the form's own words, so that
    another word for one is a column of the office's own: 合计 beside 总计.
    """

    names: tuple[str, ...]
    groups: tuple[str, ...]
    ordered: bool = True
    told: frozenset[str] = frozenset()

    @property
    def count(self) -> int:
        """How many cells the table has."""
        return len(self.names) * len(self.groups)

    @property
    def wanted(self) -> list[str]:
        """The names of all its columns, in the form's order."""
        return list(self.names) * len(self.groups)

    def grouped(self, values: Sequence[_Any]) -> Iterator[Sequence[_Any]]:
        """Return what stands in each group, of what stands in each cell."""
        size = len(self.names)
        return (values[start : start + size] for start in range(0, len(values), size))

    def adds_up(self, values: Sequence[int | None]) -> bool:
        """Return whether the sums tell that these are the values in the form's order."""
        return self.ordered and all(map(agrees, self.grouped(values)))


@dataclass(frozen=True, slots=True)
class GroupReading:
    """The pieces in the form's order, or the ways in which they may belong there."""

    pieces: Sequence[Piece] | None = None
    state: ImportState = ImportState.READ
    ways: Sequence[Sequence[Piece]] = ()


def order_of(names: Sequence[str], shape: GroupShape) -> list[int] | None:
    """Return where the form's columns stand among heads, group by group; None where a group has others than the form's."""
    size = len(shape.names)
    order: list[int] = []
    for start in range(0, len(names), size):
        part = list(names[start : start + size])
        if sorted(part) != sorted(shape.names):
            return None
        order += [start + part.index(name) for name in shape.names]
    return order


def head_of(piece: Piece, shape: GroupShape) -> str:
    """Return the column that a piece names, "" where it is no head."""
    return head_named(piece.text, shape) if piece.kind is FigureKind.WORDS else ""


def head_named(text: str, shape: GroupShape) -> str:
    """Return the column that words name, "" where they name none."""
    name = head_words(text)
    own = name in shape.told and core(text) != name
    return name if name in shape.names and not own else ""


def number_of(piece: Piece) -> int | None:
    """Return the whole number that a piece is, None where it is none."""
    number = figure_of(piece.text).number
    return int(number) if number.isdecimal() else None
