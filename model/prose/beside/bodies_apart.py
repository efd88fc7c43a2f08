"""What the office's own rooms did, told beside what the bodies under it did: neither is all that the tables count."""

from collections.abc import Sequence
from typing import Final

from model.prose.pieces.line import Line
from model.prose.pieces.piece import Piece
from model.prose.pieces.subject import Told
from model.prose.words.claim_words import Group
from model.prose.words.codes import OUTCOME
from model.prose.words.tokens import KEYS, Token

_OWN: Final = ("own", "rooms", "room")
_WORKED_ON: Final = frozenset({"handled", "processed"})


def tell_bodies_apart(lines: Sequence[Line]) -> None:
    """局机关办结97件，下属中心办结17件: the same done by both, so that the office's number may be a part."""
    for line in lines:
        told = line.told
        if told is None or told.dimension or not _names_own(line.piece):
            continue
        if any(_is_beside(other, line, told) for other in lines if other is not line):
            line.told = told._replace(dimension="office", sure=False)
    _tell_rooms_apart(lines)


def _tell_rooms_apart(lines: Sequence[Line]) -> None:
    """局机关51件中，公开20件: what became of those that went to the office's own rooms, or was told apart before."""
    inside = False
    for line in lines:
        piece, told = line.piece, line.told
        apart = line.subject.apart and line.subject.who == "rooms"
        if apart and told is not None and told.thing == "application" and not told.dimension:
            line.told = told._replace(dimension="office", sure=False)
            continue
        if piece.number is not None and Group.INSIDE in piece.behind.groups:
            inside = "rooms" in piece.before.names and told is None
        elif inside and told is not None and told.code == OUTCOME and not told.dimension:
            line.told = told._replace(dimension="office", sure=False)


def are_rooms_apart(lines: Sequence[Line]) -> bool:
    """县局机关收到61件，6个分局收到156件: whether what the office's own rooms did is told beside the same of others."""
    counted = [line.piece for line in lines if line.piece.number is not None]
    rooms = [piece for piece in counted if "rooms" in piece.before.names]
    bodies = [piece for piece in counted if _is_of_body(piece)]
    return any(_done(one) & _done(other) for one in rooms for other in bodies)


def _done(piece: Piece) -> set[str]:
    return {token.name for token in piece.before if token.kind == "action"}


def _names_own(piece: Piece) -> bool:
    """Whether it begins with the office, and not with all of it: 我局, 局机关, but not 全局."""
    return any(token.name in _OWN and not token.words.startswith("全") for token in piece.before)


def _is_beside(other: Line, line: Line, told: Told) -> bool:
    """Whether another body did there what the office did, and this is not told as a part of it."""
    among = other.subject.among and not line.subject.among
    alike = other.depth == line.depth and other.piece.number is not None and not other.piece.compares
    return alike and not among and _is_of_body(other.piece) and _does(other.piece, told)


def _is_of_body(piece: Piece) -> bool:
    return any(_is_body(token) for token in piece.before) and not _names_own(piece)


def _is_body(token: Token) -> bool:
    named = token.kind == "unknown" and (token.ends_in(Group.BODIES_END) or token.ends_in(Group.UNITS))
    return named or token.name == "others"


def _does(piece: Piece, told: Told) -> bool:
    """Whether the last of its words that say what a number is say the same, and of no other thing."""
    keys = [token.name for token in piece.before if token.kind in KEYS and token.name != "request"]
    things = {token.name for token in piece.before if token.kind == "thing"} - {"request"}
    same = {told.thing, *told.names}
    same |= _WORKED_ON if same & _WORKED_ON else set()
    return bool(keys) and keys[-1] in same and things <= {told.thing}
