"""N10: what a draft left open and forgot: a number left out, XX, 某某, （文字描述）. Never found in words that are done."""

import re
import string
from collections.abc import Iterator
from typing import Final

from model.findings import Finding, Level, Spot
from model.prose.passages import Found, by_paragraph
from model.rules.rule import TEXTS, Case, Rule, once

_UNIT: Final = "(?:万元|人次|件|条|个|次|份|期|篇|场|项|人|元|%|％)"
_WORDS_BEFORE: Final = re.compile(r"[\u4e00-\u9fff：]{1,8}$")
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
}
"""Unit → characters before it that make a word of it: spaces in 文  件 are no place for a number."""
_IN_NAMES: Final = frozenset("./@_:-") | frozenset(string.ascii_letters + string.digits)
_CHARACTER_BEFORE: Final = re.compile(r"[\u4e00-\u9fff]$")

_GAP: Final = re.compile(
    rf"(?P<gap>[ \u00a0\u3000_＿]{{1,40}}+)(?P<unit>{_UNIT})(?=[，。；、,;）)“”]|其中|$)"
)
_CROSSES: Final = re.compile("[XxＸｘ×✕*＊]{2,}+")
_SOMEBODY: Final = re.compile(r"某(?:某|[年月日省市县区镇乡局办委])")
_PROMPT: Final = re.compile(
    r"[（(【\[](?:文字描述|文字说明|此处|请填|请在|请输入|待填|待补充|待完善|填写|具体内容)[^（）()【】\[\]\n]{0,30}[）)】\]]"
)
_NO_FIELD: Final = re.compile(r"\{[\u4e00-\u9fff（）]{2,20}\}")


@by_paragraph
def _left_open(paragraph: str) -> Iterator[Found]:
    """Patterns begin with what is rare, and what stands before is looked at afterwards: long texts stay cheap."""
    for match in _GAP.finditer(paragraph):
        before = _WORDS_BEFORE.search(paragraph, max(0, match.start() - 8), match.start())
        if before is not None and _left_out(match["gap"], before[0][-1], match["unit"]):
            yield Found(before.start(), match.end(), paragraph[before.start() : match.end()], "数字漏填")
    for match in _CROSSES.finditer(paragraph):
        around = (
            paragraph[max(0, match.start() - 1) : match.start()] + paragraph[match.end() : match.end() + 1]
        )
        if _IN_NAMES.isdisjoint(around):
            yield Found(match.start(), match.end(), match[0], "待替换的“XX”")
    for match in _SOMEBODY.finditer(paragraph):
        within = _CHARACTER_BEFORE.search(paragraph, max(0, match.start() - 1), match.start())
        if match[0] == "某某" or not within:
            yield Found(match.start(), match.end(), match[0], "待替换的“某”")
    for match in _PROMPT.finditer(paragraph):
        yield Found(match.start(), match.end(), match[0], "待填写的提示")
    for match in _NO_FIELD.finditer(paragraph):
        yield Found(match.start(), match.end(), match[0], "不存在的数字项")


def _left_out(gap: str, before: str, unit: str) -> bool:
    """Whether a number was left out of the gap; pages scatter spaces within words as well."""
    return "_" in gap or "＿" in gap or (len(gap) > 1 and before not in _ENDINGS.get(unit, ""))


def _open(case: Case) -> Iterator[Finding]:
    """N10: what a draft left open."""
    for section, text in case.texts.items():
        for found in _left_open(text):
            message = f"“{found.words}”：{found.says}，请补全或删去"
            spot = Spot(section, found.start, found.end)
            yield Finding("N10", Level.ERROR, message, page=section, spot=spot, quote=found.words)


RULES: Final = (
    Rule(
        "N10",
        Level.ERROR,
        "文字中不能有漏填和待替换的内容",
        once(_open, TEXTS),
        formula="文字中没有漏填的数、XX、某某、（请填……）",
        source="国办公开办函〔2021〕30号：不能遗漏",
    ),
)
