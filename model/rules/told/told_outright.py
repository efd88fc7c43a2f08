"""N18: what a text says without a number, 均已办结, 未发生行政复议, 较上年有所下降, against the tables of both years."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final, TypeAlias

from model.findings import Finding, Spot
from model.levels import Level
from model.prose.outright import Outright, Says, said_outright
from model.prose.passages import blocks
from model.report import Report
from model.rules.rule import Case
from model.rules.told.claim_findings import numeral_of
from model.rules.told.claim_judged import judge
from model.rules.told.claim_ratios import turn_of
from model.rules.told.claim_values import cells_of, known_readings, summed
from model.rules.told.own_claims import is_for_area, told_in
from model.values import to_text

_CAME: Final = "收到申请总数"
_OUT, _IN, _HANDLED = "结转下年度申请数", "上年结转申请数", "办结申请总数"
_NAMES: Final = {
    "carried": (_OUT,), "review": ("行政复议总数",), "suit": ("行政诉讼总数",), "handled": (_HANDLED,),
    "granted": ("予以公开数", "部分公开数"), "received": (_CAME,), "reviews": ("行政复议总数",),
    "partial": ("部分公开数",), "refused": ("不予公开数",), "unavailable": ("无法提供数",), "declined": ("不予处理数",),
    "upheld": ("行政复议维持数",), "persons": ("自然人申请数",),
    "suits": ("行政诉讼总数",), "licences": ("行政许可数",), "penalties": ("行政处罚数",),
}  # fmt: skip
"""The numbers that are spoken of."""
_WHOLES: Final = {"upheld": ("行政复议总数",), "persons": (_CAME,)}
"""Of what all are said to be some."""
_Denied: TypeAlias = tuple[tuple[str, ...], str]
"""Names of numbers, and what they are."""
_NEARLY: Final = Decimal("0.2")
"""What is 基本持平 differs by less than this share."""
_DOUBLE: Final = (Decimal("1.8"), Decimal("2.5"))
"""Between how many times last year's number what is said to have doubled lies."""
_LOOSELY: Final = ("基本", "大体", "大致", "总体", "相当")


def contradicted(case: Case) -> Iterator[Finding]:
    """Yield the words that the tables deny, and that no other rule finds fault with."""
    texts = [(name, text) for name, text in case.texts.items() if name != "preamble"]
    year = case.report.year
    for (section, text), told in zip(texts, told_in(case), strict=True):
        found = [
            finding
            for start, block in blocks(text)
            for one in said_outright(block, year, section)
            if (finding := _judged(case, section, one, start)) is not None
        ]
        if not found:
            continue
        heard = [
            judged.spot for place, claim in told.own if (judged := judge(case, place, claim)) is not None
        ]
        for finding in found:
            spot = finding.spot
            if spot is not None and not any(
                other is not None and other.start < spot.end and spot.start < other.end for other in heard
            ):
                yield finding


def _judged(case: Case, section: str, one: Outright, at: int) -> Finding | None:
    if one.area and not is_for_area(case.report.office):
        return None
    denied = _none(case.report, one) if one.says in (Says.NONE, Says.NONE_EITHER) else _denied(case, one)
    if denied is None:
        return None
    names, says = denied
    form = case.report.form
    message = f"{numeral_of(form, section)}“{one.words}”与表格不一致：{says}"
    keys = tuple(key for name in names for key in cells_of(form, name))
    spot = Spot(section, at + one.start, at + one.end)
    level = Level.EXPLAIN if one.sure else Level.WARNING
    return Finding("N18", level, message, keys, page=section, spot=spot, quote=one.words)


def _none(report: Report, one: Outright) -> _Denied | None:
    """What is said to be none, and is some: of two names both, and of carrying over in either direction both."""
    names = [_NAMES[thing] for thing in one.things]
    if one.says is Says.NONE_EITHER:
        names.insert(0, (_IN,))
    counted = [(each, number) for each in names if (number := _number(report, each))]
    if not counted or (one.says is Says.NONE_EITHER and len(counted) < len(names)):
        return None
    says = "，".join(_counted(each, number) for each, number in counted)
    return tuple(name for each, _ in counted for name in each), says


def _denied(case: Case, one: Outright) -> _Denied | None:
    """The numbers that deny what came in to have come to this, or to have turned so since last year."""
    names = _NAMES[one.things[0]]
    now = _number(case.report, names)
    if now is None:
        return None
    if one.says is Says.ALL and one.things[0] in _WHOLES:
        return _not_the_whole(case.report, one, names, now)
    if one.says is Says.ALL:
        return _not_all(case.report, one, names, now)
    then = _number(case.last_year, names) if case.last_year is not None else None
    if then is None or (one.number and Decimal(one.number) != now) or _is_so(one, now, then):
        return None
    return names, f"{'＋'.join(names)}本年 {to_text(now)}，上年 {to_text(then)}，实际{turn_of(now, then)}"


def _not_all(report: Report, one: Outright, names: tuple[str, ...], now: int | Decimal) -> _Denied | None:
    """What came in, where less of it has come to this and some is still in hand, or came to something else."""
    came, out = _number(report, (_CAME,)), _number(report, (_OUT,))
    handled = _number(report, (_HANDLED,))
    if came is None or out is None or handled is None or (one.number and Decimal(one.number) != came):
        return None
    short = now < came and (now < handled or out > 0)
    return ((_CAME, *names), f"{_counted((_CAME,), came)}，{_counted(names, now)}") if short else None


def _not_the_whole(
    report: Report, one: Outright, names: tuple[str, ...], now: int | Decimal
) -> _Denied | None:
    """Of how many it is so, where there are more: 均维持 of three reviews, two of which were."""
    of = _WHOLES[one.things[0]]
    whole = _number(report, of)
    if whole is None or now >= whole or (one.number and Decimal(one.number) != whole):
        return None
    return (*of, *names), f"{_counted(of, whole)}，{_counted(names, now)}"


def _is_so(one: Outright, now: int | Decimal, then: int | Decimal) -> bool:
    """Whether the numbers of both years turned as is said."""
    if one.says is Says.SAME:
        loosely = any(word in one.words for word in _LOOSELY)
        return now == then or (loosely and abs(Decimal(now - then)) < _NEARLY * Decimal(then))
    if one.says is Says.DOUBLE:
        return bool(then) and _DOUBLE[0] <= Decimal(now) / Decimal(then) <= _DOUBLE[1]
    by = Decimal(now - then) * (-1 if one.says is Says.DOWN else 1)
    return by == Decimal(one.by) if one.by else by > 0


def _number(report: Report, names: tuple[str, ...]) -> int | Decimal | None:
    return summed(report, names) if known_readings(report, [names]) else None


def _counted(names: tuple[str, ...], number: int | Decimal) -> str:
    return f"{'＋'.join(names)}为 {to_text(number)}"
