"""A tile is painted as what it holds: its ground, its number, its marks."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter
from pytestqt.qtbot import QtBot

from tests.ui.grid.desk import GRANTED, RECEIVED_TOTAL, grid_on, session
from ui.grid.marks import Mark
from ui.grid.painter import Emphasis, TilePainter
from ui.grid.reading import Look, Tone
from ui.grid.sheet import Kind, Tile
from ui.grid.table_grid import TableGrid
from ui.look.style import LIGHT

USUAL = Emphasis()


@pytest.fixture
def grid(qtbot: QtBot) -> TableGrid:
    return grid_on(qtbot, session(filled=0))


def painted(grid: TableGrid, key: str, look: Look, emphasis: Emphasis = USUAL) -> QImage:
    """A cell on a ground of its own."""
    return painted_tile(grid, grid.sheet.by_key[key], look, emphasis)


def painted_tile(grid: TableGrid, tile: Tile, look: Look, emphasis: Emphasis = USUAL) -> QImage:
    """One tile on a ground of its own."""
    image = QImage(120, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.magenta)
    painter = QPainter(image)
    rect = QRect(0, 0, 120, 40)
    TilePainter(grid.tile_geometry, LIGHT).paint(painter, tile, look, rect, rect, emphasis)
    painter.end()
    return image


def ground(image: QImage) -> str:
    """The colour near a corner that neither number nor mark reaches."""
    return image.pixelColor(image.width() // 2, 3).name()


def look(text: str = "7", tone: Tone = Tone.USUAL, mark: Mark = Mark.NONE, ghost: str = "") -> Look:
    return Look(text, tone, mark, ghost)


@pytest.mark.parametrize(
    ("shown", "emphasis", "colour"),
    [
        (look(), Emphasis(), "panel"),
        (look(mark=Mark.ERROR), Emphasis(), "error_soft"),
        (look(mark=Mark.SUSPECT), Emphasis(), "error_soft"),
        (look(mark=Mark.WARNING), Emphasis(), "panel"),
        (look(tone=Tone.BAD), Emphasis(), "error_soft"),
        (look(mark=Mark.EXPLAIN), Emphasis(), "explain_soft"),
        (look(tone=Tone.GOOD), Emphasis(), "good_soft"),
        (look(), Emphasis(in_line=True), "accent_soft"),
        (look(mark=Mark.ERROR), Emphasis(selected=True, found=True), "selection"),
        (look(mark=Mark.ERROR), Emphasis(found=True), "found"),
    ],
)
def test_the_ground_shows_the_selection_first_then_what_is_wrong_then_what_it_holds(
    grid: TableGrid, shown: Look, emphasis: Emphasis, colour: str
) -> None:
    assert ground(painted(grid, GRANTED, shown, emphasis)) == QColor(getattr(LIGHT, colour)).name()


def test_a_sum_is_shaded(grid: TableGrid) -> None:
    assert ground(painted(grid, RECEIVED_TOTAL, look())) == QColor(LIGHT.computed).name()


def inked(image: QImage, left: int, right: int) -> int:
    """How many points between two columns are of another colour than the ground."""
    whole = QColor(ground(image))
    return sum(
        image.pixelColor(x, y) != whole for x in range(left, right) for y in range(2, image.height() - 2)
    )


def test_a_number_stands_at_the_right_and_last_years_at_the_left(grid: TableGrid) -> None:
    alone, beside = painted(grid, GRANTED, look()), painted(grid, GRANTED, look(ghost="12"))
    assert inked(alone, 0, 60) == 0
    assert inked(alone, 60, 118) > 0
    assert inked(beside, 0, 60) > 0


def test_a_blank_cell_shows_where_its_number_will_stand(grid: TableGrid) -> None:
    blank = painted(grid, GRANTED, look("", Tone.BLANK))
    assert 0 < inked(blank, 60, 118) < inked(painted(grid, GRANTED, look()), 60, 118)


def test_a_mark_with_a_sign_stands_beside_the_number(grid: TableGrid) -> None:
    assert inked(painted(grid, GRANTED, look(mark=Mark.DOUBTFUL)), 0, 40) > 0


def test_a_balance_is_written_whole_or_shorter_or_not_and_ticked_once_it_is_known(grid: TableGrid) -> None:
    tile = next(tile for tile in grid.sheet.tiles if tile.kind is Kind.BALANCE)
    blank, open_one = painted_tile(grid, tile, Look()), painted_tile(grid, tile, look("3 = 3", Tone.OPEN))
    assert inked(blank, 0, 118) == 0
    assert inked(open_one, 0, 118) > 0
    held = painted_tile(grid, tile, look("3 = 3", Tone.GOOD))
    assert inked(held, 100, 118) != inked(open_one, 100, 118)
    long = "1234567890123 ≠ 9876543210987"
    unsaid = painted_tile(grid, tile, Look(long, Tone.BAD))
    assert inked(unsaid, 3, 90) == 0
    shorter = painted_tile(grid, tile, Look(long, Tone.BAD, shorter=("差31",)))
    assert shorter == painted_tile(grid, tile, Look("差31", Tone.BAD))
    assert inked(shorter, 3, 90) > 0


def test_a_balance_that_is_written_smaller_is_all_there(
    grid: TableGrid, monkeypatch: pytest.MonkeyPatch
) -> None:
    tile = next(tile for tile in grid.sheet.tiles if tile.kind is Kind.BALANCE)
    written: list[tuple[float, int]] = []

    def write(painter: QPainter, room: QRect, _flags: int, text: str) -> None:
        written.append((QFontMetricsF(painter.font()).horizontalAdvance(text), room.width()))

    monkeypatch.setattr(QPainter, "drawText", write)
    painting = TilePainter(grid.tile_geometry, LIGHT)
    image = QImage(200, 40, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for width in range(40, 120):
        rect = QRect(0, 0, width, 40)
        painting.paint(painter, tile, Look("1040=2061＋…", Tone.OPEN), rect, rect, USUAL)
    painter.end()
    assert written
    assert all(width <= room for width, room in written)


def test_a_remark_is_a_corner_of_its_own(grid: TableGrid) -> None:
    plain = painted(grid, GRANTED, Look("7"))
    assert painted(grid, GRANTED, Look("7", remarked=True)) != plain


def test_a_number_beside_another_is_left_out_rather_than_written_over_it(grid: TableGrid) -> None:
    alone = painted(grid, GRANTED, look("123456789"))
    assert painted(grid, GRANTED, look("123456789", ghost="987654321")) == alone
    assert painted(grid, GRANTED, look("123456789", ghost="98")) != alone
