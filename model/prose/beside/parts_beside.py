"""Numbers that are parts for what stands beside them: of those that came in, by one way, in time or late."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from model.prose.pieces.line import Line
from model.prose.pieces.subject import Told
from model.prose.words.claim_words import Group, vocabulary
from model.prose.words.codes import RECEIVED, ROWS

_ALL: Final = frozenset({"received", "taken", "processed", "handled", "told"})
_CAME: Final = ("received", "taken")


def tell_parts(lines: Sequence[Line]) -> None:
    """Mark the parts of a sentence, and the one that is a whole for want of others."""
    _leave_unscreened(lines)
    _share_out(lines)
    _beside_carried(lines)
    _within(lines)
    _take_up(lines)
    _go_on_with_part(lines)
    _all_in_time(lines)


def _share_out(lines: Sequence[Line]) -> None:
    """废止6件，宣布失效5件: the same told twice with two numbers, so each may be a part; 不掌握1件 beside 不存在1件 as well.

    So is 废止1件 beside 失效5件, which the table may count with it.
    """
    told = [line.told for line in lines if line.told is not None and not line.told.dimension]
    absent = any(line.told is not None and line.told.names == ("absent",) for line in lines)
    lapsed = any(
        line.told is None and line.piece.number and Group.LAPSED in line.piece.before.groups for line in lines
    )
    for line in lines:
        own = line.told
        twice = own is not None and any(
            other.quantity.low != own.quantity.low and _is_same(other, own)
            for other in told
            if other is not own
        )
        beside = own is not None and absent and own.names[0].startswith("unavailable_")
        beside = beside or (own is not None and lapsed and own.names == ("repealed",))
        if own is not None and (twice or beside):
            line.told = own._replace(dimension="share", sure=False)


def _beside_carried(lines: Sequence[Line]) -> None:
    """办结上年结转3件、本年新收27件: both are those of the number that were handled; others may be open still."""
    joins = vocabulary().groups[Group.JOINS]
    for line, after in pairwise(lines):
        handled = line.told is not None and (line.told.names, line.told.dimension) == (
            ("carried_in",),
            "course",
        )
        told = after.told
        if handled and after.piece.mark in joins and told is not None and told.code == RECEIVED:
            after.told = told._replace(dimension="course", sure=False)


def _within(lines: Sequence[Line]) -> None:
    """收到28件（其中依申请公开25件，重复申请3件）: what is named again without a deed, among what was told of it, is a part."""
    whole: Line | None = None
    handled = False
    for line in lines:
        told = line.told
        if line.piece.number is not None and not line.subject.among:
            handled = told is None and "handled" in line.piece.before.names
        if handled and told is not None and told.names[0] in _CAME and line.subject.among:
            # 答复58件，其中上年结转3件、本年新收55件: where it is not said what was answered, these are some of it as well.
            line.told = told._replace(dimension="among", sure=False)
            continue
        if told is None or told.thing != "application" or told.names[0] not in _ALL:
            continue
        inside = line.depth > (whole.depth if whole else 0) or line.subject.among
        if len(told.names) > 1 and line.subject.among:
            # 229件中当年新收并办结217件: both, and so the whole of neither.
            line.told = told._replace(dimension="among", sure=False)
        elif whole is None or not inside:
            whole = whole if line.subject.among else line
        elif _came_among(told, whole) or "action" not in line.piece.before.kinds:
            line.told = told._replace(dimension="among", sure=False)


def _came_among(told: Told, whole: Line) -> bool:
    """办结77件，其中当年新收72件; 新收78件中办结72件: of what was handled the one part, of what came in the other."""
    names = whole.told.names if whole.told is not None else ()
    inside = Group.INSIDE in whole.piece.behind.groups
    handled = inside and names == ("received",) and told.names == ("handled",)
    return handled or (names == ("handled",) and told.names[0] in _CAME)


def _leave_unscreened(lines: Sequence[Line]) -> None:
    """收到62件，剔除重复5件，受理57件: what came before some were taken out, or was but registered, is in no table."""
    for place, line in enumerate(lines):
        told = line.told
        if told is None or told.code != RECEIVED:
            continue
        if place and _takes_out(lines[place - 1]):
            line.told = told._replace(dimension="among", sure=False)
        if told.names != ("received",):
            continue
        behind = [other for other in lines[place + 1 :] if other.depth == line.depth]
        fewer = [
            other.told
            for other in behind
            if other.told and other.told.code == RECEIVED and _is_more(told, other.told)
        ]
        out = any(token.contains(Group.SCREENED) for other in behind for token in other.piece.before)
        registered = Group.REGISTERED in line.piece.before.groups
        accounted = _is_accounted_for(told, fewer, behind)
        if (fewer and (out or registered or accounted)) or any(_is_merged(told, other) for other in behind):
            line.told = None
        for other in behind if accounted else ():
            # 收到57件，撤回39件，受理18件: it stays open which of the two the tables have.
            if other.told in fewer and other.told and other.told.names == ("taken",):
                other.told = other.told._replace(dimension="taken", sure=False)


def _is_merged(came: Told, line: Line) -> bool:
    """收到33件，合并相同申请后为30件: whether what came was made into fewer, which the tables count."""
    number = line.piece.number
    merged = Group.MERGED in line.piece.before.groups
    return merged and number is not None and number.told is not None and number.told.low < came.quantity.low


def _is_accounted_for(whole: Told, fewer: Sequence[Told], behind: Sequence[Line]) -> bool:
    """收到62件，其中不属于政府信息公开申请的5件，实际受理57件: whether what is told of nothing else is what lacks."""
    others = [
        line.piece.number.told.low
        for line in behind
        if line.told is None and line.piece.number is not None and line.piece.number.told is not None
    ]
    return any(whole.quantity.low - told.quantity.low in others for told in fewer)


def _takes_out(line: Line) -> bool:
    """扣除集中申请后，受理171件: whether a clause without a number takes some out, so that what follows may be the others."""
    screened = any(token.contains(Group.SCREENED) for token in line.piece.before)
    return line.piece.number is None and screened


def _take_up(lines: Sequence[Line]) -> None:
    """收到57件，撤回39件，受理18件: beside another number that came in, those taken up are a part of it."""
    came = [line.told for line in lines if line.told is not None and line.told.names == ("received",)]
    for line in lines:
        told = line.told
        if told is not None and told.names == ("taken",) and any(_is_more(other, told) for other in came):
            line.told = told._replace(dimension="taken", sure=False)


def _go_on_with_part(lines: Sequence[Line]) -> None:
    """受理线上申请65件，办结62件: behind a part that came in by itself, what became of it is told of that part.

    Behind a total of all ways it is told of all: 网上申请65件，信函3件，合计68件，办结66件.
    """
    part = ""
    whole = False
    for line in lines:
        told = line.told
        way = line.piece.number is not None and "channel" in line.piece.before.names
        if line.piece.number is not None and "total" in line.piece.before.names:
            part, whole = "", True
        if told is None and way and not whole and not line.subject.among:
            part = "channel"
        if told is None or told.thing != "application":
            continue
        named = bool(line.piece.before.names & {"application", "request"})
        if told.code == RECEIVED:
            whole = whole or told.dimension != "channel"
            part = "" if whole or line.subject.among else told.dimension
        elif part and told.code in ROWS and not named and not told.dimension:
            line.told = told._replace(dimension=part, sure=False)


def _all_in_time(lines: Sequence[Line]) -> None:
    """受理54件，按时办结54件: all that was handled, where none are told beside it that were late or are the rest."""
    late = any(
        line.piece.number is not None and line.piece.tokens.groups & {Group.LATE, Group.OTHERS}
        for line in lines
    )
    came = any(line.told is not None and line.told.code == RECEIVED for line in lines)
    for line in lines if came and not late else ():
        told = line.told
        if (
            told is not None
            and told.dimension == "haste"
            and told.names == ("handled",)
            and not line.subject.among
        ):
            line.told = told._replace(dimension="")


def _is_more(one: Told, other: Told) -> bool:
    return (one.when, one.who) == (other.when, other.who) and one.quantity.low > other.quantity.high


def _is_same(one: Told, other: Told) -> bool:
    return (one.thing, one.names, one.when, one.who) == (other.thing, other.names, other.when, other.who)
