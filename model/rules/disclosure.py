"""Rules on 主动公开 (the table of section two): T2.1–T2.5 of form 2021, B3 and B4 of form 2019."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from model.findings import Finding, Suggestion
from model.form import Cell, Form
from model.levels import Level
from model.preamble import level_of, plain_name
from model.rules.rule import OFFICE, Case, Rule, each_cell, each_line, once
from model.values import to_text

_FORM: Final = "国办公开办函〔2021〕30号，第二部分表格"
_NEVER: Final = re.compile(
    r"[县乡镇旗]|苏木|街道|行政?公?署$|兵团|(?<!自治)区(?!的)|(?:局|厅|委|委员会|办公室|中心|站|所|院|园|队|处|公司|集团|分行|支行|海关)$"
)
_NATIONAL: Final = re.compile(r"^(?:国家|国务院|中华人民共和国|中国)(?!.*局.|.*(?:[分支]行|海关)$)")
"""Not the branch of a national department in a place: 国家税务总局甲市税务局, 中国人民银行甲市分行."""
MOST_FEES: Final = {"": 10_000, "县级": 100_000, "省市级": 1_000_000}
"""万元 of fees that an office's year does not reach: that of a department or a town, of a county, of a province or city."""
_PROVINCE_OR_CITY: Final = re.compile(r"(?:省|自治区|市|自治州)(?:人民)?政府(?:办公[厅室])?$")
"""The government itself, or its general office; not what a government has set up: 某市人民政府某街道办事处."""


def _in_force_follows(case: Case, cells: tuple[Cell, ...]) -> Iterator[Finding]:
    """T2.1: what was in force last year, and what was issued and repealed since, does not lead to what is in force."""
    in_force, issued, repealed = (case.report.value(cell.key) for cell in cells)
    before = case.last(cells[0].key)
    if in_force is None or issued is None or repealed is None or before is None:
        return
    due = before + issued - repealed
    if in_force != due:
        words = (
            f"二、{cells[0].row.name}：上年{cells[0].column.name}（{before}）＋{cells[1].column.name}（{issued}）－"
            f"{cells[2].column.name}（{repealed}）＝{due}，{cells[0].column.name}为 {in_force}，相差 {abs(in_force - due)}"
        )
        yield _finding("T2.1", Level.EXPLAIN, words, cells, in_force, due, suggest=due >= 0)


def _in_force_too_few(case: Case, cells: tuple[Cell, ...]) -> Iterator[Finding]:
    """T2.2: less in force than this year added; asked where last year's number is not known."""
    in_force, issued, repealed = (case.report.value(cell.key) for cell in cells)
    if in_force is None or issued is None or repealed is None or case.last(cells[0].key) is not None:
        return
    if in_force < issued - repealed:
        words = (
            f"二、{cells[0].row.name}：{cells[0].column.name}（{in_force}）少于"
            f"{cells[1].column.name}（{issued}）－{cells[2].column.name}（{repealed}）＝{issued - repealed}"
        )
        yield _finding("T2.2", Level.EXPLAIN, words, cells, in_force, issued - repealed)


def _finding(
    code: str,
    level: Level,
    words: str,
    cells: tuple[Cell, ...],
    left: int | Decimal,
    right: int | Decimal,
    *,
    suggest: bool = False,
) -> Finding:
    """A finding on these cells; `suggest` puts the right side in the place of the left, the first cell's."""
    offers = (Suggestion(cells[0].key, left, right, "按上年数推算"),) if suggest else ()
    keys = tuple(cell.key for cell in cells)
    return Finding(code, level, words, keys, left, right, cells[0].table.section, suggestions=offers)


def may_make_regulations(office: str) -> bool:
    """Whether an office of this name may make 规章.

    国务院部门 and 直属机构 may (立法法 2023, 第九十一条), and the governments of provinces, 设区的市 and 自治州 (第九十三条).

    A name that tells neither way is given the benefit of the doubt; so is every city, as names do not tell 设区.
    """
    office = plain_name(office)
    if _PROVINCE_OR_CITY.search(office) and not re.search(r"[县旗]|(?<!自治)区人民政府", office):
        return True
    return bool(_NATIONAL.search(office)) or not _NEVER.search(office)


def _regulations(case: Case) -> Iterator[Finding]:
    """T2.3: regulations of an office whose name tells that it may make none."""
    columns = ("issued", "repealed", "in_force")
    cells = [case.report.form.cells[f"disclosure.regulations.{column}"] for column in columns]
    told = [(cell, value) for cell in cells if (value := case.report.value(cell.key))]
    if told and not may_make_regulations(case.report.office):
        numbers = "、".join(f"{cell.column.name}（{to_text(value)}）" for cell, value in told)
        words = (
            f"二、{cells[0].row.name}：{numbers}应为 0；{case.report.office}没有规章制定权，"
            "规章只由国务院部门和直属机构、省级政府、设区的市和自治州政府制定"
        )
        yield _finding("T2.3", Level.EXPLAIN, words, tuple(cell for cell, _ in told), told[0][1], 0)


def _leaps(case: Case, cell: Cell) -> Iterator[Finding]:
    """T2.4: half as much again, or half as much, as last year."""
    value, before = case.report.value(cell.key), case.last(cell.key)
    if value is None or before is None:
        return
    gap = value - before if value > before else before - value
    if gap > 10 and 2 * gap > before:
        more = "增加" if value > before else "减少"
        words = f"二、{cell.name}：本年（{to_text(value)}）比上年（{to_text(before)}）{more} {to_text(gap)}，变化超过 50%"
        yield _finding("T2.4", Level.WARNING, words, (cell,), value, before)


def _fees_in_yuan(case: Case, cell: Cell) -> Iterator[Finding]:
    """T2.5: an amount so much larger than last year's, or than an office's first can be, that it may be in yuan."""
    value, before = case.report.value(cell.key), case.last(cell.key)
    if value is None:
        return
    asks = f"请核对是否把元填成了{cell.unit}"
    if before:
        if value >= 100 * before > 0:
            words = (
                f"二、{cell.name}：本年（{to_text(value)}）是上年（{to_text(before)}）的 100 倍以上，{asks}"
            )
            yield _finding("T2.5", Level.WARNING, words, (cell,), value, before)
        return
    most = MOST_FEES[_reach(case.report.office)]
    if value >= most:
        words = f"二、{cell.name}（{to_text(value)}）达到 {most} {cell.unit}以上，{asks}"
        yield _finding("T2.5", Level.WARNING, words, (cell,), value, most)


def _reach(office: str) -> str:
    """How far an office of this name reaches, for the fees it may take."""
    if may_make_regulations(office) or "省" in office:
        return "省市级"
    return "县级" if level_of(office) == "government" else ""


def _disclosed_in_all(case: Case, cells: tuple[Cell, ...]) -> Iterator[Finding]:
    """B3: more disclosed this year than in all."""
    cell, part = cells
    total, disclosed = case.report.value(cell.key), case.report.value(part.key)
    if total is not None and disclosed is not None and total < disclosed:
        words = (
            f"二、{cell.row.name}：{cell.column.name}（{total}）少于{part.column.name}（{disclosed}），"
            f"相差 {disclosed - total}"
        )
        yield _finding("B3", Level.EXPLAIN, words, (cell, part), total, disclosed)


def _items_follow(case: Case, cells: tuple[Cell, ...]) -> Iterator[Finding]:
    """B4: last year's items and their change do not lead to what is told of last year now."""
    cell, _ = cells
    value, before = case.report.value(cell.key), case.last(cell.key)
    change = case.last(f"disclosure.{cell.row.id}.change")
    if value is None or before is None or change is None or value == before + change:
        return
    words = (
        f"二、{cell.row.name}：{cell.column.name}（{value}）与上年报告推算的数（{before}{change:+d}＝{before + change}）"
        f"不一致，相差 {abs(value - before - change)}"
    )
    yield _finding("B4", Level.EXPLAIN, words, (cell,), value, before + change, suggest=before + change >= 0)


def _measured(form: Form) -> Iterator[str]:
    """All cells of the table but 本年增/减, which is a difference itself."""
    return (
        key for key, cell in form.cells.items() if cell.table.id == "disclosure" and not cell.kind.spec.signed
    )


def _fees(_: Form) -> tuple[str]:
    return ("disclosure.fees.amount",)


_DOCUMENTS: Final = ("in_force", "issued", "repealed")

RULES: Final = (
    Rule(
        "T2.1",
        Level.EXPLAIN,
        "现行有效件数应等于上年数加制发减废止",
        each_line("disclosure", _DOCUMENTS, _in_force_follows),
        formula="现行有效件数＝上年现行有效件数＋本年制发件数－本年废止件数",
        source=f"条例第二十条第（一）项；{_FORM}",
    ),
    Rule(
        "T2.2",
        Level.EXPLAIN,
        "现行有效件数应不少于本年净增件数",
        each_line("disclosure", _DOCUMENTS, _in_force_too_few),
        formula="没有上年数时：现行有效件数≥本年制发件数－本年废止件数（有效期届满的可作说明）",
        source=f"条例第二十条第（一）项；{_FORM}",
    ),
    Rule(
        "T2.3",
        Level.EXPLAIN,
        "没有规章制定权的机关，规章应为 0",
        once(_regulations, OFFICE, *(f"disclosure.regulations.{column}" for column in _DOCUMENTS)),
        formula="机关名称表明没有规章制定权的，规章各格为 0",
        source="立法法第九十一条、第九十三条",
    ),
    Rule(
        "T2.4",
        Level.WARNING,
        "与上年相差超过 50%",
        each_cell(_measured, _leaps),
        formula="与上年相差不超过 10，或不超过上年数的 50%",
        source="审核惯例：与上年比较",
    ),
    Rule(
        "T2.5",
        Level.WARNING,
        "收费金额大得像以元为单位",
        each_cell(_fees, _fees_in_yuan, OFFICE),
        formula=f"收费金额小于上年的 100 倍；没有上年数或上年为 0 的，小于 {MOST_FEES['']} 万元"
        f"（县级人民政府 {MOST_FEES['县级']} 万元，省市级机关 {MOST_FEES['省市级']} 万元）",
        source=f"{_FORM}：单位为万元",
    ),
    Rule(
        "B3",
        Level.EXPLAIN,
        "对外公开总数量应不少于本年新公开数量",
        each_line("disclosure", ("disclosed_total", "disclosed"), _disclosed_in_all),
        formula="对外公开总数量≥本年新公开数量",
        source="国办公开办函〔2019〕60号，第二部分表格",
    ),
    Rule(
        "B4",
        Level.EXPLAIN,
        "上一年项目数量应等于上年报告推算的数",
        each_line("disclosure", ("items_last_year", "change"), _items_follow),
        formula="上一年项目数量＝上年报告的上一年项目数量＋本年增/减",
        source="国办公开办函〔2019〕60号，第二部分表格",
    ),
)
