"""Rules on the annex table of form 2014 beyond its sums: P9, P10."""

from collections.abc import Iterator
from typing import Final

from model.findings import Finding
from model.levels import Level
from model.rules.rule import Case, Rule, once
from model.rules.sums import side
from model.values import to_text

_HANDLED: Final = "statistics.handled.count"
_ANSWERED: Final = "statistics.answered.count"
_DISCLOSED: Final = "statistics.disclosed.count"
_WAYS: Final = tuple(
    f"statistics.by_{way}.count" for way in ("gazette", "website", "microblog", "wechat", "other")
)


def _answered(case: Case) -> Iterator[Finding]:
    """P9: what was handled was answered."""
    answered, handled = case.report.value(_ANSWERED), case.report.value(_HANDLED)
    if answered is None or handled is None or answered == handled:
        return
    cells = case.report.form.cells
    message = (
        f"{cells[_ANSWERED].row.name}（{answered}）与{cells[_HANDLED].row.name}（{handled}）不一致，"
        f"相差 {abs(answered - handled)}，请核对"
    )
    yield Finding(
        "P9", Level.WARNING, message, (_ANSWERED, _HANDLED), answered, handled, cells[_HANDLED].table.section
    )


def _ways(case: Case) -> Iterator[Finding]:
    """P10: each piece of information went out in at least one way."""
    ways, disclosed = side(case.report, _WAYS), case.report.value(_DISCLOSED)
    if ways is None or disclosed is None or ways >= disclosed:
        return
    cell = case.report.form.cells[_DISCLOSED]
    message = f"不同渠道和方式公开数之和（{to_text(ways)}）少于{cell.row.name}（{disclosed}），相差 {disclosed - ways}，请核对"
    yield Finding("P10", Level.WARNING, message, (_DISCLOSED, *_WAYS), ways, disclosed, cell.table.section)


RULES: Final = (
    Rule(
        "P9",
        Level.WARNING,
        "申请答复数与办结数不一致",
        once(_answered, _ANSWERED, _HANDLED),
        formula="申请答复数＝申请办结数",
        source="国办发〔2014〕32号统计表；审核惯例",
    ),
    Rule(
        "P10",
        Level.WARNING,
        "各渠道公开数之和少于主动公开数",
        once(_ways, _DISCLOSED, *_WAYS),
        formula="各种渠道和方式公开数之和不小于主动公开政府信息数",
        source="国办发〔2014〕32号统计表；审核惯例",
    ),
)
