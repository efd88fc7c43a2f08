"""What the cells of an .xlsb file look like: by the format of a number, struck out, raised, or not to be seen."""

from dataclasses import dataclass
from typing import Final

from openpyxl.styles.numbers import BUILTIN_FORMATS

from intake.readers.colours import is_white
from intake.readers.excel_binary_records import number, records, words
from intake.readers.marks import Gathered, lowered, raised
from intake.readers.sheets import LEGIBLE, cell_text, shown

_FONT, _FORMAT, _FILL, _CELL_LOOK = 43, 44, 45, 47
"""BrtFont, BrtFmt, BrtFill, BrtXF."""
_CELL_LOOKS, _CELL_LOOKS_END = 617, 618
"""BrtBeginCellXFs and its end: other looks are those of named styles."""
_TWIPS: Final = 20
"""Of a point: sizes of type."""
_STRUCK: Final = 0x8
_RAISED, _LOWERED = 1, 2
_INDEXED, _RGB, _THEME = 1, 2, 3
_WHITES: Final = (1, 9)
"""White in the palette of old."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell shows what it holds. `level`: raised or lowered; `unseen`: white on no ground, or too small to be read."""

    number_format: str = "General"
    struck: bool = False
    level: int = 0
    unseen: bool = False

    def shown(self, value: object) -> tuple[str, str]:
        """Return text and doubt of a cell with this look."""
        gathered = Gathered()
        text = cell_text(value)
        if self.struck:
            gathered.struck.append(text)
        else:
            gathered.parts.append(
                raised(text) if self.level == _RAISED else lowered(text) if self.level == _LOWERED else text
            )
        return shown(gathered, value, self.number_format, unseen=self.unseen and bool(text))


def looks_of(part: bytes) -> list[Look]:
    """Return the looks that cells name by their place in this list, of the part that holds them."""
    fonts: list[bytes] = []
    grounds: list[bytes] = []
    formats = dict(BUILTIN_FORMATS)
    looks: list[Look] = []
    of_cells = False
    for kind, record in records(part):
        if kind in (_CELL_LOOKS, _CELL_LOOKS_END):
            of_cells = kind == _CELL_LOOKS
        elif kind == _FONT:
            fonts.append(record)
        elif kind == _FILL:
            grounds.append(record)
        elif kind == _FORMAT:
            formats[number(record, 0, 2)] = words(record, 2)[0]
        elif kind == _CELL_LOOK and of_cells:
            looks.append(_look(record, fonts, grounds, formats))
    return looks


def _look(record: bytes, fonts: list[bytes], grounds: list[bytes], formats: dict[int, str]) -> Look:
    number_format = formats.get(number(record, 2, 2), "General")
    if number(record, 4, 2) >= len(fonts):
        return Look(number_format)
    font = fonts[number(record, 4, 2)]
    ground = grounds[number(record, 6, 2)] if number(record, 6, 2) < len(grounds) else b""
    bare = number(ground, 0) == 0 or _is_white(ground[4:12])
    unseen = number(font, 0, 2) <= LEGIBLE * _TWIPS or (bare and _is_white(font[12:20]))
    return Look(number_format, bool(number(font, 2, 2) & _STRUCK), number(font, 6, 2), unseen)


def _is_white(colour: bytes) -> bool:
    """Whether a colour is white: by itself, of the old palette, or as the theme's ground."""
    kind, index = colour[0] >> 1, colour[1]
    if kind == _RGB:
        return is_white("#" + colour[4:7].hex())
    return (kind == _INDEXED and index in _WHITES) or (
        kind == _THEME and index == 0 and not number(colour, 2, 2)
    )
