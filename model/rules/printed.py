"""S18: lines of a text that the report prints by itself: title, headings of sections, office and day at the end.

They come with what is pasted from another report, and stand on paper twice, or under the wrong heading.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from model.characters import folded
from model.days import WRITTEN_DAY
from model.findings import Finding, Rewording, Spot
from model.levels import Level
from model.pattern import Pattern
from model.preamble import title_of
from model.prose.passages import MOST_RUNS, blocks, paragraphs, paragraphs_in
from model.report import Report
from model.rules.rule import HEADINGS, OFFICE, TEXTS, Case, Rule, once
from model.sections import sections_of

_NUMERAL: Final = Pattern(r"^([一二三四五六七八九十]+)[、.．，,]")
_LONGEST: Final = 120
"""Characters from which on a line is no heading and no name of an office."""

_REMEMBERED: Final = 4096
"""Lines of which it is remembered how they are compared: with every key all of the run around it are."""


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


@lru_cache(maxsize=_REMEMBERED)
def _plain(words: str) -> str:
    return _NUMERAL.sub(r"\1、", "".join(folded(words).split()).rstrip("：:。"))


def _printed(report: Report) -> _Printed:
    sections = sections_of(report)
    headings = {_plain(section.heading): section.id for section in sections}
    last = sections[-1].id if sections else ""
    return _Printed(
        _plain(title_of(report)), headings, last, _plain(report.office) if report.field("date") else ""
    )


def _line(start: int, words: str) -> _Line:
    return _Line(start, start + len(words), _plain(words) if len(words) <= _LONGEST else "")


@lru_cache(maxsize=MOST_RUNS)
def _known_in(block: str, known: frozenset[str]) -> tuple[_Line, ...]:
    """The lines of a run of paragraphs that are one of these: looked for again only where the run has changed."""
    lines = (_line(start, words) for start, words in paragraphs_in(block))
    return tuple(line for line in lines if line.words in known)


def _known(text: str, known: frozenset[str]) -> list[_Line]:
    """The lines of a text that are one of these."""
    return [
        line._replace(start=line.start + start, end=line.end + start)
        for start, block in blocks(text)
        for line in _known_in(block, known)
    ]


def _last(text: str) -> list[_Line]:
    """The last two lines of a text."""
    ends = [
        _line(start + place, words)
        for start, block in blocks(text)[-2:]
        for place, words in paragraphs_in(block)[-2:]
    ]
    return ends[-2:]


def _signing(lines: Sequence[_Line], office: str) -> Sequence[_Line]:
    """Those of the last lines of a text that are its office and day; it takes a day, and the office by itself is none."""
    if not lines or not WRITTEN_DAY.fullmatch(lines[-1].words):
        return ()
    return lines if len(lines) > 1 and lines[0].words == office else lines[-1:]


def _twice(text: str, section: str, printed: _Printed) -> Iterator[tuple[int, int]]:
    """Yield the places of the lines that the report prints in this text's place itself, those in a row as one."""
    own = {heading for heading, name in printed.headings.items() if name == section} | {printed.title}
    bare = {_NUMERAL.sub("", heading) for heading in own}
    first = next((_line(start, words) for start, words in paragraphs(text)), None)
    signing = (
        _signing(_last(text), printed.signature) if section == printed.last and printed.signature else ()
    )
    begins = [first] if first is not None and first.words in bare else []
    lines = sorted({*begins, *_known(text, frozenset(own)), *signing})
    while lines:
        begun = line = lines.pop(0)
        while lines and lines[0].start == _next(text, line.end):
            line = lines.pop(0)
        end = _next(text, line.end)
        yield (begun.start, end) if end < len(text) else (len(text[: begun.start].rstrip()), len(text))


def _next(text: str, end: int) -> int:
    """Where the line begins that stands behind one that ends here, blank ones passed by; the text's end behind its last."""
    behind = text[end:]
    blank = behind[: len(behind) - len(behind.lstrip())]
    return len(text) if blank == behind else end + blank.rfind("\n") + 1


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
        for line in _known(text, frozenset(printed.headings)):
            if printed.headings[line.words] != section:
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
