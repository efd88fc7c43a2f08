"""What stands in the columns of a row, and whether its last number is the sum of the others."""

from collections.abc import Sequence
from dataclasses import dataclass

from intake.figures import FigureKind, figure_of
from intake.page.flow import Piece


@dataclass(frozen=True, slots=True)
class Fit:
    """The pieces for a row's columns, in their order (None where the source has nothing).

    Not `sure`: the numbers are told, but they may belong elsewhere. `inferred`: the sums tell the columns. `borrowed`: so
    they tell that a head of the office's own means a column of the form's.
    """

    pieces: tuple[Piece | None, ...]
    sure: bool = True
    inferred: bool = False
    borrowed: bool = False


def pieces_hold(window: Sequence[Piece]) -> bool:
    """Return whether the last of the values is there and the sum of the others, blanks among them being nothing."""
    values = [0 if piece.kind is FigureKind.BLANK else whole_number(piece) for piece in window]
    if window[-1].kind is FigureKind.BLANK or any(value is None for value in values):
        return False
    return sum(value or 0 for value in values[:-1]) == values[-1]


def pieces_prove(window: Sequence[Piece]) -> bool:
    """Return whether a row's sum tells its columns: noughts beside blanks add up wherever they stand."""
    blank = any(piece.kind is FigureKind.BLANK for piece in window)
    return pieces_hold(window) and not (blank and whole_number(window[-1]) == 0)


def whole_number(piece: Piece) -> int | None:
    """Return the number of cases that a piece tells, None where it tells none."""
    number = figure_of(piece.text).number
    return int(number) if number.isdecimal() else None
