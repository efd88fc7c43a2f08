"""Finds whose report of which year it is: from the title, the box above it, the signature and the preamble."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from intake.page.flow import Row
from intake.page.plain_words import simplified, without_spaces
from intake.page.texts import Texts, is_boxed, is_office
from model.days import date_in
from model.document import Document
from model.office_fields import OFFICE_FIELDS

_YEAR: Final = re.compile(
    r"(20[012]\d|二[〇○Ｏ零O0][〇○零O0一二][〇○零O0一二三四五六七八九])\s*(?=年|[-—]\d)"
)
_NAME: Final = r"(?:政府信息公开|政务公开|信息公开|政府信息).{0,10}?(?:年度报告|工作报告|年报|情况的?报告|的报告|报告|工作总结)"
_TITLE: Final = re.compile(rf"(?P<before>.*?){_NAME}(?:[（(].{{0,12}}[）)])?")
_BOX: Final = re.compile(
    r"(?:发布机构|发文机关|发布单位|发文单位|公开机构|信息来源|信息提供单位|来源|作者)\s*[:：|｜]?\s*"
)
_NAMED: Final = re.compile(r"(?:文件|信息|公文)?(?:标题|名称)[:：|｜]*")
"""What the box above a document writes before the document's title."""
_PUBLISHED_BY: Final = re.compile(
    r"(?:现公布|现发布|特向社会公布|向社会公布|公布|现将|本报告由|，由)(?P<office>[\u4e00-\u9fff（）()]{3,30}?)(?=20\d\d\s*年|编制|制作|公布)"
)
_PLACE: Final = re.compile(r"[\u4e00-\u9fff]+(?:省|市|县|镇|乡|自治州|自治区|(?<!新|发|园|景)区)")
"""In 某某市政府信息公开工作年度报告 the word 政府 is said once for twice."""
_YEAR_ALONE: Final = re.compile(r"[（(]20\d\d年?度?[）)]")
_STANDING: Final = ("区", "县", "市", "州", "镇", "乡", "省", "我", "本", "旗")


@dataclass(frozen=True, slots=True)
class Identity:
    """Office, year and title."""

    office: str
    year: int | None
    title: str


@dataclass(frozen=True, slots=True)
class Title:
    """A title, the rows that it stands in, and the office's name on a line of its own above it."""

    text: str
    rows: frozenset[int] = frozenset()
    office: str = ""


def title_rows(rows: Sequence[Row], document: Document, end: int) -> Title:
    """Return the title, as far as rows before `end` tell; else as the box above or the page's own name has it."""
    lines = [
        row for row in rows if row.number < end and row.is_line and 2 <= len(without_spaces(row.text)) <= 60
    ]
    found = [title for index in range(len(lines)) if (title := _title_at(lines, index)) is not None]
    if found:
        return found[-1]
    for line in lines:
        text = without_spaces(line.text)
        name = _NAMED.match(text)
        if name and _is_title(text[name.end() :].strip("|｜")):
            return Title(text[name.end() :].strip("|｜"))
    named = re.split(r"\s*[_|｜>–—]|\s-\s?|-(?=\D)", without_spaces(document.title))[0]
    return Title(named) if _is_title(named) and _YEAR.search(named) else Title("")


def _title_at(lines: Sequence[Row], index: int) -> Title | None:
    """The title that begins on a line and goes on for up to two more, the year in brackets below it included."""
    row = lines[index]
    if _NAMED.match(without_spaces(row.text)):
        return None
    for size in (1, 2, 3):
        part = [
            line
            for place, line in enumerate(lines[index : index + size])
            if line.number == row.number + place
        ]
        text = "".join(without_spaces(line.text) for line in part)
        if (
            len(part) < size
            or any(map(is_boxed, part))
            or not _is_title(text)
            or (size > 1 and any(_is_title(p.text) for p in part))
        ):
            continue
        below = next((line for line in lines if line.number == row.number + size), None)
        if below is not None and _YEAR_ALONE.fullmatch(without_spaces(below.text)):
            text += without_spaces(below.text)
            part.append(below)
        taken = {line.number for line in part}
        above = lines[index - 1] if index and lines[index - 1].number == row.number - 1 else None
        office = without_spaces(above.text) if above is not None and is_office(above.text) else ""
        if above is not None and office and not _office_in(text):
            taken.add(above.number)
            text = office + text
        return Title(text, frozenset(taken), office)
    return None


def _is_title(text: str) -> bool:
    bare = simplified(without_spaces(text))
    if len(bare) > 60 or re.search(
        r"[>。；;?？！!/]|^\d{1,2}\D|https?:|上一篇|下一篇|当前位置|标题[:：]|格式|附件", bare
    ):
        return False
    match = _TITLE.match(bare)
    return bool(match) and len(bare) - (match.end() if match else 0) <= 4


def identify(rows: Sequence[Row], document: Document, texts: Texts, title: Title, end: int) -> Identity:
    """Return office and year; the office is "" and the year None where nothing tells them."""
    office = _office_in(title.text) or title.office
    boxed = next(_boxed(rows, end), "")
    if office.startswith(_STANDING) and texts.signer and _is_short_for(office, texts.signer):
        office = texts.signer
    publisher = _publisher(texts)
    if publisher and boxed.startswith(_STANDING):
        boxed = ""
    author = document.author if is_office(document.author) else ""
    office = office or texts.signer or boxed or publisher or author
    return Identity(office, _year(title.text, texts, rows, end), title.text)


def _office_in(title: str) -> str:
    match = _TITLE.match(simplified(title))
    if not match:
        return ""
    words = re.sub(r"(?:20\d\d|二[〇○Ｏ零O0].{2})\s*年?度?|\d{4}", "", title[: match.end("before")])
    words = re.sub(r"关于|年度|^\W+|的$|《|》|[:：]", "", words)
    words = words.removesuffix("工作").removesuffix("关于").strip("—-_ ")
    if len(words) < 2:
        return ""
    return f"{words}人民政府" if _PLACE.fullmatch(words) else words


def _is_short_for(short: str, full: str) -> bool:
    letters = iter(full)
    return len(full) > len(short) and all(letter in letters for letter in short)


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


def _publisher(texts: Texts) -> str:
    for match in _PUBLISHED_BY.finditer(texts.text("preamble").replace("\n", "")):
        if is_office(match["office"]):
            return match["office"]
    return ""


def _year(title: str, texts: Texts, rows: Sequence[Row], end: int) -> int | None:
    """From the title, the period in the preamble, the year most spoken of, or the one before it was published."""
    preamble = texts.text("preamble")
    period = re.search(r"(20\d\d)\s*年\s*1\s*月\s*1\s*日", preamble)
    for found in (_YEAR.search(title), period, _YEAR.search(preamble)):
        if found:
            return _as_year(found[1])
    spoken = Counter(
        _as_year(match[1]) for lines in texts.sections.values() for match in _YEAR.finditer(" ".join(lines))
    )
    if spoken:
        return spoken.most_common(1)[0][0]
    days = [day for row in rows[:end] if (day := date_in(row.text))]
    if texts.signed or days:
        return (texts.signed or days[0]).year - 1
    named = [_as_year(match[1]) for row in rows[:end] for match in _YEAR.finditer(row.text)]
    return named[0] if named else None


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
