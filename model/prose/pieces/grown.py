"""What a clause of growth says itself has grown: 申请量比上年增长8.5% is read as 申请量 and a number would be.

Only where a clause names nothing, 比上年增长8.5%, is its growth that of what was told before. What it names in words that
tell nothing, 培训人次, is something else that has grown.
"""

from collections.abc import Iterable
from typing import Final

from model.prose.pieces.piece import TIMES, Piece
from model.prose.pieces.statements import read
from model.prose.pieces.subject import Subject, Told
from model.prose.words.claim_words import Group, Vocabulary
from model.prose.words.tokens import DISPUTES, KEYS, TELLING, Token, Words

_NAMING: Final = KEYS | TELLING | {"deed", "rate", "topic", "unknown"}
"""Kinds of words of which a clause that has one names what it tells of."""
_NAMES_NOTHING: Final = frozenset({"information"})
_ASIDE: Final = ("compare", "time")
"""Kinds of words that compare, and say nothing of what is compared."""
_RATIOS: Final = ("%", TIMES)
_COUNTED_IN: Final = ("件", "万元")
"""Units in which what has grown may be counted, where the growth is told in per cent or times."""


def names_something(words: Iterable[Token]) -> bool:
    """Return whether words name what a number is told of, in whatever words."""
    return any(token.kind in _NAMING and token.name not in _NAMES_NOTHING for token in words)


def names_what_grew(piece: Piece) -> bool:
    """Return whether a piece that compares names what it compares: before its number, or right behind it as 增加4件申请."""
    return names_something(piece.before) or (not _is_ratio(piece) and names_something(piece.near))


def names_the_whole(piece: Piece) -> bool:
    """Return whether it tells of the whole of what was spoken of, and does not name it: 总量比上年增长8.5%."""
    return Group.SUMMED in piece.before.groups


def what_grew(piece: Piece, subject: Subject, year: int, known: Vocabulary) -> Told | None:
    """Return what the words of a piece that compares say has grown, None where that is not certain or no whole of the tables."""
    number = piece.number
    if number is None or "unknown" in piece.before.kinds or "other" in piece.before.names:
        # 林权类申请增加6件, 民生类申请增加6件 tell of some.
        return None
    if _is_of_all_disputes(piece.before):
        return None
    before = _without_comparison(piece.before)
    behind = Words() if _is_ratio(piece) else _without_comparison(piece.near)
    for unit in _COUNTED_IN if _is_ratio(piece) else (number.name,):
        counted = Piece(piece.mark, before, number._replace(name=unit), behind)
        told = read(counted, subject._replace(when=year), known)
        if told is not None:
            return None if told.dimension else told
    return None


def _is_of_all_disputes(words: Words) -> bool:
    """行政复议案件总量上升21%: whether all disputes are told of, over whatever they are."""
    stock = bool(words.groups & {Group.STOCK, Group.SUMMED})
    return stock and not words.names.isdisjoint(DISPUTES) and "information" not in words.names


def _without_comparison(words: Words) -> Words:
    return Words([token for token in words if token.kind not in _ASIDE])


def _is_ratio(piece: Piece) -> bool:
    return piece.number is not None and piece.number.name in _RATIOS
