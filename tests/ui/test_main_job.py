"""The main job through the real window: begin, paste, type, check, mend, save, open again, export, read back."""

import csv
import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from intake.taking_in import take_in
from model.form_file import load_form
from model.levels import Level
from model.rules.sums import judge
from model.values import to_text
from tests.figures import municipality
from tests.ui.hands import type_words
from ui.desk.session import Session
from ui.desk.settings import Settings
from ui.findings.findings_model import RowKind
from ui.frame.main_window import MainWindow
from ui.prose.page import ProsePage
from ui.report.table_page import TablePage
from ui.report.workspace import Workspace

GRANTED = "applications.granted.natural_person"
FIGURES = municipality()
FORM = load_form("2021")
OVERVIEW = """（一）主动公开
围绕群众关心的事项公开信息，全年工作平稳有序。
（二）依申请公开
规范办理流程，按期答复。
（三）政府信息管理
开展文件清理。
（四）政府信息公开平台建设
优化网站栏目。
（五）监督保障
组织培训两次，接受社会监督。"""
PROBLEMS = "存在的主要问题：一是公开内容不够全面。改进措施：下一步将加强培训，完善制度。"
OTHER = "本年度未收取信息处理费，金额为0元。"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    made = MainWindow(Settings(tmp_path / "window.ini"), date(2025, 1, 10))
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def space(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def session(window: MainWindow) -> Session:
    return space(window).session


def begin(window: MainWindow, path: Path) -> None:
    """From the start page to an empty report, by keyboard."""
    QTest.keyClick(window.start.deeds["new"], Qt.Key.Key_Space)
    form = window.start.form
    type_words(form.office, "云溪市人民政府")
    QTest.keyClick(form.level, Qt.Key.Key_Down)
    form.path.setText(str(path))
    QTest.keyClick(form.path, Qt.Key.Key_Return)


def table(window: MainWindow, page: str) -> TablePage:
    shown = space(window).show_page(page)
    assert isinstance(shown, TablePage)
    return shown


def paste_applications(window: MainWindow) -> None:
    """The whole block with its totals, as a spreadsheet copies it."""
    band = FORM.table("applications").bands[0]
    text = io.StringIO()
    writer = csv.writer(text, delimiter="\t", lineterminator="\n")
    for row in band.rows:
        writer.writerow([to_text(FIGURES[f"applications.{row.id}.{column.id}"]) for column in band.columns])
    QGuiApplication.clipboard().setText(text.getvalue())
    grid = table(window, "applications").grid
    grid.focus_cell("applications.received.natural_person")
    QTest.keyClick(grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def editing(window: MainWindow) -> QWidget:
    """What has the keyboard: the grid, or the editor in one of its cells."""
    return window.focusWidget()


def type_table(window: MainWindow, page: str) -> None:
    """Every entered cell of a table by keyboard, from one to the next with Tab."""
    grid = table(window, page).grid
    keys = [key for key in FORM.entered if FORM.cells[key].table.id == page]
    grid.focus_cell(keys[0])
    for _ in keys:
        type_words(grid, to_text(FIGURES[grid.current_key]))
        QTest.keyClick(editing(window), Qt.Key.Key_Tab)


def type_text(window: MainWindow, page: str, words: str) -> None:
    shown = space(window).show_page(page)
    assert isinstance(shown, ProsePage)
    type_words(shown.editor, words)


def fill_in(window: MainWindow) -> None:
    paste_applications(window)
    type_table(window, "disclosure")
    type_table(window, "disputes")
    for page, words in (("overview", OVERVIEW), ("problems", PROBLEMS), ("other_matters", OTHER)):
        type_text(window, page, words)


def test_the_municipality_is_entered_and_all_42_identities_hold(window: MainWindow, tmp_path: Path) -> None:
    begin(window, tmp_path / "年报.xxgk")
    paste_applications(window)
    type_table(window, "disclosure")
    type_table(window, "disputes")
    report = session(window).report
    assert report.values() == FIGURES
    assert len(report.form.identities) == 42
    assert [judge(report, identity) for identity in report.form.identities] == [None] * 42
    assert "错误" not in space(window).outline.states()["applications"]


def test_one_slip_is_seen_in_row_column_and_list_and_undone(window: MainWindow, tmp_path: Path) -> None:
    begin(window, tmp_path / "年报.xxgk")
    fill_in(window)
    before = session(window).report.values()
    grid = table(window, "applications").grid
    grid.focus_cell(GRANTED)
    type_words(grid, "1298")
    QTest.keyClick(editing(window), Qt.Key.Key_Return)
    found = [f for f in session(window).outcome.findings if f.level is Level.ERROR and f.code == "T3.3"]
    assert any("自然人" in finding.message and "相差 10" in finding.message for finding in found)
    assert space(window).outline.verdict.startswith("有 ")
    assert "处错误" in space(window).outline.states()["applications"]
    rows = space(window).findings.list.rows
    assert any(row.kind is RowKind.SUGGESTION and row.button == "改为 1288" for row in rows)
    window.actions_of["undo"].trigger()
    assert session(window).report.values() == before
    assert not [f for f in session(window).outcome.findings if f.level is Level.ERROR]


def test_the_suggested_value_settles_all_sums_by_keyboard(window: MainWindow, tmp_path: Path) -> None:
    begin(window, tmp_path / "年报.xxgk")
    fill_in(window)
    grid = table(window, "applications").grid
    grid.focus_cell(GRANTED)
    type_words(grid, "1298")
    QTest.keyClick(editing(window), Qt.Key.Key_Return)
    window.actions_of["next_finding"].trigger()
    assert grid.current_key == GRANTED
    window.actions_of["apply_suggestion"].trigger()
    assert session(window).report.values() == FIGURES


def test_everything_is_saved_opened_again_and_exported(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "年报.xxgk"
    begin(window, path)
    fill_in(window)
    window.actions_of["save"].trigger()
    window.actions_of["close"].trigger()
    window.files.open(path)
    assert session(window).report.values() == FIGURES
    assert session(window).report.text("overview") == OVERVIEW
    window.actions_of["export"].trigger()
    page = window.tool_deeds.export_page if window.tool_deeds else None
    assert page is not None
    for box in page.formats.values():
        box.setChecked(True)
    page.folder.setText(str(tmp_path / "导出"))
    with qtbot.waitSignal(page.exported, timeout=120_000):
        page.start_button.click()
    others = ("审签", "图表", "更正说明", "意见")
    of_report = [each for each in page.written if not any(other in each.name for other in others)]
    written = {each.suffix: each for each in of_report}
    assert set(written) == {".pdf", ".docx", ".xlsx", ".html"}
    for product in written.values():
        assert take_in(product).report.values() == FIGURES, product.suffix
