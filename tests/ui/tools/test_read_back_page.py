"""读回修改稿: the edited file's changes are listed, and each is taken or left with one key; nothing else is touched."""

from collections.abc import Callable
from pathlib import Path

import pytest
from docx.document import Document as WordFile
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QFileDialog,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from model.number_fields import expand
from model.report import Report, Slot, SlotKind
from model.review.proposals import ProposalKind
from model.review.remarks import open_remarks
from model.stages import NOW, Stage
from tests.export.sample import report_of
from tests.intake.edited_drafts import CHIEF, cell_with, commented, edited, removed, tracked
from tests.model.review.test_read_back import place_of
from tests.ui.windows import GRANTED, deeds_of, session_of, workspace_of
from ui.frame.main_window import MainWindow
from ui.report.table_page import TablePage
from ui.tools.read_back_page import ReadBackPage

Edit = Callable[[WordFile], object]


@pytest.fixture
def page(sample_window: MainWindow) -> ReadBackPage:
    """The page in sight, its dialog put away."""
    sample_window.activateWindow()
    sample_window.actions_of["read_back"].trigger()
    for dialog in sample_window.findChildren(QFileDialog):
        dialog.reject()
    sample_window.activateWindow()
    [made] = [page for page in deeds_of(sample_window).pages.values() if isinstance(page, ReadBackPage)]
    return made


def report(page: ReadBackPage) -> Report:
    return page._session.report


def test_without_a_file_it_is_told_what_will_come_here(page: ReadBackPage) -> None:
    assert page.told.isVisible()
    assert "采用按 Enter" in page.told.text()


def second(page: ReadBackPage) -> str:
    """A sentence of the sample's first section."""
    text = expand(report(page), report(page).text("problems")).split("\n")
    return max(text, key=len)[:12]


def bring(page: ReadBackPage, qtbot: QtBot, path: Path, *edits: Edit, of: Report | None = None) -> None:
    """An edited file comes back and is read."""
    path.write_bytes(edited(of or report(page), *edits))
    read(page, qtbot, path)


def read(page: ReadBackPage, qtbot: QtBot, path: Path) -> None:
    with qtbot.waitSignal(page._worker.finished, timeout=60_000):
        page.read_file(path)


def rows(page: ReadBackPage) -> list[tuple[str, str]]:
    items = [page.list.topLevelItem(n) for n in range(page.list.topLevelItemCount())]
    return [(item.text(0), item.text(1)) for item in items if item is not None]


def test_the_command_asks_for_the_file(sample_window: MainWindow) -> None:
    sample_window.actions_of["read_back"].trigger()
    [dialog] = sample_window.findChildren(QFileDialog)
    assert "*.docx" in dialog.nameFilters()[0]
    dialog.reject()


def test_each_change_is_taken_or_left_with_one_key(page: ReadBackPage, qtbot: QtBot, tmp_path: Path) -> None:
    words = second(page)
    before = report(page).value(GRANTED)
    edits = (
        tracked(words, "改过的开头，"),
        cell_with(*place_of(report(page), GRANTED), "20"),
        commented(report(page).form.section("problems").heading, "太短"),
    )
    bring(page, qtbot, tmp_path / "改.docx", *edits)
    assert rows(page) == [("待定", "文字"), ("待定", "数字"), ("待定", "批注")]
    assert report(page).value(GRANTED) == before
    assert QApplication.focusWidget() is page.list
    assert CHIEF in page.list.topLevelItem(0).text(4)  # type: ignore[union-attr]
    assert page.versions.new.toPlainText().startswith("改过的开头，")
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert "改过的开头，" in report(page).text("problems")
    assert page.list.current is not None
    assert page.list.current.kind is ProposalKind.NUMBER
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    assert report(page).value(GRANTED) == before
    assert rows(page) == [("待定", "批注"), ("不采用", "数字")]
    QTest.keyClick(page.list, Qt.Key.Key_Space)
    assert [(each.who, each.text) for each in open_remarks(report(page))] == [(CHIEF, "太短")]
    assert rows(page) == [("不采用", "数字")]
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert report(page).value(GRANTED) == 20
    assert rows(page) == []


def behind_all(words: str) -> Edit:
    """A paragraph written where the file ends: behind office and date."""

    def edit(file: WordFile) -> None:
        file.add_paragraph(words)

    return edit


def test_a_paragraph_behind_the_signature_is_the_only_change(
    page: ReadBackPage, qtbot: QtBot, tmp_path: Path
) -> None:
    before = report(page).text("other_matters")
    bring(page, qtbot, tmp_path / "改.docx", behind_all("另有两件事项正在办理。"))
    assert rows(page) == [("待定", "文字")]
    assert page.all_words.text() == "文字全部采用（1）"
    QTest.mouseClick(page.all_words, Qt.MouseButton.LeftButton)
    assert report(page).text("other_matters") == f"{before}\n另有两件事项正在办理。"
    assert rows(page) == []


def test_a_number_shows_what_the_checks_would_say_before_it_is_taken(
    page: ReadBackPage, qtbot: QtBot, tmp_path: Path
) -> None:
    bring(page, qtbot, tmp_path / "改.docx", cell_with(*place_of(report(page), GRANTED), "20"))
    assert "新出现检查结果" in page.versions.effects.text()
    assert "T3.3" in page.versions.effects.text()


def test_one_step_back_for_each_and_the_page_stays(
    sample_window: MainWindow, page: ReadBackPage, qtbot: QtBot, tmp_path: Path
) -> None:
    before = report(page).slots
    words = second(page)
    number = cell_with(*place_of(report(page), GRANTED), "20")
    bring(page, qtbot, tmp_path / "改.docx", tracked(words, "改过的开头，"), number)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert rows(page) == []
    sample_window.actions_of["undo"].trigger()
    assert page.isVisible()
    assert rows(page) == [("待定", "数字")]
    sample_window.actions_of["undo"].trigger()
    assert report(page).slots == before
    assert len(rows(page)) == 2


def test_all_words_are_taken_as_one_step(page: ReadBackPage, qtbot: QtBot, tmp_path: Path) -> None:
    before = report(page).slots
    overview = expand(report(page), report(page).text("overview")).split("\n")
    number = cell_with(*place_of(report(page), GRANTED), "20")
    edits = (tracked(second(page), "改过的开头，"), removed(overview[0]), number)
    bring(page, qtbot, tmp_path / "改.docx", *edits)
    page.all_words.click()
    assert rows(page) == [("待定", "数字")]
    assert "{" in report(page).text("overview")
    page._session.undo()
    assert report(page).slots == before


def test_the_place_is_led_to_and_the_list_is_there_again(
    sample_window: MainWindow, page: ReadBackPage, qtbot: QtBot, tmp_path: Path
) -> None:
    bring(page, qtbot, tmp_path / "改.docx", cell_with(*place_of(report(page), GRANTED), "20"))
    page.versions.place_button.click()
    shown = workspace_of(sample_window).page
    assert isinstance(shown, TablePage)
    assert shown.grid.current_key == GRANTED
    sample_window.actions_of["read_back"].trigger()
    assert page.isVisible()
    assert rows(page) == [("待定", "数字")]


def test_a_file_that_nobody_changed_says_so(page: ReadBackPage, qtbot: QtBot, tmp_path: Path) -> None:
    bring(page, qtbot, tmp_path / "同.docx")
    assert rows(page) == []
    assert "没有不同" in page._head.note


def test_another_office_or_year_is_asked_about_first(
    page: ReadBackPage, qtbot: QtBot, tmp_path: Path
) -> None:
    bring(page, qtbot, tmp_path / "别.docx", of=report_of())
    assert "清河县教育局" in page.told.text()
    assert not page.list.isVisible()
    assert page.go_on.isVisible()
    before = report(page).slots
    page.go_on.click()
    assert page.list.isVisible()
    assert rows(page)
    assert report(page).slots == before


def test_another_form_is_said_plainly(page: ReadBackPage, qtbot: QtBot, tmp_path: Path) -> None:
    bring(page, qtbot, tmp_path / "旧.docx", of=report_of("2014"))
    assert "格式不同" in page.told.text()
    assert not page.go_on.isVisible()
    assert not page.list.isVisible()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("改.pdf", b"%PDF-1.7\n", "不是 Word 文件"),
        ("改.docx", b"", "改.docx"),
        ("改.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "改.doc"),
    ],
)
def test_what_cannot_be_compared_is_refused_in_words(
    page: ReadBackPage, qtbot: QtBot, tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    read(page, qtbot, path)
    assert said in page.told.text()
    assert page.told.isVisible()
    assert not page.list.isVisible()


def test_a_signed_report_is_compared_and_not_changed(
    sample_window: MainWindow, page: ReadBackPage, qtbot: QtBot, tmp_path: Path
) -> None:
    session = session_of(sample_window)
    bring(page, qtbot, tmp_path / "改.docx", cell_with(*place_of(report(page), GRANTED), "20"))
    session.note([(Slot(SlotKind.STAGE, NOW), Stage.SIGNED.value)])
    said: list[str] = []
    page.said.connect(said.append)
    before = report(page).value(GRANTED)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert report(page).value(GRANTED) == before
    assert said


def test_another_year_on_the_desk_lets_go_of_the_file(
    sample_window: MainWindow, page: ReadBackPage, qtbot: QtBot, tmp_path: Path
) -> None:
    bring(page, qtbot, tmp_path / "改.docx", cell_with(*place_of(report(page), GRANTED), "20"))
    assert sample_window.desk is not None
    sample_window.desk.switch_year(2024)
    assert rows(page) == []
    assert not page.list.isVisible()


def test_the_effects_are_those_on_the_report_as_it_now_is(
    page: ReadBackPage, qtbot: QtBot, tmp_path: Path
) -> None:
    other = "applications.received.natural_person"
    value = report(page).value(other)
    assert isinstance(value, int)
    edits = [
        cell_with(*place_of(report(page), GRANTED), "20"),
        cell_with(*place_of(report(page), other), str(value - 1)),
    ]
    bring(page, qtbot, tmp_path / "改.docx", *edits)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert "消失" in page.versions.effects.text()
    assert "新出现" not in page.versions.effects.text()


def test_everything_on_the_page_is_named_for_a_screen_reader(
    sample_window: MainWindow, page: ReadBackPage, qtbot: QtBot, tmp_path: Path
) -> None:
    bring(page, qtbot, tmp_path / "改.docx", cell_with(*place_of(report(page), GRANTED), "20"))
    controls = [part for part in page.findChildren(QWidget) if part.isVisible()]
    kinds = (QAbstractButton, QAbstractItemView, QTextEdit)
    named = [part for part in controls if isinstance(part, kinds) and not part.objectName().startswith("qt_")]
    assert len(named) >= 8
    assert not [part for part in named if not part.accessibleName()]


def test_tab_leads_from_the_list_through_both_versions_to_the_deeds(
    page: ReadBackPage, qtbot: QtBot, tmp_path: Path
) -> None:
    bring(page, qtbot, tmp_path / "改.docx", cell_with(*place_of(report(page), GRANTED), "20"))
    shown = page.versions
    stops = [page.list, shown.old, shown.new, shown.place_button, shown.leave_button, shown.take_button]
    page.list.setFocus()
    for stop in stops[1:]:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is stop
