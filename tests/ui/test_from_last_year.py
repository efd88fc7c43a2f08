"""Last year's report, in whatever file it stands, is where the new one begins."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from export.products import produce
from model.report import Report, Slot, SlotKind
from tests.figures import municipality_report
from tests.ui.windows import saved_words
from ui.frame.main_window import MainWindow
from ui.prose.page import ProsePage
from ui.tools.import_page import ImportPage

WORDS = "（一）主动公开\n2024年公开工作平稳有序，全年收到申请3119件。"


@pytest.fixture
def window(start_window: MainWindow) -> MainWindow:
    start_window.activateWindow()
    return start_window


@pytest.fixture
def word_file(tmp_path: Path) -> Path:
    report = municipality_report()
    report.set([(Slot(SlotKind.TEXT, "overview"), WORDS)])
    return next(iter(produce("docx", {2024: report}, 2024, tmp_path)))


def read(window: MainWindow, qtbot: QtBot, path: Path) -> ImportPage:
    """Choose last year's report on the start page, and wait until it is read."""
    QTest.mouseClick(window.start.deeds["from_last_year"], Qt.MouseButton.LeftButton)
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    with qtbot.waitSignal(window.deeds.imports.show_wanted, timeout=60_000):
        dialog.fileSelected.emit(str(path))
    dialog.close()
    window.activateWindow()
    return window.deeds.imports.page


def report(window: MainWindow) -> Report:
    assert window.desk is not None
    return window.desk.session.report


def test_a_word_file_becomes_last_year_and_the_next_is_begun_with_enter(
    window: MainWindow, qtbot: QtBot, word_file: Path
) -> None:
    page = read(window, qtbot, word_file)
    assert page.take_button.text() == "采用，并新建 2025 年度报告"
    assert window.focusWidget() is page.take_button
    QTest.keyClick(page.take_button, Qt.Key.Key_Return)
    assert window.desk is not None
    assert window.desk.years == (2024, 2025)
    assert (report(window).year, report(window).field("level")) == (2025, "government")
    assert report(window).text("preamble") == ""
    carried = [report(window).value(f"applications.carried_in.{column}") for column in ("natural_person",)]
    assert carried == [municipality_report().value("applications.carried_out.natural_person")]
    assert saved_words(window).endswith(("未保存", "尚未存为文件"))


def test_the_texts_of_last_year_are_there_to_begin_from_and_gone_with_undo(
    window: MainWindow, qtbot: QtBot, word_file: Path
) -> None:
    read(window, qtbot, word_file).take_button.click()
    assert window.workspace is not None
    page = window.workspace.show_page("overview")
    assert isinstance(page, ProsePage)
    QTest.mouseClick(page.begin_from_last_year, Qt.MouseButton.LeftButton)
    assert report(window).text("overview") == WORDS.replace("2024年", "2025年")
    assert not page.begin_from_last_year.isVisible()
    window.actions_of["undo"].trigger()
    assert report(window).text("overview") == ""
    assert page.begin_from_last_year.isVisible()


def test_what_the_file_knows_of_the_office_outlives_an_import(
    window: MainWindow, qtbot: QtBot, word_file: Path
) -> None:
    read(window, qtbot, word_file).take_button.click()
    assert window.desk is not None
    window.desk.switch_year(2024)
    session = window.desk.session
    session.edit([(Slot(SlotKind.FIELD, "website"), "www.example.gov.cn")], "填写网站")
    with qtbot.waitSignal(window.deeds.imports.show_wanted, timeout=60_000):
        window.deeds.take_file(word_file)
    window.deeds.imports.page.take_button.click()
    assert report(window).year == 2024
    assert report(window).field("website") == "www.example.gov.cn"
    assert report(window).field("level") == "government"
