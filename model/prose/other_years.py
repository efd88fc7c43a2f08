"""Where a text names a year as the one that its report is on, or tells what was done in it, and which year that is.

The words are data: `resources/words/copied.toml`.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final, NamedTuple

from model.prose.labels import LABEL, NUMBER_OF_YEAR
from model.prose.other_offices import FILE
from model.prose.passages import MOST_TEXTS, by_paragraph, sentences
from model.word_files import whole_words, words_in

_NUMBER: Final = rf"(?P<year>{NUMBER_OF_YEAR})"
_YEAR: Final = rf"{_NUMBER}\s*年度?"
_TITLE: Final = re.compile(rf"(?<!\d){_NUMBER}(?!\d)")
_MAY_TELL: Final = re.compile("[2２][0０]|二")
_CHINESE: Final = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_GAP: Final = 30
"""Characters between a year and what the report is called, with the name of the office among them."""
_QUOTED: Final = re.compile("《[^《》]*$")
_PAUSES: Final = re.compile("[，,；;：:]")


class Year(NamedTuple):
    """A year as a sentence tells it, from character `start` on; `opens`: the report that it is of is made public there."""

    start: int
    told: str
    sentence: str
    opens: bool = False

    @property
    def number(self) -> int:
        """The year, whichever digits tell it."""
        return int(self.told.translate(_CHINESE))

    def moved(self, by: int) -> "Year":
        """Return the same as it stands in a longer text."""
        return self._replace(start=self.start + by)


class _Words(NamedTuple):
    """The patterns that the words make."""

    work: re.Pattern[str]
    opening: re.Pattern[str]
    report: re.Pattern[str]
    makes_public: re.Pattern[str]
    follows: re.Pattern[str]
    other_time: re.Pattern[str]
    other_paper: re.Pattern[str]


@cache
def _words() -> _Words:
    data = words_in(FILE)
    with whole_words():
        words, years = data["words"], data["years"]
        within, behind = "|".join(years["other_paper_within"]), "|".join(years["other_paper_behind"])
        gap = rf"(?:(?!{within})[\u4e00-\u9fff]){{0,{_GAP}}}?"
        return _Words(
            re.compile(rf"{LABEL}?\s*{_YEAR}\s*+[，,]?\s*+(?={years['work']})"),
            re.compile(rf"{LABEL}?\s*{_YEAR}\s*+[，,](?!\s*\d|{'|'.join(years['superiors'])})"),
            re.compile(rf"{_YEAR}(?=(?:{gap}{words['report']}|(?:工作)?(?:报告|年报))(?!{behind}))"),
            re.compile(rf"(?:{'|'.join(words['makes_public'])})(?P<behind>.*)"),
            re.compile(years["follows"]),
            re.compile("|".join(years["other_time"])),
            re.compile("|".join(years["other_paper_before"])),
        )


def years_of_title(title: str) -> Iterator[Year]:
    """Yield the years that a report's title names."""
    return (_year(match, 0, title) for match in _TITLE.finditer(title))


def years_of_work(paragraph: str) -> Iterator[Year]:
    """Yield the years of the sentences that tell what was done in one."""
    words = _words()
    for start, sentence in sentences(paragraph):
        match = words.work.match(sentence) if _MAY_TELL.search(sentence) else None
        if match is not None and not words.other_time.search(sentence):
            yield _year(match, start, sentence)


@by_paragraph
def years_of_report(paragraph: str) -> Iterator[Year]:
    """Yield the years by which a paragraph names the report that it opens, and no other report or paper."""
    for start, sentence in sentences(paragraph):
        for match in _words().report.finditer(sentence):
            before = sentence[: match.start()]
            clause = _PAUSES.split(before)[-1]
            public = _words().makes_public.search(clause)
            follows = _words().follows.search(sentence, match.end()) is not None
            if not _QUOTED.search(before) and not _words().other_paper.search(
                public["behind"] if public else clause
            ):
                yield _year(match, start, sentence, opens=follows or public is not None)


@lru_cache(maxsize=MOST_TEXTS)
def year_of_opening(text: str) -> Year | None:
    """Return the year with which a text begins, where its first sentence tells of no other time."""
    start, sentence = next(sentences(text), (0, ""))
    match = _words().opening.match(sentence)
    return _year(match, start, sentence) if match and not _words().other_time.search(sentence) else None


def _year(match: re.Match[str], start: int, sentence: str, *, opens: bool = False) -> Year:
    return Year(start + match.start("year"), match["year"], sentence.strip(), opens)
