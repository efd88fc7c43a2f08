"""Reads a table of groups by the names of the groups, of which each has a row of numbers or a column of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from intake.figures import FigureKind
from intake.page.flow import Piece, Row, is_number
from intake.tables.columns.heads import above
from intake.tables.groups.group_names import group_in, groups_among
from intake.tables.groups.group_shape import BLANK, GroupReading, GroupShape, head_of, number_of
from intake.tables.sums import agrees
from model.import_state import ImportState


def beside_names(rows: Sequence[Row], shape: GroupShape) -> GroupReading | None:
    """Return the reading of real tables with a row of numbers a group, which its label or the words above it name.

    None where no row is named so. A row of the office's own is no group's; of a group that is there twice nobody can tell
    which is meant.
    """
    walk = _Walk(shape)
    for row in rows:
        if not walk.takes(row):
            return None
    if not walk.found:
        return None
    if walk.astray:
        return GroupReading()
    cells = [
        walk.found.get(group, {}).get(name, BLANK)
        for group in range(len(shape.groups))
        for name in shape.names
    ]
    return GroupReading(cells, ImportState.DOUBTFUL if walk.doubtful else ImportState.READ)


@dataclass(slots=True)
class _Walk:
    """What the rows tell one after the other: group → column → piece.

    `caption`: the group that words above name, None where they name none; `astray`: rows do not tell their cells;
    `doubtful`: one may lack a cell, or has no heads and does not add up.
    """

    shape: GroupShape
    heads: list[tuple[Piece, str]] = field(default_factory=list)
    table: int = -1
    caption: int | None = None
    found: dict[int, Mapping[str, Piece]] = field(default_factory=dict)
    astray: bool = False
    doubtful: bool = False

    def takes(self, row: Row) -> bool:
        """Take a row; False where it is none of a table with a row a group."""
        heads = [(piece, name) for piece in row.filled if (name := head_of(piece, self.shape))]
        numbers = [piece for piece in row.pieces if is_number(piece)]
        if len({name for _, name in heads}) < len(heads) or (numbers and row.table < 0):
            return False
        if numbers and heads and not (self.heads and len(heads) == 1):
            return False
        words = [piece.text for piece in row.filled if piece.kind is FigureKind.WORDS]
        if not numbers:
            return self._takes_words(row, heads, words)
        if len(numbers) > len(self.shape.names):
            return False
        before = [
            piece
            for piece in row.pieces
            if piece.kind is FigureKind.WORDS and piece.column < numbers[0].column
        ]
        group = group_in(before[-1].text, self.shape) if before else self.caption
        self.caption = None
        if group is not None:
            self.astray = self.astray or group in self.found
            self.found[group] = dict(self._cells(row, before[-1:]))
        return True

    def _takes_words(self, row: Row, heads: list[tuple[Piece, str]], words: Sequence[str]) -> bool:
        named = groups_among(words, self.shape)
        if len(heads) > 1:
            self.heads, self.table = heads, row.table
        if named or (words and not heads):
            self.caption = named[-1] if named else None
        return len(named) <= 1

    def _cells(self, row: Row, label: Sequence[Piece]) -> Iterator[tuple[str, Piece]]:
        """What stands in the columns of a row: under their heads, without any in the form's order where that adds up."""
        first = label[0].column + label[0].span if label else 0
        cells = [piece for piece in row.pieces if piece.column >= first and piece.kind is not FigureKind.UNIT]
        if self.table != row.table or not self.heads:
            self.astray = self.astray or len(cells) != len(self.shape.names)
            self.doubtful = self.doubtful or not agrees([number_of(piece) for piece in cells])
            yield from zip(self.shape.names, cells, strict=False)
            return
        numbers = [piece for piece in cells if is_number(piece)]
        if not label and len(numbers) == len(self.heads) and not all(map(self._is_headed, numbers)):
            # The label over heads and numbers has lost its height: these stand as far to the left as it is wide.
            yield from ((name, piece) for (_, name), piece in zip(self.heads, numbers, strict=True))
            return
        for head, name in self.heads:
            under = [
                piece for piece in cells if above((head.column, head.span), piece) and piece.text.strip()
            ]
            self.astray = self.astray or len(under) > 1
            yield name, under[0] if under else BLANK
        end = max(head.column + head.span for head, _ in self.heads)
        self.doubtful = self.doubtful or max(piece.column + piece.span for piece in row.pieces) < end

    def _is_headed(self, piece: Piece) -> bool:
        return any(above((head.column, head.span), piece) for head, _ in self.heads)
