"""What an office and the bodies under it each tell of, which together is what the tables have: 政府新收2件…；部门新收4件…."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from model.prose.reckoned.figures import Figure, Row
from model.prose.reckoned.told_totals import Doubt
from model.rules.told.families import Known
from model.rules.told.family_words import family_words, says

_ENOUGH: Final = 2
_LEAST: Final = 5
"""What agrees must be so much at least: smaller numbers agree by chance."""


def wrong_by_bodies(row: Row, families: Sequence[Known]) -> Iterator[Doubt]:
    """Yield the one part of the tables that the clauses of the office and of those under it do not make up, others doing so."""
    for own, under in pairwise(_clauses(row.figures)):
        if not (says("own_body_tells", own[0].before) and says("bodies_under_tell", under[0].before)):
            continue
        told = _told((*own, *under), families)
        known_of = {
            part: (value, told[part]) for known in families for part, value in known.parts if part in told
        }
        agreeing = [value for value, figures in known_of.values() if _sum(figures) == value]
        missed = [one for one in known_of.values() if _sum(one[1]) != one[0]]
        if len(missed) == 1 and len(agreeing) >= _ENOUGH and sum(agreeing) >= _LEAST:
            value, figures = missed[0]
            reckoned = "＋".join(f"{figure.value:f}" for figure in figures)
            yield Doubt(tuple(figures), f"{reckoned}＝{_sum(figures):f}，表格是 {value:f}", tuple(figures))


def _clauses(figures: Sequence[Figure]) -> list[list[Figure]]:
    """The numbers between semicolons."""
    clauses: list[list[Figure]] = []
    for figure in figures:
        if not clauses or ";" in figure.before:
            clauses.append([])
        clauses[-1].append(figure)
    return clauses


def _told(figures: Sequence[Figure], families: Sequence[Known]) -> dict[str, list[Figure]]:
    """The numbers of each part that their words tell of, of the first family that they do."""
    asked: re.Pattern[str] = family_words().says["asked_for"]
    told: dict[str, list[Figure]] = {}
    for figure in figures:
        words = asked.sub("", figure.own)
        part = next((part for known in families if (part := known.family.told_by(words))), "")
        if figure.counts and part:
            told.setdefault(part, []).append(figure)
    return told


def _sum(figures: Sequence[Figure]) -> Decimal:
    return sum((figure.value for figure in figures), Decimal(0))
