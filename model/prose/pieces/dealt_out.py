"""What is told 分别 is dealt out: each number of a row with its own of the words before the first."""

from collections.abc import Sequence
from itertools import takewhile
from operator import attrgetter
from typing import Final

from model.prose.pieces.draft import Draft
from model.prose.words.claim_words import Group
from model.prose.words.tokens import DEALT, DISPUTES, KEYS, Token

_THINGS: Final = (*DISPUTES, "licence", "penalty", "coercive")
_TELLING: Final = KEYS | {"unknown", "part", "deed", "compare"}
"""Kinds of words that tell what numbers are; without any, those before the comma do."""


def deal_out(pieces: Sequence[Draft]) -> None:
    """予以公开、部分公开分别为12件、4件: give each number its own of the words before it.

    Where the words cannot be dealt out one by one, the numbers are left without any.
    """
    for place, piece in enumerate(pieces):
        if piece.number is None or all(token.name != "respectively" for token in piece.before):
            continue
        row = [piece, *takewhile(_has_no_words, pieces[place + 1 :])]
        if len(row) > 1 and not _are_shares(row):
            told = any(token.kind in _TELLING for token in piece.before)
            _deal_out(row, piece.before if told else [*_named_ahead(pieces[:place]), *piece.before])


def _has_no_words(piece: Draft) -> bool:
    return piece.number is not None and not piece.before


def _are_shares(row: Sequence[Draft]) -> bool:
    """占比分别为62.5%、37.5%: shares of the numbers before, whose names are theirs."""
    words = row[0].before
    said = next((n for n, token in enumerate(words) if token.name == "share"), None)
    shares = all(piece.number is not None and piece.number.name == "%" for piece in row)
    # 分别占办结总数的: what stands behind is what they are shares of.
    return shares and said is not None and not any(token.kind in DEALT for token in words[:said])


def _named_ahead(before: Sequence[Draft]) -> list[Token]:
    """全部为自然人和企业提出，分别为36件、3件: what is dealt out may stand before the comma."""
    ahead = before[-1] if before else None
    return ahead.before if ahead is not None and ahead.number is None and not ahead.inner else []


def _deal_out(row: Sequence[Draft], words: Sequence[Token]) -> None:
    years = _years_told_of(words)
    if len(years) == len(row):
        told = [token for token in words[words.index(years[-1]) + 1 :] if token.name != "respectively"]
        for piece, year in zip(row, years, strict=True):
            piece.before = [year, *told]
        return
    names = [[token for token in words if token.kind == kind] for kind in DEALT]
    names.append([token for token in words if token.name in _THINGS])
    own = next((found for found in names if len(found) == len(row)), None)
    parts = _joined_parts(words)
    if own is not None:
        common = [token for token in words if token not in own and token.name != "join"]
        for piece, token in zip(row, own, strict=True):
            piece.before = sorted((*common, token), key=attrgetter("start"))
    elif len(parts) == len(row):
        _give_parts(row, parts)
    else:
        common = [token for token in words if token.name != "join"]
        for piece in row:
            piece.before = [*common, Token("unknown", "", words[0].start, words[0].end, "")]


def _give_parts(row: Sequence[Draft], parts: Sequence[Sequence[Token]]) -> None:
    """申请量、办结量较上年分别增加4件、5件: the year told with the first part, and the change behind the last, are of each."""
    whose = [token for token in parts[0] if token.kind in ("time", "who")]
    changed = [token for token in parts[-1] if token.kind in ("time", "compare")]
    changed = changed if any(token.kind == "compare" for token in changed) else []
    for piece, part in zip(row, parts, strict=True):
        begins = [] if part is parts[0] else whose
        piece.before = [*begins, *part, *([] if part is parts[-1] else changed)]


def _years_told_of(words: Sequence[Token]) -> list[Token]:
    """2022年、2023年分别收到: the years that words begin with, none where only one does, or they are told otherwise."""
    begun = list(takewhile(lambda token: bool(token.year) or token.is_in(Group.JOINS), words))
    years = begun[::2]
    joined = all(token.is_in(Group.JOINS) for token in begun[1::2]) and len(begun) % 2 == 1
    return years if joined and len(years) > 1 and all(token.year for token in years) else []


def _joined_parts(words: Sequence[Token]) -> list[list[Token]]:
    """收到、办结、结转分别为: what stands between 、 and 和."""
    parts: list[list[Token]] = [[]]
    for token in words:
        if token.name == "join":
            parts.append([])
        elif token.name != "respectively":
            parts[-1].append(token)
    return parts
