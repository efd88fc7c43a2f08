"""The workbook: the official tables with numbers, formulas and checks, to be filled in and read back exactly."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from export.excel import write
from export.excel.keys import NAME
from model.check import check
from model.layout import layout_of
from model.outcome import Outcome
from model.report import Report, Slot, SlotKind, SlotValue
from model.rules.rule import Case
from model.values import to_text
from tests.export.golden import differing, small_report
from tests.export.sample import FORMS, NASTY, nasty_report, report_of
from tests.office_suite import OfficeSuite


def found_in(report: Report) -> Outcome:
    return check(Case(report))


def written(report: Report, folder: Path, *, results: bool = False) -> Workbook:
    path = folder / "年报.xlsx"
    write(report, path, found_in(report))
    return load_workbook(path, data_only=results)


def places(book: Workbook) -> dict[tuple[str, str], str]:
    """What the hidden sheet tells: kind and key → place."""
    rows = book[NAME].iter_rows(min_row=4, max_col=3, values_only=True)
    return {(str(kind), str(key)): str(place) for kind, key, place in rows}


def at(book: Workbook, place: str) -> Cell:
    name, _, coordinate = place.rpartition("!")
    sheet: Worksheet = book[name]
    cell = sheet[coordinate]
    assert isinstance(cell, Cell)
    return cell


def numbers(book: Workbook) -> dict[str, object]:
    return {
        key: at(book, place).value for (kind, key), place in places(book).items() if kind in ("cell", "total")
    }


def paragraphs(book: Workbook, section: str) -> list[str]:
    name, _, block = places(book)["text", section].rpartition("!")
    lines = [str(row[0].value or "") for row in book[name][block]]
    while lines and not lines[-1]:
        lines.pop()
    return lines


@pytest.mark.parametrize("form", FORMS)
def test_every_number_stands_where_the_hidden_sheet_says(form: str, tmp_path: Path) -> None:
    report = report_of(form)
    book = written(report, tmp_path, results=True)
    assert book[NAME].sheet_state == "hidden"
    assert (book[NAME]["B1"].value, book[NAME]["B2"].value) == ("1", form)
    assert {key: Decimal(str(value)) for key, value in numbers(book).items()} == report.values()


@pytest.mark.parametrize("form", FORMS)
def test_every_total_is_a_sum_and_carries_its_result(form: str, tmp_path: Path) -> None:
    report = report_of(form)
    formulas = numbers(written(report, tmp_path))
    assert {key for key, value in formulas.items() if str(value).startswith("=SUM(")} == set(report.form.sums)
    results = numbers(written(report, tmp_path, results=True))
    assert {key: results[key] for key in report.form.sums} == {
        k: report.computed(k) for k in report.form.sums
    }


def test_a_total_s_formula_names_its_parts(tmp_path: Path) -> None:
    formulas = numbers(written(report_of(), tmp_path))
    assert formulas["applications.received.total"] == "=SUM(D6:I6)"
    assert formulas["applications.handled_total.natural_person"] == "=SUM(D8:D28)"
    assert formulas["disputes.review.total"] == "=SUM(A6:D6)"


def test_a_declared_total_is_written_as_it_was_declared(tmp_path: Path) -> None:
    report = report_of()
    report.set([(Slot(SlotKind.DECLARED, "applications.received.total"), 99)])
    book = written(report, tmp_path)
    assert numbers(book)["applications.received.total"] == 99
    marks = [rule.formula for rules in book["表三"].conditional_formatting for rule in rules.rules]
    assert ["J6<>SUM(D6:I6)"] in marks


def test_a_blank_stays_blank_and_is_not_counted_as_0(tmp_path: Path) -> None:
    report = report_of(blank=True)
    book = written(report, tmp_path, results=True)
    assert set(numbers(book).values()) == {None}
    unknown = [
        rule for rules in book["表三"].conditional_formatting for rule in rules.rules if rule.dxf.numFmt
    ]
    assert any(rule.formula == ["COUNT(D6:I6)<6"] for rule in unknown)


@pytest.mark.parametrize("form", ["2019", "2021"])
def test_the_balance_of_each_column_is_checked_under_the_table(form: str, tmp_path: Path) -> None:
    report = report_of(form)
    report.set([(Slot(SlotKind.CELL, "applications.received.research"), 14)])
    write(report, tmp_path / "年报.xlsx", found_in(report))
    sheet = load_workbook(tmp_path / "年报.xlsx")["表三"]
    results = load_workbook(tmp_path / "年报.xlsx", data_only=True)["表三"]
    last = sheet.max_row
    assert str(sheet.cell(last, 4).value).startswith("=SUM(D6:D7)-SUM(D")
    assert [results.cell(last, column).value for column in range(4, 11)] == [0, 0, 2, 0, 0, 0, 2]


def test_a_part_is_checked_against_its_whole(tmp_path: Path) -> None:
    report = report_of("2014")
    report.set([(Slot(SlotKind.CELL, "statistics.press_conferences_by_head.count"), 6)])
    sheet = written(report, tmp_path, results=True)["政府信息公开情况统计表"]
    checks = [row for row in sheet.iter_rows(values_only=True) if str(row[0]).startswith("核对：")]
    assert [row[2] for row in checks] == [0, 2, 0]


@pytest.mark.parametrize("form", FORMS)
def test_tables_have_their_official_layout(form: str, tmp_path: Path) -> None:
    report = report_of(form)
    book = written(report, tmp_path, results=True)
    for table in report.form.tables:
        layout = layout_of(table)
        place = next(place for (_, key), place in places(book).items() if key.startswith(f"{table.id}."))
        sheet = book[place.partition("!")[0]]
        merged = {str(block) for block in sheet.merged_cells.ranges}
        for place_ in layout.places:
            cell = sheet.cell(place_.row + 3, place_.column + 1)
            if place_.key is None:
                assert str(cell.value or "").lstrip("　").replace("\n", "") == place_.text
            if place_.rowspan > 1 or place_.colspan > 1:
                end = sheet.cell(place_.row + 2 + place_.rowspan, place_.column + place_.colspan)
                assert f"{cell.coordinate}:{end.coordinate}" in merged


def test_only_what_is_entered_can_be_edited_and_only_numbers_go_in(tmp_path: Path) -> None:
    report = report_of("2019")
    book = written(report, tmp_path)
    for (kind, key), place in places(book).items():
        if kind in ("cell", "total"):
            assert at(book, place).protection.locked is (key in report.form.sums), key
    sheet = book["表二"]
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    rules = {rule.type: rule for rule in sheet.data_validations.dataValidation}
    assert set(rules) == {"whole", "decimal"}
    assert "整数" in str(rules["whole"].error)


def test_an_amount_keeps_its_decimals_and_a_change_its_sign(tmp_path: Path) -> None:
    report = report_of("2019")
    report.set([(Slot(SlotKind.CELL, "disclosure.licences.change"), 5)])
    book = written(report, tmp_path)
    amount = at(book, places(book)["cell", "disclosure.procurement.amount"])
    assert (amount.value, amount.number_format) == (1208.5, "0.00")
    change = at(book, places(book)["cell", "disclosure.licences.change"])
    assert (change.value, change.number_format) == (5, "+0;-0;0")


def test_digits_beyond_what_a_spreadsheet_keeps_are_kept_as_text(tmp_path: Path) -> None:
    report = report_of()
    big = 12_345_678_901_234_567_890
    report.set([(Slot(SlotKind.CELL, "applications.received.other"), big)])
    values = numbers(written(report, tmp_path))
    assert values["applications.received.other"] == str(big)
    assert values["applications.received.total"] == to_text(report.value("applications.received.total"))


def test_office_data_and_texts_can_be_read_back_as_typed(tmp_path: Path) -> None:
    report = report_of()
    report.set([(Slot(SlotKind.TEXT, "problems"), "  全年{收到申请总数}件。\n\n第二段" + "甲" * 40_000)])
    book = written(report, tmp_path)
    assert at(book, places(book)["field", "postcode"]).value == "010010"
    assert at(book, places(book)["field", "year"]).value == 2024
    assert at(book, places(book)["field", "level"]).value == "部门"
    assert paragraphs(book, "overview") == report.text("overview").split("\n")
    begun, blank, first, second = paragraphs(book, "problems")
    assert (begun, blank, first + second) == ("  全年{收到申请总数}件。", "", "第二段" + "甲" * 40_000)


def test_an_office_s_own_headings_can_be_edited(tmp_path: Path) -> None:
    report = report_of("2014")
    report.set([(Slot(SlotKind.HEADING, "responses"), "三、政策解读")])
    book = written(report, tmp_path)
    heading = at(book, places(book)["heading", "responses"])
    assert heading.value == "三、政策解读"
    assert not heading.protection.locked
    official = written(report_of(), tmp_path)
    assert not [key for kind, key in places(official) if kind == "heading"]


def test_what_no_sheet_shows_is_kept_as_data(tmp_path: Path) -> None:
    report = report_of()
    explained: SlotValue = {"text": "已核实", "values": {"applications.received.total": 72}}
    report.set([
        (Slot(SlotKind.CONTROL, "applications.received.total"), 73),
        (Slot(SlotKind.EXPLANATION, "T3.1:applications.received.total"), explained),
    ])  # fmt: skip
    rows = {
        row[:2]: row[3]
        for row in written(report, tmp_path)[NAME].iter_rows(min_row=4, max_col=4, values_only=True)
    }
    assert json.loads(str(rows["control", "applications.received.total"])) == 73
    assert json.loads(str(rows["explanation", "T3.1:applications.received.total"])) == explained


def test_findings_stand_on_a_sheet_of_their_own(tmp_path: Path) -> None:
    report = report_of()
    report.set([(Slot(SlotKind.CELL, "applications.received.other"), 20)])
    sheet = written(report, tmp_path)["核对"]
    text = "\n".join(str(value) for row in sheet.iter_rows(values_only=True) for value in row)
    assert "必须改正" in text
    assert "T3.3" in text


def test_blank_cells_are_told_in_one_line(tmp_path: Path) -> None:
    sheet = written(report_of(blank=True), tmp_path)["核对"]
    codes = [str(row[1]) for row in sheet.iter_rows(min_row=4, values_only=True)]
    assert codes.count("C3") == 1
    assert sheet["C4"].value == "还有 166 格未填"


def test_any_text_is_text(tmp_path: Path) -> None:
    report = nasty_report()
    book = written(report, tmp_path)
    assert at(book, places(book)["field", "office"]).value == "=清河<县>&局"
    expected = [text.translate({0: None, 7: None, 27: None}).replace("\ud83d", "�") for text in NASTY]
    assert paragraphs(book, "overview") == expected
    texts = [cell for row in book["文字"].iter_rows() for cell in row if cell.value is not None]
    assert not [cell.coordinate for cell in texts if cell.data_type == "f"]


def test_sheets_print_one_page_wide_with_their_heads(tmp_path: Path) -> None:
    book = written(report_of(), tmp_path)
    assert book.sheetnames == ["文字", "表二", "表三", "表四", "核对", NAME]
    sheet = book["表三"]
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight, sheet.page_setup.paperSize) == (
        1,
        0,
        9,
    )
    assert sheet.print_title_rows == "$3:$5"
    assert sheet.freeze_panes == "D6"
    assert sheet.oddFooter is not None
    assert sheet.evenFooter is not None
    assert sheet.oddFooter.right.text == sheet.evenFooter.left.text == "— &P —"


def test_the_same_report_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("甲.xlsx", "乙.xlsx"):
        write(report_of(), tmp_path / name, found_in(report_of()))
    assert (tmp_path / "甲.xlsx").read_bytes() == (tmp_path / "乙.xlsx").read_bytes()


@pytest.mark.parametrize("form", FORMS)
def test_libreoffice_adds_up_what_was_filled_in(form: str, office_suite: OfficeSuite, tmp_path: Path) -> None:
    report = report_of(form)
    book = written(report, tmp_path)
    for number, key in enumerate(report.form.entered):
        if isinstance(report.value(key), int):
            report.set([(Slot(SlotKind.CELL, key), number)])
            at(book, places(book)["cell", key]).value = number
    book.save(tmp_path / "改.xlsx")
    (tmp_path / "again").mkdir()
    made = office_suite.convert(tmp_path / "改.xlsx", "xlsx", tmp_path / "again")
    values = numbers(load_workbook(made, data_only=True))
    assert {key: Decimal(str(value)) for key, value in values.items()} == report.values()


def test_its_parts_are_the_golden_ones(tmp_path: Path) -> None:
    write(small_report(), tmp_path / "小.xlsx", found_in(small_report()))
    parts = ["xl/workbook.xml", *(f"xl/worksheets/sheet{number}.xml" for number in range(1, 5))]
    assert differing(tmp_path / "小.xlsx", parts, "excel") == []
