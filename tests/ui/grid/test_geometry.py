"""Where the tiles lie: side by side without a gap, filling the view where that is sensible."""

import pytest
from PySide6.QtWidgets import QApplication

from model.form_file import load_form
from ui.grid.geometry import Geometry
from ui.grid.sheet import Kind, Sheet, sheet_of
from ui.grid.words import Faces

TABLES = [(form, table.id) for form in ("2014", "2019", "2021") for table in load_form(form).tables]


@pytest.fixture
def faces(qapp: QApplication) -> Faces:
    return Faces(qapp.font(), 1.0)


def sheet(form: str, table: str) -> Sheet:
    return sheet_of(load_form(form), load_form(form).table(table), controls=False)


@pytest.mark.parametrize(("form", "table"), TABLES)
def test_tiles_lie_edge_to_edge(faces: Faces, form: str, table: str) -> None:
    tiles = sheet(form, table)
    places = Geometry(tiles, faces, 1124, 500)
    area = sum(places.rect(tile).width() * places.rect(tile).height() for tile in tiles.tiles)
    assert area == places.width * places.height


@pytest.mark.parametrize(("form", "table"), TABLES)
def test_every_place_is_found_again(faces: Faces, form: str, table: str) -> None:
    tiles = sheet(form, table)
    places = Geometry(tiles, faces, 1124, 500)
    for tile in tiles.numbers:
        centre = places.rect(tile).center()
        assert tile.column <= places.column_at(centre.x()) <= tile.right
        assert tile.row <= places.row_at(centre.y()) <= tile.bottom
    assert (places.column_at(-5), places.row_at(-5)) == (0, 0)
    assert (places.column_at(10**6), places.row_at(10**6)) == (tiles.columns - 1, tiles.rows - 1)


def test_the_application_table_fills_the_width_and_no_more(faces: Faces) -> None:
    assert Geometry(sheet("2021", "applications"), faces, 1124, 500).width == 1124


@pytest.mark.parametrize("table", ["applications", "disputes"])
def test_beside_the_preview_of_an_old_screen_a_table_does_not_scroll_sideways(
    faces: Faces, table: str
) -> None:
    assert Geometry(sheet("2021", table), faces, round(52 * faces.em), 500).width <= 52 * faces.em


@pytest.mark.parametrize("table", ["applications", "disputes"])
@pytest.mark.parametrize("digits", [2, 3])
def test_beside_the_preview_of_the_smallest_screen_a_table_is_seen_whole_in_small_numbers(
    faces: Faces, table: str, digits: int
) -> None:
    room = round(36 * faces.em)
    tiles = sheet("2021", table)
    places = Geometry(tiles, faces, room, 500, digits)
    assert places.width <= room
    assert all(
        faces.small_width("8" * digits) + 2 * places.pad <= places.rect(tile).width() + 1
        for tile in tiles.numbers
    )


@pytest.mark.parametrize("table", ["applications", "disputes"])
@pytest.mark.parametrize("digits", [4, 6, 9, 11])
def test_in_a_narrow_view_numbers_keep_their_room(faces: Faces, table: str, digits: int) -> None:
    tiles = sheet("2021", table)
    places = Geometry(tiles, faces, 300, 500, digits)
    widths = {places.rect(tile).width() for tile in tiles.numbers}
    assert places.width > 300
    assert min(widths) >= min(faces.width("8" * digits) + 2 * places.pad, 7 * faces.em) - 1


def test_heads_and_labels_are_what_is_frozen(faces: Faces) -> None:
    tiles = sheet("2021", "applications")
    places = Geometry(tiles, faces, 1124, 500)
    first = places.rect(tiles.numbers[0])
    assert (places.frozen_width, places.frozen_height) == (first.left(), first.top())


def test_rows_have_more_air_where_there_is_room(faces: Faces) -> None:
    tiles = sheet("2021", "disputes")
    dense, roomy = (Geometry(tiles, faces, 1124, height) for height in (60, 600))
    row = tiles.numbers[0]
    assert roomy.rect(row).height() > dense.rect(row).height()


def test_numbers_of_one_table_are_of_one_width_but_for_a_pixel(faces: Faces) -> None:
    tiles = sheet("2021", "applications")
    places = Geometry(tiles, faces, 1111, 500)
    widths = [places.rect(tile).width() for tile in tiles.numbers if tile.kind is not Kind.CONTROL]
    assert max(widths) - min(widths) <= 1
