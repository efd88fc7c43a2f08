"""The check code changes with whatever a reader of the print could see change, and with nothing else."""

import pytest

from model.check_code import check_code, grouped, same_code
from model.report import Report, Slot, SlotKind
from tests.export.reports import report


def changed(slot: Slot, value: int | str) -> Report:
    other = report()
    other.set([(slot, value)])
    return other


@pytest.mark.parametrize(
    ("slot", "value"),
    [
        (Slot(SlotKind.CELL, "applications.granted.natural_person"), 1298),
        (Slot(SlotKind.CELL, "disclosure.fees.amount"), 0),
        (Slot(SlotKind.DECLARED, "applications.granted.total"), 1),
        (Slot(SlotKind.TEXT, "overview"), "总体情况良好。"),
        (Slot(SlotKind.TEXT, "preamble"), "自拟的前言。"),
        (Slot(SlotKind.FIELD, "date"), "2025-01-21"),
        (Slot(SlotKind.FIELD, "title"), "另一标题"),
        (Slot(SlotKind.FIELD, "phone"), "0517-83600001"),
    ],
)
def test_another_number_or_word_is_another_code(slot: Slot, value: int | str) -> None:
    assert check_code(changed(slot, value)) != check_code(report())


def test_blank_is_not_zero() -> None:
    blank, zero = report(filled=False), report(filled=False)
    zero.set([(Slot(SlotKind.CELL, "disclosure.licences.decisions"), 0)])
    assert check_code(blank) != check_code(zero)


def test_a_number_field_counts_as_its_number() -> None:
    made = changed(Slot(SlotKind.TEXT, "overview"), "收到申请{收到申请总数}件。")
    before = check_code(made)
    made.set([(Slot(SlotKind.CELL, "applications.received.natural_person"), 4999)])
    assert check_code(made) != before


@pytest.mark.parametrize(
    ("slot", "value"),
    [
        (Slot(SlotKind.CONTROL, "applications.granted.total"), 5),
        (Slot(SlotKind.STATE, "applications.granted.total"), "read"),
        (Slot(SlotKind.FIELD, "deadline"), "2025-01-31"),
    ],
)
def test_what_is_not_printed_does_not_count(slot: Slot, value: int | str) -> None:
    assert check_code(changed(slot, value)) == check_code(report())


def test_the_code_of_a_report_is_always_the_same() -> None:
    assert check_code(report()) == check_code(Report.from_json(report().to_json()))


def test_a_code_is_typed_with_or_without_spaces() -> None:
    code = check_code(report())
    assert len(code) == 12
    assert same_code(grouped(code), code)
    assert same_code(f" {code.lower()} ", code)
    assert same_code("-".join(grouped(code).split()), code)
    assert not same_code(code[:-1], code)
