"""What words of another report give away: its year where this year's is told (S3), its office where the own one acts (S16)."""

from collections.abc import Iterator
from typing import Final

from model.characters import NARROW
from model.findings import Finding, Rewording, Spot
from model.levels import Level
from model.prose.other_offices import (
    PUBLISHED,
    is_other,
    is_peer,
    office_of_title,
    offices_acting,
    offices_of_preamble,
)
from model.prose.other_years import Year, year_of_opening, years_of_report, years_of_title, years_of_work
from model.prose.passages import Found, by_paragraph
from model.report import Report
from model.rules.rule import OFFICE, TEXTS, Case, Rule, once
from model.sections import COVER, PREAMBLE

_THIS_YEAR: Final = "改为本报告的年度"
_OWN_NAME: Final = "改为本机关的名称"
_SHOWN: Final = 24
"""Characters of a sentence that are quoted."""


@by_paragraph
def _stated(paragraph: str, section: str, year: int) -> Iterator[Finding]:
    """Yield the sentences that tell under another year what was done in this."""
    for told in years_of_work(paragraph):
        same = paragraph[paragraph.rfind("。", 0, told.start) + 1 : told.start]
        behind = paragraph[told.start :].partition("。")[0]
        if f"{year}年" in same.translate(NARROW) or f"；{year}年" in behind.translate(NARROW):
            # 2023年收到3件；2022年收到1件: another year beside this one, or before it.
            continue
        yield from _of_another_year(section, told, year)


def _years(case: Case) -> Iterator[Finding]:
    """S3: this year's work, or this report, told under another year."""
    year, title = case.report.year, case.report.field("title")
    for told in years_of_title(title):
        if told.number != year:
            message = f"报告标题写的是 {told.number} 年，本报告是 {year} 年度报告，请核对年份"
            yield Finding(
                "S3", Level.WARNING, message, left=told.number, right=year, page=COVER, quote=told.told
            )
    for section, text in case.texts.items():
        opening = year_of_opening(text)
        own = years_of_report(text) if section == PREAMBLE else ()
        elsewhere = {each.start: each for each in (*filter(None, [opening]), *own)}
        for finding in _stated(text, section, year):
            if finding.spot is None or finding.spot.start not in elsewhere:
                yield finding
        for each in elsewhere.values():
            yield from _of_another_year(section, each, year)


def _is_told_in_its_place(section: str, told: Year, year: int) -> bool:
    """Whether a year is the report's own, or its sentence tells of that as well, or of a plan."""
    return (
        told.number == year
        or f"{year}年" in told.sentence.translate(NARROW)
        or (told.number > year and section == "problems")
    )


def _of_another_year(section: str, told: Year, year: int) -> Iterator[Finding]:
    """The finding, if it is one; where it is this report that is made public, with the only year that it can have."""
    if _is_told_in_its_place(section, told, year):
        return
    quote = told.sentence[:_SHOWN] + ("…" if len(told.sentence) > _SHOWN else "")
    message = f"“{quote}”写的是 {told.number} 年，本报告是 {year} 年度报告，请核对年份"
    end = told.start + len(told.told)
    spot = Spot(section, told.start, end + 1)
    finding = Finding("S3", Level.WARNING, message, (), told.number, year, section, spot, quote=quote)
    change = Rewording(Spot(section, told.start, end), str(year), str(year), _THIS_YEAR)
    yield finding._replace(rewording=change) if told.opens and told.told.isdecimal() else finding


def _offices(case: Case) -> Iterator[Finding]:
    """S16: another office named as the one that the report is of."""
    report, own = case.report, case.report.office
    titled = office_of_title(report.field("title"))
    if is_other(own, titled):
        message = f"报告标题写的是“{titled}”，机关名称是“{own}”，请核对"
        yield Finding("S16", Level.WARNING, message, page=COVER, quote=titled)
    for section, text in case.texts.items():
        named = offices_of_preamble(text) if section == PREAMBLE else ()
        for found in (*named, *offices_acting(text)):
            if (is_other if found.says == PUBLISHED else is_peer)(own, found.words):
                yield _of_another_office(report, section, found)


def _of_another_office(report: Report, section: str, found: Found) -> Finding:
    message = (
        f"“{found.words}”写在本机关的位置，本报告的机关是“{report.office}”，请核对是否沿用了别的报告的文字"
    )
    spot = Spot(section, found.start, found.end)
    finding = Finding("S16", Level.WARNING, message, page=section, spot=spot, quote=found.words)
    change = Rewording(spot, report.office, report.office, _OWN_NAME)
    return finding._replace(rewording=change) if found.says == PUBLISHED else finding


RULES: Final = (
    Rule(
        "S3",
        Level.WARNING,
        "写本年情况的句子应写本年",
        once(_years, TEXTS, OFFICE),
        formula="报告标题、引言中本报告的年份、各部分开头和写本年情况的句子里的年份＝报告年度",
        source="审核惯例：沿用上年文字",
    ),
    Rule(
        "S16",
        Level.WARNING,
        "写本机关的地方应写本机关的名称",
        once(_offices, TEXTS, OFFICE),
        formula="报告标题、引言中公布报告的机关，以及句首写本机关工作的机关，是本机关；上级、下属和其他机关作为别的机关写到的不管",
        source="审核惯例：沿用其他机关的文字",
    ),
)
