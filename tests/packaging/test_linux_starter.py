"""The starter for Linux runs the program beside it, and says what is wrong where the system cannot run a Python there."""

import dataclasses
import platform
import subprocess
from pathlib import Path

import pytest

from release.folder import linux_starter
from release.targets import LINUX, X86_64, Target

HERE = LINUX.get(platform.machine(), X86_64)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the starter alone, as when unpacking has stopped half way."""
    made = tmp_path / "年报 助手"
    made.mkdir()
    lay_starter(made, HERE)
    return made


def lay_starter(folder: Path, target: Target) -> None:
    """Lay the starter of a release for a target."""
    (folder / "nianbao").write_text(linux_starter(target), encoding="utf-8")
    (folder / "nianbao").chmod(0o755)


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


@pytest.mark.parametrize("target", LINUX.values(), ids=LINUX)
def test_its_words_name_the_machine_and_loader_that_it_was_made_for(target: Target) -> None:
    text = linux_starter(target)
    assert f'[ "$(uname -m)" != {target.machine} ]' in text
    assert f"[ ! -e {target.loader} ]" in text
    assert f"linux-{target.machine}" in text


def test_a_download_for_another_machine_says_which_one_to_take(folder: Path) -> None:
    program(folder / "runtime" / "cpython" / "python", "exit 0")
    lay_starter(folder, dataclasses.replace(HERE, machine="sw_64", loader="/lib/ld-linux-sw-64.so.2"))
    done = start(folder)
    assert done.returncode == 2
    assert f"不是给本机（{platform.machine()}）的，是给 sw_64 的" in done.stderr
    assert "linux-x86_64" in done.stderr
    assert "龙芯和 32 位系统没有可用的" in done.stderr


def test_a_machine_that_can_load_it_all_the_same_runs_it(folder: Path, tmp_path: Path) -> None:
    program(folder / "runtime" / "cpython" / "python", "exit 3")
    (tmp_path / "loader").touch()
    lay_starter(folder, dataclasses.replace(HERE, machine="sw_64", loader=str(tmp_path / "loader")))
    assert start(folder).returncode == 3


def test_a_copy_that_may_not_be_run_says_so_and_not_that_it_is_incomplete(folder: Path) -> None:
    program(folder / "runtime" / "cpython" / "python", "exit 0")
    (folder / "runtime" / "cpython" / "python").chmod(0o644)
    done = start(folder)
    assert done.returncode == 2
    assert "系统不允许从这里运行程序" in done.stderr
    assert "程序文件不完整" not in done.stderr


@pytest.mark.parametrize("dialog", ["zenity", "kdialog", "xmessage"])
def test_whoever_sees_no_terminal_reads_it_in_what_the_desktop_has(
    folder: Path, tmp_path: Path, dialog: str
) -> None:
    program(tmp_path / "bin" / dialog, f'for last; do :; done; printf "%s" "$last" > "{tmp_path}/shown"')
    (tmp_path / "bin" / "readlink").symlink_to("/usr/bin/readlink")
    done = start(folder, PATH=str(tmp_path / "bin"), DISPLAY=":0")
    assert done.returncode == 2
    assert "程序文件不完整" in (tmp_path / "shown").read_text(encoding="utf-8")
