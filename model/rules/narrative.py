"""Text against tables: numbers told in words, compared with the cells they speak of, and with each other.

Never an error: a narrative may use another scope. What is found is quoted, with how the words were read.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import Final

from model.findings import Finding, Rewording, Spot
from model.form import Form, Shape
from model.levels import Level
from model.prose.claim import Claim, Kind
from model.prose.claim_words import CROSS
from model.prose.codes import DECISION, DISPUTE, OUTCOME, RESULT
from model.prose.numerals import Quantity
from model.prose.subject import TIMES
from model.report import Report
from model.rules.change_fields import outdated_bases
from model.rules.claim_values import agrees, cells_of, known_readings, summed
from model.rules.own_claims import Doubtful, Place, claims_of, is_borne_out, told_in
from model.rules.rule import OFFICE, TEXTS, Case, Judgement, Rule
from model.values import Value, to_text

_TITLES: Final = {
    "N1": (
        "文字中的收到申请数与表格一致",
        "收到、受理、办理申请 N 件＝新收总计（办理的也可以是办结总计，或新收＋上年结转）",
    ),
    "N2": ("文字中的上年结转数与表格一致", "上年结转 N 件＝上年结转总计"),
    "N3": ("文字中的办结数与表格一致", "办结、答复 N 件＝办理结果总计"),
    "N4": ("文字中的结转下年度数与表格一致", "结转下年度、正在办理 N 件＝结转下年度总计"),
    "N5": ("文字中的各类办理结果与表格一致", "予以公开、部分公开等 N 件＝该类合计；几类并提的＝几类之和"),
    "N6": ("文字中的行政复议、行政诉讼数与表格一致", "行政复议、行政诉讼 N 件＝第四部分的总计"),
    "N7": (
        "文字中的规范性文件、行政许可、行政处罚数与表格一致",
        "规章、规范性文件、许可、处罚、强制、收费 N＝第二部分的数；收费可四舍五入到所写的小数位",
    ),
    "N8": (
        "文字中的百分比与表格一致",
        "占 N%＝部分÷整体，办结率、答复率、公开率也是；相差不超过 0.1 个百分点",
    ),
    "N9": ("文字说未收到申请，应与表格一致", "未收到申请，则新收总计＝0；反之亦然"),
    "N11": ("文字中的各类申请人申请数与表格一致", "自然人、法人或其他组织等申请 N 件＝该类申请人新收"),
    "N12": ("文字中的复议、诉讼结果与表格一致", "维持、纠正、其他结果、尚未审结 N 件＝第四部分的数"),
    "N13": (
        "文字中与上年的比较与两年表格一致",
        "比上年增长 N%（或 N 件）、是上年的 N 倍＝由本年与上年的数算得，百分数、倍数相差不超过所写的末位；"
        "文中插入的增减数按上年报告现在的数计算",
    ),
    "N14": (
        "文字中的总数等于各项之和",
        "共 N，其中甲、乙、丙：各项之和不大于 N，也不像是写错了一个数；合计 N＝前述各项之和；按申请方式分的各项之和＝收到申请数",
    ),
    "N15": ("同一个数在两处应写得一样", "全年某事 N：别处用同样的话再写时，数也相同"),
}
_POINT: Final = Decimal("0.1")
_CUT_OFF: Final = Decimal("0.99")
"""What is cut off is less than one of the last digit told."""
_RATIOS: Final = ("%", TIMES)
"""Units of what is told in proportion to last year's number."""


def _compare(code: str) -> Callable[[Case], Iterator[Finding]]:
    """The look of one rule, N1–N9 and N11–N14."""

    def find(case: Case) -> Iterator[Finding]:
        """What the words claim under this code that the tables deny."""
        for told in told_in(case):
            for place, claim in told.own:
                finding = _judged(case, place, claim) if _may_be(claim, code) else None
                if finding is not None and finding.code == code:
                    yield finding
            for doubtful in told.doubtful:
                if any(_may_be(claim, code) for claim in doubtful.claims):
                    yield from (finding for finding in _only_slip(case, doubtful) if finding.code == code)

    return find


def _only_slip(case: Case, doubtful: Doubtful) -> Iterator[Finding]:
    """The one number of a passage that the tables deny, where the others show that it is them that it tells of."""
    judged = [(claim, _judged(case, doubtful.place, claim)) for claim in doubtful.claims]
    found = [finding for _, finding in judged if finding is not None]
    agreeing = [claim for claim, finding in judged if finding is None]
    if len(found) == 1 and is_borne_out(case.report, (*agreeing, *doubtful.beside)):
        yield from (replace(finding, level=doubtful.level) for finding in found)


def _told_twice(case: Case) -> Iterator[Finding]:
    """N15: what is told again in the same words with another number."""
    before: dict[str, tuple[Place, Claim]] = {}
    for place, claim in claims_of(case):
        if claim.kind is not Kind.NAMED or claim.quantity.low != claim.quantity.high:
            continue
        first_place, first = before.setdefault(claim.read, (place, claim))
        if first.quantity.low != claim.quantity.low:
            form = case.report.form
            message = (
                f"{_numeral(form, place.section)}“{claim.words}”与{_numeral(form, first_place.section)}“{first.words}”"
                f"说的是同一件事，数不一样（{to_text(_number(claim.quantity.low))}、{to_text(_number(first.quantity.low))}）"
            )
            left, right = _number(claim.quantity.low), _number(first.quantity.low)
            finding = _finding(form, place, claim, "N15", message, left, right, ())
            yield replace(finding, level=Level.WARNING)


def _may_be(claim: Claim, code: str) -> bool:
    return claim.code == code or (claim.code == "N1" and code == "N9") or (claim.back == 1 and code == "N13")


def _judged(case: Case, place: Place, claim: Claim) -> Finding | None:
    """A claim compared as its kind asks: a share, a growth, a sum told in the text, last year's number, or this year's."""
    if claim.kind is Kind.SHARE:
        return _share(case.report, place, claim)
    if claim.kind in (Kind.GROWTH, Kind.TIMES):
        return _growth(case, place, claim)
    if claim.kind is Kind.NAMED:
        return None
    if claim.kind is Kind.WAYS:
        return _ways_told(case.report, place, claim)
    if claim.kind is Kind.SUM:
        return _sum_told(case.report, place, claim)
    if claim.back:
        return _last_year(case, place, claim)
    return _count(case.report, place, claim)


def _count(report: Report, place: Place, claim: Claim) -> Finding | None:
    """N1–N7, N9, N11, N12: a number that none of the readings agrees with."""
    readings = known_readings(report, claim.readings)
    values = tuple(summed(report, names) for names in readings)
    known = tuple(value for value in values if value is not None)
    if not known or len(known) < len(values) or agrees(claim, known):
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
    value = max(values, key=Decimal) if claim.kind is Kind.AT_MOST else values[0]
    names = readings[values.index(value)]
    told, told_words = _told(claim.quantity, value)
    relation = "多于" if claim.kind is Kind.AT_MOST else "与"
    differs = "" if claim.kind is Kind.AT_MOST else "不一致"
    message = (
        f"{_numeral(form, place.section)}“{claim.words}”（{told_words}）{relation}{_named(form, names)}"
        f"（{to_text(value)}）{differs}，相差 {to_text(_gap(value, told))}；读作：{claim.read}"
    )
    finding = _finding(form, place, claim, _code(claim, value), message, told, value, names)
    rewording = _rewording(place, claim, names, value) if len(readings) == 1 else None
    return replace(finding, rewording=rewording)


def _gap(one: int | Decimal, other: int | Decimal) -> int | Decimal:
    return one - other if one > other else other - one


def _told(quantity: Quantity, value: int | Decimal) -> tuple[int | Decimal, str]:
    """The number told, of a range its end that is nearer to the table's, and the words for it."""
    low, high = _number(quantity.low), _number(quantity.high)
    words = to_text(low) if low == high else f"{to_text(low)}～{to_text(high)}"
    return (low if value < low else high), words


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
    if not values or None in values or any(claim.quantity.fits(value) for value in values):
        return None
    value = values[0]
    if value is None:
        return None
    told, words = _told(claim.quantity, value)
    message = (
        f"{_numeral(case.report.form, place.section)}“{claim.words}”（{words}）与上年报告的“{'＋'.join(readings[0])}”"
        f"（{to_text(value)}）不一致；读作：{claim.read}"
    )
    return _finding(case.report.form, place, claim, "N13", message, told, value, ())


def _share(report: Report, place: Place, claim: Claim) -> Finding | None:
    """N8: a percentage that no part of any whole gives."""
    parts = [(names, summed(report, names)) for names in known_readings(report, claim.readings)]
    wholes = [(names, summed(report, names)) for names in known_readings(report, claim.over)]
    if any(value is None for _, value in (*parts, *wholes)):
        return None
    parts += [((), _number(part.low)) for part in claim.parts]
    wholes += [((), _number(claim.whole.low))] if claim.whole else []
    shares = [
        (part, whole, above, below, Decimal(100 * above) / Decimal(below))
        for part, above in parts
        for whole, below in wholes
        if above is not None and below
    ]
    slack = max(_POINT, _unit(claim.quantity) / 2)
    low, high = claim.quantity.low - slack, claim.quantity.high + slack
    if not shares or any(low <= share <= high for *_, share in shares):
        return None
    part, whole, above, below, share = shares[0]
    exact = share.quantize(_POINT)
    message = (
        f"{_numeral(report.form, place.section)}“{claim.words}”（{claim.quantity.low}%）与计算不一致："
        f"{_counted(report.form, part)}（{to_text(above)}）÷{_counted(report.form, whole)}（{to_text(below)}）"
        f"＝{exact}%；读作：{claim.read}"
    )
    return _finding(report.form, place, claim, "N8", message, claim.quantity.low, exact, (*part, *whole))


def _growth(case: Case, place: Place, claim: Claim) -> Finding | None:
    """What is told to have grown or fallen since last year: by last year's tables, or the number told for that year."""
    pairs = list(_years(case, claim))
    if not pairs or any(now is None or then is None for _, now, then in pairs):
        return None
    results: list[tuple[tuple[str, ...], int | Decimal, int | Decimal, Decimal]] = []
    for names, now, then in pairs:
        if now is None or then is None or (claim.quantity.unit in _RATIOS and not then):
            return None
        results += [(names, now, then, change) for change in _changes(claim, now, then)]
    low, high = _about(claim.quantity)
    if any(low <= change <= high for *_, change in results):
        return None
    names, now, then, change = results[0]
    ratio = claim.quantity.unit in _RATIOS
    exact = change.quantize(Decimal("0.01")) if ratio else change
    word = "本年是上年的" if claim.kind is Kind.TIMES else "下降" if claim.falls else "增长"
    unit = claim.quantity.unit if ratio else ""
    told = f"{to_text(_number(claim.quantity.low))}{unit}"
    message = (
        f"{_numeral(case.report.form, place.section)}“{claim.words}”（{told}）与计算不一致：{'＋'.join(names)}"
        f"本年 {to_text(now)}，上年 {to_text(then)}，{word} {to_text(_number(exact))}{unit}；读作：{claim.read}"
    )
    return _finding(case.report.form, place, claim, "N13", message, claim.quantity.low, exact, names)


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
            yield names, now, _number(claim.whole.low)
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


def _sum_told(report: Report, place: Place, claim: Claim) -> Finding:
    """N14: a total that is not the sum of the parts told with it."""
    total = _number(sum((part.low for part in claim.parts), Decimal(0)))
    whole = _number(claim.quantity.low)
    parts = "＋".join(to_text(_number(part.low)) for part in claim.parts)
    message = (
        f"{_numeral(report.form, place.section)}“{claim.words}”：各项之和 {parts}＝{to_text(total)}，"
        f"总数写的是 {to_text(whole)}，相差 {to_text(_gap(total, whole))}；读作：{claim.read}"
    )
    finding = _finding(report.form, place, claim, "N14", message, total, whole, ())
    return finding if claim.sure else replace(finding, level=Level.WARNING)


def _ways_told(report: Report, place: Place, claim: Claim) -> Finding | None:
    """N14: ways in which applications came whose sum misses their number by one, or in a sure list is more.

    Of fewer some are left out on purpose.
    """
    total = _number(claim.quantity.low)
    sums = [(names, summed(report, names)) for names in known_readings(report, claim.readings)]
    known = [(names, value) for names, value in sums if value is not None]
    near = next(((names, value) for names, value in known if _gap(value, total) == 1), None)
    most = max(known, key=lambda one: Decimal(one[1]), default=None)
    near = most if near is None and claim.sure and most is not None and total > most[1] else near
    if near is None or len(known) < len(sums) or any(value == total for _, value in known):
        return None
    names, value = near
    parts = "＋".join(to_text(_number(part.low)) for part in claim.parts)
    message = (
        f"{_numeral(report.form, place.section)}“{claim.words}”：各项之和 {parts}＝{to_text(total)}，"
        f"{'＋'.join(names)}为 {to_text(value)}，相差 {to_text(_gap(value, total))}；读作：{claim.read}"
    )
    return replace(
        _finding(report.form, place, claim, "N14", message, total, value, names), level=Level.WARNING
    )


def _finding(
    form: Form,
    place: Place,
    claim: Claim,
    code: str,
    message: str,
    left: Value,
    right: Value,
    names: tuple[str, ...],
) -> Finding:
    """The finding on a claim, at its words, with the cells that the number fields `names` stand for."""
    keys = tuple(key for name in names for key in cells_of(form, name))
    spot = Spot(place.section, place.start + claim.start, place.start + claim.end)
    return Finding(code, Level.EXPLAIN, message, keys, left, right, place.section, spot, quote=claim.words)


def _number(value: Decimal) -> int | Decimal:
    return int(value) if value == value.to_integral_value() else value


def _numeral(form: Form, section: str) -> str:
    return next((s.heading.partition("、")[0] + "、" for s in form.sections if s.id == section), "")


def _named(form: Form, names: tuple[str, ...]) -> str:
    """The cells in the form's own words: one by its row, several by the group label that they share."""
    cells = [form.cells[key] for name in names for key in cells_of(form, name)]
    first = cells[0]
    numeral = _numeral(form, first.table.section)
    if len(cells) == 1 and first.table.shape is not Shape.GRID:
        return f"{numeral}{first.name}"
    levels = zip(*(cell.row.label for cell in cells), strict=False)
    shared = [words[0] for words in levels if len(set(words)) == 1]
    columns = {cell.column.name for cell in cells}
    return (
        f"{numeral}“{shared[-1]}”{first.column.name}"
        if shared and len(columns) == 1
        else f"{numeral}{'＋'.join(_called(form, name) for name in names)}"
    )


def _counted(form: Form, names: tuple[str, ...]) -> str:
    """Number fields by their names, cells where a row crosses a column in the form's own words."""
    return _named(form, names) if any(CROSS in name for name in names) else "＋".join(names)


def _called(form: Form, name: str) -> str:
    """A number field by its name, a cell by its row."""
    return form.cells[name].name if name in form.cells else name


_NAMES: Final = {
    "N2": "上年结转申请数",
    "N4": "结转下年度申请数",
    "N5": "其他处理数",
    "N8": "其他处理数",
    "N11": "自然人申请数",
    "N12": "行政复议维持数",
}
"""The number that a form must have for a rule to speak of it: form 2014 tells results apart in another way."""


def _plan(code: str) -> Callable[[Form], Iterable[Judgement]]:
    def plan(form: Form) -> Iterator[Judgement]:
        if _NAMES.get(code, "收到申请总数") in form.number_fields:
            find = _told_twice if code == "N15" else _compare(code)
            yield Judgement((TEXTS, OFFICE, *sorted(form.cells)), find)
        if code == "N13":
            yield Judgement((TEXTS, *sorted(form.cells)), outdated_bases)

    return plan


_DOUBTED: Final = (OUTCOME, DISPUTE, DECISION, RESULT, "N14")
"""Codes of which some findings only remind: what is told may be some of what the tables count."""
RULES: Final = tuple(
    Rule(
        code,
        Level.WARNING if code == "N15" else Level.EXPLAIN,
        title,
        _plan(code),
        also=Level.WARNING if code in _DOUBTED else None,
        formula=formula,
        source="审核惯例：文字与表格互相印证",
    )
    for code, (title, formula) in _TITLES.items()
)
