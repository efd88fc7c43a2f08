"""How an imported cell came to its value: what readers set, the file keeps, and the grid marks until it is confirmed."""

from enum import StrEnum
from typing import Final

_READ_NOTHING: Final = "原文没有把握读出，请对照原文填写"
NO_TABLE: Final = "来源中没有这张表"
"""Said of a table none of whose cells was found."""


class ImportState(StrEnum):
    """The states of an imported cell, each with what it is called where cells are counted and what the clerk should do."""

    READ = "read", "按行标题读出", "导入的数字，待确认"
    PLACED = "placed", "按顺序放置", "导入的数字，位置是推断的，请核对"
    DOUBTFUL = "doubtful", "存疑", "导入的数字，可能读错，请核对"
    MISSING = "missing", "来源中没有", "导入的文件里没有找到，请补填"

    words: str
    advice: str

    def __new__(cls, value: str, words: str, advice: str) -> "ImportState":
        """Make a member of its stored value, its words and its advice."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.words = words
        member.advice = advice
        return member

    def advice_on(self, *, blank: bool) -> str:
        """What the clerk should do about a cell in this state; a `blank` one has no number that could be looked at."""
        return _READ_NOTHING if blank and self in (ImportState.PLACED, ImportState.DOUBTFUL) else self.advice


def state_of(value: object) -> ImportState | None:
    """Return the state that a slot holds, None for a slot that is empty or holds something else."""
    return next((state for state in ImportState if state == value), None)
