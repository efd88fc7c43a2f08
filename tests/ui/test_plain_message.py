"""Where no window can stand, the sentence is shown in what the desktop has."""

import ctypes
import subprocess
import sys
from types import SimpleNamespace

import pytest

from ui.plain_message import show_plainly

SENTENCE = "缺少系统库，窗口打不开。"


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The programs that were started, instead of starting them."""
    started: list[list[str]] = []
    monkeypatch.setattr(subprocess, "Popen", lambda command, **_how: started.append(command))
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("DISPLAY", ":0")
    return started


def test_it_is_printed_and_shown(shown: list[list[str]], capsys: pytest.CaptureFixture[str]) -> None:
    show_plainly(SENTENCE, lambda name: f"/usr/bin/{name}" if name == "kdialog" else None)
    assert capsys.readouterr().err == f"{SENTENCE}\n"
    assert shown == [["/usr/bin/kdialog", "--title", "年报助手", "--error", SENTENCE]]


def test_only_one_dialog_is_shown(shown: list[list[str]]) -> None:
    show_plainly(SENTENCE, lambda name: f"/usr/bin/{name}")
    assert [command[0] for command in shown] == ["/usr/bin/zenity"]


def test_without_a_desktop_it_is_printed_alone(
    shown: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    show_plainly(SENTENCE, lambda name: f"/usr/bin/{name}")
    assert shown == []


def test_without_a_terminal_at_all_it_is_shown(
    shown: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    show_plainly(SENTENCE, lambda name: f"/usr/bin/{name}")
    assert len(shown) == 1


def test_on_windows_the_system_s_own_box_shows_it(
    shown: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[object, ...]] = []
    user32 = SimpleNamespace(MessageBoxW=lambda *words: told.append(words))
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(user32=user32), raising=False)
    show_plainly(SENTENCE)
    ((_, sentence, title, _),) = told
    assert (sentence, title) == (SENTENCE, "年报助手")
    assert shown == []
