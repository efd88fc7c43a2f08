"""A line of 上报前检查 says how its matter stands and leads to its place."""

import pytest
from pytestqt.qtbot import QtBot

from model.review.submission import Matter, MatterState
from ui.tools.submission_line import LineButton

SAVED = Matter("saved", "保存", MatterState.OPEN, "还没有存为文件", "save")


@pytest.fixture
def button(qtbot: QtBot) -> LineButton:
    made = LineButton()
    qtbot.addWidget(made)
    return made


def test_before_it_has_a_line_it_leads_nowhere(button: LineButton, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(button.wanted):
        button.click()
    assert (button.is_open, button.place, button.words) == (False, None, "")


def test_it_leads_where_its_line_does(button: LineButton, qtbot: QtBot) -> None:
    button.show_matter(SAVED)
    with qtbot.waitSignal(button.wanted) as told:
        button.click()
    assert told.args == ["save"]
    assert (button.is_open, button.place, button.words) == (True, "save", "还没有存为文件")


def test_what_is_done_is_no_longer_open_and_a_screen_reader_hears_it(button: LineButton) -> None:
    button.show_matter(SAVED)
    assert button.accessibleName() == "保存：还没有存为文件（待办）"
    button.show_matter(Matter("saved", "保存", MatterState.DONE, "已保存", "save"))
    assert not button.is_open
    assert button.accessibleName() == "保存：已保存（已办）"
    assert button.toolTip() == "保存：已保存"


def test_long_words_do_not_widen_the_page(button: LineButton) -> None:
    button.show_matter(Matter("saved", "保存", MatterState.OPEN, "很长" * 200, "save"))
    assert button.minimumSizeHint().width() <= button.sizeHint().width() < 400
