"""N16: a number that is likely one of the tables' and is not, where those told around it are.

The words nearest to it say what it is likely of (`model.prose.likely.likely`). That alone would be a guess. What makes it worth a
look: it is a slip of the pen away from the table's number, and it is borne out (`likely_evidence`).
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Final

from model.findings import Finding
from model.levels import Level
from model.prose.claim import Claim, Kind
from model.prose.claims.years_of_claims import tells_ends_of_carried
from model.prose.likely.likely import likely_in
from model.prose.passages import MOST_RUNS, MOST_TEXTS, blocks, paragraphs_in
from model.prose.reckoned.figures import rows
from model.prose.reckoned.made_up import wholes_of
from model.prose.words.codes import CARRIED_IN, OUTCOME, RECEIVED
from model.rules.rule import Case
from model.rules.told.claim_judged import judge, only_slip
from model.rules.told.claim_values import ends_with_carried_in, is_all_of_this_year
from model.rules.told.likely_alone import (
    bears_itself_out,
    is_slip_of_counts,
    is_told_nowhere_else,
    whole_told_as_part,
)
from model.rules.told.likely_evidence import Heard, Section, borne_out_by, is_near, values_of
from model.rules.told.own_claims import Place, Told, is_for_area, is_own_claim, is_vague, told_in
from model.rules.told.taken_out import leaves_what_is_told

_BY_ITSELF: Final = "这句话没有别的读法"
_NOWHERE_ELSE: Final = "别处没有写到表格的数"
_NOTHING_ELSE: Final = "没有写到别的申请"
_STOP: Final = re.compile("[。；\n]")
_MOST: Final = 200
"""Numbers of a text that are looked at."""
_SAME_SENTENCE: Final = 24
"""Characters within which what is counted in is told."""
_MOST_BLOCKS: Final = 16
"""Runs of paragraphs of a text that are looked at: no report has a tenth of them."""


def slips(case: Case) -> Iterator[Finding]:
    """Yield the numbers that are likely slips of the pen."""
    texts = [(name, text) for name, text in case.texts.items() if name != "preamble"]
    sections = [
        _section(case, name, text, told) for (name, text), told in zip(texts, told_in(case), strict=True)
    ]
    for section in sections:
        for heard in section.likely:
            found = judge(case, heard.place, heard.claim)
            of_one_year = _is_of_this_year(case, heard.claim, section) or _is_end_apart(case, heard, section)
            if found is None or of_one_year or _counts_carried_in(case, heard, section):
                continue
            if _is_part_of_what_agrees(case, heard, section) or _is_added_to_another(case, heard, section):
                continue
            if leaves_what_is_told(heard, section, values_of(case, heard.claim)):
                continue
            near = is_near(case, heard.claim, found)
            reason = borne_out_by(case, heard, section, sections) if near else ""
            if not reason and bears_itself_out(case, heard, section, sections):
                reason = _BY_ITSELF
            if not reason and is_told_nowhere_else(case, heard, section, sections):
                reason = _NOWHERE_ELSE
            if reason:
                yield _doubted(found, reason)
        yield from _parts_that_are_all(case, section, sections)


def _parts_that_are_all(case: Case, section: Section, sections: Sequence[Section]) -> Iterator[Finding]:
    """What is told as some of what came, and is a slip away from all of it, where nothing else is told of it."""
    for heard in section.sure:
        claim = whole_told_as_part(heard, section, sections)
        found = claim and judge(case, heard.place, claim)
        if (
            claim
            and found
            and any(is_slip_of_counts(claim.quantity.low, value) for value in values_of(case, claim))
        ):
            yield _doubted(found, _NOTHING_ELSE)


def _doubted(found: Finding, reason: str) -> Finding:
    message = f"{found.message}；{reason}，请核对这一处"
    return found._replace(code="N16", level=Level.WARNING, message=message, rewording=None)


def _is_of_this_year(case: Case, claim: Claim, section: Section) -> bool:
    """Whether it is all that was handled of what came this year, where what was carried in is told apart or not at all."""
    if not is_all_of_this_year(case.report, claim):
        return False
    carried = any(heard.claim.code == CARRIED_IN for heard in section.sure)
    return not carried or tells_ends_of_carried(section.text)


def _is_end_apart(case: Case, heard: Heard, section: Section) -> bool:
    """新收17件，予以公开13件；上年结转1件，予以公开1件: what lacks may be of those carried in, told apart."""
    ends = [one for one in section.sure if one.claim.code == OUTCOME and one.claim.kind is Kind.AT_MOST]
    own = next((one for one in ends if one.number == heard.number), None)
    again = any(one is not own and own and one.claim.readings == own.claim.readings for one in ends)
    if own is None or not (again or tells_ends_of_carried(section.text)):
        return False
    carried = sum(one.claim.quantity.low for one in section.sure if one.claim.code == CARRIED_IN)
    return any(0 < value - own.claim.quantity.low <= carried for value in values_of(case, own.claim))


def _counts_carried_in(case: Case, heard: Heard, section: Section) -> bool:
    """共收到申请60件（含上年结转3件）: what came in, told with what was carried in, where that is told right behind it.

    答复58件，其中上年结转3件、本年新收55件: or both are told to make up what was handled.
    """
    if heard.claim.code != RECEIVED:
        return False
    carried = [one for one in (*section.sure, *section.likely) if one.claim.code == CARRIED_IN]
    if any(
        ends_with_carried_in(case.report, heard.claim, one.claim)
        for one in carried
        if abs(heard.number[0] - one.number[0]) <= _SAME_SENTENCE
    ):
        return True
    behind = [one for one in carried if heard.number[1] <= one.number[0] <= heard.number[1] + _SAME_SENTENCE]
    right = [one for one in behind if judge(case, one.place, one.claim) is None]
    told = heard.claim.quantity.low
    return any(
        told == value + one.claim.quantity.low for one in right for value in values_of(case, heard.claim)
    )


def _is_part_of_what_agrees(case: Case, heard: Heard, section: Section) -> bool:
    """收到83件；本级收到23件，县区收到60件: whether it makes up, with those beside it, a number that is the table's."""
    start, words = _line_of(section.text, heard.number[0])
    for row in rows(words):
        counts = [figure for figure in row.figures if figure.counts]
        place = next((n for n, one in enumerate(counts) if start + one.start == heard.number[0]), None)
        wholes = wholes_of(counts, place) if place is not None else []
        starts = {start + whole.start for whole in wholes}
        told = [one for one in (*section.sure, *section.likely) if one.number[0] in starts]
        if any(one.claim.kind is Kind.COUNT and judge(case, one.place, one.claim) is None for one in told):
            return True
    return False


def _is_added_to_another(case: Case, heard: Heard, section: Section) -> bool:
    """局机关作出处罚300件，执法支队作出47件: whether a number told alike in its sentence makes up the table's with it."""
    if heard.claim.kind is not Kind.COUNT:
        return False
    told, values = heard.claim.quantity.low, values_of(case, heard.claim)
    likely = likely_of(section.text, case.report.year)
    alike = (
        (start + claim.number[0], claim.quantity.low)
        for start, claim in likely
        if claim.readings == heard.claim.readings and claim.kind is Kind.COUNT
    )
    return any(
        place != heard.number[0]
        and told + other in values
        and not _STOP.search(section.text, *sorted((place, heard.number[0])))
        for place, other in alike
    )


def _line_of(text: str, place: int) -> tuple[int, str]:
    """The paragraph of a place of a text, and where it begins."""
    start = text.rfind("\n", 0, place) + 1
    end = text.find("\n", place)
    return start, text[start : end if end >= 0 else len(text)]


def _section(case: Case, name: str, text: str, told: Told) -> Section:
    sure = tuple(Heard(place, place.start + claim.start, claim) for place, claim in told.own)
    known = {one.number for one in sure if one.claim.kind is not Kind.NAMED and _is_all(case, one.claim)}
    noticed = [found.spot for doubtful in told.doubtful for found in only_slip(case, doubtful)]
    office = case.report.office
    likely = (
        Heard(Place(name, start), start + claim.start, claim, own=_may_be_own(claim, office))
        for start, claim in likely_of(text, case.report.year)
    )
    alone = tuple(
        one
        for one in likely
        if one.number not in known
        and (one.own or is_vague(one.claim))
        and not any(spot is not None and spot.start < one.number[1] <= spot.end for spot in noticed)
    )
    return Section(text, tuple(one for one in sure if one.claim.kind is not Kind.NAMED), alone)


def _is_all(case: Case, claim: Claim) -> bool:
    """Whether it tells a number, and not at most a part of one; a part that is all there is tells it as well."""
    return claim.kind is not Kind.AT_MOST or bool(claim.less) or claim.quantity.low in values_of(case, claim)


@lru_cache(maxsize=MOST_TEXTS)
def likely_of(text: str, year: int) -> tuple[tuple[int, Claim], ...]:
    """Return what the numbers of a text are likely of by the words nearest to them, with the places of their paragraphs."""
    found: list[tuple[int, Claim]] = []
    topic = ""
    for start, block in islice(blocks(text), _MOST_BLOCKS):
        if len(found) >= _MOST:
            break
        claims, topic = _likely_in_block(block, year, topic)
        found += [(start + place, claim) for place, claim in claims]
    return tuple(found)


@lru_cache(maxsize=MOST_RUNS)
def _likely_in_block(block: str, year: int, topic: str) -> tuple[tuple[tuple[int, Claim], ...], str]:
    """What the numbers of a run of paragraphs are likely of, and what the next one goes on with."""
    found: list[tuple[int, Claim]] = []
    for start, words in paragraphs_in(block):
        if len(found) >= _MOST:
            break
        claims, topic = likely_in(words, year, topic)
        found += [(start, claim) for claim in claims]
    return tuple(found), topic


def _may_be_own(claim: Claim, office: str) -> bool:
    """Whether it may be told of the reporting office; 各部门 are all there is where a government reports."""
    return is_own_claim(claim, office) or (claim.scope == "others" and is_for_area(office))
