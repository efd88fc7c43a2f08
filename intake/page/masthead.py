"""Finds whose report of which year it is, from all that tells: title, box, signature, preamble, browser and file name."""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from intake.office_names import PLACED, STANDING, is_full_name, is_office
from intake.page.flow import Row
from intake.page.named_titles import office_in_browser, titles_in_browser, titles_of_file
from intake.page.speakers import acting, asked, calls_itself, publisher, speaker
from intake.page.texts import Texts
from intake.page.titles import YEAR, Evidence, Title, agree, best_of, is_jumbled, office_in, rivals_of
from intake.plain_words import without_spaces
from model.days import date_in
from model.document import Document
from model.office_fields import OFFICE_FIELDS

_BOX: Final = re.compile(
    r"(?:发布机构|发文机关|发布单位|发文单位|公开机构|公开主体|组织机构|责任单位|责任部门|(?:信息|文章|稿件)?来源|信息提供单位|作者"
    r"|(?:填报|编制|报告|公开|制作)(?:单位|机关)(?:名称|（盖章）|\(盖章\))?|(?:单位|机关|部门)名称)\s*[:：|｜,，]?\s*"
)
_PERIOD: Final = re.compile(r"(20\d\d)\s*[年.．/-]\s*0?1\s*[月.．/-]\s*0?1(?!\d)")
"""The first day of what the figures are counted over."""
_OF_PERIOD: Final = re.compile(r"期限|期间|12\s*[月.．/-]\s*31")
"""What is told beside that day: a page may have been published on one."""
_BESIDE: Final = ("网页的发布机构", "文件作者", "网页的导航", "页尾", "网页标题中的机关")
"""What stands beside a report: whoever put it up or wrote the file may be another office."""
_UNKNOWN: Final = "\ufffd"
"""What a reader gives for a character that the source shows and does not tell."""
_CRUMBS: Final = re.compile(r"[>›»]")


@dataclass(frozen=True, slots=True)
class Identity:
    """Office, year and title; `doubts` tell in the clerk's words where the page says two things.

    `year_from` tells what the year was taken from where neither title nor preamble has it, "" where they do.
    """

    office: str
    year: int | None
    title: Title
    doubts: tuple[str, ...] = ()
    year_from: str = ""


def identify(
    rows: Sequence[Row], document: Document, texts: Texts, titles: Sequence[Title], end: int, name: str = ""
) -> Identity:
    """Return office, year and title; the office is "" and the year None where nothing tells them.

    `titles` are the lines that look like one, `name` is the file's name.
    """
    named = [*titles_in_browser(document.title), *titles_of_file(name)]
    sources = _told_beside(rows, document, texts, named, end)
    period = _PERIOD.search(texts.text("preamble"))
    evidence = Evidence([office for office in sources.values() if office], period[1] if period else "")
    title = best_of(titles, evidence)
    if not title.text:
        title = Title(next((words for words in named if YEAR.search(words)), ""))
    told = {"标题": office_in(title.text) or title.office, **sources}
    office = _office_told(told["标题"], [*sources.values()])
    in_words = "" if office else acting(texts)
    office = office or in_words
    year, year_from = _told_year(title.text, texts, rows[:end]), ""
    if year is None:
        year, year_from = _named_year(named) or _likely_year(texts, rows, end)
    doubts = [*_doubts(office, told, title.text, period)]
    taken_from = "正文" if in_words else _taken_from(office, told)
    if in_words or (taken_from in _BESIDE and not calls_itself(texts, office)):
        doubts.append(f"标题、引言、落款都没有写明机关，“{office}”取自{taken_from}，请核对")
    if is_jumbled(title.text):
        doubts.append(f"标题“{title.text}”似有错字，请核对")
    if _UNKNOWN in title.text + office:
        doubts.append(f"标题“{title.text}”中有来源没有写明的字，请核对并补上")
    others = rivals_of(title, titles, evidence)
    if others:
        doubts.append(f"页面上有几个机关的报告标题，取了“{office}”，另有“{others[0]}”等，请核对")
    return Identity(office, year, title, tuple(doubts), year_from)


def _told_beside(
    rows: Sequence[Row], document: Document, texts: Texts, named: Sequence[str], end: int
) -> dict[str, str]:
    """What tells the office beside the title, the surest first: where it stands → the name, "" where it tells none."""
    return {
        "落款": texts.signer,
        "引言": publisher(texts),
        "文件名或网页标题": next(filter(None, map(office_in, named)), ""),
        "网页的发布机构": next(_boxed(rows, end), ""),
        "引言中的机关": speaker(texts) or asked(texts),
        "文件作者": document.author if is_office(document.author) else "",
        "网页的导航": next(_crumbs(rows, end), ""),
        "页尾": next(_boxed(rows[end:], len(rows)), ""),
        "网页标题中的机关": office_in_browser(document.title),
    }


def _office_told(in_title: str, others: Sequence[str]) -> str:
    """The office of the title, else the first other that is named and not only spoken of; "" where none is told."""
    named = [words for words in others if words]
    return _full(in_title, others) or next(
        (words for words in named if not words.startswith(STANDING)), next(iter(named), "")
    )


def _full(office: str, names: Iterable[str]) -> str:
    """The office's full name, where the title has it without its place, or short as an office speaks of itself: 区审批中心."""
    fuller = [name for name in names if len(name) > len(office) and agree(office, name)]
    placed = [name for name in fuller if name.endswith(office) and PLACED.match(name)]
    if office and placed and not PLACED.match(office):
        return min(placed, key=len)
    if not office.startswith(STANDING):
        return office
    return next((name for name in fuller if not name.startswith(STANDING)), office)


def _doubts(office: str, told: Mapping[str, str], title: str, period: re.Match[str] | None) -> Iterator[str]:
    """What disagrees; who published a page, or wrote a file, may be another office than the one that reports."""
    chosen = _taken_from(office, told)
    for source in ("标题", "落款", "引言", "文件名或网页标题"):
        other = told[source]
        if other and not agree(office, other):
            yield f"机关名称不一致：{chosen}写的是“{office}”，{source}写的是“{other}”，请核对"
    year = YEAR.search(title)
    if year and period and _as_year(year[1]) != int(period[1]):
        yield f"年度不一致：标题是 {_as_year(year[1])} 年，引言中的统计期限是 {period[1]} 年，请核对"


def _taken_from(office: str, told: Mapping[str, str]) -> str:
    """The first that tells an office's name, "" where none does."""
    return next((source for source, words in told.items() if words and agree(office, words)), "")


def _boxed(rows: Sequence[Row], end: int) -> Iterator[str]:
    """The office named in the box that web pages put above a document."""
    for row, below in itertools.pairwise(rows[: end + 1]):
        words = [word for piece in (*row.filled, *below.filled[:1]) for word in piece.text.split()]
        for index, word in enumerate(words):
            match = _BOX.match(word)
            if match:
                rest = word[match.end() :] or (words[index + 1] if index + 1 < len(words) else "")
                name = re.split(r"[|｜]|发布|成文|发文|作者|日期|时间|\d", rest)[0]
                if is_office(name):
                    yield name


def _crumbs(rows: Sequence[Row], end: int) -> Iterator[str]:
    """The office that ends the way to the page: 首页 > 政务公开 > …"""
    for row in rows[:end]:
        steps = _CRUMBS.split(without_spaces(row.text))
        if len(steps) > 2 and is_full_name(steps[-1]):
            yield steps[-1]


def _told_year(title: str, texts: Texts, above: Sequence[Row]) -> int | None:
    """From the title, the preamble's period, the preamble, or a period told elsewhere above the first section."""
    preamble = texts.text("preamble")
    periods = (_PERIOD.search(row.text) for row in above if _OF_PERIOD.search(row.text))
    found = (YEAR.search(title), _PERIOD.search(preamble), YEAR.search(preamble), *periods)
    return next((_as_year(match[1]) for match in found if match), None)


def _named_year(named: Iterable[str]) -> tuple[int, str] | None:
    """The year of the report's title in the browser or in the file's name, None where these have none."""
    found = next(filter(None, map(YEAR.search, named)), None)
    return (_as_year(found[1]), "文件名或网页标题中的年份") if found else None


def _likely_year(texts: Texts, rows: Sequence[Row], end: int) -> tuple[int | None, str]:
    """The year most spoken of, the one before it was published, or one named above the words; and which of these."""
    spoken = Counter(
        _as_year(match[1]) for lines in texts.sections.values() for match in YEAR.finditer(" ".join(lines))
    )
    if spoken:
        return spoken.most_common(1)[0][0], "正文中说得最多的年份"
    days = [day for row in rows[:end] if (day := date_in(row.text))]
    if texts.signed or days:
        return (texts.signed or days[0]).year - 1, "落款或发布日期的上一年"
    named = [_as_year(match[1]) for row in rows[:end] for match in YEAR.finditer(row.text)]
    return (named[0], "页面上出现的年份") if named else (None, "")


def _as_year(text: str) -> int:
    if text.isdecimal():
        return int(text)
    digits = {"〇": "0", "○": "0", "Ｏ": "0", "零": "0", "O": "0", "0": "0"}
    digits |= {character: str(value) for value, character in enumerate("一二三四五六七八九", 1)}
    return int("".join(digits[character] for character in text))


def contacts_in(preamble: str) -> dict[str, str]:
    """Return whom to ask and where, as a preamble names them, by the names of a report's fields."""
    text = preamble.replace("\n", "")
    known = [field for field in OFFICE_FIELDS if field.written]
    found = {field.name: re.search(field.written, text, re.IGNORECASE) for field in known}
    return {name: match[1].strip() for name, match in found.items() if match}
