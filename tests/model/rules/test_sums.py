"""A sum is held against the total that was declared, and against the control total from the office's ledger."""

from model.check import check
from model.report import Report, Slot, SlotKind
from model.rules.rule import Case
from tests.model.diagnosis.figures import GRANTED_TOTAL, balanced


def messages(report: Report) -> list[str]:
    return [finding.message for finding in check(Case(report)).findings if finding.code.startswith("T3")]


def test_a_control_total_that_differs_is_an_error_that_names_both_numbers() -> None:
    report = balanced(declared=False)
    report.set([(Slot(SlotKind.CONTROL, GRANTED_TOTAL), 1319)])
    [message] = messages(report)
    assert message.startswith("三、（一）予以公开行：自然人（1288）＋商业企业（21）")
    assert message.endswith("＝1309，核对合计（1319），相差 10")


def test_a_control_total_that_agrees_says_nothing() -> None:
    assert messages(balanced(declared=True)) == []


def test_a_declared_total_that_differs_is_told_once_though_the_ledger_says_the_same() -> None:
    report = balanced(declared=False)
    report.set([(Slot(kind, GRANTED_TOTAL), 1319) for kind in (SlotKind.CONTROL, SlotKind.DECLARED)])
    assert len([message for message in messages(report) if message.startswith("三、（一）予以公开行")]) == 1
