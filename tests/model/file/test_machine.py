"""A computer is told from its clones, and one run of it from the next."""

import platform
import sys
import uuid
from pathlib import Path
from types import SimpleNamespace

import pytest

from model.file import machine as module
from model.file.machine import boot, host, machine
from tests.on_windows import as_on_windows


def test_a_computer_is_the_same_each_time_it_is_asked() -> None:
    assert machine() == machine()
    assert boot() == boot()


def test_a_computer_has_one_name_on_every_system(monkeypatch: pytest.MonkeyPatch) -> None:
    assert host() == platform.node()
    as_on_windows(monkeypatch, module)
    monkeypatch.setattr(platform, "node", lambda: "办公室-3")
    assert host() == "办公室-3"


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A computer made of files: an installation and one network card."""
    (tmp_path / "id").write_text("5f2c\n")
    card = tmp_path / "net" / "eth0"
    (card / "device").mkdir(parents=True)
    (card / "address").write_text("52:54:00:12:34:56\n")
    monkeypatch.setattr(module, "_IDS", (tmp_path / "id",))
    monkeypatch.setattr(module, "_ADDRESSES", tmp_path / "net")
    return card


def test_a_clone_has_another_network_card(clone: Path) -> None:
    before = machine()
    (clone / "address").write_text("52:54:00:65:43:21\n")
    assert machine() != before


def test_a_card_that_is_only_made_up_by_programs_does_not_count(clone: Path) -> None:
    before = machine()
    bridge = clone.with_name("docker0")
    bridge.mkdir()
    (bridge / "address").write_text("02:42:00:00:00:01\n")
    assert machine() == before


def test_a_system_that_tells_nothing_is_no_obstacle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("_IDS", "_ADDRESSES", "_BOOT"):
        gone = tmp_path / "none"
        monkeypatch.setattr(module, name, (gone,) if name == "_IDS" else gone)
    assert machine()
    assert boot() == ""


class Key:
    """An open key of the registry."""

    def __enter__(self) -> "Key":
        return self

    def __exit__(self, *_: object) -> None:
        """It is closed."""


def let_registry_tell(monkeypatch: pytest.MonkeyPatch, installation: str | None) -> None:
    """Run on Windows, its registry naming this installation, or lacking the key."""

    def opened(_root: int, _path: str) -> Key:
        if installation is None:
            raise FileNotFoundError
        return Key()

    registry = SimpleNamespace(
        HKEY_LOCAL_MACHINE=1, OpenKey=opened, QueryValueEx=lambda _key, _name: (installation, 1)
    )
    as_on_windows(monkeypatch, module)
    monkeypatch.setattr(module, "sys", SimpleNamespace(platform="win32"))
    monkeypatch.setitem(sys.modules, "winreg", registry)
    monkeypatch.setattr(uuid, "getnode", lambda: 0x525400123456)


def test_on_windows_the_registry_names_the_installation(monkeypatch: pytest.MonkeyPatch) -> None:
    told = set()
    for installation in ("0f8a", "77c1", "0f8a"):
        with monkeypatch.context() as windows:
            let_registry_tell(windows, installation)
            told.add(machine())
    assert len(told) == 2


def test_on_windows_a_clone_has_another_network_card(monkeypatch: pytest.MonkeyPatch) -> None:
    let_registry_tell(monkeypatch, "0f8a")
    before = machine()
    monkeypatch.setattr(uuid, "getnode", lambda: 0x525400654321)
    assert machine() != before


def test_a_registry_that_tells_nothing_is_no_obstacle(monkeypatch: pytest.MonkeyPatch) -> None:
    let_registry_tell(monkeypatch, None)
    assert machine()
