"""Text against tables, N1–N9: numbers told in words, compared with the cells they speak of.

Never an error: a narrative may use another scope. What is found is quoted.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from model.findings import Finding, Level, Rewording, Spot
from model.form import Form, Shape
from model.prose.claims import Claim, claims_in
from model.report import Report
from model.rules.rule import OFFICE, TEXTS, Case, Judgement, Rule
from model.rules.sums import side
from model.values import Value, to_text

_TITLES: Final = {
    "N1": "文字中的收到申请数与表格一致",
    "N2": "文字中的上年结转数与表格一致",
    "N3": "文字中的办结数与表格一致",
    "N4": "文字中的结转下年度数与表格一致",
    "N5": "文字中的各类办理结果与表格一致",
    "N6": "文字中的行政复议、行政诉讼数与表格一致",
    "N7": "文字中的规范性文件、行政许可、行政处罚数与表格一致",
    "N8": "文字中的百分比与表格一致",
    "N9": "文字说未收到申请，应与表格一致",
}
_POINT: Final = Decimal("0.1")


def claims_of(case: Case) -> Iterator[tuple[str, Claim]]:
    """Yield section id and claim of all that the report's words tell about its own tables."""
    elsewhere = "office" if case.report.office.endswith("人民政府") else "area"
    for section, text in case.texts.items():
        if section != "preamble":
            for claim in claims_in(text, case.report.year, section):
                if claim.scope != elsewhere:
                    yield section, claim


def _compare(code: str) -> Callable[[Case], Iterator[Finding]]:
    def find(case: Case) -> Iterator[Finding]:
        for section, claim in claims_of(case):
            if claim.code == "N8":
                finding = _share(case.report, section, claim) if code == "N8" else None
            else:
                finding = _count(case.report, section, claim, code)
            if finding is not None:
                yield finding

    return find


def _known(report: Report, claim: Claim) -> Iterator[tuple[str, ...]]:
    """The readings that the report's form has numbers for."""
    fields = report.form.number_fields
    return (names for names in claim.readings if all(name in fields for name in names))


def _sum(report: Report, names: Iterable[str]) -> Value:
    return side(report, [key for name in names for key in report.form.number_fields[name]])


def _count(report: Report, section: str, claim: Claim, code: str) -> Finding | None:
    readings = list(_known(report, claim))
    values = [_sum(report, names) for names in readings]
    if not values or None in values or any(claim.quantity.fits(value) for value in values):
        return None
    value = values[0]
    if value is None or _code(claim, value) != code:
        return None
    low, high = _number(claim.quantity.low), _number(claim.quantity.high)
    told = low if value < low else high
    gap: Value = value - told if value > told else told - value
    range_told = to_text(low) if low == high else f"{to_text(low)}～{to_text(high)}"
    message = (
        f"{_numeral(report.form, section)}“{claim.words}”（{range_told}）与{_named(report.form, readings[0])}"
        f"（{to_text(value)}）不一致，相差 {to_text(gap)}"
    )
    finding = _finding(report, section, claim, code, message, told, value, readings[0])
    return replace(finding, rewording=_rewording(section, claim, readings[0], value))


def _rewording(section: str, claim: Claim, names: tuple[str, ...], value: int | Decimal) -> Rewording | None:
    """The table's number in the place of the one told: none for 300余, 约300 and what is told without a number."""
    first, last = claim.number
    if not last or claim.quantity.low != claim.quantity.high:
        return None
    number = to_text(value)
    return Rewording(Spot(section, first, last), f"{{{names[0]}}}" if len(names) == 1 else number, number)


def _code(claim: Claim, value: int | Decimal) -> str:
    """N1 between two numbers; N9 where the words or the table have none at all."""
    return "N9" if claim.code == "N1" and (value == 0 or claim.quantity.high == 0) else claim.code


def _share(report: Report, section: str, claim: Claim) -> Finding | None:
    slack = max(_POINT, Decimal(1).scaleb(int(claim.quantity.low.as_tuple().exponent)) / 2)
    shares = []
    for part, *whole in _known(report, claim):
        above, below = _sum(report, (part,)), _sum(report, whole)
        if above is None or below is None or not below:
            return None
        share = Decimal(100 * above) / Decimal(below)
        if claim.quantity.low - slack <= share <= claim.quantity.high + slack:
            return None
        shares.append((part, whole, above, below, share))
    if not shares:
        return None
    part, whole, above, below, share = shares[0]
    exact = share.quantize(_POINT)
    message = (
        f"{_numeral(report.form, section)}“{claim.words}”（{claim.quantity.low}%）与表格不一致："
        f"{part}（{above}）÷{'＋'.join(whole)}（{below}）＝{exact}%"
    )
    return _finding(report, section, claim, "N8", message, claim.quantity.low, exact, (part, *whole))


def _finding(
    report: Report,
    section: str,
    claim: Claim,
    code: str,
    message: str,
    left: Value,
    right: Value,
    names: tuple[str, ...],
) -> Finding:
    keys = tuple(key for name in names for key in report.form.number_fields[name])
    spot = Spot(section, claim.start, claim.end)
    return Finding(code, Level.EXPLAIN, message, keys, left, right, section, spot, quote=claim.words)


def _number(value: Decimal) -> int | Decimal:
    return int(value) if value == value.to_integral_value() else value


def _numeral(form: Form, section: str) -> str:
    return next((s.heading.partition("、")[0] + "、" for s in form.sections if s.id == section), "")


def _named(form: Form, names: tuple[str, ...]) -> str:
    """The cells in the form's own words: one by its row, several by the group label that they share."""
    cells = [form.cells[key] for name in names for key in form.number_fields[name]]
    first = cells[0]
    numeral = _numeral(form, first.table.section)
    if len(cells) == 1 and first.table.shape is not Shape.GRID:
        return f"{numeral}{first.name}"
    levels = zip(*(cell.row.label for cell in cells), strict=False)
    shared = [words[0] for words in levels if len(set(words)) == 1]
    return f"{numeral}“{shared[-1]}”{first.column.name}" if shared else f"{numeral}{'＋'.join(names)}"


_NAMES: Final = {"N2": "上年结转申请数", "N4": "结转下年度申请数", "N5": "其他处理数", "N8": "其他处理数"}
"""The number that a form must have for a rule to speak of it: form 2014 tells results apart in another way."""


def _plan(code: str) -> Callable[[Form], Iterable[Judgement]]:
    def plan(form: Form) -> Iterator[Judgement]:
        if _NAMES.get(code, "收到申请总数") in form.number_fields:
            cells = {key for keys in form.number_fields.values() for key in keys}
            yield Judgement((TEXTS, OFFICE, *sorted(cells)), _compare(code))

    return plan


RULES: Final = tuple(
    Rule(
        code,
        Level.EXPLAIN,
        title,
        _plan(code),
        formula=f"{title}（百分数相差不超过 0.1 个百分点）" if code == "N8" else title,
        source="审核惯例：文字与表格互相印证",
    )
    for code, title in _TITLES.items()
)
