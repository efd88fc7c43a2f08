"""One finding for one slip: what only says again what another finding says of the same number is left out.

A number that the tables deny breaks the sum that it stands in by the same difference, and what was guessed on its
words, or in its sentence, is no longer borne out. The finding that names the number, and often offers the right one, is kept.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from operator import itemgetter
from typing import Final, TypeAlias

from model.findings import Finding
from model.levels import Level

_SUM: Final = "N14"
_GUESSES: Final = ("N16", "N17")
_MAY_ECHO: Final = frozenset((_SUM, *_GUESSES))
_STOP: Final = re.compile("[。！？\n]")
_LONGEST: Final = 400
"""Characters that a sentence, or a passage that a finding speaks of, reaches."""
_Told: TypeAlias = tuple[int, int, Finding]
"""Where a finding's words begin and end, and the finding."""


def without_echoes(texts: Mapping[str, str], findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings without those that another one makes superfluous; `texts` are those that they speak of."""
    found = tuple(findings)
    told: defaultdict[str, list[_Told]] = defaultdict(list)
    for finding in found:
        if finding.spot is not None and finding.code.startswith("N"):
            told[finding.spot.section].append((finding.spot.start, finding.spot.end, finding))
    echoes = {
        id(echo)
        for section, each in told.items()
        if len(each) > 1 and any(finding.code in _MAY_ECHO for *_, finding in each)
        for echo in _echoes(texts[section], sorted(each, key=itemgetter(0)))
    }
    return tuple(finding for finding in found if id(finding) not in echoes) if echoes else found


def _echoes(text: str, told: Sequence[_Told]) -> Iterator[Finding]:
    """Those of a text's findings, in the order of their places, that one beside them makes superfluous.

    What is superfluous itself makes no other so: else a slip would be told by none.
    """
    again = tuple(_told_again(told))
    superfluous = {id(echo) for echo in again}
    yield from again
    yield from _guessed_beside(text, [each for each in told if id(each[2]) not in superfluous])


def _told_again(told: Sequence[_Told]) -> Iterator[Finding]:
    """Those that say of the same words what another one says."""
    for number, (_, end, finding) in enumerate(told):
        for start, _, other in told[number + 1 :]:
            if start >= end:
                break
            yield from _said_again(finding, other)


def _guessed_beside(text: str, told: Sequence[_Told]) -> Iterator[Finding]:
    """Guesses on words of which another finding speaks, or in a sentence with a number that the tables deny."""
    known = [each for each in told if each[2].code not in _GUESSES]
    starts = [start for start, *_ in known]
    for start, end, finding in told if known else ():
        if finding.code not in _GUESSES:
            continue
        first, last = _sentence(text, start, end)
        for begun, ended, other in known[bisect_left(starts, start - _LONGEST) : bisect_left(starts, last)]:
            denied = begun >= first and other.level is Level.EXPLAIN
            if denied or (begun < end and start < ended):
                yield finding
                break


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence begins and ends that a place stands in, as far as a sentence reaches."""
    first = max((stop.end() for stop in _STOP.finditer(text, max(0, start - _LONGEST), start)), default=0)
    stop = _STOP.search(text, end, end + _LONGEST)
    return first, stop.start() if stop else end + _LONGEST


def _said_again(one: Finding, other: Finding) -> Iterator[Finding]:
    """Which of two findings on the same words says nothing that the other does not."""
    if one.code == other.code == _SUM:
        if (one.left, one.right) == (other.left, other.right):
            yield one if one.level is Level.WARNING else other
    elif _SUM in (one.code, other.code) and _gap(one) == _gap(other) != 0:
        yield one if one.code == _SUM else other


def _gap(finding: Finding) -> Decimal:
    """By how much the two sides of a finding differ, 0 where it compares none."""
    if finding.left is None or finding.right is None:
        return Decimal(0)
    return abs(Decimal(finding.left) - Decimal(finding.right))
