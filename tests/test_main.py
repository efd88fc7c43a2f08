"""The one entry: a window where there can be one, a command where one is named, a sentence otherwise."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import main
import resources
import ui.application
from tests.offices import new_file

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = resources.path("samples/示例.xxgk")


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path | None]:
    """What the window was asked to open."""
    asked: list[Path | None] = []

    def run(path: Path | None) -> int:
        asked.append(path)
        return 0

    monkeypatch.setattr(ui.application, "run", run)
    return asked


def without_display(*arguments: str) -> subprocess.CompletedProcess[str]:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    command = [sys.executable, "main.py", *arguments]
    return subprocess.run(command, check=False, cwd=ROOT, capture_output=True, text=True, env=environment)


@pytest.mark.parametrize("arguments", [[], [""]])
def test_without_a_name_the_window_opens(opened: list[Path | None], arguments: list[str]) -> None:
    assert main.main(arguments) == 0
    assert opened == [None]


def test_with_a_file_the_window_opens_it(opened: list[Path | None], tmp_path: Path) -> None:
    path = tmp_path / "年报.xxgk"
    new_file(path, "甲").close()
    assert main.main([str(path)]) == 0
    assert opened == [path]


def test_the_sample_opens_in_the_window(opened: list[Path | None]) -> None:
    assert main.main(["sample"]) == 0
    assert opened == [SAMPLE]


def test_a_command_opens_no_window(opened: list[Path | None], capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["check", str(SAMPLE)]) == 0
    assert "可以上报\n" in capsys.readouterr().out
    assert opened == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["没有的文件"], "没有名为“没有的文件”的文件"),
        (["长" * 200], "也没有这个命令"),
        (["chekc", "x"], "不认识的命令“chekc”"),
        (["sample", "--too", "x"], "命令的参数不对"),
    ],
)
def test_what_is_neither_file_nor_command_is_complained_of(
    opened: list[Path | None], capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    assert main.main(arguments) == 2
    said = capsys.readouterr()
    assert (said.out, opened) == ("", [])
    assert words in said.err
    assert "用法：" in said.err


def test_help_on_the_sample_opens_nothing(
    opened: list[Path | None], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main.main(["sample", "--help"]) == 0
    assert "main.py sample" in capsys.readouterr().out
    assert opened == []


def test_without_a_display_the_sample_is_checked_and_exported(tmp_path: Path) -> None:
    done = without_display("sample", "--to", str(tmp_path / "out"))
    assert done.returncode == 0, done.stderr
    assert "本机没有图形桌面，窗口打不开。\n改为不开窗口，核对并导出示例。" in done.stderr
    assert "可以上报" in done.stdout
    assert sorted(path.suffix for path in (tmp_path / "out").iterdir()) == [".docx", ".html", ".pdf", ".xlsx"]


def test_without_a_display_the_window_says_so() -> None:
    done = without_display()
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "本机没有图形桌面，窗口打不开。\n"


@pytest.mark.parametrize(
    "arguments", [["--help"], ["export", "--help"], ["--version"], ["check", str(SAMPLE)]]
)
def test_who_reads_no_further_is_told_nothing_more(arguments: list[str]) -> None:
    """`main.py … | head`: the pipe is closed before all is written."""
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "main.py", *arguments],
        check=False,
        cwd=ROOT,
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")
