"""Whatever the program writes it reads back: numbers, blanks, wrong totals, words, office and year."""

import io
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from export.excel import write
from export.products import PRODUCTS, produce
from intake.taking_in import differences, take_in, take_in_bytes
from model.preamble import preamble_of
from model.report import Report, Slot, SlotKind
from model.sections import sections_of
from tests.export.reports import report as worded
from tests.intake.figures import misread, report


def with_traits(form: str) -> Report:
    """Blanks, a wrong total, words in a table's section, a date."""
    made = report(form, 8, blanks=0.1)
    total = next(key for key in made.form.sums if made.computed(key) is not None)
    made.set(
        [(Slot(SlotKind.DECLARED, total), 99_999), (Slot(SlotKind.FIELD, "date"), f"{made.year + 1}-01-20")]
    )
    section = made.form.sections[1].id
    made.set([(Slot(SlotKind.TEXT, section), "有关数字见下表，其中一项比上年有所增加。")])
    return made


REPORTS: Mapping[str, Report] = {
    **{f"traits of form {form}": with_traits(form) for form in ("2014", "2019", "2021")},
    **{f"words of {year}": worded(year) for year in (2016, 2020, 2024)},
}


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("kind", [product.name for product in PRODUCTS if product.usual])
def test_what_was_written_is_read_back(name: str, kind: str, tmp_path: Path) -> None:
    wanted = REPORTS[name]
    (path,) = produce(kind, {wanted.year: wanted}, wanted.year, tmp_path)
    read = take_in(path)
    got = read.report
    assert not misread(wanted, got)
    assert not read.unread
    assert (got.office, got.year, got.form) == (wanted.office, wanted.year, wanted.form)
    assert [s.heading for s in sections_of(got)] == [s.heading for s in sections_of(wanted)]
    assert [got.text(s.id) for s in sections_of(got)] == [wanted.text(s.id) for s in sections_of(wanted)]
    assert preamble_of(got) == preamble_of(wanted)
    assert got.field("date") == wanted.field("date")
    assert got.of_kind(SlotKind.DECLARED) == wanted.of_kind(SlotKind.DECLARED)


def workbook(wanted: Report, path: Path) -> Path:
    write(wanted, path)
    return path


def test_our_own_workbook_gives_back_what_no_sheet_shows(tmp_path: Path) -> None:
    wanted = report("2019", 3)
    wanted.set([(Slot(SlotKind.CELL, "disclosure.procurement.amount"), Decimal("96171.60"))])
    wanted.set([(Slot(SlotKind.CONTROL, "disputes.review.total"), 4)])
    wanted.set([(Slot(SlotKind.EXPLANATION, "B3"), {"text": "口径调整", "values": {"a": Decimal("1.50")}})])
    got = take_in(workbook(wanted, tmp_path / "年报.xlsx")).report
    assert str(got.value("disclosure.procurement.amount")) == "96171.60"
    for kind in (SlotKind.CELL, SlotKind.CONTROL, SlotKind.EXPLANATION, SlotKind.FIELD, SlotKind.TEXT):
        assert got.of_kind(kind) == wanted.of_kind(kind)


def test_numbers_filled_into_our_workbook_are_taken_in(tmp_path: Path) -> None:
    path = workbook(report("2021", 3, blanks=1.0), tmp_path / "年报.xlsx")
    book = load_workbook(path)
    book["表二"]["B5"] = 12
    book.save(path)
    assert take_in(path).report.value("disclosure.regulations.issued") == 12


def test_a_workbook_whose_rows_were_moved_is_read_by_its_labels(tmp_path: Path) -> None:
    wanted = report("2021", 4)
    path = workbook(wanted, tmp_path / "年报.xlsx")
    book = load_workbook(path)
    sheet = book["表二"]
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(merged.coord)
    sheet.insert_rows(4)
    made = io.BytesIO()
    book.save(made)
    got = take_in_bytes(made.getvalue(), "年报.xlsx").report
    keys = {key for key in wanted.form.cells if key.startswith("disclosure.")}
    assert not misread(wanted, got, printed=keys)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        (date(2026, 1, 20), "2026-01-20"),
        ("2026年1月20日", "2026-01-20"),
        ("2026-1-20", "2026-01-20"),
        (None, ""),
    ],
)
def test_a_day_typed_into_our_workbook_is_read_as_a_day(
    tmp_path: Path, typed: date | str | None, day: str
) -> None:
    path = workbook(REPORTS["traits of form 2021"], tmp_path / "年报.xlsx")
    dated(path, typed)
    assert take_in(path).report.field("date") == day


def test_a_day_that_is_none_is_not_taken_over(tmp_path: Path) -> None:
    wanted = REPORTS["traits of form 2021"]
    path = workbook(wanted, tmp_path / "年报.xlsx")
    dated(path, "2026年2月30日")
    got = take_in(path).report
    assert got.field("date") == ""
    assert not misread(wanted, got)


def dated(path: Path, typed: date | str | None) -> None:
    """Change 成文日期 in a workbook."""
    book = load_workbook(path)
    (row,) = (row for row in book["文字"].iter_rows() if row[0].value == "成文日期")
    row[1].value = typed
    book.save(path)


def test_office_and_year_of_our_workbook_can_be_overruled(tmp_path: Path) -> None:
    path = workbook(report("2021", 5), tmp_path / "年报.xlsx")
    got = take_in(path, office="青石县水利局", year=2023).report
    assert (got.office, got.year) == ("青石县水利局", 2023)


def test_an_import_tells_what_it_would_change_in_a_year_that_is_there() -> None:
    existing, imported = report("2021", 6), report("2021", 6)
    assert differences(existing, imported) == ()
    imported.set([(Slot(SlotKind.CELL, "disclosure.regulations.issued"), 41)])
    imported.set([(Slot(SlotKind.STATE, "disclosure.regulations.issued"), "read")])
    imported.set([(Slot(SlotKind.TEXT, "overview"), "改写的总体情况。")])
    found = differences(existing, imported)
    assert {(each.slot.kind, each.slot.key) for each in found} == {
        (SlotKind.CELL, "disclosure.regulations.issued"),
        (SlotKind.TEXT, "overview"),
    }
