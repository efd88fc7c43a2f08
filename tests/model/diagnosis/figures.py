"""A small table whose sums hold, to put slips into: figures of a county bureau, most outcomes 0."""

from collections.abc import Mapping
from typing import Final

from model.diagnosis import Knowledge, diagnose
from model.diagnosis.advice import advise
from model.form_file import load_form
from model.outcome import Outcome
from model.report import Change, Report, Slot, SlotKind

GRANTED: Final = "applications.granted.natural_person"
PARTIAL: Final = "applications.partial.natural_person"
RECEIVED: Final = "applications.received.natural_person"
RECEIVED_ENTERPRISE: Final = "applications.received.enterprise"
GRANTED_TOTAL: Final = "applications.granted.total"

_FIGURES: Final[Mapping[str, int]] = {
    RECEIVED: 3001,
    "applications.carried_in.natural_person": 34,
    GRANTED: 1288,
    PARTIAL: 447,
    "applications.unavailable_not_held.natural_person": 1197,
    "applications.carried_out.natural_person": 103,
    RECEIVED_ENTERPRISE: 53,
    "applications.granted.enterprise": 21,
    "applications.unavailable_not_held.enterprise": 32,
}


def balanced(*, declared: bool) -> Report:
    """Return a report whose sums hold; `declared`: its totals are known from outside as control totals."""
    report = Report(load_form("2021"), "示例局", 2024)
    entered = [key for key in report.form.entered if key.startswith("applications")]
    report.set((Slot(SlotKind.CELL, key), _FIGURES.get(key, 0)) for key in entered)
    if declared:
        totals = [key for key in report.form.sums if key.startswith("applications")]
        report.set((Slot(SlotKind.CONTROL, key), report.value(key)) for key in totals)
    return report


def put(report: Report, **values: int) -> Change:
    """Put numbers into applications cells named row__column."""
    return report.set(
        (Slot(SlotKind.CELL, f"applications.{name.replace('__', '.')}"), value)
        for name, value in values.items()
    )


def with_advice(report: Report, outcome: Outcome, knowledge: Knowledge | None = None) -> Outcome:
    """The outcome with what a diagnosis made for it has to say."""
    return advise(report, outcome, lambda: diagnose(report, knowledge))
