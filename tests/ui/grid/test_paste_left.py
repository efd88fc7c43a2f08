"""What is no number in a pasted block leaves its cell as it was, is told, and keeps none of the others out."""

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.grid.blocks import numbered, part, paste, printed, put, tabbed
from tests.ui.grid.desk import CARRIED_IN, GRANTED, RECEIVED, grid_on, session, set_cells


def test_what_is_no_number_leaves_its_cell_as_it_was_and_is_told(qtbot: QtBot) -> None:
    desk = session()
    set_cells(desk, received=7, carried_in=8)
    grid = grid_on(qtbot, desk)
    told: list[str] = []
    grid.message.connect(told.append)
    put("1\t2\n约3\t4\n5\t—")
    paste(grid)
    assert [desk.report.value(key) for key in (RECEIVED, CARRIED_IN, GRANTED)] == [1, 8, 5]
    assert desk.report.value("applications.granted.enterprise") is None
    assert told[-1].startswith("“自然人·二、上年结转政府信息公开申请数量”没有改动：“约3”不是数字")
    assert told[-1].endswith(
        "；另有 1 格也不是数字；已粘贴 4 个数字：从“自然人·一、本年新收政府信息公开申请数量”到“自然人·予以公开”"
    )
    desk.undo()
    assert [desk.report.value(key) for key in (RECEIVED, CARRIED_IN, GRANTED)] == [7, 8, None]


@pytest.mark.parametrize(
    ("words", "count", "beside"),
    [("核实中", 1, "applications.granted.enterprise"), ("—", None, "applications.partial.enterprise")],
    ids=["a cell", "a row of dashes"],
)
def test_a_whole_table_with_words_for_numbers_is_taken_without_them(
    qtbot: QtBot, words: str, count: int | None, beside: str
) -> None:
    source = numbered()
    rows = [list(row) for row in part(printed(source, "applications"), 3, 3)]
    rows[2][:count] = [words for _ in rows[2][:count]]
    put(tabbed(rows))
    desk = session()
    grid = grid_on(qtbot, desk)
    grid.focus_cell("applications.partial.enterprise")
    paste(grid)
    assert desk.report.value(GRANTED) is None
    assert desk.report.value(CARRIED_IN) == source.value(CARRIED_IN)
    assert desk.report.value(beside) == source.value(beside)


@pytest.mark.parametrize("left", [0, 1], ids=["with labels", "without"])
@pytest.mark.parametrize("place", [0, -1], ids=["first number", "only number of its row"])
def test_a_number_with_its_unit_does_not_keep_the_rest_of_a_table_out(
    qtbot: QtBot, left: int, place: int
) -> None:
    source = numbered()
    keys = [key for key in source.form.entered if key.startswith("disclosure.")]
    rows = part(printed(source, "disclosure"), 0, left)
    at = next(
        (row, column)
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
        if text == str(source.value(keys[place]))
    )
    rows[at[0]][at[1]] = "365000元"
    put(tabbed(rows))
    desk = session()
    grid = grid_on(qtbot, desk, "disclosure")
    told: list[str] = []
    grid.message.connect(told.append)
    paste(grid)
    assert desk.report.value(keys[place]) is None
    others = [key for key in keys if key != keys[place]]
    assert [desk.report.value(key) for key in others] == [source.value(key) for key in others]
    assert told[-1].index("“365000元”不是数字") < told[-1].index("已粘贴 9 个数字")


def test_words_beside_a_label_of_the_table_are_told_and_the_rest_is_taken(qtbot: QtBot) -> None:
    source = numbered()
    keys = [key for key in source.form.entered if key.startswith("disclosure.")]
    rows = printed(source, "disclosure")
    rows[-1] = ["尚未统计" if text == str(source.value(keys[-1])) else text for text in rows[-1]]
    put(tabbed(rows))
    desk = session()
    paste(grid_on(qtbot, desk, "disclosure"))
    assert [desk.report.value(key) for key in keys] == [*map(source.value, keys[:-1]), None]
