"""How far a report is on its way to the public: the stages, in order, with their words; from 已签 on it is protected."""

from enum import StrEnum
from typing import Final

NOW: Final = "now"
"""The key of the one slot that a report's stage is in; a report without it is being drafted."""


class Stage(StrEnum):
    """The stages of a year's report, each with what it is called; a `signed` one may change only by 更正."""

    DRAFT = "draft", "起草", False
    SUBMITTED = "submitted", "送审", False
    RETURNED = "returned", "退回修改", False
    SIGNED = "signed", "已签", True
    FILED = "filed", "已上报", True
    PUBLISHED = "published", "已公布", True

    words: str
    signed: bool

    def __new__(cls, value: str, words: str, signed: bool) -> "Stage":
        """Make a member of its stored value, its words and whether the report is signed."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.words = words
        member.signed = signed
        return member


def stage_of(value: object) -> Stage | None:
    """Return the stage that a slot holds, None for a slot that is empty or holds something else."""
    return next((stage for stage in Stage if stage == value), None)
