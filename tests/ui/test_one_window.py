"""A report that is open in a window is not opened in a second one: that window comes to the front."""

import ctypes
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from model.file.lock import Lock
from model.file.processes import started
from model.file.user_folder import VARIABLE, user_folder
from model.program import installation
from tests.offices import office
from ui import one_window
from ui.one_window import Bell, raise_window_of

ROOT = Path(__file__).resolve().parents[2]
_SECOND_START = """
import sys
from pathlib import Path
from ui.one_window import raise_window_of
sys.exit(0 if raise_window_of(Path(sys.argv[1]) if sys.argv[1:] else None) else 3)
"""


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[QWidget]:
    """A minimised window with its bell hung out."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "user"))
    shown = QWidget()
    qtbot.addWidget(shown)
    bell = Bell(shown)
    bell.hang_out()
    shown.showMinimized()
    yield shown
    bell.take_in()


def second_start(qtbot: QtBot, *arguments: str) -> int:
    """Start the program's first step a second time while this window goes on working."""
    with subprocess.Popen([sys.executable, "-c", _SECOND_START, *arguments], cwd=ROOT) as process:
        qtbot.waitUntil(lambda: process.poll() is not None, timeout=60_000)
        return process.returncode


def test_a_second_start_raises_the_window(window: QWidget, qtbot: QtBot) -> None:
    assert second_start(qtbot) == 0
    assert not window.isMinimized()
    assert [path.suffix for path in (user_folder() / "windows").iterdir()] == [".bell"]


def test_a_double_click_raises_the_window_that_has_the_report(
    window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    path = office(tmp_path, "云溪县林业局", {})
    lock = Lock(path)
    assert lock.take() is None
    assert second_start(qtbot, str(path)) == 0
    assert not window.isMinimized()
    lock.release()


def test_another_installation_gets_a_window_of_its_own(window: QWidget, qtbot: QtBot) -> None:
    bell = user_folder() / "windows" / f"{os.getpid()}.bell"
    bell.write_text(f"{started(os.getpid())}\n/opt/另一版本 1700000000", encoding="utf-8")
    assert second_start(qtbot) == 3
    assert window.isMinimized()
    assert bell.exists()


def test_a_report_open_in_another_installation_is_raised_there(
    window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    bell = user_folder() / "windows" / f"{os.getpid()}.bell"
    bell.write_text(f"{started(os.getpid())}\n/opt/另一版本 1700000000", encoding="utf-8")
    path = office(tmp_path, "云溪县民政局", {})
    lock = Lock(path)
    assert lock.take() is None
    assert second_start(qtbot, str(path)) == 0
    assert not window.isMinimized()
    lock.release()


def test_another_report_gets_a_window_of_its_own(window: QWidget, qtbot: QtBot, tmp_path: Path) -> None:
    path = office(tmp_path, "云溪县水利局", {})
    assert second_start(qtbot, str(path)) == 3
    assert window.isMinimized()


def test_a_bell_left_by_a_killed_window_is_taken_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    with subprocess.Popen([sys.executable, "-c", ""]) as ended:
        ended.wait()
    left = tmp_path / "windows" / f"{ended.pid}.bell"
    left.parent.mkdir()
    left.touch()
    assert not raise_window_of(None)
    assert not left.exists()


def test_a_bell_whose_number_another_program_has_by_now_is_taken_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    left = tmp_path / "windows" / f"{os.getppid()}.bell"
    left.parent.mkdir()
    left.write_text("1")
    assert not raise_window_of(None)
    assert not left.exists()


def test_a_window_does_not_ring_for_itself(window: QWidget) -> None:
    assert (user_folder() / "windows" / f"{os.getpid()}.bell").exists()
    assert not raise_window_of(None)


def test_a_folder_that_cannot_be_written_to_is_no_obstacle(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "user").touch()
    monkeypatch.setenv(VARIABLE, str(tmp_path / "user"))
    shown = QWidget()
    qtbot.addWidget(shown)
    bell = Bell(shown)
    bell.hang_out()
    bell.take_in()
    assert not raise_window_of(None)


def test_on_windows_the_front_is_given_away_before_the_window_is_called(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bell is that of a process that runs and, having no window, never answers."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "user"))
    bells = user_folder() / "windows"
    bells.mkdir(parents=True)
    pid = os.getppid()
    (bells / f"{pid}.bell").write_text(f"{started(pid)}\n{installation()}", encoding="utf-8")
    given: list[bool] = []

    def allow(_process: int) -> None:
        given.append(not (bells / f"{pid}.ring").exists())

    user32 = SimpleNamespace(AllowSetForegroundWindow=allow)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(user32=user32), raising=False)
    monkeypatch.setattr(one_window, "sys", SimpleNamespace(platform="win32"))
    monkeypatch.setattr(one_window, "ANSWERS_WITHIN", 0)
    assert not raise_window_of(None)
    assert given == [True]
