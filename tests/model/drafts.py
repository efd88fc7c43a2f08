"""Reports to check: one where everything is right, and the few strokes that spoil it."""

from collections.abc import Mapping
from datetime import date

from model.form import Form
from model.form_file import form_for
from model.report import Report, Slot, SlotKind, SlotValue
from model.rules.rule import Case
from model.values import Value, parse

OVERVIEW = (
    "（一）主动公开情况。围绕群众关心的事项公开信息，答疑解惑。\n"
    "（二）依申请公开情况。规范办理流程，做好与申请人的沟通。\n"
    "（三）政府信息管理情况。严格落实公开属性源头认定。\n"
    "（四）政府信息公开平台建设情况。维护好门户网站的公开专栏。\n"
    "（五）监督保障情况。组织业务培训，接受社会评议。"
)
LAST_OVERVIEW = "上一年的主动公开和依申请公开情况见当年的报告。"
PROBLEMS = "存在的主要问题是解读材料形式单一。下一步将丰富解读形式，改进公开质量。"
OTHER_MATTERS = "本年度没有收取信息处理费。"


def values(form: Form, cells: Mapping[str, str]) -> list[tuple[Slot, SlotValue]]:
    """Settings of entered cells from what is typed into them."""
    return [(Slot(SlotKind.CELL, key), parse(text, form.cells[key].kind)) for key, text in cells.items()]


def finished(
    year: int = 2023,
    cells: Mapping[str, str] | None = None,
    texts: Mapping[str, str] | None = None,
    office: str = "甲县乙局",
    form: Form | None = None,
) -> Report:
    """A report without a fault: nothing happened all year. `cells` and `texts` say what did."""
    report = Report(form or form_for(year), office, year)
    zero = dict.fromkeys(report.form.entered, "0") | dict(cells or {})
    report.set(values(report.form, zero))
    words = {"overview": OVERVIEW, "problems": PROBLEMS, "other_matters": OTHER_MATTERS}
    for section, text in (words | dict(texts or {})).items():
        report.set([(Slot(SlotKind.TEXT, section), text)])
    report.set([(Slot(SlotKind.FIELD, "date"), date(year + 1, 1, 20).isoformat())])
    return report


def blank(year: int = 2023, office: str = "甲县乙局") -> Report:
    """A new report: nothing filled, nothing written."""
    return Report(form_for(year), office, year)


def put(report: Report, key: str, value: Value) -> Report:
    """Put a value into a cell past the checks of typing, as a foreign file might."""
    kind = SlotKind.DECLARED if key in report.form.sums else SlotKind.CELL
    report.set([(Slot(kind, key), value)])
    return report


def field(report: Report, name: str, value: str) -> Report:
    """Set a field of the office's data."""
    report.set([(Slot(SlotKind.FIELD, name), value)])
    return report


def case(
    year: int = 2023,
    cells: Mapping[str, str] | None = None,
    texts: Mapping[str, str] | None = None,
    office: str = "甲县乙局",
    last: Mapping[str, str] | None = None,
    last_texts: Mapping[str, str] | None = None,
) -> Case:
    """A finished report to check; `last` and `last_texts` put last year's report beside it."""
    report = finished(year, cells, texts, office)
    if last is None and last_texts is None:
        return Case(report)
    return Case(
        report, finished(year - 1, last, {"overview": LAST_OVERVIEW} | dict(last_texts or {}), office)
    )


def column(letter: str, **rows: str) -> dict[str, str]:
    """Cells of one column of the application table."""
    return {f"applications.{row}.{letter}": value for row, value in rows.items()}


def applications(received: int, granted: int, carried_in: int = 0, carried_out: int = 0) -> dict[str, str]:
    """Cells of a balanced application table with natural persons only."""
    rows = {"received": received, "granted": granted, "carried_in": carried_in, "carried_out": carried_out}
    return column("natural_person", **{row: str(value) for row, value in rows.items()})
