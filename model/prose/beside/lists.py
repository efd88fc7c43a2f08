"""Lists of parts and the number that they hang on: behind 其中, behind 中, or in its bracket."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from model.prose.beside.crossings import across, is_beyond
from model.prose.pieces.line import Line, List
from model.prose.pieces.piece import Piece
from model.prose.pieces.subject import UNCLEAR, Part, Subject, opens_list
from model.prose.words.claim_words import Group, Vocabulary
from model.prose.words.codes import APPLICANT, CARRIED_IN, HANDLED, OUTCOME, RECEIVED, ROWS

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
    if level.list is not None and code == APPLICANT and _is_another_kind(level.list, piece):
        level.list, level.code, ended = None, "", ""
    goes_on = ended and level.code != APPLICANT
    if level.list is not None and goes_on and _tells_of_applicant(level.list, code):
        # 企业申请办结5件，予以公开3件，结转1件: all are told of the one kind that applied, or of all again.
        level.list, level.code, ended = replace(level.list, sure=False), code, ""
    if level.list is not None and ended and not (told is not None and is_beyond(told, level.list)):
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


def _is_another_kind(list_of: List, piece: Piece) -> bool:
    """企业申请办结5件；律所申请6件: whether the next kind that applied is told where the one before may have ended."""
    return not list_of.sure and not opens_list(piece) and bool(across(list_of.parts()[-1], OUTCOME))


def _tells_of_applicant(list_of: List, code: str) -> bool:
    """Whether a list hangs on those of one kind that applied, and a row of table 三 goes on with it."""
    return code in (RECEIVED, *ROWS) and bool(across(list_of.parts()[-1], OUTCOME))


def _goes_on(row: Sequence[Line], code: str) -> bool:
    """Whether parts may be told of the last number with no word that opens them: of 企业6件，办结5件 one alone goes before."""
    codes = [part.code for part in List(tuple(row)).parts()[-2:]]
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
    if {meaning.code for meaning in found} == {APPLICANT, HANDLED}:
        # 企业申请答复情况: those who applied.
        tokens = [token for token in tokens if token.kind == "applicant"]
        found = [meaning for meaning in found if meaning.code == APPLICANT]
    if None in meanings or len({token.kind for token in tokens}) > 1:
        return List((), (UNCLEAR,), sure=True)
    together = tuple(name for meaning in found for name in meaning.readings[0])
    readings = found[0].readings if len(found) == 1 else (together,)
    names = tuple(token.name for token in tokens)
    return List((), (Part(found[0].code, names, found[0].says, readings),), sure=True)
