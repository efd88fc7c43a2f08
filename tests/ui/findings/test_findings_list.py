"""The list of findings shows whole rows, however high it is."""

import pytest
from pytestqt.qtbot import QtBot

from model.findings import Finding, Spot
from model.levels import Level
from ui.findings.findings_list import FindingsList, row_height
from ui.findings.findings_model import Row, RowKind

_FRAME = 1
"""What shows where the keyboard is."""


@pytest.mark.parametrize("height", [137, 150, 163, 270])
def test_the_list_ends_with_a_whole_row(qtbot: QtBot, height: int) -> None:
    found = FindingsList()
    qtbot.addWidget(found)
    found.show()
    found.resize(600, height)
    assert found.viewport().height() % row_height(found) == 0
    assert found.viewport().height() > height - 2 * _FRAME - row_height(found)


def test_a_finding_whose_place_has_moved_is_gone_to_where_it_is_now(qtbot: QtBot) -> None:
    found = FindingsList()
    qtbot.addWidget(found)
    first = Finding("N10", Level.ERROR, "请补全", page="overview", spot=Spot("overview", 4, 6))
    moved = first._replace(spot=Spot("overview", 5, 7))
    found.show_rows((Row(RowKind.FINDING, first.message, first),))
    found.select_row(0)
    with qtbot.assertNotEmitted(found.model().modelReset):
        found.move_rows(lambda: (Row(RowKind.FINDING, moved.message, moved),))
    assert found.current is not None
    assert found.current.finding == moved
    with qtbot.waitSignal(found.model().modelReset):
        found.show_rows((Row(RowKind.FINDING, "另一处", moved),))
