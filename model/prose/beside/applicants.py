"""Who applied: kinds of applicants told beside each other in one list."""

from collections.abc import Sequence
from itertools import chain, pairwise, product, takewhile
from typing import Final

from model.prose.pieces.line import Line
from model.prose.words.claim_words import Group, Vocabulary, vocabulary
from model.prose.words.codes import APPLICANT
from model.prose.words.tokens import Token

_KINDS: Final = ("enterprise", "research", "nonprofit", "legal_service", "other_organisation")
"""The columns of those who are no persons."""
_COMPANY: Final = "company"
_OTHERS: Final = ("other_organisation",)
_LEGAL: Final = ("legal",)


def tell_kinds_apart(lines: Sequence[Line], known: Vocabulary) -> None:
    """企业3件，律师事务所1件，其他2件: beside other kinds, companies are not all that are no persons, nor are 其他.

    They are the column of that name, 其他 also all columns that are not told. Where a number of the list was not
    understood, it is open which those are.
    """
    _leave_counted_together(lines)
    lists: dict[int, list[Line]] = {}
    for line in lines:
        lists.setdefault(id(line.list), []).append(line)
    for listed in lists.values():
        _leave_bodies(listed)
        _tell_apart(listed, known)
    _open_bodies(lines, known)


def _leave_counted_together(lines: Sequence[Line]) -> None:
    """26名公民、4家企业提出申请30件: those who are counted one after another have sent in what follows together."""
    joins = vocabulary().groups[Group.JOINS]
    counted = ("", *(_unit_of_heads(line) for line in lines))
    for place, (before, line) in enumerate(pairwise(lines), 1):
        if counted[place] and _is_sent_in_by(before, line):
            line.told = None
        own = line.told is not None and line.told.code == APPLICANT and not line.piece.mark
        whose = own and line.piece.before[:1] and line.piece.before[0].kind == "applicant"
        joined = before.piece.mark in joins and counted[place - 1]
        if whose and counted[place] and (joined or "applicant" in before.piece.before.kinds):
            line.told = None


def _is_sent_in_by(before: Line, line: Line) -> bool:
    """6名律师提交申请9件, 3名申请人提出申请21件: whether those sent it in who are counted before, no kind of the tables."""
    counted = line.told is not None and line.told.names == ("told",) and not line.piece.mark
    own = line.piece.before
    someone = "unknown" in before.piece.behind.kinds or (bool(own) and own[0].name == "everybody")
    return counted and someone and "arose" in own.names


def _unit_of_heads(line: Line) -> str:
    """The unit of a number that counts who applied; "" for any other."""
    number = line.piece.number
    return number.name if number is not None and number.name in vocabulary().groups[Group.COUNT_HEADS] else ""


def join_kinds(lines: Sequence[Line], known: Vocabulary) -> None:
    """12件申请来自企业和律师事务所: kinds named behind a number are counted together; beside an unknown one it is open whose."""
    for place, line in enumerate(lines):
        told = line.told
        behind = line.piece.behind
        if told is None or told.code != APPLICANT or "applicant" not in behind.kinds:
            continue
        names = dict.fromkeys(token.name for token in behind if token.kind == "applicant")
        further = [part for line in takewhile(_goes_on, lines[place + 1 :]) for part in _parts(line)]
        named = [next((token.name for token in part if token.kind == "applicant"), "") for part in further]
        if not further and len(names) == 1:
            continue
        names.update(dict.fromkeys(named))
        meanings = [known.meanings["application"].get(name) for name in names]
        if not all(meanings):
            line.told = None
            continue
        ways = product(*(meaning.readings for meaning in meanings if meaning is not None))
        readings = tuple(tuple(chain.from_iterable(way)) for way in ways)
        says = "、".join(meaning.says for meaning in meanings if meaning is not None)
        line.told = told._replace(names=tuple(names), readings=readings, says=says, sure=False)


def _parts(line: Line) -> list[list[Token]]:
    """What stands between the words that join it: 社会组织和律师事务所."""
    parts: list[list[Token]] = [[]]
    for token in line.piece.before:
        if token.name == "join":
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _goes_on(line: Line) -> bool:
    """Whether a piece without a number goes on with whoever applied."""
    joined = line.piece.mark in vocabulary().groups[Group.JOINS]
    return joined and line.piece.number is None and "none" not in line.piece.before.names


def _leave_bodies(lines: Sequence[Line]) -> None:
    """法人8件，其他组织6件: where the one ends and the other begins, the tables do not tell."""
    bodies = [line for line in lines if Group.BODIES in line.piece.tokens.groups]
    others = [line for line in lines if line.told is not None and line.told.names == _OTHERS]
    for line in (*bodies, *others) if bodies and others else ():
        line.told = None


def _open_bodies(lines: Sequence[Line], known: Vocabulary) -> None:
    """自然人申请32件，法人申请4件: 法人 alone may be companies or all that are no persons."""
    company = known.meanings["application"][_COMPANY].readings
    for line in lines:
        told = line.told
        if told is not None and told.names == _LEGAL and Group.BODIES in line.piece.tokens.groups:
            line.told = told._replace(readings=tuple(dict.fromkeys((*told.readings, *company))), sure=False)


def _tell_apart(lines: Sequence[Line], known: Vocabulary) -> None:
    told = {name for line in lines if line.told is not None for name in line.told.names}
    named = told & {*_KINDS, _COMPANY}
    is_open = _is_open(lines)
    if not named or (len(named) == 1 and not is_open):
        return
    columns = {kind: known.meanings["application"][kind].readings[0] for kind in _KINDS}
    told = told | {"enterprise"} if _COMPANY in told else told
    untold = tuple(
        field
        for kind, reading in columns.items()
        if kind not in told or kind == "other_organisation"
        for field in reading
    )
    for line in lines:
        if line.told is not None and line.told.names == (_COMPANY,) and len(named) > 1:
            line.told = line.told._replace(readings=line.told.readings[:1])
        elif line.told is not None and line.told.names == _OTHERS:
            readings = dict.fromkeys((line.told.readings[0], untold))
            line.told = None if is_open else line.told._replace(readings=tuple(readings), sure=False)


def _is_open(lines: Sequence[Line]) -> bool:
    """Whether a number among those who applied was not understood: 企业3件，律所1件，其他2件, where 律所 is no known word."""
    kinds = [n for n, line in enumerate(lines) if "applicant" in line.piece.tokens.kinds]
    return bool(kinds) and any(_is_not_understood(line) for line in lines[kinds[0] : kinds[-1] + 1])


def _is_not_understood(line: Line) -> bool:
    number = line.piece.number
    counts = number is not None and number.name in vocabulary().units["application"]
    return counts and line.told is None and not line.piece.compares
