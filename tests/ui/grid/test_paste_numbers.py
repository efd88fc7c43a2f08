"""Numbers alone that are a row or a column short of the table: what they lack are the totals, unless they gainsay it."""

import pytest
from pytestqt.qtbot import QtBot

from model.report import Slot, SlotKind
from tests.ui.grid.blocks import Rows, part, paste, printed, put, tabbed
from tests.ui.grid.desk import COLUMNS, GRANTED, grid_on, session


def balanced() -> Rows:
    """The numbers of the table on applications as they are in a report that adds up: granted to the first of the columns."""
    desk = session(filled=0)
    for place, column in enumerate(COLUMNS, 1):
        for row in ("received", "granted") if place < len(COLUMNS) else ():
            desk.edit([(Slot(SlotKind.CELL, f"applications.{row}.{column}"), place)], "填写")
    return part(printed(desk.report, "applications"), 3, 3)


@pytest.mark.parametrize(
    ("row", "column"), [(5, None), (None, 2), (5, 2)], ids=["a row", "a column", "one of either"]
)
def test_numbers_alone_that_lack_another_line_than_the_totals_are_marked(
    qtbot: QtBot, row: int | None, column: int | None
) -> None:
    rows = [line for place, line in enumerate(balanced()) if place != row]
    put(tabbed([[text for place, text in enumerate(line) if place != column] for line in rows]))
    desk = session()
    grid = grid_on(qtbot, desk)
    said: list[str] = []
    grid.message.connect(said.append)
    paste(grid)
    assert GRANTED in desk.report.of_kind(SlotKind.STATE)
    assert said[-1].startswith("从“自然人·一、本年新收政府信息公开申请数量”起有")
    desk.undo()
    assert not desk.report.of_kind(SlotKind.STATE)


@pytest.mark.parametrize(("rows", "columns"), [([-2], []), ([], [-1]), ([-2], [-1])])
def test_numbers_alone_without_their_totals_are_sure(
    qtbot: QtBot, rows: list[int], columns: list[int]
) -> None:
    table = balanced()
    for row in rows:
        del table[row]
    for column in columns:
        table = [line[:column] for line in table]
    put(tabbed(table))
    desk = session()
    paste(grid_on(qtbot, desk))
    assert desk.report.value("applications.granted.legal_service") == 5
    assert not desk.report.of_kind(SlotKind.STATE)
