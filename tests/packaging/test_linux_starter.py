"""The starter for Linux runs the program beside it, and says what is wrong where there is no Python beside it yet."""

import subprocess
from pathlib import Path
from typing import Final

import pytest

STARTER: Final = Path(__file__).resolve().parents[2] / "packaging" / "linux" / "nianbao.sh"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the starter alone, as when unpacking has stopped half way."""
    made = tmp_path / "年报 助手"
    made.mkdir()
    (made / "nianbao").write_bytes(STARTER.read_bytes())
    (made / "nianbao").chmod(0o755)
    return made


def program(path: Path, text: str) -> None:
    """Lay a program of the shell."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)


def start(folder: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": "/usr/bin:/bin", **variables}
    return subprocess.run(
        [str(folder / "nianbao"), *arguments], check=False, env=environment, capture_output=True, text=True
    )


def test_it_hands_on_its_arguments_as_they_came(folder: Path) -> None:
    program(folder / "runtime" / "cpython" / "python", 'printf "%s|" "$@"; exit 3')
    done = start(folder, "年报 一.xxgk", "")
    assert done.stdout == f"{folder}/app/main.py|年报 一.xxgk||"
    assert done.returncode == 3


def test_it_finds_the_program_through_a_link(folder: Path, tmp_path: Path) -> None:
    program(folder / "runtime" / "cpython" / "python", 'printf "%s" "$1"')
    (tmp_path / "桌面").mkdir()
    (tmp_path / "桌面" / "nianbao").symlink_to(folder / "nianbao")
    assert start(tmp_path / "桌面").stdout == f"{folder}/app/main.py"


def test_a_folder_not_wholly_unpacked_says_so(folder: Path) -> None:
    done = start(folder)
    assert done.returncode == 2
    assert "程序文件不完整" in done.stderr
    assert "重新解压" in done.stderr


@pytest.mark.parametrize("dialog", ["zenity", "kdialog", "xmessage"])
def test_whoever_sees_no_terminal_reads_it_in_what_the_desktop_has(
    folder: Path, tmp_path: Path, dialog: str
) -> None:
    program(tmp_path / "bin" / dialog, f'for last; do :; done; printf "%s" "$last" > "{tmp_path}/shown"')
    (tmp_path / "bin" / "readlink").symlink_to("/usr/bin/readlink")
    done = start(folder, PATH=str(tmp_path / "bin"), DISPLAY=":0")
    assert done.returncode == 2
    assert "程序文件不完整" in (tmp_path / "shown").read_text(encoding="utf-8")
