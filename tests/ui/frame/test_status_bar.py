"""The line at the foot: help at the left, shortened where it must be, and what was done at the right."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from model.report import Slot, SlotKind
from tests.ui.windows import workspace_of
from ui.frame.main_window import MainWindow
from ui.frame.status_bar import StatusBar
from ui.report.table_page import TablePage

LONG = "本年新收政府信息公开申请数量：" + "指行政机关收到的申请。" * 20


def test_help_and_message_stand_side_by_side(qtbot: QtBot) -> None:
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.show_hint("提示")
    bar.show_message("已保存")
    assert (bar.hint, bar.message) == ("提示", "已保存")


def test_long_help_is_shortened_and_whole_in_the_tooltip(qtbot: QtBot) -> None:
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.show_hint(LONG)
    bar.show_message("已保存")
    bar.resize(500, bar.sizeHint().height())
    bar.show()
    labels = {label.accessibleName(): label for label in bar.findChildren(QLabel)}
    assert bar.minimumSizeHint().width() < 500
    assert labels["提示"].toolTip() == LONG
    assert labels["状态"].width() >= labels["状态"].sizeHint().width()
    ink = labels["提示"].grab().toImage()
    right = [ink.pixelColor(ink.width() - 1, y).lightness() for y in range(ink.height())]
    assert min(right) > 128, "no character is cut in two"


def test_help_follows_the_cell_under_the_cursor(sample_window: MainWindow) -> None:
    page = workspace_of(sample_window).show_page("applications")
    assert isinstance(page, TablePage)
    page.grid.focus_cell("applications.granted.natural_person")
    first = sample_window.status.hint
    page.grid.focus_cell("applications.received.enterprise")
    assert "予以公开" in first
    assert sample_window.status.hint != first


def test_what_was_done_is_told_at_the_right(sample_window: MainWindow) -> None:
    session = workspace_of(sample_window).session
    session.edit([(Slot(SlotKind.FIELD, "fax"), "1")], "修改传真")
    sample_window.actions_of["undo"].trigger()
    assert sample_window.status.message == "已撤销“修改传真”"
    assert not sample_window.actions_of["undo"].isEnabled()
    assert sample_window.actions_of["redo"].text() == "重做“修改传真”"
