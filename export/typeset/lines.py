"""Breaks a text into lines of one measure and sets each: every character with its place, in runs of one face."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from export.typeset.breaks import (
    BLANK_LEFT,
    BLANK_RIGHT,
    SPACES,
    Break,
    break_after,
    clean,
    inside_words,
    overlap,
)
from export.typeset.faces import Style
from export.typeset.fonts import FontBook

_LOOSEST: Final = 0.35
"""A line that would need more than this between any two characters (in characters) is left ragged."""
_MARK_YIELDS: Final = 0.25
"""How much of itself a full-width mark inside a line gives up at most."""
_READY: Final = 0.7
"""Marks are squeezed to take a character more into the line when this share of what they can yield is enough."""
_WIDE: Final = 900
"""A character of this width (in 1/1000 of the size) or more is full-width."""
_VISIBLE: Final = 0.001
_EXACT: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one font set with the same extra `spacing` after each; `x` from the line's left edge, in pt."""

    x: float
    text: str
    font: str
    size: float
    spacing: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is set; `start` is where in the text it begins, `width` from the left edge to the last ink, in pt."""

    start: int
    text: str
    runs: tuple[Run, ...]
    width: float


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one style."""

    text: str
    style: Style


@dataclass(frozen=True, slots=True)
class Measure:
    """How wide lines are, in pt. A full-width character takes `pitch`, which may differ a little from the `size`."""

    width: float
    size: float
    pitch: float
    indent: float = 0.0
    justified: bool = False


class Setter:
    """Sets one paragraph. All work is linear in its length."""

    def __init__(self, spans: Sequence[Span], measure: Measure, book: FontBook) -> None:
        """Take the spans' text, cleaned of what cannot be printed."""
        self._measure = measure
        parts = [(clean(span.text), span.style) for span in spans]
        self.text = "".join(text for text, _ in parts)
        self._sorts = [book.sort(character, style) for text, style in parts for character in text]
        self._full = [sort.width * measure.pitch / 1000 for sort in self._sorts]
        self._steps = list(self._full)
        for at, (before, after) in enumerate(pairwise(self.text)):
            self._steps[at] -= overlap(before, after) * measure.pitch
        self._inside = inside_words(self.text)
        self._allowed = break_after(self.text)
        self._tear_what_no_line_holds()

    def _tear_what_no_line_holds(self) -> None:
        """Let a word that is wider than a line break at its slashes and dots."""
        start, width = 0, 0.0
        for at, step in enumerate(self._steps):
            width += step
            if self._allowed[at] is Break.FREE:
                if width > self._measure.width:
                    for place in range(start, at):
                        if self._allowed[place] is Break.TORN:
                            self._allowed[place] = Break.FREE
                start, width = at + 1, 0.0

    def lines(self) -> Iterator[Line]:
        """Yield the lines from first to last; an empty text has one empty line."""
        start, indent = 0, self._measure.indent
        while True:
            end = self._end_of_line(start, self._measure.width - indent)
            stop = end
            while stop > start and self.text[stop - 1] in SPACES:
                stop -= 1
            while end < len(self.text) and self.text[end] in SPACES:
                end += 1
            yield self._set(start, stop, indent, last=end >= len(self.text))
            start, indent = end, 0.0
            if start >= len(self.text):
                return

    def _end_of_line(self, start: int, room: float) -> int:
        """Where the line that begins at `start` ends: the last place that fits, or the next one if marks can yield."""
        width, yields = 0.0, 0.0
        fits = forced = start
        slack = room
        for at in range(start, len(self.text)):
            if width > room + yields:
                break
            if width + self._full[at] <= room + _EXACT:
                forced = at + 1
            if self._allowed[at] is Break.FREE:
                if width + self._full[at] <= room + _EXACT:
                    fits, slack = at + 1, room - width - self._full[at]
                else:
                    over = width + self._at_end(at) - room
                    if over <= _EXACT or (over <= _READY * yields and slack > over / 2):
                        return at + 1
                    if over > yields:
                        break
            width += self._steps[at]
            yields += self._yield(at)
        return fits if fits > start else max(forced, min(start + 1, len(self.text)))

    def _at_end(self, at: int) -> float:
        """The width of a character as the last of its line: a mark's blank half falls away."""
        if self.text[at] in SPACES:
            return 0.0
        if self.text[at] in BLANK_RIGHT and self._sorts[at].width > _WIDE:
            return self._full[at] - self._measure.pitch / 2
        return self._full[at]

    def _yield(self, at: int) -> float:
        """By how much the step from this character to the next can shrink."""
        marks = (self.text[at] in BLANK_RIGHT) + (self.text[at + 1 : at + 2] in BLANK_LEFT)
        untouched = self._steps[at] == self._full[at] and self._sorts[at].width > _WIDE
        return marks * _MARK_YIELDS * self._measure.pitch if untouched else 0.0

    def _set(self, start: int, stop: int, indent: float, last: bool) -> Line:
        steps = self._steps[start:stop]
        room = self._measure.width - indent
        if steps:
            steps[-1] = self._full[stop - 1]
            if sum(steps) > room:
                steps[-1] = self._at_end(stop - 1)
        slack = room - sum(steps)
        if slack < 0:
            yields = [self._yield(at) for at in range(start, stop - 1)]
            share = -slack / sum(yields) if sum(yields) else 0.0
            for at, most in enumerate(yields):
                steps[at] -= share * most
        elif self._measure.justified and not last:
            gaps = [at for at in range(len(steps) - 1) if not self._inside[start + at]]
            if gaps and slack / len(gaps) <= _LOOSEST * self._measure.pitch:
                for at in gaps:
                    steps[at] += slack / len(gaps)
        return Line(
            start, self.text[start:stop], tuple(self._runs(start, steps, indent)), indent + sum(steps)
        )

    def _runs(self, start: int, steps: Sequence[float], x: float) -> Iterator[Run]:
        size = self._measure.size
        first, left, spacing = 0, x, 0.0
        for at, step in enumerate(steps):
            extra = step - self._sorts[start + at].width * size / 1000
            if at == first:
                spacing = extra
            x += step
            ends = at + 1 == len(steps)
            if not ends:
                same_font = self._sorts[start + at].font == self._sorts[start + at + 1].font
                ends = not same_font or abs(extra - spacing) > _VISIBLE
            if ends:
                text = self.text[start + first : start + at + 1]
                yield Run(left, text, self._sorts[start + at].font, size, spacing)
                first, left = at + 1, x


def set_lines(spans: Sequence[Span], measure: Measure, book: FontBook) -> list[Line]:
    """Return the spans as one paragraph, broken into lines of the measure."""
    return list(Setter(spans, measure, book).lines())
