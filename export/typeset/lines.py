"""Breaks a text into lines of one measure and sets each: every character with its place, in runs of one face."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from math import fsum
from typing import Final

from export.typeset.breaks import (
    BLANK_LEFT,
    BLANK_RIGHT,
    NO_END,
    NO_START,
    SPACES,
    Break,
    addresses,
    break_after,
    clean,
    inside_words,
    overlap,
    parted,
)
from export.typeset.faces import Style
from export.typeset.fonts import FontBook

_LOOSE: Final = 0.08
"""Where a line needs more than this between any two characters (in characters), lines before it help out."""
_LOOSEST: Final = 0.5
"""A line that would need more than this is left ragged."""
_LOOSEST_IN_ADDRESS: Final = 0.25
"""The same for a line that ends inside an address: it ends where a slash is, and nobody takes that for a mistake."""
_RAGGED: Final = 0.05
"""What each empty character at the end of such a line weighs, as looseness."""
_WAYS: Final = 8
"""How many ways to set the lines up to a place are followed at once."""
_EXTRA_LINE: Final = 0.02
"""What one more line than needed weighs, beside squares of looseness."""
_LONELY: Final = 0.01
"""What it weighs that a paragraph's last line has one character alone, beside squares of looseness."""
_HOLE: Final = 4.0
"""Where more characters than this would stay empty before an address, it is broken."""
_AT_DOT: Final = 0.01
"""What it weighs that a line ends after a dot of an address, and not after a slash, beside squares of looseness."""
_AIR: Final = 0.25
"""Room between Chinese characters and digits or Latin letters, in characters (CLREQ: up to a quarter)."""
_AIR_YIELDS: Final = 0.1
"""How much of it a line gives up at most."""
_MARK_YIELDS: Final = 0.25
"""How much of itself a full-width mark inside a line gives up at most."""
_READY: Final = 0.7
"""Marks are squeezed to take a character more into the line when this share of what they can yield is enough."""
_WIDE: Final = 900
"""A character of this width (in 1/1000 of the size) or more is full-width."""
_TIGHT: Final = 0.3
"""A mark whose step is shorter by more than this (in parts of the size) ends its run."""
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
        self._airy = [*map(parted, self.text, self.text[1:]), False]
        for at, (before, after) in enumerate(pairwise(self.text)):
            self._steps[at] += (_AIR * self._airy[at] - overlap(before, after)) * measure.pitch
        self._inside = inside_words(self.text)
        self._ends_in_address = {at + 1 for address in addresses(self.text) for at in address[:-1]}
        self._reach = list(accumulate(self._steps, initial=0.0))
        self._gaps = list(accumulate((not inside for inside in self._inside), initial=0))
        self._allowed = break_after(self.text)
        self._dots: set[int] = set()
        self._tear_what_no_line_holds()

    def _tear_what_no_line_holds(self) -> None:
        """Let a word that is wider than a line break after its slashes; what is still too wide after its dots."""
        for tear in (Break.SLASH, Break.DOT):
            start = 0
            for at, allowed in enumerate(self._allowed):
                if allowed is Break.FREE:
                    if self._reach[at + 1] - self._reach[start] > self._measure.width:
                        self._free(tear, range(start, at))
                    start = at + 1

    def _free(self, tear: Break, places: Sequence[int]) -> bool:
        """Let lines end at the tears of this kind; tell whether there are any."""
        found = [place for place in places if self._allowed[place] is tear]
        for place in found:
            self._allowed[place] = Break.FREE
        if tear is Break.DOT:
            self._dots.update(place + 1 for place in found)
        return bool(found)

    def lines(self) -> Iterator[Line]:
        """Yield the lines from first to last; an empty text has one empty line."""
        start = 0
        for end in self._ends():
            stop = end
            while stop > start and self.text[stop - 1] in SPACES:
                stop -= 1
            yield self._set(start, stop, last=end == len(self.text))
            start = end

    def _room(self, start: int) -> float:
        return self._measure.width - (0.0 if start else self._measure.indent)

    def _ends(self) -> list[int]:
        """Where the lines end: each as full as it can be, unless that leaves one too loose or a character alone."""
        ends = self._full_lines()
        if not self._measure.justified:
            return ends
        while self._tear_at_holes(ends, Break.SLASH):
            ends = self._full_lines()
        ends = self._shared(ends)
        while self._tear_at_holes(ends, Break.DOT):
            ends = self._shared(self._full_lines())
        return ends

    def _shared(self, ends: list[int]) -> list[int]:
        """These full lines, or others that share what one of them lacks."""
        loose = (self._looseness(start, end) for start, end in pairwise([0, *ends[:-1]]))
        uneven = len(ends) > 1 and self._is_lonely(ends[-2])
        uneven = uneven or max(loose, default=0.0) > _LOOSE or not self._dots.isdisjoint(ends)
        return self._evened(len(ends)) or ends if uneven else ends

    def _full_lines(self) -> list[int]:
        """Where the lines end when each is as full as it can be."""
        ends = [self._end_of_line(0)]
        while ends[-1] < len(self.text):
            ends.append(self._end_of_line(ends[-1]))
        return ends

    def _is_lonely(self, start: int) -> bool:
        """Whether the paragraph's last line, which begins at `start`, has one character with its marks and no more."""
        last = [at for at in range(start, len(self.text)) if self.text[at] not in NO_START | SPACES]
        return len(last) <= 1

    def _tear_at_holes(self, ends: Sequence[int], tear: Break) -> bool:
        """Let an address break, before or inside which a line ends with a hole; tell whether there was one.

        After its dots only where a line that begins with other words would be pulled apart for it all the same; and
        no mail address.
        """
        for address in addresses(self.text):
            if tear is Break.DOT and "@" in self.text[address.start : address.stop]:
                continue
            for start, end in pairwise([0, *ends[:-1]]):
                before = end <= address.start and NO_END.issuperset(self.text[end : address.start])
                if not (before or end in address):
                    continue
                hole = (self._room(start) - (self._reach[end] - self._reach[start])) / self._measure.pitch
                gaps = self._gaps[end - 1] - self._gaps[start]
                apart = start < address.start and hole / max(gaps, 1) > _LOOSEST_IN_ADDRESS
                if hole > _HOLE and (apart or tear is Break.SLASH) and self._free(tear, address[:-1]):
                    return True
        return False

    def _evened(self, count: int) -> list[int]:
        """Line ends in `count` lines, or one more, that share what a loose line lacks with those before it.

        The least sum of squared looseness over all lines (dynamic programming; as in Knuth and Plass 1981), keeping
        the best few beginnings of each line. [] when there is no such way.
        """
        ways: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
        done: list[tuple[float, tuple[int, ...]]] = []
        for number in range(count + 1):
            onward: dict[int, tuple[float, tuple[int, ...]]] = {}
            for start, (cost, ends) in sorted(ways.items(), key=lambda way: way[1][0])[:_WAYS]:
                furthest = self._end_of_line(start)
                if furthest == len(self.text):
                    more = _EXTRA_LINE if number == count else 0.0
                    more += _LONELY if self._is_lonely(start) else 0.0
                    done.append((cost + more, (*ends, furthest)))
                    continue
                for end in self._candidates(start, furthest):
                    sum_now = cost + self._looseness(start, end) ** 2 + _AT_DOT * (end in self._dots)
                    if end not in onward or sum_now < onward[end][0]:
                        onward[end] = (sum_now, (*ends, end))
            ways = onward
        return list(min(done)[1]) if done else []

    def _candidates(self, start: int, furthest: int) -> Iterator[int]:
        """The ends that a line may have instead of its furthest one."""
        yield furthest
        tried = 1
        for end in range(furthest - 1, start, -1):
            if self._allowed[end - 1] is Break.FREE:
                if tried == _WAYS or self._looseness(start, end) > _LOOSEST:
                    return
                tried += 1
                yield end

    def _looseness(self, start: int, end: int) -> float:
        """By how much of a character each gap of the line would be widened; 0 for a line that is full.

        Of a line that is left ragged inside an address, as much as its empty end weighs.
        """
        last = self._full[end - 1] if self.text[end - 1] not in SPACES else 0.0
        slack = self._room(start) - (self._reach[end - 1] - self._reach[start]) - last
        gaps = self._gaps[end - 1] - self._gaps[start]
        empty = max(0.0, slack) / self._measure.pitch
        looseness = empty / max(gaps, 1)
        ragged = end in self._ends_in_address and looseness > _LOOSEST_IN_ADDRESS
        return _RAGGED * empty if ragged else looseness

    def _end_of_line(self, start: int) -> int:
        """Where the line that begins at `start` may end at most, spaces after it taken in."""
        end = self._last_fitting(start, self._room(start))
        while end < len(self.text) and self.text[end] in SPACES:
            end += 1
        return end

    def _last_fitting(self, start: int, room: float) -> int:
        """The last place for a line's end that fits, or the next one if marks can yield."""
        width, yields, natural, slack = 0.0, 0.0, 0.0, room
        fits = forced = start
        for at in range(start, len(self.text)):
            if self.text[at] not in SPACES:
                if width > room + yields:
                    break
                natural = width + self._full[at]
            if natural <= room + _EXACT:
                forced = at + 1
            if self._allowed[at] is Break.FREE:
                if natural <= room + _EXACT:
                    fits, slack = at + 1, room - natural
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
        if self._airy[at]:
            return _AIR_YIELDS * self._measure.pitch
        marks = (self.text[at] in BLANK_RIGHT) + (self.text[at + 1 : at + 2] in BLANK_LEFT)
        untouched = self._steps[at] == self._full[at] and self._sorts[at].width > _WIDE
        return marks * _MARK_YIELDS * self._measure.pitch if untouched else 0.0

    def _set(self, start: int, stop: int, last: bool) -> Line:
        steps = self._steps[start:stop]
        room = self._room(start)
        indent = self._measure.width - room
        if steps:
            steps[-1] = self._full[stop - 1]
            if fsum(steps) > room:
                steps[-1] = self._at_end(stop - 1)
        slack = room - fsum(steps)
        if slack < 0:
            yields = [self._yield(at) for at in range(start, stop - 1)]
            share = -slack / fsum(yields) if fsum(yields) else 0.0
            for at, most in enumerate(yields):
                steps[at] -= share * most
        elif self._measure.justified and not last:
            gaps = [at for at in range(len(steps) - 1) if not self._inside[start + at]]
            loosest = _LOOSEST_IN_ADDRESS if stop in self._ends_in_address else _LOOSEST
            if gaps and slack / len(gaps) <= loosest * self._measure.pitch:
                for at in gaps:
                    steps[at] += slack / len(gaps)
        return Line(
            start, self.text[start:stop], tuple(self._runs(start, steps, indent)), indent + fsum(steps)
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
                ends = not same_font or abs(extra - spacing) > _VISIBLE or extra < -_TIGHT * size
            if ends:
                text = self.text[start + first : start + at + 1]
                yield Run(left, text, self._sorts[start + at].font, size, spacing)
                first, left = at + 1, x


@lru_cache(maxsize=4096)
def set_lines(spans: tuple[Span, ...], measure: Measure, book: FontBook) -> tuple[Line, ...]:
    """Return the spans as one paragraph, broken into lines of the measure.

    What was set is remembered: of a page that is shown again after an edit most lines have not changed.
    """
    return tuple(Setter(spans, measure, book).lines())
