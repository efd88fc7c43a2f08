"""What a piece of a sentence denies: 未收到申请, 没有发生行政复议和行政诉讼, 无上年结转."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from model.prose.pieces.other_kinds import is_other_deed
from model.prose.pieces.piece import Piece
from model.prose.pieces.subject import Subject, Told
from model.prose.words.claim_words import Group, Vocabulary
from model.prose.words.numerals import Quantity
from model.prose.words.tokens import DECISIONS, DISPUTES, Token, Words

_RECEIVED: Final = frozenset({"received", "taken", "processed", "arose"})
_ASKED: Final = ("application", "request")
_CARRIED_IN: Final = "carried_in"
_CAME_ABOUT: Final = ("arose", "received", "taken")
_AFTER_REVIEW: Final = "after_review"
_EACH: Final = ("均", "都")
_DECIDED: Final = ("licence", "penalty", "coercive")


def denied(piece: Piece, subject: Subject, vocabulary: Vocabulary) -> Iterator[Told]:
    """Yield what the piece tells to have been none: each thing named last in its part of the list."""
    first = next((n for n, token in enumerate(piece.before) if token.name == "none"), None)
    if piece.number is not None or first is None:
        return
    words = _denied_words(piece.before, first)
    done = any(token.name in ("received", "taken", *_DECIDED) for token in words)
    if any(
        _is_another(token) for token in _without_manner(words) if not (done and token.name == "processed")
    ):
        return
    ahead = piece.before[:first]
    elsewhere = speaks_of_else(ahead)
    whose = [token.name for token in ahead if token.kind == "applicant" and token.name != "everybody"]
    for part in _parts(words):
        if elsewhere and part[-1].name in DISPUTES:
            continue
        thing, *names = _none_of(part, words, subject) or ("",)
        if names == ["received"]:
            # 律师事务所没有申请 is denied of these alone, 线上没有收到申请 of what came so.
            names = whose or ([] if any(token.kind == "part" for token in ahead) else names)
        start = min(piece.before[first].start, part[0].start)
        end = part[-1].end if part[-1].end > piece.before[first].end else piece.before[-1].end
        none = Quantity(start, end, Decimal(0), Decimal(0), "件")
        for name in names:
            meaning = vocabulary.meanings.get(thing, {}).get(name)
            if meaning is not None:
                # 上年度无结转: what last year did not leave was not carried in this year.
                later = name == _CARRIED_IN and piece.before[first - 1].name == "last"
                yield Told(
                    none, start, end, thing, (name,), meaning.code, f"没有{meaning.says}", meaning.readings[:1],
                    subject.when + int(later), subject.who,
                )  # fmt: skip


def said_of_each(told: Told, before: Told | None, piece: Piece, vocabulary: Vocabulary) -> Told | None:
    """Return what is denied where it is of each of the other disputes told before: 复议3件，均未起诉; None of reviews.

    Others may go to court at once.
    """
    first = next((n for n, token in enumerate(piece.before) if token.name == "none"), 0)
    opening = piece.before[: first + 1]
    each = any(token.words.startswith(_EACH) for token in opening)
    named = any(token.name == told.thing for token in opening)
    others = before is not None and before.thing in DISPUTES and told.thing in DISPUTES
    if before is None or not others or not each or named or told.thing == before.thing:
        return told
    if told.thing != "suit":
        return None
    later = vocabulary.meanings["suit"][_AFTER_REVIEW]
    return told._replace(
        names=(_AFTER_REVIEW,), code=later.code, says=f"没有{later.says}", readings=later.readings[:1]
    )


def _denied_words(words: Words, first: int) -> list[Token]:
    """The words of which it is denied that they came about: those behind the denial, or before 均未发生."""
    behind = words[first + 1 :]
    opening = words[first - 1 : first] if first else ()
    if behind and all(token.name in _CAME_ABOUT for token in behind):
        behind, opening = words[:first], ()
    named = [token for token in behind if token.kind not in ("time", "who")]
    last = _is_last_year(opening)
    return [_carried_in(token) if last and token.name == "open" else token for token in named]


def speaks_of_else(words: Sequence[Token]) -> bool:
    """Return whether words tell of another matter, and not of ours: 审核合同12份，均未引发诉讼; 行政处罚决定未引发复议."""
    names = {token.name for token in words}
    ours = names & {"application", "information", "handled"} or any(token.kind == "topic" for token in words)
    other = any(token.kind == "thing" and token.name in ("other", *DECISIONS) for token in words)
    return (other or any(is_other_deed(*two) for two in pairwise(words))) and not ours


def _without_manner(words: Sequence[Token]) -> Iterator[Token]:
    """The words without how it would go on: 结转下年度办理."""
    before = ""
    for token in words:
        if not (before == "carry" and token.name == "processed"):
            yield token
        before = before if token.kind == "filler" else token.kind


def _is_last_year(opening: Sequence[Token]) -> bool:
    """Whether the denial is of the year before: 上年无结转."""
    return any(token.kind == "time" and token.name == "last" for token in opening)


def _carried_in(token: Token) -> Token:
    return token._replace(name=_CARRIED_IN)


def answered(piece: Piece, answer: Piece) -> Piece | None:
    """Return what is denied behind a colon as one piece: 行政复议、行政诉讼：无."""
    alone = [token.name for token in answer.before if token.kind != "filler"] == ["none"]
    if answer.mark != ":" or not alone or piece.number is not None or answer.number is not None:
        return None
    return Piece(piece.mark, Words((*answer.before, *piece.before)))


def _is_another(token: Token) -> bool:
    """Words that make it something else: 被纠错的复议, 按期答复."""
    if token.is_in(Group.CLOSING):
        return False
    return token.kind in ("part", "deed", "unknown", "rate", "outcome", "result", "compare") or (
        token.kind == "action" and token.name in ("handled", "processed", "pending")
    )


def _parts(words: Sequence[Token]) -> list[list[Token]]:
    """The words between 、 and 和, without what only closes a phrase."""
    parts: list[list[Token]] = [[]]
    for token in words:
        if token.name == "join":
            parts.append([])
        elif not token.is_in(Group.CLOSING):
            parts[-1].append(token)
    for part in parts:
        while part and part[-1].kind in ("action", "filler"):
            part.pop()
    return [part for part in parts if part]


def _none_of(part: Sequence[Token], words: Sequence[Token], subject: Subject) -> tuple[str, ...] | None:
    """The thing and what is told of it: 未制发、未废止规范性文件 tells two things."""
    head = part[-1]
    actions = {token.name for token in words if token.kind == "action"}
    carried = [token.name for token in part if token.kind == "carry"]
    if carried and (head.kind == "carry" or (head.kind == "thing" and head.name in _ASKED)):
        known = carried[-1] != "elsewhere" and subject.thing == "application"
        return ("application", carried[-1]) if known else None
    if head.kind != "thing":
        return None
    if head.name == "application" or (head.name == "request" and subject.thing == "application"):
        who = [token.name for token in part if token.kind == "applicant" and token.name != "everybody"]
        known = actions <= _RECEIVED and _stands_alone(part)
        return ("application", who[-1] if who else "received") if known else None
    if head.name in DISPUTES:
        about = any(token.name in ("information", "application") for token in words)
        known = (about or subject.related) and actions <= {"arose", "received"}
        return (head.name, "told") if known else None
    if head.name in ("document", "regulation"):
        return (head.name, *sorted(actions)) if actions and actions <= {"issued", "repealed"} else None
    if head.name in _DECIDED:
        return (head.name, "told") if actions <= {"decided", "processed", "arose"} else None
    return None


def _stands_alone(part: Sequence[Token]) -> bool:
    """Whether applications are meant by the last word: 申请 behind words of another kind may be something else."""
    plain = part[-1].name == "application" or len(part) == 1
    return plain or part[-2].kind in ("action", "applicant", "filler")
