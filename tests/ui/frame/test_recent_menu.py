"""文件 → 最近文件: the files opened last, opened again from the menu or taken off the list."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import resources
from tests.ui.windows import desk_of
from ui.frame.main_window import MainWindow


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    made = [tmp_path / "甲&乙.xxgk", tmp_path / "丙.xxgk"]
    for path in made:
        path.write_bytes(resources.data("samples/示例.xxgk"))
    return made


@pytest.fixture
def window(start_window: MainWindow, paths: list[Path]) -> MainWindow:
    for path in paths:
        start_window.files.open(path)
    start_window.activateWindow()
    return start_window


def press_key_of_menu(window: MainWindow) -> None:
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    QTest.keyClick(window, Qt.Key.Key_F, held)
    assert QApplication.activePopupWidget() is window.recent


def test_a_key_opens_the_list_and_a_number_the_file(window: MainWindow, paths: list[Path]) -> None:
    assert desk_of(window).path == paths[1]
    press_key_of_menu(window)
    assert [action.text() for action in window.recent.actions()[:2]] == [
        f"&1  丙.xxgk（{paths[1].parent.name}）",
        f"&2  甲&&乙.xxgk（{paths[0].parent.name}）",
    ]
    QTest.keyClick(window.recent, Qt.Key.Key_2)
    assert desk_of(window).path == paths[0]


def test_a_long_name_widens_no_menu_and_is_told_whole(start_window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / f"{'人力资源和社会保障局' * 6}.xxgk"
    path.write_bytes(resources.data("samples/示例.xxgk"))
    start_window.files.open(path)
    start_window.recent.fill()
    action = start_window.recent.actions()[0]
    assert ".xxgk（" in action.text()
    assert len(action.text()) < len(path.name)
    assert action.toolTip() == str(path)


def test_the_list_can_be_emptied_and_says_so(window: MainWindow, paths: list[Path]) -> None:
    press_key_of_menu(window)
    window.recent.actions()[-1].trigger()
    window.recent.close()
    assert window.settings.recent == ()
    assert all(path.exists() for path in paths)
    press_key_of_menu(window)
    [entry] = window.recent.actions()
    assert (entry.text(), entry.isEnabled()) == ("还没有打开过文件", False)
    window.recent.close()
