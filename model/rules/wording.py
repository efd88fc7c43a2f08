"""Text and form: the five aspects (S5), fees (S7), repeats (S8)."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from model.arithmetic import SIX
from model.findings import Finding, Rewording, Spot
from model.form import Form, Section, SectionKind
from model.levels import Level
from model.number_fields import mask
from model.preamble import is_government
from model.prose.passages import names_in
from model.prose.repeats import repeated, touched_up
from model.rules import problems
from model.rules.applications import PROCESSING_FEE, tells_of_fee
from model.rules.problems import tells_nothing
from model.rules.rule import OFFICE, TEXTS, Case, Rule, once, whole

_ASPECTS: Final = {
    "主动公开": re.compile(
        r"主动公开|(?:公开|发布|公布)(?:各类|政府|政务|公共|重点|其他|其它)*信息[^，。；\d]{0,6}[\d０-９]"
    ),
    "依申请公开": re.compile(
        "依申请|公开申请|(?:收到|新收|接收|受理|办理|处理|答复)(?:[和及与、]..)?(?:各类|公众|群众|[0-9]+件|的)*申请"
    ),
    "政府信息管理": re.compile("信息管理|信息的?发布审核|公开属性|审查|规范性文件.{0,6}管理|清理|管理"),
    "政府信息公开平台建设": re.compile("平台|网站|专栏|公众号|新媒体"),
    "监督保障": re.compile("监督|保障|考核|评议|培训|责任追究"),
}
_OF_GOVERNMENTS: Final = {
    "工作考核": re.compile("考核"),
    "社会评议": re.compile("评议"),
    "责任追究": re.compile("追究|问责|追责"),
}
"""What the reports of governments tell as well, 条例第五十条第（四）项, and the words it is told by."""
_touched: Final = names_in({**_ASPECTS, **_OF_GOVERNMENTS})
_FEE: Final = re.compile(
    rf"{PROCESSING_FEE}[^。；\n]{{0,20}}?(?P<amount>\d[\d,，]{{0,12}}(?:\.\d{{1,4}})?)\s*(?P<unit>万元|元)(?![/／])"
)
SAME: Final = 80
"""Per cent of a section that may be last year's."""
WORTH_TELLING: Final = 30
"""Per cent from which on the share is listed at all; the page of the text always shows it."""
_LONG: Final = 40
"""Characters from which on a section is expected to be written anew: a line that tells of nothing may stay."""


def speaks_of(aspect: str, text: str) -> bool:
    """Whether a text touches an aspect: in the words that offices use for it, or in its own name."""
    return aspect in _touched(text) if aspect in _ASPECTS else aspect in text


def _aspects(case: Case) -> Iterator[Finding]:
    """S5: an aspect that the form asks for and the text does not touch; for a government, what only it must tell."""
    for section in case.report.form.sections:
        text = case.texts.get(section.id)
        if text is None or not section.aspects or _is_empty(case, section):
            continue
        missing = [aspect for aspect in section.aspects if not speaks_of(aspect, text)]
        for aspect in missing:
            message = f"“{section.heading}”没有写到“{aspect}”，应写 {len(section.aspects)} 个方面，缺 {len(missing)} 个"
            yield Finding(
                "S5",
                Level.WARNING,
                message,
                left=len(section.aspects) - len(missing),
                right=len(section.aspects),
                page=section.id,
                quote=aspect,
            )
        yield from _of_governments(case, section)


def _overview(case: Case) -> Iterator[Finding]:
    """S17: a section of which the form says what it must tell is empty or says 无, and the tables are filled."""
    for section in case.report.form.sections:
        if section.aspects and _is_empty(case, section):
            words = case.texts.get(section.id, "").strip()
            told = f"写的是“{words}”" if words else "没有内容"
            message = (
                f"“{section.heading}”{told}，应写{'、'.join(section.aspects)} {len(section.aspects)} 个方面"
            )
            yield Finding("S17", Level.ERROR, message, page=section.id)


def _is_empty(case: Case, section: Section) -> bool:
    """Whether a section has nothing but strokes, or words that there is nothing, where it should have been written."""
    words = "".join(case.texts.get(section.id, "").split())
    return len(words) < _LONG and case.begun(section.id) and tells_nothing(words)


def _of_governments(case: Case, section: Section) -> Iterator[Finding]:
    """What a people's government must tell of its supervision, wherever in the report it tells it."""
    if not is_government(case.report.office):
        return
    told = frozenset[str]().union(*map(_touched, case.texts.values()))
    missing = [name for name in _OF_GOVERNMENTS if name not in told]
    if missing:
        message = (
            f"“{section.heading}”的监督保障没有写到{'、'.join(missing)}；各级人民政府的报告应写工作考核、社会评议和"
            f"责任追究结果情况（条例第五十条第（四）项），缺 {len(missing)} 个"
        )
        yield Finding(
            "S5",
            Level.WARNING,
            message,
            left=len(_OF_GOVERNMENTS) - len(missing),
            right=len(_OF_GOVERNMENTS),
            page=section.id,
            quote=missing[0],
        )


def _fees(case: Case) -> Iterator[Finding]:
    """S7: section six silent on 信息处理费, or with an amount that the fee rates cannot give."""
    section = case.report.form.section("other_matters")
    text = case.texts.get(section.id, "")
    if not tells_of_fee(text):
        if case.begun(section.id):
            message = f"“{section.heading}”没有写到{PROCESSING_FEE}；没有收取的，也应写明收取 0 元"
            yield Finding("S7", Level.WARNING, message, page=section.id)
        return
    for match in _FEE.finditer(text):
        amount = Decimal(re.sub("[,，]", "", match["amount"]))
        spot = Spot(section.id, match.start(), match.end())
        change = None
        if match["unit"] == "万元":
            right = f"{int(amount * 10000)}元"
            message = f"“{match[0]}”：{PROCESSING_FEE}以元为单位，请改为 {int(amount * 10000)} 元"
            change = Rewording(
                Spot(section.id, match.start("amount"), match.end()), right, right, "改以元为单位"
            )
        elif amount % 10:
            message = f"“{match[0]}”：{PROCESSING_FEE}（{match['amount']} 元）应为 10 元的整数倍"
        else:
            continue
        finding = Finding("S7", Level.WARNING, message, page=section.id, spot=spot, quote=match[0])
        yield finding._replace(rewording=change)


def _repeats(case: Case) -> Iterator[Finding]:
    """S8: a section that is last year's."""
    if case.last_year is None:
        return
    for section in case.report.form.sections:
        text = case.texts.get(section.id)
        if section.kind is not SectionKind.TEXT or text is None:
            continue
        before = mask(case.last_year, case.last_year.text(section.id))
        share = repeated(text, before)
        if len(text) < _LONG:
            continue
        if share > SAME:
            level, told = Level.WARNING, f"{share}%（数字不计），超过 {SAME}%，请按本年情况改写"
        elif (changed := touched_up(text, before)) > SAME:
            level = Level.WARNING
            told = (
                f"{share}%（数字不计），连同只改了少数字词的句子共 {changed}%，超过 {SAME}%，请按本年情况改写"
            )
        elif share >= WORTH_TELLING:
            level, told = Level.HINT, f"{share}%（数字不计）"
        else:
            continue
        message = f"“{section.heading}”与上年重复 {told}"
        yield Finding("S8", level, message, left=share, right=SAME, page=section.id)


def _has_aspects(form: Form) -> bool:
    """Whether the form says what a section must tell."""
    return any(section.aspects for section in form.sections)


def _asks_for_fees(form: Form) -> bool:
    """Whether the form wants 信息处理费 reported in its last section."""
    return any(section.id == "other_matters" and PROCESSING_FEE in section.note for section in form.sections)


RULES: Final = (
    Rule(
        "S17",
        Level.ERROR,
        "总体情况应有内容",
        whole(_overview, TEXTS, where=_has_aspects),
        formula="表格填齐以后，第一部分有内容",
        source=f"条例第五十条第（一）至（四）项；{SIX}",
    ),
    Rule(
        "S5",
        Level.WARNING,
        "总体情况应写到五个方面",
        once(_aspects, TEXTS, OFFICE, where=_has_aspects),
        formula="第一部分写到主动公开、依申请公开、政府信息管理、平台建设、监督保障；"
        "各级人民政府的还写到工作考核、社会评议、责任追究",
        source=f"条例第五十条第（四）项；{SIX}",
    ),
    *problems.RULES,
    Rule(
        "S7",
        Level.WARNING,
        "第六部分应报告信息处理费",
        whole(_fees, TEXTS, where=_asks_for_fees),
        formula="第六部分写到信息处理费，以元为单位，为 10 元的整数倍",
        source="条例第五十条第（五）项；国办公开办函〔2021〕30号，第六部分；国办函〔2020〕109号",
    ),
    Rule(
        "S8",
        Level.WARNING,
        "不应与上年报告雷同",
        once(_repeats, TEXTS),
        formula=f"与上年相同的句子，连同只改了少数字词的，不超过一个部分的 {SAME}%",
        source="国办公开办函〔2021〕30号：内容雷同、敷衍塞责",
    ),
)
