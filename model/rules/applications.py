"""Rules on applications (the table of section three) beyond its sums: T3.4, T3.5, T3.7."""

import re
from collections.abc import Iterator
from typing import Final

from model.arithmetic import SIX
from model.findings import Finding, Suggestion
from model.form import Cell
from model.levels import Level
from model.rules.rule import TEXTS, Case, Rule, each_column, has_section, once
from model.values import to_text

_TOTALS: Final = tuple(f"applications.{row}.total" for row in ("received", "carried_in", "carried_out"))
_UNPAID: Final = "applications.other_fee_unpaid.total"
PROCESSING_FEE: Final = "信息处理费"
_OTHER_FEE: Final = re.compile(
    "(?:事业性|经营性|服务性|物业|停车|学校|教育|涉企|殡葬|医疗|培训|景区|垃圾处理|污水处理|规范|违规|乱)收费"
    "|(?:垃圾|污水|废物)处理费"
    "|(?<![无有生])收费(?:目录|标准|政策|项目|公示|清单|行为|站|许可|价格|文件)"
)
_FEE: Final = re.compile(
    f"{PROCESSING_FEE}|"
    "收费|处理费|缴[费款]通知|(?:未|逾期)[^，。；]{0,6}缴"
    "|(?:收取|收缴|缴纳|产生|征收|发生)(?:任何|相关|其他|有关|的|检索|复制|邮寄|处理|[和、及])*费用?|费用(?:收取|减免)"
)
MUCH: Final = 30
"""Per cent of the applications: carrying over more than this is worth a look."""


def _carried_over(case: Case, cells: tuple[Cell, ...]) -> Iterator[Finding]:
    """T3.4: a column's 上年结转 and the 结转下年度 of last year's report differ; the total is told only on its own."""
    cell, out = cells
    value, before = case.report.value(cell.key), case.last(out.key)
    if value is None or before is None or value == before:
        return
    if cell.computed and any(_breaks_off(case, part) for part in case.report.form.sums[cell.key]):
        return
    gap = value - before if value > before else before - value
    message = (
        f"三、{cell.column.name}列：{cell.row.name}（{to_text(value)}）与上年报告的"
        f"“四、结转下年度继续办理”（{to_text(before)}）不一致，相差 {to_text(gap)}"
    )
    offers = () if cell.computed else (Suggestion(cell.key, value, before, "上年报告结转的数"),)
    yield Finding(
        "T3.4", Level.EXPLAIN, message, (cell.key,), value, before, cell.table.section, suggestions=offers
    )


def _breaks_off(case: Case, carried_in: str) -> bool:
    """Whether a column's 上年结转 is known not to be what last year's report carried out."""
    value = case.report.value(carried_in)
    before = case.last(carried_in.replace(".carried_in.", ".carried_out."))
    return value is not None and before is not None and value != before


def _much_left(case: Case) -> Iterator[Finding]:
    """T3.5: more is carried over than an office usually leaves."""
    received, carried_in, carried_out = (case.report.value(key) for key in _TOTALS)
    if received is None or carried_in is None or carried_out is None or min(received, carried_in) < 0:
        return
    if 100 * carried_out > MUCH * (received + carried_in):
        message = (
            f"三、结转下年度继续办理（{carried_out}）超过本年新收（{received}）＋上年结转（{carried_in}）"
            f"＝{received + carried_in} 的 {MUCH}%，请核对"
        )
        page = case.report.form.cells[_TOTALS[0]].table.section
        yield Finding("T3.5", Level.HINT, message, _TOTALS, carried_out, received + carried_in, page)


def tells_of_fee(text: str) -> bool:
    """Return whether a text speaks of what those who apply may have to pay, by its name or barely: 发出收费通知, 未收费."""
    return _FEE.search(_OTHER_FEE.sub("", text)) is not None


def _fee_not_told(case: Case) -> Iterator[Finding]:
    """T3.7: fees were asked for, as some applicants did not pay them, and the report is silent on fees."""
    value = case.report.value(_UNPAID)
    if not value or tells_of_fee(case.texts.get("other_matters", "")):
        return
    cell = case.report.form.cells[_UNPAID]
    message = (
        f"三、总计列：{cell.row.name}（{to_text(value)}），"
        f"而“{case.report.form.section('other_matters').heading}”没有写到{PROCESSING_FEE}"
    )
    yield Finding("T3.7", Level.EXPLAIN, message, (cell.key,), value, 0, cell.table.section)


RULES: Final = (
    Rule(
        "T3.4",
        Level.EXPLAIN,
        "上年结转应等于上年报告的结转下年度",
        each_column("applications", ("carried_in", "carried_out"), _carried_over),
        formula="每一列：二、上年结转＝上年报告的四、结转下年度继续办理；总计只在各列都一致时单独提出",
        source=f"{SIX}，第三部分表格：逐年接续",
    ),
    Rule(
        "T3.5",
        Level.HINT,
        "结转下年度超过三成",
        once(_much_left, *_TOTALS),
        formula=f"四、结转下年度继续办理不超过（一＋二）的 {MUCH}%",
        source="条例第三十三条：二十个工作日内答复",
    ),
    Rule(
        "T3.7",
        Level.EXPLAIN,
        "有逾期未缴费的，应报告信息处理费",
        once(_fee_not_told, _UNPAID, TEXTS, where=has_section("other_matters")),
        formula="逾期未缴费的件数大于 0 时，第六部分写到信息处理费",
        source="国办公开办函〔2021〕30号，第六部分；国办函〔2020〕109号",
    ),
)
