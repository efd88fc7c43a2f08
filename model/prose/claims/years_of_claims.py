"""What became of the applications of this year alone, where a paragraph tells beside it what became of those carried in."""

import re
from collections.abc import Sequence, Set
from functools import lru_cache
from itertools import takewhile
from typing import Final

from model.prose.claim import Claim, Kind, Readings
from model.prose.passages import MOST_TEXTS
from model.prose.words.claim_words import vocabulary
from model.prose.words.codes import CARRIED, CARRIED_IN, HANDLED, OUTCOME, RECEIVED

_ENDS: Final = (HANDLED, OUTCOME)
_REACH: Final = 200
"""Characters behind the last claim that are looked at: what was carried in may end without being one."""
_SENTENCE_ENDS: Final = re.compile("[。\n]")
_CLAUSE_ENDS: Final = re.compile("[。；;\n]")


def parts_by_year(claims: Sequence[Claim], paragraph: str) -> list[Claim]:
    """新收98件，办结92件；上年结转6件全部办结: make the first a part, as those of the other year come to the same row."""
    of_carried = _ends_of_carried(claims, paragraph)
    twice = {claim.readings for claim in of_carried}
    claims = [_as_part(claim) if claim in of_carried else _of_two_years(claim, twice) for claim in claims]
    if not any(claim.code in _ENDS for claim in claims):
        return claims
    read = max(claim.end for claim in claims) + _REACH
    if not of_carried and not tells_ends_of_carried(paragraph[:read]):
        return claims
    parted: list[Claim] = []
    came = ended = None
    for claim in sorted(claims, key=_place):
        if claim.code == RECEIVED and claim.kind is Kind.COUNT and not claim.back:
            came, ended = claim, None
        elif claim.code in CARRIED or (
            came is not None and _SENTENCE_ENDS.search(paragraph, came.end, claim.start)
        ):
            came = ended = None
        if came is not None and _may_be_part(claim, came, paragraph):
            claim = ended = _as_part(claim)
        elif came is not None and ended is not None and _is_share_of(claim, ended):
            claim = claim._replace(parts=(ended.quantity,), whole=came.quantity)
        parted.append(claim)
    return parted


def _is_share_of(claim: Claim, ended: Claim) -> bool:
    """Whether a share is told of what was ended, as it may be of what came this year: 办结92件，办结率93.9%."""
    return claim.kind is Kind.SHARE and not claim.parts and set(claim.readings) == set(ended.readings)


def _as_part(claim: Claim) -> Claim:
    return claim._replace(kind=Kind.AT_MOST, sure=False)


def _of_two_years(claim: Claim, twice: Set[Readings]) -> Claim:
    """A result that is told of both years is not sure to be all there is in the table."""
    return claim._replace(sure=False) if claim.readings in twice else claim


def _ends_of_carried(claims: Sequence[Claim], paragraph: str) -> set[Claim]:
    """上年结转的5件，予以公开3件、无法提供2件: results right behind what was carried in that make it up are of it alone.

    So are those that are told of others too: 新收17件，予以公开13件；上年结转1件，予以公开1件.
    """
    ordered = sorted(claims, key=_place)
    parts: set[Claim] = set()
    for place, carried in enumerate(ordered):
        if carried.code != CARRIED_IN or carried.kind is not Kind.COUNT:
            continue
        ends = [*takewhile(lambda claim: claim.code == OUTCOME, ordered[place + 1 :])]
        ends = [claim for claim in ends if not _CLAUSE_ENDS.search(paragraph, carried.end, claim.start)]
        others = [claim.readings for claim in ordered if claim.code == OUTCOME and claim not in ends]
        again = bool(ends) and all(claim.readings in others for claim in ends)
        lacking = carried.quantity.low - sum(claim.quantity.low for claim in ends)
        if (len(ends) > 1 and not lacking) or (again and lacking >= 0):
            parts |= {*ends}
    return parts


@lru_cache(maxsize=MOST_TEXTS)
def tells_ends_of_carried(paragraph: str) -> bool:
    """Return whether it tells of some applications, and no more than were carried in, that they came so and were ended."""
    return any(
        match["ended"] is None or int(match["ended"]) <= int(match["carried"])
        for name in ("ends_of_carried", "ends_of_those")
        for match in vocabulary().passages[name].finditer(paragraph)
    )


def _may_be_part(claim: Claim, came: Claim, paragraph: str) -> bool:
    """Whether it is an end of no more than came in this year, and not told to be of all."""
    ends = claim.code in _ENDS and claim.kind is Kind.COUNT and not claim.back
    whole = vocabulary().passages["sums_up"].search(paragraph[came.end : claim.end]) is not None
    return ends and not whole and claim.quantity.high <= came.quantity.high


def _place(claim: Claim) -> tuple[int, int]:
    return claim.start, claim.end
