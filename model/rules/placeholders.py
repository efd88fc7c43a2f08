"""N10: what a draft left open and forgot. An error where it can be nothing else, to be explained where it may be words."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from model.findings import Finding, Level, Spot
from model.prose.passages import Found, by_paragraph
from model.rules.rule import TEXTS, Case, Rule, once

_UNIT: Final = "(?:万元|人次|件|条|个|次|份|期|篇|场|项|人|元|起|%|％)"
_COUNTED: Final = "(?:万元|人次|件|条|次|份|期|篇|场|起|%|％)"
"""Units that stand at the end of no word before which a blank could have got by chance."""
_END: Final = r"(?=[，。；、,;：:）)“”]|其中|$)"
_ENDINGS: Final = {
    "件": "文条附证案邮软硬事信要稿办",
    "人": "个工法本责系请",
    "个": "整各多每",
    "份": "月省身年股备",
    "次": "层档批多历首本",
    "期": "定日长近同按限后前时周学",
    "项": "事专选各款",
    "元": "多单",
    "场": "市现立广会",
    "条": "线头逐",
    "起": "一发引",
}
"""Unit → characters before it that make a word of it: spaces in 文  件 are no place for a number."""
_TOLD: Final = re.compile(
    "(?:收到|受理|新收|办结|答复|公开|信息|申请|文件|规章|复议|诉讼|决定|许可|处罚|结转|培训|会议|共|共计|合计|达|约)$"
)
"""What a number stands behind."""
_QUOTED: Final = re.compile("“[^“”]*”|《[^《》]*》|‘[^‘’]*’")
_LEAD: Final = re.compile(r"[\u4e00-\u9fff：]+$")
_WORD: Final = re.compile("[A-Za-z0-9./@_:-]")


@dataclass(frozen=True, slots=True)
class _Remains:
    """A kind of remains: what it looks like, how surely it is one, what it is called, and what makes it no such thing."""

    pattern: re.Pattern[str]
    level: Level
    says: str
    stands: Callable[[re.Match[str]], bool] | None = None


def _gap_is_open(match: re.Match[str]) -> bool:
    """Whether a number was left out of the gap; pages scatter spaces within words as well."""
    gap, before = match["gap"], match.string[max(0, match.start("gap") - 8) : match.start("gap")]
    if not before or not "\u4e00" <= before[-1] <= "\u9fff":
        return before.endswith("：")
    if "_" in gap or "＿" in gap:
        return True
    if before[-1] in _ENDINGS.get(match["unit"], ""):
        return False
    return len(gap) > 1 or bool(re.fullmatch(_COUNTED, match["unit"]) and _TOLD.search(before))


def _stands_alone(match: re.Match[str]) -> bool:
    """Whether letters are no part of a name, an address or a number, and are not quoted."""
    text = match.string
    around = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
    quoted = (mark.span() for mark in _QUOTED.finditer(text))
    return not _WORD.search(around) and not any(a <= match.start() < b for a, b in quoted)


def _is_no_name(match: re.Match[str]) -> bool:
    """Whether nobody is named: 张某某 is a name made unknown, as it should be."""
    before = match.string[max(0, match.start() - 1) : match.start()]
    return not "\u4e00" <= before <= "\u9fff" or before in "由和与及向的在是"


def _is_for_the_writer(match: re.Match[str]) -> bool:
    """Whether a bracket speaks to who writes, not to who reads: 请在网站下载 and 填写说明见附件 are for readers."""
    return not re.search(
        "网站|网页|栏目|下载|查阅|查看|登录|点击|说明|须知|指南|要求|见|附件|电话|拨打", match[0]
    )


_OPEN: Final = "[（(【\\[〔]"
_CLOSE: Final = "[）)】\\]〕]"
_CROSS: Final = "[XxＸｘ×✕*＊]"

_REMAINS: Final = (
    _Remains(
        re.compile(rf"(?P<gap>[ \u00a0\u3000_＿]{{1,40}}+)(?P<unit>{_UNIT}){_END}"),
        Level.ERROR,
        "数字漏填",
        _gap_is_open,
    ),
    _Remains(re.compile(rf"{_OPEN}[ \u3000]{{0,9}}{_CLOSE}[ \u3000]?{_UNIT}{_END}"), Level.ERROR, "数字漏填"),
    _Remains(
        re.compile(rf"(?:{_CROSS}{{1,8}}|[NＮ])[ \u3000]?{_UNIT}{_END}"),
        Level.ERROR,
        "待替换的数字",
        _stands_alone,
    ),
    _Remains(
        re.compile(rf"(?:\d{{1,9}}[OoＯ]\d{{0,9}}|(?<![A-Za-z])[OoＯ]\d{{0,9}}){_UNIT}{_END}"),
        Level.ERROR,
        "数字中有字母 O",
    ),
    _Remains(
        re.compile(rf"{_CROSS}{{1,4}}年|{_CROSS}{{1,2}}月(?:{_CROSS}{{1,2}}日)?|月{_CROSS}{{1,2}}日"),
        Level.ERROR,
        "待替换的日期",
        _stands_alone,
    ),
    _Remains(
        re.compile(
            rf"{_OPEN}(?:(?:文字描述|文字说明|待补充|待完善)|(?:请填|请输入|请补|待填)[^（）()【】\[\]\n]{{0,30}}){_CLOSE}"
        ),
        Level.ERROR,
        "待填写的提示",
    ),
    _Remains(
        re.compile(r"(?:(?<=[，。；：、\n])|^)(?:此处)?待(?:补充|完善|填写|核实)(?=[，。；、]|$)"),
        Level.ERROR,
        "待填写的提示",
    ),
    _Remains(re.compile(r"\{[\u4e00-\u9fff（）]{2,20}\}"), Level.ERROR, "不存在的数字项"),
    _Remains(re.compile(f"{_CROSS}{{2,}}+"), Level.EXPLAIN, "待替换的“XX”", _stands_alone),
    _Remains(
        re.compile(
            r"某年某月(?:某日)?|某月某日|某年(?=[，。、])|某某(?=[省市县区镇乡局委办厅]|街道|单位|机关|部门)"
            r"|某[省市县区镇乡局](?=(?:人民)?政府|20\d\d|[，。；：]|$|认真|高度|深入|严格|主动|收到|共)"
        ),
        Level.EXPLAIN,
        "待替换的“某”",
        _is_no_name,
    ),
    _Remains(
        re.compile(
            rf"{_OPEN}(?:此处[填请写插补]|请在[此这]|填写|具体内容)[^（）()【】\[\]\n]{{0,30}}{_CLOSE}"
        ),
        Level.EXPLAIN,
        "待填写的提示",
        _is_for_the_writer,
    ),
    _Remains(
        re.compile(rf"(?:申请|办结|答复|复议|诉讼|信息)几{_COUNTED}{_END}"), Level.EXPLAIN, "待替换的数字"
    ),
    _Remains(
        re.compile(
            r"(?:收到|受理|新收)[^，。；\d]{0,16}申请件，[^。；]{0,9}?(?:办结|答复)件(?=[，。；、]|$)|公开信息条(?=[，。；]|$)"
        ),
        Level.EXPLAIN,
        "数字漏填",
    ),
)
"""What can be nothing else first: of two that overlap the first is told. Each begins with what is rare: long texts are cheap."""


@by_paragraph
def _left_open(paragraph: str) -> Iterator[Found]:
    taken: list[tuple[int, int]] = []
    for number, remains in enumerate(_REMAINS):
        for match in remains.pattern.finditer(paragraph):
            start, end = match.span()
            if "gap" in match.groupdict():
                start = _lead(paragraph, start)
            free = all(end <= first or last <= start for first, last in taken)
            if free and (remains.stands is None or remains.stands(match)):
                taken.append((start, end))
                yield Found(start, end, paragraph[start:end], str(number))


def _lead(paragraph: str, gap: int) -> int:
    """Where the words before a gap begin, eight at most: they are shown with it."""
    begin = max(0, gap - 8)
    match = _LEAD.search(paragraph[begin:gap])
    return begin + match.start() if match else gap


def _open(case: Case) -> Iterator[Finding]:
    """N10: remains of a draft, each with the level of its kind."""
    for section, text in case.texts.items():
        for found in _left_open(text):
            remains = _REMAINS[int(found.says)]
            message = f"“{found.words}”：{remains.says}，请补全或删去"
            spot = Spot(section, found.start, found.end)
            yield Finding("N10", remains.level, message, page=section, spot=spot, quote=found.words)


RULES: Final = (
    Rule(
        "N10",
        Level.ERROR,
        "文字中不能有漏填和待替换的内容",
        once(_open, TEXTS),
        formula="没有漏填的数、XX件、X月X日、（文字描述）、（请填……）、待补充；"
        "其他的 XX、某某、写给填表人的提示，可能属实的可以说明",
        source="国办公开办函〔2021〕30号：不能遗漏",
        also=Level.EXPLAIN,
    ),
)
