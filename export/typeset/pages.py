"""Set pages as plain data: text, rules and bookmarks with their places. Points, from the page's top left corner."""

from dataclasses import dataclass
from typing import Final, NamedTuple

from export.official import BODY_SIZE, CHARACTERS, LEFT, PAGE, PITCH, POINT, TOP, TYPE_AREA

PAGE_WIDTH: Final = PAGE[0] / POINT
PAGE_HEIGHT: Final = PAGE[1] / POINT
LEFT_EDGE: Final = LEFT / POINT
TOP_EDGE: Final = TOP / POINT
WIDTH: Final = TYPE_AREA[0] / POINT
"""Width of the type area: 442.2 pt."""
HEIGHT: Final = TYPE_AREA[1] / POINT
"""Height of the type area: 637.8 pt."""
LINE: Final = PITCH
"""Height of a line of the grid."""
CHARACTER: Final = WIDTH / CHARACTERS
"""Width of a character of the grid: 15.79 pt, a trifle less than the 16 pt of the type."""
BODY: Final = BODY_SIZE
BLACK: Final = (0.0, 0.0, 0.0)
ASCENT: Final = 0.88
"""The base line's distance from the top of a character's square, in parts of the size (the same in all our faces)."""


class Owner(NamedTuple):
    """What a text belongs to: a block of the Document, and in a table its caption, its foot or a cell."""

    block: int
    part: str = ""
    row: int = -1
    column: int = -1


CAPTION: Final = "caption"
FOOT: Final = "foot"


@dataclass(frozen=True, slots=True)
class Text:
    """Characters of one face: `x` the left edge, `y` the base line, `spacing` extra after each character.

    A text without an owner belongs to the page, not to the document: a page number, a head that is repeated.
    """

    x: float
    y: float
    text: str
    font: str
    size: float
    spacing: float = 0.0
    owner: Owner | None = None

    def moved(self, x: float, y: float) -> "Text":
        """Return the text, farther right and down."""
        return Text(self.x + x, self.y + y, self.text, self.font, self.size, self.spacing, self.owner)


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line; `ink` is its red, green and blue from 0 to 1."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    ink: tuple[float, float, float] = BLACK

    def moved(self, x: float, y: float) -> "Rule":
        """Return the rule, farther right and down."""
        return Rule(self.x1 + x, self.y1 + y, self.x2 + x, self.y2 + y, self.width, self.ink)


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a block of the Document begins; `title` names it in the bookmarks, "" keeps it out of them."""

    y: float
    block: int
    title: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class Strip:
    """What is placed as one: texts and rules from its own top left corner, as wide as the type area.

    `keep`: the strip stays with the next one. `grid`: it begins on a line of the grid.
    """

    height: float
    texts: tuple[Text, ...] = ()
    rules: tuple[Rule, ...] = ()
    marks: tuple[Mark, ...] = ()
    keep: bool = False
    grid: bool = True


@dataclass(frozen=True, slots=True)
class Page:
    """A set page, numbered from 1."""

    number: int
    texts: tuple[Text, ...]
    rules: tuple[Rule, ...]
    marks: tuple[Mark, ...]
