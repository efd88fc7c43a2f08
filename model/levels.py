"""The levels of findings. They stand on their own: the window's messages have levels, too, and know no findings."""

from enum import StrEnum


class Level(StrEnum):
    """How much a finding weighs (the four levels of the catalogue)."""

    ERROR = "E"
    EXPLAIN = "X"
    WARNING = "W"
    HINT = "I"

    __hash__ = str.__hash__  # an Enum's own is written in Python, and findings are counted by their levels

    @property
    def word(self) -> str:
        """The level's name as the clerk reads it."""
        return _WORDS[self]


_WORDS = {Level.ERROR: "错误", Level.EXPLAIN: "需说明", Level.WARNING: "提醒", Level.HINT: "提示"}
