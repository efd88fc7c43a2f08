"""What the program remembers of its user until the next start."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from ui.desk.settings import MOST_RECENT, Settings


def test_settings_last_until_the_next_start(tmp_path: Path) -> None:
    first = Settings(tmp_path / "window.ini")
    for number in range(MOST_RECENT + 2):
        first.opened(tmp_path / f"{number}.xxgk")
    first.dark = True
    first.set_flag("preview", on=True)
    first.set_text("export_folder", "/交件")
    del first
    again = Settings(tmp_path / "window.ini")
    assert len(again.recent) == MOST_RECENT
    assert again.recent[0] == tmp_path / f"{MOST_RECENT + 1}.xxgk"
    assert again.dark is True
    assert again.flag("preview")
    assert again.text("export_folder") == "/交件"
    again.forget(again.recent[0])
    assert len(again.recent) == MOST_RECENT - 1


def test_a_new_user_has_no_settings(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "window.ini")
    assert settings.recent == ()
    assert settings.dark is None
    assert settings.text("formats") == ""
    assert not settings.flag("preview")
    assert settings.flag("preview", default=True)
    assert settings.geometry("window").isEmpty()


@pytest.mark.parametrize("dark", [True, False, None])
def test_the_look_is_chosen_or_left_to_the_system(tmp_path: Path, dark: bool | None) -> None:
    Settings(tmp_path / "window.ini").dark = dark
    assert Settings(tmp_path / "window.ini").dark is dark


def test_a_file_opened_again_moves_to_the_head(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "window.ini")
    for name in ("甲.xxgk", "乙.xxgk", "甲.xxgk"):
        settings.opened(tmp_path / name)
    assert [path.name for path in settings.recent] == ["甲.xxgk", "乙.xxgk"]


@pytest.mark.parametrize("name", ["一个.xxgk", "带, 逗号.xxgk", "带;号 和 空格.xxgk", "百分%20号.xxgk"])
def test_one_recent_file_of_any_name_is_found_again(tmp_path: Path, name: str) -> None:
    Settings(tmp_path / "window.ini").opened(tmp_path / name)
    assert Settings(tmp_path / "window.ini").recent == (tmp_path / name,)


def test_the_shape_of_the_window_is_kept_as_it_was(tmp_path: Path) -> None:
    state = QByteArray(bytes(range(256)))
    Settings(tmp_path / "window.ini").set_geometry("across", state)
    assert Settings(tmp_path / "window.ini").geometry("across") == state


def test_a_broken_settings_file_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "window.ini").write_bytes(b"\x00\xff[recent\n=\n===")
    assert Settings(tmp_path / "window.ini").recent == ()


def test_what_a_sick_disk_has_made_of_the_settings_trips_nobody(tmp_path: Path) -> None:
    file = tmp_path / "window.ini"
    report = (tmp_path / "年报.xxgk").as_posix()
    file.write_text(
        f'[General]\nrecent="@V\\x0\\x7f=", ., {report}, "a\\x0b"\n[texts]\nsize=²\nzoom={"9" * 5000}\n',
        encoding="utf-8",
    )
    settings = Settings(file)
    assert settings.recent == (Path(report),)
    assert settings.number("size") == 0
    assert settings.number("zoom") == 0
