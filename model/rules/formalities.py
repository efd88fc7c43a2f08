"""Text and form: the headings (S1), the period (S2), the date (S9), the form itself (S10)."""

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from model.arithmetic import SIX
from model.characters import NARROW
from model.findings import Finding, Rewording, Spot
from model.form_file import form_for
from model.levels import Level
from model.preamble import deadline_of
from model.prose.passages import Found, by_paragraph
from model.report import SlotKind
from model.rules.rule import HEADINGS, OFFICE, TEXTS, Case, Rule, fixed_sections, once

_DAY: Final = r"(?P<{0}y>20\d\d)\s*[年./-]\s*(?P<{0}m>\d{{1,2}})\s*[月./-]\s*(?P<{0}d>\d{{1,2}})(?:\s*日)?"
_TIME: Final = r"统计(?:数据)?的?(?:期限|时限|时间|周期|起止时间|起止日期)"
_TO: Final = r"\s*+(?:至|到|—|-|~|～)++\s*"
"""Blanks are taken whole: three runs of them in a row would be tried in every way that a long gap can be parted."""
_PERIOD: Final = re.compile(
    rf"{_TIME}[^。\n]{{0,12}}?{_DAY.format('a')}\s*+起?\s*+[,，]?{_TO}"
    r"(?:(?P<zy>20\d\d)\s*[年./-]\s*)?(?P<zm>\d{1,2})\s*[月./-]\s*(?P<zd>\d{1,2})\s*日?"
)
_MONTHS: Final = re.compile(
    rf"{_TIME}[^。\n]{{0,8}}?(?P<ay>20\d\d)\s*年\s*(?P<am>\d{{1,2}})\s*+月?份?{_TO}"
    r"(?:(?P<zy>20\d\d)\s*年\s*)?(?P<zm>1[0-2]|0?[1-9])\s*月(?!\s*\d)"
)
_YEAR: Final = re.compile(rf"{_TIME}[为是:：]?\s*(?P<ay>20\d\d)\s*年度?(?=全年|[，。；、,;）)]|$)")
_END: Final = re.compile(rf"截[至止到][^。，；\n]{{0,8}}?{_DAY.format('z')}")
_OF_DATA: Final = re.compile("(?:数据|统计)[^。，；\n]{0,8}$")
_OWN: Final = re.compile(
    r"本报告|本年报|本年度报告|报告[^。；]{0,6}数据|所列[^。；]{0,4}数据|上述数据|以上数据"
)
"""The subject whose period is the report's own; a website or a campaign may be counted over another."""
_NOBODYS: Final = re.compile(
    "(?:[本该此我中内所列的各其表文为是自从起至：:]|报告|年报|年度|各项|全部|有关|相关|数据|信息|以上|上述|下列|表格|统计|期限|时限|时间"
    r"|周期|起止|日期|截[至止到]|政府信息公开|工作|机关|单位|20\d\d年?|\s)*"
)
"""A clause that names no subject but the report: what the period is of was said before."""
_EARLIER: Final = re.compile("上一?年|去年|往年")
_REPORT_OF: Final = re.compile(r"(?P<year>20\d\d)年?度?[^，,。；;（()）\n]{0,16}(?:报告|年报)[》”]?的?$")
"""与2023年度报告（统计期限为…）相比: the report that a period in brackets or right behind is of."""
_NAMED: Final = re.compile(rf"[（(]?(?:其|的|数据|\s)*+{_TIME}[为是自从起:：\s]*+$")
_NEAR: Final = 80
"""Characters before a period in which the report that it is of is named."""
_FOUNDED: Final = re.compile("成立|组建|挂牌|设立")
"""An office that was founded amid the year has less than the year to count."""
_CLAUSE_END: Final = re.compile("[，,。；;（()）\n]")
_LONGEST: Final = 400
_PERIOD_OF_YEAR: Final = "改为本报告的统计期限"
_SENTENCE_END: Final = re.compile("[。；;\n]")


def _headings(case: Case) -> Iterator[Finding]:
    """S1: a heading of another wording, a section too many or too few, another order."""
    form, report = case.report.form, case.report
    own = report.of_kind(SlotKind.HEADING)
    for section in form.sections:
        heading = own.get(section.id, section.heading)
        if heading != section.heading:
            message = f"标题“{heading}”应为“{section.heading}”"
            yield Finding("S1", Level.ERROR, message, page=section.id)
    order = report.get(SlotKind.ORDER, "sections")
    ids = [section.id for section in form.sections]
    if isinstance(order, tuple) and list(order) != ids:
        message = f"应依次有“{'”“'.join(section.heading for section in form.sections)}”，现有 {len(order)} 个部分或次序不同"
        yield Finding("S1", Level.ERROR, message, page="cover")


@by_paragraph
def _periods(paragraph: str) -> Iterator[Found]:
    plain = paragraph.translate(NARROW)
    for pattern in (_PERIOD, _MONTHS, _YEAR):
        for match in pattern.finditer(plain):
            yield _found(paragraph, match.start("ay"), match.end(), _period(match.groupdict()))
    for match in _END.finditer(plain):
        if _OF_DATA.search(plain[max(0, match.start() - 10) : match.start()]):
            yield _found(paragraph, match.start("zy"), match.end(), _day(match.groupdict(), "z"))


def _found(paragraph: str, start: int, end: int, says: str) -> Found:
    return Found(start, end, paragraph[start:end], says)


def _period(parts: Mapping[str, str | None]) -> str:
    """From which day to which; without days, from the first of a month to the last, and of the year without months."""
    first = {"am": parts.get("am") or "1", "ad": parts.get("ad") or "1", "ay": parts["ay"]}
    year, month = parts.get("zy") or parts["ay"], parts.get("zm") or "12"
    day = parts.get("zd") or str(monthrange(int(year or 0), int(month))[1])
    return f"{_day(first, 'a')}至{_day({'zy': year, 'zm': month, 'zd': day}, 'z')}"


def _day(parts: Mapping[str, str | None], side: str) -> str:
    return f"{parts[side + 'y']}年{int(parts[side + 'm'] or 0)}月{int(parts[side + 'd'] or 0)}日"


def _statistics_period(case: Case) -> Iterator[Finding]:
    """S2: the report's own 统计期限, or the day its data end, is not the report's year.

    In the preamble a period is the report's, elsewhere only where its sentence says so; nowhere where its clause names
    another subject: 网站访问数据的统计时间.
    """
    year = case.report.year
    end = f"{year}年12月31日"
    due = f"{year}年1月1日至{end}"
    for section, text in case.texts.items():
        for found in _periods(text):
            founded = found.says.startswith(str(year)) and found.says.endswith(f"至{end}")
            if found.says in (due, end) or (founded and _FOUNDED.search(text)):
                continue
            if _is_own(section, text, found) and not _is_of_other_report(text, found, year):
                spot = Spot(section, found.start, found.end)
                right = due if "至" in found.says else end
                message = f"统计期限“{found.words}”应为“{right}”"
                finding = Finding("S2", Level.ERROR, message, page=section, spot=spot, quote=found.words)
                change = Rewording(spot, right, right, _PERIOD_OF_YEAR)
                yield finding._replace(rewording=change) if _is_a_whole_year(found) else finding


def _is_a_whole_year(found: Found) -> bool:
    """Whether it is another year's whole period that is told, so that only the year is to be changed.

    A part of a year may be that of an office founded amid it.
    """
    year = found.says[:4]
    return found.says in (f"{year}年1月1日至{year}年12月31日", f"{year}年12月31日")


def _is_own(section: str, text: str, found: Found) -> bool:
    """Whether a period is that of the report's data; 上年报告 had another."""
    clause = _since(_CLAUSE_END, text, found.start)
    if _EARLIER.search(clause):
        return False
    if not _NOBODYS.fullmatch(clause):
        return bool(_OWN.search(clause)) or "报告" in clause
    return section == "preamble" or bool(_OWN.search(_since(_SENTENCE_END, text, found.start)))


def _is_of_other_report(text: str, found: Found, year: int) -> bool:
    """Whether the report of another year is named right before, and the period is that year's."""
    before = text[max(0, found.start - _NEAR) : found.start]
    named = _NAMED.search(before)
    owner = _REPORT_OF.search(before, 0, named.start()) if named else None
    return owner is not None and owner["year"] != str(year) and found.says.startswith(owner["year"])


def _since(stop: re.Pattern[str], text: str, end: int) -> str:
    """The words before a place, back to the last stop or as far as a sentence reaches."""
    first = max(0, end - _LONGEST)
    start = max((match.end() for match in stop.finditer(text, first, end)), default=first)
    return text[start:end]


def _dated(case: Case) -> Iterator[Finding]:
    """S9: dated before the year was over, or after the report was due."""
    words = case.report.field("date")
    if not words:
        return
    day = date.fromisoformat(words)
    year_end, deadline = date(case.report.year, 12, 31), deadline_of(case.report)
    if day <= year_end:
        message = f"成文日期（{day}）不在{case.report.year}年统计期限的最后一天（{year_end}）之后"
        yield Finding("S9", Level.WARNING, message, page="cover")
    elif day > deadline:
        message = f"成文日期（{day}）晚于报送期限（{deadline}）"
        yield Finding("S9", Level.WARNING, message, page="cover")


def _older_form(case: Case) -> Iterator[Finding]:
    """S10: the form is not the one for the report's year."""
    form, year = case.report.form, case.report.year
    if form.years[0] <= year <= form.years[1]:
        return
    due = form_for(year)
    message = f"{year}年度报告用的是{form.name}（{form.authority}），应使用{due.name}（{due.authority}）"
    yield Finding("S10", Level.EXPLAIN, message, left=form.years[0], right=due.years[0], page="cover")


RULES: Final = (
    Rule(
        "S1",
        Level.ERROR,
        "六个部分的标题和次序应与格式一致",
        once(_headings, HEADINGS, where=fixed_sections),
        formula="标题与格式一字不差，部分不多不少，次序相同",
        source=SIX,
    ),
    Rule(
        "S2",
        Level.ERROR,
        "统计期限应为当年1月1日至12月31日",
        once(_statistics_period, TEXTS, OFFICE),
        formula="引言中，或说到本报告、所列数据的：统计期限＝报告年度的1月1日至12月31日，截止日期＝12月31日",
        source="条例第四十九条：上一年度的年度报告",
    ),
    Rule(
        "S9",
        Level.WARNING,
        "成文日期应在年度结束之后、报送期限之前",
        once(_dated, OFFICE),
        formula="12月31日之后，1月31日（县级以上人民政府为3月31日，或本机关自定的日期）之前",
        source="条例第四十九条",
    ),
    Rule(
        "S10",
        Level.EXPLAIN,
        "应使用当年的报告格式",
        once(_older_form, OFFICE),
        formula="报告年度在所用格式的适用年度之内",
        source=SIX,
    ),
)
