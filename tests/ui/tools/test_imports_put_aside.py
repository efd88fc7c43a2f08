"""An import that is put aside half checked waits, and is compared anew with what was done meanwhile."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from model.report import Slot, SlotKind
from model.stages import NOW
from tests.ui.tools.importing import half_checked, published, put_in, shown
from tests.ui.windows import GRANTED, OTHER, session_of
from ui.frame.main_window import MainWindow


def test_who_leaves_an_import_half_checked_comes_back_to_it(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    session_of(sample_window).edit([(Slot(SlotKind.CELL, GRANTED), 999)], "填写")
    page = half_checked(sample_window, qtbot, tmp_path)
    QTest.keyClick(sample_window, Qt.Key.Key_Escape)
    assert sample_window.in_sight is sample_window.workspace
    assert sample_window.messages.offers == ("继续核对",)
    sample_window.messages.take("继续核对")
    assert page.isVisible()
    assert not sample_window.messages.text
    page.take_button.click()
    assert session_of(sample_window).report.value(OTHER) == 7
    assert not sample_window.messages.text.startswith("导入的报告还没有采用")


def test_what_is_typed_while_an_import_waits_is_compared_anew(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    page = half_checked(sample_window, qtbot, tmp_path)
    QTest.keyClick(sample_window, Qt.Key.Key_Escape)
    session_of(sample_window).edit([(Slot(SlotKind.FIELD, "drafter"), "李某")], "填写")
    sample_window.messages.take("继续核对")
    page.take_button.click()
    assert session_of(sample_window).report.field("drafter") == "李某"
    assert session_of(sample_window).report.value(OTHER) == 7


def test_who_has_closed_the_message_finds_a_half_checked_import_where_imports_begin(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    page = half_checked(sample_window, qtbot, tmp_path)
    for _ in range(2):
        QTest.keyClick(sample_window, Qt.Key.Key_Escape)
    assert not sample_window.messages.text
    sample_window.actions_of["import"].trigger()
    for dialog in sample_window.findChildren(QFileDialog):
        dialog.reject()
    sample_window.messages.take("继续核对")
    assert page.isVisible()


def test_undo_takes_back_what_was_checked_wherever_on_the_page_the_keyboard_is(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    session_of(sample_window).edit([(Slot(SlotKind.CELL, GRANTED), 999)], "填写")
    with shown(sample_window, qtbot) as page:
        sample_window.deeds.take_file(published(tmp_path))
    was = dict(page.edits).get(Slot(SlotKind.CELL, OTHER))
    put_in(page, OTHER, Qt.Key.Key_7)
    assert dict(page.edits)[Slot(SlotKind.CELL, OTHER)] == 7
    page.take_button.setFocus()
    QTest.keyClick(page.take_button, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.isVisible()
    assert session_of(sample_window).report.value(GRANTED) == 999
    assert dict(page.edits)[Slot(SlotKind.CELL, OTHER)] != 7
    assert was is None


def test_an_import_is_compared_with_the_file_into_which_it_goes(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    page = half_checked(sample_window, qtbot, tmp_path)
    QTest.keyClick(sample_window, Qt.Key.Key_Escape)
    sample_window.files.new("云溪区教育局", "department", 2022, tmp_path / "另一份.xxgk")
    sample_window.actions_of["import"].trigger()
    for dialog in sample_window.findChildren(QFileDialog):
        dialog.reject()
    sample_window.messages.take("继续核对")
    assert page.isVisible()
    assert sample_window.messages.text.startswith("报告有改动")
    assert dict(page.edits)[Slot(SlotKind.CELL, OTHER)] == 7


def test_a_report_that_changes_under_an_import_is_compared_before_it_is_taken_over(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    with shown(sample_window, qtbot) as page:
        sample_window.deeds.take_file(published(tmp_path))
    session_of(sample_window).edit([(Slot(SlotKind.FIELD, "drafter"), "李某")], "填写")
    page.take_button.click()
    assert page.isVisible()
    assert sample_window.messages.text.startswith("报告有改动")
    page.take_button.click()
    assert not page.isVisible()
    assert session_of(sample_window).report.field("drafter") == "李某"


def test_a_report_signed_while_an_import_waits_is_not_replaced(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    with shown(sample_window, qtbot) as page:
        sample_window.deeds.take_file(published(tmp_path))
    session_of(sample_window).edit([(Slot(SlotKind.STAGE, NOW), "signed")], "已签")
    before = dict(session_of(sample_window).report.slots)
    page.take_button.click()
    assert "更正" in sample_window.messages.text
    assert session_of(sample_window).report.slots == before


def test_an_import_that_was_only_looked_at_is_left_without_a_word(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    with shown(sample_window, qtbot):
        sample_window.deeds.take_file(published(tmp_path))
    QTest.keyClick(sample_window, Qt.Key.Key_Escape)
    assert not sample_window.messages.text
