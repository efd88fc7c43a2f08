"""What one piece of a sentence tells: of which thing, what was done, of which year, by whom, whole or part.

The subject is carried from piece to piece: 收到申请12件，答复9件 tells of applications twice. Where a word is not known,
what is carried no longer counts: a number whose subject is not certain tells nothing.
"""

from collections.abc import Sequence
from itertools import chain, product, takewhile
from typing import Final

from model.prose.pieces.deeds import names_told
from model.prose.pieces.named_office import naming
from model.prose.pieces.piece import Piece
from model.prose.pieces.subject import Subject, Told
from model.prose.pieces.thing_told import thing_told
from model.prose.words.claim_words import Group, Meaning, Vocabulary, vocabulary
from model.prose.words.tokens import DECISIONS, DISPUTES, KEYS, Token, Words

_WHO_AND_WHEN: Final = ("time", "who")
_KINDS: Final = "declined_"
"""Rows of table 三 that are called as applications are that come in."""
_QUOTED: Final = KEYS | {"part"}
"""Kinds of words that are quoted with their number."""


def read(piece: Piece, subject: Subject, vocabulary: Vocabulary) -> Told | None:
    """Return what the piece's number tells, None where that is not certain."""
    if not _may_tell(piece, subject):
        return None
    left, right = _without_who_and_when(piece, subject), piece.near
    words = Words((*left, *right)) if right else left
    thing, explicit = thing_told(left, right, subject)
    if not _is_certain(piece, thing, words, subject):
        return None
    keys = [place for place, token in enumerate(left) if token.kind in KEYS]
    unknowns = [place for place, token in enumerate(left) if _is_open(token)]
    if unknowns and (not explicit or (keys and unknowns[-1] > keys[-1])):
        return None
    limited = _is_limited(thing, left, keys, unknowns)
    if thing == "application" and not limited:
        row, part = _row(words, subject, vocabulary)
        if row:
            return _told_of_row(piece, row, part, words, subject, vocabulary)
    if thing in DISPUTES and not explicit and _goes_on(piece):
        return None
    names, sure = names_told(thing, left, right, subject, explicit=explicit, unknown=bool(unknowns))
    dimension = _part_told(thing, names, left, words) or ("about" if limited else "")
    if not names or (dimension == "about" and limited and thing != "application"):
        return None
    if thing == "application" and (subject.who == "signed" or _is_done_by_some(left, right)):
        # 以县政府名义办结3件, 其中3件由业务科室办理: others handle some as well.
        dimension = dimension or "signed"
    if len(names) > 1 and names[0] == "or":
        return _told(
            piece, thing, names[1:], subject, vocabulary, together=False, dimension=dimension, sure=False
        )
    sure = sure and not dimension and (explicit or subject.distance == 0)
    sure = sure and not (names == ("repealed",) and Group.EVER in left.groups)
    return _told(piece, thing, names, subject, vocabulary, together=True, dimension=dimension, sure=sure)


def _is_done_by_some(left: Words, right: Words) -> bool:
    """Whether nothing but who did it is told, behind the number."""
    return Group.DONE_BY in right.groups and left.kinds.isdisjoint(KEYS)


def _may_tell(piece: Piece, subject: Subject) -> bool:
    """Whether the piece has a number of what went on in one year, which counts a thing and not a kind of it."""
    number = piece.number
    if number is None or number.told is None or piece.compares:
        return False
    bounded = any(token.is_in(Group.BOUNDS) for token in piece.behind[:1])
    return not (
        bounded or _is_blocked(piece) or _is_of_two_years(piece, subject.when) or _is_attribute(piece.behind)
    )


def _is_limited(thing: str, left: Words, keys: Sequence[int], unknowns: Sequence[int]) -> bool:
    """Whether a word that is not known stands among those that say what a number is: then it counts some of it only."""
    among = bool(keys) and any(keys[0] < place < keys[-1] for place in unknowns)
    examples = among and thing in DECISIONS and left[keys[-1] - 1].is_in(Group.AND_SO_ON)
    return among and not examples and "against" not in left.names


def _told_of_row(
    piece: Piece, row: str, part: str, words: Words, subject: Subject, vocabulary: Vocabulary
) -> Told | None:
    """A row of table 三, or the one result that is told with it: 不予公开10件，其中属于国家秘密2件."""
    ends = [token.name for token in words if token.kind == "outcome"]
    names = (row, *ends) if len(ends) == 1 and part != "reason" else (row,)
    together = len(names) == 1
    return _told(
        piece, "application", names, subject, vocabulary, together=together, dimension=part, sure=False
    )


def _without_who_and_when(piece: Piece, subject: Subject) -> Words:
    """The words before the number that do not only say whose it is and of which year."""
    name = naming(piece) if subject.who else []
    whose = name if subject.who == "".join([token.words for token in name]) else []
    if not whose and piece.before.kinds.isdisjoint(_WHO_AND_WHEN):
        return piece.before
    return Words([token for token in piece.before if token.kind not in _WHO_AND_WHEN and token not in whose])


def _is_open(token: Token) -> bool:
    """Whether a word leaves open what is told: one that is not known, or 其他 where it names no result."""
    return token.kind in ("unknown", "topic") or (token.kind == "part" and token.name == "rest")


def _is_certain(piece: Piece, thing: str, words: Words, subject: Subject) -> bool:
    """Whether the number counts a thing that is known, in a unit of it, and no disputes that the office only judges."""
    known = thing in vocabulary().meanings and not subject.is_judge_of(thing)
    return known and piece.number is not None and _is_unit(piece.number.name, thing, words, subject)


def _is_unit(unit: str, thing: str, near_by: Words, subject: Subject) -> bool:
    """Whether the thing is counted so."""
    known = vocabulary()
    items = unit in known.groups[Group.ITEMS]
    if thing in DECISIONS:
        decided = any(token.ends_in(Group.DECIDED_ENDS) for token in near_by)
        if unit in known.groups[Group.PAPERS_OF_DECISIONS]:
            return decided
        if items:
            return decided or subject.items == "decision" or "decided" in near_by.names
    done = thing == "application" and "action" in near_by.kinds
    if items and done and _is_only_new(near_by):
        return False
    if unit in known.units[thing] or (items and (done or subject.items == thing)):
        return True
    return thing == "application" and _is_unit_of_applicants_or_items(unit, near_by)


def _is_unit_of_applicants_or_items(unit: str, near_by: Words) -> bool:
    """公民214人次，企业31家次, 申请事项12项: applications are counted by those who apply, and by what they are called."""
    if "applicant" in near_by.kinds and unit in vocabulary().groups[Group.HEADS]:
        return True
    return unit == "项" and any(token.ends_in(Group.CALLED_ITEMS) for token in near_by)


def _is_only_new(near_by: Words) -> bool:
    """Whether nothing but being new is told, of what is not named: 建立台账，新增138个 counts its entries."""
    actions = [token for token in near_by if token.kind == "action"]
    return "thing" not in near_by.kinds and all(token.is_in(Group.NEW) for token in actions)


def _row(tokens: Words, subject: Subject, vocabulary: Vocabulary) -> tuple[str, str]:
    """The row of table 三 that the number is, where results are told: 不予公开10件，其中属于国家秘密2件.

    Behind it is what makes it a part: where what was received is told, others of the row may be of the year before.
    """
    if tokens.kinds & {"carry", "applicant", "unknown"} or any(
        token.kind == "action" and token.name != "arose" for token in tokens
    ):
        return "", ""
    parts = {token.name for token in tokens if token.kind == "part"}
    found = next(iter(parts), "") if len(parts) == 1 else ""
    of_received = subject.among and subject.action not in ("", "handled")
    ends = (subject.ended and not of_received) or "outcome" in tokens.kinds
    if found in vocabulary.rows:
        # 收到12件，其中重复申请3件 says how they came; not all of them need have ended so.
        reason = of_received and (subject.ended or not found.startswith(_KINDS))
        return (found, "") if ends else (found, "reason") if reason else ("", "")
    return (found, found) if (ends or subject.ended) and found == "absent" else ("", "")


def _goes_on(piece: Piece) -> bool:
    """Whether something is told behind a number that the grammar does not know: 其中1件由他人提起."""
    return bool(piece.behind.kinds & {"unknown", "deed", "part"})


def _is_blocked(piece: Piece) -> bool:
    """Whether something else is done, or denied, or the number is a rate."""
    before = piece.before
    if before.kinds & {"deed", "rate"} or any(token.kind == "rate" for token in piece.behind[:1]):
        return True
    return "relation" in before.kinds and bool(before.names & {"none", "share"})


def _is_of_two_years(piece: Piece, when: int) -> bool:
    """2023年提起、2024年审结的1件, 上年的2件今年全部审结: only what went on in both years is counted."""
    if "time" not in piece.before.kinds:
        return False
    behind = takewhile(lambda token: token.name != "join", piece.behind)
    times = [token for token in (*piece.before, *behind) if token.kind == "time"]
    apart = {token.name for token in times if token.name != "year"}
    years = {token.year for token in times if token.name == "year"}
    if len(years) > 1 or apart >= {"this", "other"} or apart >= {"this", "last"}:
        return True
    return "this" in apart and bool(years - {when})


def _is_attribute(behind: Words) -> bool:
    """Whether the thing behind a number only says of which kind a paper is: 收到1份依申请公开意见征询件."""
    if "thing" not in behind.kinds:
        return False
    place = next(n for n, token in enumerate(behind) if token.kind == "thing")
    goes_on = takewhile(
        lambda token: token.kind in ("thing", "deed", "unknown") or token.words == "的", behind[place + 1 :]
    )
    return any(
        token.name == "other" or (token.ends_in(Group.PAPER_ENDS) and token.name not in DISPUTES)
        for token in goes_on
    )


def _part_told(thing: str, names: Sequence[str], left: Words, words: Words) -> str:
    """Along what the number may be a part of what the tables hold."""
    if tuple(names) == ("ended",):
        # Others of the cell may have ended in another way.
        return "ended"
    if thing in DECISIONS and Group.PUBLISHED in left.groups:
        return "published"
    if tuple(names) == ("carried_in",) and "handled" in left.names:
        # 办结上年结转3件: others that were carried in may be open still.
        return "course"
    return _dimension(left, words) if thing == "application" else ""


def _dimension(left: Words, words: Words) -> str:
    parts = [token.name for token in words if token.kind == "part"]
    if any(token.words == "通过" for token in left):
        parts.append("channel")
    if Group.CONCERNS in left.groups:
        parts.append("about")
    return parts[0] if parts else ""


def _told(
    piece: Piece,
    thing: str,
    names: tuple[str, ...],
    subject: Subject,
    vocabulary: Vocabulary,
    *,
    together: bool,
    dimension: str,
    sure: bool,
) -> Told | None:
    meanings = meanings_of(thing, names, vocabulary)
    number = piece.number
    if not meanings or number is None or number.told is None:
        return None
    if len(meanings) == 1:
        readings = meanings[0].readings
    elif together:
        ways = product(*(meaning.readings for meaning in meanings))
        readings = tuple(tuple(chain.from_iterable(way)) for way in ways)
    else:
        readings = tuple(dict.fromkeys(reading for meaning in meanings for reading in meaning.readings))
    before = (token for token in piece.before if token.kind in _QUOTED and token.name != "information")
    behind = (token.end for token in reversed(piece.near) if token.kind in _QUOTED)
    first = next(before, number)
    says = "、".join(dict.fromkeys(meaning.says for meaning in meanings))
    return Told(
        number.told,
        min(first.start, number.start),
        max(next(behind, 0), number.end),
        thing,
        names,
        meanings[0].code,
        says,
        readings,
        subject.when,
        subject.who,
        dimension,
        sure and not subject.either,
        either=subject.either,
    )


def meanings_of(thing: str, names: Sequence[str], vocabulary: Vocabulary) -> list[Meaning]:
    """Return what each of the names means of a thing; nothing where one means nothing."""
    found = []
    for name in names:
        if name in DISPUTES:
            found.append(vocabulary.meanings[name]["told"])
        elif name in vocabulary.meanings[thing]:
            found.append(vocabulary.meanings[thing][name])
        else:
            return []
    return found
