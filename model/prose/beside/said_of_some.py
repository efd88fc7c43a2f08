"""Numbers of which the words behind them say something that need not hold of all: none is the whole of its kind."""

from collections.abc import Sequence
from typing import Final

from model.prose.pieces.line import Line
from model.prose.words.claim_words import Group
from model.prose.words.tokens import Words

_OF_NONE: Final = frozenset({"none"})
"""Names of words behind which it is denied of each: 30件无一超期."""
_PREDICATES: Final = frozenset({"unknown", "time"})
"""Kinds of words that behind a number say what it is about, or of when."""


def leave_said_of_some(lines: Sequence[Line]) -> None:
    """Take back what is told of some, as the words behind the number show."""
    for line, after in zip(lines, (*lines[1:], None), strict=True):
        told, behind = line.told, line.piece.behind
        counted = told is not None and told.thing == "application" and told.names == ("told",)
        if counted and (_is_about(behind) or (not behind and _is_related(after))):
            line.told = None


def _is_about(behind: Words) -> bool:
    """申请11件涉及征地，26件来自本地居民: counted by what they are about or who sent them, not all or most of them."""
    of_all = Group.OF_ALL in behind.groups or Group.NOT_OF_ALL in behind.groups
    if of_all or not behind.names.isdisjoint(_OF_NONE):
        return False
    about = Group.CONCERNS in behind.groups or "arose" in behind.names
    return about or not behind.kinds.isdisjoint(_PREDICATES)


def _is_related(after: Line | None) -> bool:
    """申请11件与征地有关: what they have to do with stands apart, as 与 joins what is told."""
    if after is None or after.piece.number is not None or not after.piece.mark:
        return False
    return after.piece.mark not in ",、:" and "arose" in after.piece.before.names
