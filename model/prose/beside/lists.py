"""Lists of parts and the number that they hang on: behind 其中, behind 中, or in its bracket.

Table 三 has a row for what became of applications and a column for who applied. 不予公开5件，其中自然人4件 tells of the cell
where the two cross, and so does 自然人40件，其中不予公开4件.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from model.prose.pieces.line import Line, List
from model.prose.pieces.piece import Piece
from model.prose.pieces.subject import UNCLEAR, Part, Subject, Told, opens_list
from model.prose.words.claim_words import CROSS, Group, Reading, Vocabulary
from model.prose.words.codes import APPLICANT, CARRIED, CARRIED_IN, OUTCOME, RECEIVED, ROWS

_HANDLED: Final = ("handled",)
_TOLD_TWICE: Final = "share"
_AMONG: Final = "among"
_NAMING: Final = ("outcome", "carry", "applicant")


@dataclass(slots=True)
class _Level:
    """The lists of one depth of brackets: the one that goes on, of which kind its parts are, and what was told before."""

    list: List | None
    row: tuple[Line, ...] = ()
    before: tuple[Part, ...] = ()
    code: str = ""
    next: List | None = None
    """What a piece that ended with 中 opens."""
    bracket: List | None = None
    """What a bracket behind the last piece hangs on."""
    opened: bool = False

    def last(self) -> List | None:
        """What 其中 opens here."""
        if self.row:
            return List(self.row, self.before, sure=len(self.row) == 1 and not self.before)
        return List((), self.before, sure=False) if self.before else self.list


def tell_lists(lines: Sequence[Line], subject: Subject, known: Vocabulary) -> tuple[List | None, List | None]:
    """Give each line the list that it stands in. `subject`: what the sentence before left.

    Return the list that 其中 would open in the sentence behind, and the one that goes on behind a half stop, which may
    stand in a bracket.
    """
    top = _Level(List((), subject.parts, sure=False) if subject.parts else None, before=subject.told)
    levels = [top]
    for line in lines:
        del levels[line.depth + 1 :]
        while len(levels) <= line.depth:
            levels.append(_Level(levels[-1].bracket))
        _enter(levels[-1], line, known)
    return top.last(), levels[-1].list or top.list


def _enter(level: _Level, line: Line, known: Vocabulary) -> None:
    piece, told = line.piece, line.told
    if level.opened:
        level.list, level.code = level.next, ""
    if opens_list(piece):
        level.list, level.code = level.last(), ""
    code = told.code if told is not None else ""
    code = OUTCOME if code in ROWS else code
    ended = code and level.code and code != level.code
    if level.list is not None and ended and not (told is not None and _is_beyond(told, level.list)):
        level.list, level.code = None, ""
    if level.list is None and _goes_on(level.row, code):
        level.list, level.code = List(level.row, level.before), ""
    level.code = level.code or code
    line.list = level.list
    number = piece.number
    counts = number is not None and number.name in known.units["application"] and not piece.compares
    level.opened = piece.heads or piece.goes_inside
    if counts:
        joined = bool(level.row) and piece.mark in known.groups[Group.JOINS]
        level.row = (*level.row, line)
        level.bracket = List((line,), sure=True)
        level.next = level.last() if joined else level.bracket
    elif number is None:
        level.bracket = None
        level.next = _named(line, known)
    elif not piece.before.kinds.isdisjoint(_NAMING):
        level.bracket = _named(line, known)


def _goes_on(row: Sequence[Line], code: str) -> bool:
    """Whether parts may be told of the last number with no word that opens them: of 企业6件，办结5件 one alone goes before."""
    codes = [line.told.code if line.told is not None else "" for line in row[-2:]]
    if code == APPLICANT:
        return bool(codes) and codes[-1] in ROWS
    carried = codes[-1:] == [CARRIED_IN] and any(_tells_who(inner) for inner in row[-1].piece.inner)
    alone = codes[-1:] == [APPLICANT] and codes.count(APPLICANT) == 1
    return code == OUTCOME and (carried or alone)


def _tells_who(inner: Piece) -> bool:
    return "applicant" in inner.before.kinds


def _named(line: Line, known: Vocabulary) -> List | None:
    """不予公开的申请中: the part that a piece without a number names."""
    tokens = [
        token
        for token in line.piece.before
        if (token.kind in _NAMING or token.name == "handled") and token.name != "everybody"
    ]
    if not tokens:
        return None
    meanings = [known.meanings["application"].get(token.name) for token in tokens]
    found = [meaning for meaning in meanings if meaning is not None]
    if len(found) < len(meanings) or len({token.kind for token in tokens}) > 1:
        return List((), (UNCLEAR,), sure=True)
    together = tuple(name for meaning in found for name in meaning.readings[0])
    readings = found[0].readings if len(found) == 1 else (together,)
    names = tuple(token.name for token in tokens)
    return List((), (Part(found[0].code, names, found[0].says, readings),), sure=True)


def cross(lines: Sequence[Line]) -> None:
    """Read who applied within a row, and what became of those of a column, as the cells where they cross.

    Where it is not certain what a list hangs on, both are admitted; where that was not understood, nothing is told.
    """
    for line in lines:
        told = line.told
        if told is None or line.list is None or told.thing != "application":
            continue
        parts = line.list.parts()
        if told.names == ("received",) and line.list.sure and parts[-1].code == APPLICANT:
            line.told = told._replace(
                readings=parts[-1].readings, says=f"{parts[-1].says}中的{told.says}", sure=False
            )
        if told.code not in (APPLICANT, *ROWS):
            continue
        unknown = not is_certain(line.list) and (parts[-1].names or told.code == APPLICANT)
        if unknown or _is_beyond(told, line.list):
            part = told.code == OUTCOME and _is_of_answered(line.list)
            line.told = told._replace(dimension=_AMONG, sure=False) if part else None
            continue
        readings = crossed(told.readings, told.code, line.list)
        if readings == told.readings:
            continue
        twice = any(
            other is not line and other.list is line.list and _is_same(other, told) for other in lines
        )
        dimension = "" if told.dimension == _TOLD_TWICE and not twice else told.dimension
        line.told = told._replace(readings=readings, says=f"{parts[-1].says}中的{told.says}", of=parts[-1].readings,
            dimension=dimension, sure=False,
        )  # fmt: skip


def _is_of_answered(list_of: List) -> bool:
    """受理226件，其中224件已答复，其中予以公开67件: of those that came in, so that there may be others of earlier years."""
    told = list_of.row[-1].told if list_of.row else None
    return told is not None and told.names == _HANDLED and told.dimension == _AMONG


def _is_beyond(told: Told, list_of: List) -> bool:
    """Whether the tables do not tell it: 上年结转4件，其中予以公开3件 has no cell.

    Where the list may hang on others as well, it may be so if there are not more.
    """
    if told.code != OUTCOME or list_of.parts()[-1].code not in CARRIED:
        return False
    number = list_of.row[-1].piece.number if list_of.row else None
    fewer = number is not None and number.told is not None and told.quantity.high <= number.told.low
    return list_of.sure or fewer


def is_certain(list_of: List) -> bool:
    """Whether it was understood what a list hangs on, and what it may hang on together with it."""
    parts = list_of.parts()
    return all(part.code for part in (parts[-1:] if list_of.sure else parts))


def crossed(readings: tuple[Reading, ...], code: str, list_of: List) -> tuple[Reading, ...]:
    """Return what parts of a list may be, of which `code` tells the kind: cells, where the list hangs on a row or a column."""
    parts = list_of.parts()
    last = parts[-1]
    wholes = list(_wholes(parts, code)) if not list_of.sure else [_across(last, code)]
    cells = [
        _cells(whole, reading, code) for among in wholes for whole in among for reading in readings if among
    ]
    if not any(_across(part, code) for part in (parts if not list_of.sure else parts[-1:])):
        return readings
    several = last.code == APPLICANT and len(last.names) > 1
    # 自然人、企业申请30件，办结30件: those who are told together may be all there are.
    open_too = not list_of.sure or last.names == _HANDLED or several
    return tuple(dict.fromkeys((*cells, *(readings if open_too else ()))))


def _wholes(parts: Sequence[Part], code: str) -> Iterator[tuple[Reading, ...]]:
    """Each part that a list may hang on, and those told in one row right before it together."""
    yield from (_across(part, code) for part in reversed(parts))
    came = [part.code == RECEIVED and code == APPLICANT for part in reversed(parts)]
    backwards = [part.readings if came[n] else _across(part, code) for n, part in enumerate(reversed(parts))]
    firsts = [readings[0] if readings else () for readings in backwards]
    for together in accumulate(firsts, lambda sum_up, before: (*before, *sum_up)):
        yield (together,) if together else ()


def _across(part: Part, code: str) -> tuple[Reading, ...]:
    """The readings of a part that lies across the kind told: rows to applicants, applicants to results."""
    if code == APPLICANT:
        return part.readings if part.code in ROWS else part.of
    return part.readings if part.code == APPLICANT and not part.of else ()


def _cells(whole: Reading, part: Reading, code: str) -> Reading:
    rows, columns = (whole, part) if code == APPLICANT else (part, whole)
    return tuple(f"{row}{CROSS}{column}" for row in rows for column in columns)


def _is_same(line: Line, told: Told) -> bool:
    return line.told is not None and line.told.names == told.names
