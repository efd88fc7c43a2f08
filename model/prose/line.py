"""A piece of a sentence as it was read."""

from dataclasses import dataclass

from model.prose.lexing import Piece
from model.prose.subject import Subject, Told


@dataclass(slots=True)
class Line:
    """A piece as it was read: its number's statement, and the subject that it was read with. `depth` counts brackets."""

    piece: Piece
    told: Told | None
    subject: Subject
    depth: int = 0
