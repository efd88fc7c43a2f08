"""A paragraph as a program fills lines with it: one after the other, without looking ahead."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final

from export.typeset.breaks import NO_START, SPACES, inside_words

_ROUNDING: Final = 0.02
"""What a line may seem too long, in pt: the programs count in whole twentieths."""


@dataclass(frozen=True, slots=True)
class Joint:
    """What stands between a character and the next: `air` in pt, and whether it is `tracked`, narrowed with the others."""

    air: float
    tracked: bool


@dataclass(frozen=True, slots=True)
class FilledLines:
    """A text's characters as a program sets them, their widths and `joints` in pt.

    `ends`: where a line ends that has no more room for the character at this place.
    """

    text: str
    widths: Sequence[float]
    joints: Sequence[Joint]
    ends: Sequence[int]

    def starts(self, narrower: float, room: float, indent: float) -> list[int]:
        """Return where the lines begin that are `room` pt wide, the first one indented, each joint `narrower` by so much."""
        reach = self._reach(narrower)
        edges = [at + width for at, width in zip(reach, self.widths, strict=False)]
        starts = [0]
        while True:
            start = starts[-1]
            left = room if start else room - indent
            over = bisect_right(edges, reach[start] + left + _ROUNDING, start)
            over = self._after_spaces(over)
            if over == len(self.text):
                return starts
            end = self.ends[over]
            starts.append(self._after_spaces(end if end > start else max(over, start + 1)))
            if starts[-1] == len(self.text):
                return starts[:-1]

    def is_lonely(self, narrower: float, room: float, indent: float) -> bool:
        """Whether the last of several lines has one character with its marks and no more."""
        starts = self.starts(narrower, room, indent)
        last = [character for character in self.text[starts[-1] :] if character not in NO_START | SPACES]
        return len(starts) > 1 and len(last) <= 1

    def loosest(self, narrower: float, room: float, indent: float) -> float:
        """Return the most in pt by which two characters are set apart where such lines are justified; words are not."""
        reach, inside = self._reach(narrower), inside_words(self.text)
        most = 0.0
        for start, end in pairwise(self.starts(narrower, room, indent)):
            last = end - 1
            while last > start and self.text[last] in SPACES:
                last -= 1
            left = (room if start else room - indent) - (reach[last] - reach[start] + self.widths[last])
            most = max(most, left / max(1, inside[start:last].count(False)))
        return most

    def _reach(self, narrower: float) -> list[float]:
        """Where each character begins, and the last one ends, were all in one line."""
        steps = (
            width + joint.air + narrower * joint.tracked
            for width, joint in zip(self.widths, self.joints, strict=True)
        )
        return list(accumulate(steps, initial=0.0))

    def _after_spaces(self, at: int) -> int:
        while at < len(self.text) and self.text[at] in SPACES:
            at += 1
        return at
