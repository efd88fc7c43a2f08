"""Which numbers of a section are settled: known of what, so that nothing needs to be reckoned, or found fault with already."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from model.prose.claim import Claim, Kind
from model.prose.claims.claims import claims_in
from model.prose.claims.years_of_claims import tells_ends_of_carried
from model.prose.reckoned.figures import Figure
from model.rules.rule import Case
from model.rules.told.claim_judged import judge, only_slip
from model.rules.told.claim_values import is_all_of_this_year, known_readings, summed
from model.rules.told.likely_slips import likely_of
from model.rules.told.own_claims import Place, Told, is_own_claim

NOTHING: frozenset[str] = frozenset()
NamesOf = Callable[[Figure], frozenset[str] | None]
"""Tells the number fields and cells that a number is settled to be of, none where it is of something else; None: it is open."""


class Settled(NamedTuple):
    """Words from `start` to `end` whose number is settled, with the names of what it is told of; none where it is no count.

    `agrees`: it is that of the tables, or another office's. Else it is found fault with already.
    """

    start: int
    end: int
    names: frozenset[str] = NOTHING
    agrees: bool = False

    def moved(self, by: int) -> "Settled":
        """Return the same as it stands in a paragraph that begins there."""
        return self._replace(start=self.start - by, end=self.end - by)


def settled_in(case: Case, office: str, section: str, told: Told) -> Iterator[Settled]:
    """Yield the numbers of a section of the office's report that its claims settle, and those that the nearest words suggest."""
    text, year = case.texts[section], case.report.year
    for doubtful in told.doubtful:
        spots = (finding.spot for finding in only_slip(case, doubtful))
        yield from (Settled(spot.start, spot.end) for spot in spots if spot is not None)
    claims = (*told.own, *((Place(section, start), claim) for start, claim in likely_of(text, year)))
    others = ((Place(section, start), claim) for start, claim in claims_in(text, year, section))
    for place, claim in (*claims, *others):
        first, last = (place.start + number for number in claim.number)
        if claim.kind in (Kind.NAMED, Kind.AT_MOST):
            all_of_those = is_all_of_this_year(case.report, claim) and tells_ends_of_carried(text)
            if all_of_those or (claim.less and judge(case, place, claim) is None):
                yield Settled(first, last, agrees=True)
            continue
        own = is_own_claim(claim, office)
        if judge(case, place, claim) is None:
            if claim.kind is Kind.WAYS:
                if not _is_the_tables(case, claim):
                    continue
                # 网上21件、信函8件、当面1件: all of them together are what came.
                yield Settled(place.start + claim.start, place.start + claim.end, agrees=True)
            elif not claim.doubt or claim.quantity.low:
                yield Settled(first, last, _names(claim), agrees=True)
        elif not own:
            yield Settled(first, last, agrees=True)
        elif not claim.doubt:
            yield Settled(place.start + claim.start, place.start + claim.end)


def _is_the_tables(case: Case, claim: Claim) -> bool:
    """Whether a list is one of the tables' numbers, and not only too far from them to be a slip."""
    values = (summed(case.report, names) for names in known_readings(case.report, claim.readings))
    return any(value == claim.quantity.low for value in values)


def _names(claim: Claim) -> frozenset[str]:
    if claim.kind is not Kind.COUNT or claim.back:
        return NOTHING
    return frozenset(name for reading in claim.readings for name in reading)
