"""Where settings and data go on each system."""

from pathlib import Path

import pytest

from model import system_folders
from model.system_folders import data_folder, settings_folder
from tests.on_windows import as_on_windows


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's home, with nothing said of other places."""
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    return tmp_path


def test_settings_and_data_have_their_own_places_below_the_home(home: Path) -> None:
    assert settings_folder() == home / ".config" / "nianbao"
    assert data_folder() == home / ".local" / "share" / "nianbao"


def test_the_users_own_places_go_before(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "a"))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "b"))
    assert settings_folder() == home / "a" / "nianbao"
    assert data_folder() == home / "b" / "nianbao"


@pytest.mark.parametrize("named", ["", "here", "../there"])
def test_a_place_that_depends_on_the_folder_one_is_in_is_passed_over(
    named: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", named)
    assert data_folder() == home / ".local" / "share" / "nianbao"


def test_windows_keeps_both_on_this_machine(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    as_on_windows(monkeypatch, system_folders)
    assert settings_folder() == data_folder() == home / "AppData" / "Local" / "nianbao"
    monkeypatch.setenv("LOCALAPPDATA", str(home / "local"))
    assert settings_folder() == data_folder() == home / "local" / "nianbao"
