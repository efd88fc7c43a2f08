"""A piece of a sentence as it was read."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from model.prose.pieces.piece import Piece
from model.prose.pieces.subject import CAME, UNCLEAR, Part, Subject, Told
from model.prose.words.claim_words import Vocabulary, vocabulary
from model.prose.words.codes import APPLICANT

_LIMITING: Final = frozenset({"part", "unknown", "topic"})
"""Kinds of words by which a number is one of some alone."""


@dataclass(slots=True)
class Line:
    """A piece as it was read: its number's statement, and the subject that it was read with. `depth` counts brackets.

    `list` is the list of parts that it stands in.
    """

    piece: Piece
    told: Told | None
    subject: Subject
    depth: int = 0
    list: "List | None" = None

    def goes_back(self) -> bool:
        """Whether its own words may tell of the year before: a bracket only where it begins with it, （上年60件）."""
        words = self.piece.before[:1]
        return self.depth == 0 or (self.piece.mark == "（" and any(token.kind == "time" for token in words))


def things_told(lines: Iterable[Line]) -> set[str]:
    """Return the things of which lines tell numbers."""
    return {line.told.thing for line in lines if line.told is not None}


def told_as(line: Line, thing: str, name: str, known: Vocabulary, start: int | None = None) -> Told | None:
    """Return what a line's number tells where it is of a thing and no word of its own says what; None without a number.

    `start`: where the words begin that it is told by, those of the number itself if not given.
    """
    number, meaning = line.piece.number, known.meanings[thing][name]
    if number is None or number.told is None:
        return None
    return Told(
        number.told, number.start if start is None else start, number.end, thing, (name,),
        meaning.code, meaning.says, meaning.readings, line.subject.when, line.subject.who,
    )  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class List:
    """What a list of parts hangs on: the last of `row`, or of `before` (told in other sentences, or without a number).

    `sure`: it can be no other number. Then those told before it are left out.
    """

    row: tuple[Line, ...]
    before: tuple[Part, ...] = ()
    sure: bool = False

    def parts(self) -> tuple[Part, ...]:
        """All that it may hang on, the likeliest last."""
        return (*self.before, *map(_part, self.row))


def _part(line: Line) -> Part:
    """What a number was read as, where it is the whole of something.

    新收申请12件 came in, even where it is not certain that these are applications for disclosure.
    """
    told = line.told
    if told is None:
        of_kind = _of_applicants(line)
        if of_kind is not None:
            return of_kind
        came = bool(line.piece.before.names & {"received", "taken"})
        limited = bool(line.piece.tokens.kinds & _LIMITING)
        return CAME if came and not limited else UNCLEAR
    if told.dimension not in ("", "share"):
        return UNCLEAR._replace(names=told.names)
    return Part(told.code, told.names, told.says, told.readings, told.of)


def _of_applicants(line: Line) -> Part | None:
    """企业申请11件, and of these 办结11件: of whom what follows is told, where what they ask for is not said."""
    known, words = vocabulary().meanings["application"], line.piece.before
    if not words.kinds.isdisjoint(_LIMITING):
        return None
    names = tuple({token.name: None for token in words if token.kind == "applicant" and token.name in known})
    if len(names) == 1:
        meaning = known[names[0]]
        return Part(meaning.code, names, meaning.says, meaning.readings)
    owner = line.list.parts()[-1] if line.list is not None and line.list.sure else UNCLEAR
    if owner.code != APPLICANT or "handled" not in words.names:
        return None
    meaning = known["handled"]
    return Part(meaning.code, ("handled",), meaning.says, (), owner.readings)
