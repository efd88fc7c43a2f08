"""What comes from outside is pinned, and a lock file's conditions are asked of the target, not of this machine."""

import re
from pathlib import Path

import pytest

from release import inputs
from release.facts import PACKAGING, ROOT, CannotBuild
from release.targets import AARCH64, LINUX, WINDOWS, X86_64, Target

LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
SHA256 = re.compile(r"[0-9a-f]{64}")


def names(target: Target) -> set[str]:
    return {line.split(" --hash=")[0].replace(" ", "") for line in inputs.locked_for(LOCK, target)}


def test_every_package_keeps_its_hashes() -> None:
    for target in (*LINUX.values(), WINDOWS):
        for line in inputs.locked_for(LOCK, target):
            name, *hashes = line.split(" --hash=sha256:")
            assert "==" in name
            assert ";" not in name
            assert hashes
            assert all(SHA256.fullmatch(one) for one in hashes)


def test_each_target_gets_one_qt() -> None:
    for target, version in ((X86_64, "6.9."), (WINDOWS, "6.9."), (AARCH64, "6.8.0.2")):
        qt = [name for name in names(target) if name.startswith("pyside6-essentials")]
        assert len(qt) == 1
        assert qt[0].startswith(f"pyside6-essentials=={version}")


def test_no_test_tool_goes_along() -> None:
    assert not {name for name in names(X86_64) if name.startswith(("pytest", "mypy", "ruff", "hypothesis"))}


def test_a_condition_that_does_not_hold_leaves_its_package_out() -> None:
    lock = 'colorama==0.4.6 ; sys_platform == "win32" \\\n    --hash=sha256:aa\ntinydb==4.9.0 \\\n    --hash=sha256:bb\n'
    assert inputs.locked_for(lock, WINDOWS) == [
        "colorama==0.4.6 --hash=sha256:aa",
        "tinydb==4.9.0 --hash=sha256:bb",
    ]
    assert inputs.locked_for(lock, X86_64) == ["tinydb==4.9.0 --hash=sha256:bb"]


def test_every_debian_library_is_pinned_for_every_machine() -> None:
    for name, pin in inputs.pins()["debian"].items():
        assert all(SHA256.fullmatch(pin[machine]) for machine in LINUX), name


def test_what_must_come_from_the_system_is_not_brought() -> None:
    assert not [name for name in inputs.pins()["debian"] if name.startswith("libxkbcommon")]


@pytest.mark.parametrize(
    "file", sorted(path for path in PACKAGING.rglob("*.*") if path.suffix in (".py", ".toml", ".sh"))
)
def test_no_address_stands_in_a_file(file: Path) -> None:
    assert not re.search(r"https?://(?!www\.freedesktop)", file.read_text(encoding="utf-8"))


def test_a_kept_file_with_another_hash_is_not_let_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, ...]] = []
    monkeypatch.setattr(inputs, "KEPT", tmp_path)
    monkeypatch.setattr(inputs, "run", lambda *command, **_how: asked.append(command))
    (tmp_path / "freeze_core-0.8.1-x86_64.whl").write_bytes(b"something else")
    with pytest.raises(CannotBuild, match="another hash"):
        inputs.linux_python(X86_64)
    assert all("--require-hashes" in command for command in asked)
    assert asked
