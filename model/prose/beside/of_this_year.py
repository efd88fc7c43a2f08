"""What became of those that came this year alone: 新收57件，当年办结55件. The tables count what was carried in with them."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from model.prose.pieces.line import Line
from model.prose.pieces.piece import Piece
from model.prose.pieces.subject import Told
from model.prose.words.claim_words import Group, vocabulary
from model.prose.words.codes import HANDLED, OUTCOME, RECEIVED
from model.prose.words.tokens import Token

_CAME: Final = ("received", "taken")
_MAY_HAVE_COME: Final = (*_CAME, "told")
_ASKED: Final = ("application", "request")
_ANSWERED: Final = "handled"
_ALL: Final = frozenset({"handled", "processed", "carried_in", "due"})
"""Behind such a number what is told is no longer told of those that came alone."""
_COURSE: Final = "course"
_CARRIED_IN: Final = ("上年结转申请数",)


def tell_this_years(lines: Sequence[Line]) -> None:
    """Read what became of those that came this year as all but some of those that were carried in."""
    came = new = counted = False
    for place, line in enumerate(lines):
        before, counted = counted, counted or line.piece.number is not None
        told, newly = line.told, Group.NEWLY_COME in line.piece.before.groups
        if told is None and newly and line.piece.number is not None:
            came = new = True
        if told is None and _are_so_many(line, lines[place + 1 :]):
            came = True
        if told is None or told.thing != "application":
            continue
        if line.depth == 0 and told.names[0] in _MAY_HAVE_COME and not told.dimension:
            came, new = len(told.names) == 1, newly
        beside = told.names == (_ANSWERED,) and _last_years_follow(lines[place + 1 :])
        if _came_and_ended(line.piece, told, line.subject.action):
            line.told = _all_but_carried_in(told)
        elif beside or (came and (_is_of_those(line, told, new=new) or _is_made_up(lines, place))):
            line.told = told._replace(dimension=_COURSE, less=_CARRIED_IN, sure=False)
        elif before and told.names == (_ANSWERED,) and not told.dimension and _is_rest(line):
            line.told = told._replace(dimension=_COURSE, sure=False)
        if told.names[0] in _ALL:
            came = False


def leave_last_years(lines: Sequence[Line]) -> None:
    """办结58件，其中本年55件，上年3件: of those carried in, and not what was handled last year."""
    for before, line in pairwise(lines):
        told = line.told
        this = [token.name for token in before.piece.before if token.kind == "time"] == ["this"]
        inside = line.subject.among and before.piece.before.kinds.isdisjoint({"action", "carry"})
        if (
            told is not None
            and inside
            and this
            and told.code == HANDLED
            and _names_last_year_alone(line.piece)
        ):
            line.told = None


def _names_last_year_alone(piece: Piece) -> bool:
    return [token.name for token in piece.before if token.kind != "filler"] == ["last"]


def _is_of_those(line: Line, told: Told, *, new: bool) -> bool:
    """Whether they were handled in the year in which they came, or among those; results are where all came `new`."""
    if told.dimension:
        # 其中直接答复5件: some of them for another reason.
        return False
    if told.names != (_ANSWERED,):
        return new and told.code == OUTCOME
    return _is_rest(line) or Group.SAME_YEAR in line.piece.tokens.groups or line.subject.among


def _are_so_many(line: Line, behind: Sequence[Line]) -> bool:
    """98件申请均已答复, 98件中有92件办结: whether what follows tells what became of so many."""
    words = [token for token in line.piece.behind if token.kind != "filler"]
    named = bool(words) and (words[0].name in _ASKED or words[0].is_in(Group.INSIDE))
    return line.piece.number is not None and named and not line.depth and bool(behind)


def _is_made_up(lines: Sequence[Line], place: int) -> bool:
    """98件申请办结92件，结转6件: whether those handled and those left over are so many as were told before."""
    before, told, after = lines[place - 1] if place else None, lines[place].told, lines[place + 1 : place + 2]
    left = after[0].told if after else None
    if (
        before is None
        or before.piece.number is None
        or before.piece.number.told is None
        or before.told is not None
    ):
        return False
    if told is None or left is None or told.names != (_ANSWERED,) or left.names != ("carried_out",):
        return False
    return told.quantity.low + left.quantity.low == before.piece.number.told.low


def _last_years_follow(behind: Sequence[Line]) -> bool:
    """办结92件，另办结上年结转3件: whether those carried in are handled beside them, and not among them."""
    line = behind[0] if behind else None
    if line is None or line.told is None or line.told.names != ("carried_in",):
        return False
    words = line.piece.before
    return _ANSWERED in words.names and "among" not in words.names and not line.subject.among


def _is_rest(line: Line) -> bool:
    """除2件转入下年外，其余55件均已办结: all but those told before, and never all that was handled."""
    return bool(line.piece.before.groups & {Group.OTHERS, Group.LEFT_OVER})


def _came_and_ended(piece: Piece, told: Told, done_before: str) -> bool:
    """当年收到、当年办结, 办结新收, 新收的申请办结: whether those that came and were handled are told by one number."""
    if told.code == RECEIVED and done_before == _ANSWERED and not piece.before:
        # 办结98件，92件为本年新收
        return True
    words = [token for token in piece.before if token.kind != "filler" or token.words == "的"]
    done = [n for n, token in enumerate(words) if token.name in (*_CAME, _ANSWERED)]
    if told.code not in (RECEIVED, HANDLED) or len(done) != len(_CAME):
        return False
    first, last = (words[n] for n in done)
    if {first.name, last.name} <= {*_CAME} or first.name == last.name:
        return False
    between = words[done[0] + 1 : done[1]]
    if first.name == _ANSWERED:
        return not [token for token in between if token.kind != "time"]
    apart = any(token.kind == "thing" or token.words == "的" for token in between)
    return apart or _names_the_same_year(between)


def _names_the_same_year(words: Sequence[Token]) -> bool:
    return any(token.is_in(Group.SAME_YEAR) for token in words)


def _all_but_carried_in(told: Told) -> Told:
    meaning = vocabulary().meanings["application"][_ANSWERED]
    return told._replace(names=(_ANSWERED,), code=meaning.code, says=meaning.says, readings=meaning.readings,
        dimension=_COURSE, less=_CARRIED_IN, sure=False,
    )  # fmt: skip
