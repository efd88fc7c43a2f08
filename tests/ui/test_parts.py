"""The window's smaller parts: page states, recent files, settings, message line, crash guard, fields of the cover."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from model.errors import AssistantError
from model.findings import Level
from model.office_content import Content
from model.office_file import OfficeFile
from model.report import Slot, SlotKind
from tests.ui.hands import type_words
from ui.cover_page import CoverPage
from ui.crash_guard import CrashGuard
from ui.main_window import MainWindow
from ui.message_bar import MessageBar, Offer
from ui.page_state import COVER, Progress, state_of
from ui.pages import pages_of
from ui.recent import state_of_file
from ui.session import Session
from ui.settings import MOST_RECENT, Settings
from ui.start_page import days_left

LICENCES = Slot(SlotKind.CELL, "disclosure.licences.decisions")


def states(session: Session) -> dict[str, tuple[Progress, str]]:
    found = {}
    for page in pages_of(session.report):
        state = state_of(session.report, session.outcome, page.id)
        found[page.id] = (state.progress, state.words)
    return found


def test_a_new_report_is_not_begun_anywhere(session: Session) -> None:
    told = states(session)
    assert told["overview"] == told["disclosure"] == (Progress.NOT_BEGUN, "未开始")
    assert told[COVER] == (Progress.UNFINISHED, "2 项未填")


def test_a_page_counts_its_open_cells_then_its_errors(session: Session) -> None:
    session.edit([(LICENCES, 3)], "填写")
    assert states(session)["disclosure"] == (Progress.UNFINISHED, "9 格未填")
    keys = [key for key in session.report.form.entered if key.startswith("applications.")]
    session.edit([(Slot(SlotKind.CELL, key), 1) for key in keys], "填写")
    assert states(session)["applications"][0] is Progress.ERROR


def test_the_pages_come_in_the_order_of_the_form(session: Session) -> None:
    assert [page.id for page in pages_of(session.report)] == [
        COVER, "overview", "disclosure", "applications", "disputes", "problems", "other_matters",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2026, 1, 1), "2026-01-31 截止，还有 30 天"),
        (date(2026, 1, 31), "2026-01-31 截止，就是今天"),
        (date(2026, 2, 2), "2026-01-31 截止，已过 2 天"),
    ],
)
def test_the_days_left_are_counted(today: date, words: str) -> None:
    assert days_left(date(2026, 1, 31), today) == words


def test_a_recent_file_tells_verdict_and_deadline(tmp_path: Path) -> None:
    path = tmp_path / "年报.xxgk"
    made = OfficeFile.unsaved(Content({"office": "云溪县林业局", "level": "department"}))
    made.start_year(2025)
    made.save_as(path)
    made.close()
    told = state_of_file(path, date(2026, 1, 10))
    assert told.title == "云溪县林业局　2025 年度"
    assert told.state == "还有 166 格未填 · 2026-01-31 截止，还有 21 天"


def test_a_recent_file_that_is_gone_or_broken_says_so(tmp_path: Path) -> None:
    assert not state_of_file(tmp_path / "没有.xxgk", date(2026, 1, 10)).sound
    (tmp_path / "坏.xxgk").write_bytes(b"{")
    assert not state_of_file(tmp_path / "坏.xxgk", date(2026, 1, 10)).sound


def test_settings_last_until_the_next_start(tmp_path: Path) -> None:
    first = Settings(tmp_path / "window.ini")
    for number in range(MOST_RECENT + 2):
        first.opened(tmp_path / f"{number}.xxgk")
    first.dark = True
    first.set_flag("preview", on=True)
    first.set_text("export_folder", "/交件")
    del first
    again = Settings(tmp_path / "window.ini")
    assert len(again.recent) == MOST_RECENT
    assert again.recent[0] == tmp_path / f"{MOST_RECENT + 1}.xxgk"
    assert again.dark is True
    assert again.flag("preview")
    assert again.text("export_folder") == "/交件"
    again.forget(again.recent[0])
    assert len(again.recent) == MOST_RECENT - 1


def test_a_message_offers_what_can_be_done(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    bar = MessageBar(parent)
    done: list[str] = []
    bar.show_message("没有保存", Level.ERROR, (Offer("重试", lambda: done.append("重试")),))
    assert bar.text == "没有保存"
    bar.take("重试")
    assert done == ["重试"]
    assert bar.text == ""


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    made = MainWindow(Settings(tmp_path / "window.ini"), date(2026, 1, 10))
    qtbot.addWidget(made)
    yield made
    made.close()


def raised(error: Exception) -> Exception:
    """The error as Python reports it: with its traceback."""
    try:
        raise error
    except type(error) as caught:
        return caught


def test_what_nobody_expected_keeps_the_edits_first(
    window: MainWindow, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "年报.xxgk"
    window.files.new("云溪县林业局", "department", 2025, path)
    assert window.desk is not None
    window.desk.session.edit([(LICENCES, 7)], "填写")
    guard = CrashGuard(window)
    error = raised(ZeroDivisionError("零"))
    guard.caught(type(error), error, error.__traceback__)
    copy = window.desk.office.crash_copy
    window.desk.office.close()
    with OfficeFile.open(path) as other:
        assert other.recovery is not None
        assert other.recovery.content.reports[2025].value(LICENCES.key) == 7
    copy.discard()
    assert "已先保留全部修改" in window.messages.text
    window.messages.take("复制详细信息")
    assert "ZeroDivisionError" in QGuiApplication.clipboard().text()
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_an_error_of_our_own_shows_its_sentence_only(window: MainWindow) -> None:
    error = raised(AssistantError("请换一个文件夹"))
    CrashGuard(window).caught(type(error), error, error.__traceback__)
    assert window.messages.text == "请换一个文件夹"
    assert window.messages.offers == ()


def test_the_guard_stands_where_python_reports(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    guard = CrashGuard(window)
    guard.install()
    assert sys.excepthook == guard.caught


def test_the_preamble_follows_the_office_data_until_it_is_rewritten(qtbot: QtBot, session: Session) -> None:
    page = CoverPage(session, pages_of(session.report)[0])
    qtbot.addWidget(page)
    type_words(page.fields["phone"], "0500-12345")
    assert "电话：0500-12345" in page.editor.kept
    type_words(page.editor, "本局")
    assert "本局" in session.report.text("preamble")
    type_words(page.fields["phone"], "6")
    assert "0500-123456" not in page.editor.kept
    page.redraft_button.click()
    assert session.report.text("preamble") == ""
    assert "0500-123456" in page.editor.kept


def test_a_day_that_is_none_is_marked(qtbot: QtBot, session: Session) -> None:
    page = CoverPage(session, pages_of(session.report)[0])
    qtbot.addWidget(page)
    type_words(page.fields["date"], "2025-13-40")
    assert page.fields["date"].property("state") == "error"
    page.fields["date"].selectAll()
    type_words(page.fields["date"], "2025-01-20")
    assert page.fields["date"].property("state") == ""


def test_the_level_sets_the_deadline(qtbot: QtBot, session: Session) -> None:
    page = CoverPage(session, pages_of(session.report)[0])
    qtbot.addWidget(page)
    page.levels.button(1).click()
    assert session.report.field("level") == "government"
    session.undo()
    assert page.levels.button(0).isChecked()


def test_only_a_whole_day_reaches_the_report(qtbot: QtBot, session: Session) -> None:
    page = CoverPage(session, pages_of(session.report)[0])
    qtbot.addWidget(page)
    type_words(page.fields["deadline"], "2025-01-2")
    assert session.report.field("deadline") == ""
    type_words(page.fields["deadline"], "6")
    assert session.report.field("deadline") == "2025-01-26"


def test_a_day_in_other_words_is_taken_for_the_day_it_plainly_is(qtbot: QtBot, session: Session) -> None:
    page = CoverPage(session, pages_of(session.report)[0])
    qtbot.addWidget(page)
    type_words(page.fields["date"], "2025年1月5日")
    page.fields["date"].editingFinished.emit()
    assert session.report.field("date") == page.fields["date"].text() == "2025-01-05"
    assert page.fields["date"].property("state") == ""
