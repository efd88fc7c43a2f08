"""Offices that a piece of a sentence names before what was done."""

from typing import Final

from model.prose.pieces.piece import Piece
from model.prose.words.claim_words import Group, vocabulary
from model.prose.words.tokens import Token

_SHORT_NAME: Final = 2
_CONCLUDED: Final = "concluded"


def named_office(piece: Piece) -> str:
    """Return the office named before what was done, 县教育局收到, or what came about, 县教育局因…被复议; "" if none is."""
    name = "".join(token.words for token in naming(piece))
    # 质量监督站未收到申请: what has done nothing may be a body of the office as well.
    ends = Group.BODIES_END if "none" in piece.before.names else Group.OFFICE_ENDS
    return name if len(name) > _SHORT_NAME and name.endswith(vocabulary().groups[ends]) else ""


def naming(piece: Piece) -> list[Token]:
    """The words before what was done, or before the applications told of, that may be an office's name."""
    if "unknown" not in piece.before.kinds:
        return []
    done = [n for n, token in enumerate(piece.before) if token.kind == "action" or token.name == _CONCLUDED]
    told_of = [n for n, token in enumerate(piece.before) if token.name == "application"]
    caused = [n for n, token in enumerate(piece.before) if token.is_in(Group.CAUSE)]
    end = min((*(done or told_of)[:1], *caused[:1]), default=0)
    words = list(piece.before[:end])
    while words and _comes_between(words[-1]):
        words.pop()
    first = next((n for n, token in enumerate(words) if token.kind == "unknown"), len(words))
    return words[first:]


def _comes_between(token: Token) -> bool:
    """Whether it stands between a name and what was done, or denied."""
    manner = token.kind in ("filler", "time") and not token.ends_in(Group.OFFICE_ENDS)
    return manner or token.name == "none"
