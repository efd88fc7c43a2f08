"""What a draft left open and forgot, by kinds: how each looks, how surely it is one, and what makes it no such thing."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from model.levels import Level

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
    "(?:收到|受理|新收|办结|答复|公开|信息|申请|文件|规章|复议|诉讼|决定|许可|处罚|结转|培训|会议|共|共计|合计|达|约|为)$"
)
"""What a number stands behind."""
_QUOTED: Final = re.compile("“[^“”]*”|《[^《》]*》|‘[^‘’]*’")
_NEAR: Final = 40
"""How far from a mark its quotation marks are looked for."""
_WORD: Final = re.compile("[A-Za-zＡ-Ｚａ-ｚ0-9./@_:-]")


@dataclass(frozen=True, slots=True)
class Remains:
    """A kind of remains: what it looks like, how surely it is one, what it is called, and what makes it no such thing.

    `in_data`: it is one among the office's data as well, where everything was typed for its own sake. `holds`: words
    without one character of each of these have none.
    """

    pattern: re.Pattern[str]
    level: Level
    says: str
    stands: Callable[[re.Match[str]], bool] | None = None
    in_data: bool = True
    holds: tuple[str, ...] = ()

    def may_be_in(self, text: str) -> bool:
        """Whether it is worth looking for it in some words."""
        return all(any(character in text for character in characters) for characters in self.holds)


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
    text, start, end = match.string, match.start(), match.end()
    around = text[max(0, start - 1) : start] + text[end : end + 1]
    quoted = (mark.span() for mark in _QUOTED.finditer(text, max(0, start - _NEAR), end + _NEAR))
    return not _WORD.search(around) and not any(first <= start < last for first, last in quoted)


def _begins_a_clause(match: re.Match[str]) -> bool:
    """Whether nothing, or 此处, stands before in the clause: a 制度 that is 待完善 is told of."""
    before = match.string[max(0, match.start() - 3) : match.start()].removesuffix("此处")
    return not before or before[-1] in "，。；：、\n"


def _follows(*words: str) -> Callable[[re.Match[str]], bool]:
    """Return whether one of these words stands right before."""

    def follows(match: re.Match[str]) -> bool:
        return match.string[max(0, match.start() - 4) : match.start()].endswith(words)

    return follows


def _is_told(match: re.Match[str]) -> bool:
    """Whether a number would stand there."""
    return bool(_TOLD.search(match.string[max(0, match.start() - 4) : match.start()]))


def _is_received(match: re.Match[str]) -> bool:
    """Whether applications are said to be received right before, and no number is."""
    before = re.split("[，。；]", match.string[max(0, match.start() - 24) : match.start()])[-1]
    return (
        before.endswith("申请")
        and bool(re.search(r"收到|受理|新收", before))
        and not re.search(r"\d", before)
    )


def _is_in_a_number(match: re.Match[str]) -> bool:
    """Whether it is a letter O among digits, or in the place of a number, and no part of a word."""
    before = match.string[max(0, match.start() - 1) : match.start()]
    return not (before.isascii() and before.isalpha())


def _is_a_day(match: re.Match[str]) -> bool:
    """Whether it stands for a date: 20XX年, 2024年X月, 月X日; a group called X日 does not."""
    before = match.string[max(0, match.start() - 1) : match.start()]
    if match[0][-1] == "年" and re.search(
        r"[2２][0０][0-9０-９]?$", match.string[max(0, match.start() - 3) : match.start()]
    ):
        return True
    return _stands_alone(match) and (match[0][-1] != "日" or len(match[0]) > 3 or before == "月")


def _is_no_name(match: re.Match[str]) -> bool:
    """Whether nobody is named: 张某某 is a name made unknown, as it should be."""
    before = match.string[max(0, match.start() - 1) : match.start()]
    return not "\u4e00" <= before <= "\u9fff" or before in "由和与及向的在是"


def _is_for_the_writer(match: re.Match[str]) -> bool:
    """Whether a bracket speaks to who writes, not to who reads: 请在网站下载 and 填写说明见附件 are for readers."""
    return not re.search(
        "网站|网页|栏目|下载|查阅|查看|登录|点击|说明|须知|指南|要求|规范|格式|标准|方法|见|附件|电话|拨打|申请[表书]|提交|领取|[前后]",
        match[0],
    )


_OPEN: Final = "[（(【\\[〔]"
_CLOSE: Final = "[）)】\\]〕]"
_CROSS: Final = "[XxＸｘ×✕*＊○◯●△□※]"
_CROSSES: Final = _CROSS[1:-1]
_BRACKETS: Final = ("（(【[〔", "）)】]〕")
_UNITS: Final = "万人件条个次份期篇场项元起%％"
_GAPS: Final = " \u00a0\u3000_＿"
_BLANK: Final = r"[ \u3000_＿]"
_NUMERAL: Final = "[〇零一二两三四五六七八九十百千万]"
"""二十%: told in characters, and nothing is missing."""
REMAINS: Final = (
    Remains(
        re.compile(rf"(?P<gap>[ \u00a0\u3000_＿]{{1,40}}+)(?P<unit>{_UNIT}){_END}"),
        Level.ERROR,
        "数字漏填",
        _gap_is_open,
        holds=(_GAPS, _UNITS),
    ),
    Remains(
        re.compile(rf"{_OPEN}(?:[ \u3000]{{0,9}}|(?:具体)?数字|数量|填数){_CLOSE}[ \u3000]?{_UNIT}{_END}"),
        Level.ERROR,
        "数字漏填",
        holds=_BRACKETS,
    ),
    Remains(
        re.compile(rf"(?:(?<=[\u4e00-\u9fff]){_BLANK}{{1,10}}|年{_BLANK}{{1,10}})月{_BLANK}{{1,10}}日"),
        Level.ERROR,
        "日期漏填",
        holds=("月", "日"),
    ),
    Remains(re.compile(r"[_＿]{1,10}[年月日]"), Level.ERROR, "日期漏填", holds=("_＿",)),
    Remains(
        re.compile(rf"[XxＸｘ×✕NnＮｎ?？]{{1,8}}+[ \u3000]?[余多]?{_UNIT}{_END}"),
        Level.ERROR,
        "待替换的数字",
        _stands_alone,
        holds=("XxＸｘ×✕NnＮｎ?？", _UNITS),
    ),
    Remains(
        re.compile(rf"[*＊○◯●△□※#＃]{{1,8}}+[ \u3000]?[余多]?{_COUNTED}{_END}"),
        Level.ERROR,
        "待替换的数字",
        _stands_alone,
        holds=("*＊○◯●△□※#＃", _UNITS),
    ),
    Remains(
        re.compile(rf"[OoＯ]{{1,4}}+\d{{0,9}}{_UNIT}{_END}"),
        Level.ERROR,
        "数字中有字母 O",
        _is_in_a_number,
        holds=("OoＯ", _UNITS),
    ),
    Remains(
        re.compile(rf"l\d{{1,9}}{_UNIT}{_END}"),
        Level.ERROR,
        "数字中有字母 l",
        _is_in_a_number,
        holds=("l", _UNITS),
    ),
    Remains(
        re.compile(rf"(?<=[\u4e00-\u9fff])(?<!{_NUMERAL})[%％]"), Level.ERROR, "数字漏填", holds=("%％",)
    ),
    Remains(
        re.compile(rf"{_CROSS}{{3,4}}[-—－]{_CROSS}{{6,8}}"),
        Level.ERROR,
        "待替换的号码",
        holds=(_CROSSES, "-—－"),
    ),
    Remains(
        re.compile(rf"{_CROSS}{{1,4}}+[年月日](?:{_CROSS}{{1,2}}[月日])?"),
        Level.ERROR,
        "待替换的日期",
        _is_a_day,
        holds=(_CROSSES, "年月日"),
    ),
    Remains(
        re.compile(
            rf"{_OPEN}(?:文字描述|文字说明|待补充|待完善|(?:请填|请输入|请补|待填)[^（）()【】\[\]\n]{{0,30}}){_CLOSE}"
        ),
        Level.ERROR,
        "待填写的提示",
        _is_for_the_writer,
        holds=_BRACKETS,
    ),
    Remains(
        re.compile(r"待(?:补充|完善|填写|核实)(?=[，。；、]|$)"),
        Level.ERROR,
        "待填写的提示",
        _begins_a_clause,
        holds=("待",),
    ),
    Remains(re.compile(r"\{[\u4e00-\u9fff（）]{2,20}\}"), Level.ERROR, "不存在的数字项", holds=("{", "}")),
    Remains(
        re.compile(f"(?P<cross>{_CROSS})(?P=cross)+"),
        Level.EXPLAIN,
        "待替换的“XX”",
        _stands_alone,
        holds=(_CROSSES,),
    ),
    Remains(
        re.compile(f"[表图]{_CROSS}(?=[所。，；、）)]|$)"), Level.EXPLAIN, "待替换的编号", holds=(_CROSSES,)
    ),
    Remains(
        re.compile(
            r"某(?:年某月(?:某日)?|月某日|年(?=[，。、])|某(?=[省市县区镇乡局委办厅]|街道|单位|机关|部门)"
            r"|[省市县区镇乡局](?=(?:人民)?政府|20\d\d|[，。；：]|$|认真|高度|深入|严格|主动|收到|共))"
        ),
        Level.EXPLAIN,
        "待替换的“某”",
        _is_no_name,
        in_data=False,
        holds=("某",),
    ),
    Remains(
        re.compile(
            rf"{_OPEN}(?:此处[填请写插补]|请在[此这]|填写|具体内容)[^（）()【】\[\]\n]{{0,30}}{_CLOSE}"
        ),
        Level.EXPLAIN,
        "待填写的提示",
        _is_for_the_writer,
        holds=_BRACKETS,
    ),
    Remains(
        re.compile(
            rf"{_OPEN}[^（）()【】\[\]\n]{{0,12}}(?:(?:根据|按照?|结合)[^（）()【】\[\]\n]{{0,6}}实际[^（）()【】\[\]\n]{{0,6}}填[写报]?"
            rf"|请(?:各|相关|有关|业务)(?:单位|部门|[科股处]室|镇街)[^（）()【】\[\]\n]{{0,8}}(?:补充|填写|填报|修改|核对|提供)"
            rf"|请(?:自行)?(?:删除|删去|替换|改写)){_CLOSE}"
        ),
        Level.EXPLAIN,
        "待填写的提示",
        _is_for_the_writer,
        holds=_BRACKETS,
    ),
    Remains(
        re.compile(r"(?:此处|该处)?(?:数据|数字)待(?:核实?|补充?|填写?|更新|确认)(?=[，。；、]|$)"),
        Level.EXPLAIN,
        "待填写的提示",
        _begins_a_clause,
        holds=("待",),
    ),
    Remains(
        re.compile(
            rf"{_OPEN}(?:数据|数字|内容|情况|名称|时间|日期|金额|人数|件数)?[待需](?:定|补充?|核|核实|核对|确认|更新|统计|查|查实){_CLOSE}"
        ),
        Level.EXPLAIN,
        "待填写的提示",
        holds=_BRACKETS,
    ),
    Remains(
        re.compile("此处(?:填写|填入|插入|补充)"),
        Level.EXPLAIN,
        "待填写的提示",
        _begins_a_clause,
        holds=("此",),
    ),
    Remains(
        re.compile("TODO|TBD|FIXME|[Ll]orem ipsum"),
        Level.EXPLAIN,
        "待填写的提示",
        _stands_alone,
        holds=("TFLl",),
    ),
    Remains(
        re.compile(rf"几{_COUNTED}{_END}"),
        Level.EXPLAIN,
        "待替换的数字",
        _follows("申请", "办结", "答复", "复议", "诉讼", "信息"),
        holds=("几",),
    ),
    Remains(
        re.compile(r"件，[^。；]{0,9}?(?:办结|答复)件(?=[，。；、]|$)"),
        Level.EXPLAIN,
        "数字漏填",
        _is_received,
        holds=("件",),
    ),
    Remains(re.compile(rf"{_OPEN}[ \u3000]{{1,10}}{_CLOSE}"), Level.EXPLAIN, "待填写的空白", holds=_BRACKETS),
    Remains(
        re.compile(rf"{_OPEN}(?:单位|机关|部门|地区|行政机关)(?:全称|名称|简称){_CLOSE}"),
        Level.EXPLAIN,
        "待替换的名称",
        holds=_BRACKETS,
    ),
    Remains(
        re.compile(rf"[…—]{{1,4}}+{_COUNTED}{_END}"),
        Level.EXPLAIN,
        "待替换的数字",
        _is_told,
        holds=("…—", _UNITS),
    ),
    Remains(
        re.compile(
            rf"(?:(?<!公)共计?|合计|累计|总计|(?<![履合契预节])约)(?:办结|答复|收到|受理)?[件条次起期]{_END}"
        ),
        Level.EXPLAIN,
        "数字漏填",
        holds=("件条次起期",),
    ),
    Remains(re.compile(r"[?？]{3,}+"), Level.EXPLAIN, "待替换的文字", _stands_alone, holds=("?？",)),
    Remains(
        re.compile(r"[$＄]\{\w{1,20}\}|\{\{[^{}\n]{1,20}\}\}"),
        Level.EXPLAIN,
        "待替换的数字项",
        holds=("{", "}"),
    ),
    Remains(
        re.compile(r"[<〈＜](?:具体)?(?:数字|数量|数据|单位|日期|时间)[>〉＞]"),
        Level.EXPLAIN,
        "待替换的文字",
        holds=("<〈＜",),
    ),
    Remains(re.compile(r"信息条(?=[，。；]|$)"), Level.EXPLAIN, "数字漏填", _follows("公开"), holds=("条",)),
)
"""What can be nothing else first: of two that overlap the first is told. Each begins with what is rare: long texts are cheap."""
