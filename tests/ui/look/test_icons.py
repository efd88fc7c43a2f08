"""Icons are drawn in the colour asked for, sharp at every size."""

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

import resources
from ui.look import icons
from ui.look.icons import icon, picture

NAMES = sorted(path.stem for path in resources.path("icons").glob("*.svg"))


@pytest.mark.parametrize("name", NAMES)
def test_every_drawing_can_be_drawn(qtbot: QtBot, name: str) -> None:
    drawn = picture(name, "#1f5fb0", 16)
    image = drawn.toImage()
    assert (drawn.width(), drawn.height()) == (16, 16)
    assert any(image.pixelColor(x, y).alpha() for x in range(16) for y in range(16))


@pytest.mark.parametrize("colour", ["#b3202c", "#1c7437"])
def test_it_takes_the_colour_asked_for(qtbot: QtBot, colour: str) -> None:
    image = picture("error", colour, 64).toImage()
    inks = {
        image.pixelColor(x, y).name()
        for x in range(64)
        for y in range(64)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert QColor(colour).name() in inks


def test_an_icon_is_there_for_dense_screens_too(qtbot: QtBot) -> None:
    assert {size.width() for size in icon("close", "#000000").availableSizes()} == {16, 32}


def test_a_name_that_is_none_is_an_error(qtbot: QtBot) -> None:
    with pytest.raises(FileNotFoundError):
        picture("没有", "#000000")


def test_a_drawing_that_went_with_the_program_leaves_its_place_blank(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(icons, "is_removed", lambda: True)
    drawn = picture("不再有", "#000000", 16)
    assert (drawn.width(), drawn.height()) == (16, 16)
    icons._source.cache_clear()
