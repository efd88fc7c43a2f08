"""The sign-off sheet is shown as it will be printed, and leads to paper and to files."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from model.file.office_content import Content
from tests.export.paper import read
from tests.ui.hands import type_words
from tests.ui.windows import deeds_of, tool_of
from ui.frame.main_window import MainWindow
from ui.look.style import theme
from ui.tools.sign_off_page import SignOffPage


def shown(window: MainWindow, qtbot: QtBot) -> SignOffPage:
    window.actions_of["sign_off"].trigger()
    page = tool_of(window, SignOffPage)
    assert page is not None
    qtbot.waitUntil(lambda: bool(page.sheets.pages), timeout=60_000)
    return page


def test_the_sign_off_sheet_is_shown_as_it_will_be_printed(sample_window: MainWindow, qtbot: QtBot) -> None:
    sample_window.actions_of["sign_off"].trigger()
    page = tool_of(sample_window, SignOffPage)
    assert page is not None
    qtbot.waitUntil(lambda: bool(page.sheets.pages), timeout=60_000)
    page.export_button.click()
    exports = deeds_of(sample_window).export_page
    assert exports is not None
    assert [name for name, box in exports.formats.items() if box.isChecked()] == ["signoff"]


def test_what_is_printed_is_what_is_shown(sample_window: MainWindow, qtbot: QtBot) -> None:
    page = shown(sample_window, qtbot)
    page.print_wanted.disconnect()
    with qtbot.waitSignal(page.print_wanted) as told:
        page.print_button.click()
    assert told.args is not None
    text = "".join(each.text for each in read(bytes(told.args[0])).pages)
    assert "审签单" in text
    assert "云溪县行政审批服务局" in text


def test_nothing_can_be_printed_before_it_is_made(sample_window: MainWindow, qtbot: QtBot) -> None:
    page = shown(sample_window, qtbot)
    page.load()
    assert not page.print_button.isEnabled()
    qtbot.waitUntil(page.print_button.isEnabled, timeout=60_000)


def test_a_line_left_half_typed_when_the_file_is_closed_is_in_the_report(
    sample_window: MainWindow, tmp_path: Path
) -> None:
    sample_window.files.save_as(tmp_path / "年报.xxgk")
    sample_window.activateWindow()
    sample_window.actions_of["sign_off"].trigger()
    page = tool_of(sample_window, SignOffPage)
    page.signers.setFocus()
    type_words(page.signers, "拟稿、核稿")
    sample_window.actions_of["close"].trigger()
    kept = Content.read(tmp_path / "年报.xxgk").reports[2025]
    assert kept.field("signers") == "拟稿、核稿"


@pytest.mark.parametrize("width", [1024, 1366, 1920])
def test_the_whole_width_of_the_sheet_is_in_sight(
    sample_window: MainWindow, qtbot: QtBot, width: int
) -> None:
    sample_window.resize(width, 768)
    page = shown(sample_window, qtbot)
    QApplication.processEvents()
    assert page.sheets.page_width() < page.sheets.width()
    right = page.sheets.grab().toImage().pixelColor(page.sheets.width() - 2, 200)
    assert right == QColor(theme().ground), "the paper ends before the room for it does"
