"""S18: lines of a text that the report prints by itself: title, headings of sections, office and day at the end.

They come with what is pasted from another report, and stand on paper twice, or under the wrong heading.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from model.characters import folded
from model.days import WRITTEN_DAY
from model.findings import Finding, Rewording, Spot
from model.levels import Level
from model.pattern import Pattern
from model.preamble import title_of
from model.prose.passages import paragraphs
from model.report import Report
from model.rules.rule import HEADINGS, OFFICE, TEXTS, Case, Rule, once
from model.sections import sections_of

_NUMERAL: Final = Pattern(r"^([一二三四五六七八九十]+)[、.．，,]")
_LONGEST: Final = 120
"""Characters from which on a line is no heading and no name of an office."""


class _Line(NamedTuple):
    """A line of a text that has words: its place, and the words as they are compared."""

    start: int
    end: int
    words: str


class _Printed(NamedTuple):
    """What the report prints by itself, as it is compared: `signature` is empty where nothing is printed at the end."""

    title: str
    headings: dict[str, str]
    last: str
    signature: str


def _plain(words: str) -> str:
    return _NUMERAL.sub(r"\1、", "".join(folded(words).split()).rstrip("：:。"))


def _printed(report: Report) -> _Printed:
    sections = sections_of(report)
    headings = {_plain(section.heading): section.id for section in sections}
    last = sections[-1].id if sections else ""
    return _Printed(
        _plain(title_of(report)), headings, last, _plain(report.office) if report.field("date") else ""
    )


def _lines(text: str) -> list[_Line]:
    return [
        _Line(start, start + len(words), _plain(words) if len(words) <= _LONGEST else "")
        for start, words in paragraphs(text)
    ]


def _signing(lines: list[_Line], office: str) -> int:
    """How many lines at the end of the last text are its office and day; it takes a day, and the office by itself is none."""
    if not lines or not WRITTEN_DAY.fullmatch(lines[-1].words):
        return 0
    return 2 if len(lines) > 1 and lines[-2].words == office else 1


def _twice(text: str, section: str, printed: _Printed) -> Iterator[tuple[int, int]]:
    """Yield the places of the lines that the report prints in this text's place itself, those in a row as one."""
    lines = _lines(text)
    own = {heading for heading, name in printed.headings.items() if name == section} | {printed.title}
    bare = {_NUMERAL.sub("", heading) for heading in own}
    signing = _signing(lines, printed.signature) if section == printed.last and printed.signature else 0
    begun = None
    for number, line in enumerate(lines):
        is_own = line.words in own or (number == 0 and line.words in bare)
        if is_own or number >= len(lines) - signing:
            begun = line.start if begun is None else begun
        elif begun is not None:
            yield begun, line.start
            begun = None
    if begun is not None:
        yield len(text[:begun].rstrip()), len(text)


def _said_twice(case: Case) -> Iterator[Finding]:
    printed = _printed(case.report)
    removals = [
        Rewording(Spot(section, start, end), "", "", "删去")
        for section, text in case.texts.items()
        for start, end in _twice(text, section, printed)
    ]
    if removals:
        spot = removals[0].spot
        shown = case.texts[spot.section][spot.start : spot.end].split()[0]
        message = f"文字中有 {len(removals)} 处标题或落款（如“{shown}”），程序已另外印出，会印两遍"
        yield Finding("S18", Level.WARNING, message, page=spot.section, spot=spot, respelling=tuple(removals))
    for section, text in case.texts.items():
        for line in _lines(text):
            if printed.headings.get(line.words, section) != section:
                quote = text[line.start : line.end]
                message = f"“{quote.strip()}”是另一部分的标题，请把下面的文字移到那一部分，并删去这一行"
                spot = Spot(section, line.start, line.end)
                yield Finding("S18", Level.WARNING, message, page=section, spot=spot, quote=quote)


RULES: Final = (
    Rule(
        "S18",
        Level.WARNING,
        "文字中不应再写标题和落款",
        once(_said_twice, TEXTS, OFFICE, HEADINGS),
        formula="没有一行是报告标题、各部分的标题；填了成文日期的，最后一部分不以机关名称和日期结尾",
        source="国办公开办函〔2021〕30号、国办公开办函〔2019〕60号：格式",
    ),
)
