"""Lists of numbers that go on beyond a stop: 共30件。其中网上18件；信函12件。"""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import islice, pairwise, takewhile
from typing import Final

from model.prose.claim import Claim, Kind, Readings
from model.prose.claims.sentence_claims import sum_told
from model.prose.passages import HALF_STOPS, SENTENCE, squeezed
from model.prose.pieces.line import Line
from model.prose.pieces.piece import Piece
from model.prose.pieces.pieces import pieces_of
from model.prose.pieces.subject import Subject
from model.prose.sentences.sentence import read_sentence
from model.prose.sentences.sums import ends_list, is_way, sums_in, total_said, ways_in
from model.prose.total import Sum
from model.prose.words.claim_words import Group, vocabulary
from model.prose.words.lexing import tokens_of
from model.prose.words.numerals import Quantity
from model.prose.words.tokens import Words

_LONGEST: Final = 600
"""Characters of the longest list that is read."""
_STOP: Final = re.compile("[。；;！？!?]")
_FIGURE: Final = re.compile("[0-9０-９]+")
_LEAST_FIGURES: Final = 3
"""Figures of a total and two parts."""
_LEAST_WAYS: Final = 2
_MOST_OPENINGS: Final = 300
"""Words of a paragraph that may open a list of ways: more stand in none that people read."""
_CAME: Final = frozenset({"received", "taken", "channel"})
_LEFT: Final = frozenset({"carried_out", "pending", "open"})
_OTHER_KINDS: Final = frozenset({"applicant", "outcome"})
_WAYS_THEY_CAME: Final = (("收到申请总数",), ("收到申请总数", "上年结转申请数"))
_ALL_WAYS: Final = (*_WAYS_THEY_CAME, ("办结申请总数",))
_BY: Final = "本机关 · 收到 · 政府信息公开申请 · 本年 · 各种方式之和"


def claims_beyond_stops(paragraph: str, year: int) -> Iterator[tuple[Claim, ...]]:
    """Yield the claims of each list of a paragraph that goes on beyond a stop, or that is one of ways by its words."""
    for start, words in _lists(paragraph):
        yield tuple(_sums_over_stops(words, year, start))
    yield from _lists_of_ways(paragraph, year)


def _lists_of_ways(paragraph: str, year: int) -> Iterator[tuple[Claim, ...]]:
    """The claim of each list by the way in which applications came."""
    told = 0
    for match in islice(vocabulary().passages["by_way"].finditer(paragraph), _MOST_OPENINGS):
        words = match["list"]
        # Behind a stop within a list stands its rest, and no list of its own.
        if match.start() < told or not _may_tell_ways(words):
            continue
        of = _WAYS_THEY_CAME if vocabulary().passages["by_way_asked"].search(match[0]) else _ALL_WAYS
        ways = tuple(_ways(words, year, match.start("list"), of, sure=bool(match["by"])))
        told = max((told, *(claim.end for claim in ways)))
        yield ways


def _may_tell_ways(words: str) -> bool:
    """Whether the words have the numbers of a list and a way, so that it is worth reading them."""
    enough = len(_FIGURE.findall(words)) >= _LEAST_WAYS
    return enough and vocabulary().passages["way"].search(words) is not None


def _ways(words: str, year: int, at: int, of: Readings, *, sure: bool) -> Iterator[Claim]:
    """从申请方式看，网上7件，信函6件: a list by the way in which they came leaves none out, unless it says so.

    `sure`: it is told to be by the way in which they came.
    """
    plain = squeezed(_STOP.sub(",", words))
    _, lines = read_sentence(plain.words, Subject("application", 0, when=year), year, listed=False)
    counted = [line for line in lines if line.piece.number is not None and line.piece.number.name != "%"]
    first = list(takewhile(lambda line: is_way(line.piece), counted))
    parts = tuple(part for part in ways_in(first) if part.low == part.high)
    units = {part.unit for part in parts}
    goes_on = len(first) < len(counted) and not _is_of_another_kind(counted[len(first)].piece)
    if goes_on or len(parts) < max(_LEAST_WAYS, len(first)) or not units <= vocabulary().units["application"]:
        return
    total = sum((part.low for part in parts), Decimal(0))
    whole = Quantity(parts[0].start, parts[-1].end, total, total, parts[0].unit)
    yield Claim(
        "N14",
        lines[0].piece.start,
        whole.end,
        "",
        whole,
        of,
        kind=Kind.WAYS,
        read=_BY,
        sure=sure,
        parts=parts,
    ).restored(plain, words, at)


def _is_of_another_kind(piece: Piece) -> bool:
    """Whether what is told behind a list of ways is none of it: who applied, what became of it, or something new."""
    return ends_list(piece) or not piece.before.kinds.isdisjoint(_OTHER_KINDS)


def _lists(paragraph: str) -> Iterator[tuple[int, str]]:
    """Where parts may be told beyond a stop, and the words there: 共30件。其中网上18件；信函12件。"""
    if "其中" not in paragraph:
        return
    lists: list[tuple[int, int]] = []
    for match in SENTENCE.finditer(paragraph):
        start, end = lists[-1] if lists else (0, 0)
        if end and (
            paragraph[end - 1] in HALF_STOPS or vocabulary().passages["parts_follow"].match(match[0])
        ):
            lists[-1] = start, match.end()
        else:
            lists.append(match.span())
    for start, end in lists:
        if "其中" in paragraph[start:end] and _STOP.search(paragraph, start, end - 1):
            yield start, paragraph[start:end]


def _sums_over_stops(words: str, year: int, at: int) -> Iterator[Claim]:
    """The totals whose parts, told with stops between, make up another number; those of one sentence are told already.

    Where only some parts are parted by stops, others are parts of parts: 其中直接起诉12件，纠正1件；复议后起诉6件.
    """
    if len(words) > _LONGEST or len(_FIGURE.findall(words)) < _LEAST_FIGURES:
        return
    plain, stops = squeezed(_STOP.sub(",", words[:-1])), squeezed(words)
    if not _may_go_on(plain.words, stops.words, year):
        return
    _, lines = read_sentence(plain.words, Subject(when=year), year, listed=False)
    for entry in sums_in(lines, vocabulary()):
        numbers = (
            (entry.quantity, *entry.parts) if entry.quantity.end <= entry.parts[0].start else entry.parts
        )
        stopped = [bool(_STOP.search(stops.words, one.end, other.start)) for one, other in pairwise(numbers)]
        ways = len(ways_in(lines)) == len(entry.parts)
        if any(stopped) and (ways or len(set(stopped[1:])) == 1) and not _is_one_of(entry, lines):
            yield sum_told(entry).restored(plain, words, at)


def _may_go_on(words: str, stops: str, year: int) -> bool:
    """Whether a list may go on beyond a stop: its next number is no new thing, or totals or what is left are told as well."""
    tokens = tokens_of(words, year)
    if _may_be_left(tokens):
        return True
    numbered = [(piece, piece.number, depth) for piece, depth in _flat(pieces_of(tokens), 0) if piece.number]
    return any(total_said(piece) is not None for piece, _, _ in numbered) or any(
        _STOP.search(stops, one.end, other.start) is not None
        and (depth > 0 or other.name == "%" or piece.compares or not ends_list(piece))
        for (_, one, _), (piece, other, depth) in pairwise(numbered)
        if one is not None and other is not None
    )


def _may_be_left(words: Words) -> bool:
    """Whether it may be told what came in, what of it was answered and what is left."""
    left = words.names & _LEFT or Group.LEFT_OVER in words.groups
    return bool(left) and "handled" in words.names and bool(words.names & _CAME)


def _flat(pieces: Iterable[Piece], depth: int) -> Iterator[tuple[Piece, int]]:
    """The pieces with those in their brackets, each with the brackets that it stands in."""
    for piece in pieces:
        yield piece, depth
        yield from _flat(piece.inner, depth + 1)


def _is_one_of(entry: Sum, lines: Sequence[Line]) -> bool:
    """Whether others of its unit are told before a total, so that it is open whose parts follow the stop."""
    before = [line.piece.number for line in lines if line.piece.number is not None]
    return any(
        number.start < entry.quantity.start and number.name == entry.quantity.unit for number in before
    ) and not any(
        line.told for line in lines if line.piece.number and line.piece.number.told is entry.quantity
    )
