"""Layouts in which offices keep ledgers, each written from the same applications."""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from intake.ledger.sheets import Merge, Raw, Row, Sheet, squared
from tests.intake.ledger.invented import Application, by_quarter

LABELS = {
    "granted": "（一）予以公开", "partial": "（二）部分公开", "refused_state_secret": "1.属于国家秘密",
    "refused_by_law": "2.其他法律行政法规禁止公开", "refused_security_stability": "3.危及“三安全一稳定”",
    "refused_third_party": "4.保护第三方合法权益", "refused_internal_affairs": "5.属于三类内部事务信息",
    "refused_process_information": "6.属于四类过程性信息", "refused_enforcement_file": "7.属于行政执法案卷",
    "refused_administrative_inquiry": "8.属于行政查询事项", "unavailable_not_held": "1.本机关不掌握相关政府信息",
    "unavailable_needs_creation": "2.没有现成信息需要另行制作", "unavailable_still_unclear": "3.补正后申请内容仍不明确",
    "declined_petition": "1.信访举报投诉类申请", "declined_repeat": "2.重复申请", "declined_publication": "3.要求提供公开出版物",
    "declined_excessive": "4.无正当理由大量反复申请", "declined_confirmation": "5.要求行政机关确认或重新出具已获取信息",
    "other_not_corrected": "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    "other_fee_unpaid": "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "other_remaining": "3.其他",
}  # fmt: skip
"""The form's own words."""
WORDS = {
    "granted": ("予以公开", "同意公开", "已主动公开", "全部公开"), "partial": ("部分公开", "区分处理"),
    "refused_state_secret": ("不予公开（国家秘密）", "涉密"), "refused_by_law": ("法律法规禁止公开",),
    "refused_security_stability": ("不予公开-危及社会稳定",), "refused_third_party": ("涉及个人隐私，不予公开", "商业秘密"),
    "refused_internal_affairs": ("内部事务信息",), "refused_process_information": ("过程性信息，不予公开",),
    "refused_enforcement_file": ("行政执法案卷",), "refused_administrative_inquiry": ("行政查询事项",),
    "unavailable_not_held": ("信息不存在", "非本机关", "不属于本机关公开范围"), "unavailable_needs_creation": ("需加工分析",),
    "unavailable_still_unclear": ("补正后仍不明确",), "declined_petition": ("信访投诉举报", "不予处理（信访）"),
    "declined_repeat": ("重复申请",), "declined_publication": ("公开出版物",), "declined_excessive": ("大量反复申请",),
    "declined_confirmation": ("确认或重新出具",), "other_not_corrected": ("逾期不补正",), "other_fee_unpaid": ("逾期未缴费",),
    "other_remaining": ("申请人撤回", "撤回申请"),
}  # fmt: skip
"""Words of everyday."""
GROUPS = {
    "granted": "予以公开", "partial": "部分公开", "refused": "不予公开", "unavailable": "无法提供",
    "declined": "不予处理", "other": "其他处理",
}  # fmt: skip
KIND_WORDS = {
    "natural_person": ("自然人", "公民", "个人"), "enterprise": ("商业企业", "企业", "公司"), "research": ("科研机构", "研究院"),
    "nonprofit": ("社会公益组织", "协会"), "legal_service": ("法律服务机构", "律师事务所"), "other": ("其他", "其他组织"),
}  # fmt: skip
SPELLINGS: Mapping[str, Callable[[date], Raw]] = {
    "day": lambda day: day,
    "dashes": lambda day: f"{day.year}-{day.month}-{day.day}",
    "dots": lambda day: f"{day.year}.{day.month}.{day.day}",
    "slashes": lambda day: f"{day.year}/{day.month:02d}/{day.day:02d}",
    "compact": lambda day: f"{day:%Y%m%d}",
    "number": lambda day: int(f"{day:%Y%m%d}"),
    "characters": lambda day: f"{day.year}年{day.month}月{day.day}日",
    "serial": lambda day: float((day - date(1899, 12, 30)).days),
    "clock": lambda day: f"{day:%Y-%m-%d} 09:30:00",
    "wide": lambda day: f"{day.year}－{day.month}－{day.day}".translate(
        str.maketrans("0123456789－", "０１２３４５６７８９-")
    ),
}


def _columns(heads: str) -> tuple[tuple[str, str], ...]:
    """Heads with what stands below them, written head=what and parted by blanks."""
    return tuple((head, what) for head, _, what in (entry.partition("=") for entry in heads.split()))


PLAIN = _columns(
    "序号=serial 登记编号=number 收到日期=received 申请人=name 申请人类型=kind 申请内容=wanted "
    "答复日期=answered 办理结果=outcome 是否延期=extended 备注=remark"
)


@dataclass(frozen=True)
class Layout:
    """How a ledger is laid out. `says` is how outcomes are told: word, label, pair, code or mark; `kinds` likewise.

    A column of marks is for "outcome:granted" and the like; `sign` is the mark. `spanned`: each head of a group is
    merged over its columns, and all others over both lines.
    """

    name: str
    columns: Sequence[tuple[str, str]] = PLAIN
    says: str = "word"
    kinds: str = "word"
    spelling: str = "day"
    title: tuple[str, ...] = ()
    groups: Mapping[int, str] = field(default_factory=dict)
    quarters: bool = False
    merged: bool = False
    subtotals: bool = False
    foot: bool = False
    blanks: bool = False
    hidden: bool = False
    repeated_head: bool = False
    open_word: str = ""
    headless_after_first: bool = False
    sign: Raw = "√"
    spanned: bool = False

    def sheets(
        self, applications: list[Application], spoilt: Mapping[str, Mapping[str, object]]
    ) -> list[Sheet]:
        """The sheets of a ledger of these applications; what is spoilt is written as it says."""
        dice = random.Random(7)
        if self.quarters:
            parts = [(name, those) for name, those in by_quarter(applications) if those]
        else:
            parts = [("台账", applications)]
        made = []
        for at, (name, those) in enumerate(parts):
            headless = self.headless_after_first and at > 0
            made.append(self._sheet(name, those, spoilt, dice, headless=headless))
        return made

    def _sheet(
        self,
        name: str,
        applications: Sequence[Application],
        spoilt: Mapping[str, Mapping[str, object]],
        dice: random.Random,
        *,
        headless: bool,
    ) -> Sheet:
        rows: list[Row] = []
        merges: list[Merge] = []
        if not headless:
            rows += [[line] for line in self.title]
            if self.groups:
                rows.append(self._upper_line())
                merges += self._spans(len(rows) - 1)
            rows.append([head for head, _ in self.columns])
        hidden = set()
        for at, each in enumerate(applications, 1):
            cells = {**self._cells(each, at, dice), **self._written(spoilt.get(each.number, {}))}
            rows.append([self._raw(cells.get(what, "")) for _, what in self.columns])
            if self.hidden and at % 5 == 0:
                hidden.add(len(rows) - 1)
            if self.blanks and at % 4 == 0:
                rows.append([""] * len(self.columns))
            if self.repeated_head and at % 20 == 0:
                rows.append([head for head, _ in self.columns])
            if self.subtotals and at % 10 == 0:
                rows.append(["小计", "", f"{at}件", "", "", "", "", at])
        if self.merged:
            merges += self._merge_kinds(rows)
        if self.foot:
            rows += [
                ["合计", "", "", len(applications)],
                ["填表人：王某　审核人：李某"],
                ["注：本台账按收到日期登记，补正的不重复登记"],
            ]
        return Sheet(name, squared(rows), tuple(merges), frozenset(hidden))

    def _written(self, spoilt: Mapping[str, object]) -> dict[str, object]:
        cells = dict(spoilt)
        if "outcome" in cells:
            cells["group"] = cells["reason"] = ""
            if self.says == "pair":
                cells["group"] = cells["outcome"]
        if self.says == "mark" and "outcome" in cells:
            cells |= dict.fromkeys((what for _, what in self.columns if what.startswith("outcome:")), "")
            cells |= _SPOILT_MARKS.get(str(cells["outcome"]), {})
        if self.kinds == "mark" and "kind" in cells:
            cells |= {"kind:enterprise": "√", "kind:other": "√"}
        if "kind" in cells:
            cells["sort"], cells["detail"] = cells["kind"], ""
        return cells

    def _cells(self, each: Application, at: int, dice: random.Random) -> dict[str, object]:
        group, reason = _pair(each.outcome)
        cells: dict[str, object] = {
            "serial": at, "number": each.number, "received": each.received, "answered": each.answered or "",
            "name": each.name, "wanted": each.wanted, "extended": "否", "remark": "", "group": group, "reason": reason,
            "outcome": _said(self.says, each.outcome, dice) or self.open_word, "way": "网络", "clerk": "赵某",
            "sort": "公民" if each.kind == "natural_person" else "法人或其他组织",
            "detail": "" if each.kind == "natural_person" else KIND_WORDS[each.kind][0],
        }  # fmt: skip
        cells[f"outcome:{each.outcome}"] = cells[f"kind:{each.kind}"] = self.sign
        if each.outcome is not None:
            cells[f"outcome:{each.outcome.partition('_')[0]}"] = self.sign
        if self.kinds != "name":
            cells["kind"] = dice.choice(KIND_WORDS[each.kind])
        if each.outcome is None and self.says == "pair":
            cells["group"] = self.open_word
        return cells

    def _raw(self, cell: object) -> Raw:
        if isinstance(cell, date):
            return SPELLINGS[self.spelling](cell)
        return cell if isinstance(cell, int) else str(cell)

    def _upper_line(self) -> Row:
        lines = [self.groups.get(at, "") for at in range(len(self.columns))]
        if self.spanned:
            first = min(self.groups)
            lines[:first] = [head for head, _ in self.columns[:first]]
        return list(lines)

    def _spans(self, at: int) -> Iterator[Merge]:
        """The merged areas of a head of two lines, the upper one at a place."""
        if self.spanned:
            starts = [*self.groups, len(self.columns)]
            yield from (Merge(at, column, at + 1, column) for column in range(starts[0]))
            yield from (Merge(at, first, at, end - 1) for first, end in pairwise(starts))

    def _merge_kinds(self, rows: list[Row]) -> list[Merge]:
        """Rows below one another with the same kind of applicant say it once, in a merged cell."""
        column = next(at for at, (_, what) in enumerate(self.columns) if what == "kind")
        first = len(self.title) + 1 + bool(self.groups)
        merges, at = [], first
        while at < len(rows):
            end = at
            while end + 1 < len(rows) and rows[end + 1][column] == rows[at][column] != "":
                end += 1
                rows[end][column] = ""
            if end > at:
                merges.append(Merge(at, column, end, column))
            at = end + 1
        return merges


def _said(says: str, outcome: str | None, dice: random.Random) -> str:
    if outcome is None:
        return ""
    if says == "label":
        return LABELS[outcome]
    return f"K{list(LABELS).index(outcome) + 1:02d}" if says == "code" else dice.choice(WORDS[outcome])


def _pair(outcome: str | None) -> tuple[str, str]:
    if outcome is None:
        return "", ""
    group = GROUPS[outcome.partition("_")[0]]
    return group, "" if outcome in GROUPS else LABELS[outcome].partition(".")[2]


CODES = {f"K{at:02d}": outcome for at, outcome in enumerate(LABELS, 1)}
TITLE = ("云溪县某局2025年政府信息公开申请登记台账",)
_SPOILT_MARKS: Mapping[str, Mapping[str, str]] = {
    "予以公开": {"outcome:granted": "√"},
    "不予公开": {"outcome:refused": "√", "outcome:refused_by_law": "√", "outcome:refused_internal_affairs": "√"},
    "酌情考虑": {"outcome:granted": "酌情"},
}  # fmt: skip
"""What is marked where a ledger with marks is spoilt: an answered row twice, or with something that is no mark."""
_KIND_MARKS = " ".join(f"{words[0]}=kind:{kind}" for kind, words in KIND_WORDS.items())
_OUTCOME_MARKS = " ".join(f"{LABELS[outcome]}=outcome:{outcome}" for outcome in LABELS)
_GROUP_MARKS = " ".join(f"{name}=outcome:{group}" for group, name in GROUPS.items())
_BEFORE_MARKS = "编号=number 收到日期=received 申请人=name 答复日期=answered"
LAYOUTS: Sequence[Layout] = (
    Layout("plain"),
    Layout("title", title=TITLE),
    Layout("title and unit", title=(*TITLE, "填报单位：云溪县某局　　　单位：件")),
    Layout("form labels", says="label", spelling="dashes"),
    Layout("dots", spelling="dots"),
    Layout("slashes", spelling="slashes"),
    Layout("compact text", spelling="compact"),
    Layout("compact number", spelling="number"),
    Layout("characters", spelling="characters", title=TITLE),
    Layout("serial numbers", spelling="serial"),
    Layout("clock", spelling="clock"),
    Layout("full width", spelling="wide"),
    Layout(
        "pair",
        _columns(
            "编号=number 收件日期=received 申请人姓名或名称=name 申请人类别=kind "
            "答复类型=group 具体情形=reason 答复时间=answered"
        ),
        "pair",
    ),
    Layout(
        "pair first",
        _columns(
            "答复类型=group 不予公开理由=reason 办结日期=answered "
            "受理日期=received 受理编号=number 申请人=name 主体类型=kind"
        ),
        "pair",
        open_word="办理中",
    ),
    Layout("codes", says="code"),
    Layout(
        "other order",
        _columns(
            "申请人类型=kind 申请人=name 办理结果=outcome 答复日期=answered "
            "收到日期=received 申请编号=number 信息名称=wanted"
        ),
    ),
    Layout(
        "other heads",
        _columns(
            "登记号=number 登记日期=received 姓名=name 申请人性质=kind "
            "所需信息=wanted 回复日期=answered 答复情况=outcome 方式=way"
        ),
    ),
    Layout(
        "application date",
        _columns(
            "序号=serial 申请号=number 申请日期=received 申请人=name "
            "类别=kind 答复期限=remark 答复日期=answered 处理结果=outcome"
        ),
    ),
    Layout(
        "two lines",
        _columns(
            "序号=serial 编号=number 姓名=name 类型=kind "
            "收到日期=received 答复日期=answered 答复类型=outcome "
            "经办人=clerk"
        ),
        groups={2: "申请人情况", 4: "办理情况"},
        title=TITLE,
    ),
    Layout(
        "kinds in two columns",
        _columns(
            "编号=number 收到时间=received 申请人=name 申请人类型=sort "
            "组织类型=detail 答复时间=answered 答复结果=outcome"
        ),
        kinds="pair",
    ),
    Layout(
        "kinds by name",
        _columns(
            "编号=number 收到时间=received 申请人=name 申请内容=wanted 答复时间=answered 答复结果=outcome"
        ),
        kinds="name",
    ),
    Layout("quarters", quarters=True, title=TITLE),
    Layout("quarters, one head", quarters=True, headless_after_first=True),
    Layout("merged", merged=True),
    Layout("subtotals", subtotals=True, foot=True),
    Layout("blank rows", blanks=True),
    Layout("hidden rows", hidden=True, title=TITLE),
    Layout("head on each page", repeated_head=True, spelling="dashes"),
    Layout("open words", open_word="正在办理", foot=True),
    Layout(
        "marks", _columns(f"{_BEFORE_MARKS} {_KIND_MARKS} {_OUTCOME_MARKS} 备注=remark"), "mark", kinds="mark"
    ),
    Layout(
        "marks under groups",
        _columns(f"{_BEFORE_MARKS} {_KIND_MARKS} {_OUTCOME_MARKS}"),
        "mark",
        kinds="mark",
        sign=1,
        groups={4: "申请人类型", 10: "办理结果"},
        spanned=True,
        title=TITLE,
        foot=True,
    ),
    Layout(
        "marks and reasons",
        _columns(f"{_BEFORE_MARKS} 申请人类型=kind {_GROUP_MARKS} 具体情形=reason"),
        "mark",
        sign="是",
    ),
    Layout(
        "all at once",
        title=TITLE,
        blanks=True,
        foot=True,
        hidden=True,
        subtotals=True,
        spelling="characters",
        says="label",
        open_word="尚未办结",
    ),
)
