"""Text and form: the headings (S1), the period (S2), the notice cited (S4), the date (S9), the form itself (S10)."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from model.arithmetic import SIX
from model.findings import Finding, Level, Spot
from model.form_file import form_for, form_ids, load_form
from model.preamble import deadline_of
from model.prose.passages import Found, by_paragraph
from model.report import SlotKind
from model.rules.rule import HEADINGS, OFFICE, TEXTS, Case, Rule, fixed_sections, once

_DAY: Final = r"(?P<{0}y>20\d\d)\s*年\s*(?P<{0}m>\d{{1,2}})\s*月\s*(?P<{0}d>\d{{1,2}})\s*日"
_PERIOD: Final = re.compile(
    rf"统计(?:期限|时限|时间|周期)[^。\n]{{0,12}}?{_DAY.format('a')}\s*(?:起)?\s*[,，]?\s*(?:至|到|—|－|-|~|～)+\s*"
    r"(?:(?P<zy>20\d\d)\s*年\s*)?(?P<zm>\d{1,2})\s*月\s*(?P<zd>\d{1,2})\s*日"
)
_NOTICE: Final = re.compile(
    r"(?P<issuer>国办[\u4e00-\u9fff]{0,4}|国[函发令])\s*[〔\[［（(【]\s*(?P<year>20\d\d)\s*[〕\]］）)】]\s*(?P<number>\d{1,4})\s*号"
)
_FEES: Final = "国办函〔2020〕109号"


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
    for match in _PERIOD.finditer(paragraph):
        words = paragraph[match.start("ay") : match.end()]
        yield Found(match.start("ay"), match.end(), words, _period(match.groupdict()))


def _period(parts: Mapping[str, str | None]) -> str:
    year = parts["zy"] or parts["ay"]
    start = f"{parts['ay']}年{int(parts['am'] or 0)}月{int(parts['ad'] or 0)}日"
    return f"{start}至{year}年{int(parts['zm'] or 0)}月{int(parts['zd'] or 0)}日"


def _statistics_period(case: Case) -> Iterator[Finding]:
    """S2: a 统计期限 that is not the report's year."""
    year = case.report.year
    due = f"{year}年1月1日至{year}年12月31日"
    for section, text in case.texts.items():
        for found in _periods(text):
            if found.says != due:
                spot = Spot(section, found.start, found.end)
                message = f"统计期限“{found.words}”应为“{due}”"
                yield Finding("S2", Level.ERROR, message, page=section, spot=spot, quote=found.words)


@by_paragraph
def _cited(paragraph: str) -> Iterator[Found]:
    for match in _NOTICE.finditer(paragraph):
        notice = f"{match['issuer']}〔{match['year']}〕{match['number']}号"
        yield Found(match.start(), match.end(), match[0], notice)


def _notices(case: Case) -> Iterator[Finding]:
    """S4: the notice on the form under another number."""
    forms = [load_form(form_id).authority for form_id in form_ids()]
    known = {_number(notice): notice for notice in (*forms, _FEES)}
    own = case.report.form.authority
    for section, text in case.texts.items():
        for found in _cited(text):
            right = known.get(_number(found.says))
            if right in forms and right != own and "格式" in text[max(0, found.start - 30) : found.end + 10]:
                right = own
            if right is not None and found.says != right:
                spot = Spot(section, found.start, found.end)
                message = f"文号“{found.words}”应为“{right}”"
                yield Finding("S4", Level.WARNING, message, page=section, spot=spot, quote=found.words)


def _number(notice: str) -> str:
    """Year and number of a notice, by which it is known: 〔2021〕30号."""
    return notice[notice.index("〔") :]


def _dated(case: Case) -> Iterator[Finding]:
    """S9: dated before the year was over, or after the report was due."""
    words = case.report.field("date")
    if not words:
        return
    day = date.fromisoformat(words)
    year_end, deadline = date(case.report.year, 12, 31), deadline_of(case.report)
    if day <= year_end:
        message = f"成文日期（{day}）早于{case.report.year}年统计期限的最后一天（{year_end}）"
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
        formula="统计期限＝报告年度的1月1日至12月31日",
        source="条例第四十九条：上一年度的年度报告",
    ),
    Rule(
        "S4",
        Level.WARNING,
        "引用的文号应准确",
        once(_notices, TEXTS),
        formula="所引格式的文号与本报告所用格式的文号相同",
        source=SIX,
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
