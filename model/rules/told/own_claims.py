"""Which claims of a report's words are about its own tables: certainly, or as the other numbers of a passage bear out."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from model.levels import Level
from model.prose.claim import Claim, Kind
from model.prose.claims.claims import claims_in
from model.prose.passages import MOST_TEXTS
from model.prose.words.claim_words import vocabulary
from model.prose.words.codes import DECISION, DISPUTED, OUTCOME, RECEIVED
from model.report import Report
from model.rules.rule import Case
from model.rules.told.claim_values import agrees, known_readings, left_out, summed

_GOVERNMENT: Final = "人民政府"
_AREAS: Final = (_GOVERNMENT, "区管理委员会", "区管委会")
"""Ends of the names of those who report for an area: 大河高新区管理委员会 as well."""
_AREA_OF: Final = re.compile("(.)(?:人民政府|政府|管理委员会|管委会)")
"""The kind of area that an office's name tells."""
_ENDINGS: Final = ("人民政府", "办事处", "管理委员会")
_OFFICES: Final = ("政府办公室", "政府办公厅", "政府办")
_LONG_NAME: Final = 5
"""Characters of a name that may have the office's words in another order."""
_LEAST: Final = 5
"""Smaller numbers agree by chance."""
_ENOUGH: Final = 2
_HANDLED: Final = ("办结申请总数",)
_ROOMS: Final = "rooms"
_ALONE: Final = (_ROOMS, "room", "office")
"""Whose numbers an area's office tells apart from the area's: 市政府及市政府办公室."""
_VAGUE: Final = ("area", "office", "room", "others")
"""Whose numbers it may be that are told of these: 市政府收到 in the report of its own office, 各单位收到 in a district's."""
_KINDS: Final = (DISPUTED, (OUTCOME,), (DECISION,))
"""Codes of what is counted by kinds, of which some may be meant: reviews over other matters, reasons, what is public."""
_WHOLE_OR_PART: Final = (Kind.COUNT, Kind.AT_MOST)
_STOP: Final = re.compile("[。\n]")
_NUMBER: Final = re.compile(r"\d+(?=[件宗份])")
_COMPARED: Final = (Kind.COUNT, Kind.SHARE, Kind.GROWTH)


class Place(NamedTuple):
    """A paragraph: the id of its section, and the character of the section's text at which it begins."""

    section: str
    start: int


@dataclass(frozen=True, slots=True)
class Doubtful:
    """Claims of one paragraph of which it is not certain that they are about the report's tables, all for one reason.

    `beside` are those of the same paragraph that are, where the doubt is of what they are told and not of whom; where it
    is of how many of their kind they count, those of the same tables. `level`: how much weight what is found has.
    """

    place: Place
    claims: tuple[Claim, ...]
    beside: tuple[Claim, ...]
    level: Level


class Told(NamedTuple):
    """What the words of a section claim: about the report's own tables, and what may be about them."""

    own: tuple[tuple[Place, Claim], ...]
    doubtful: tuple[Doubtful, ...]


def told_in(case: Case) -> Iterator[Told]:
    """Yield what the words of each section claim."""
    year, office = case.report.year, case.report.office
    for section, text in case.texts.items():
        if section != "preamble":
            yield told_of(text, year, section, office)


def claims_of(case: Case) -> Iterator[tuple[Place, Claim]]:
    """Yield all that the report's words claim about its own tables, each with the paragraph that it stands in."""
    for told in told_in(case):
        yield from told.own


@lru_cache(maxsize=MOST_TEXTS)
def told_of(text: str, year: int, section: str, office: str) -> Told:
    """Return what a section of an office's report claims, looked at once: each rule asks for it."""
    own: list[tuple[Place, Claim]] = []
    doubtful: dict[tuple[Place, str, tuple[str, ...]], list[Claim]] = {}
    for start, claim in claims_in(text, year, section):
        place, ours = Place(section, start), is_own_claim(claim, office)
        if claim.field not in office:
            continue
        if ours and not claim.doubt:
            own.append((place, claim))
        elif _may_be_borne_out(claim) and (ours or (is_vague(claim) and not claim.doubt)):
            doubtful.setdefault((place, claim.scope, _reason(claim)), []).append(claim)
    own = _rooms_apart(own)
    groups = [
        Doubtful(
            place,
            tuple(claims),
            tuple(claim for where, claim in own if where == place and _bears_on(claim, reason)),
            Level.WARNING if reason in _KINDS else Level.EXPLAIN,
        )
        for (place, _, reason), claims in doubtful.items()
    ]
    enough = (group for group in groups if len(group.claims) + len(group.beside) > _ENOUGH)
    return Told(tuple(own), tuple(enough))


def _rooms_apart(own: list[tuple[Place, Claim]]) -> list[tuple[Place, Claim]]:
    """Those that are certain; where the office has more than its own rooms, what these did is at most what the tables have.

    收到申请112件。局机关收到51件，予以公开30件: bodies under it received the others.
    """
    counts = [claim for _, claim in own if claim.kind is Kind.COUNT and not claim.back]
    whole = {claim.readings[0]: claim.quantity.low for claim in counts if claim.scope != _ROOMS}
    alone = [claim for claim in counts if claim.scope == _ROOMS]
    parts = {_what(claim) for _, claim in own if claim.scope == _ROOMS and claim.kind is Kind.AT_MOST}
    if not any(
        claim.quantity.low < whole.get(claim.readings[0], 0) or _what(claim) in parts for claim in alone
    ):
        return own
    return [
        (place, claim._replace(kind=Kind.AT_MOST, sure=False) if claim in alone else claim)
        for place, claim in own
    ]


def _what(claim: Claim) -> tuple[object, ...]:
    return claim.readings[0], claim.quantity.low


def _reason(claim: Claim) -> tuple[str, ...]:
    """Why a claim is not certain: its thing, its scope, or the codes of those that may count more or fewer than the tables."""
    if claim.doubt != "kind":
        return (claim.doubt,)
    return next((codes for codes in _KINDS if claim.code in codes), (claim.code,))


def _bears_on(claim: Claim, reason: tuple[str, ...]) -> bool:
    return reason == ("thing",) or (reason in _KINDS and claim.code in reason)


def _may_be_borne_out(claim: Claim) -> bool:
    return claim.kind in _COMPARED and not claim.back and claim.quantity.low == claim.quantity.high


def is_borne_out(report: Report, claims: Iterable[Claim]) -> bool:
    """Whether several numbers of a passage stand in the tables, so that it is them that the passage tells of.

    收到申请14件，办结13件，结转1件: who sees two of these in the tables knows what the third is of.
    """
    told = [
        claim for claim in claims if claim.quantity.low and claim.kind is Kind.COUNT and _holds(report, claim)
    ]
    several = len({claim.readings for claim in told}) >= _ENOUGH
    numbers = {claim.quantity.low for claim in told}
    return several and len(numbers) >= _ENOUGH and max(numbers) >= _LEAST


def makes_up_the_whole(report: Report, claim: Claim, claims: Iterable[Claim]) -> bool:
    """Whether what the tables have in the place of one result of applications, with the other results told, is all of them.

    予以公开2件，信息不存在的5件: where the two are all that was handled, it is the row of the table that 信息不存在 tells.
    """
    ends = {
        one.number: one for one in claims if one.kind is Kind.COUNT and one.code == OUTCOME and not one.back
    }
    readings = known_readings(report, claim.readings)
    value = summed(report, readings[0]) if claim.code == OUTCOME and readings and ends else None
    whole = summed(report, _HANDLED) if known_readings(report, [_HANDLED]) else None
    if not claim.alone or value is None or whole is None or whole < _LEAST:
        return False
    return value + sum(one.quantity.low for one in ends.values()) == whole


def is_beside_the_tables(case: Case, place: Place, claim: Claim) -> bool:
    """Return whether an area's number is told in a report whose tables are those of its office alone.

    全市收到312件，其中市政府收到77件; 全市收到312件，其中市本级77件: a report on the latter, where the tables have 77. So is all
    else that it tells of the area.
    """
    if claim.scope != "area" or claim.kind not in _WHOLE_OR_PART:
        return False
    return _has_own_level(case, place, claim) or any(
        one.scope == "area" and one.code == RECEIVED and _has_own_level(case, where, one)
        for where, one in claims_of(case)
    )


def _has_own_level(case: Case, place: Place, claim: Claim) -> bool:
    """Whether beside an area's number a smaller one of its office alone is told, and that is the one the tables have."""
    if claim.kind not in _WHOLE_OR_PART:
        return False
    text = case.texts[place.section]
    told = [
        one.quantity.low
        for start, one in claims_in(text, case.report.year, place.section)
        if start == place.start
        and one.scope in _ALONE
        and one.kind is Kind.COUNT
        and one.readings == claim.readings
    ]
    start = place.start + claim.end
    stop = _STOP.search(text, start)
    level = vocabulary().passages["own_level"].search(text, start, stop.start() if stop else len(text))
    told += map(Decimal, _NUMBER.findall(level["numbers"])) if level is not None else ()
    smaller = (
        claim.quantity._replace(low=number, high=number) for number in told if number < claim.quantity.low
    )
    return any(_holds(case.report, claim._replace(kind=Kind.COUNT, quantity=one)) for one in smaller)


def _holds(report: Report, claim: Claim) -> bool:
    values = [summed(report, names) for names in known_readings(report, claim.readings)]
    known = [value for value in values if value is not None]
    return bool(known) and len(known) == len(values) and agrees(claim, known, left_out(report, claim))


def is_for_area(office: str) -> bool:
    """Return whether an office reports for an area: a government, a development zone."""
    return office.endswith(_AREAS)


def is_own_claim(claim: Claim, office: str) -> bool:
    """Return whether it is told of the reporting office; a county's office tells nothing of its own of 全市."""
    area = _AREA_OF.search(office)
    return (not claim.scope or _is_own(claim.scope, office)) and (
        not claim.level or area is None or area[1] == claim.level
    )


def is_vague(claim: Claim) -> bool:
    """Return whether it is open of whom it is told: 市政府收到 in the report of its own office."""
    return claim.scope in _VAGUE


def _is_own(scope: str, office: str) -> bool:
    """Whether it is the reporting office that is spoken of: 全市 is a government's own, 县教育局 that bureau's."""
    if scope == _ROOMS:
        return True
    if scope in ("area", "room"):
        return is_for_area(office) == (scope == "area")
    if scope in ("office", "signed"):
        return office.endswith(_OFFICES) or (scope == "signed" and office.endswith(_GOVERNMENT))
    return scope != "others" and _is_short_for(scope, office)


def _is_short_for(name: str, office: str) -> bool:
    """Whether a name may be the office's, as 区卫健局 is short for 安平区卫生健康局: its characters in their order.

    An office goes by its place as well: 云河镇 for 云河镇人民政府, 北山街道 for 北山街道办事处; and 委 is short for 委员会.
    """
    long = name.replace("管委会", "管理委员会")
    long = f"{long}员会" if long.endswith("委") else long
    names = (office, *(office.removesuffix(ending) for ending in _ENDINGS))
    return any(_runs_through(long, whole) for whole in names) or _is_turned(long, office)


def _is_turned(name: str, office: str) -> bool:
    """Whether a name has the office's words in another order: 县公安分局 for 云河市公安局南山县分局."""
    return len(name) >= _LONG_NAME and office[-1] == name[-1] and not Counter(name) - Counter(office)


def _runs_through(name: str, office: str) -> bool:
    characters = iter(office)
    return office[-1:] == name[-1:] and all(character in characters for character in name)
