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
    kinds = left.kinds | right.kinds
    if "everybody" in left.names | right.names:
        kinds = frozenset(token.kind for token in (*left, *right) if token.name != "everybody")
    told_of_it = (subject.thing in ("", "request", "application") and "carry" in kinds) or (
        subject.thing == "request" and kinds & {"outcome", "applicant"}
    )
    told_of_it = told_of_it or ((subject.thing == "" or subject.listing) and "outcome" in kinds)
    for tokens in (reversed(left), iter(right)):
        for token in tokens:
            if token.kind == "topic":
                return "other", False
            if token.name == "information" and _is_asked_for(token, left):
                return "application", True
            if token.kind == "thing" and token.name != "information":
                if token.name == "paper":
                    return ("document", True) if _is_of_documents(left, subject) else ("other", False)
                if token.name != "request":
                    return token.name, True
                if token in right[:1] and any(other.name in DISPUTES for other in right):
                    # 6件申请进入行政复议程序: what some came to.
                    continue
                known = (subject.thing == "application" or told_of_it) and _follows_known(token, left)
                return ("application", True) if known else ("other", False)
    if told_of_it:
        return "application", False
    if left.names & {"direct", "after_review"} and subject.related:
        return "suit", True
    told = any(
        token.kind in ("action", "carry", "outcome")
        or (token.kind == "part" and subject.ended)
        or token.words.startswith("申请人")
        or (token.name == "total" and subject.results)
        or token.name in _APPLICANTS
        for token in (*left, *right)
    )
    return (subject.thing, False) if subject.distance <= int(told) else ("", False)


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
