"""A release's names and needs, the starter of Linux, and that a build says what it lacks."""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from model.program import release as installed
from release import __main__ as build
from release.facts import PACKAGING, ROOT, Release, release
from release.targets import LINUX, WINDOWS, X86_64
from release.tools import missing_tools

START = PACKAGING / "linux" / "__init__python.py"


def test_the_version_is_the_programs_own() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("not a git working tree")
    assert release().version == installed().version


def test_names_tell_version_and_system() -> None:
    assert Release("1.2.3", "", 0).stem(X86_64.name) == "nianbao-1.2.3-linux-x86_64"
    assert Release("1.2.3", "", 0).stem(WINDOWS.name, "年报助手") == "年报助手-1.2.3-windows-x64"


def test_what_is_given_out_is_packed_tighter_than_what_a_proof_unpacks() -> None:
    assert Release("1.2.3", "", 0).package_packing == ("-Zxz", "-z6")
    assert Release("1.2.3", "", 0, quick=True).package_packing == ("-Zgzip", "-z1")


def test_no_linux_asks_for_more_than_kylin_has() -> None:
    assert LINUX["x86_64"].glibc == (2, 28)
    assert LINUX["aarch64"].glibc == (2, 30)
    assert all("manylinux" in tag for target in LINUX.values() for tag in target.tags)


def test_a_build_names_the_packages_that_it_lacks(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert "nsis" in missing_tools(WINDOWS, packages=True)
    assert "nsis" not in missing_tools(X86_64, packages=True)
    assert build.main(["folder", "linux-x86_64"]) == 3
    assert "apt-get install" in capsys.readouterr().err


def test_a_damaged_copy_is_known_by_its_sum(tmp_path: Path) -> None:
    (tmp_path / "年报助手-1.deb").write_bytes(b"whole")
    (tmp_path / "SHA256SUMS").write_text("old")
    build.list_sums(tmp_path)
    told, summed = (tmp_path / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    assert told == "# 年报助手-1.deb: 5 bytes"
    assert summed == f"{hashlib.sha256(b'whole').hexdigest()}  年报助手-1.deb"


def start(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run this interpreter through the starter's first module, as the static Python of a release does."""
    program = f"""
import runpy, sys
first = runpy.run_path({str(START)!r})
sys.argv = [sys.executable, *{list(arguments)!r}]
first["run"]("__main__python")
"""
    return subprocess.run([sys.executable, "-c", program], check=False, capture_output=True, text=True)


def test_the_static_python_runs_texts_modules_and_scripts(tmp_path: Path) -> None:
    script = tmp_path / "说 话.py"
    script.write_text("import sys; print(__name__, sys.argv[1:]); sys.exit(3)", encoding="utf-8")
    assert start("-E", "-s", "-B", str(script), "-a", "字").stdout == "__main__ ['-a', '字']\n"
    assert start(str(script)).returncode == 3
    assert start("-c", "import sys; print(sys.argv)", "x").stdout == "['-c', 'x']\n"
    assert "usage" in start("-m", "tarfile", "--help").stdout
    assert "usage" in start().stderr


def test_a_script_finds_the_modules_beside_it(tmp_path: Path) -> None:
    (tmp_path / "beside.py").write_text("WORD = 'found'")
    (tmp_path / "main.py").write_text("import beside; print(beside.WORD, __file__)")
    assert start(str(tmp_path / "main.py")).stdout == f"found {tmp_path / 'main.py'}\n"
