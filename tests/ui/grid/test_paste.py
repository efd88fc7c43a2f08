"""Blocks from spreadsheets, word processors and browsers: taken where they belong, number by number, or refused whole."""

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from model.compose import compose
from model.form_file import form_ids, load_form
from model.report import SlotKind
from tests.ui.grid.blocks import Rows, numbered, part, paste, printed, put, slots, tabbed
from tests.ui.grid.desk import (
    CARRIED_IN,
    GRANTED,
    RECEIVED,
    RECEIVED_TOTAL,
    grid_on,
    press,
    session,
    set_cells,
)
from ui.grid.clipboard import MOST_TAGS, from_html, from_text, to_mime
from ui.grid.command import Command
from ui.grid.selection import Selection


@pytest.mark.parametrize(
    ("top", "left", "right"),
    [(0, 0, None), (1, 0, None), (3, 0, None), (3, 2, None), (3, 3, None), (3, 3, -1)],
    ids=["whole table", "without the first head", "without heads", "row names", "numbers", "without totals"],
)
def test_the_application_table_is_taken_whole_wherever_the_cursor_is(
    qtbot: QtBot, top: int, left: int, right: int | None
) -> None:
    source = numbered()
    put(tabbed(part(printed(source, "applications"), top, left, right)))
    desk = session()
    grid = grid_on(qtbot, desk)
    grid.focus_cell("applications.partial.enterprise")
    paste(grid)
    table = [key for key in source.form.cells if key.startswith("applications.")]
    assert {key: desk.report.value(key) for key in table} == {key: source.value(key) for key in table}
    assert not desk.report.of_kind(SlotKind.DECLARED)
    desk.undo()
    assert all(desk.report.value(key) is None for key in table)


@pytest.mark.parametrize(
    ("form", "table"), [("2021", "disclosure"), ("2021", "disputes"), ("2019", "disclosure")]
)
def test_the_other_tables_are_taken_whole(qtbot: QtBot, form: str, table: str) -> None:
    source = numbered(form)
    put(tabbed(printed(source, table)))
    desk = session(form=form)
    paste(grid_on(qtbot, desk, table))
    keys = [key for key in source.form.cells if key.startswith(f"{table}.")]
    assert [desk.report.value(key) for key in keys] == [source.value(key) for key in keys]


@pytest.mark.parametrize("left", [0, 2], ids=["with labels", "numbers"])
def test_a_list_is_taken_whole(qtbot: QtBot, left: int) -> None:
    source = numbered("2014")
    put(tabbed(part(printed(source, "statistics"), 1, left)))
    desk = session(form="2014")
    paste(grid_on(qtbot, desk, "statistics"))
    assert desk.report.values() == source.values()


def test_a_table_copied_from_a_web_page_keeps_its_merged_cells(qtbot: QtBot) -> None:
    source = numbered()
    table = next(t for t in compose(source).tables if t.id == "applications")
    lines = [
        "".join(
            f'<td rowspan="{c.rowspan}" colspan="{c.colspan}"><p>{c.text}</p></td>'
            for c in table.cells
            if c.row == row
        )
        for row in range(table.rows)
    ]
    put(html="<html><body><table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table></body></html>")
    desk = session()
    paste(grid_on(qtbot, desk))
    assert desk.report.value("applications.granted.other") == source.value("applications.granted.other")
    assert desk.report.value("applications.carried_out.total") == source.value(
        "applications.carried_out.total"
    )


def test_totals_become_control_totals_and_declared_ones_where_they_differ(qtbot: QtBot) -> None:
    rows = part(printed(numbered(), "applications"), 3, 3)
    rows[0][6] = "999"
    put(tabbed(rows))
    desk = session()
    paste(grid_on(qtbot, desk))
    assert desk.report.of_kind(SlotKind.DECLARED) == {RECEIVED_TOTAL: 999}
    assert desk.report.get(SlotKind.CONTROL, RECEIVED_TOTAL) == 999
    assert len(desk.report.of_kind(SlotKind.CONTROL)) == 31
    assert any(finding.cells[0] == RECEIVED_TOTAL for finding in desk.outcome.findings)


def test_a_small_block_is_laid_down_from_the_cursor(qtbot: QtBot) -> None:
    desk = session()
    grid = grid_on(qtbot, desk)
    grid.focus_cell(CARRIED_IN)
    put("１\t2\n3\t1,234\n")
    told: list[str] = []
    grid.message.connect(told.append)
    paste(grid)
    assert told[-1] == ("已粘贴 4 个数字：从“自然人·二、上年结转政府信息公开申请数量”到“商业企业·予以公开”")
    assert desk.report.value(CARRIED_IN) == 1
    assert desk.report.value("applications.granted.enterprise") == 1234


def test_a_number_with_marks_that_nobody_sees_is_a_number(qtbot: QtBot) -> None:
    desk = session()
    grid = grid_on(qtbot, desk)
    put("\u202d12\u202c")
    paste(grid)
    assert desk.report.value(RECEIVED) == 12


def test_what_was_pasted_is_selected_and_what_it_emptied_is_told(qtbot: QtBot) -> None:
    desk = session()
    set_cells(desk, carried_in=7)
    grid = grid_on(qtbot, desk)
    told: list[str] = []
    grid.message.connect(told.append)
    put("5\n\n6\n")
    paste(grid)
    assert told[-1] == (
        "已粘贴 2 个数字，清空 1 格：从“自然人·一、本年新收政府信息公开申请数量”到“自然人·予以公开”"
    )
    assert [tile.key for tile in grid.selection.tiles(grid.sheet)] == [RECEIVED, CARRIED_IN, GRANTED]
    assert grid.current_key == RECEIVED
    paste(grid)
    assert told[-1] == "粘贴的数字与表中相同，没有改动"


def test_a_whole_table_pasted_from_anywhere_tells_where_it_went(qtbot: QtBot) -> None:
    desk = session()
    grid = grid_on(qtbot, desk)
    grid.focus_cell("applications.granted.other")
    told: list[str] = []
    grid.message.connect(told.append)
    put("\n".join("\t".join("0" * 6) for _ in range(24)))
    paste(grid)
    assert told[-1].startswith("已粘贴 144 个数字：从“自然人·一、本年新收政府信息公开申请数量”到“其他·")
    assert (grid.current_key, len(grid.selection.tiles(grid.sheet)) >= 144) == (RECEIVED, True)


def test_one_number_fills_the_selection(qtbot: QtBot) -> None:
    desk = session()
    grid = grid_on(qtbot, desk)
    press(grid, Qt.Key.Key_Down, Qt.Key.Key_Down, shift=True)
    put("5")
    paste(grid)
    assert [desk.report.value(key) for key in (RECEIVED, CARRIED_IN, GRANTED)] == [5, 5, 5]


def test_what_was_copied_can_be_pasted(qtbot: QtBot) -> None:
    desk = session()
    set_cells(desk, received=3, carried_in=4)
    grid = grid_on(qtbot, desk)
    press(grid, Qt.Key.Key_Down, shift=True)
    grid.run(Command.COPY)
    grid.focus_cell("applications.received.other")
    grid.run(Command.PASTE)
    assert desk.report.value("applications.carried_in.other") == 4


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "1\t予以公开\n3\t合计",
            "第 1 行第 2 列（商业企业·一、本年新收政府信息公开申请数量）：“予以公开”不是数字",
        ),
        ("自然人\t企业\n3\t4", "第 1 行第 1 列（自然人·一、本年新收政府信息公开申请数量）：“自然人”不是数字"),
        ("2025年\n3\n4", "第 1 行第 1 列"),
        ("\t".join("12345678"), "有 8 列"),
        ("\n".join("1" * 26), "有 26 行"),
        ("1.5", "不是整数"),
        ("-1\n2", "负数"),
        ("12\v13", "是 2 个数字，一格只能填一个"),
        ('"12\n345"', "是 2 个数字"),
        ("12①", "不是数字"),
    ],
)
def test_a_block_that_does_not_fit_changes_nothing(qtbot: QtBot, text: str, reason: str) -> None:
    desk = session()
    set_cells(desk, received=7)
    grid = grid_on(qtbot, desk)
    put(text)
    with qtbot.waitSignal(grid.message) as told:
        paste(grid)
    assert reason in told.args[0]
    assert "没有改动" in told.args[0]
    assert desk.report.value(RECEIVED) == 7
    assert desk.outcome.blanks == 165


def test_a_whole_sheet_is_refused_unread(qtbot: QtBot) -> None:
    desk = session()
    set_cells(desk, received=7)
    grid = grid_on(qtbot, desk)
    mime = QMimeData()
    mime.setHtml("<table>" + "<tr><td>12</td></tr>" * MOST_TAGS + "</table>")
    QGuiApplication.clipboard().setMimeData(mime)
    with qtbot.waitSignal(grid.message) as told:
        paste(grid)
    assert told.args == ["复制的内容太多，没有粘贴；请只选中要粘贴的那张表格，重新复制"]
    assert desk.report.value(RECEIVED) == 7


def test_a_copied_file_is_no_number_and_its_name_is_not_shown_as_one(qtbot: QtBot) -> None:
    desk = session()
    set_cells(desk, received=7)
    grid = grid_on(qtbot, desk)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/台账/2025.xlsx")])
    QGuiApplication.clipboard().setMimeData(mime)
    with qtbot.waitSignal(grid.message) as told:
        paste(grid)
    assert told.args == ["剪贴板里是文件，没有粘贴；要打开或导入这个文件，请把它拖到窗口上"]
    assert desk.report.value(RECEIVED) == 7


def test_an_empty_clipboard_is_told(qtbot: QtBot) -> None:
    grid = grid_on(qtbot, session())
    QGuiApplication.clipboard().clear()
    with qtbot.waitSignal(grid.message) as told:
        paste(grid)
    assert told.args == ["剪贴板里没有可以粘贴的数字"]


def test_a_column_of_a_narrow_band_goes_into_its_merged_cells(qtbot: QtBot) -> None:
    desk = session()
    grid = grid_on(qtbot, desk, "disclosure")
    grid.focus_cell("disclosure.licences.decisions")
    put("1\n2\n3\n")
    paste(grid)
    assert desk.report.value("disclosure.coercive_measures.decisions") == 3


def test_ledger_totals_are_pasted_into_the_control_column(qtbot: QtBot) -> None:
    desk = session(filled=1)
    grid = grid_on(qtbot, desk)
    grid.show_controls = True
    grid.focus_cell("applications.received.other")
    press(grid, Qt.Key.Key_Tab)
    put("6\n7\n")
    paste(grid)
    controls = desk.report.of_kind(SlotKind.CONTROL)
    assert controls == {RECEIVED_TOTAL: 6, "applications.carried_in.total": 7}


@pytest.mark.parametrize(
    ("start", "text", "told"),
    [
        ("applications.received.total", "30", "1 个合计用于核对：“总计·一、本年新收政府信息公开申请数量”"),
        (
            "applications.received.other",
            "5\t30",
            "已粘贴 1 个数字，1 个合计用于核对：“其他·一、本年新收政府信息公开申请数量”",
        ),
    ],
)
def test_totals_that_are_pasted_are_told_though_their_column_is_hidden(
    qtbot: QtBot, start: str, text: str, told: str
) -> None:
    desk = session()
    grid = grid_on(qtbot, desk)
    grid.focus_cell(start)
    said: list[str] = []
    grid.message.connect(said.append)
    put(text)
    paste(grid)
    assert said[-1] == told
    assert desk.report.get(SlotKind.CONTROL, RECEIVED_TOTAL) == 30


def test_quoted_text_and_ragged_rows_are_read_as_spreadsheets_write_them() -> None:
    assert from_text('1\t"二\n行"\r\n3\r\n') == [["1", "二\n行"], ["3", ""]]


def test_html_tables_are_read_with_their_spans() -> None:
    html = "<table><tr><td rowspan=2>一<br>二</td><td>1</td></tr><tr><td>2</td></tr></table>"
    assert from_html(html).blocks == [[["一\n二", "1"], ["", "2"]]]


def test_our_own_html_reads_back() -> None:
    rows = [["1", "<2>"], ["", "4"]]
    assert from_html(to_mime(rows).html()).blocks == [rows]


def test_a_row_of_a_ledger_is_pasted_down_the_column_where_the_table_has_it(qtbot: QtBot) -> None:
    put(tabbed([["5", "1", "4"]]))
    desk = session()
    grid = grid_on(qtbot, desk)
    press(grid, Qt.Key.Key_V, ctrl=True, alt=True)
    assert [desk.report.value(key) for key in (RECEIVED, CARRIED_IN, GRANTED)] == [5, 1, 4]
    desk.undo()
    assert desk.report.value(RECEIVED) is None


def test_a_whole_table_that_was_turned_over_is_turned_back(qtbot: QtBot) -> None:
    source = numbered()
    put(tabbed(list(map(list, zip(*part(printed(source, "applications"), 3, 3, -1), strict=True)))))
    desk = session()
    grid = grid_on(qtbot, desk)
    press(grid, Qt.Key.Key_V, ctrl=True, alt=True)
    table = [key for key in source.form.entered if key.startswith("applications.")]
    assert [desk.report.value(key) for key in table] == [source.value(key) for key in table]


@pytest.mark.parametrize("blank", [False, True])
@pytest.mark.parametrize(
    ("form", "table"), [(form, table.id) for form in form_ids() for table in load_form(form).tables]
)
def test_a_table_copied_whole_with_its_heads_comes_back_whole(
    qtbot: QtBot, form: str, table: str, blank: bool
) -> None:
    source, target = session(form=form), session(form=form)
    report = source.report
    if not blank:
        report.set((slot, number) for number, slot in enumerate(slots(report), 1001))
    copied, pasted = (grid_on(qtbot, desk, table) for desk in (source, target))
    press(copied, Qt.Key.Key_C, ctrl=True, alt=True)
    pasted.select(Selection(pasted.sheet.numbers[-1], pasted.sheet.numbers[-1]))
    paste(pasted)
    for key in report.form.entered:
        if key.startswith(f"{table}."):
            assert target.report.value(key) == report.value(key), key
    assert target.report.of_kind(SlotKind.DECLARED) == {}


def test_a_table_with_a_head_of_another_table_is_not_taken_for_it(qtbot: QtBot) -> None:
    desk = session()
    grid = grid_on(qtbot, desk)
    press(grid, Qt.Key.Key_C, ctrl=True, alt=True)
    rows = [list(row) for row in from_text(QGuiApplication.clipboard().text())]
    rows[1][3] = "别的表"
    put(tabbed([*rows, ["小计", *["1"] * 9]]))
    paste(grid)
    assert desk.report.of_kind(SlotKind.CELL) == {}


def as_html(rows: Rows) -> str:
    return "<table>" + "".join(f"<tr><td>{'</td><td>'.join(row)}</td></tr>" for row in rows) + "</table>"


def test_the_table_that_fits_is_taken_from_among_others(qtbot: QtBot) -> None:
    source = numbered()
    whole = as_html(part(printed(source, "applications"), 3, 3))
    put(html=as_html([["1", "2"]]) + "<p>共 9 件</p>" + whole)
    desk = session()
    paste(grid_on(qtbot, desk))
    assert desk.report.value(GRANTED) == source.value(GRANTED)


@pytest.mark.parametrize(
    "html",
    [
        as_html([["1", "2"]]) + as_html([["3", "4"]]),
        as_html([["1", "2"]]) + "<p>合计 3</p>",
        "<table><tr><td>3" + as_html([["1", "2"]]) + "</td></tr></table>",
        as_html(part(printed(numbered(), "applications"), 3, 3)) + as_html([["5"] * 7] * 25),
    ],
    ids=["two tables", "a number below", "a table within a cell", "two that fit"],
)
def test_numbers_in_several_places_are_refused_in_words(qtbot: QtBot, html: str) -> None:
    said: list[str] = []
    desk = session()
    grid = grid_on(qtbot, desk)
    grid.message.connect(said.append)
    put(html=html)
    paste(grid)
    assert "不止一处有数字" in said[-1]
    assert "没有改动任何数字" in said[-1]
    assert not desk.report.of_kind(SlotKind.CELL)
