"""N10: what a draft left open and forgot. An error where it can be nothing else, to be explained where it may be words."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from model.findings import Finding, Spot
from model.levels import Level
from model.office_fields import FIELD_WORDS, OFFICE_FIELDS
from model.prose.passages import Found, by_paragraph
from model.rules.remains import remains
from model.rules.rule import OFFICE, TEXTS, Case, Rule, once

_LEAD: Final = re.compile(r"[\u4e00-\u9fff：]+$")


@by_paragraph
def _left_open(paragraph: str) -> Iterator[Found]:
    taken: list[tuple[int, int]] = []
    for number, kind in enumerate(remains()):
        if not kind.may_be_in(paragraph):
            continue
        for match in kind.pattern.finditer(paragraph):
            start, end = match.span()
            if "gap" in match.groupdict():
                start = _lead(paragraph, start)
            while start and paragraph[start - 1].isdigit():
                start -= 1  # digits right before belong to what was left open
            free = all(end <= first or last <= start for first, last in taken)
            if free and kind.stands(match):
                taken.append((start, end))
                yield Found(start, end, paragraph[start:end], str(number))


def _lead(paragraph: str, gap: int) -> int:
    """Where the words before a gap begin, eight at most: they are shown with it."""
    begin = max(0, gap - 8)
    match = _LEAD.search(paragraph[begin:gap])
    return begin + match.start() if match else gap


_PRINTED: Final = ("office", "title", *(field.name for field in OFFICE_FIELDS if field.asked), "website")
"""The office's data that stand in the report: in its title, and in the preamble that is drafted of them."""


def _open(case: Case) -> Iterator[Finding]:
    """N10: remains of a draft, each with the level of its kind, in the office's data as well as in the texts."""
    for name in _PRINTED:
        value = case.report.field(name)
        for found in _left_open(value)[:1]:
            kind = remains()[int(found.says)]
            if kind.in_data:
                words = f"{FIELD_WORDS[name]}“{value}”：{kind.says}，请补全或删去"
                yield Finding("N10", kind.level, words, page="cover", quote=value)
    for section, text in case.texts.items():
        for found in _left_open(text):
            yield _to_complete(section, found)


@lru_cache(maxsize=256)
def _to_complete(section: str, found: Found) -> Finding:
    level = remains()[int(found.says)].level
    spot = Spot(section, found.start, found.end)
    return Finding("N10", level, _message(found), page=section, spot=spot, quote=found.words)


def _message(found: Found) -> str:
    return f"“{found.words}”：{remains()[int(found.says)].says}，请补全或删去"


RULES: Final = (
    Rule(
        "N10",
        Level.ERROR,
        "文字中不能有漏填和待替换的内容",
        once(_open, TEXTS, OFFICE),
        formula="没有漏填的数、XX件、X月X日、（文字描述）、（请填……）、待补充；"
        "其他的 XX、某某、写给填表人的提示，可能属实的可以说明；印在报告中的机关信息也查",
        source="国办公开办函〔2021〕30号：不能遗漏",
        also=Level.EXPLAIN,
    ),
)
