"""Which numbers of a sentence are which parts of a family: as the words say, and where they say nothing by their values."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import accumulate, combinations
from typing import Final

from model.prose.reckoned.figures import Figure
from model.prose.reckoned.made_up import is_made_up
from model.rules.told.families import Known, wholes
from model.rules.told.family_words import family_words, says
from model.rules.told.settled import NamesOf

_WEIGHTS: Final = ((100, 1.5), (10, 1.0), (3, 0.6), (1, 0.3), (0, 0.0))
"""How much a number that agrees says: the larger it is, the less it agrees by chance."""
_MOST_LUMPED: Final = 4
_ALL_OTHERS: Final = 0.6
"""What it says that all others of so many and more agree."""
_PAIR: Final = 2
_FEW: Final = 10
"""Numbers below this agree with some cell or other by chance."""


class Parts:
    """The numbers of a sentence, or of some of it, as those of a family."""

    def __init__(self, figures: Sequence[Figure], known: Known, names_of: NamesOf) -> None:
        self.figures = [figure for figure in figures if figure.counts]
        self.known = known
        self._names_of = names_of
        self._units = _units_of(self.figures)
        self.part_of: dict[int, str] = {}
        self._give_out()

    @cached_property
    def _lumped(self) -> Mapping[str, range]:
        return dict(self._told_in_parts())

    @property
    def missing(self) -> Mapping[str, Decimal]:
        """The parts that no number tells."""
        told = {*self.part_of.values(), *self._lumped}
        return {part: value for part, value in self.known.parts if part not in told}

    @property
    def score(self) -> float:
        """How much the numbers that agree say."""
        values = [self.figures[place].value for place in self.part_of]
        whole = [self.known.whole] if self.known.whole is not None and self.tells_whole() else []
        return sum(
            next(weight for least, weight in _WEIGHTS if value >= least) for value in (*values, *whole)
        )

    def weight_of_others(self, figure: Figure) -> float:
        """What it says that every other number of several told beside one is settled, of this family or of another."""
        others = [one for one in self.figures if one is not figure]
        told = [self.figures[place] for place in self.part_of]
        settled = all(one in told or self._names_of(one) for one in others)
        return _ALL_OTHERS if settled and len(others) >= _MOST_LUMPED else 0

    def is_sum_of_others(self, part: str) -> bool:
        """Whether a part of the family is what two others make up, so that it need not be told."""
        values = dict(self.known.parts)
        others = [value for name, value in values.items() if name != part]
        return any(one + other == values[part] for one, other in combinations(others, _PAIR))

    def tells_whole(self) -> bool:
        """Whether a number is the whole of the family."""
        return any(
            figure.value == self.known.whole and place not in self.part_of
            for place, figure in enumerate(self.figures)
        )

    def _is_whole(self, figure: Figure) -> bool:
        """Whether a number may be the whole of the family: it is, none before it is, and no parts of one are told."""
        told = self.figures[: self.figures.index(figure) + 1]
        return figure.value == self.known.whole and not any(
            "其中" in one.before or (one is not figure and one.value == figure.value) for one in told
        )

    def tells_again(self, figure: Figure, missing: str) -> bool:
        """Whether it is what the next part of the family is, told in other words: 结案88件，处罚88件."""
        places = [place for place in range(len(self.figures) - 1) if self.figures[place] is figure]
        told = any(
            place + 1 in self.part_of and self.figures[place + 1].value == figure.value for place in places
        )
        return told and self.hint(figure) != missing

    def is_in_order(self, missing: str) -> bool:
        """Whether the other parts are told in the order of the tables."""
        order = [part for part, _ in self.known.parts if part != missing]
        return order == [self.part_of[place] for place in sorted(self.part_of)]

    def hint(self, figure: Figure) -> str:
        """Return the part that the words beside a number tell of, "" for none."""
        return "" if says("of_all", figure.own) else self.known.family.told_by(figure.own, figure.after)

    def is_beside_a_stranger(self, figure: Figure) -> bool:
        """Whether a few stand next to as few of what is none of the family by its words: 市民1件、渔民2件."""
        place = self.figures.index(figure)
        beside = (n for n in (place - 1, place + 1) if 0 <= n < len(self.figures))
        return figure.value < _FEW and any(self._is_a_stranger(n) for n in beside)

    def _is_a_stranger(self, place: int) -> bool:
        figure = self.figures[place]
        named = self.hint(figure) or self._names_of(figure) is not None or self._is_whole(figure)
        return figure.value < _FEW and not named

    def free(self) -> list[Figure]:
        """Return the numbers among those of the family, or right beside them, that nothing explains."""
        passed = {place for run in self._lumped.values() for place in run}
        passed |= {place for place in range(len(self.figures)) if is_made_up(self.figures, place)}
        left = [n for n in range(len(self.figures)) if n in self.part_of or n not in passed]
        first, last = left.index(min(self.part_of)), left.index(max(self.part_of))
        beside = [n for n in left[max(first - 1, 0) : last + 2] if n not in self.part_of]
        return [figure for figure in (self.figures[n] for n in beside) if self._may_be_a_part(figure)]

    def open_figures(self) -> list[Figure]:
        """Return all the numbers that nothing explains, wherever they stand."""
        left = (figure for place, figure in enumerate(self.figures) if place not in self.part_of)
        return [figure for figure in left if self._may_be_a_part(figure)]

    def _may_be_a_part(self, figure: Figure) -> bool:
        if not self._is_counted_so(figure) or self._is_whole(figure) or figure.value % 1:
            return False
        if self._names_of(figure) is not None or says("each", figure.own) or says("some", figure.own):
            return False
        if any(says("other_matters", one.before) for one in self.figures):
            return False
        if any(says(name, figure.own) for name in ("has_changed", "last_years", "from_another_year")):
            return False
        if says("foreign", figure.own) and not self.known.family.told_by(figure.own):
            return False
        if self._is_some_of_its_result(figure) or self._is_all_the_rest(figure):
            return False
        sums = _sums_of([value for _, value in self.known.parts])
        return not (says("together", figure.own) and figure.value in sums)

    def _is_all_the_rest(self, figure: Figure) -> bool:
        """其余88件未公开: whether it is all that is not told, in one number."""
        return says("lumped", figure.own) and figure.value == sum(self.missing.values())

    def _is_some_of_its_result(self, figure: Figure) -> bool:
        """涉及他人信息不予公开2件: whether it may be a row of those that were not disclosed, of which there are more."""
        result = self.hint(figure)
        told = says("for_a_reason", figure.own) and result in wholes().values()
        return told and dict(self.known.parts).get(result, Decimal(0)) > figure.value

    def _is_counted_so(self, figure: Figure) -> bool:
        """Whether its unit may be that of a part: the one of most numbers, or any where its words tell which part it is."""
        if figure.unit in self._units:
            return True
        own = self.known.family.any_unit and figure.unit in family_words().units
        return own and self.known.family.told_by(figure.own) != ""

    def _give_out(self) -> None:
        for by_words in (True, False):
            for place, figure in enumerate(self.figures):
                if place not in self.part_of and self._is_counted_so(figure):
                    part = "" if says("each", figure.own) else self._part_for(figure, by_words=by_words)
                    self.part_of |= {place: part} if part else {}

    def _part_for(self, figure: Figure, *, by_words: bool) -> str:
        given = self.part_of.values()
        alike = [part for part, value in self.known.parts if value == figure.value and part not in given]
        if not alike:
            return ""
        names, hinted = self._names_of(figure), self.hint(figure)
        by_value = not (by_words or self.known.family.by_words) and (not hinted or hinted in given)
        if names is not None:
            held = {wholes().get(name, "") for name in names}
            return next((part for part in alike if part in names or part in held), "")
        return next((part for part in alike if by_value or part == hinted), "")

    def _told_in_parts(self) -> Iterator[tuple[str, range]]:
        """Parts that are told by parts of their own: 投诉类5件、重复申请1件 where 6 were declined."""
        values = [figure.value for figure in self.figures]
        given = self.part_of.values()
        left = [(part, value) for part, value in self.known.parts if part not in given]
        for first in range(len(values) - 1):
            added = list(accumulate(values[first : first + _MOST_LUMPED]))
            for part, value in left:
                end = first + added.index(value, 1) if value in added[1:] else first
                if end > first and not any(place in self.part_of for place in range(first, end + 1)):
                    yield part, range(first, end + 1)


def _units_of(figures: Iterable[Figure]) -> frozenset[str]:
    """The unit that most of them are counted in, and none."""
    units = Counter(figure.unit for figure in figures if figure.unit in family_words().units)
    return frozenset(("", *(unit for unit, _ in units.most_common(1))))


def _sums_of(values: Sequence[Decimal]) -> set[Decimal]:
    """What several parts beside each other make up: 公开类43件."""
    return {added for first in range(len(values)) for added in list(accumulate(values[first:]))[1:]}
