"""What a sentence tells of growth since the year before: of what, by how much, and from which number."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from model.prose.pieces.grown import names_something, names_the_whole, names_what_grew, what_grew
from model.prose.pieces.line import Line
from model.prose.pieces.piece import TIMES, Piece
from model.prose.pieces.subject import Told
from model.prose.sentences.change_words import (
    changes_told,
    is_based,
    is_built_upon,
    is_rate,
    is_with_another_time,
    is_with_last_year,
    tells_times,
)
from model.prose.words.claim_words import Group, Vocabulary, vocabulary
from model.prose.words.codes import APPLICANT, HANDLED, RECEIVED
from model.prose.words.numerals import Quantity
from model.prose.words.tokens import TELLING

_PAIR: Final = 2
_WHOLES: Final = (RECEIVED, HANDLED)
"""What is told of all applications."""


@dataclass(frozen=True, slots=True)
class Growth:
    """What `told` has grown by, in per cent, cases or times; `base` is last year's number where the sentence tells it.

    `times`: how many times as many there are, with no word for a change: 是上年的1.2倍.
    """

    quantity: Quantity
    start: int
    told: Told
    falls: bool
    base: Quantity | None
    times: bool = False


def growth_in(lines: Sequence[Line], year: int, known: Vocabulary) -> Iterator[Growth]:
    """Yield what a sentence tells of growth since the year before, where it is known of what."""
    if not any(line.piece.compares or "compare" in line.piece.tokens.kinds for line in lines):
        return
    for growth in (*_growth_of_each(lines, year), *_growth_of_last(lines, year, known)):
        yield _of_all_in_hand(growth, known)


def _of_all_in_hand(growth: Growth, known: Vocabulary) -> Growth:
    """申请量同比增长42.9%: how many applications there were may count those carried in, in both years."""
    told = growth.told
    if told.thing != "application" or told.names != ("told",):
        return growth
    due = known.meanings["application"]["due"].readings
    return replace(growth, told=told._replace(readings=tuple(dict.fromkeys((*told.readings, *due)))))


def _growth_of_each(lines: Sequence[Line], year: int) -> Iterator[Growth]:
    """复议29件、诉讼16件，分别较上年增加8件、3件: each with its own of the numbers told right before."""
    dealt = _dealt_row(lines)
    if len(dealt) < _PAIR:
        return
    first = lines.index(dealt[0])
    counted = [n for n, line in enumerate(lines[:first]) if line.piece.number is not None]
    between = lines[max(counted, default=-1) + 1 : first + 1]
    if any(names_something(token for token in line.piece.before if token.words) for line in between):
        # 培训场次、人次分别增加8次、3人次 are named, and none of what was told before.
        return
    before = [line.told for line in lines[:first] if line.piece.number is not None][-len(dealt) :]
    based = any(is_with_last_year(line.piece, year) for line in lines[max(0, first - 1) : first + 1])
    for line, told in zip(dealt, before, strict=False) if based and len(before) == len(dealt) else ():
        number = line.piece.number.told if line.piece.number is not None else None
        change = changes_told(line.piece)
        if told is None or number is None or told.when != year or told.dimension or len(change) != 1:
            continue
        if number.unit in ("%", told.quantity.unit):
            yield Growth(number, number.start, told, change[0] == "down", None)


def _dealt_row(lines: Sequence[Line]) -> list[Line]:
    """The changes of a row that are dealt out: 分别增加8件、3件, 分别增加8件、减少3件."""
    row: list[Line] = []
    for line in lines:
        if line.piece.number is None:
            continue
        only_change = line.piece.before.kinds <= {"compare", "filler"}
        goes_on = line.piece.mark in vocabulary().groups[Group.JOINS] and only_change
        if _is_dealt_change(line.piece) or (row and goes_on):
            row.append(line)
        elif row:
            break
    return row


def _is_dealt_change(piece: Piece) -> bool:
    return piece.compares and "respectively" in piece.before.names


def _growth_of_last(lines: Sequence[Line], year: int, known: Vocabulary) -> Iterator[Growth]:
    """收到275件，比上年（240件）增长14.6%: growth of what was told last."""
    spoken = _Spoken(year, _told_before(lines, year))
    dealt = _dealt_row(lines)
    for line in lines:
        if any(line is one for one in dealt):
            continue
        spoken.enter(line.depth)
        if line.piece.number is None:
            spoken.opened = is_based(line.piece) and is_with_last_year(line.piece, year)
        elif (again := spoken.told_again(line)) is not None:
            yield again
        elif (growth := spoken.hear(line, known)) is not None:
            spoken.last = growth
            yield growth


def _told_before(lines: Sequence[Line], year: int) -> Told | None:
    """收到申请18件。与上年11件相比，多7件: what came, told alone in the sentence before, where this one begins with a change."""
    first = next((line for line in lines if line.piece.number is not None), None)
    number = first.piece.number.told if first is not None and first.piece.number is not None else None
    if first is None or number is None or lines[0] is not first or not first.piece.compares:
        return None
    plain = first.piece.tokens.kinds <= {"compare", "time", "filler"}
    parts = first.subject.before
    if not plain or [part.code for part in parts] != [RECEIVED] or first.subject.thing != "application":
        return None
    part = parts[0]
    return Told(
        number, number.start, number.end, "application", part.names, part.code, part.says, part.readings, year,
        first.subject.who,
    )  # fmt: skip


@dataclass(slots=True)
class _Spoken:
    """What growth may be told of: the last statement, the whole whose parts were told, last year's number.

    `opened`: a comparison with last year has begun. What a bracket tells is forgotten behind it.
    """

    year: int
    told: Told | None = None
    whole: Told | None = None
    base: Quantity | None = None
    opened: bool = False
    last: Growth | None = None
    _outer: tuple[Told | None, Told | None, Quantity | None] = (None, None, None)
    _inside: bool = False

    def enter(self, depth: int) -> None:
        """Go on at a depth of brackets."""
        if not self._inside:
            self._outer = self.told, self.whole, self.base
        elif not depth:
            self.told, self.whole, self.base = self._outer
        self._inside = depth > 0

    def told_again(self, line: Line) -> Growth | None:
        """多25件（+8.7%）: what a bracket behind a change tells in per cent with no other word is the same change."""
        last, self.last = self.last, None
        number = line.piece.number.told if line.piece.number is not None else None
        if last is None or number is None or not is_rate(line.piece) or line.piece.mark != "（" or last.times:
            return None
        plain = line.piece.tokens.kinds <= {"compare", "filler"}
        turned = changes_told(line.piece) not in ([], ["down" if last.falls else "up"])
        return None if not plain or turned else replace(last, quantity=number, start=number.start)

    def hear(self, line: Line, known: Vocabulary) -> Growth | None:
        """Take in a piece with a number; return the growth that it tells, if any."""
        piece, number, change = line.piece, line.piece.number, changes_told(line.piece)
        compared_here = piece.compares
        if is_with_another_time(piece, self.year):
            self.base, self.opened = None, is_built_upon(piece)
        own = compared_here and names_what_grew(piece)
        if own:
            self._turn_to(what_grew(piece, line.subject, self.year, known))
        if line.told is not None and not compared_here:
            self._take(line, line.told)
        elif _is_base(line, self.year) or (
            is_based(piece) and not change and not is_rate(piece) and is_with_last_year(piece, self.year)
        ):
            in_bracket = piece.mark == "（"
            self.base, self.opened = (
                number.told if number is not None else None,
                in_bracket or is_based(piece),
            )
        elif (
            self.told is not None and self.told.when == self.year and (compared_here or self._by_base(piece))
        ):
            return self._growth(line, self.told, change, own=own)
        elif line.depth == 0 and "statistic" not in piece.before.names:
            self.told, self.opened = None, False
        return None

    def _take(self, line: Line, told: Told) -> None:
        """Go on from a statement: of this year, or of last year's number for it."""
        if told.dimension or told.when not in (self.year, self.year - 1) or _is_of_a_cause(line, told):
            self.told = self.base = None
        elif told.when == self.year:
            same = self.told is not None and self.told.names == told.names
            self.told, self.base = told, self.base if same else None
        elif self.told is not None and self.told.when == self.year and self.told.names == told.names:
            self.base, self.opened = told.quantity, line.depth > 0
        else:
            self.told, self.base = told, told.quantity
        # 收到12件，企业5件、自然人7件，同比增加3件: whoever applied is a part of all that came.
        part = told.code == APPLICANT and self.whole is not None and self.whole.code == RECEIVED
        if self.told is not None and not line.subject.among and not part:
            self.whole = self.told

    def _turn_to(self, own: Told | None) -> None:
        """Go on from what a clause of growth names itself; 申请量 behind 收到12件 is that of these."""
        told, again = self.told, False
        if own is not None and told is not None and told.thing == own.thing:
            again = own.names == told.names or (own.names == ("told",) and told.code == RECEIVED)
        if not again:
            self.told, self.base = own, None
        self.whole = self.told

    def _by_base(self, piece: Piece) -> bool:
        """Whether it goes on with a comparison begun before: 与上年相比，增长12%."""
        return self.opened and piece.before.kinds <= {"compare", "filler"}

    def _growth(self, line: Line, told: Told, change: Sequence[str], *, own: bool) -> Growth | None:
        piece = line.piece
        number = piece.number.told if piece.number is not None else None
        if is_with_another_time(piece, self.year) or _is_of_another_body(line, told):
            return None
        self.opened = self.opened or self.base is not None or is_with_last_year(piece, self.year)
        known = self.opened and len(change) == int(not tells_times(piece))
        summed = names_the_whole(piece) and not own
        grown = _of_the_whole(told, self.whole) if summed else _either(told, self.whole)
        if number is None or grown is None or not (known and _is_change(piece, told, own=own)):
            return None
        base = _inner_base(piece) or self.base
        falls = list(change) == ["down"]
        return Growth(number, piece.start, grown, falls, base, not change)


def _is_of_a_cause(line: Line, told: Told) -> bool:
    """因拆迁引发的申请77件，同比增加25件: whether only those are told that came of something."""
    return told.names == ("told",) and Group.CAUSE in line.piece.before.groups


def _either(told: Told, whole: Told | None) -> Told:
    """What has grown, after the parts of a whole: the last part, or the whole itself."""
    if whole is None or whole is told or whole.thing != told.thing:
        return told
    return told._replace(readings=tuple(dict.fromkeys((*told.readings, *whole.readings))))


def _is_of_another_body(line: Line, told: Told) -> bool:
    """收到12件，各乡镇比上年增加3件: whether the growth is said to be that of others than was told."""
    bodies = {who for who in (line.subject.who, told.who) if who != "own"} or {""}
    return "who" in line.piece.before.kinds and len(bodies) > 1


def _of_the_whole(told: Told, whole: Told | None) -> Told | None:
    """What has grown where the whole of what was told is said to have, 总量: none is told where only parts were."""
    every = (one for one in (whole, told) if one is not None and one.thing == told.thing)
    return next((one for one in every if one.thing != "application" or one.code in _WHOLES), None)


def _is_change(piece: Piece, told: Told, *, own: bool) -> bool:
    """Whether the number is what it has changed by, not to, and is counted so. `own`: the piece names what has grown."""
    unit = piece.number.name if piece.number is not None else ""
    if not own and unit not in ("%", "件", TIMES, told.quantity.unit):
        return False
    if not own and (names_something(piece.before) or "rate" in piece.before.kinds):
        return False
    return unit == TIMES or Group.UP_TO not in piece.before.groups


def _is_base(line: Line, year: int) -> bool:
    """Whether the number is last year's: 上年为15件."""
    keys = [token for token in line.piece.before if token.kind in TELLING or token.kind == "unknown"]
    told = not keys and not changes_told(line.piece)
    return told and not is_rate(line.piece) and line.subject.when == year - 1 and line.goes_back()


def _inner_base(piece: Piece) -> Quantity | None:
    """The number that a change is told from, in its bracket: 比上年（25件）增长; behind the change it may be that told again."""
    inner = [entry for entry in piece.inner if entry.number is not None]
    words = inner[0].before if len(inner) == 1 else []
    of_last_year = any(token.kind == "time" and token.name != "this" for token in words)
    number = inner[0].number if len(inner) == 1 else None
    if (
        number is None
        or piece.number is None
        or number.name == "%"
        or any(token.kind in TELLING for token in words)
    ):
        return None
    return number.told if of_last_year or number.start < piece.number.start else None
