"""What was answered, told of some alone: of this year's beside last year's, or as one end beside others."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from model.prose.pieces.line import Line
from model.prose.pieces.subject import Told
from model.prose.words.claim_words import Vocabulary
from model.prose.words.codes import APPLICANT, CARRIED, OUTCOME, ROWS

_HANDLED: Final = ("handled",)
_CAME_IN: Final = (("received",), ("taken",), ("told",))
_DEALT_WITH: Final = frozenset({"processed", "handled"})
_LEFT: Final = ("carried_out",)
_COURSE: Final = "course"
_WAYS: Final = ("answer", "course", "haste")
"""Names of words that say how something was dealt with."""
_ANSWERED: Final = "答复"
_SLIP: Final = 2
"""So far away from what came in may be what one of the ends makes it that is a slip of the pen."""


def tell_answers_apart(lines: Sequence[Line], known: Vocabulary) -> None:
    """Read what was answered beside what else is told of those that came in."""
    answers = [line for line in lines if line.told is not None and line.told.names == _HANDLED]
    for line in answers:
        told = line.told
        if told is None or told.dimension:
            continue
        if _is_one_way(line, lines):
            line.told = told._replace(dimension=_COURSE, sure=False)
            continue
        came = _came(line, lines)
        if came is not None and _tells_last_years(line, lines):
            line.told = _of_this_year(told, came, _carried_out(line, lines), known)
        elif came is not None and _is_one_end(line, lines, came):
            line.told = None


def _is_one_way(line: Line, lines: Sequence[Line]) -> bool:
    """3件当场办结，25件在法定期限内办结: whether how so many were dealt with is told, beside others dealt with otherwise."""
    if "handled" in line.piece.before.names or line.subject.among:
        return False
    beside = (other for other, _ in _beside(line, lines) if not other.subject.among)
    return any(
        (other.told is None or bool(other.told.dimension)) and not other.piece.behind.names.isdisjoint(_WAYS)
        for other in beside
    )


def _of_this_year(told: Told, came: Decimal, left: Decimal | None, known: Vocabulary) -> Told:
    """受理30件，办结30件，另办结上年结转1件: this year's, all or, where the others are told to be left, some of them."""
    if told.quantity.low == came:
        received = known.meanings["application"]["received"].readings
        return told._replace(readings=(*told.readings, *received), sure=False)
    some = left is not None and left > 0 and told.quantity.low + left == came
    return told._replace(dimension=_COURSE, sure=False) if some else told


def _is_one_end(line: Line, lines: Sequence[Line], came: Decimal) -> bool:
    """受理12件，答复7件，撤回5件: the ends make up what came in only together with what was answered.

    What was not taken in was not answered: 受理12件，答复7件，不予受理4件.
    """
    told = line.told
    answered = any(token.words.endswith(_ANSWERED) for token in line.piece.before)
    if told is None or not answered:
        return False
    ends = list(_ends_behind(line, lines))
    if any(_is_refused(end) for end, _ in ends):
        return True
    summed = sum((number for _, number in ends), Decimal(0))
    answered_alone = told.quantity.low
    left = abs(answered_alone + summed - came)
    nearer = left <= abs(summed - answered_alone)
    # 答复14件，其余2件仍在办理: what is left is no end beside it.
    ended = any(end.told is None or end.told.code not in CARRIED for end, _ in ends)
    return ended and answered_alone < came and left <= _SLIP and nearer


def _is_refused(line: Line) -> bool:
    return "unknown" in line.piece.before.kinds and "taken" in line.piece.before.names


def _beside(line: Line, lines: Sequence[Line]) -> Iterator[tuple[Line, Decimal]]:
    """The other numbers of applications that are told at the depth of a line."""
    for other in lines:
        number = other.piece.number
        if number is None or number.told is None or other is line or other.depth != line.depth:
            continue
        if number.name != "%" and not other.piece.compares:
            yield other, number.told.low


def _came(line: Line, lines: Sequence[Line]) -> Decimal | None:
    told = (number for other, number in _beside(line, lines) if other.told and _tells_all(other.told))
    return next(told, None)


def _tells_all(told: Told) -> bool:
    """Whether it is what came in, or came from several kinds of applicants: 自然人、企业申请30件."""
    return told.names in _CAME_IN or (told.code == APPLICANT and len(told.names) > 1)


def _tells_last_years(line: Line, lines: Sequence[Line]) -> bool:
    """另办结上年结转1件: whether it is told beside a line how many of those that were carried in were dealt with."""
    return any(
        "carried_in" in other.piece.tokens.names
        and not other.piece.tokens.names.isdisjoint(_DEALT_WITH)
        and not other.subject.among
        for other, _ in _beside(line, lines)
    )


def _carried_out(line: Line, lines: Sequence[Line]) -> Decimal | None:
    left = (number for other, number in _beside(line, lines) if other.told and other.told.names == _LEFT)
    return next(left, None)


def _ends_behind(line: Line, lines: Sequence[Line]) -> Iterator[tuple[Line, Decimal]]:
    """The numbers behind a line that tell other ends, as far as they go on."""
    place = next(n for n, other in enumerate(lines) if other is line)
    for other, number in _beside(line, lines[place:]):
        code = other.told.code if other.told is not None else ""
        ends = code in (OUTCOME, *ROWS) or "part" in other.piece.before.kinds
        if other.subject.among or not (ends or _is_refused(other)):
            return
        yield other, number
