"""Disputes told by kinds: what decisions they were about, and those over disclosure among all."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from model.prose.pieces.line import Line, things_told
from model.prose.pieces.piece import Piece
from model.prose.words.claim_words import Group, vocabulary
from model.prose.words.tokens import DECISIONS, DISPUTES, Token, Words

_PAIR: Final = 2
_DISPUTED: Final = [[thing] for thing in DISPUTES]


def leave_kinds_of_disputes(lines: Sequence[Line]) -> None:
    """Take back what is told of all disputes, and of decisions that are only named as the kinds of these."""
    if things_told(lines).isdisjoint(DISPUTES) and not any(
        _names_disputes(line.piece.tokens) for line in lines
    ):
        return
    _leave_disputes_of_all_kinds(lines)
    _leave_decisions_disputed(lines)
    _leave_shares_of_results(lines)
    _share_results_behind(lines)
    _leave_results_behind(lines)
    _leave_open_ones(lines)


def _leave_open_ones(lines: Sequence[Line]) -> None:
    """上年3件未结复议均已审结: those that are still open are some of the disputes."""
    for line in lines:
        told, behind = line.told, line.piece.behind
        named = [token.name for token in behind[:_PAIR]]
        is_open = named[:1] == ["pending"] and named[1:] and named[1] in DISPUTES
        # 有1件复议经调解后撤回: there is one of which this is so.
        there_are = [token.words for token in line.piece.before] == ["有"] and named[:1] in _DISPUTED
        if (is_open or there_are) and told is not None and told.names == ("told",):
            line.told = None


def _share_results_behind(lines: Sequence[Line]) -> None:
    """14件复议、4件诉讼获维持: what became of the last of a row that is named behind its numbers became of all of it."""
    known = vocabulary()
    result = ""
    for line, after in reversed([*pairwise(lines)]):
        ends = [token.name for token in after.piece.behind if token.kind == "result"]
        mark = known.words.get(after.piece.mark)
        joined = after.piece.mark == "、" or (mark is not None and mark.name == "join")
        result = ends[0] if ends else result if joined else ""
        told = line.told
        named = line.piece.behind.names & {*DISPUTES} and "result" not in line.piece.tokens.kinds
        meaning = known.meanings[told.thing].get(result) if told is not None and named else None
        if joined and told is not None and told.names == ("told",) and meaning is not None:
            line.told = told._replace(
                names=(result,), code=meaning.code, says=meaning.says, readings=meaning.readings, sure=False
            )


def _leave_results_behind(lines: Sequence[Line]) -> None:
    """3件被复议纠正的案件中有2件: what became of them stands behind the disputes, so the number is none of all."""
    for line, after in pairwise(lines):
        words = after.piece.before
        behind = line.piece.behind.names & {*DISPUTES} and not after.piece.mark
        if behind and words and words[0].kind == "result" and line.told is not None:
            line.told = None


def _leave_shares_of_results(lines: Sequence[Line]) -> None:
    """答复被纠正19件（复议14件、诉讼5件）: reviews and suits that came to one result, and no number of all."""
    result: Line | None = None
    for line in lines:
        piece, told = line.piece, line.told
        inside = result is not None and (line.depth > result.depth or line.subject.among)
        if inside and told is not None and told.thing in DISPUTES and told.names == ("told",):
            line.told = None
        elif piece.number is not None and not inside:
            alone = "result" in piece.before.kinds and piece.before.names.isdisjoint(DISPUTES)
            result = line if alone and not line.subject.among else None


def _leave_disputes_of_all_kinds(lines: Sequence[Line]) -> None:
    """行政复议24件，行政诉讼16件，其中涉及信息公开的复议7件: what was told before the part was of every kind."""
    part = next(
        (place for place, line in enumerate(lines) if _is_part_over_disclosure(line, lines[:place])), 0
    )
    for line in lines[:part]:
        if line.told is not None and line.told.thing in DISPUTES and not _names_disclosure(line.piece):
            line.told = None


def _is_part_over_disclosure(line: Line, before: Sequence[Line]) -> bool:
    """Whether it tells those over disclosure among all; in a list of kinds it names nothing else: 行政处罚4件、信息公开2件."""
    if not _names_disclosure(line.piece):
        return False
    if line.subject.among and line.subject.thing in DISPUTES:
        return True
    things = {token.name for token in line.piece.tokens if token.kind == "thing"}
    number = line.piece.number
    return (
        things == {"information"}
        and number is not None
        and number.name in vocabulary().units["review"]
        and any(one.piece.number is not None and one.piece.before.names & {*DISPUTES} for one in before)
    )


def _names_disclosure(piece: Piece) -> bool:
    return "information" in piece.tokens.names


def _leave_decisions_disputed(lines: Sequence[Line]) -> None:
    """行政复议122件，其中行政处罚类41件; 复议29件（行政处罚7件）: behind disputes, what decisions they were about."""
    disputed = listed = False
    for place, line in enumerate(lines):
        words = line.piece.before
        told = line.told
        kinds = [one for one, other in pairwise(words) if other.words == "类"]
        listed = disputed and ("among" in words.names or (listed and line.piece.mark == "、"))
        kind = listed or any(_decides(one) for one in kinds) or _is_inside_disputes(line, lines[:place])
        if disputed and told is not None and told.thing in DECISIONS and kind:
            line.told = None
        disputed = disputed or _names_disputes(line.piece.tokens)


def _names_disputes(words: Words) -> bool:
    return not words.names.isdisjoint(DISPUTES) or Group.AT_COURT in words.groups


def _is_inside_disputes(line: Line, before: Sequence[Line]) -> bool:
    """Whether it stands in the bracket of a number of disputes."""
    owner = next((other for other in reversed(before) if other.depth < line.depth), None)
    return owner is not None and _names_disputes(owner.piece.tokens)


def _decides(token: Token) -> bool:
    return token.kind == "thing" and token.name in DECISIONS
