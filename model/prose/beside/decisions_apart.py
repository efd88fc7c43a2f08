"""Decisions told by kinds beside each other: the name that one kind shares with all of them stands for that kind alone."""

from collections.abc import Sequence
from itertools import takewhile

from model.prose.pieces.line import Line
from model.prose.words.claim_words import Group, vocabulary
from model.prose.words.tokens import Words


def tell_kinds_of_decisions(lines: Sequence[Line]) -> None:
    """强制措施51件、强制执行17件: beside another kind of coercion, the first is a kind as well.

    So is 作出行政处罚247件、当场处罚100件.
    """
    short = vocabulary().short
    for place, line in enumerate(lines):
        told = line.told
        names = [name for name, thing in short.items() if told is not None and thing == told.thing]
        if told is None or told.dimension or not names:
            continue
        row = [other for other in _row_behind(place, lines) if other.told is None]
        if any(_names_kind(other.piece.before, names, told.thing) for other in row):
            line.told = told._replace(dimension="share", sure=False)


def _row_behind(place: int, lines: Sequence[Line]) -> list[Line]:
    depth = lines[place].depth
    return [*takewhile(lambda line: _goes_on(line, depth), lines[place + 1 :])]


def _goes_on(line: Line, depth: int) -> bool:
    """Whether a number stands in the row: joined to the one before, or behind a comma and with no deed of its own."""
    piece = line.piece
    joined = bool(piece.mark) and piece.mark in vocabulary().groups[Group.JOINS]
    bare = piece.mark == "," and "action" not in piece.before.kinds
    return line.depth == depth and piece.number is not None and not line.subject.among and (joined or bare)


def _names_kind(words: Words, names: Sequence[str], thing: str) -> bool:
    """Whether the words name a kind of the same decisions, and of this office: 强制执行, 变更许可, 行政强制执行."""
    if words.kinds & {"who", "deed"}:
        return False
    open_words = [token for token in words if token.kind == "unknown"]
    same = any(token.kind == "thing" and token.name == thing for token in words)
    return any(same or any(name in token.words for name in names) for token in open_words)
