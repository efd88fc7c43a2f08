"""Resources are read by name through one module, and the typefaces are whole."""

import pytest
from PIL import Image, ImageDraw, ImageFont

import resources

FACES = ("Fallback-Song", "FangSong", "Hei", "Kai", "Latin", "Rare-Song", "Song-Bold", "Song")
TRUETYPE = b"\x00\x01\x00\x00"


def test_all_faces_are_there_as_truetype() -> None:
    assert resources.names("fonts", ".ttf") == tuple(f"fonts/{face}.ttf" for face in FACES)
    for name in resources.names("fonts", ".ttf"):
        assert resources.data(name)[:4] == TRUETYPE, name


@pytest.mark.parametrize("face", ["FangSong", "Hei", "Kai", "Song", "Song-Bold"])
def test_a_sum_in_yuan_is_not_printed_as_one_in_dollars(face: str) -> None:
    """￥ had the shape of $ in the faces as they are published."""
    font = ImageFont.truetype(str(resources.path(f"fonts/{face}.ttf")), 1000)
    yuan, half, dollar = (_shape(sign, font) for sign in "￥¥$")
    assert yuan == half
    assert yuan != dollar


def _shape(sign: str, font: ImageFont.FreeTypeFont) -> tuple[tuple[int, int], bytes]:
    """A sign's ink, wherever it stands."""
    picture = Image.new("1", (1400, 1400))
    ImageDraw.Draw(picture).text((200, 0), sign, font=font, fill=1)
    ink = picture.crop(picture.getbbox())
    return ink.size, ink.tobytes()


def test_licences_stand_beside_the_faces() -> None:
    assert "GNU GENERAL PUBLIC LICENSE" in resources.text("fonts/LICENSE-Fandol-GPL3-with-font-exception.txt")
    assert "SIL OPEN FONT LICENSE" in resources.text("fonts/LICENSE-NotoSerifSC-OFL.txt").upper()
    assert "SIL OPEN FONT LICENSE" in resources.text("fonts/LICENSE-Liberation-OFL.txt").upper()
    assert resources.text("fonts/LICENSE-Hanazono.txt").strip()


def test_text_is_read_as_utf8() -> None:
    assert "仿宋" in resources.text("fonts/README.md")


@pytest.mark.parametrize("name", ["fonts/none.ttf", "nowhere"])
def test_a_missing_resource_is_named(name: str) -> None:
    with pytest.raises(FileNotFoundError, match=name):
        resources.data(name)
    with pytest.raises(FileNotFoundError, match=name):
        resources.path(name)
