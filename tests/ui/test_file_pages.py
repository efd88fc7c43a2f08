"""Preview, export, years, generations, sign-off sheet, import, find and replace: what stands beside the pages."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from intake.taking_in import take_in
from model.report import Slot, SlotKind
from tests.ui.hands import type_words
from ui.export_page import ExportPage
from ui.file_actions import FileActions
from ui.main_window import MainWindow
from ui.paper import pdf_of
from ui.preview import section_of
from ui.printing import PrintFailed, print_pages
from ui.session import Session
from ui.settings import Settings

GRANTED = "applications.granted.natural_person"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    made = MainWindow(Settings(tmp_path / "window.ini"), date(2026, 1, 10))
    qtbot.addWidget(made)
    made.show()
    made.files.open_sample()
    yield made
    made.close()


def session(window: MainWindow) -> Session:
    assert window.desk is not None
    return window.desk.session


def deeds(window: MainWindow) -> FileActions:
    assert window.file_actions is not None
    return window.file_actions


def export_page(window: MainWindow, *formats: str) -> ExportPage:
    window.actions_of["export"].trigger()
    page = deeds(window).export_page
    assert page is not None
    for name, box in page.formats.items():
        box.setChecked(name in formats)
    return page


def test_the_preview_shows_real_pages_and_follows_edits(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_of["preview"].trigger()
    preview = deeds(window).preview
    assert preview is not None
    qtbot.waitUntil(lambda: preview.pages > 0, timeout=60_000)
    before = preview.pages
    text = session(window).report.text("overview")
    with qtbot.waitSignal(preview.shown, timeout=60_000):
        session(window).edit([(Slot(SlotKind.TEXT, "overview"), text + "\n增加一段。" * 60)], "修改文字")
    assert preview.pages > before


def test_a_line_of_the_preview_leads_to_its_section(window: MainWindow) -> None:
    report = session(window).report
    assert section_of(report, "三、收到和处理政府信息公开申请情况") == "applications"
    words = report.text("problems").splitlines()[0][:12]
    assert section_of(report, words) == "problems"
    assert section_of(report, "— 3 —") == ""


def test_chosen_formats_are_written_and_remembered(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    page = export_page(window, "docx", "xlsx")
    page.folder.setText(str(tmp_path / "交件"))
    with qtbot.waitSignal(page.exported, timeout=60_000):
        page.start_button.click()
    assert sorted(path.suffix for path in page.written) == [".docx", ".xlsx"]
    values = session(window).report.values()
    assert all(take_in(path).report.values() == values for path in page.written)
    assert window.settings.text("formats") == "docx,xlsx"


def test_an_export_that_cannot_be_written_says_so(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    blocked = tmp_path / "占用"
    blocked.write_text("文件")
    page = export_page(window, "docx")
    page.folder.setText(str(blocked / "下级"))
    with qtbot.waitSignal(page.exported, timeout=60_000):
        page.start_button.click()
    assert page.written == ()
    assert "已导出 0 个文件" in window.status.message


def test_without_a_format_nothing_is_begun(window: MainWindow) -> None:
    page = export_page(window)
    page.start()
    assert "请选择至少一种格式" in window.status.message


def test_printing_draws_every_page(window: MainWindow, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "打印.pdf"))
    pages = print_pages(pdf_of(session(window).report), printer)
    assert pages > 3
    assert (tmp_path / "打印.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_does_not_answer_is_told(window: MainWindow, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "没有" / "打印.pdf"))
    with pytest.raises(PrintFailed, match="打印机没有响应"):
        print_pages(pdf_of(session(window).report), printer)


def test_two_years_stand_beside_each_other(window: MainWindow) -> None:
    window.actions_of["years"].trigger()
    page = deeds(window).years_page
    assert page is not None
    assert [page.before.currentData(), page.after.currentData()] == [2024, 2025]
    groups = [page.view.tree.topLevelItem(n) for n in range(page.view.tree.topLevelItemCount())]
    assert any(group is not None and "申请情况" in group.text(0) for group in groups)


def test_a_generation_is_compared_and_restored(window: MainWindow, tmp_path: Path) -> None:
    window.files.save_as(tmp_path / "年报.xxgk")
    before = session(window).report.value(GRANTED)
    session(window).edit([(Slot(SlotKind.CELL, GRANTED), 999)], "填写")
    window.actions_of["history"].trigger()
    page = deeds(window).history_page
    assert page is not None
    assert page.list.count() == 1
    page.restore_button.click()
    assert session(window).report.value(GRANTED) == before
    assert session(window).dirty


def test_the_sign_off_sheet_is_shown_as_it_will_be_printed(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_of["sign_off"].trigger()
    page = deeds(window).sign_off_page
    assert page is not None
    qtbot.waitUntil(lambda: bool(page.sheets.pages), timeout=60_000)
    page.export_button.click()
    exports = deeds(window).export_page
    assert exports is not None
    assert [name for name, box in exports.formats.items() if box.isChecked()] == ["signoff"]


def test_a_published_report_is_shown_before_it_is_taken_over(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    page = export_page(window, "docx")
    page.folder.setText(str(tmp_path))
    with qtbot.waitSignal(page.exported, timeout=60_000):
        page.start_button.click()
    values = session(window).report.values()
    window.actions_of["close"].trigger()
    with qtbot.waitSignal(window.deeds.imports.show_wanted, timeout=60_000):
        window.deeds.take_file(page.written[0])
    assert window.desk is None
    assert window.in_sight is window.deeds.imports.page
    window.deeds.imports.page.take_button.click()
    assert session(window).report.values() == values
    assert "新增下一年度报告" in window.messages.offers


def test_an_import_into_a_year_that_is_there_is_one_step_to_undo(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    page = export_page(window, "xlsx")
    page.folder.setText(str(tmp_path))
    with qtbot.waitSignal(page.exported, timeout=60_000):
        page.start_button.click()
    session(window).edit([(Slot(SlotKind.CELL, GRANTED), 999)], "填写")
    with qtbot.waitSignal(window.deeds.imports.show_wanted, timeout=60_000):
        window.deeds.take_file(page.written[0])
    window.deeds.imports.page.take_button.click()
    assert session(window).report.value(GRANTED) != 999
    window.actions_of["undo"].trigger()
    assert session(window).report.value(GRANTED) == 999


def test_a_copied_report_is_pasted_on_the_start_page(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_of["close"].trigger()
    QGuiApplication.clipboard().setText("今天天气很好，没有什么可以报告的内容。")
    QTest.keyClick(window.start, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "正在读取" not in window.messages.text, timeout=60_000)
    assert window.messages.text
    assert window.desk is None


def test_words_are_found_and_replaced_in_all_texts_as_one_step(window: MainWindow) -> None:
    workspace = window.workspace
    assert workspace is not None
    before = {name: session(window).report.text(name) for name in ("overview", "problems", "other_matters")}
    count = sum(text.count("公开") for text in before.values())
    window.actions_of["find"].trigger()
    bar = workspace.find_bar
    bar.words.clear()
    type_words(bar.words, "公开")
    bar.instead.setText("公布")
    bar.find_next()
    assert bar.result.startswith("第 1 处")
    bar.replace_all()
    assert sum(session(window).report.text(name).count("公布") for name in before) >= count
    window.actions_of["undo"].trigger()
    assert {name: session(window).report.text(name) for name in before} == before
    QTest.keyClick(bar.words, Qt.Key.Key_Escape)
    assert bar.isHidden()


def test_help_comes_at_the_place_and_esc_leads_back(window: MainWindow) -> None:
    assert window.workspace is not None
    window.workspace.show_page("applications")
    for name in ("manual", "shortcuts", "about"):
        window.actions_of[name].trigger()
        assert window.in_sight is not window.workspace
        QTest.keyClick(window, Qt.Key.Key_Escape)
        assert window.in_sight is window.workspace


def test_charts_are_drawn_of_this_year_and_the_years_before(window: MainWindow) -> None:
    window.actions_of["charts"].trigger()
    page = deeds(window).charts_page
    assert page is not None
    titles = [picture.accessibleName() for picture in page.pictures]
    assert titles[0] == "2025年申请办理结果（件）"
    assert "历年政府信息公开申请（件）" in titles
    assert all(picture.renderer().isValid() for picture in page.pictures)
    paper = page.pictures[0].grab().toImage()
    assert paper.pixelColor(paper.width() - 3, paper.height() - 3).lightness() > 200, "no black box behind"
    QTest.mouseClick(page.export_button, Qt.MouseButton.LeftButton)
    exports = deeds(window).export_page
    assert exports is not None
    assert [name for name, box in exports.formats.items() if box.isChecked()] == ["charts"]
