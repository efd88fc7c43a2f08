"""N16: a number that is likely one of the tables' and is not, where those told around it are.

The words nearest to it say what it is likely of (`model.prose.likely`). That alone would be a guess. What makes it worth a
look: it is a slip of the pen away from the table's number, the numbers beside it are told so and agree, and no other does not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from itertools import chain, islice
from typing import Final, NamedTuple

from model.findings import Finding
from model.levels import Level
from model.prose.claim import Claim, Kind
from model.prose.enumerations import is_misread
from model.prose.likely import likely_in
from model.prose.passages import blocks, paragraphs
from model.rules.claim_judged import judge, only_slip
from model.rules.claim_values import known_readings, summed
from model.rules.own_claims import Place, Told, is_for_area, is_own_claim, told_in
from model.rules.rule import Case

_REACH: Final = 160
"""Characters around a number within which others bear it out."""
_ENOUGH: Final = 1.3
_WEIGHTS: Final = ((100, 1.5), (10, 1.0), (3, 0.6), (1, 0.4), (0, 0.2))
"""How much a number that agrees says: the larger it is, the less it agrees by chance."""
_LARGE: Final = 20
_IS_LARGE: Final = 0.6
"""What it says that a number from so many on is near the table's."""
_TOLD_ELSEWHERE: Final = 1.6
_PERHAPS_ELSEWHERE: Final = 0.8
"""What it says that the same is told rightly in another place, if all the words beside the number are known, and if not."""
_FEW: Final = 3
_SHARE: Final = Decimal("0.2")
"""A slip of the pen is so many away, or such a share of the larger number, or has a digit changed or two exchanged."""
_POINTS: Final = 30
"""Points of a percentage that a slip is away."""
_MOST: Final = 200
"""Numbers of a text that are looked at."""
_MOST_BLOCKS: Final = 16
"""Runs of paragraphs of a text that are looked at: no report has a tenth of them."""
_STOPS: Final = frozenset("。\n")


class _Told(NamedTuple):
    """A claim at its place in a section, `at` from the section's beginning."""

    place: Place
    at: int
    claim: Claim

    @property
    def number(self) -> tuple[int, int]:
        """Where its number stands in the section."""
        first, last = self.claim.number
        return self.place.start + first, self.place.start + last


class _Section(NamedTuple):
    """What a section tells: `sure` is known of what, `likely` by the words nearest to it alone."""

    text: str
    sure: tuple[_Told, ...]
    likely: tuple[_Told, ...]


def slips(case: Case) -> Iterator[Finding]:
    """Yield the numbers that are likely slips of the pen."""
    texts = [(name, text) for name, text in case.texts.items() if name != "preamble"]
    sections = [
        _section(case, name, text, told) for (name, text), told in zip(texts, told_in(case), strict=True)
    ]
    for section in sections:
        for told in section.likely:
            found = judge(case, told.place, told.claim)
            if (
                found is not None
                and _is_near(case, told.claim, found)
                and _is_borne_out(case, told, section, sections)
            ):
                message = f"{found.message}；旁边的数都与表格一致，请核对这一处"
                yield replace(found, code="N16", level=Level.WARNING, message=message, rewording=None)


def _section(case: Case, name: str, text: str, told: Told) -> _Section:
    sure = tuple(_Told(place, place.start + claim.start, claim) for place, claim in told.own)
    known = {one.number for one in sure if one.claim.kind not in (Kind.NAMED, Kind.AT_MOST)}
    noticed = [found.spot for doubtful in told.doubtful for found in only_slip(case, doubtful)]
    likely = (
        _Told(Place(name, start), start + claim.start, claim)
        for start, claim in _likely(text, case.report.year)
    )
    alone = tuple(
        one
        for one in likely
        if one.number not in known
        and _may_be_own(one.claim, case.report.office)
        and not any(spot is not None and spot.start < one.number[1] <= spot.end for spot in noticed)
    )
    return _Section(text, tuple(one for one in sure if one.claim.kind is not Kind.NAMED), alone)


@lru_cache(maxsize=64)
def _likely(text: str, year: int) -> tuple[tuple[int, Claim], ...]:
    found: list[tuple[int, Claim]] = []
    topic = ""
    for start, block in islice(blocks(text), _MOST_BLOCKS):
        if len(found) >= _MOST:
            break
        claims, topic = _likely_in_block(block, year, topic)
        found += [(start + place, claim) for place, claim in claims]
    return tuple(found)


@lru_cache(maxsize=1024)
def _likely_in_block(block: str, year: int, topic: str) -> tuple[tuple[tuple[int, Claim], ...], str]:
    """What the numbers of a run of paragraphs are likely of, and what the next one goes on with."""
    found: list[tuple[int, Claim]] = []
    for start, words in paragraphs(block):
        if len(found) >= _MOST:
            break
        claims, topic = likely_in(words, year, topic)
        found += [(start, claim) for claim in claims]
    return tuple(found), topic


def _may_be_own(claim: Claim, office: str) -> bool:
    """Whether it may be told of the reporting office; 各部门 are all there is where a government reports."""
    return is_own_claim(claim, office) or (claim.scope == "others" and is_for_area(office))


def _is_borne_out(case: Case, told: _Told, section: _Section, sections: Sequence[_Section]) -> bool:
    """Whether the numbers around it agree with the tables, each as it is told, and are enough."""
    weights: dict[object, float] = {}
    for other in (*section.sure, *section.likely):
        if other.number == told.number or abs(other.at - told.at) > _REACH:
            continue
        found = judge(case, other.place, other.claim)
        if found is None and other.claim.kind is Kind.COUNT:
            reading = other.claim.readings[0]
            weights[reading] = max(weights.get(reading, 0), _weight(other.claim))
        elif found is not None and (
            _is_beside(section.text, other, told) or _competes(case, other.claim, found)
        ):
            return False
    score = sum(weights.values())
    if told.claim.kind is Kind.COUNT and told.claim.quantity.low >= _LARGE:
        score += _IS_LARGE
    if score < _ENOUGH and _is_told_elsewhere(case, told, sections):
        score += _TOLD_ELSEWHERE if told.claim.sure else _PERHAPS_ELSEWHERE
    return score >= _ENOUGH


def _weight(claim: Claim) -> float:
    return next((weight for least, weight in _WEIGHTS if claim.quantity.low >= least), 0)


def _is_beside(text: str, one: _Told, other: _Told) -> bool:
    """Whether both stand in one sentence."""
    first, last = sorted((one.at, other.at))
    return not _STOPS & set(text[first:last])


def _competes(case: Case, claim: Claim, found: Finding) -> bool:
    """Whether another number may be the slip: one that is certain, or near to the table's as well."""
    return not claim.doubt or _is_near(case, claim, found)


def _is_told_elsewhere(case: Case, told: _Told, sections: Sequence[_Section]) -> bool:
    """Whether the same is told far from it as the tables have it."""
    every = chain.from_iterable((*section.sure, *section.likely) for section in sections)
    return any(
        other.claim.readings[:1] == told.claim.readings[:1]
        and (other.claim.kind, other.claim.back) == (told.claim.kind, told.claim.back)
        and (other.place.section != told.place.section or abs(other.at - told.at) > _REACH)
        and judge(case, other.place, other.claim) is None
        for other in every
    )


def _is_near(case: Case, claim: Claim, found: Finding) -> bool:
    """Whether the number told is a slip of the pen away from one that it may be."""
    told = claim.quantity.low
    if claim.kind is Kind.COUNT:
        report = case.last_year if claim.back else case.report
        values = [summed(report, names) for names in known_readings(report, claim.readings)] if report else []
        return any(_is_slip(told, Decimal(value)) for value in values if value is not None)
    if claim.quantity.unit == "%":
        return claim.kind is Kind.SHARE or abs(told - Decimal(found.right or 0)) <= _POINTS
    return _is_slip(told, abs(Decimal(found.right or 0)))


def _is_slip(told: Decimal, meant: Decimal) -> bool:
    gap = abs(told - meant)
    exchanged = sorted(str(told)) == sorted(str(meant))
    return gap <= _FEW or gap <= _SHARE * max(told, meant) or exchanged or is_misread(int(told), int(meant))
