"""What bears out that a number is likely one of the tables': those told around it, its own size, the same told elsewhere."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain
from typing import Final, NamedTuple

from model.findings import Finding
from model.prose.claim import Claim, Kind
from model.prose.likely.likely_keys import SHOWN
from model.prose.slips_of_pen import is_misread, is_turned
from model.rules.rule import Case
from model.rules.told.claim_judged import judge
from model.rules.told.claim_values import known_readings, summed
from model.rules.told.own_claims import Place

_REACH: Final = 160
"""Characters around a number within which others bear it out."""
_ENOUGH: Final = 1.3
_ENOUGH_OF_OTHERS: Final = 1.6
"""For numbers of which it is not certain that they are told of the office that reports."""
_WEIGHTS: Final = ((100, 1.5), (10, 1.0), (3, 0.6), (1, 0.4), (0, 0.2))
"""How much a number that agrees says: the larger it is, the less it agrees by chance."""
_SIZES: Final = ((100, 2, 1.3), (20, 1, 1.0), (20, 0, 0.6))
"""What it says that a number from so many on is so near the table's, or has two digits exchanged; 0: near at all."""
_IN_ITS_ROW: Final = 0.8
"""What it says of documents put before the public that others are told rightly in the same sentence."""
_TOLD_ELSEWHERE: Final = 1.6
_PERHAPS_ELSEWHERE: Final = 0.8
"""What it says that the same is told rightly in another place, if all the words beside the number are known, and if not."""
_FEW: Final = 3
_SHARE: Final = Decimal("0.2")
"""A slip of the pen is so many away, or such a share of the larger number, or has a digit changed or two exchanged."""
_POINTS: Final = 30
"""Points of a percentage that a slip is away."""
_STOPS: Final = frozenset("。\n")
_NEAR: Final = "与表格的数只差一点"
_AROUND: Final = "旁边的数都与表格一致"


class Heard(NamedTuple):
    """A claim at its place in a section, `at` from the section's beginning. `own`: it may be told of the reporting office."""

    place: Place
    at: int
    claim: Claim
    own: bool = True

    @property
    def number(self) -> tuple[int, int]:
        """Where its number stands in the section."""
        first, last = self.claim.number
        return self.place.start + first, self.place.start + last


class Section(NamedTuple):
    """What a section tells: `sure` is known of what, `likely` by the words nearest to it alone."""

    text: str
    sure: tuple[Heard, ...]
    likely: tuple[Heard, ...]

    def around(self, heard: Heard) -> Iterator[Heard]:
        """Yield the other numbers that are told of the same office near to one."""
        for other in (*self.sure, *self.likely):
            same = other.own if heard.own else other.claim.scope == heard.claim.scope
            if same and other.number != heard.number and abs(other.at - heard.at) <= _REACH:
                yield other

    def is_beside(self, one: Heard, other: Heard) -> bool:
        """Return whether both stand in one sentence."""
        first, last = sorted((one.at, other.at))
        return not _STOPS & set(self.text[first:last])


def borne_out_by(case: Case, heard: Heard, section: Section, sections: Sequence[Section]) -> str:
    """Return what bears a number out, in words; "" if nothing does, or not enough."""
    size = _size(case, heard.claim)
    if heard.own and size >= _ENOUGH:
        return _NEAR
    return _AROUND if _is_borne_out(case, heard, size, section, sections) else ""


def _is_borne_out(
    case: Case, heard: Heard, size: float, section: Section, sections: Sequence[Section]
) -> bool:
    """Whether the numbers around it agree with the tables, each as it is told, and are enough."""
    weights: dict[object, float] = {}
    shown, row = heard.claim.doubt == SHOWN, 0.0
    for other in section.around(heard):
        found = judge(case, other.place, other.claim)
        beside = section.is_beside(other, heard)
        if found is not None and (beside or _competes(case, other.claim, found)):
            return False
        alike = other.claim.code == heard.claim.code
        if found is None and other.claim.kind is Kind.COUNT and (alike or not shown):
            reading = other.claim.readings[0]
            weights[reading] = max(weights.get(reading, 0), _weight(other.claim))
            row = _IN_ITS_ROW if shown and beside and other.claim.quantity.low else row
    score = sum(weights.values()) + row + size
    if score < _ENOUGH and _is_told_elsewhere(case, heard, sections):
        score += _TOLD_ELSEWHERE if heard.claim.sure else _PERHAPS_ELSEWHERE
    return score >= (_ENOUGH if heard.own else _ENOUGH_OF_OTHERS)


def _weight(claim: Claim) -> float:
    return next((weight for least, weight in _WEIGHTS if claim.quantity.low >= least), 0)


def _size(case: Case, claim: Claim) -> float:
    """What the size of a number says: the larger it is, the less it comes near to the table's by chance."""
    if claim.kind is not Kind.COUNT:
        return 0
    told = claim.quantity.low
    values = values_of(case, claim)
    gap = min((abs(told - value) for value in values), default=told)
    exchanged = any(is_turned(int(told), int(value)) for value in values)
    return next(
        (says for least, near, says in _SIZES if told >= least and (gap <= near or exchanged or not near)),
        0,
    )


def _competes(case: Case, claim: Claim, found: Finding) -> bool:
    """Whether another number may be the slip: one that is certain, or near to the table's as well."""
    return not claim.doubt or is_near(case, claim, found)


def _is_told_elsewhere(case: Case, heard: Heard, sections: Sequence[Section]) -> bool:
    """Whether the same is told far from it as the tables have it."""
    every = chain.from_iterable((*section.sure, *section.likely) for section in sections)
    return any(
        other.own
        and other.claim.readings[:1] == heard.claim.readings[:1]
        and (other.claim.kind, other.claim.back) == (heard.claim.kind, heard.claim.back)
        and (other.place.section != heard.place.section or abs(other.at - heard.at) > _REACH)
        and judge(case, other.place, other.claim) is None
        for other in every
    )


def is_near(case: Case, claim: Claim, found: Finding) -> bool:
    """Return whether the number told is a slip of the pen away from one that it may be."""
    told = claim.quantity.low
    if claim.kind is Kind.COUNT:
        return any(_is_slip(told, value) for value in values_of(case, claim))
    if claim.quantity.unit == "%":
        reckoned = Decimal(found.right or 0)
        return reckoned > 0 and abs(told - reckoned) <= _POINTS
    return _is_slip(told, abs(Decimal(found.right or 0)))


def values_of(case: Case, claim: Claim) -> list[Decimal]:
    """Return what the tables have for what a number may be."""
    report = case.last_year if claim.back else case.report
    values = [summed(report, names) for names in known_readings(report, claim.readings)] if report else []
    return [Decimal(value) for value in values if value is not None]


def _is_slip(told: Decimal, meant: Decimal) -> bool:
    gap = abs(told - meant)
    exchanged = sorted(str(told)) == sorted(str(meant))
    return gap <= _FEW or gap <= _SHARE * max(told, meant) or exchanged or is_misread(int(told), int(meant))
