"""Numbers of the tables that are told together, and which words tell of which: `resources/words/families.toml`, read once."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any, Final, NamedTuple

from model.form import Form
from model.report import Report
from model.rules.told.claim_values import cells_of
from model.values import Value
from model.word_files import whole_words, words_in

FILE: Final = "words/families.toml"
_PAIR: Final = 2


NumberOf = Callable[[str], Decimal | None]
"""Tells the number of a part of a family, in the tables of another year."""


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """All numbers of a report's tables as they are now: one object while they stay the same, to remember findings by."""

    form: Form
    values: tuple[Value, ...]

    @classmethod
    def of(cls, report: Report) -> "Tables":
        """Return those of a report."""
        return _tables(report.form, tuple(report.values().values()))

    def number(self, *names: str) -> Decimal | None:
        """Return the sum of some number fields or cells; nothing where the form lacks one or a cell is empty."""
        return self.told(" ".join(names))

    def told(self, part: str) -> Decimal | None:
        """Return the number of a part of a family: the names of one or several, parted by blanks."""
        places = _places(self.form, part)
        values = [value for place in places if (value := self.values[place]) is not None]
        return Decimal(sum(values)) if places and len(values) == len(places) else None


@lru_cache(maxsize=16)
def _tables(form: Form, values: tuple[Value, ...]) -> Tables:
    return Tables(form, values)


@lru_cache(maxsize=1024)
def _places(form: Form, part: str) -> tuple[int, ...]:
    """Where the cells of a part stand among all; none where the form lacks one."""
    order = {key: place for place, key in enumerate(form.cells)}
    cells = [cells_of(form, name) for name in part.split()]
    return tuple(order[key] for keys in cells for key in keys) if all(cells) else ()


@dataclass(frozen=True, slots=True, eq=False)
class Family:
    """Numbers told together: `parts` with the words that tell of each, the `whole` that they add up to, if any.

    `by_words`: parts overlap, so that only words tell which is which. `of_whole`: words that tell of the whole alone.
    `any_unit`: each part may be counted in a unit of its own, `across`: they may be told in several sentences. `sums`: what a
    part adds up; where one of these is nought, it tells nothing that the others do not.
    """

    words: re.Pattern[str]
    whole: str
    parts: Mapping[str, re.Pattern[str]]
    by_words: bool
    of_whole: re.Pattern[str] | None
    any_unit: bool
    across: bool
    sums: Mapping[str, Sequence[str]]

    def told_by(self, *words: str) -> str:
        """Return the part that words beside a number tell of, the first of them that do; "" for none."""
        return next((part for one in words if (part := _last_told(self, one))), "")


@lru_cache(maxsize=4096)
def _last_told(family: Family, words: str) -> str:
    """The last part that words tell of: the same words stand by the same number whatever the tables have."""
    told = [part for part, hint in family.parts.items() if hint.search(words)]
    return told[-1] if told else ""


class Known(NamedTuple):
    """A family with its numbers in a report, those that are not nought: each part in its order, and the whole."""

    family: Family
    parts: tuple[tuple[str, Decimal], ...]
    whole: Decimal | None

    @property
    def every(self) -> tuple[tuple[str, Decimal], ...]:
        """The parts, and the whole if there is one."""
        return self.parts if self.whole is None else (*self.parts, (self.family.whole, self.whole))


@cache
def families() -> tuple[Family, ...]:
    """Return the families of the file."""
    return read_families(words_in(FILE))


@cache
def wholes() -> Mapping[str, str]:
    """Return of each part that is told of a whole what that whole is: the rows of table 三 are told of their results."""
    return {part: family.whole for family in families() if family.whole for part in family.parts}


def read_families(data: Mapping[str, Any]) -> tuple[Family, ...]:
    """Return the families that a file holds. WordsError: it lacks something."""
    with whole_words():
        return tuple(
            Family(
                re.compile(one["words"]),
                one.get("whole", ""),
                {part: re.compile(hint) for part, hint in one["parts"].items()},
                one.get("by_words", False),
                re.compile(one["of_whole"]) if "of_whole" in one else None,
                one.get("any_unit", False),
                one.get("across", False),
                one.get("sums", {}),
            )
            for one in data["family"]
        )


@lru_cache(maxsize=1024)
def _fitting(words: str) -> tuple[Family, ...]:
    return tuple(family for family in families() if family.words.search(words))


@lru_cache(maxsize=256)
def _known(tables: Tables, family: Family) -> Known | None:
    numbers = {part: tables.told(part) for part in family.parts}
    whole = tables.number(family.whole) if family.whole else None
    apart = {part for part, added in family.sums.items() if all(tables.told(name) for name in added)}
    told = tuple(
        (part, number)
        for part, number in numbers.items()
        if number and (part in apart or part not in family.sums)
    )
    if None in numbers.values() or len(told) < _PAIR:
        return None
    return Known(family, told, whole or None)


def known_in(words: str, tables: Tables) -> tuple[Known, ...]:
    """Return the families that a sentence may tell of, with their numbers in the tables."""
    return tuple(known for family in _fitting(words) if (known := _known(tables, family)) is not None)
