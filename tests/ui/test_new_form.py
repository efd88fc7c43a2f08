"""A form of next year is one new file: the window, the checks, the readers and the writers follow it, no code touched."""

from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

import resources
from export.products import PRODUCTS, produce
from intake.taking_in import take_in
from model.check import check
from model.form import Form
from model.form_file import form_for, form_ids, load_form
from model.number_fields import expand
from model.report import Report, Slot, SlotKind
from model.rules.rule import Case
from model.values import to_text
from tests.export.sample import report_of
from tests.model.drafts import OVERVIEW, finished, put
from tests.ui.hands import type_words
from ui.frame.main_window import MainWindow
from ui.report.table_page import TablePage

ROW: Final = "5.要求行政机关确认或重新出具已获取信息"
NEW_ROW: Final = (
    '  { id = "declined_by_machine", label = ["三、本年度办理结果", "（五）不予处理", "6.程序自动批量提交"], '
    'help = "由程序批量提交的。" },\n'
)
NEW_COLUMN: Final = '  { id = "amended", label = "本年修改件数", help = "本年修改的件数。" },\n'
COUNTS: Final = {"cells": (200, 209), "entered": (166, 174), "computed": (34, 35), "identities": (42, 43)}


def next_form() -> str:
    """The form of 2021 with a row more in table 三 and a column more in table 二, from 2027 on."""
    text = resources.text("forms/2021.toml")
    text = text.replace('id = "2021"', 'id = "2027"', 1).replace("2021 年版格式", "2027 年版格式", 1)
    text = text.replace("years = [2021]", "years = [2027]").replace("〔2021〕30号", "〔2027〕9号")
    for name, (old, new) in COUNTS.items():
        text = text.replace(f"{name} = {old}\n", f"{name} = {new}\n")
    lines = text.splitlines(keepends=True)
    lines.insert(next(n for n, line in enumerate(lines) if ROW in line) + 1, NEW_ROW)
    lines.insert(next(n for n, line in enumerate(lines) if "本年废止件数" in line) + 1, NEW_COLUMN)
    return "".join(lines)


@pytest.fixture
def form(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Form:
    """The form of 2027, laid into a folder beside the others."""
    folder = tmp_path / "resources"
    (folder / "forms").mkdir(parents=True)
    for entry in resources.ROOT.iterdir():
        if entry.name != "forms":
            (folder / entry.name).symlink_to(entry)
    for name in form_ids():
        (folder / "forms" / f"{name}.toml").write_text(resources.text(f"forms/{name}.toml"), encoding="utf-8")
    (folder / "forms" / "2027.toml").write_text(next_form(), encoding="utf-8")
    monkeypatch.setattr(resources, "ROOT", folder)
    return load_form("2027")


def filled(form: Form) -> Report:
    """A finished report on 2027, another number in each cell that is entered and every balance held."""
    report = finished(2027, form=form)
    numbers = {key: place % 7 for place, key in enumerate(form.entered)}
    for column in (
        key.rpartition(".")[2] for key in form.entered if key.startswith("applications.received.")
    ):
        handled = sum(
            number
            for key, number in numbers.items()
            if key.startswith("applications.")
            and key.endswith(f".{column}")
            and key.split(".")[1] not in ("received", "carried_in", "carried_out")
        )
        numbers |= {f"applications.carried_in.{column}": 0, f"applications.carried_out.{column}": 2}
        numbers[f"applications.received.{column}"] = handled + 2
    report.set([(Slot(SlotKind.CELL, key), number) for key, number in numbers.items()])
    return report


def test_the_years_of_the_form_before_end_where_those_of_the_new_one_begin(form: Form) -> None:
    assert form_for(2027) is form
    assert form_for(2026) is load_form("2021")
    assert load_form("2021").years == (2021, 2026)
    assert load_form("2019").years == (2019, 2020)


def test_widths_and_numbers_for_the_texts_follow_the_rows_and_columns(form: Form) -> None:
    assert len(form.table("disclosure").widths) == 5
    assert "applications.declined_by_machine.total" in form.number_fields["不予处理数"]
    report = filled(form)
    rows = [key for key in form.number_fields["不予处理数"] if key.startswith("applications.declined_")]
    assert expand(report, "{不予处理数}") == to_text(sum(int(report.value(key) or 0) for key in rows))


def test_every_sum_of_the_new_form_is_checked(form: Form) -> None:
    report = filled(form)
    assert not [finding.code for finding in check(Case(report)).findings if finding.level == "E"]
    for identity in form.identities:
        broken = put(filled(form), identity.right[0], 999)
        codes = [f.code for f in check(Case(broken)).findings if set(identity.keys) == set(f.cells)]
        assert identity.code in codes


def test_the_other_rules_look_at_the_new_row_and_column_too(form: Form) -> None:
    report = filled(form)
    report.set([(Slot(SlotKind.CELL, "disclosure.regulations.amended"), None)])
    assert [f.cells for f in check(Case(report)).findings if f.code == "C3"] == [
        ("disclosure.regulations.amended",)
    ]
    told = filled(form)
    told.set([(Slot(SlotKind.TEXT, "overview"), OVERVIEW + "\n政府信息公开申请中，不予处理1件。")])
    assert "N5" in {finding.code for finding in check(Case(told)).findings}


def test_a_report_on_2027_in_the_form_before_is_told(form: Form) -> None:
    (finding,) = (
        finding
        for finding in check(Case(finished(2027, form=load_form("2021")))).findings
        if finding.code == "S10"
    )
    assert form.name in finding.message


@pytest.mark.parametrize("product", [product.name for product in PRODUCTS if product.usual])
def test_a_report_goes_out_and_comes_back_number_by_number(form: Form, product: str, tmp_path: Path) -> None:
    report = filled(form)
    (path,) = produce(product, {2027: report}, 2027, tmp_path)
    read = take_in(path).report
    assert read.form is form
    assert read.values() == report.values()


def test_older_forms_are_still_told_apart(form: Form, tmp_path: Path) -> None:
    for older in ("2014", "2019", "2021"):
        report = report_of(older)
        (path,) = produce("html", {report.year: report}, report.year, tmp_path)
        assert take_in(path).report.form.id == older


def test_the_window_shows_and_takes_the_new_row_and_column(
    form: Form, start_window: MainWindow, tmp_path: Path
) -> None:
    start_window.files.new("云溪县林业局", "department", 2027, tmp_path / "年报.xxgk")
    assert start_window.workspace is not None
    assert start_window.desk is not None
    for page, key in (
        ("disclosure", "disclosure.normative_documents.amended"),
        ("applications", "applications.declined_by_machine.natural_person"),
    ):
        shown = start_window.workspace.show_page(page)
        assert isinstance(shown, TablePage)
        shown.grid.focus_cell(key)
        type_words(shown.grid, "4")
        QTest.keyClick(start_window.focusWidget(), Qt.Key.Key_Return)
        assert start_window.desk.session.report.value(key) == 4
    assert start_window.desk.session.report.value("applications.handled_total.total") is None
