"""A count stands in the official table beside what the report says now."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from intake.ledger.ledger import Count
from model.report import Report, Slot, SlotKind
from tests.intake.ledger.rows import YEAR, count_of
from tests.ui.grid.desk import told_at
from ui.grid.marks import Mark
from ui.grid.reading import Tone
from ui.ledger.count_grid import CountGrid

RECEIVED, GRANTED = "applications.received.natural_person", "applications.granted.natural_person"
PARTIAL, TOTAL = "applications.partial.natural_person", "applications.received.total"


@pytest.fixture
def count() -> Count:
    """One application of a citizen; another whose kind is told by the name alone."""
    return count_of(
        ["1", "2024-3-8", "赵某", "公民", "予以公开", "2024-3-18"],
        ["2", "2024-3-9", "清源建材有限公司", "", "予以公开", "2024-3-18"],
    )


@pytest.fixture
def report(count: Count) -> Report:
    made = Report(count.form, "云溪县林业局", YEAR)
    made.set(
        [
            (Slot(SlotKind.CELL, key), number)
            for key, number in count.cells.items()
            if key not in count.form.sums
        ]
    )
    made.set([(Slot(SlotKind.CELL, RECEIVED), 4), (Slot(SlotKind.CELL, PARTIAL), None)])
    return made


@pytest.fixture
def grid(qtbot: QtBot, count: Count, report: Report) -> CountGrid:
    made = CountGrid(count.form.table("applications"), count, report)
    qtbot.addWidget(made)
    made.resize(1100, 500)
    made.show()
    return made


def test_what_differs_is_marked_with_the_reports_number_beside_it(grid: CountGrid) -> None:
    look = grid.look(grid.sheet.by_key[RECEIVED])
    assert (look.text, look.mark, look.ghost) == ("1", Mark.EXPLAIN, "4")
    same = grid.look(grid.sheet.by_key[GRANTED])
    assert (same.text, same.mark, same.ghost) == ("1", Mark.NONE, "")


def test_a_blank_is_no_other_number_but_is_taken_over(grid: CountGrid) -> None:
    look = grid.look(grid.sheet.by_key[PARTIAL])
    assert (look.text, look.tone, look.mark) == ("0", Tone.ZERO, Mark.NONE)
    assert grid.differing == (RECEIVED, PARTIAL)


def test_a_number_that_rests_on_a_name_is_marked_as_placed(grid: CountGrid) -> None:
    assert grid.look(grid.sheet.by_key["applications.received.enterprise"]).mark is Mark.PLACED


def test_sums_are_those_of_the_count_and_are_not_chosen(grid: CountGrid) -> None:
    assert grid.look(grid.sheet.by_key[TOTAL]).text == "2"
    grid.focus_on(TOTAL)
    assert list(grid.chosen) == []
    grid.focus_on(RECEIVED)
    assert list(grid.chosen) == [RECEIVED]


def test_without_a_report_everything_is_new_and_nothing_marked(count: Count, qtbot: QtBot) -> None:
    grid = CountGrid(count.form.table("applications"), count, None)
    qtbot.addWidget(grid)
    assert grid.look(grid.sheet.by_key[RECEIVED]).mark is Mark.NONE
    assert len(grid.differing) == sum(tile.is_entry for tile in grid.sheet.numbers)


def test_keys_move_the_cursor_and_what_it_is_on_is_told(grid: CountGrid) -> None:
    grid.focus_on(RECEIVED)
    QTest.keyClick(grid, Qt.Key.Key_Down)
    assert grid.current_key == "applications.carried_in.natural_person"
    QTest.keyClick(grid, Qt.Key.Key_Up)
    assert grid.accessibleDescription().endswith("：台账统计 1，报告中现为 4")
    QTest.keyClick(grid, Qt.Key.Key_7)
    QTest.keyClick(grid, Qt.Key.Key_Tab)
    assert (grid.current_key, grid.look(grid.sheet.by_key[RECEIVED]).text) == (RECEIVED, "1")


def test_another_count_is_told_at_once(grid: CountGrid) -> None:
    grid.focus_on(RECEIVED)
    other = count_of(*[["1", "2024-3-8", "赵某", "公民", "予以公开", "2024-3-18"]] * 3)
    grid.show_count(other)
    assert grid.look(grid.sheet.by_key[RECEIVED]).text == "3"
    assert "台账统计 3" in grid.accessibleDescription()


def test_what_a_narrow_column_leaves_out_is_read_where_the_mouse_rests(grid: CountGrid) -> None:
    number = grid.sheet.by_key[RECEIVED]
    balance = next(tile for tile in grid.sheet.tiles_of[RECEIVED] if tile is not number)
    assert told_at(grid, balance) == "1 ＝ 1"
    assert told_at(grid, number).endswith("台账统计 1，报告中现为 4")
