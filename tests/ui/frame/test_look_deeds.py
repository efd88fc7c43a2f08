"""The looks exclude each other, are seen at once and are there again the next time."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from model.report import Slot, SlotKind
from tests.ui.windows import session_of, workspace_of
from ui.desk.settings import Settings
from ui.frame.main_window import MainWindow
from ui.look.late_picture import LatePicture
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


def inks(image: QImage) -> set[str]:
    """The colours that cover something wholly."""
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    colours = (image.pixelColor(*place) for place in places)
    return {colour.name() for colour in colours if colour.alpha() == 255}


def strange_inks(window: MainWindow) -> set[str]:
    """The colours of icons in sight that are none of the look; the program's own icon has the same in every look."""
    labels = (label for label in window.findChildren(QLabel) if label.isVisible())
    drawn = [label for label in labels if not label.pixmap().isNull() and label.parent() is not window.header]
    assert drawn
    return set().union(*(inks(label.pixmap().toImage()) for label in drawn)) - set(theme()._asdict().values())


@pytest.mark.parametrize("look", ["dark", "contrast"])
def test_no_icon_keeps_the_colours_of_the_look_before(window: MainWindow, look: str, qtbot: QtBot) -> None:
    qtbot.waitUntil(
        lambda: all(not icon.pixmap().isNull() for icon in window.start.findChildren(LatePicture))
    )
    window.actions_of[look].trigger()
    assert strange_inks(window) == set()
    window.files.open_sample()
    session_of(window).edit([(Slot(SlotKind.TEXT, "problems"), "收到申请99件,较好")], "输入")
    session_of(window).check()
    for page in ("overview", "problems"):
        workspace_of(window).show_page(page).enter()
        assert window.messages.text
        window.actions_of[look].trigger()
        assert strange_inks(window) == set()
