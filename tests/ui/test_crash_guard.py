"""What nobody expected: the crash copy is written first, then the clerk reads what happened."""

import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from model.errors import AssistantError
from model.file.office_file import OfficeFile
from model.report import Slot, SlotKind
from tests.ui.windows import session_of
from ui import crash_guard
from ui.crash_guard import CrashGuard
from ui.desk.session import ReadOnly
from ui.frame.main_window import MainWindow

LICENCES = Slot(SlotKind.CELL, "disclosure.licences.decisions")


def raised(error: Exception) -> Exception:
    """The error as Python reports it: with its traceback."""
    try:
        raise error
    except type(error) as caught:
        return caught


def test_what_nobody_expected_keeps_the_edits_first(
    start_window: MainWindow, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "年报.xxgk"
    start_window.files.new("云溪县林业局", "department", 2025, path)
    assert start_window.desk is not None
    start_window.desk.session.edit([(LICENCES, 7)], "填写")
    guard = CrashGuard(start_window)
    error = raised(ZeroDivisionError("零"))
    guard.caught(type(error), error, error.__traceback__)
    copy = start_window.desk.office.crash_copy
    start_window.desk.office.close()
    with OfficeFile.open(path) as other:
        assert other.recovery is not None
        assert other.recovery.content.reports[2025].value(LICENCES.key) == 7
    copy.discard()
    assert "已先保留全部修改" in start_window.messages.text
    start_window.messages.take("复制详细信息")
    assert "ZeroDivisionError" in QGuiApplication.clipboard().text()
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_what_comes_of_a_program_replaced_under_its_window_is_told_as_that(
    start_window: MainWindow, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(crash_guard, "what_became", lambda: "年报助手已换成另一个版本")
    error = raised(ModuleNotFoundError("No module named 'ui.tools.preview'"))
    CrashGuard(start_window).caught(type(error), error, error.__traceback__)
    assert start_window.messages.text == "年报助手已换成另一个版本。"
    assert "ModuleNotFoundError" in capsys.readouterr().err


def test_an_error_of_our_own_shows_its_sentence_only(start_window: MainWindow) -> None:
    error = raised(AssistantError("请换一个文件夹"))
    CrashGuard(start_window).caught(type(error), error, error.__traceback__)
    assert start_window.messages.text == "请换一个文件夹"
    assert start_window.messages.offers == ()


def test_the_guard_stands_where_python_reports(
    start_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    guard = CrashGuard(start_window)
    guard.install()
    assert sys.excepthook == guard.caught


def test_without_a_report_open_it_is_told_all_the_same(
    start_window: MainWindow, capsys: pytest.CaptureFixture[str]
) -> None:
    error = raised(KeyError("没有"))
    CrashGuard(start_window).caught(type(error), error, error.__traceback__)
    assert "KeyError" in start_window.messages.text
    assert "KeyError" in capsys.readouterr().err


def test_ctrl_c_in_the_terminal_is_no_surprise(
    start_window: MainWindow, capsys: pytest.CaptureFixture[str]
) -> None:
    CrashGuard(start_window).caught(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert start_window.messages.text == ""
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_an_edit_of_a_read_only_report_becomes_a_line(start_window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "年报.xxgk"
    start_window.files.new("云溪县林业局", "department", 2025, path)
    start_window.actions_of["close"].trigger()
    with OfficeFile.open(path):
        start_window.files.open(path)
        with pytest.raises(ReadOnly) as refused:
            session_of(start_window).edit([(LICENCES, 7)], "填写")
        CrashGuard(start_window).caught(ReadOnly, refused.value, None)
        assert "另存为" in start_window.messages.text
        start_window.actions_of["close"].trigger()


def test_nothing_is_said_to_be_kept_that_is_not(
    start_window: MainWindow, capsys: pytest.CaptureFixture[str]
) -> None:
    guard = CrashGuard(start_window)
    error = raised(ZeroDivisionError("零"))
    guard.caught(type(error), error, error.__traceback__)
    assert "ZeroDivisionError" in start_window.messages.text
    assert "保留" not in start_window.messages.text
    assert "零" in capsys.readouterr().err
