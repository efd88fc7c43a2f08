"""A sentence that tells one thing of this year and of the year before: which number is of which year."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from model.prose.pieces.grown import names_what_grew, what_grew
from model.prose.pieces.line import Line
from model.prose.pieces.subject import Told
from model.prose.words.claim_words import Group, Reading, Vocabulary
from model.prose.words.tokens import KEYS


def rise(lines: Sequence[Line], year: int) -> None:
    """由240件上升到275件: the first number is that of the year before. Of several steps none but the last is known."""
    for place, (line, after) in enumerate(pairwise(lines), 2):
        told = line.told
        begun = Group.FROM in line.piece.before.groups
        reached = _is_reached(after)
        goes_on = place < len(lines) and _is_reached(lines[place])
        if told is None and begun and reached and after.piece.before.kinds.isdisjoint(KEYS):
            after.told = None
        if told is not None and told.when == year and begun and reached:
            known = not (line.subject.since or goes_on)
            line.told = told._replace(when=year - 1, sure=False) if known else None
            line.subject = line.subject._replace(when=year - 1)


def _is_reached(line: Line) -> bool:
    """Whether a number is what another has come to: 增至32件, 由25件到32件."""
    words = line.piece.before
    return "reached" in words.names or (not line.piece.mark and words.last_is_in(Group.UP_TO))


def look_back(lines: Sequence[Line], year: int) -> None:
    """收到32件，上年为25件: the same is told of the year before."""
    told: Told | None = None
    for place, line in enumerate(lines):
        if line.told is not None:
            told = line.told if line.told.when == year and not line.told.dimension else None
            continue
        if line.depth and place and lines[place - 1].told is None:
            told = None
        number = line.piece.number
        if (
            told is None
            or number is None
            or number.told is None
            or line.subject.when != year - 1
            or line.piece.compares
        ):
            continue
        # 收到16件，连同去年的1件: what is added of last year's was carried in.
        added = any(token.is_in(Group.ADDED) for token in line.piece.before[:1])
        plain = line.piece.before.kinds <= {"time", "filler"} and not added
        plain = plain and "time" not in line.piece.behind.kinds and not line.piece.goes_inside
        if plain and number.name == told.quantity.unit and line.goes_back():
            start = min((number.start, *(token.start for token in line.piece.before)))
            line.told = told._replace(
                quantity=number.told, start=start, end=number.end, when=year - 1, sure=False,
                readings=tuple(dict.fromkeys((*told.readings, *_of_whole(line)))),
            )  # fmt: skip


def _of_whole(line: Line) -> Iterator[Reading]:
    """收到30件，其中企业6件，去年25件: behind a part, last year's number may be that of what it is a part of."""
    for whole in line.list.parts() if line.list is not None else ():
        yield from whole.readings


def reach(lines: Sequence[Line], year: int, known: Vocabulary) -> None:
    """政府信息公开申请较上年增长14.6%，达到275件: what has grown is told after it."""
    grown: Told | None = None
    for line in lines:
        number = line.piece.number
        if line.depth:
            continue
        if line.piece.compares:
            names = names_what_grew(line.piece)
            grown = what_grew(line.piece, line.subject, year, known) if names else grown
        elif line.told is not None:
            last = line.told.when == year - 1 and line.subject.when == year - 1
            grown = line.told._replace(when=year) if last else None
        elif grown is not None and number is not None and number.told is not None:
            plain = all(token.kind == "filler" or token.year == year for token in line.piece.before)
            reached = _is_reached(line) or line.piece.before.last_is_in(Group.IS)
            if plain and reached and number.name == "件" and line.subject.when == year:
                line.told = grown._replace(
                    quantity=number.told, start=number.start, end=number.end, sure=False
                )
            grown = None
