"""Finds a report's title among the lines of a page: by its form, its place, and what else the page says of the office.

A page has several lines that look like a title: links, other offices' reports, the box above, the sentence that opens the
preamble. None of them alone tells; the one that most of the rest agrees with is the title.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from intake.office_names import PLACE, is_office, without_year
from intake.page.flow import Row
from intake.page.texts import is_boxed
from intake.plain_words import simplified, without_spaces
from intake.readers.limits import LONGEST_LINE
from model.days import date_in

YEAR: Final = re.compile(r"(20[012]\d|二[〇○Ｏ零O0][〇○零O0一二][〇○零O0一二三四五六七八九])\s*(?=年|[-—]\d)")
_REPORT: Final = "年度报告|工作报告|年报|情况的?报告|的报告|报告|工作总结"
_JUMBLED: Final = "(?=[工作年度告报]{3})[工作年度告]{0,5}报[工作年度告]{0,5}(?![表名送到道])"
"""The same with characters in each other's place, or lost: 工作告年度报."""
_DISCLOSURE: Final = "(?:(?:政府|政务){0,2}信息公开|政务公开|政府信息).{0,10}?"
_RIGHT: Final = re.compile(rf"{_DISCLOSURE}(?:{_REPORT})(?![工作年度告报])")
_TITLE: Final = re.compile(rf"(?P<before>.*?){_DISCLOSURE}(?:{_REPORT}|{_JUMBLED})(?:[（(].{{0,12}}[）)])?")
NAMED: Final = re.compile(r"(?:文件|信息|公文|邮件)?(?:标题|名称)[:：|｜]*|(?:主题|题目|题名)[:：]")
"""What the box above a document writes before the document's title."""
_YEAR_FIRST: Final = re.compile(rf"{YEAR.pattern}年度?")
_YEAR_ALONE: Final = re.compile(r"[（(]20\d\d年?度?[）)]")
_OFFICE_ALONE: Final = re.compile(r"[（(【\[](?P<office>[\u4e00-\u9fff（）()]{3,32})[）)】\]]")
_OFFICE_BEHIND: Final = re.compile(r"[（(](?P<office>[\u4e00-\u9fff]{3,20})[）)]$")
_ABOUT: Final = re.compile(r"关于(?:公布|发布|公开|印发|报送)?$")
_BEGINNING: Final = re.compile(
    r"(?:关于)?(?:20\d\d|二[〇○Ｏ零O0].{2})年?度?|.{2,40}(?:年度?|关于|的|工作|政府信息公开|政务公开)"
)
"""How the first line of a title on several ends, and nothing else does."""
_NO_TITLE: Final = re.compile(
    r"[>。；;?？！!/]|^\d{1,2}\D|https?:|上一篇|下一篇|当前位置|标题[:：]|格式|附件"
    r"|现将|现就|现予|现公布|现发布|特此|根据|按照|依据|依照|遵照|为了|报告如下|如下|汇报|编制了|编制本|[，,：:、]$"
)
"""What stands in a sentence, a link or a box, and in no title."""
_NOTICE: Final = re.compile(r"的(?:通知|公告|公示|函|请示)[（(]?.{0,4}$")
"""How the title of a paper ends that only sends the report round, or puts it up."""
_SITE: Final = re.compile(r"[-—–_|｜]+[\u4e00-\u9fff]{2,16}(?:政府|网|网站|平台|频道)$")
"""What a site puts behind each of its titles: its own name."""
_WORDED: Final = re.compile(r"[\u4e00-\u9fff]|\S\s*\S")
"""What a line has that may be a title's; a single character may be the last of one that breaks."""
_LISTED: Final = 3
"""Titles of several offices on lines that follow each other, by which they are a list of links."""
_LONGEST: Final = 60
_LONG: Final = 26
"""Characters of a line that is full: the sentence in it goes on below."""


@dataclass(frozen=True, slots=True)
class Title:
    """A title, the rows that it stands in, and the office's name on a line of its own beside it.

    `torn`: its lines break within the office's name, so that what stands on the last is a title, too. `listed`: it stands in
    a list of several offices' titles, and not at its end.
    """

    text: str
    rows: frozenset[int] = frozenset()
    office: str = ""
    torn: bool = False
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the page says elsewhere: names of the office (signature, preamble, browser, file), and the year."""

    names: Sequence[str] = ()
    year: str = ""


def titles_in(rows: Sequence[Row], end: int) -> list[Title]:
    """Return all that looks like a title in the lines before `end`, in reading order."""
    lines = [row for row in rows if row.number < end and row.is_line and _WORDED.search(row.text)]
    prose = _prose(lines)
    found = _with_lists([title for index in range(len(lines)) for title in _titles_at(lines, index, prose)])
    for line in lines:
        text = without_spaces(line.text)
        name = NAMED.match(text)
        if name and is_title(text[name.end() :].strip("|｜")):
            found.append(Title(text[name.end() :].strip("|｜")))
    return found


def best_of(titles: Sequence[Title], evidence: Evidence) -> Title:
    """Return the title that the rest of the page agrees with most; of equals the first. Without any an empty one.

    One that breaks within the office's name counts where the page has that name elsewhere.
    """
    sure = [title for title in titles if not title.torn or office_in(title.text) in evidence.names]
    return max(sure, key=lambda title: (_weight(title, evidence), title.torn), default=Title(""))


def rivals_of(title: Title, titles: Sequence[Title], evidence: Evidence) -> list[str]:
    """Return the offices of other titles for which the page speaks as much as for this one."""
    office = office_in(title.text) or title.office
    equal = [other for other in titles if _weight(other, evidence) == _weight(title, evidence)]
    others = dict.fromkeys(office_in(other.text) or other.office for other in equal)
    return [other for other in others if other and not agree(office, other)]


def _with_lists(titles: Sequence[Title]) -> list[Title]:
    """The titles, those marked that stand in a list of several offices' titles; at its end may be the page's own."""
    runs: list[list[Title]] = []
    for title in titles:
        follows = runs and max(runs[-1][-1].rows, default=-1) + 1 == min(title.rows, default=-1)
        if follows:
            runs[-1].append(title)
        else:
            runs.append([title])
    return [
        replace(title, listed=True)
        if title is not run[-1] and len({office_in(each.text) for each in run}) >= _LISTED
        else title
        for run in runs
        for title in run
    ]


def _weight(title: Title, evidence: Evidence) -> int:
    office = office_in(title.text) or title.office
    agreeing = sum(1 for name in evidence.names if office and agree(office, name))
    year = YEAR.search(title.text)
    # In a list of links an office is the page's own only where the page names it elsewhere.
    own = bool(office) and (bool(agreeing) or not title.listed or not evidence.names)
    weight = 4 * own + 2 * bool(year) + 3 * min(agreeing, 2) + bool(title.rows)
    weight -= 2 * title.listed + 3 * bool(_NOTICE.search(title.text)) + is_jumbled(title.text)
    return weight + 2 * bool(year and evidence.year and year[1] == evidence.year)


def agree(one: str, other: str) -> bool:
    """Whether two names can be the same office's: one has the letters of the other, in their order."""
    short, full = sorted((simplified(one), simplified(other)), key=len)
    letters = iter(full)
    return len(short) > 1 and all(letter in letters for letter in short)


def is_title(text: str) -> bool:
    """Whether a text has the form of a report's title."""
    bare = simplified(without_spaces(text))
    if len(bare) > _LONGEST or _NO_TITLE.search(bare):
        return False
    match = _TITLE.match(bare)
    return bool(match) and len(bare) - (match.end() if match else 0) <= 4


def is_jumbled(title: str) -> bool:
    """Whether a title calls the report by characters in each other's place, or lacks some."""
    return bool(title) and _RIGHT.search(simplified(title)) is None


def office_in(title: str) -> str:
    """Return the office that a title names, "" where it names none."""
    match = _TITLE.match(simplified(title))
    if not match:
        return ""
    words = without_year(title[: match.end("before")])
    words = re.sub(r"^关于|关于$|年度|[（(][）)]|^\W+|的$|《|》|[:：]", "", words)
    words = _ABOUT.sub("", words.removesuffix("工作")).strip("—-_ ")
    if len(words) < 2:
        bracketed = _OFFICE_BEHIND.search(simplified(title))
        return bracketed["office"] if bracketed and is_office(bracketed["office"]) else ""
    if words.endswith("人民"):
        return f"{words}政府"
    return f"{words}人民政府" if PLACE.fullmatch(words) else words


def _prose(lines: Sequence[Row]) -> frozenset[int]:
    """The lines that a sentence from the line above goes on in, or that go on in the line below: no titles."""
    inside: set[int] = set()
    for above, below in pairwise(lines):
        adjacent = below.number == above.number + 1 and not below.blanks and above.table == below.table
        text = without_spaces(above.text)
        open_end = not re.search(r"[。：:！？!?”」）)】]$", text)
        sentence = bool(re.search(r"[，；。]", text)) or text.startswith(("根据", "按照", "依据", "为"))
        if adjacent and open_end and sentence and len(text) >= _LONG // 2 and not is_boxed(above):
            inside.add(below.number)
        if adjacent and without_spaces(below.text)[:1] in "，。、；）》":
            inside.add(above.number)
    return frozenset(inside)


def _titles_at(lines: Sequence[Row], index: int, prose: frozenset[int]) -> Iterator[Title]:
    """The titles that begin on a line and go on for up to two more, the year or the office in brackets below included."""
    row = lines[index]
    if NAMED.match(without_spaces(row.text)):
        return
    for size in (1, 2, 3):
        part = [
            line
            for place, line in enumerate(lines[index : index + size])
            if line.number == row.number + place
        ]
        text = "".join(without_spaces(line.text) for line in part).strip("《》:：")
        if len(text) > LONGEST_LINE:
            continue
        text = _SITE.sub("", text)
        whole = len(part) == size and not any(is_boxed(line) or line.number in prose for line in part)
        if not whole or not is_title(text):
            continue
        if size == 1 or _is_torn(part):
            yield _completed(lines, index, part, text)
        elif not is_title(part[0].text) and office_in(part[-1].text):
            yield Title(text, frozenset(line.number for line in part), torn=True)


def _is_torn(part: Sequence[Row]) -> bool:
    """Whether lines are the parts of one title: none before the last is a title or a sentence of its own."""
    first, last = without_spaces(part[0].text), part[-1].text
    whole = "".join(without_spaces(line.text) for line in part)
    # A title that breaks within its last word has the form of one without it.
    if any(is_title(line.text) and (is_jumbled(whole) or not is_jumbled(line.text)) for line in part[:-1]):
        return False
    if is_title(last) and office_in(last):
        if _YEAR_FIRST.fullmatch(first) and not YEAR.search(last):
            return True
        return bool(PLACE.fullmatch(first)) and not any(line.blanks for line in part[1:])
    rest = "".join(without_spaces(line.text) for line in part[1:])
    if is_title(rest) and office_in(rest) and YEAR.match(rest):
        # What the page calls the text below it, 正文, is no part of it.
        return is_office(first)
    return is_office(first) or bool(_BEGINNING.fullmatch(first)) or not is_title(last)


def _completed(lines: Sequence[Row], index: int, part: Sequence[Row], text: str) -> Title:
    """A title with the year in brackets below it, and the office on a line of its own above or in brackets below."""
    first, last = part[0].number, part[-1].number
    taken = {line.number for line in part}
    below = [line for line in lines if last < line.number <= last + 3]
    office = ""
    for line in below:
        words = without_spaces(line.text)
        bracketed = _OFFICE_ALONE.fullmatch(words)
        if _YEAR_ALONE.fullmatch(words) and line.number == last + 1:
            text += words
        elif bracketed and is_office(bracketed["office"]):
            office = bracketed["office"]
        elif is_office(words) and line.number == last + 1 and not office_in(text):
            office = words
        elif is_boxed(line) or date_in(words):
            continue
        else:
            break
        taken.add(line.number)
    above = lines[index - 1] if index and lines[index - 1].number == first - 1 else None
    if above is not None and is_office(above.text):
        office = office or without_spaces(above.text)
        if not office_in(text):
            taken.add(above.number)
            text = without_spaces(above.text) + text
    return Title(text, frozenset(taken), office)
