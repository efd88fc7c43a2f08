"""The start page: what can be done, the files of before with their states, what a crash has left."""

from datetime import date
from itertools import pairwise
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from model.file.crash_copy import unsaved_copies
from model.file.office_content import Content
from model.file.office_file import OfficeFile
from ui.start import recent
from ui.start.entry_button import EntryButton
from ui.start.start_page import StartPage


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> StartPage:
    made = StartPage(tmp_path, date(2026, 1, 10))
    qtbot.addWidget(made)
    made.show()
    return made


def entries(page: StartPage) -> list[EntryButton]:
    """The files listed."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return [b for b in page.findChildren(EntryButton) if b not in page.deeds.values()]


def report_in(path: Path, year: int = 2025) -> Path:
    made = OfficeFile.unsaved(Content({"office": "云溪县林业局", "level": "department"}))
    made.start_year(year)
    made.save_as(path)
    made.close()
    return path


def test_both_deadlines_are_in_sight(page: StartPage) -> None:
    words = " ".join(label.text() for label in page.findChildren(QLabel))
    assert "1月31日" in words or "01-31" in words
    assert "3月31日" in words or "03-31" in words


@pytest.mark.parametrize("deed", ["from_last_year", "open", "new", "import", "sample"])
def test_each_deed_is_asked_for_by_key(page: StartPage, qtbot: QtBot, deed: str) -> None:
    with qtbot.waitSignal(page.wanted) as told:
        QTest.keyClick(page.deeds[deed], Qt.Key.Key_Space)
    assert told.args == [deed]


@pytest.mark.parametrize("listed", [False, True])
def test_down_goes_from_entry_to_entry_and_up_comes_back(
    page: StartPage, qtbot: QtBot, tmp_path: Path, listed: bool
) -> None:
    page.show_files((tmp_path / "没有.xxgk",) if listed else (), ())
    qtbot.waitUntil(lambda: all(entry.isVisible() for entry in entries(page)))
    page.activateWindow()
    stops = [*page.deeds.values(), *entries(page)]
    stops[0].setFocus()
    for there, back in pairwise(stops):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Down)
        assert page.focusWidget() is back
        QTest.keyClick(back, Qt.Key.Key_Up)
        assert page.focusWidget() is there
        back.setFocus()
    QTest.keyClick(stops[-1], Qt.Key.Key_Down)
    assert isinstance(page.focusWidget(), EntryButton)


def test_files_tell_their_state_one_after_the_other(page: StartPage, qtbot: QtBot, tmp_path: Path) -> None:
    good, gone = report_in(tmp_path / "林业局.xxgk"), tmp_path / "没有.xxgk"
    page.show_files((good, gone), ())
    assert [entry.words[0] for entry in entries(page)] == ["林业局", "没有"]
    qtbot.waitUntil(lambda: entries(page)[1].words[1].startswith("没有找到"))
    assert entries(page)[0].words == (
        "云溪县林业局　2025 年度",
        "起草 · 还有 166 格未填 · 2026-01-31 截止，还有 21 天",
    )


def test_a_file_is_opened_by_its_entry(page: StartPage, qtbot: QtBot, tmp_path: Path) -> None:
    path = report_in(tmp_path / "林业局.xxgk")
    page.show_files((path,), ())
    with qtbot.waitSignal(page.recent_wanted) as told:
        entries(page)[0].click()
    assert told.args == [path]


def test_what_a_crash_has_left_stands_first(page: StartPage, qtbot: QtBot) -> None:
    made = OfficeFile.unsaved(Content({"office": "云溪县林业局", "level": "department"}))
    made.start_year(2025)
    made.write_crash_copy()
    made.close()
    copies = unsaved_copies()
    page.show_files((), copies)
    assert entries(page)[0].words[0] == "云溪县林业局　2025 年度"
    with qtbot.waitSignal(page.recover_wanted) as told:
        entries(page)[0].click()
    assert told.args == [copies[0]]


def test_listing_again_takes_the_place_of_the_former_list(page: StartPage, tmp_path: Path) -> None:
    page.show_files((tmp_path / "甲.xxgk", tmp_path / "乙.xxgk"), ())
    page.show_files((tmp_path / "乙.xxgk",), ())
    assert len(entries(page)) == 1


def test_without_files_it_says_so(page: StartPage) -> None:
    page.show_files((), ())
    assert "还没有打开过报告。" in [label.text() for label in page.findChildren(QLabel)]


def test_each_file_says_where_it_lies(page: StartPage, tmp_path: Path) -> None:
    page.show_files((tmp_path / "E" / "年报.xxgk", tmp_path / "F" / "年报.xxgk"), ())
    tips = [entry.toolTip() for entry in entries(page)]
    assert str(tmp_path / "E") in tips[0]
    assert str(tmp_path / "F") in tips[1]


def test_a_file_that_never_answers_holds_up_no_other(
    page: StartPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    never = Event()
    good, hung = report_in(tmp_path / "林业局.xxgk"), tmp_path / "网络盘.xxgk"
    read = recent.state_of_file

    def reading(path: Path, today: date) -> recent.FileState:
        if path == hung:
            never.wait(60)
        return read(path, today)

    monkeypatch.setattr(recent, "state_of_file", reading)
    page.show_files((hung, good), ())
    qtbot.waitUntil(lambda: entries(page)[1].words[0] == "云溪县林业局　2025 年度", timeout=30_000)
    never.set()
    qtbot.waitUntil(lambda: entries(page)[0].words[1].startswith("没有找到"))


@pytest.mark.parametrize("width", [1180, 880, 640])
def test_what_a_new_report_needs_is_reached_without_scrolling_sideways(page: StartPage, width: int) -> None:
    page.ask_new()
    page.setFixedSize(width, 480)
    QApplication.processEvents()
    area = page.findChild(QScrollArea, "side")
    assert area is not None
    assert area.horizontalScrollBar().maximum() == 0
    last_deed = page.deeds["sample"].mapTo(page, QPoint())
    below = page.form.mapTo(page, QPoint()).y() > last_deed.y()
    assert below is (width < 800)
