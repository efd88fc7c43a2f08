"""Whether the labels of a table in lines bear out that its rows stand in the form's order.

Sums over rows hold in any other order of siblings as well: only the labels tell an office's own. Copying a page moves some
labels past the numbers of other rows; one that alone stands above a row's numbers is theirs.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from intake.plain_words import plain
from intake.tables.vocabulary import Target


class Passage(NamedTuple):
    """The words between two numbers of a table; `before`: how many numbers stand before them."""

    text: str
    before: int


def passages(told: Iterable[str | int]) -> list[Passage]:
    """Part what a table tells, words and in their places how many numbers, where numbers stand."""
    made: list[Passage] = [Passage("", 0)]
    for one in told:
        last = made[-1]
        if isinstance(one, str):
            made[-1] = last._replace(text=last.text + plain(one))
        elif last.text:
            made.append(Passage("", last.before + one))
        else:
            made[-1] = last._replace(before=last.before + one)
    return made


def stand_in_order(targets: Sequence[Target], parts: Sequence[Passage]) -> bool:
    """Whether the labels that are told once stand in the form's order, but for those that a copy has moved.

    `targets`: all rows that have numbers, each as many. Where a label has been moved, those that stand alone above numbers
    must be most, each above its own row's, and the others in order among themselves.
    """
    words = "".join(part.text for part in parts)
    places = {
        place: words.find(target.core)
        for place, target in enumerate(targets)
        if words.count(target.core) == 1
    }
    if _rise(places.values()):
        return True
    alone = _alone(targets, parts, places)
    width = len(targets[0].keys)
    own = all(before == place * width for place, before in alone.items())
    moved = [start for place, start in places.items() if place not in alone]
    return own and 2 * len(alone) > len(targets) and _rise(moved)


def _rise(places: Iterable[int]) -> bool:
    told = list(places)
    return told == sorted(told)


def _alone(targets: Sequence[Target], parts: Sequence[Passage], places: Mapping[int, int]) -> dict[int, int]:
    """Row → how many numbers stand before its label, where that is the only whole one between two numbers."""
    ends = list(accumulate(len(part.text) for part in parts))
    within = {place: bisect_right(ends, start) for place, start in places.items()}
    beside = Counter(within.values())
    return {
        place: parts[index].before
        for place, index in within.items()
        if beside[index] == 1 and places[place] + len(targets[place].core) <= ends[index]
    }
