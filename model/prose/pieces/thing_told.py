"""Which thing a piece of a sentence tells of: the one that it names, or the one that was spoken of before."""

from collections.abc import Sequence
from typing import Final

from model.prose.pieces.subject import Subject
from model.prose.words.claim_words import Group
from model.prose.words.tokens import DISPUTES, Token, Words

_APPLICANTS: Final = ("natural_person", "legal", "enterprise", "nonprofit", "legal_service")
"""Kinds of those who apply for nothing else in a report."""


def thing_told(left: Words, right: Words, subject: Subject) -> tuple[str, bool]:
    """The thing told of and whether the piece itself names it. The last noun before a number is its head."""
    of_applications = _is_of_applications(left, right, subject)
    for token in (*reversed(left), *right):
        named = _named_by(token, left, right, subject, of_applications=of_applications)
        if named is not None:
            return named
    if of_applications:
        return "application", False
    if left.names & {"direct", "after_review"} and subject.related:
        return "suit", True
    reach = int(any(_goes_on(token, subject) for token in (*left, *right)))
    return (subject.thing, False) if subject.distance <= reach else ("", False)


def _is_of_applications(left: Words, right: Words, subject: Subject) -> bool:
    """Whether the words tell what only applications come to, and nothing else was spoken of."""
    kinds = left.kinds | right.kinds
    if "everybody" in left.names | right.names:
        kinds = frozenset(token.kind for token in (*left, *right) if token.name != "everybody")
    if subject.thing == "request" and kinds & {"carry", "outcome", "applicant"}:
        return True
    if subject.thing in ("", "application") and "carry" in kinds:
        return True
    return (subject.thing == "" or subject.listing) and "outcome" in kinds


def _named_by(
    token: Token, left: Words, right: Words, subject: Subject, *, of_applications: bool
) -> tuple[str, bool] | None:
    """The thing that a word names and whether it is plain which; None for a word that names none."""
    if token.kind == "topic":
        return "other", False
    if token.name == "information":
        if _is_answered(token, left):
            return "application", False
        return ("application", True) if _is_asked_for(token, left) else None
    if token.kind != "thing":
        return None
    if token.name == "paper":
        return ("document", True) if _is_of_documents(left, subject) else ("other", False)
    if token.name != "request":
        return token.name, True
    if token in right[:1] and any(other.name in DISPUTES for other in right):
        # 6件申请进入行政复议程序: what some came to.
        return None
    known = (subject.thing == "application" or of_applications) and _follows_known(token, left)
    return ("application", True) if known else ("other", False)


def _goes_on(token: Token, subject: Subject) -> bool:
    """Whether a word tells of the thing that the sentence before has named."""
    return (
        token.kind in ("action", "carry", "outcome")
        or (token.kind == "part" and subject.ended)
        or token.words.startswith("申请人")
        or (token.name == "total" and subject.results)
        or token.name in _APPLICANTS
    )


def _is_answered(token: Token, left: Sequence[Token]) -> bool:
    """Whether it is answers to applications that are counted: 作出信息公开答复28件."""
    return tuple(left[-2:-1]) == (token,) and left[-1].name == "handled"


def _is_asked_for(token: Token, left: Sequence[Token]) -> bool:
    """Whether it is applications that are counted so for short: 受理政府信息公开1件, 提交政府信息公开1件."""
    done = next(
        (word for word in reversed(left) if word.kind not in ("filler", "relation", "applicant", "thing")),
        None,
    )
    asked = done is not None and (done.name in ("received", "taken") or done.is_in(Group.SENT_IN))
    return left[-1:] == (token,) and asked


def _is_of_documents(left: Words, subject: Subject) -> bool:
    """Whether 文件 is one of the documents spoken of: 废止文件, 现行有效文件; 印发文件 may be any."""
    spent = bool(left.names & {"repealed", "in_force"})
    return subject.thing == "document" and subject.distance == 0 and spent


def _follows_known(token: Token, left: Sequence[Token]) -> bool:
    """Whether 申请 stands alone: 各类申请 and 登记申请 are something else."""
    place = next((n for n, other in enumerate(left) if other is token), 0)
    return place == 0 or (
        left[place - 1].kind in ("action", "filler", "applicant", "part", "carry", "relation")
        and left[place - 1].words not in ("各类", "类")
    )
