"""What is told apart by years: applications handled, of which the tables count both years in one, and results of another."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from model.prose.pieces.line import Line
from model.prose.pieces.piece import Piece
from model.prose.words.claim_words import Group
from model.prose.words.codes import HANDLED, RECEIVED, RESULT
from model.prose.words.tokens import Token

_CARRIED_IN: Final = "carried_in"
_CARRIED_OUT: Final = "carried_out"
_OPEN: Final = (_CARRIED_OUT, "pending", "either")
_JOINS: Final = "和及与"


def leave_years_apart(lines: Sequence[Line]) -> None:
    """Leave open what may be told of the applications of one year.

    收到98件，办结92件，结转6件: those of this year, where others may have been carried in.
    """
    told_of = [line.told for line in lines if line.told is not None]
    received = {told.quantity.low for told in told_of if told.code == RECEIVED}
    still_open = {number for line in lines if (number := _still_open(line)) is not None}
    carried = any(_CARRIED_IN in told.names for told in told_of)
    of_this_year = {whole - rest for whole in received for rest in still_open if rest and not carried}
    for line, after in zip(lines, (*lines[1:], None), strict=True):
        told, piece = line.told, line.piece
        if told is None or told.code != HANDLED:
            continue
        if are_of_one_year(piece.behind) or _is_of_last_year(piece) or _goes_on_with_last_year(piece, after):
            line.told = None
        elif told.quantity.low == told.quantity.high and told.quantity.low in of_this_year:
            line.told = told._replace(dimension=told.dimension or "course", sure=False)
    _leave_joined(lines)
    _leave_answered_since(lines)
    for place, line in enumerate(lines):
        if line.told is not None and line.told.code == RESULT and goes_on_with_another_year(place, lines):
            line.told = None


def goes_on_with_another_year(place: int, lines: Sequence[Line]) -> bool:
    """Return whether a sentence has told of another year alone until here: 去年复议2件，维持2件，无诉讼."""
    line = lines[place]
    years = {other.told.when for other in lines[:place] if other.told is not None and not other.depth}
    return bool(years) and line.subject.when not in years and "time" not in line.piece.before.kinds


def _still_open(line: Line) -> Decimal | None:
    """How many a line tells, or may tell, to be open still at the end of the year: 结转下年6件, 6件结转."""
    number, words = line.piece.number, line.piece.tokens
    opened = (
        line.told.names[0] in _OPEN
        if line.told
        else "carry" in words.kinds and _CARRIED_IN not in words.names
    )
    return number.told.low if opened and number is not None and number.told is not None else None


def _leave_answered_since(lines: Sequence[Line]) -> None:
    """结转7件，其中5件已于2025年1月答复; 其余7件: what was answered since may be some of those left over."""
    left: Decimal | None = None
    for line in lines:
        told, number = line.told, line.piece.number
        if (
            told is not None
            and told.names == (_CARRIED_OUT,)
            and left is not None
            and told.quantity.low < left
            and any(
                token.kind == "carry" and token.ends_in(Group.SAYS_HANDLED) for token in line.piece.tokens
            )
        ):
            line.told = None
        rest = told is None and not line.piece.before.groups.isdisjoint((Group.OTHERS, Group.LEFT_OVER))
        if rest and number is not None and number.told is not None:
            left = number.told.low
        elif told is not None and told.names[0] in _OPEN:
            left = told.quantity.low


def are_of_one_year(behind: Sequence[Token]) -> bool:
    """Return whether the words behind a number name the year it came from: 办结92件本年申请和6件上年申请."""
    words = behind[:2]
    return len(words) > 1 and words[0].kind in ("time", "carry") and words[1].kind == "thing"


def _is_of_last_year(piece: Piece) -> bool:
    """加上办结上年6件: what was handled of last year's, and not what last year has handled."""
    words = [(token.kind, token.name) for token in piece.before[-2:]]
    return words == [("action", "handled"), ("time", "last")]


def _goes_on_with_last_year(piece: Piece, after: Line | None) -> bool:
    """办结本年申请107件、上年结转申请7件: what came in one year, and what came from the other right behind it."""
    if after is None or after.piece.mark == "," or "action" in after.piece.before.kinds:
        return False
    words = [token.kind for token in piece.before]
    of_year = "action" in words and "time" in words[words.index("action") :]
    return of_year and "carry" in after.piece.before.kinds


def _leave_joined(lines: Sequence[Line]) -> None:
    """上年结转的6件和本年收到的92件均已办结: those that came and were handled."""
    for line, after in pairwise(lines):
        carried = line.told is not None and line.told.names == ("carried_in",)
        joined = bool(after.piece.mark) and after.piece.mark in _JOINS
        came = after.told is not None and after.told.code == RECEIVED
        if carried and joined and came and "handled" in after.piece.behind.names:
            after.told = None
