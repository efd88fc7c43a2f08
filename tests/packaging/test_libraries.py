"""Libraries are read by their own tables."""

import shutil
import sys
from pathlib import Path

import pytest

from release import libraries

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="reads ELF"),
    pytest.mark.skipif(shutil.which("readelf") is None, reason="binutils is not installed"),
]


@pytest.fixture
def binary() -> Path:
    return Path("/bin/sh").resolve()


def test_a_program_asks_for_glibc(binary: Path) -> None:
    assert libraries.is_elf(binary)
    assert any(name.startswith("libc.") for name in libraries.needed(binary))
    assert libraries.glibc_needed(binary) > (2, 0)


def test_a_program_that_asks_for_too_much_is_named(binary: Path, tmp_path: Path) -> None:
    shutil.copyfile(binary, tmp_path / "tool")
    (tmp_path / "text").write_text("no program")
    assert [*libraries.too_new(tmp_path, (2, 99))] == []
    assert [sentence.split()[0] for sentence in libraries.too_new(tmp_path, (2, 0))] == ["tool"]


def test_a_library_in_the_folder_is_not_asked_of_the_system(binary: Path, tmp_path: Path) -> None:
    shutil.copyfile(binary, tmp_path / "tool")
    asked = libraries.from_outside(tmp_path)
    assert "libc.so.6" in asked
    (tmp_path / "libc.so.6").write_text("")
    assert "libc.so.6" not in libraries.from_outside(tmp_path)


def test_libraries_are_followed_through_one_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asks = {"root": ["A.dll"], "a.dll": ["b.DLL"], "b.dll": ["a.dll", "KERNEL32.dll"], "c.dll": []}
    for name in asks:
        (tmp_path / name).touch()
    monkeypatch.setattr(libraries, "needed", lambda path: asks[path.name])
    found = libraries.closure([tmp_path / "root"], tmp_path.iterdir())
    assert {path.name for path in found} == {"a.dll", "b.dll"}
