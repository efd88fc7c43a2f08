"""Pages while they are being filled with strips and tables, and what has been lost by it so far."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import fsum
from typing import Final

from export.typeset.pages import HEIGHT, LEFT_EDGE, LINE, TOP_EDGE, Mark, Strip
from export.typeset.tables import CLOSE, MOST_EXTRA, Cut, TableSetting

_TABLE_GAP: Final = 8.0
"""Least room below a table, in pt."""
_SPARE: Final = 6.0
"""What is left free where a table is cut, in pt: as much as Word needs above it, so that both cut at the same row."""
_FEWEST_ROWS: Final = 3
"""A table that is cut between rows has so many of them on its first page, and two on its last."""
_PAGE: Final = 0.5
"""What one more page weighs, beside the share of it that is blank."""
_CUT: Final = {Cut.NOWHERE: 0.0, Cut.BANDS: 0.25, Cut.ROWS: 0.4}
"""What it weighs that a table is torn, in pages left blank."""


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of a table that stand on one page, each `extra` pt higher than its words need."""

    setting: TableSetting
    rows: tuple[int, ...]
    mark: Mark
    extra: float = 0.0
    grid: bool = False

    @property
    def height(self) -> float:
        """Height in pt."""
        return self.setting.height(self.rows) + self.extra * len(self.rows)

    @property
    def strip(self) -> Strip:
        """The rows as a strip."""
        return replace(self.setting.strip(self.rows, self.extra, self.mark.block), marks=(self.mark,))


@dataclass(frozen=True, slots=True)
class Placed:
    """A strip or part of a table, `y` pt below the top of the type area."""

    y: float
    item: Strip | Part

    @property
    def strip(self) -> Strip:
        """The strip at its place on the page."""
        strip = self.item.strip if isinstance(self.item, Part) else self.item
        return replace(
            strip,
            texts=tuple(text.moved(LEFT_EDGE, TOP_EDGE + self.y) for text in strip.texts),
            rules=tuple(rule.moved(LEFT_EDGE, TOP_EDGE + self.y) for rule in strip.rules),
            marks=tuple(replace(mark, y=TOP_EDGE + self.y) for mark in strip.marks),
        )


class Filling:
    """Pages while they are being filled. `lost` is what is bad about them so far, in pages left blank."""

    def __init__(self) -> None:
        self._done: tuple[tuple[Placed, ...], ...] = ()
        self._page: list[Placed] = []
        self._y = 0.0
        self._held: list[Strip] = []
        self.lost = 0.0

    def copy(self) -> "Filling":
        """Return pages filled alike, to go on with in another way."""
        other = Filling()
        other._done, other._page, other._held = self._done, [*self._page], [*self._held]
        other._y, other.lost = self._y, self.lost
        return other

    @property
    def pages(self) -> tuple[tuple[Placed, ...], ...]:
        """What stands on the pages."""
        return (*self._done, tuple(self._page))

    @property
    def reached(self) -> tuple[int, float]:
        """Page and height in pt: two fillings that have reached the same place go on alike."""
        return len(self._done), round(self._y, 1)

    def add(self, strips: Iterable[Strip]) -> None:
        """Place strips, each with those before it that must stay with it."""
        for strip in strips:
            self._held.append(strip)
            if not strip.keep:
                self.release()

    def release(self) -> None:
        """Place what is still held back."""
        held, self._held = self._held, []
        if self._after(held) > HEIGHT + CLOSE:
            self.new_page()
        for strip in held:
            if self._after([strip]) > HEIGHT + CLOSE:
                self.new_page()
            self._place(strip)

    def new_page(self) -> None:
        """Begin a new page, unless this one is still empty; the last table on a page left takes up what room it can."""
        if self._page:
            self._stretch()
            self.lost += max(0.0, HEIGHT - self._y) / HEIGHT + _PAGE
            self._done = (*self._done, tuple(self._page))
            self._page = []
        self._y = 0.0

    def _stretch(self) -> None:
        """Heighten the rows of the page's last table; what stands below it moves down by whole lines."""
        tables = [at for at, placed in enumerate(self._page) if isinstance(placed.item, Part)]
        if not tables:
            return
        at = tables[-1]
        part, below = self._page[at].item, self._page[at + 1 :]
        if not isinstance(part, Part) or part.setting.table.foot:
            return
        spare = HEIGHT - (self._page[-1].y + self._page[-1].item.height)
        most = MOST_EXTRA * len(part.rows)
        gain = min(spare, most) if not below else min(spare, most) // LINE * LINE
        if gain > 0:
            self._page[at] = replace(self._page[at], item=replace(part, extra=gain / len(part.rows)))
            self._page[at + 1 :] = [replace(placed, y=placed.y + gain) for placed in below]
            self._y = self._page[-1].y + self._page[-1].item.height

    def _after(self, strips: Sequence[Strip]) -> float:
        """How far down the page would reach with these strips."""
        y = self._y
        for strip in strips:
            y = (_on_grid(y) if strip.grid else y) + strip.height
        return y

    @property
    def holds(self) -> bool:
        """Whether something is held back, to stand with what comes next."""
        return bool(self._held)

    def fits_a_page(self, height: float) -> bool:
        """Whether a fresh page has room for what is held and this much more."""
        return fsum(strip.height for strip in self._held) + height <= HEIGHT + CLOSE

    def _place(self, item: Strip | Part) -> None:
        y = _on_grid(self._y) if item.grid else self._y
        self._page.append(Placed(y, item))
        self._y = y + item.height

    def table(
        self, setting: TableSetting, cut: Cut, mark: Mark, foot: Sequence[Strip] = (), apart: float = 0.0
    ) -> None:
        """Place a table with what is held for it, cut between its pieces where the page ends.

        `apart`: what is lost by beginning a page, where nothing is held. The last piece keeps the table's foot below it.
        A single piece that a page cannot hold with all that is held for it and the foot is cut between its rows.
        """
        # What begins on a line of the grid leaves up to a line blank above it.
        below = fsum(strip.height for strip in foot) + LINE * any(strip.grid for strip in foot)
        pieces = list(setting.pieces(cut))
        if len(pieces) == 1 and not self.fits_a_page(setting.height(range(setting.table.rows)) + below):
            pieces = setting.single_rows(pieces[0])
        first = [row for piece in pieces[: _first(pieces)] for row in piece]
        wanted = setting.height([*setting.head, *first])
        whole = len(first) == setting.table.rows - len(setting.head)
        wanted += max(below, _SPARE) if whole else _SPARE
        if self._after(self._held) + wanted > HEIGHT + CLOSE:
            self.lost += 0.0 if self.holds else apart
            self.new_page()
        self.release()
        while True:
            rows = list(setting.head)
            while pieces:
                room = HEIGHT + CLOSE - self._y - max(_SPARE, below if len(pieces) == 1 else 0.0)
                if len(rows) > len(setting.head) and setting.height([*rows, *pieces[0]]) > room:
                    break
                rows += pieces.pop(0)
            if len(pieces) == 1 and len(pieces[0]) == 1 and len(rows) - len(setting.head) > _FEWEST_ROWS:
                pieces.insert(0, range(rows[-1], rows[-1] + 1))
                rows.pop()
            self._place(Part(setting, tuple(rows), mark))
            if not pieces:
                self._held += foot
                self.release()
                self._y += _TABLE_GAP
                return
            self.lost += _CUT[cut] or _CUT[Cut.ROWS]
            self.new_page()


def _first(pieces: Sequence[range]) -> int:
    """How many pieces the first page of a table has at least."""
    return _FEWEST_ROWS if pieces and len(pieces[0]) == 1 else 1


def _on_grid(y: float) -> float:
    """The next line of the grid at or below `y`; a line that a table touches is left blank."""
    return -(-(y - CLOSE) // LINE) * LINE
