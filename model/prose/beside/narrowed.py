"""Numbers that words beside them narrow: to whom, above what, in whose name, by whose hands; none is the whole of its kind."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from model.prose.beside.disputes_apart import leave_disputes_apart
from model.prose.beside.said_of_some import leave_said_of_some
from model.prose.beside.within_some import leave_within_some
from model.prose.beside.years_apart import are_of_one_year, leave_years_apart
from model.prose.pieces.line import Line, things_told
from model.prose.pieces.piece import Piece
from model.prose.words.claim_words import Group, vocabulary
from model.prose.words.codes import OUTCOME
from model.prose.words.tokens import DECISIONS, KEYS, Token, Words

OF_ONE_BODY: Final = ("document", "regulation", *DECISIONS)
"""What each body draws up or decides by itself."""
_MADE: Final = ("decided", "issued")
_SHORT_NAME: Final = 2
_YUAN: Final = "元"
_ASKED: Final = ("application", "request")
_TOTAL: Final = frozenset({"filler", "relation"})
"""Kinds of words that only say that a number is a total."""


def leave_narrowed(lines: Sequence[Line]) -> None:
    """Take back what is told of some of a thing only."""
    _name_who_acts(lines)
    leave_disputes_apart(lines)
    leave_years_apart(lines)
    leave_within_some(lines)
    leave_said_of_some(lines)
    decided = not things_told(lines).isdisjoint(OF_ONE_BODY)
    left = decided and _is_named_twice(lines)
    answers = {line.told.names for line in lines if line.told is not None and line.told.code == OUTCOME}
    refused_alone = answers == {("refused",)}
    before: Line | None = None
    for line in lines:
        told, piece = line.told, line.piece
        if told is not None and (
            _is_said_of_some(piece, before)
            or (told.thing in OF_ONE_BODY and (left or _is_of_some(piece)))
            or (told.names == ("in_force",) and _is_left_in_force(piece))
            or (told.code == OUTCOME and _is_consent(line, lines, refused_alone=refused_alone))
        ):
            line.told = None
        left = left or _is_left_to_others(piece)
        before = line


def _is_said_of_some(piece: Piece, before: Line | None) -> bool:
    """Whether the words around a number, or what is told `before` it, say that it counts some, whatever its thing is."""
    by_itself = (
        _is_said_behind(piece)
        or is_left_out(piece)
        or _has_come_of_something(piece)
        or _is_some_within(piece)
        or _is_about(piece)
        or _is_added_from_last_year(piece)
        or _is_done_in_a_room(piece)
        or _is_looked_into(piece)
    )
    return by_itself or (
        before is not None
        and (
            _is_bounded(before, piece)
            or _is_within_a_sum(before, piece)
            or _is_made_of(before, piece)
            or _is_of_topics(before, piece)
            or _is_consent_of_applicants(before, piece)
        )
    )


def _is_about(piece: Piece) -> bool:
    """收到征地公开申请31件: applications about something."""
    return any(
        one.kind == "thing"
        and (one.is_in(Group.TOPICS) or one.name in DECISIONS)
        and other.name == "application"
        for one, other in pairwise(piece.before)
    )


def _is_of_topics(before: Line, piece: Piece) -> bool:
    """申请主要集中在征地、住房等方面，共计31件: those about what most are about; nothing is done with them."""
    if before.piece.number is not None or "total" not in piece.before.names:
        return False
    words = before.piece.before
    return "wide" in words.names and "action" not in words.kinds and piece.before.kinds <= _TOTAL


def _is_consent_of_applicants(before: Line, piece: Piece) -> bool:
    """企业不同意公开的1件: what those asked did not agree to, and none of the applications of such."""
    if before.piece.number is not None or piece.mark or not before.piece.before:
        return False
    asked = before.piece.before[-1].kind == "applicant"
    return asked and any(token.is_in(Group.CONSENT) for token in piece.before[:1])


def _is_added_from_last_year(piece: Piece) -> bool:
    """收到16件，连同去年的1件: what is added of last year's was carried in, and is not all that came in that year."""
    words = piece.before
    added = bool(words) and words[0].is_in(Group.ADDED)
    return added and words.kinds <= {"filler", "time"} and "last" in words.names


def _is_done_in_a_room(piece: Piece) -> bool:
    """法规科受理申请12件: what came to one room of the office."""
    said = [token for token in piece.before if token.kind not in ("filler", "time")][:2]
    room = len(said) > 1 and said[0].kind == "unknown" and said[0].ends_in(Group.ROOMS_END)
    return room and said[1].kind == "action"


def _is_looked_into(piece: Piece) -> bool:
    """对398件答复进行抽查, 县政府办对我局答复的12件进行抽检: what something else was done about."""
    return Group.ABOUT_WHAT in piece.before.groups and any(
        token.is_in(Group.LOOKED_INTO) for token in piece.behind
    )


def _is_bounded(before: Line, piece: Piece) -> bool:
    """10万元以上的行政处罚6件: those above or below an amount."""
    joined = not piece.mark and bool(piece.before) and piece.before[0].words == "的"
    return joined and any(token.is_in(Group.BOUNDS) for token in before.piece.behind[:1])


def _is_within_a_sum(before: Line, piece: Piece) -> bool:
    """非税收入12.3亿元，其中行政事业性收费3.1亿元: fees within another sum."""
    number = before.piece.number
    summed = number is not None and number.name.endswith(_YUAN)
    return summed and piece.before.names >= {"fee", "among"}


def _is_made_of(before: Line, piece: Piece) -> bool:
    """13件合并为5件处理, 98件申请合并答复为86件: what others were made into."""
    if piece.mark:
        return False
    last = Words(before.piece.behind[-2:])
    return Group.MERGED in last.groups or (not piece.before and "deed" in last.kinds)


def _is_said_behind(piece: Piece) -> bool:
    """作出行政处罚210件的是县区局: whose number it is stands behind it."""
    words = [token.words for token in piece.behind]
    said = words[:1] == ["的"] and any(token.is_in(Group.IS) for token in piece.behind[1:2])
    return said and any(token.kind == "unknown" or token.name == "others" for token in piece.behind[2:3])


def _has_come_of_something(piece: Piece) -> bool:
    """档案不全，导致4件申请无法提供: applications that something has led to are not all of them."""
    words = [token for token in piece.before if token.kind != "filler"]
    led = bool(words) and words[-1].is_in(Group.LED_TO)
    return led and not {token.name for token in piece.behind[:1]}.isdisjoint(_ASKED)


def _is_some_within(piece: Piece) -> bool:
    """答复中有3件经过会商: some of those before, of which no word behind the number says what became of them."""
    named = [token for token in piece.before if token.kind != "filler"]
    return bool(named) and named[-1].is_in(Group.INSIDE) and piece.behind.kinds.isdisjoint(KEYS)


def _is_of_some(piece: Piece) -> bool:
    """对运输企业作出行政处罚26件, 委托县局实施行政许可8件, 部门制发规范性文件9件: for some, or by other hands."""
    words = piece.before
    if any(one.is_in(Group.ABOUT_WHAT) and _is_somebody(other) for one, other in pairwise(words)):
        return True
    if any(token.kind == "filler" and token.contains(Group.IN_NAME_OF) for token in words):
        return True
    if any(token.kind == "unknown" and token.contains(Group.BY_PROXY) for token in words):
        return True
    departments = any(token.kind == "unknown" and token.ends_in(Group.DEPARTMENTS) for token in words)
    return departments and "who" not in words.kinds


def _is_somebody(token: Token) -> bool:
    """Whether a word behind 对 says to whom something was done; 对违法行为 is to all."""
    named = token.kind in ("unknown", "applicant") and token.name != "everybody"
    return named and not token.words.startswith(vocabulary().groups[Group.OFFENDERS])


def _is_named_twice(lines: Sequence[Line]) -> bool:
    """以县政府名义制发4件，以部门名义制发2件: in several names, each is a part."""
    names = [
        line
        for line in lines
        if line.piece.number is not None
        and any(token.name == "signed" or token.contains(Group.IN_NAME_OF) for token in line.piece.before)
    ]
    return len(names) > 1


def _is_left_to_others(piece: Piece) -> bool:
    """行政处罚由区执法队实施，全年作出处罚决定56件: what follows is told of those who do it."""
    if piece.number is not None or Group.DONE_BY not in piece.before.groups:
        return False
    by = [place for place, token in enumerate(piece.before) if token.is_in(Group.DONE_BY)]
    if not piece.before[by[0] + 1 :]:
        return False
    who = piece.before[by[0] + 1]
    done = any(token.name in _MADE for token in piece.before[by[0] + 1 :])
    return done and (who.kind == "unknown" or who.name == "others")


def _is_left_in_force(piece: Piece) -> bool:
    """另有13件经评估继续有效: of those that were looked at."""
    words = piece.tokens
    return any(token.is_in(Group.OTHERS) or token.contains(Group.LOOKED_AT) for token in words)


def is_narrowed_behind(behind: Sequence[Token]) -> bool:
    """Return whether the words right behind a number bound it, or tell when: 控制在5%以内, 3件在5日内答复, 92件本年申请."""
    first = next((token for token in behind if token.kind != "filler"), None)
    quick = first is not None and first.name == "within"
    return quick or any(token.is_in(Group.BOUNDS) for token in behind[:1]) or are_of_one_year(behind)


def without_division(words: list[Token]) -> list[Token]:
    """Return the words behind what only says how all are divided: 行政处罚按程序分，简易程序12件."""
    marks = [n for n, one in enumerate(words) if one.kind == "mark"]
    ends = next(
        (n for n in marks if n and words[n - 1].words.endswith("分") and _is_divided(words[:n])), None
    )
    return words if ends is None else words[ends:]


def _is_divided(words: Sequence[Token]) -> bool:
    return any(token.words.startswith("按") for token in words)


def is_left_out(piece: Piece) -> bool:
    """Return whether it counts anything but what is named: 行政许可以外的服务1862件."""
    outside = Group.OUTSIDE in piece.before.groups or Group.OUTSIDE in piece.behind.groups
    return outside and any(
        one.kind == "thing" and other.is_in(Group.OUTSIDE) for one, other in pairwise(piece.tokens)
    )


def _is_consent(line: Line, lines: Sequence[Line], *, refused_alone: bool) -> bool:
    """征求第三方意见15次，同意公开6次: what others agreed to, and no answer of the office."""
    if Group.CONSENT not in line.piece.tokens.groups:
        return False
    if any(token.contains(Group.THIRD_PARTIES) for one in lines for token in one.piece.tokens):
        return True
    return refused_alone and line.told is not None and line.told.names == ("refused",)


def _name_who_acts(lines: Sequence[Line]) -> None:
    """稽查局立案查处213起，作出处罚决定198份: whoever a sentence begins with has done what it tells of decisions."""
    words = lines[0].piece.before[:2] if lines else ()
    name = words[0].words if len(words) > 1 and words[0].kind == "unknown" else ""
    acts = len(name) > _SHORT_NAME and words[0].ends_in(Group.OFFICE_ENDS) and words[1].kind == "deed"
    for line in lines if acts else ():
        if line.told is not None and line.told.thing in DECISIONS and not line.told.who:
            line.told = line.told._replace(who=name)
