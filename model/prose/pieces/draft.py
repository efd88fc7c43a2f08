"""A piece of a sentence while it is being cut."""

from dataclasses import dataclass, field

from model.prose.pieces.piece import Piece
from model.prose.words.tokens import NO_WORDS, Token, Words


@dataclass(slots=True)
class Draft:
    """A piece that is being cut, as in `Piece`."""

    mark: str
    before: list[Token] = field(default_factory=list)
    number: Token | None = None
    behind: list[Token] = field(default_factory=list)
    inner: list["Draft"] = field(default_factory=list)
    heads: bool = False

    def add(self, token: Token) -> None:
        """Put a word where it belongs."""
        (self.before if self.number is None else self.behind).append(token)

    def cut(self) -> Piece:
        """Return the piece that it has become."""
        inner = tuple([draft.cut() for draft in self.inner])
        before = Words(self.before) if self.before else NO_WORDS
        behind = Words(self.behind) if self.behind else NO_WORDS
        return Piece(self.mark, before, self.number, behind, inner, self.heads)
