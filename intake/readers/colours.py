"""How light a colour is, as pages, Word files and sheets write it: white words on no ground of their own are not seen."""

import re
from typing import Final

_WHITE: Final = 0xF0
"""Every part of a colour at least so light: on paper it is not seen."""
_GROUND: Final = 0xD0
"""A part below that makes a ground on which white words are seen."""
_HEX: Final = re.compile(r"#?([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})", re.IGNORECASE)
_PARTS: Final = re.compile(r"rgba?\(\s*([\d.]+%?)[\s,]+([\d.]+%?)[\s,]+([\d.]+%?)", re.IGNORECASE)
_HUE: Final = re.compile(r"hsla?\(\s*[\d.]+(?:deg)?[\s,]+[\d.]+%[\s,]+([\d.]{1,6})%", re.IGNORECASE)
_NAMES: Final = frozenset(("white", "snow", "ivory", "ghostwhite", "whitesmoke", "floralwhite"))
_NONE: Final = frozenset(("", "none", "auto", "transparent", "inherit", "initial", "unset"))


def is_white(colour: str) -> bool:
    """Whether words in this colour are not seen on white paper: #FFFFFF, #fefefe, white, rgb(255, 255, 255)."""
    darkest = _darkest(colour.strip())
    return darkest is not None and darkest >= _WHITE


def is_none(colour: str) -> bool:
    """Whether nothing is said by it, so that what lies beneath is seen."""
    return colour.strip().lower() in _NONE


def is_ground(colour: str) -> bool:
    """Whether white words are seen on it: any colour that is not light, and what is no plain colour, as a picture."""
    darkest = _darkest(colour.strip())
    return not is_none(colour) and (darkest is None or darkest < _GROUND)


def _darkest(colour: str) -> int | None:
    """The least of red, green and blue, of 255; None where that is not told."""
    if colour.lower() in _NAMES:
        return 255
    digits = _HEX.fullmatch(colour)
    if digits:
        size = 1 if len(digits[1]) < len("rrggbb") else 2
        parts = [digits[1][place : place + size] for place in range(0, 3 * size, size)]
        return min(int(part * (3 - size), 16) for part in parts)
    told = _PARTS.match(colour)
    if told:
        return min(_part(part) for part in told.groups())
    hue = _HUE.match(colour)
    return round(2.55 * float(hue[1])) if hue and re.fullmatch(r"\d+(?:\.\d+)?", hue[1]) else None


def _part(said: str) -> int:
    number = re.match(r"\d{1,3}", said)
    of_255 = int(number[0]) if number else 0
    return min(255, round(of_255 * 2.55)) if said.endswith("%") else min(255, of_255)
