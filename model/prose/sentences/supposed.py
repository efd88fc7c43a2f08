"""What a piece of a sentence may tell, where that is not certain: the other numbers beside it may bear it out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from model.prose.beside.narrowed import is_left_out
from model.prose.pieces.line import Line, told_as
from model.prose.pieces.statements import read
from model.prose.pieces.subject import Told
from model.prose.words.claim_words import Group, Vocabulary
from model.prose.words.codes import HANDLED, OUTCOME
from model.prose.words.tokens import DECISIONS, Token, Words

_WHY: Final = ("reason", "absent")
_PARTS: Final = (*_WHY, "rest")


class Supposed(NamedTuple):
    """What a number may tell; `field`: of an office's whole work, if that is what the office is for.

    `doubt`: of what it may be told instead, `alone`: no other reason is told beside it, as in `Claim`.
    """

    told: Told
    field: str = ""
    doubt: str = "kind"
    alone: bool = False


def supposed_in(lines: Sequence[Line], known: Vocabulary) -> Iterator[Supposed]:
    """Yield what numbers may tell that tell nothing certain, or at most the part of something."""
    reasons = [line for line in lines if line.piece.number is not None and _tells_why(line)]
    for line in lines:
        number = line.piece.number
        if number is None or number.told is None or is_left_out(line.piece):
            continue
        of_field = _decision_of_field(line, known)
        if of_field is not None:
            yield of_field
            continue
        answered = _answered_in_public(line, known)
        if answered is not None:
            yield Supposed(answered, doubt="thing")
            continue
        told = (
            _row_called_otherwise(line, known)
            or _decisions_public_or_over(line, known)
            or _decision_for_short(line, known)
            or _stock_left(line, known)
            or _issued_unsaid(line, lines, known)
        )
        if told is not None:
            yield Supposed(told, alone=reasons == [line])


def _tells_why(line: Line) -> bool:
    words = line.piece.tokens
    return "part" in words.kinds and any(token.kind == "part" and token.name in _PARTS for token in words)


def _row_called_otherwise(line: Line, known: Vocabulary) -> Told | None:
    """执法案卷4件、第三方权益5件: reasons in an office's own words may be the rows of table 三, or less than these."""
    number = line.piece.number
    uncertain = line.told is None or (line.told.dimension in _WHY and line.told.code in (OUTCOME, HANDLED))
    if "part" not in line.piece.tokens.kinds:
        return None
    parts = [token for token in line.piece.tokens if token.kind == "part"]
    rows = list(dict.fromkeys(_row(token, known) for token in parts))
    others = bool(line.piece.before.kinds & {"carry", "applicant", "deed", "unknown"})
    # 1件正在征求第三方意见: what is being done, and no reason.
    others = others or "deed" in line.piece.behind.kinds
    if number is None or not uncertain or len(rows) != 1 or not rows[0] or others:
        return None
    if line.subject.thing != "application" or number.name not in known.units["application"]:
        return None
    ends = [token.name for token in line.piece.tokens if token.kind == "outcome"]
    either = [reading for name in ends for reading in known.meanings["application"][name].readings]
    told = told_as(line, "application", rows[0], known, min(number.start, parts[0].start))
    return told and told._replace(readings=(*told.readings, *either))


def _answered_in_public(line: Line, known: Vocabulary) -> Told | None:
    """收到12件，公开答复9件，结转下年3件: all that was handled, or those of which something was disclosed."""
    number, before = line.piece.number, line.piece.before
    if number is None or line.told is not None:
        return None
    if not before or not before[-1].is_in(Group.ANSWERED_IN_PUBLIC):
        return None
    if any(token.kind not in ("filler", "time") for token in before[:-1]):
        return None
    if (
        line.subject.thing != "application"
        or line.subject.among
        or number.name not in known.units["application"]
    ):
        return None
    told = told_as(line, "application", "handled", known, before[-1].start)
    disclosed = known.meanings["application"]["disclosed"].readings
    return told and told._replace(readings=(*told.readings, *disclosed))


def _decision_of_field(line: Line, known: Vocabulary) -> Supposed | None:
    """交通运输行政许可57件: all the decisions of an office that is called so."""
    before = line.piece.before
    if line.told is not None or "unknown" not in before.kinds:
        return None
    place = next((n for n, token in enumerate(before) if token.name in DECISIONS), 0)
    if not place or before[place - 1].kind != "unknown":
        return None
    words = Words((*before[: place - 1], *before[place:]))
    told = read(replace(line.piece, before=words), line.subject, known)
    if told is None or told.thing not in DECISIONS or told.dimension:
        return None
    return Supposed(told._replace(start=before[place - 1].start, sure=False), before[place - 1].words)


def _row(part: Token, known: Vocabulary) -> str:
    return part.name if part.name in known.rows else known.called.get(part.words, "")


def _decision_for_short(line: Line, known: Vocabulary) -> Told | None:
    """许可57件、处罚14件、强制2件: decisions by the ends of their names."""
    number, last = line.piece.number, line.piece.before[-1:]
    if line.told is not None or not last or last[0].kind != "unknown":
        return None
    words = last[0].words
    thing = next((thing for end, thing in known.short.items() if words.endswith(end)), "")
    others = bool(line.piece.before.kinds & {"deed", "rate", "compare", "part"}) or last[0].contains(
        Group.DENIED
    )
    if number is None or not thing or others:
        return None
    if number.name not in known.units[thing] or line.subject.among:
        return None
    return told_as(line, thing, "told", known, last[0].end - len(words))


def _decisions_public_or_over(line: Line, known: Vocabulary) -> Told | None:
    """公示行政许可57件, 办结行政许可57件: all that was decided, where all of it is public, or over."""
    if line.told is not None or line.subject.thing not in DECISIONS or line.subject.among:
        return None
    before = line.piece.before
    deeds = [token for token in before if token.kind == "deed"]
    if not all(token.is_in(Group.SHOWN) for token in deeds):
        return None
    passed = {*deeds, *(token for token in before if token.name == "handled")}
    words = Words([token for token in before if token not in passed and not token.is_in(Group.PUBLISHED)])
    told = read(replace(line.piece, before=words), line.subject._replace(action=""), known)
    return told._replace(sure=False) if told is not None and told.thing in DECISIONS else None


def _issued_unsaid(line: Line, lines: Sequence[Line], known: Vocabulary) -> Told | None:
    """规范性文件6件，废止1件，现行有效28件: beside what was repealed and is in force, the first can only be what was issued."""
    number, piece = line.piece.number, line.piece
    if line.told is not None or number is None or number.told is None:
        return None
    last = piece.before[-1] if piece.before else number
    if last.name != "document" or number.name not in known.units["document"]:
        return None
    behind = {one.told.names for one in lines if one.told is not None and one.told.start > piece.start}
    beside = {("repealed",), ("in_force",)} <= behind and ("issued",) not in behind
    plain = all(
        token.kind in ("filler", "time", "unknown") or token.name == "document" for token in piece.before
    )
    if not beside or not plain:
        return None
    return told_as(line, "document", "issued", known, last.start)


def _stock_left(line: Line, known: Vocabulary) -> Told | None:
    """规范性文件年末20件: those in force, where what was issued and repealed is told beside them."""
    number, piece = line.piece.number, line.piece
    if line.told is not None or Group.STOCK not in piece.before.groups:
        return None
    plain = all(
        token.kind in ("filler", "time") or token.name == "document" or token.is_in(Group.STOCK)
        for token in piece.before
    )
    goes_on = any(token.kind not in ("filler", "mark") for token in piece.behind)
    if number is None or not plain or goes_on:
        return None
    if line.subject.thing != "document" or line.subject.among or number.name not in known.units["document"]:
        return None
    return told_as(line, "document", "in_force", known)
