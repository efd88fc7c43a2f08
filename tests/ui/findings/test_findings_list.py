"""The list of findings shows whole rows, however high it is."""

import pytest
from pytestqt.qtbot import QtBot

from ui.findings.findings_list import FindingsList, row_height


@pytest.mark.parametrize("height", [137, 150, 163, 270])
def test_the_list_ends_with_a_whole_row(qtbot: QtBot, height: int) -> None:
    found = FindingsList()
    qtbot.addWidget(found)
    found.show()
    found.resize(600, height)
    assert found.viewport().height() % row_height(found) == 0
    assert found.viewport().height() > height - row_height(found)
