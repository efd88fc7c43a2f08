"""Finds the headings of a report's sections: the form's six, or in a form with free sections the office's own."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Final

from intake.page.alignment import aligned
from intake.page.flow import Row
from intake.plain_words import core, plain, top_number
from model.form import Form, Section
from model.ordinals import ordinal_value

_LONGEST: Final = 48
_LOWER: Final = re.compile(r"[（(]?\s*(?:([一二三四五六])|([1-6１-６]))\s*[）).．、]\s*")
_LEVEL: Final = re.compile(
    r"\s*(?:第?[一二三四五六七八九十]{1,3}(?:部分)?[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|[●•·▪◆■※])"
)
_NUMBER_ALONE: Final = re.compile(r"第?[一二三四五六]\s*(?:部分)?\s*[、.．]?|[（(][一二三四五六][）)]")
"""A heading's number on a line of its own, as pages show it that set it large."""
_MARKS: Final = re.compile(r"^[\s▲●■◆▶►★☆※◎•·▪□▌|丨]+")
_LETTERS: Final = re.compile(r"^(?:part0?|0)[1-6](?=[\u4e00-\u9fff])")
"""What a designer's page sets before a heading: 01, PART 1."""
_EXACT: Final = 4.0
"""What `_score` gives to the form's words with the section's number."""
_SURE: Final = 2.0
"""What it gives to the form's words at least."""
_BEGINNING: Final = 4
"""Characters of a heading that goes on in the line below."""
_SENTENCE: Final = re.compile(r"[。！？；]")
_TOPICS: Final = {
    "overview": r"总体情况|概述|基本情况|总体工作|工作总体",
    "disclosure": r"主动公开",
    "applications": r"申请.*情况|依申请公开",
    "disputes": r"复议|诉讼",
    "problems": r"问题|改进|不足",
    "other_matters": r"其他|需要报告|报告的事项",
}
"""What the six headings speak of, for offices that word them their own way."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading found: its row, the section, its words, and what stood behind it on the same line.

    `others` are the rows beside it that are parts of it: its number on the line above, its last words on the one below.
    """

    row: int
    section: str
    text: str
    rest: str = ""
    others: tuple[int, ...] = ()


def begins_a_level(text: str) -> bool:
    """Return whether a line begins with the mark of a heading or a list: 一、（一）1."""
    return _LEVEL.match(text) is not None


def headings_of(form: Form, rows: Sequence[Row]) -> list[Heading]:
    """Return the headings of the sections in reading order, each section once."""
    return list(_own(form, rows)) if form.free_sections else _official(form, rows)


def _official(form: Form, rows: Sequence[Row]) -> list[Heading]:
    """The form's headings; marks like （一） or 1. count only where more headings come of it."""
    lines = [row for row in rows if row.is_line and row.filled]
    found = _aligned(form, lines, _score)
    if len(found) < len(form.sections):
        found = max(found, _aligned(form, lines, _loose_score), key=len)
    found = sorted(
        [*_first_with_words(form, lines, found), *_astray(form, lines, found)],
        key=lambda heading: heading.row,
    )
    by_number = {row.number: row for row in lines}
    return [_whole(form.section(heading.section), heading, by_number) for heading in found]


def _first_with_words(form: Form, rows: Sequence[Row], found: Sequence[Heading]) -> Iterator[Heading]:
    """The headings; a text may say its own again, so that the first with sentences behind it is the section's.

    In a table of contents none of the lines has any.
    """
    last = -1
    for heading in found:
        section = form.section(heading.section)
        number = form.sections.index(section) + 1
        score = _score(section, number, heading.text)
        again = [
            (place, row)
            for place, row in enumerate(rows)
            if section.kind == "text"
            and last < row.number < heading.row
            and _score(section, number, row.text) == score
        ]
        first = next((row for place, row in again if score and _has_words(form, rows[place + 1 :])), None)
        last = heading.row if first is None else first.number
        yield heading if first is None else Heading(first.number, section.id, *_parted(section, first.text))


def _has_words(form: Form, below: Sequence[Row]) -> bool:
    """Whether a sentence stands in the lines before the next that is a heading."""
    for row in below:
        if any(_score(section, number, row.text) >= _SURE for number, section in enumerate(form.sections, 1)):
            return False
        if _SENTENCE.search(row.text):
            return True
    return False


def _astray(form: Form, rows: Sequence[Row], found: Sequence[Heading]) -> Iterator[Heading]:
    """Headings out of the form's order, behind the first that stands in it: with their number, in the form's very words.

    A workbook may have its sheets in another order; in a table of contents each stands before the first.
    """
    known = {heading.section for heading in found}
    for number, section in enumerate(form.sections, 1):
        if section.id in known or not found:
            continue
        behind = [row for row in rows if row.number > found[0].row]
        alike = [row for row in behind if _score(section, number, row.text) >= _EXACT]
        if len(alike) == 1:
            words, rest = _parted(section, alike[0].text)
            yield Heading(alike[0].number, section.id, words, rest)


def _whole(section: Section, heading: Heading, rows: Mapping[int, Row]) -> Heading:
    """A heading with the parts of it that a page shows on lines of their own."""
    above, below = rows.get(heading.row - 1), rows.get(heading.row + 1)
    others = [above.number] if above is not None and _NUMBER_ALONE.fullmatch(above.text.strip()) else []
    title, found = plain(section.title), plain(top_number(heading.text)[1])
    torn = title.startswith(found) and below is not None and plain(below.text) == title[len(found) :]
    if not torn or below is None:
        return replace(heading, others=tuple(others))
    return replace(heading, text=heading.text + below.text.strip(), others=(*others, below.number))


def _aligned(form: Form, rows: Sequence[Row], score: Callable[[Section, int, str], float]) -> list[Heading]:
    found: list[tuple[Row, list[float], str]] = []
    for row in rows:
        scores = [score(section, number, row.text) for number, section in enumerate(form.sections, 1)]
        if any(scores):
            found.append((row, scores, row.text))
    # Of two equal runs of headings the first is a table of contents.
    pairs = aligned([[*reversed(scores)] for _, scores, _ in reversed(found)])
    headings = []
    for place, wanted in pairs.items():
        row, _, text = found[len(found) - 1 - place]
        section = form.sections[len(form.sections) - 1 - wanted]
        words, rest = _parted(section, text)
        headings.append(Heading(row.number, section.id, words, rest))
    return sorted(headings, key=lambda heading: heading.row)


def _score(section: Section, number: int, text: str) -> float:
    """How surely a line is the section's heading; a numeral and the exact words count most."""
    numbered, rest = top_number(_MARKS.sub("", text))
    title, found = plain(section.title), _LETTERS.sub("", plain(rest))
    exact = found.startswith(title)
    if exact and (numbered or found == title) and (found == title or _parted(section, text)[1]):
        return 3.0 + (numbered == number)
    if len(text) > _LONGEST or not numbered or re.search(r"[。；;]", text.rstrip("。；;")):
        alike = len(text) <= _LONGEST and SequenceMatcher(None, found, title).ratio() > 0.9
        return 2.0 if alike and not _LOWER.match(text) else 0.0
    ratio = SequenceMatcher(None, found, title).ratio()
    if ratio > 0.75:
        return 2.0 + ratio / 2
    if numbered == number and title.startswith(found) and len(found) >= _BEGINNING:
        return 2.0
    topic = _TOPICS.get(section.id)
    return 1.0 + ratio / 2 if topic and numbered == number and re.search(topic, rest) else 0.0


def _loose_score(section: Section, number: int, text: str) -> float:
    """As `_score`, and the exact words behind the mark of a lower level: （一）, 1."""
    mark = _LOWER.match(text)
    if mark and plain(text[mark.end() :]) == plain(section.title):
        return 2.5 + ((ordinal_value(mark[1] or "") or int(mark[2] or 0)) == number)
    return _score(section, number, text)


def _parted(section: Section, text: str) -> tuple[str, str]:
    """A heading and the words that run on behind it on the same line."""
    pattern = r"[\s、，,]*".join(re.escape(character) for character in section.title if plain(character))
    match = re.match(
        rf"[^\u4e00-\u9fff]*(?:第?[一二三四五六七八九十]+(?:部分)?[^\u4e00-\u9fff]*)?{pattern}", text
    )
    if not match:
        return text.strip(), ""
    rest = text[match.end() :]
    behind = re.match(r"\s*[:：。.;；]?\s*", rest)
    words = rest[behind.end() :] if behind else rest
    separated = bool(behind and behind.group().strip()) or rest[:1].isspace()
    if len(plain(words)) <= 2 and not (separated and words.strip()):
        return text.strip(), ""
    return (text[: match.end()].strip(), words.strip()) if separated else (text.strip(), "")


def _own(form: Form, rows: Sequence[Row]) -> Iterator[Heading]:
    """Headings 一、 二、 三、 in their order; without any numbers, lines that are one of the usual headings."""
    chain: list[tuple[Row, str]] = []
    for row in rows:
        if not row.is_line or not row.filled:
            continue
        number, rest = top_number(row.text)
        if not re.match(r"\s*第?[一二三四五六七八九十]", row.text) or not _is_short(rest):
            continue
        if number == 1 and (not chain or plain(row.text) == plain(chain[0][1])):
            chain = [(row, row.text)]
        elif chain and number == len(chain) + 1:
            chain.append((row, row.text))
    if not chain:
        usual = {core(section.heading) for section in form.sections}
        chain = [(row, row.text) for row in rows if row.is_line and core(row.text) in usual]
    free = {core(section.heading): section.id for section in form.sections}
    for number, (row, text) in enumerate(chain, 1):
        yield Heading(row.number, free.pop(core(text), f"own{number}"), text.strip().rstrip("：:"))


def _is_short(text: str) -> bool:
    return (
        2 <= len(plain(text)) <= 40
        and not re.search(r"[。；;！!]", text)
        and not text.rstrip().endswith(("，", ","))
    )
