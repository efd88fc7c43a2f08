"""Cells of table 三 that are told by the row and the column in which they stand.

The table has a row for what became of applications and a column for who applied. 不予公开5件，其中自然人4件 tells of the cell
where the two cross, and so does 自然人40件，其中不予公开4件.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

from model.prose.beside.within_some import names_a_class
from model.prose.pieces.line import Line, List
from model.prose.pieces.subject import Part, Told
from model.prose.words.claim_words import CROSS, Reading, vocabulary
from model.prose.words.codes import APPLICANT, CARRIED, OUTCOME, RECEIVED, ROWS

_HANDLED: Final = ("handled",)
_TOLD_TWICE: Final = "share"
_AMONG: Final = "among"
_DISCLOSED: Final = ("disclosed",)
_GRANTED: Final = ("granted",)


def cross(lines: Sequence[Line]) -> None:
    """Read who applied within a row, and what became of those of a column, as the cells where they cross.

    Where it is not certain what a list hangs on, both are admitted; where that was not understood, nothing is told.
    """
    for line in lines:
        told, list_of = line.told, line.list
        if told is not None and list_of is not None and told.thing == "application":
            beside = [other for other in lines if other is not line and other.list is list_of]
            line.told = _told_in(list_of, told, beside)


def _told_in(list_of: List, told: Told, beside: Sequence[Line]) -> Told | None:
    """What a part of a list tells, by what the list hangs on; `beside` are its other parts."""
    whole = list_of.parts()[-1]
    if told.code == OUTCOME and _hangs_on_a_class(list_of):
        return None
    says = f"{whole.says}中的{told.says}"
    if told.names == _DISCLOSED and whole.names == _GRANTED:
        # 予以公开33件，其中提供信息18件: of those the one part.
        return None
    if told.names == ("received",) and whole.code == APPLICANT:
        open_too = () if list_of.sure else told.readings
        return told._replace(readings=(*whole.readings, *open_too), says=says, sure=False)
    if told.code not in (APPLICANT, *ROWS):
        return told
    unknown = not is_certain(list_of) and (whole.names or told.code == APPLICANT)
    if unknown or is_beyond(told, list_of):
        part = told.code == OUTCOME and _is_of_answered(list_of)
        return told._replace(dimension=_AMONG, sure=False) if part else None
    readings = crossed(told.readings, told.code, list_of)
    if readings == told.readings:
        return told
    twice = any(_is_same(other, told) for other in beside)
    dimension = "" if told.dimension == _TOLD_TWICE and not twice else told.dimension
    return told._replace(readings=readings, says=says, of=whole.readings, dimension=dimension, sure=False)


def _hangs_on_a_class(list_of: List) -> bool:
    """招生类77件，其中公开30件: whether the parts are those of one kind, whatever kind that is."""
    owner = list_of.row[-1] if list_of.row else None
    return owner is not None and owner.told is None and names_a_class(owner.piece.before)


def _is_of_answered(list_of: List) -> bool:
    """受理226件，其中224件已答复，其中予以公开67件: of those that came in, so that there may be others of earlier years."""
    told = list_of.row[-1].told if list_of.row else None
    return told is not None and told.names == _HANDLED and told.dimension == _AMONG


def is_beyond(told: Told, list_of: List) -> bool:
    """Return whether the tables do not tell it: 上年结转4件，其中予以公开3件 has no cell.

    Where the list may hang on others as well, it may be so if there are not more.
    """
    if told.code != OUTCOME or list_of.parts()[-1].code not in CARRIED:
        return False
    number = list_of.row[-1].piece.number if list_of.row else None
    fewer = number is not None and number.told is not None and told.quantity.high <= number.told.low
    return list_of.sure or fewer


def is_certain(list_of: List) -> bool:
    """Return whether it was understood what a list hangs on, and what it may hang on together with it."""
    parts = list_of.parts()
    return all(part.code for part in (parts[-1:] if list_of.sure else parts))


def crossed(readings: tuple[Reading, ...], code: str, list_of: List) -> tuple[Reading, ...]:
    """Return what parts of a list may be, of which `code` tells the kind: cells, where the list hangs on a row or a column."""
    parts = list_of.parts()
    last = parts[-1]
    wholes = list(_wholes(parts, code)) if not list_of.sure else [across(last, code)]
    cells = [
        _cells(whole, reading, code) for among in wholes for whole in among for reading in readings if among
    ]
    if not any(across(part, code) for part in (parts if not list_of.sure else parts[-1:])):
        return readings
    several = last.code == APPLICANT and len(last.names) > 1
    # 自然人、企业申请30件，办结30件: those who are told together may be all there are.
    unsure = bool(last.of) and any(CROSS not in name for reading in last.readings for name in reading)
    open_too = not list_of.sure or (last.names == _HANDLED and code == APPLICANT) or several or unsure
    return tuple(dict.fromkeys((*cells, *(readings if open_too else ()))))


def _wholes(parts: Sequence[Part], code: str) -> Iterator[tuple[Reading, ...]]:
    """Each part that a list may hang on, and those told in one row right before it together."""
    yield from (across(part, code) for part in reversed(parts))
    came = [part.code == RECEIVED and code == APPLICANT for part in reversed(parts)]
    backwards = [part.readings if came[n] else across(part, code) for n, part in enumerate(reversed(parts))]
    firsts = [readings[0] if readings else () for readings in backwards]
    for together in accumulate(firsts, lambda sum_up, before: (*before, *sum_up)):
        yield (together,) if together else ()


def across(part: Part, code: str) -> tuple[Reading, ...]:
    """Return the readings of a part that lies across the kind told: rows to applicants, applicants to results."""
    if code == APPLICANT:
        return part.readings if part.code in ROWS else part.of
    if part.code == APPLICANT and not part.of:
        return part.readings
    return _columns(part) if part.of and part.code not in CARRIED else ()


def answered_of(list_of: List) -> tuple[Reading, ...]:
    """Return what was answered of those that a list hangs on, where they are those of one kind that applied."""
    columns = across(list_of.parts()[-1], OUTCOME)
    handled = vocabulary().meanings["application"]["handled"].readings
    return tuple(_cells(columns[0], row, OUTCOME) for row in handled) if columns else ()


def _columns(part: Part) -> tuple[Reading, ...]:
    """Those who applied, of whom it was told how many of what was answered were theirs: 企业申请办结5件, 办结企业申请5件."""
    if part.code != APPLICANT:
        return part.of
    cells = [tuple(name.rpartition(CROSS) for name in reading) for reading in part.readings]
    handled = vocabulary().meanings["application"]["handled"].readings
    answered = all(not row or (row,) in handled for cell in cells for row, _, _ in cell)
    columns = (tuple(column for _, _, column in cell) for cell in cells)
    return tuple(dict.fromkeys(columns)) if answered else ()


def _cells(whole: Reading, part: Reading, code: str) -> Reading:
    if any(CROSS in name for name in (*whole, *part)):
        # It is a cell already.
        return part
    rows, columns = (whole, part) if code == APPLICANT else (part, whole)
    return tuple(f"{row}{CROSS}{column}" for row in rows for column in columns)


def _is_same(line: Line, told: Told) -> bool:
    return line.told is not None and line.told.names == told.names
