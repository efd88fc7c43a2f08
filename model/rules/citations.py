"""S4: the notice on the form and the regulations, cited under a wrong number, an outdated one, or a title cut short.

A number of another subject (国办发〔2021〕30号 is also that of other documents) is left alone: what is meant is told by the
title in 《》 before the number, and where there is none by the sentence.
"""

import re
from collections.abc import Iterator
from typing import Final

from model.arithmetic import SIX
from model.findings import Finding, Rewording, Spot
from model.form import Form
from model.form_file import form_ids, load_form
from model.levels import Level
from model.prose.passages import Found, by_paragraph
from model.rules.rule import OFFICE, TEXTS, Case, Rule, once

FEES: Final = "国办函〔2020〕109号"
"""国务院办公厅关于印发《政府信息公开信息处理费管理办法》的通知."""
REGULATIONS: Final = "国务院令第711号"
"""《中华人民共和国政府信息公开条例》 as revised, in force since 15 May 2019."""
_IN_FORCE: Final = 2019
_BEFORE: Final = "国务院令第492号"
"""The regulations as they were before; no other decree has the number."""

_NOTICE: Final = re.compile(
    r"(?P<issuer>国(?:办[\u4e00-\u9fff]{0,4}|[函发]))\s*+[〔﹝\[［（(【]?\s*+(?P<year>20\d\d)\s*+[〕﹞\]］）)】年]?\s*+"
    r"第?\s*+(?P<number>\d{1,4})\s*号"
)
_DECREE: Final = re.compile(
    r"国(?:务院)?(?:第\s*(?P<first>\d{2,4})\s*号令|令\s*+第?\s*+(?P<last>\d{2,4})\s*号)"
    r"|第\s*(?P<ahead>\d{2,4})\s*号\s*国务院令"
)
_TITLE: Final = re.compile(
    r"(?:(?:政府)?信息公开|政务公开)?(?:工作)?年(?:度报告|报)格式(?P<trial>[（(]试行[）)])?"
)
_STATE: Final = "中华人民共和国"
_TITLE_BEFORE: Final = re.compile(r"《([^《》]{2,80})》(?:的通知)?》?[”）]?\s*[（(【\[]?\s*$")
_OF_THE_FORM: Final = re.compile("年度报告|年报|格式|本报告|编制(?=[，。]|$)")
_OF_FEES: Final = re.compile("信息处理费|收费")
_OF_REGULATIONS: Final = re.compile("政府信息公开条例")
_BASIS: Final = re.compile("按照|根据|依据|依照|按")
_PAST: Final = re.compile("(?<!新)(?:修订|修改)(?!后|的)|废止|失效|200[78]年")
"""The decree of 2007, in force since 2008, is told of as what was."""
_FORMER: Final = re.compile(r"原(?:来的|先的|有的)?(?:《[^《》]{2,60}》\s*[（(]?\s*)?国务?院?[第令]")
"""原国务院令第492号: told of as what was, whatever rested on it."""
_STOP: Final = re.compile("[。；\n]")


@by_paragraph
def _cited(paragraph: str) -> Iterator[Found]:
    """Every citation: `says` has its kind, what it says in full, the words that tell what is meant, and its sentence."""
    for match in _NOTICE.finditer(paragraph):
        says = f"notice\n{_notice(match)}\n{_meant(paragraph, match)}\n{_around(paragraph, match)}"
        yield Found(match.start(), match.end(), match[0], says)
    for match in _DECREE.finditer(paragraph):
        decree = f"国务院令第{match['first'] or match['last'] or match['ahead']}号"
        yield Found(match.start(), match.end(), match[0], f"decree\n{decree}\n\n{_around(paragraph, match)}")
    for match in _TITLE.finditer(paragraph):
        start = match.start() - len(_STATE) * paragraph.endswith(_STATE, 0, match.start())
        quoted = paragraph[max(0, start - 1) : start] in ("《", "〈")
        if quoted or match["trial"]:
            words = paragraph[start : match.end()]
            title = words.replace("(", "（").replace(")", "）")
            yield Found(start, match.end(), words, f"title\n{title}\n\n")


def _notice(match: re.Match[str]) -> str:
    return f"{match['issuer']}〔{match['year']}〕{match['number']}号"


def _meant(paragraph: str, match: re.Match[str]) -> str:
    """The title right before a number, else the sentence that it stands in."""
    title = _TITLE_BEFORE.search(paragraph, max(0, match.start() - 100), match.start())
    return f"《{title[1]}》" if title else _around(paragraph, match)


def _around(paragraph: str, match: re.Match[str]) -> str:
    """The sentence that a citation stands in."""
    stops = [stop.end() for stop in _STOP.finditer(paragraph, max(0, match.start() - 200), match.start())]
    end = _STOP.search(paragraph, match.end(), match.end() + 200)
    return paragraph[
        stops[-1] if stops else max(0, match.start() - 200) : end.start() if end else match.end() + 200
    ]


def _citations(case: Case) -> Iterator[Finding]:
    """S4: what is cited is not what holds for this report."""
    for section, text in case.texts.items():
        for found in _cited(text):
            kind, said, meant, sentence = found.says.split("\n", 3)
            if kind == "notice":
                preamble = section == "preamble"
                basis = preamble or bool(_BASIS.search(sentence))
                right = _notice_due(case.report.form, said, meant, basis=basis, preamble=preamble)
                right = "" if right in map(_notice, _NOTICE.finditer(sentence)) else right
            elif kind == "decree":
                right = _decree_due(case, said, sentence)
            else:
                right = case.report.form.title
            if right and right != said:
                message = f"{'格式名称' if kind == 'title' else '文号'}“{found.words}”应为“{right}”"
                spot = Spot(section, found.start, found.end)
                change = Rewording(spot, right, right, "改为现行的名称和文号")
                yield Finding(
                    "S4",
                    Level.WARNING,
                    message,
                    page=section,
                    spot=spot,
                    quote=found.words,
                    rewording=change,
                )


def _notice_due(form: Form, said: str, meant: str, *, basis: bool, preamble: bool) -> str:
    """The number under which what is meant is to be cited, "" where that is not certain.

    A number without a title in the preamble is that of the form or of the fees: nothing else is cited there so. Elsewhere
    the notice of an earlier form may be told of; as the `basis` of this report it is wrong.
    """
    bare = preamble and not meant.startswith("《")
    if _number(said) == _number(FEES):
        return FEES if bare or _OF_FEES.search(meant) else ""
    forms = {load_form(form_id).authority for form_id in form_ids()}
    of_form = bool(_OF_THE_FORM.search(meant))
    if said in forms:
        return form.authority if bare or (of_form and basis) else ""
    if _number(said) in set(map(_number, forms)):
        return form.authority if bare or of_form else ""
    return form.authority if (bare or of_form) and said.startswith("国办公开办") else ""


def _number(notice: str) -> str:
    """Year and number of a notice, by which it is known: 〔2021〕30号."""
    return notice[notice.index("〔") :]


def _decree_due(case: Case, said: str, sentence: str) -> str:
    """The decree of the revised regulations in reports on years in which they hold.

    "" where both are named, as in full, and where the earlier decree is told of and nothing rests on it.
    """
    meant = _OF_REGULATIONS.search(sentence) is not None
    if said == _BEFORE:
        told = _PAST.search(sentence) is not None
        meant = not _FORMER.search(sentence) and (_BASIS.search(sentence) is not None or (meant and not told))
    return REGULATIONS if case.report.year >= _IN_FORCE and meant and "711" not in sentence else ""


RULES: Final = (
    Rule(
        "S4",
        Level.WARNING,
        "引用的依据应准确、现行",
        once(_citations, TEXTS, OFFICE),
        formula="格式的名称和文号、条例的令号、信息处理费办法的文号与现行的相同；同号的其他文件不管",
        source=f"{SIX}；{REGULATIONS}；{FEES}",
    ),
)
