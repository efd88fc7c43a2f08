"""Sorts the words of a page: preamble, sections, signature; what belongs to the web site and not to the report stays out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Final

from intake.office_names import is_office, without_seal
from intake.page.flow import Row
from intake.page.headings import Heading
from intake.page.paragraphs import goes_on, width_of
from intake.plain_words import without_spaces
from model.days import WRITTEN_DAY, date_in

_FOLLOWS: Final = re.compile(
    r"[【\[（(●·•▶>»\s]*(?:"
    r"(?:扫一扫|打印|关闭|我要纠错|返回|上一篇|下一篇|上一条|下一条|版权|主办单位|承办单位|技术支持|网站标识码|网站地图"
    r"|友情链接|分享到|责任编辑|浏览次数|阅读次数|点击数|访问量|京ICP|.{0,3}ICP备|备案号|.{0,2}公网安备|Copyright|©|文件下载|附件下载"
    r"|附件\s*\d|附表|关联文件|相关文件|相关链接|相关新闻|相关阅读|相关附件|字体|字号).{0,50}"
    r"|(?:附件|相关信息|主办|承办|分享|编辑|来源|信息来源|联系我们|关于我们|政务微博|政务微信|收藏|公开日期|发布日期|发布时间|发布单位|发布机构|供稿|作者|抄送|分送)"
    r"\s*(?:[:：】\]|丨>»].*|[A-Za-z].*|)"
    r"|https?://[!-~]+(?:\s+\d{1,3}/\d{1,3})?"
    r")",
    re.IGNORECASE,
)
"""How a line begins that a site puts below a document."""
_OTHER_REPORT: Final = re.compile(
    r"[·•▪●\s]*[\u4e00-\u9fff（）()]{0,40}20\d\d\s*年度?政府信息公开(?:工作)?年度报告(?:\s*[\[(（]?20\d\d-\d\d-\d\d[\])）]?)?"
)
"""A line that is a report's title and nothing else: a link, or what each sheet has at its top."""
_BOX: Final = re.compile(
    r"(索引号|信息索引|公开目录|发布机构|发文机关|发布日期|发文日期|发布时间|成文日期|生成日期|主题词|主题分类|体裁分类|分类|文号"
    r"|公开方式|公开形式|公开范围|公开时限|时效|有效性|内容概述|信息名称|名称|标题|来源|字体|字号|浏览次数|点击数|阅读次数|访问量"
    r"|作者|信息分类|组配分类|服务对象|关键词|责任部门|发布单位|失效日期)[:：|｜\s　]"
)
_NOTE: Final = re.compile(
    r"[（(]?(?:数据)?单位[:：]?(?:件|条|万元|元|件、万元)?[）)]?|[（(]?20\d\d年度?[）)]?|[（(]20\d\d年\d{1,2}月(?:\d{1,2}日)?[）)]|[（(]此件.{0,12}公开.{0,6}[）)]"
)
"""A line of its own above a table or below the words, that is no part of them."""
_TO_SIGN: Final = re.compile(r"(?:单位负责人|审核人|填报人|联系电话|填报日期)[:：]")
"""How the line to be signed below a statistics table begins."""
_PLACEHOLDER: Final = re.compile(r"\[?(?:图片|image)\]?", re.IGNORECASE)
_ENDS: Final = tuple("。！？；")
"""Marks behind which a line begins anew."""
_SENTENCE: Final = re.compile(r"[，。；,;]")
_CLOSED: Final = re.compile(r"[。！？：:；;）)][”』」）)]?$")
_SHORTEST: Final = 16
"""Characters of a sentence that stands alone before the first heading."""
_FULL: Final = 0.8
"""Of the longest line: a line that long, and open at its end, goes on below."""


@dataclass(slots=True)
class Texts:
    """What a page says in words: by section ("preamble" among them), who signed it and when, rows left over."""

    sections: dict[str, list[str]] = field(default_factory=dict)
    signer: str = ""
    signed: date | None = None
    foreign: list[str] = field(default_factory=list)

    def text(self, section: str) -> str:
        """The words of a section, a paragraph a line."""
        return "\n".join(self.sections.get(section, ()))


def texts_of(
    rows: Sequence[Row], headings: Sequence[Heading], used: frozenset[int], title: frozenset[int]
) -> Texts:
    """Return the words of rows that no table has claimed (`used`), sorted by the headings above them."""
    texts = Texts()
    by_row = {heading.row: heading for heading in headings}
    title = title.union(*(heading.others for heading in headings))
    first = headings[0].row if headings else 0
    opening, torn = _preamble(
        [row for row in rows if row.number < first and row.number not in used and row.filled], title
    )
    width = width_of([row for row in rows if row.number not in used])
    indents = sum(row.indented for row in rows) > 1
    current = "preamble"
    last = headings[-1].section if headings else "preamble"
    over = False
    before: Row | None = None
    for row in rows:
        heading = by_row.get(row.number)
        if heading is not None:
            current, over, before = heading.section, False, None
            if heading.rest:
                texts.sections.setdefault(current, []).append(heading.rest)
            continue
        if row.number in used or row.number in title or over or not row.filled:
            continue
        if current == last and headings and _FOLLOWS.fullmatch(row.text.strip()):
            over = True
            continue
        if current == "preamble" and headings and row.number not in opening:
            continue
        ended = before is None or before.text.rstrip().endswith(_ENDS)
        if current != "preamble" and ended and _OTHER_REPORT.fullmatch(row.text.strip()):
            continue
        joined = before is not None and (
            before.number in torn or goes_on(before, row, width, indents=indents)
        )
        _add(texts, current, row, joined=joined)
        before = row
    _take_signature(texts, last)
    return texts


def is_boxed(row: Row) -> bool:
    """Whether a line is of the box that sites put above a document: number, publisher, date."""
    text = without_spaces(row.text)
    shown = [
        f"{text} " if len(text) < 12 else text,
        f"{row.text.strip()} ",
        *(f"{p.text} " for p in row.filled[:1]),
    ]
    return any(_BOX.match(each) for each in shown) or (len(row.filled) > 1 and "|" in text)


def _preamble(rows: Sequence[Row], title: frozenset[int]) -> tuple[frozenset[int], frozenset[int]]:
    """The lines before the first heading that are sentences, or parts of one, and those that go on in the line below.

    The rest is the page's own.
    """
    begin = max((row.number for row in rows if row.number in title), default=-1)
    lines = [row for row in rows if row.number not in title and not _is_of_the_page(row)]
    kept = {row.number for row in lines if _is_sentence(row, below_title=0 <= begin < row.number)}
    # What stands above the title is not the report's where something stands below it: a letter, a summary.
    kept = {number for number in kept if number > begin} or kept
    widest = max((len(row.text) for row in lines if row.number in kept), default=0)
    open_ended = {
        row.number
        for row in lines
        if len(row.text) >= max(_SHORTEST, _FULL * widest) and not _CLOSED.search(row.text)
    }
    pairs = [(above, below) for above, below in pairwise(lines) if above.number in open_ended]
    pairs = [(above, below) for above, below in pairs if _adjacent(above, below)]
    for above, below in reversed(pairs):
        if below.number in kept and above.number > begin:
            kept.add(above.number)
    for above, below in pairs:
        if above.number in kept:
            kept.add(below.number)
    return frozenset(kept), frozenset(above.number for above, _ in pairs if above.number in kept)


def _adjacent(above: Row, below: Row) -> bool:
    return below.number == above.number + 1 and not below.blanks and not below.indented


def _is_sentence(row: Row, *, below_title: bool) -> bool:
    text = row.text.strip()
    whole = below_title and len(text) >= _SHORTEST // 2 and _CLOSED.search(text) is not None
    return whole or (len(text) >= _SHORTEST and bool(_SENTENCE.search(text)))


def _is_of_the_page(row: Row) -> bool:
    return is_boxed(row) or row.text.strip().startswith((">", "›", "您", "当前位置", "今天"))


def _add(texts: Texts, section: str, row: Row, *, joined: bool) -> None:
    if row.table >= 0 and len(row.filled) > 1:
        texts.foreign.append(row.text)
    said = texts.sections.setdefault(section, [])
    for line in (
        row.text.split("\n") if row.table < 0 or len(row.filled) > 1 else row.filled[0].text.split("\n")
    ):
        words = line.strip().strip("|｜").strip()
        if joined and said and words:
            said[-1] += words
        elif words and not _is_of_a_table(words) and not _PLACEHOLDER.fullmatch(words):
            said.append(words)


def _is_of_a_table(words: str) -> bool:
    """Whether a line is the unit above a table or the names below it."""
    plain = without_spaces(words)
    signed = _TO_SIGN.match(plain) and not _SENTENCE.search(plain)
    return bool(_NOTE.fullmatch(plain) or signed)


def _take_signature(texts: Texts, last: str) -> None:
    """Office and date under the last section are no text of it: compose prints them from the office's data.

    What stands below them belongs to the site, unless it is said in whole sentences: a paragraph that was added at the end.
    """
    lines = texts.sections.get(last, [])
    for place, line in enumerate(lines):
        signer, day = _signature(line)
        said_below = any(below.endswith("。") for below in lines[place + 1 :])
        above = _office_above(lines, place) if day and not signer else ""
        if day and (signer or above or not said_below):
            texts.signer, texts.signed = signer or above, day
            del lines[place - bool(above) : place + 1 if said_below else len(lines)]
            return
    texts.signer = _office_above(lines, len(lines))
    if texts.signer:
        lines.pop()


def _office_above(lines: Sequence[str], place: int) -> str:
    """The office that signs in the line above a place, "" where that line is part of a text."""
    if place < 2 or lines[place - 2].endswith(("，", "、", "：")):
        return ""
    office = without_seal(lines[place - 1])
    return office if is_office(office) else ""


def _signature(line: str) -> tuple[str, date | None]:
    """The office, where it stands on the same line, and the date of a line that holds nothing else."""
    match = WRITTEN_DAY.search(line)
    if not match or match.start() > 40 or without_spaces(line[match.end() :]):
        return "", None
    before = without_seal(line[: match.start()])
    return (before, date_in(line)) if not before or is_office(before) else ("", None)
