"""Which of several numbers told together is not the table's, where all the others are."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import accumulate
from typing import Final, NamedTuple

from model.prose.figures import Figure
from model.prose.slips_of_pen import is_slip
from model.rules.families import Known
from model.rules.settled import NamesOf

_UNITS: Final = frozenset(
    ("件", "宗", "起", "份", "条", "例", "部", "项", "个", "次", "封", "件次", "万元", "")
)
_BESIDE_ANY: Final = ("万元", "")
_WEIGHTS: Final = ((100, 1.5), (10, 1.0), (3, 0.6), (1, 0.3), (0, 0.0))
"""How much a number that agrees says: the larger it is, the less it agrees by chance."""
_ENOUGH: Final = 1.3
_ENOUGH_IN_ORDER: Final = 0.9
"""Where the others stand in the order of the tables."""
_FOREIGN: Final = re.compile("其中|含|另|清理|梳理|修[改订]|[抽检评]查|优先|办结|收到|受理")
"""Words of a number that is some of something or of something else, unless they tell of the family as well."""
_OF_SOME: Final = re.compile("^[中里]|条例|第.条")
_LUMPED: Final = re.compile("其他|其余|其它|合计|共|及|和|与")
_MOST_LUMPED: Final = 4
_SEVERAL: Final = 3
_PAIR: Final = 2


class Slip(NamedTuple):
    """A number that is likely meant to be what these parts of the tables add up to."""

    figure: Figure
    names: tuple[str, ...]
    meant: Decimal


class Elsewhere(NamedTuple):
    """Numbers that may have slipped in from another place: other `cells` of the tables, `last` year's by their names."""

    cells: frozenset[Decimal]
    last: Mapping[str, Decimal]

    def has(self, value: Decimal, part: str) -> bool:
        """Whether a number may be another's, told in the place of a part."""
        return value in self.cells or self.last.get(part) == value


class TellingOf:
    """The numbers of a sentence, or of a part of it, as those of a family."""

    def __init__(
        self, figures: Sequence[Figure], known: Known, names_of: NamesOf, elsewhere: Elsewhere
    ) -> None:
        self._figures = [figure for figure in figures if figure.counts]
        self._units = _units_of(self._figures)
        self._known = known
        self._names_of = names_of
        self._elsewhere = elsewhere
        self._part_of: dict[int, str] = {}
        self._lumped: dict[str, range] = {}
        self._give_out()
        self._lump()

    def slip(self) -> Slip | None:
        """Return the number that is likely a slip of the pen, if there is just one."""
        if not self._part_of:
            return None
        missing = {
            part: value
            for part, value in self._known.parts
            if part not in self._part_of.values() and part not in self._lumped
        }
        free, score = self._free(), self._score()
        if not missing:
            return self._of_whole(free, score)
        found = self._of_part(free, *next(iter(missing.items())), score) if len(missing) == 1 else None
        if found is None and 1 < len(missing) <= _SEVERAL and score >= _ENOUGH:
            found = self._of_several(free, missing)
        return found or (self._of_words(free, missing) if score >= _ENOUGH else None)

    def _give_out(self) -> None:
        """Give each part the number that is its own: first where words say so, then by the values alone."""
        for by_words in (True, False):
            for place, figure in enumerate(self._figures):
                if (
                    place not in self._part_of
                    and figure.unit in self._units
                    and not figure.own.endswith("各")
                ):
                    part = self._part_for(figure, by_words=by_words)
                    if part:
                        self._part_of[place] = part

    def _part_for(self, figure: Figure, *, by_words: bool) -> str:
        names = self._names_of(figure)
        hinted = self._known.family.told_by(figure.own, figure.after)
        given = self._part_of.values()
        for part, value in self._known.parts:
            if value != figure.value or part in given or (names is not None and part not in names):
                continue
            if hinted == part or names is not None or (not by_words and (not hinted or hinted in given)):
                return part
        return ""

    def _lump(self) -> None:
        """Find parts that are told by parts of their own: 投诉类5件、重复申请1件 where 6 were declined."""
        for part, value in self._known.parts:
            for first in range(len(self._figures)):
                run = range(first, min(first + _MOST_LUMPED, len(self._figures)))
                if part in self._part_of.values() or any(place in self._part_of for place in run[:_PAIR]):
                    continue
                sums = accumulate(self._figures[place].value for place in run)
                ends = [
                    last for last, added in zip(run, sums, strict=True) if added == value and last > first
                ]
                if ends and not any(place in self._part_of for place in range(first, ends[0] + 1)):
                    self._lumped[part] = range(first, ends[0] + 1)

    def _score(self) -> float:
        values = [self._figures[place].value for place in self._part_of]
        if self._known.whole is not None and self._tells_whole():
            values.append(self._known.whole)
        return sum(next(weight for least, weight in _WEIGHTS if value >= least) for value in values)

    def _tells_whole(self) -> bool:
        return any(
            figure.value == self._known.whole and place not in self._part_of
            for place, figure in enumerate(self._figures)
        )

    def _free(self) -> list[Figure]:
        """The numbers among those of the family, or right beside them, that nothing explains."""
        lumped = {place for run in self._lumped.values() for place in run}
        depths = {self._figures[place].depth for place in self._part_of}
        made_up = {place for place in range(len(self._figures)) if is_made_up(self._figures, place)}
        left = [
            place
            for place in range(len(self._figures))
            if place in self._part_of or place not in made_up | lumped
        ]
        first, last = left.index(min(self._part_of)), left.index(max(self._part_of))
        return [
            figure
            for place in left[max(first - 1, 0) : last + 2]
            if place not in self._part_of
            and (figure := self._figures[place]).unit in self._units
            and figure.value != self._known.whole
            and self._names_of(figure) is None
            and not figure.own.endswith("各")
            and not _OF_SOME.search(figure.own)
            and (not _FOREIGN.search(figure.own) or self._known.family.told_by(figure.own))
            and figure.depth in depths
        ]

    def _of_whole(self, free: Sequence[Figure], score: float) -> Slip | None:
        """The whole right before its parts."""
        whole, first = self._known.whole, min(self._part_of) - 1
        if whole is None or first < 0 or score < _ENOUGH_IN_ORDER or self._tells_whole():
            return None
        figure = self._figures[first]
        slipped = figure in free and is_slip(figure.value, whole)
        return Slip(figure, (self._known.family.whole,), whole) if slipped else None

    def _of_part(self, free: Sequence[Figure], part: str, value: Decimal, score: float) -> Slip | None:
        """The one part that is not told."""
        ordered = len(self._part_of) >= _PAIR and self._is_in_order(part)
        if score < (_ENOUGH_IN_ORDER if ordered else _ENOUGH):
            return None
        many = ordered or len(self._part_of) >= _SEVERAL
        return _only(
            Slip(figure, (part,), value)
            for figure in free
            if is_slip(figure.value, value) or (many and self._elsewhere.has(figure.value, part))
        )

    def _is_in_order(self, missing: str) -> bool:
        """Whether the other parts are told in the order of the tables."""
        order = [part for part, _ in self._known.parts if part != missing]
        return order == [self._part_of[place] for place in sorted(self._part_of)]

    def _of_several(self, free: Sequence[Figure], missing: Mapping[str, Decimal]) -> Slip | None:
        """What is left of the parts told in one number: 其余和其他共29件."""
        value = sum(missing.values(), Decimal(0))
        found = _only(
            Slip(figure, tuple(missing), value)
            for figure in free
            if _LUMPED.search(figure.own) and is_slip(figure.value, value)
        )
        return None if found is None or found.figure.value in missing.values() else found

    def _of_words(self, free: Sequence[Figure], missing: Mapping[str, Decimal]) -> Slip | None:
        """A part that no other number tells and that the words beside this one do."""
        parts = {figure: self._known.family.told_by(figure.own, figure.after) for figure in free}
        return _only(
            Slip(figure, (part,), missing[part])
            for figure, part in parts.items()
            if part in missing
            and figure.value not in missing.values()
            and (is_slip(figure.value, missing[part]) or self._elsewhere.has(figure.value, part))
        )


def _units_of(figures: Sequence[Figure]) -> frozenset[str]:
    """The unit that most of them are counted in, and what goes beside any: none, or money."""
    units = Counter(
        figure.unit for figure in figures if figure.unit in _UNITS and figure.unit not in _BESIDE_ANY
    )
    return frozenset((*_BESIDE_ANY, *(unit for unit, _ in units.most_common(1))))


def _only(found: Iterator[Slip]) -> Slip | None:
    slips = list(found)
    return slips[0] if len(slips) == 1 else None


def is_made_up(counts: Sequence[Figure], place: int) -> bool:
    """Return whether a number is the sum of those beside it, or how far they are apart, or one of several that add up."""
    if place > 1 and abs(counts[place - 1].value - counts[place - _PAIR].value) == counts[place].value:
        return True
    for first in range(len(counts)):
        added = counts[first].value
        for last in range(first + 1, len(counts)):
            added += counts[last].value
            around = [n for n in (first - 1, last + 1) if 0 <= n < len(counts)]
            among = first <= place <= last
            if added and any(counts[n].value == added and (among or n == place) for n in around):
                return True
    return False
