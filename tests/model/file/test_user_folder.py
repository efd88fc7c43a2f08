"""Where the user's own data lie."""

from pathlib import Path

import pytest

from model.file.user_folder import VARIABLE, user_folder


def test_it_is_the_folder_that_the_system_gives_programs(user_folders: Path) -> None:
    assert user_folder() == user_folders / "data" / "nianbao"


def test_the_environment_may_name_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "其他"))
    assert user_folder() == tmp_path / "其他"
    monkeypatch.setenv(VARIABLE, "")
    assert user_folder().name == "nianbao"
