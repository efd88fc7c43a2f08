"""Text against tables: numbers told in words, compared with the cells they speak of, and with each other.

Never an error: a narrative may use another scope. What is found is quoted, with how the words were read.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from model.findings import Finding
from model.form import Form
from model.levels import Level
from model.prose.claim import Claim, Kind
from model.prose.words.codes import DECISION, DISPUTE, OUTCOME, RESULT
from model.rules.change_fields import outdated_bases
from model.rules.rule import OFFICE, TEXTS, Case, Judgement, Rule
from model.rules.told.claim_findings import finding_on, numeral_of, plain, shown
from model.rules.told.claim_judged import judge, only_slip
from model.rules.told.likely_slips import slips
from model.rules.told.own_claims import Place, claims_of, is_beside_the_tables, told_in
from model.rules.told.reckoned import reckoned
from model.rules.told.told_outright import contradicted
from model.values import to_text

_TITLES: Final = {
    "N1": (
        "文字中的收到申请数与表格一致",
        "收到、受理、办理申请 N 件＝新收总计（办理的也可以是办结总计，或新收＋上年结转）",
    ),
    "N2": ("文字中的上年结转数与表格一致", "上年结转 N 件＝上年结转总计"),
    "N3": ("文字中的办结数与表格一致", "办结、答复 N 件＝办理结果总计"),
    "N4": ("文字中的结转下年度数与表格一致", "结转下年度、正在办理 N 件＝结转下年度总计"),
    "N5": ("文字中的各类办理结果与表格一致", "予以公开、部分公开等 N 件＝该类合计；几类并提的＝几类之和"),
    "N6": ("文字中的行政复议、行政诉讼数与表格一致", "行政复议、行政诉讼 N 件＝第四部分的总计"),
    "N7": (
        "文字中的规范性文件、行政许可、行政处罚数与表格一致",
        "规章、规范性文件、许可、处罚、强制、收费 N＝第二部分的数；收费可四舍五入到所写的小数位",
    ),
    "N8": (
        "文字中的百分比与表格一致",
        "占 N%＝部分÷整体，办结率、答复率、公开率也是；相差不超过 0.1 个百分点；部分、整体都是文中别的数的，为提醒",
    ),
    "N9": ("文字说未收到申请，应与表格一致", "未收到申请，则新收总计＝0；反之亦然"),
    "N11": ("文字中的各类申请人申请数与表格一致", "自然人、法人或其他组织等申请 N 件＝该类申请人新收"),
    "N12": ("文字中的复议、诉讼结果与表格一致", "维持、纠正、其他结果、尚未审结 N 件＝第四部分的数"),
    "N13": (
        "文字中与上年的比较与两年表格一致",
        "比上年增长 N%（或 N 件）、是上年的 N 倍＝由本年与上年的数算得，百分数、倍数相差不超过所写的末位；"
        "文中插入的增减数按上年报告现在的数计算",
    ),
    "N14": (
        "文字中的总数等于各项之和",
        "共 N，其中甲、乙、丙：各项之和不大于 N，也不像是写错了一个数；合计 N＝前述各项之和；按申请方式分的各项之和＝收到申请数",
    ),
    "N15": ("同一个数在两处应写得一样", "全年某事 N：别处用同样的话再写时，数也相同"),
    "N16": (
        "用别的话写的数，与旁边的数一样来自表格",
        "离数最近的词说的 N＝表格的数：只差一笔之误（相差 3 以内、20% 以内或错一两个数字），旁边的数都与表格一致，"
        "或数大而只差一点，或这句话没有别的读法，才提示",
    ),
    "N17": (
        "一起写的数互相对得上",
        "一起写的几个数（办结与各类结果、新收与各类申请人、制发、废止与现行有效等），别的都与表格一致，只有一个不同；或文中的合计、占比、平均、"
        "增减，与用所写的数算出来的不同：只差一笔之误（相差几件，或错、漏、多、颠倒一个数字）的才提示；收费金额与表格的数相同而单位写成元的",
    ),
    "N18": (
        "不写数的话也与表格一致",
        "均已办结、无结转、全部予以公开、未发生行政复议（诉讼），以及比上年减少、增长、持平、翻番，与两年表格一致；一句中还说别的事的不比",
    ),
}


def _compare(code: str) -> Callable[[Case], Iterator[Finding]]:
    """The look of one rule, N1–N9 and N11–N14."""

    def find(case: Case) -> Iterator[Finding]:
        """What the words claim under this code that the tables deny."""
        for told in told_in(case):
            for place, claim in told.own:
                finding = judge(case, place, claim) if _may_be(claim, code) else None
                beside = finding is not None and is_beside_the_tables(case, place, claim)
                if finding is not None and finding.code == code and not beside:
                    yield finding
            for doubtful in told.doubtful:
                if any(_may_be(claim, code) for claim in doubtful.claims):
                    yield from (finding for finding in only_slip(case, doubtful) if finding.code == code)

    return find


def _told_twice(case: Case) -> Iterator[Finding]:
    """N15: what is told again in the same words with another number."""
    before: dict[str, tuple[Place, Claim]] = {}
    for place, claim in claims_of(case):
        if claim.kind is not Kind.NAMED or claim.quantity.low != claim.quantity.high:
            continue
        first_place, first = before.setdefault(claim.read, (place, claim))
        if first.quantity.low != claim.quantity.low:
            form = case.report.form
            here, there = (
                f"{numeral_of(form, told.section)}“{shown(each.words)}”"
                for told, each in ((place, claim), (first_place, first))
            )
            numbers = "、".join(to_text(plain(each.quantity.low)) for each in (claim, first))
            message = f"{here}与{there}说的是同一件事，数不一样（{numbers}）"
            left, right = plain(claim.quantity.low), plain(first.quantity.low)
            finding = finding_on(form, place, claim, "N15", message, left, right, ())
            yield finding._replace(level=Level.WARNING)


def _may_be(claim: Claim, code: str) -> bool:
    return claim.code == code or (claim.code == "N1" and code == "N9") or (claim.back == 1 and code == "N13")


_NAMES: Final = {
    "N2": "上年结转申请数",
    "N4": "结转下年度申请数",
    "N5": "其他处理数",
    "N8": "其他处理数",
    "N11": "自然人申请数",
    "N12": "行政复议维持数",
}
"""The number that a form must have for a rule to speak of it: form 2014 tells results apart in another way."""


_OWN_LOOKS: Final = {"N15": _told_twice, "N16": slips, "N17": reckoned, "N18": contradicted}
"""Rules that do not compare claims by their code."""
_REMIND: Final = ("N15", "N16", "N17")


def _plan(code: str) -> Callable[[Form], Iterable[Judgement]]:
    def plan(form: Form) -> Iterator[Judgement]:
        if _NAMES.get(code, "收到申请总数") in form.number_fields:
            yield Judgement((TEXTS, OFFICE, *sorted(form.cells)), _OWN_LOOKS.get(code) or _compare(code))
        if code == "N13":
            yield Judgement((TEXTS, *sorted(form.cells)), outdated_bases)

    return plan


_DOUBTED: Final = (OUTCOME, DISPUTE, DECISION, RESULT, "N8", "N14", "N18")
"""Codes of which some findings only remind: what is told may be some of what the tables count."""
RULES: Final = tuple(
    Rule(
        code,
        Level.WARNING if code in _REMIND else Level.EXPLAIN,
        title,
        _plan(code),
        also=Level.WARNING if code in _DOUBTED else None,
        formula=formula,
        source="审核惯例：文字与表格互相印证",
    )
    for code, (title, formula) in _TITLES.items()
)
