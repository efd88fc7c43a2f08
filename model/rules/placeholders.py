"""N10: what a draft left open and forgot: a number left out, XX, 某某, （文字描述）. Never found in words that are done."""

import re
from collections.abc import Iterator
from typing import Final

from model.findings import Finding, Level, Spot
from model.prose import Found, by_paragraph
from model.rules.rule import TEXTS, Case, Rule, once

_UNIT: Final = "(?:万元|人次|件|条|个|次|份|期|篇|场|项|人|元|%|％)"
_PATTERNS: Final = (
    (
        "数字漏填",
        re.compile(
            rf"[\u4e00-\u9fff：]{{1,8}}(?:[ \u00a0\u3000]{{2,}}+|[_＿]++[ ]?){_UNIT}(?=[，。；、,;）)“”]|其中|$)"
        ),
    ),
    (
        "待替换的“XX”",
        re.compile(r"(?<![A-Za-z0-9./@_:-])(?:[XxＸｘ]{2,}+|[×✕]{2,}+|[*＊]{2,}+)(?![A-Za-z0-9./@_-])"),
    ),
    (
        "待替换的“某”",
        re.compile(r"某某|(?<![\u4e00-\u9fff])某[年月日省市县区镇乡局办委](?![\u4e00-\u9fff]?[些种个])"),
    ),
    (
        "待填写的提示",
        re.compile(
            r"[（(【\[](?:文字描述|文字说明|此处|请填|请在|请输入|待填|待补充|待完善|填写|具体内容)[^（）()【】\[\]\n]{0,30}[）)】\]]"
        ),
    ),
    ("不存在的数字项", re.compile(r"\{[\u4e00-\u9fff（）]{2,20}\}")),
)


@by_paragraph
def _left_open(paragraph: str) -> tuple[Found, ...]:
    found = [
        Found(match.start(), match.end(), match[0], says)
        for says, pattern in _PATTERNS
        for match in pattern.finditer(paragraph)
    ]
    return tuple(sorted(found, key=lambda words: words.start))


def _open(case: Case) -> Iterator[Finding]:
    for section, text in case.texts.items():
        for found in _left_open(text):
            message = f"“{found.words}”：{found.says}，请补全或删去"
            spot = Spot(section, found.start, found.end)
            yield Finding("N10", Level.ERROR, message, page=section, spot=spot, quote=found.words)


RULES: Final = (Rule("N10", Level.ERROR, "文字中不能有漏填和待替换的内容", once(_open, TEXTS)),)
