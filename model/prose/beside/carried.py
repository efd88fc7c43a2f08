"""What was carried in: told beside what came, counted with it, or added to it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from model.prose.pieces.line import Line, told_as
from model.prose.pieces.piece import Piece
from model.prose.pieces.subject import Told
from model.prose.words.claim_words import Group, Reading, Vocabulary, vocabulary
from model.prose.words.codes import APPLICANT, RECEIVED

_CAME_IN: Final = (("received",), ("taken",), ("told",))
_NEW: Final = ("received",)
_DUE: Final = ("due",)
_CARRIED_IN_TOLD: Final = (("carried_in",), ("either",))
_HANDLED: Final = ("handled",)
_RECEIVED: Final = "收到申请总数"
_CARRIED_IN: Final = "上年结转申请数"
_CARRIED: Final = ("carried_in", "carried_out", "pending")


def read_open(lines: Sequence[Line], known: Vocabulary) -> None:
    """新收30件，结转3件，办结28件，转下年5件: where what was carried out is told as well, the other was carried in."""
    came = next(
        (place for place, line in enumerate(lines) if line.told and line.told.names == ("received",)), None
    )
    out = next(
        (place for place, line in enumerate(lines) if line.told and line.told.names == ("carried_out",)), None
    )
    for line in lines[came + 1 : out] if came is not None and out is not None else ():
        words = [token.name for token in line.piece.before if token.kind != "filler"]
        number, whole = line.piece.number, lines[came].told if came is not None else None
        if (
            (line.told is None or line.told.names == ("either",))
            and words == ["open"]
            and number is not None
            and number.told is not None
            and whole
        ):
            meaning = known.meanings["application"]["carried_in"]
            line.told = whole._replace(quantity=number.told, start=line.piece.start, end=number.end, names=("carried_in",),
                code=meaning.code, says=meaning.says, readings=meaning.readings, sure=False,
            )  # fmt: skip


def widen(lines: Sequence[Line], both: bool, year: int, known: Vocabulary) -> bool:
    """收到13件（含上年结转3件）, 受理13件，结转下年2件: what came in may be told with what was carried in.

    So may those who applied, `both` where the sentence before told the two together. Return whether the next goes on so.
    """
    for place, line in enumerate(lines):
        told = line.told
        both = both or _tells_all(place, lines)
        if told is None:
            continue
        if told.names == ("carried_in",) and _with_new(line.piece):
            line.told = told._replace(readings=(*told.readings, (_RECEIVED, *told.readings[0])), sure=False)
        both = both or (told.code == APPLICANT and _counts_carried_in(place, lines, year))
        if told.code == APPLICANT and both:
            line.told = told._replace(readings=(*told.readings, *_with_carried(told, known)), sure=False)
        if told.names not in _CAME_IN or told.thing != "application":
            both = both or told.names == ("processed",)
            line.told = _answered_of_all(place, lines, year)
            continue
        carried = any(_speaks_of_carrying(other) for other in lines)
        part = any(
            other.told
            and other.told.names == ("carried_in",)
            and (own or (other.subject.among and not line.subject.among and other.depth == line.depth))
            for other, own in _behind(place, lines)
        ) or any(_counts_earlier_in(inner, year) for inner in line.piece.inner)
        some = told.names == ("told",) and told.dimension == "course"
        both = part or some or told.names == ("taken",) or (carried and told.names != ("received",))
        beside = both or (told.names == _NEW and _is_part_with_carried(place, lines))
        if both:
            with_carried = (*told.readings[0], _CARRIED_IN)
            readings = dict.fromkeys((*told.readings, with_carried))
            counted = any(_counts_in_so_many(inner, year) for inner in line.piece.inner)
            line.told = told._replace(readings=(with_carried,) if counted else tuple(readings), sure=False)
        both = beside
    return both


def _tells_all(place: int, lines: Sequence[Line]) -> bool:
    """新收30件，上年结转2件，共32件: whether a number is that of all in hand, by its word or as the sum of the two before it."""
    line = lines[place]
    if line.told is not None and line.told.names == _DUE:
        return True
    number = line.piece.number
    told = [other.told for other in lines[:place] if other.told is not None]
    came = [one.quantity.low for one in told if one.names in _CAME_IN]
    carried = [one.quantity.low for one in told if one.names in _CARRIED_IN_TOLD]
    return (
        number is not None
        and number.told is not None
        and bool(came and carried)
        and number.told.low == came[-1] + carried[-1]
    )


def _is_part_with_carried(place: int, lines: Sequence[Line]) -> bool:
    """办理总量38件（上年结转4件、新收34件）: what came this year as a part of a number, beside what was carried in."""
    line = lines[place]
    if not line.depth and not line.subject.among:
        return False
    level = [
        other for other in lines if (other.depth, other.subject.among) == (line.depth, line.subject.among)
    ]
    first = lines.index(level[0])
    whole = any(other.piece.number is not None and other.depth <= line.depth for other in lines[:first])
    return whole and any(other.told is not None and other.told.names in _CARRIED_IN_TOLD for other in level)


def _speaks_of_carrying(line: Line) -> bool:
    """Whether a number is told to be carried over, be it certain or not which: 除2件因收到较晚结转下年外."""
    if line.told is not None:
        return line.told.names[0] in _CARRIED
    return line.piece.number is not None and "carry" in line.piece.tokens.kinds


def _answered_of_all(place: int, lines: Sequence[Line], year: int) -> Told | None:
    """办理、答复申请24件（含上年结转3件），办结21件: what was worked on may be all that came and was carried in."""
    told = lines[place].told
    if told is None or told.names != _HANDLED:
        return told
    again = any(line.told is not None and line.told.names == _HANDLED for line in lines[place + 1 :])
    if not again or not any(_counts_earlier_in(inner, year) for inner in lines[place].piece.inner):
        return told
    return told._replace(readings=(*told.readings, (_RECEIVED, _CARRIED_IN)), sure=False)


def _counts_carried_in(place: int, lines: Sequence[Line], year: int) -> bool:
    """自然人申请43件（含上年结转3件）, 其中上年结转3件: whether a number's own list or bracket counts in what was carried in."""
    own = [line.told for line, own in _behind(place, lines) if own or _hangs_on(line, lines[place])]
    carried = any(told is not None and told.names == ("carried_in",) for told in own)
    return carried or any(_counts_earlier_in(inner, year) for inner in lines[place].piece.inner)


def _hangs_on(line: Line, whole: Line) -> bool:
    return line.list is not None and line.list.row[-1:] == (whole,)


def _behind(place: int, lines: Sequence[Line]) -> Iterator[tuple[Line, bool]]:
    """What is told behind a line, and whether it stands in the line's own bracket."""
    own = True
    for line in lines[place + 1 :]:
        own = own and line.depth > lines[place].depth
        yield line, own


def _counts_earlier_in(inner: Piece, year: int) -> bool:
    """（含去年转来的2件）: whatever it is called, what is left of the years before is counted in."""
    before = any(
        token.kind == "carry" or token.name == "last" or 0 < token.year < year for token in inner.before
    )
    return before and "among" in inner.before.names


def _counts_in_so_many(inner: Piece, year: int) -> bool:
    """（含上年结转3件）: whether a bracket tells how many were carried in and not all together: （含上年结转共286件）."""
    return inner.number is not None and _counts_earlier_in(inner, year) and not _with_new(inner)


def _with_carried(told: Told, known: Vocabulary) -> Iterator[Reading]:
    """The readings of applicants together with those whose applications were carried in."""
    for reading in told.readings:
        carried = tuple(known.carried[name] for name in reading if name in known.carried)
        if len(carried) == len(reading):
            yield (*reading, *(name for names in carried for name in names))


def add_up(lines: Sequence[Line], known: Vocabulary) -> None:
    """上年结转11件，合计247件: with what came in, told in a sentence before; of one sentence the sum is looked at."""
    for before, line in pairwise(lines):
        number, told = line.piece.number, before.told
        if told is None or told.names != ("carried_in",) or number is None or number.told is None:
            continue
        if any(other.told is not None and other.told.names in _CAME_IN for other in lines):
            return
        words = line.piece.before
        only = all(token.kind == "filler" or token.name == "total" for token in words)
        total = any(token.name == "total" or token.is_in(Group.SUMS_UP) for token in words)
        if line.told is None and only and total and number.name == "件" and line.depth == before.depth:
            meaning = known.meanings["application"]["taken"]
            both = ((*meaning.readings[0], *told.readings[0]),)
            line.told = told._replace(
                quantity=number.told, start=number.start, end=number.end, names=("processed",), code=meaning.code,
                says="合计", readings=both, sure=False,
            )  # fmt: skip


def carry_behind(lines: Sequence[Line], known: Vocabulary) -> None:
    """另有1件于12月底收到，结转下年办理: what is left over is carried out where that is said right behind it."""
    for line, after in pairwise(lines):
        number, piece = line.piece.number, line.piece
        rest = Group.OTHERS in piece.before.groups or Group.LEFT_OVER in piece.before.groups
        told = next((token.name for token in after.piece.before if token.kind != "filler"), "")
        if line.told is not None or not rest or told != "carried_out" or after.piece.number is not None:
            continue
        ours = line.subject.thing == "application" and piece.before.kinds <= {"filler", "time"}
        if ours and number is not None and number.name in known.units["application"]:
            line.told = told_as(line, "application", "carried_out", known, piece.start)


def count_together(lines: Sequence[Line]) -> None:
    """上年结转2件与本年新收的合计45件: what is joined to what was carried in, or the other way round, and summed up."""
    for before, line in pairwise(lines):
        told, other = line.told, before.told
        if told is None or other is None or {told.names, other.names} != {("received",), ("carried_in",)}:
            continue
        words = [token.name for token in line.piece.before]
        if line.piece.mark in vocabulary().groups[Group.JOINS] and "total" in words[1:]:
            both = ((*told.readings[0], *other.readings[0]),)
            line.told = told._replace(
                code=RECEIVED, readings=both, says="合计", names=("processed",), sure=False
            )


def _with_new(piece: Piece) -> bool:
    """含上年结转共286件, 加上上年结转共286件: what came in is counted with it, or is not."""
    place = next((n for n, token in enumerate(piece.before) if token.kind == "carry"), 0)
    added = any(token.name == "among" or token.is_in(Group.ADDED) for token in piece.before[:place])
    return added and any(token.is_in(Group.WITH_NEW) for token in piece.before[place:])
