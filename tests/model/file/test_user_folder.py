"""Where the user's own data lie."""

from pathlib import Path

import pytest

from model import program
from model.file.safe_write import why
from model.file.user_folder import VARIABLE, FolderTaken, make_private, unsaved_folder, user_folder


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


@pytest.mark.parametrize("below", ["", "unsaved"])
def test_a_file_in_its_place_is_named_with_what_to_do(
    below: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "数据"
    monkeypatch.setenv(VARIABLE, str(folder))
    taken = folder / below
    taken.parent.mkdir(exist_ok=True)
    taken.write_text("不是文件夹")
    with pytest.raises(FolderTaken) as refused:
        make_private(unsaved_folder())
    assert why(refused.value) == f"“{taken}”是一个文件，不是文件夹，请把它改名或移走"
    assert taken.read_text() == "不是文件夹"
