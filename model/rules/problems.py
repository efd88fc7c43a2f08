"""Section five (S6): whether it tells problems, and improvements.

The words are data: `resources/words/problems.toml`.
"""

import re
from collections.abc import Collection, Iterator
from functools import cache
from typing import Final, NamedTuple

from model.arithmetic import SIX
from model.findings import Finding
from model.levels import Level
from model.prose.labels import ITEM
from model.rules.rule import TEXTS, Case, Rule, has_section, whole
from model.word_files import whole_words, words_in

FILE: Final = "words/problems.toml"
_CLAUSE_ENDS: Final = re.compile("[，。；：,.;:\n]")
_NUMBER: Final = re.compile(rf"^{ITEM}")
_SENTENCE_ENDS: Final = re.compile("[。；;！？!?\n]")
_SHORTEST: Final = 4
"""Characters from which on a sentence says something."""


class _Words(NamedTuple):
    """The patterns of the file."""

    problems: re.Pattern[str]
    failings: re.Pattern[str]
    averted: re.Pattern[str]
    praise: re.Pattern[str]
    wanting: re.Pattern[str]
    improvements: re.Pattern[str]
    nothing: re.Pattern[str]


@cache
def _words() -> _Words:
    data = words_in(FILE)
    with whole_words():
        return _Words(
            re.compile("|".join(data["problems"])),
            re.compile("|".join(data["failings"])),
            re.compile(data["averted"]),
            re.compile(data["praise"]),
            re.compile(data["wanting"]),
            re.compile("|".join(data["improvements"])),
            re.compile(rf"{data['nothing']}|(?:{ITEM})?{data['heading']}"),
        )


def tells_problem(words: str) -> bool:
    """Return whether words without blanks tell that something was not as it should be."""
    known = _words()
    told = known.problems.search(words) or known.failings.search(known.averted.sub("", words))
    return told is not None


def tells_improvement(words: str, year: int) -> bool:
    """Return whether words without blanks of a report on `year` tell what was done about it, or will be."""
    known = _words()
    return f"{year + 1}年" in words or known.improvements.search(known.wanting.sub("", words)) is not None


def tells_how_it_is(lines: str, year: int) -> bool:
    """Return whether a sentence of some lines without blanks tells neither what was done or will be, nor what went well.

    In this section that is a shortcoming, in whatever words: 会议公开落在后面.
    """
    known = _words()
    return any(
        len(words) >= _SHORTEST
        and not known.nothing.fullmatch(words)
        and not known.averted.search(words)
        and not known.praise.search(words)
        and not tells_improvement(words, year)
        for words in _SENTENCE_ENDS.split(lines)
    )


def tells_nothing(lines: str, headings: Collection[str] = ()) -> bool:
    """Return whether every clause of lines without blanks is a heading, or says that there is nothing, in words or by a stroke.

    A heading is one of these, or of those of the fifth section.
    """
    return all(
        _words().nothing.fullmatch(clause) or _NUMBER.sub("", clause) in headings
        for clause in _CLAUSE_ENDS.split(lines)
    )


def _problems(case: Case) -> Iterator[Finding]:
    """S6: section five without problems, or without improvements."""
    section = case.report.form.section("problems")
    text = case.texts.get(section.id, "")
    words = "".join(text.split())
    if not words and not case.begun(section.id):
        return
    lines = "\n".join("".join(line.split()) for line in text.splitlines())
    if tells_nothing(lines):
        told = f"写的是“{words}”" if words else "没有内容"
        message = f"“{section.heading}”{told}，应写存在的问题和改进情况"
        yield Finding("S6", Level.ERROR, message, page=section.id)
    elif not tells_improvement(words, case.report.year):
        yield Finding("S6", Level.WARNING, f"“{section.heading}”只写了问题，没有写改进情况", page=section.id)
    elif not (tells_problem(words) or tells_how_it_is(lines, case.report.year)):
        yield Finding(
            "S6", Level.WARNING, f"“{section.heading}”只写了改进情况，没有写存在的问题", page=section.id
        )


RULES: Final = (
    Rule(
        "S6",
        Level.ERROR,
        "第五部分应有问题和改进情况",
        whole(_problems, TEXTS, where=has_section("problems")),
        formula="第五部分有内容，既写问题又写改进（只写一样的，为提醒）",
        source=f"条例第五十条第（四）项；{SIX}",
        also=Level.WARNING,
    ),
)
