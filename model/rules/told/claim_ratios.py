"""What is told in proportion to other numbers: shares, and what has grown since last year."""

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from model.findings import Finding, Rewording, Spot
from model.prose.claim import Claim, Kind
from model.prose.pieces.piece import TIMES
from model.prose.words.numerals import Quantity
from model.rules.rule import Case
from model.rules.told.claim_findings import fields_named, finding_on, numeral_of, plain, shown
from model.rules.told.claim_values import known_readings, summed
from model.rules.told.own_claims import Place
from model.rules.told.rounded_shares import is_one_of_all
from model.values import Value, to_text

_POINT: Final = Decimal("0.1")
_HUNDREDTH: Final = Decimal("0.01")
_CUT_OFF: Final = Decimal("0.99")
"""What is cut off is less than one of the last digit told."""
_RECKONED: Final = "改为按表算得的数"
"""What the offer of a number is called that stands in no cell."""
_RATIOS: Final = ("%", TIMES)
"""Units of what is told in proportion to last year's number."""


def judge_share(case: Case, place: Place, claim: Claim) -> Finding | None:
    """N8: a percentage that no part of any whole gives, not even rounded so that all shares make up 100 %."""
    report = case.report
    parts = [(names, summed(report, names)) for names in known_readings(report, claim.readings)]
    wholes = [(names, summed(report, names)) for names in known_readings(report, claim.over)]
    if any(value is None for _, value in (*parts, *wholes)):
        return None
    parts += [((), plain(part.low)) for part in claim.parts]
    wholes += [((), plain(claim.whole.low))] if claim.whole else []
    shares = [
        (part, whole, above, below, Decimal(100 * above) / Decimal(below))
        for part, above in parts
        for whole, below in wholes
        if above is not None and below
    ]
    slack = max(_POINT, _unit(claim.quantity) / 2)
    if not shares or any(_is_within(claim.quantity, slack, share) for *_, share in shares):
        return None
    near = any(_is_within(claim.quantity, slack * 2, share) for *_, share in shares)
    if near and is_one_of_all(case.texts.get(place.section, ""), place.start + claim.number[0]):
        return None
    told = claim.quantity.low
    of_first = [one for one in shares if one[0] == shares[0][0]]
    nearest = min(of_first, key=lambda one: abs(told - one[-1]))
    part, whole, above, below, share = shares[-1] if claim.kind is Kind.TOLD_SHARE else nearest
    exact = share.quantize(_POINT, ROUND_HALF_UP)
    message = (
        f"{numeral_of(report.form, place.section)}“{shown(claim.words)}”（{claim.quantity.low}%）与计算不一致："
        f"{fields_named(report.form, part)}（{to_text(above)}）÷{fields_named(report.form, whole)}（{to_text(below)}）"
        f"＝{exact}%；读作：{claim.read}"
    )
    finding = finding_on(report.form, place, claim, "N8", message, claim.quantity.low, exact, (*part, *whole))
    return finding._replace(rewording=_reckoned(place, claim, [share for *_, share in shares]))


def _is_within(told: Quantity, slack: Decimal, share: Decimal) -> bool:
    return told.low - slack <= share <= told.high + slack


def judge_growth(case: Case, place: Place, claim: Claim) -> Finding | None:
    """What is told to have grown or fallen since last year: by last year's tables, or the number told for that year."""
    ratio = claim.quantity.unit in _RATIOS
    results: list[tuple[tuple[str, ...], int | Decimal, int | Decimal, Decimal]] = []
    for names, now, then in _years(case, claim):
        if now is None or then is None or (ratio and not then):
            return None
        results += [(names, now, then, change) for change in _changes(claim, now, then)]
    low, high = _about(claim.quantity)
    if not results or any(low <= change <= high for *_, change in results):
        return None
    told = claim.quantity.low
    names, now, then, change = min(results, key=lambda one: abs(told - one[-1]))
    exact = change.quantize(_HUNDREDTH, ROUND_HALF_UP) if ratio else change
    unit = claim.quantity.unit if ratio else ""
    says = f"{to_text(plain(told))}{unit}"
    message = (
        f"{numeral_of(case.report.form, place.section)}“{shown(claim.words)}”（{says}）与计算不一致："
        f"{fields_named(case.report.form, names)}本年 {to_text(now)}，上年 {to_text(then)}，"
        f"{_really(claim, now, then, f'{to_text(plain(exact))}{unit}')}；读作：{claim.read}"
    )
    finding = finding_on(case.report.form, place, claim, "N13", message, claim.quantity.low, exact, names)
    return finding._replace(rewording=_reckoned(place, claim, [change for *_, change in results]))


def _really(claim: Claim, now: int | Decimal, then: int | Decimal, change: str) -> str:
    """How it has changed, in words; the way is told where it is another than that of the text."""
    if claim.kind is Kind.TIMES:
        return f"本年是上年的 {change}"
    if claim.kind is Kind.GROWTH and (now <= then if not claim.falls else now >= then):
        return f"实际{turn_of(now, then)}，文字写的是{'减少' if claim.falls else '增长'}"
    return f"{'下降' if claim.falls else '增长'} {change}"


def _reckoned(place: Place, claim: Claim, values: Sequence[Decimal]) -> Rewording | None:
    """The number reckoned from the tables in the place of the one told, with as many decimals, where all come to the same.

    None where it is reckoned from another number of the text, where the words would have to change as well, 增长 to 下降,
    and in the place of 三成多.
    """
    is_of_the_text = claim.whole is not None or bool(claim.parts)  # then that number may be the slip
    is_rough = claim.quantity.low != claim.quantity.high or not claim.number[1]
    numbers = {f"{value.quantize(_unit(claim.quantity), ROUND_HALF_UP):f}" for value in values}
    if is_of_the_text or is_rough or len(numbers) > 1 or min(values) <= 0:
        return None
    number = numbers.pop()
    first, last = (place.start + at for at in claim.number)
    return Rewording(Spot(place.section, first, last), number, number, _RECKONED)


def turn_of(now: int | Decimal, then: int | Decimal) -> str:
    """How a number turned since last year, in words that need no sign: 增长 12（33.3%）, 减少 3, 持平."""
    if now == then:
        return "持平"
    change = abs(Decimal(now - then))
    share = (
        f"（{to_text(plain((change * 100 / Decimal(then)).quantize(_POINT, ROUND_HALF_UP)))}%）"
        if then
        else ""
    )
    return f"{'增长' if now > then else '减少'} {to_text(plain(change))}{share}"


def _changes(claim: Claim, now: int | Decimal, then: int | Decimal) -> tuple[Decimal, ...]:
    """What may be told of two years' numbers: 增长2倍 is said of what has trebled, and of what has doubled."""
    change = Decimal(now - then) * (-1 if claim.falls else 1)
    if claim.quantity.unit == "%" and claim.kind is Kind.TIMES:
        return (Decimal(now) * 100 / Decimal(then),)
    if claim.quantity.unit == "%":
        return (change * 100 / Decimal(then),)
    if claim.quantity.unit == TIMES:
        times = Decimal(now) / Decimal(then)
        return (times,) if claim.kind is Kind.TIMES else (change / Decimal(then), times)
    return (change,)


def _years(case: Case, claim: Claim) -> Iterator[tuple[tuple[str, ...], Value, Value]]:
    """The numbers of both years, by each reading."""
    for names in known_readings(case.report, claim.readings):
        now = summed(case.report, names)
        if claim.whole is not None:
            yield names, now, plain(claim.whole.low)
        elif case.last_year is not None and known_readings(case.last_year, [names]):
            yield names, now, summed(case.last_year, names)


def _about(quantity: Quantity) -> tuple[Decimal, Decimal]:
    """Between what a ratio may lie that is rounded, or cut off, at the last digit told; a difference is exact.

    119 behind 49 are 142.86 per cent more, told as 143 or as 142.
    """
    if quantity.unit not in _RATIOS:
        return quantity.low, quantity.high
    unit = _unit(quantity)
    rounded = unit if unit < _POINT else max(_POINT, unit / 2)
    cut_off = unit * _CUT_OFF if quantity.unit == "%" else rounded
    return quantity.low - rounded, quantity.high + max(rounded, cut_off)


def _unit(quantity: Quantity) -> Decimal:
    return Decimal(1).scaleb(int(quantity.low.as_tuple().exponent))
