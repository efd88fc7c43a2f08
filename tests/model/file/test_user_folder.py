"""Where the user's own data lie."""

from pathlib import Path

import pytest

from model import program
from model.file.user_folder import VARIABLE, user_folder


def test_it_is_the_folder_that_the_system_gives_programs(user_folders: Path) -> None:
    assert user_folder() == user_folders / "data" / "nianbao"


def test_a_program_on_a_stick_keeps_its_data_beside_itself(
    user_folders: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "U盘" / "年报助手"
    (stick / "app").mkdir(parents=True)
    monkeypatch.setattr(program, "FOLDER", stick / "app")
    assert user_folder() == user_folders / "data" / "nianbao"
    (stick / program.PORTABLE_MARK).touch()
    assert user_folder() == stick / "数据"
    monkeypatch.setattr("os.access", lambda _path, _mode: False)
    assert user_folder() == user_folders / "data" / "nianbao"


def test_the_environment_may_name_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "其他"))
    assert user_folder() == tmp_path / "其他"
    monkeypatch.setenv(VARIABLE, "")
    assert user_folder().name == "nianbao"
