"""Text and form: the five aspects (S5), fees (S7), repeats (S8).

The words of the aspects are data: `resources/words/aspects.toml`.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Final, NamedTuple

from model.arithmetic import SIX
from model.findings import Finding, Rewording, Spot
from model.form import Form, Section, SectionKind
from model.levels import Level
from model.number_fields import mask
from model.preamble import is_government
from model.prose.passages import names_in, paragraphs
from model.prose.repeats import repeated, touched_up
from model.rules import problems
from model.rules.applications import PROCESSING_FEE, tells_of_fee
from model.rules.problems import tells_nothing
from model.rules.rule import OFFICE, TEXTS, Case, Rule, once, whole
from model.word_files import whole_words, words_in

FILE: Final = "words/aspects.toml"
_FEE: Final = re.compile(
    rf"{PROCESSING_FEE}[^。；\n]{{0,20}}?(?P<amount>\d[\d,，]{{0,12}}(?:\.\d{{1,4}})?)\s*(?P<unit>万元|元)(?![/／])"
)
SAME: Final = 80
"""Per cent of a section that may be last year's."""
WORTH_TELLING: Final = 30
"""Per cent from which on the share is listed at all; the page of the text always shows it."""
_SHORT: Final = 16
"""Characters of a text that are shown where it says nothing."""
_LONG: Final = 40
"""Characters from which on a section is expected to be written anew: a line that tells of nothing may stay."""


class _Words(NamedTuple):
    """The aspects and what governments tell as well, by the words that touch them; `touched` are those of a text."""

    aspects: Mapping[str, re.Pattern[str]]
    of_governments: Mapping[str, re.Pattern[str]]
    touched: Callable[[str], frozenset[str]]


@cache
def _words() -> _Words:
    data = words_in(FILE)
    with whole_words():
        aspects, of_governments = (
            {name: re.compile("|".join(words)) for name, words in data[table].items()}
            for table in ("aspect", "government")
        )
        return _Words(aspects, of_governments, names_in({**aspects, **of_governments}))


def speaks_of(aspect: str, text: str) -> bool:
    """Whether a text touches an aspect: in the words that offices use for it, or in its own name."""
    return aspect in _words().touched(text) if aspect in _words().aspects else aspect in text


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
            words = "".join(case.texts.get(section.id, "").split())
            begin = words if len(words) <= _SHORT else f"{words[:_SHORT]}…"
            told = f"写的是“{begin}”" if words else "没有内容"
            message = (
                f"“{section.heading}”{told}，应写{'、'.join(section.aspects)} {len(section.aspects)} 个方面"
            )
            yield Finding("S17", Level.ERROR, message, page=section.id)


def _is_empty(case: Case, section: Section) -> bool:
    """Whether a section has nothing but headings, strokes, or words that there is nothing, where it should have been written."""
    if not case.begun(section.id):
        return False
    lines: list[str] = []
    for _, paragraph in paragraphs(case.texts.get(section.id, "")):
        lines.append("".join(paragraph.split()))
        if len(lines[-1]) >= _LONG:
            return False
    return tells_nothing("\n".join(lines), _headings(section))


@cache
def _headings(section: Section) -> frozenset[str]:
    """What may stand as a heading in a section: its own and its aspects', be 情况 behind them or not."""
    own = section.heading.partition("、")[2]
    return frozenset({own, *section.aspects, *(f"{aspect}情况" for aspect in section.aspects)})


def _of_governments(case: Case, section: Section) -> Iterator[Finding]:
    """What a people's government must tell of its supervision, wherever in the report it tells it."""
    if not is_government(case.report.office):
        return
    due = _words().of_governments
    told = frozenset[str]().union(*map(_words().touched, case.texts.values()))
    missing = [name for name in due if name not in told]
    if missing:
        message = (
            f"“{section.heading}”的监督保障没有写到{'、'.join(missing)}；各级人民政府的报告应写工作考核、社会评议和"
            f"责任追究结果情况（条例第五十条第（四）项），缺 {len(missing)} 个"
        )
        yield Finding(
            "S5",
            Level.WARNING,
            message,
            left=len(due) - len(missing),
            right=len(due),
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
