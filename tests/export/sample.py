"""Reports for the writers' tests: invented offices, every form, whole or with gaps, and text that tries to break out."""

from decimal import Decimal
from typing import Final

from model.cell_kinds import CellKind
from model.form_file import load_form
from model.report import Report, Slot, SlotKind
from model.sections import sections_of
from model.values import Value

FORMS: Final = {"2014": 2016, "2019": 2020, "2021": 2024}
"""Form and a year it is for."""

NASTY: Final = (
    "<b>粗</b>&amp;",
    "=1+1",
    "+86-10",
    "-5%",
    "@office",
    "{} {收到申请总数} {x",
    "\x00\x07\x1b控制符",
    "表情😀𠮷堃",
    "半个\ud83d字",
    "]]><!--",
    "长" * 10_000,
)
"""One paragraph each."""


def report_of(form_id: str = "2021", *, blank: bool = False) -> Report:
    """Return an invented report whose identities all hold, with a paragraph in each section; or one with no number."""
    report = Report(load_form(form_id), "清河县教育局", FORMS[form_id])
    fields = {
        "phone": "0500-1234567",
        "postcode": "010010",
        "email": "xxgk@example.cn",
        "level": "department",
    }
    fields |= {"address": "清河县人民路1号", "date": f"{FORMS[form_id] + 1}-01-20"}
    report.set((Slot(SlotKind.FIELD, name), text) for name, text in fields.items())
    report.set(
        (Slot(SlotKind.TEXT, section.id), f"（一）工作情况。{section.title}一切正常。\n全年没有发生问题。")
        for section in sections_of(report)
    )
    if not blank:
        report.set((Slot(SlotKind.CELL, key), _invented(report, key)) for key in report.form.entered)
    return report


def _invented(report: Report, key: str) -> Value:
    """A number that keeps table 三 balanced: each column has 12 received and 9 handled in one row, 3 carried on."""
    kind = report.form.cells[key].kind
    if kind is CellKind.MONEY:
        return Decimal("1208.50")
    if kind is CellKind.SIGNED:
        return -3
    row = key.split(".")[1]
    if key.startswith("applications."):
        return {"received": 12, "granted": 9, "carried_out": 3}.get(row, 0)
    return 1 if "normative" in row or row.endswith("_by_head") else 4


def nasty_report(form_id: str = "2021") -> Report:
    """Return a report whose office and texts try to be markup, formulas and worse."""
    report = report_of(form_id)
    first = sections_of(report)[0].id
    report.set(
        [(Slot(SlotKind.FIELD, "office"), "=清河<县>&局\x0b"), (Slot(SlotKind.TEXT, first), "\n".join(NASTY))]
    )
    return report
