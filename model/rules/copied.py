"""What words of another report give away: its year where this year's is told (S3), its office where the own one acts (S16)."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

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
from model.prose.passages import MOST_TEXTS, Found, by_paragraph, sentences
from model.report import Report
from model.rules.rule import OFFICE, TEXTS, Case, Rule, once
from model.sections import COVER, PREAMBLE

_LABEL: Final = r"(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．][^。，,]{0,20}?[。.：:]?)?"
_YEAR: Final = r"(?P<year>20\d\d|二[〇○零][〇○零一二三四五六七八九]{2})\s*年度?"
_STATEMENT: Final = re.compile(
    rf"{_LABEL}\s*{_YEAR}\s*+[，,]?\s*+"
    r"(?=(?:我|本|全[市县区省镇乡局]|共|累计|主动公开|收到|受理|办理|依申请)|[\u4e00-\u9fff]{2,12}(?:共|主动公开|收到|受理|新收))"
)
_OPENING: Final = re.compile(rf"{_LABEL}\s*{_YEAR}\s*+[，,](?!\s*\d)")
"""How a section begins that tells of a year."""
_OF_THE_REPORT: Final = re.compile(
    rf"{_YEAR}(?=[\u4e00-\u9fff]{{0,30}}?(?:政府信息公开|政务公开|信息公开)(?:工作)?(?:年度)?(?:工作)?(?:报告|年报|情况|总结))"
)
"""The year of the report that a preamble opens; 《2024年政务公开工作要点》 is another paper's."""
_QUOTED: Final = re.compile("《[^《》]*$")
_IN_DIGITS: Final = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_OTHER_TIME: Final = re.compile(
    r"相比|同比|对比|比上|以来|计划|打算|(?<!现)将|拟|下一步|今后|成立|挂牌|起，|起,|增|降|减少|上升|整改|反馈"
)
_THIS_YEAR: Final = "改为本报告的年度"
_OWN_NAME: Final = "改为本机关的名称"
_SHOWN: Final = 24
"""Characters of a sentence that are quoted."""


@by_paragraph
def _stated(paragraph: str, section: str, year: int) -> Iterator[Finding]:
    """Yield the sentences that tell under another year what was done in this."""
    for start, words in sentences(paragraph):
        match = _STATEMENT.match(words) if "20" in words or "二" in words else None
        if match is not None and not _OTHER_TIME.search(words):
            yield from _of_another_year(section, _found(match, start, words), year)


@by_paragraph
def _of_the_report(paragraph: str) -> Iterator[Found]:
    """Yield the years by which a paragraph names the report that it opens."""
    for start, words in sentences(paragraph):
        for match in _OF_THE_REPORT.finditer(words):
            if not _QUOTED.search(words, 0, match.start()):
                yield _found(match, start, words)


def _found(match: re.Match[str], start: int, words: str) -> Found:
    end = start + len(words.rstrip("。；;"))
    return Found(start + match.start("year"), end, words.strip(), match["year"].translate(_IN_DIGITS))


@lru_cache(maxsize=MOST_TEXTS)
def _opening(text: str) -> Found | None:
    """The sentence that opens a text, where it begins with a year and tells of no other time."""
    start, words = next(sentences(text), (0, ""))
    match = _OPENING.match(words)
    return _found(match, start, words) if match and not _OTHER_TIME.search(words) else None


def _years(case: Case) -> Iterator[Finding]:
    """S3: this year's work, or this report, told under another year."""
    year, title = case.report.year, case.report.field("title")
    for told in re.findall(r"20\d\d(?=年)", title):
        if int(told) != year:
            message = f"报告标题写的是 {told} 年，本报告是 {year} 年度报告，请核对年份"
            yield Finding("S3", Level.WARNING, message, left=int(told), right=year, page=COVER, quote=told)
    for section, text in case.texts.items():
        opening = _opening(text)
        own = _of_the_report(text) if section == PREAMBLE else ()
        elsewhere = {each.start: each for each in (*filter(None, [opening]), *own)}
        for finding in _stated(text, section, year):
            if finding.spot is None or finding.spot.start not in elsewhere:
                yield finding
        for place in elsewhere.values():
            yield from _of_another_year(section, place, year, sure=place in own)


def _is_told_in_its_place(section: str, found: Found, year: int) -> bool:
    """Whether a year is the report's own, or its sentence tells of that as well, or of a plan."""
    told = int(found.says)
    return told == year or f"{year}年" in found.words or (told > year and section == "problems")


def _of_another_year(section: str, found: Found, year: int, *, sure: bool = False) -> Iterator[Finding]:
    """The finding, if it is one; where it is this report that is named, with the only year that it can have."""
    if _is_told_in_its_place(section, found, year):
        return
    quote = found.words[:_SHOWN] + ("…" if len(found.words) > _SHOWN else "")
    message = f"“{quote}”写的是 {found.says} 年，本报告是 {year} 年度报告，请核对年份"
    spot = Spot(section, found.start, found.start + len(found.says) + 1)
    finding = Finding("S3", Level.WARNING, message, (), int(found.says), year, section, spot, quote=quote)
    in_digits = found.says in found.words
    change = Rewording(
        Spot(section, found.start, found.start + len(found.says)), str(year), str(year), _THIS_YEAR
    )
    yield finding._replace(rewording=change) if sure and in_digits else finding


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
