"""White words are seen only on a ground that is not white, however pages and files write their colours."""

import pytest

from intake.readers.colours import is_ground, is_none, is_white


@pytest.mark.parametrize(
    "colour",
    ["#fff", "#FFFFFF", "FFFFFF", "#fefefe", "#ffffff00", "white", "rgb(255, 255,255)", "rgb(100% 100% 100%)",
     "rgba(250,250,250,.5)", "hsl(0, 0%, 100%)", " White "],
)  # fmt: skip
def test_white_is_known_in_every_notation(colour: str) -> None:
    assert is_white(colour)
    assert not is_ground(colour)


@pytest.mark.parametrize(
    "colour", ["#000", "#1f4e79", "rgb(0,51,102)", "hsl(210,60%,30%)", "#c00", "rgb(255,0,0)"]
)
def test_a_colour_is_a_ground_for_white_words(colour: str) -> None:
    assert is_ground(colour)
    assert not is_white(colour)


@pytest.mark.parametrize("colour", ["navy", "url(head.png) repeat-x", "linear-gradient(#036, #069)"])
def test_what_is_no_plain_colour_is_a_ground_and_not_white(colour: str) -> None:
    assert is_ground(colour)
    assert not is_white(colour)


@pytest.mark.parametrize("colour", ["", "none", "transparent", "auto", "inherit"])
def test_some_words_say_nothing_of_a_colour(colour: str) -> None:
    assert is_none(colour)
    assert not is_ground(colour)
    assert not is_white(colour)


@pytest.mark.parametrize("colour", ["rgb(1e9,2,3)", "#12", "hsl(0,0%,1.2.3%)", "rgb(", "#ggg"])
def test_what_is_no_colour_is_not_white(colour: str) -> None:
    assert not is_white(colour)
