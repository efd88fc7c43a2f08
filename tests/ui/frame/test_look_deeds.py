"""The looks exclude each other, are seen at once and are there again the next time."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from ui.desk.settings import Settings
from ui.frame.main_window import MainWindow
from ui.look.style import CONTRAST, DARK, LIGHT, apply_style, theme


@pytest.fixture
def window(start_window: MainWindow, qapp: QApplication) -> Iterator[MainWindow]:
    yield start_window
    apply_style(qapp, dark=False)


def test_dark_and_back_to_light(window: MainWindow) -> None:
    window.actions_of["dark"].trigger()
    assert theme() is DARK
    assert window.settings.dark
    window.actions_of["dark"].trigger()
    assert theme() is LIGHT
    assert not window.settings.dark


def test_high_contrast_goes_before_dark_and_leaves_it_as_it_was(window: MainWindow) -> None:
    window.actions_of["dark"].trigger()
    window.actions_of["contrast"].trigger()
    assert theme() is CONTRAST
    window.actions_of["contrast"].trigger()
    assert theme() is DARK


def test_asking_for_dark_ends_high_contrast_which_would_hide_it(window: MainWindow) -> None:
    window.actions_of["contrast"].trigger()
    window.actions_of["dark"].trigger()
    assert theme() is DARK
    assert not window.actions_of["contrast"].isChecked()


def test_the_look_is_remembered(window: MainWindow, tmp_path: Path) -> None:
    window.actions_of["contrast"].trigger()
    assert Settings(tmp_path / "window.ini").contrast
