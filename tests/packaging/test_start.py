"""What 年报助手.exe runs leads to the program beside it, with Qt's libraries in reach and its own Python for children."""

import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Final

import pytest

START: Final = Path(__file__).resolve().parents[2] / "packaging" / "windows" / "start.py"


@pytest.fixture
def start(tmp_path: Path) -> ModuleType:
    """The file as it lies in a release, in the folder of the runtime."""
    place = tmp_path / "runtime" / "start.py"
    place.parent.mkdir()
    place.write_bytes(START.read_bytes())
    spec = importlib.util.spec_from_file_location("start_of_a_release", place)
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def test_the_program_gets_its_arguments_its_python_and_qt_s_libraries(
    start: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[list[str]] = []
    folders: list[str] = []

    def main(arguments: list[str]) -> int:
        given.append(arguments)
        return 3

    monkeypatch.setitem(sys.modules, "main", SimpleNamespace(main=main))
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(os, "add_dll_directory", folders.append, raising=False)
    monkeypatch.setattr(sys, "executable", "年报助手.exe")
    monkeypatch.setattr(sys, "_base_executable", "年报助手.exe", raising=False)
    monkeypatch.setattr(sys, "path", ["", *sys.path])
    monkeypatch.setattr(sys, "argv", ["年报助手.exe", "年报.xxgk"])
    assert start.run() == 3
    assert given == [["年报.xxgk"]]
    runtime = (tmp_path / "runtime").resolve()
    assert sys.executable == str(runtime / "pythonw.exe")
    assert sys.path[0] == str(tmp_path.resolve() / "app")
    assert folders == [str(runtime / "Lib" / "site-packages" / "PySide6")]
