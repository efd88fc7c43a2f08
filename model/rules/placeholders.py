"""N10: what a draft left open and forgot. An error where it can be nothing else, to be explained where it may be words."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Final

from model.findings import Finding, Spot
from model.levels import Level
from model.office_fields import FIELD_WORDS, OFFICE_FIELDS
from model.prose.passages import Found, by_paragraph
from model.rules.remains import remains
from model.rules.rule import OFFICE, TEXTS, Case, Rule, once

_LEAD: Final = re.compile(r"[\u4e00-\u9fff：]+$")


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
        yield from _of_data(name, case.report.field(name))
    for section, text in case.texts.items():
        yield from _to_complete(text, section)


@lru_cache(maxsize=64)
def _of_data(name: str, value: str) -> tuple[Finding, ...]:
    kinds = (remains()[int(found.says)] for found in islice(_left_open(value), 1))
    words = f"{FIELD_WORDS[name]}“{value}”"
    return tuple(
        Finding("N10", kind.level, f"{words}：{kind.says}，请补全或删去", page="cover", quote=value)
        for kind in kinds
        if kind.in_data
    )


@by_paragraph
def _to_complete(paragraph: str, section: str) -> Iterator[Finding]:
    for found in _left_open(paragraph):
        kind = remains()[int(found.says)]
        message = f"“{found.words}”：{kind.says}，请补全或删去"
        spot = Spot(section, found.start, found.end)
        yield Finding("N10", kind.level, message, page=section, spot=spot, quote=found.words)


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
