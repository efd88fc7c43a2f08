"""A claim compared with the tables, or with the other numbers of its text: what its words tell that is not so."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final

from model.findings import Finding, Rewording, Spot
from model.form import Form
from model.levels import Level
from model.prose.claim import Claim, Kind
from model.prose.slips_of_pen import is_miswritten
from model.prose.words.numerals import Quantity
from model.report import Report
from model.rules.rule import Case
from model.rules.told.claim_findings import (
    cells_named,
    fields_named,
    finding_on,
    gap,
    numeral_of,
    plain,
    shown,
)
from model.rules.told.claim_ratios import judge_growth, judge_share
from model.rules.told.claim_values import agrees, known_readings, left_out, summed
from model.rules.told.own_claims import Doubtful, Place, is_borne_out, makes_up_the_whole
from model.values import to_text

_TEN: Final = 10


def judge(case: Case, place: Place, claim: Claim) -> Finding | None:
    """A claim compared as its kind asks: a share, a growth, a sum told in the text, last year's number, or this year's."""
    if claim.kind is Kind.SHARE:
        return judge_share(case, place, claim)
    if claim.kind is Kind.TOLD_SHARE:
        found = judge_share(case, place, claim)
        return found and found._replace(level=Level.WARNING)
    if claim.kind in (Kind.GROWTH, Kind.TIMES):
        return judge_growth(case, place, claim)
    if claim.kind is Kind.NAMED:
        return None
    if claim.kind is Kind.WAYS:
        return _ways_told(case.report, place, claim)
    if claim.kind is Kind.SUM:
        return _sum_told(case.report, place, claim)
    if claim.back:
        return _last_year(case, place, claim)
    if claim.either and not _last_year_denies(case, place, claim):
        return None
    return _count(case.report, place, claim)


def _last_year_denies(case: Case, place: Place, claim: Claim) -> bool:
    """Whether it cannot be of the year before: last year's tables have another number."""
    return _last_year(case, place, claim._replace(back=1, kind=Kind.COUNT)) is not None


def only_slip(case: Case, doubtful: Doubtful) -> Iterator[Finding]:
    """Yield the one number of a passage that the tables deny, where the others show that it is them that it tells of."""
    judged = [(claim, judge(case, doubtful.place, claim)) for claim in doubtful.claims]
    found = [(claim, finding) for claim, finding in judged if finding is not None]
    agreeing = (*(claim for claim, finding in judged if finding is None), *doubtful.beside)
    for claim, finding in found if len(found) == 1 else ():
        if is_borne_out(case.report, agreeing) or makes_up_the_whole(case.report, claim, agreeing):
            yield finding._replace(level=doubtful.level)


def _count(report: Report, place: Place, claim: Claim) -> Finding | None:
    """N1–N7, N9, N11, N12: a number that none of the readings agrees with."""
    left = left_out(report, claim)
    if left == 0:
        # Nothing was carried in: what came this year is all.
        claim = claim._replace(kind=Kind.COUNT, less=())
    readings = known_readings(report, claim.readings)
    values = tuple(summed(report, names) for names in readings)
    known = tuple(value for value in values if value is not None)
    if not known or len(known) < len(values) or agrees(claim, known, left):
        return None
    return _differing(report.form, place, claim, tuple(readings), known)


@lru_cache(maxsize=2048)
def _differing(
    form: Form,
    place: Place,
    claim: Claim,
    readings: tuple[tuple[str, ...], ...],
    values: tuple[int | Decimal, ...],
) -> Finding:
    """What is found where no reading agrees: made once for a claim and the values, since typing asks again and again."""
    at_most = claim.kind is Kind.AT_MOST and claim.quantity.low > max(values, key=Decimal)
    value = max(values, key=Decimal) if at_most else _nearest(claim, values)
    names = readings[values.index(value)]
    told, told_words = _told(claim.quantity, value)
    relation, differs = ("多于", "") if at_most else ("与", "不一致")
    message = (
        f"{numeral_of(form, place.section)}“{shown(claim.words)}”（{told_words}）{relation}{cells_named(form, names)}"
        f"（{to_text(value)}）{differs}，相差 {to_text(gap(value, told))}；读作：{claim.read}"
    )
    finding = finding_on(form, place, claim, _code(claim, value), message, told, value, names)
    rewording = _rewording(place, claim, names, value) if len(readings) == 1 and not claim.less else None
    return finding._replace(rewording=rewording)


def _told(quantity: Quantity, value: int | Decimal) -> tuple[int | Decimal, str]:
    """The number told, of a range its end that is nearer to the table's, and the words for it."""
    low, high = plain(quantity.low), plain(quantity.high)
    words = to_text(low) if low == high else f"{to_text(low)}～{to_text(high)}"
    return (low if value < low else high), words


def _nearest(claim: Claim, values: Sequence[int | Decimal]) -> int | Decimal:
    """The value that the number told comes nearest to: the reading that is shown is the one that was likely meant."""
    return min(values, key=lambda value: abs(claim.quantity.low - value))


def _rewording(place: Place, claim: Claim, names: tuple[str, ...], value: int | Decimal) -> Rewording | None:
    """The table's number in the place of the one told, where the words allow no other reading.

    None for 300余, 约300, a part, and what is told without a number.
    """
    first, last = (place.start + number for number in claim.number)
    if (
        not claim.number[1]
        or not claim.sure
        or claim.quantity.low != claim.quantity.high
        or claim.kind is not Kind.COUNT
    ):
        return None
    number = to_text(value)
    return Rewording(
        Spot(place.section, first, last), f"{{{names[0]}}}" if len(names) == 1 else number, number
    )


def _code(claim: Claim, value: int | Decimal) -> str:
    """N1 between two numbers; N9 where the words or the table have none at all."""
    return "N9" if claim.code == "N1" and (value == 0 or claim.quantity.high == 0) else claim.code


def _last_year(case: Case, place: Place, claim: Claim) -> Finding | None:
    """What is told of the year before, against that year's own tables."""
    last = case.last_year
    if last is None or claim.back != 1 or claim.kind is not Kind.COUNT:
        return None
    readings = known_readings(last, claim.readings)
    values = [summed(last, names) for names in readings]
    known = [value for value in values if value is not None]
    if not known or len(known) < len(values) or any(claim.quantity.fits(value) for value in known):
        return None
    value = _nearest(claim, known)
    names = readings[known.index(value)]
    told, words = _told(claim.quantity, value)
    message = (
        f"{numeral_of(case.report.form, place.section)}“{shown(claim.words)}”（{words}）与上年报告的"
        f"{fields_named(last.form, names)}（{to_text(value)}）不一致；读作：{claim.read}"
    )
    return finding_on(case.report.form, place, claim, "N13", message, told, value, ())


def _sum_told(report: Report, place: Place, claim: Claim) -> Finding:
    """N14: a total that is not the sum of the parts told with it."""
    total = plain(sum((part.low for part in claim.parts), Decimal(0)))
    whole = plain(claim.quantity.low)
    parts = "＋".join(to_text(plain(part.low)) for part in claim.parts)
    message = (
        f"{numeral_of(report.form, place.section)}“{shown(claim.words)}”：各项之和 {parts}＝{to_text(total)}，"
        f"总数写的是 {to_text(whole)}，相差 {to_text(gap(total, whole))}；读作：{claim.read}"
    )
    finding = finding_on(report.form, place, claim, "N14", message, total, whole, ())
    return finding if claim.sure else finding._replace(level=Level.WARNING)


def _is_slip_of_ways(claim: Claim, value: int | Decimal) -> bool:
    """Whether one, or the digits of a single way, part the sum of the ways from a number."""
    over = claim.quantity.low - value
    return abs(over) == 1 or any(
        part.low >= _TEN and part.low > over and is_miswritten(part.low, part.low - over)
        for part in claim.parts
    )


def _ways_told(report: Report, place: Place, claim: Claim) -> Finding | None:
    """N14: ways in which applications came whose sum misses their number by one or by digits, or in a sure list is more.

    Of fewer some are left out on purpose.
    """
    total = plain(claim.quantity.low)
    sums = [(names, summed(report, names)) for names in known_readings(report, claim.readings)]
    known = [(names, value) for names, value in sums if value is not None]
    near = next(((names, value) for names, value in known if _is_slip_of_ways(claim, value)), None)
    most = max(known, key=lambda one: Decimal(one[1]), default=None)
    near = most if near is None and claim.sure and most is not None and total > most[1] else near
    if near is None or len(known) < len(sums) or any(value == total for _, value in known):
        return None
    names, value = near
    parts = "＋".join(to_text(plain(part.low)) for part in claim.parts)
    message = (
        f"{numeral_of(report.form, place.section)}“{shown(claim.words)}”：各项之和 {parts}＝{to_text(total)}，"
        f"{'＋'.join(names)}为 {to_text(value)}，相差 {to_text(gap(value, total))}；读作：{claim.read}"
    )
    found = finding_on(report.form, place, claim, "N14", message, total, value, names)
    return found._replace(level=Level.WARNING)
