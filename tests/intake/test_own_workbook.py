"""A workbook of the program's own is read back place by place, and by no other way once it no longer fits."""

import io
from datetime import date
from decimal import Decimal
from html import escape
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from export.excel import write
from intake.own_workbook import SHEET, own_report
from intake.taking_in import take_in, take_in_bytes
from model.cell_kinds import CellKind
from model.check import check
from model.form_file import load_form
from model.import_state import ImportState
from model.report import Report, Slot, SlotKind
from model.rules.rule import Case
from tests.intake.figures import misread, report
from tests.intake.readers.test_opendocument import content
from tests.intake.readers.test_opendocument_sheets import saved
from tests.office_suite import OfficeSuite

ISSUED = "disclosure.regulations.issued"


def workbook(wanted: Report, path: Path) -> Path:
    write(wanted, path, check(Case(wanted)))
    return path


Place = tuple[str, str, str] | tuple[str, str, str, str]


def own(
    *places: Place, cells: dict[str, object], version: str = "1", form: str = "2021", shown: str = "General"
) -> Report | None:
    """What is read of a workbook with one sheet 表 and the hidden one that tells its places; `shown` is the cells' format."""
    book = Workbook()
    book.remove(book.worksheets[0])
    sheet, keys = book.create_sheet("表"), book.create_sheet(SHEET)
    cells = {"A1": "清河县水利局", "A2": "2024"} | cells
    for cell, value in cells.items():
        sheet[cell] = value
        if shown != "General":
            sheet[cell].number_format = shown
    keys["B1"], keys["B2"] = version, form
    keys["A3"] = "种类"
    for place in (("field", "office", "表!A1"), ("field", "year", "表!A2"), *places):
        keys.append(place)
    made = io.BytesIO()
    book.save(made)
    return own_report(made.getvalue())


def read(*places: Place, cells: dict[str, object], form: str = "2021", shown: str = "General") -> Report:
    """The same where it is read."""
    found = own(*places, cells=cells, form=form, shown=shown)
    assert found is not None
    return found


TOTAL = "disputes.review.total"


def test_a_workbook_of_somebody_elses_is_none() -> None:
    made = io.BytesIO()
    Workbook().save(made)
    assert own_report(made.getvalue()) is None
    assert own_report(b"PK\x03\x04 broken") is None


def test_a_later_version_or_another_form_of_the_hidden_sheet_is_left_to_the_labels() -> None:
    assert own(cells={}) is not None
    assert own(cells={}, version="2") is None
    assert own(cells={}, form="1999") is None


@pytest.mark.parametrize("place", ["表", "表!5", "没有!B5", "表!B5:B4", "表!B1:B9000"])
def test_a_place_that_is_none_is_left_to_the_labels(place: str) -> None:
    assert own(("text", "overview", "表!B5:B6"), cells={}) is not None
    assert own(("text", "overview", place), cells={}) is None


def test_a_total_in_the_place_of_an_entry_is_left_to_the_labels() -> None:
    assert own(("total", ISSUED, "表!B5"), cells={"B5": 3}) is None
    assert own(("cell", TOTAL, "表!B5"), cells={"B5": 3}) is None


def test_a_blank_is_missing_and_a_number_is_read() -> None:
    got = read(("cell", ISSUED, "表!B5"), cells={"B5": 3})
    states = got.of_kind(SlotKind.STATE)
    assert (got.value(ISSUED), states.pop(ISSUED)) == (3, ImportState.READ.value)
    assert set(states.values()) == {ImportState.MISSING.value}
    assert set(states) == set(got.form.cells) - {ISSUED}


def test_a_formula_typed_into_a_place_is_no_number() -> None:
    assert read(("cell", ISSUED, "表!B5"), cells={"B5": "=3+4"}).value(ISSUED) is None


def test_a_total_that_was_typed_over_is_what_the_office_declares() -> None:
    assert read(("total", TOTAL, "表!B5"), cells={"B5": "=SUM(B1:B4)"}).of_kind(SlotKind.DECLARED) == {}
    assert read(("total", TOTAL, "表!B5"), cells={"B5": 4321}).of_kind(SlotKind.DECLARED) == {TOTAL: 4321}


def test_an_amount_keeps_the_decimals_that_it_is_shown_with() -> None:
    key = next(key for key, cell in load_form("2021").cells.items() if cell.kind is CellKind.MONEY)
    for shown, amount in (("0.00", "1.50"), ("0.00;-0.00", "1.50"), ("0.0", "1.5"), ("General", "1.5")):
        assert str(read(("cell", key, "表!B5"), cells={"B5": 1.5}, shown=shown).value(key)) == amount


def test_a_heading_of_the_offices_own_comes_back_and_the_forms_own_is_not_kept() -> None:
    first, second = load_form("2014").sections[:2]
    got = read(
        ("heading", first.id, "表!B1"),
        ("heading", second.id, "表!B2"),
        cells={"B1": first.heading, "B2": "二、公开的渠道"},
        form="2014",
    )
    assert got.of_kind(SlotKind.HEADING) == {second.id: "二、公开的渠道"}


def test_paragraphs_come_back_in_their_lines_and_a_long_one_is_put_together() -> None:
    cells: dict[str, object] = {
        "B1": "（一）概况。",
        "B2": "很长",
        "A3": "续",
        "B3": "的一段",
        "B5": "末段。",
    }
    assert (
        read(("text", "overview", "表!B1:B7"), cells=cells).text("overview")
        == "（一）概况。\n很长的一段\n\n末段。"
    )


def test_the_kind_of_office_comes_back_by_its_name() -> None:
    for said, level in (("政府", "government"), ("部门", "department")):
        assert read(("field", "level", "表!B1"), cells={"B1": said}).field("level") == level


def test_what_no_sheet_shows_comes_back_from_the_hidden_one() -> None:
    got = read(("explanation", "B3", "", '{"text": "口径调整", "values": {}}'), cells={})
    assert got.of_kind(SlotKind.EXPLANATION) == {"B3": {"text": "口径调整", "values": {}}}


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
def test_a_day_is_read_however_it_was_typed(typed: date | str | None, day: str) -> None:
    assert read(("field", "date", "表!B1"), cells={"B1": typed}).field("date") == day


def test_a_day_that_is_none_is_left_to_the_labels() -> None:
    assert own(("field", "date", "表!B1"), cells={"B1": "2026年2月30日"}) is None


def as_opendocument(path: Path) -> bytes:
    """The workbook as an office suite saves it in another kind: every value, no formula, no format."""
    sheets = []
    for sheet in load_workbook(path).worksheets:
        rows = ("".join(map(saved_cell, row)) for row in sheet.iter_rows(values_only=True))
        body = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
        sheets.append(f'<table:table table:name="{sheet.title}">{body}</table:table>')
    body = f"<office:body><office:spreadsheet>{''.join(sheets)}</office:spreadsheet></office:body>"
    return saved(content(before=body))


def saved_cell(value: object) -> str:
    if value is None or str(value).startswith("="):
        return "<table:table-cell/>"
    if isinstance(value, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
    return f'<table:table-cell office:value-type="string"><text:p>{escape(str(value))}</text:p></table:table-cell>'


def test_a_workbook_saved_as_another_kind_of_file_is_read_back_place_by_place(tmp_path: Path) -> None:
    wanted = report("2021", 6)
    found = take_in_bytes(as_opendocument(workbook(wanted, tmp_path / "年报.xlsx")), "年报.ods")
    assert "这是本程序导出的表格，已逐格读回" in found.summary
    assert not found.unread
    assert not misread(wanted, found.report)
    assert [found.report.text(section.id) for section in wanted.form.sections] == [
        wanted.text(section.id) for section in wanted.form.sections
    ]


@pytest.mark.parametrize("kind", ["html", "pdf"])
def test_a_page_that_an_office_suite_makes_of_it_has_the_words_of_the_report_alone(
    office_suite: OfficeSuite, tmp_path: Path, kind: str
) -> None:
    wanted = report("2021", 6)
    wanted.set([(Slot(SlotKind.TEXT, section.id), "工作平稳有序。") for section in wanted.form.sections])
    page = office_suite.convert(workbook(wanted, tmp_path / "年报.xlsx"), kind, tmp_path)
    found = take_in(page)
    assert not misread(wanted, found.report)
    assert not found.unread
    assert {found.report.text(section.id) for section in wanted.form.sections} == {"工作平稳有序。"}
    assert "白色格" not in found.report.text("preamble")
