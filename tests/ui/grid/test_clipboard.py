"""Blocks on the clipboard: what spreadsheets, word processors and browsers put there is read as they mean it."""

import pytest
from PySide6.QtCore import QMimeData

from intake.readers.html import read_html
from intake.readers.limits import MOST_COLUMNS
from model.form_file import form_ids, load_form
from model.layout import layout_of
from model.report import Report, Slot, SlotKind
from ui.grid.clipboard import from_html, from_mime, from_text, table_to_mime, to_mime


def lists(rows: object) -> list[list[str]]:
    assert isinstance(rows, list)
    return [list(row) for row in rows]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("1\t2\n3\t4", [["1", "2"], ["3", "4"]]),
        ("1\t2\r\n3\t4\r\n", [["1", "2"], ["3", "4"]]),
        ("1\t\t\n3\t4\t", [["1", ""], ["3", "4"]]),
        ("1\n\n\n", [["1"]]),
        ('"两\n行"\t2', [["两\n行", "2"]]),
        ('"5\t6\n7\t8', [['"5', "6"], ["7", "8"]]),
        ("12\v13\t4", [["12\v13", "4"]]),
        ("  1 \t 2 3 ", [["1", "2 3"]]),
        ("", []),
        ("\t\n\t", []),
    ],
)
def test_text_is_read_row_by_row(text: str, rows: list[list[str]]) -> None:
    assert lists(from_text(text)) == rows


@pytest.mark.parametrize(
    ("html", "rows"),
    [
        ("<table><tr><td>1</td><td>2</td></tr></table>", [["1", "2"]]),
        (
            "<table><tr><th rowspan=2>甲</th><td>1</td></tr><tr><td>2</td></tr></table>",
            [["甲", "1"], ["", "2"]],
        ),
        ("<table><tr><td colspan='2'>甲</td><td>3</td></tr></table>", [["甲", "", "3"]]),
        ("<p>之前</p><table><tr><td>1<br>2</td></tr></table>", [["1\n2"]]),
        ("<table><tr><td>1<table><tr><td>2</td></tr></table></td></tr></table>", [["2"]]),
        ("<table><tr><td>1<td>2<tr><td>3<td>4</table>", [["1", "2"], ["3", "4"]]),
        (
            "<table><tr><td>1</td></tr><tr height=0 style='display:none'><td>9</td></tr><tr><td>2</td></tr></table>",
            [["1"], ["2"]],
        ),
        ("<p>没有表格</p>", []),
        ("", []),
    ],
)
def test_html_is_read_with_its_spans(html: str, rows: list[list[str]]) -> None:
    assert [lists(block) for block in from_html(html).blocks] == ([rows] if rows else [])


def test_a_span_beyond_belief_is_not_believed() -> None:
    clip = from_html("<table><tr><td colspan=1000000000>1</td><td>2</td></tr></table>")
    assert len(clip.blocks[0][0]) <= MOST_COLUMNS


def test_a_table_with_numbers_comes_before_one_of_words() -> None:
    clip = from_html("<table><tr><td>首页</td><td>公开</td></tr></table><table><tr><td>1</td></tr></table>")
    assert [lists(block) for block in clip.blocks] == [[["1"]], [["首页", "公开"]]]
    assert not clip.apart


@pytest.mark.parametrize(
    ("outside", "apart"),
    [
        ("<table><tr><td>9</td></tr></table>", True),
        ("<p>9</p>", True),
        ("<p>共收到申请 ９ 件</p>", True),
        ("<p>合计：32</p>", True),
        ("<p>2024年度情况表（单位：件）</p>", False),
        ("<p>全年收到申请9件，均已办结。</p>", False),
        ("<table><tr><td>首页</td></tr></table>", False),
        ("", False),
    ],
)
def test_numbers_outside_of_a_table_are_noticed(outside: str, apart: bool) -> None:
    inside = "<table><tr><td>1</td><td>2</td></tr></table>"
    assert from_html(outside + inside).apart is apart
    assert from_html(f"<table><tr><td>{outside}{inside}</td></tr></table>").apart is apart


def test_what_is_copied_can_be_read_by_both_kinds_of_program() -> None:
    rows = [["1", "甲 & 乙"], ["", "<4>"]]
    mime = to_mime(rows)
    assert mime.text() == "1\t甲 & 乙\n\t<4>"
    assert [lists(block) for block in from_mime(mime).blocks] == [rows, rows]


def test_the_table_tells_more_than_the_text() -> None:
    mime = QMimeData()
    mime.setText("1 2")
    mime.setHtml("<table><tr><td>1</td><td>2</td></tr></table>")
    assert [lists(block) for block in from_mime(mime).blocks] == [[["1", "2"]], [["1 2"]]]


def test_where_there_is_nothing_there_is_no_block() -> None:
    assert list(from_mime(None).blocks) == []
    assert list(from_mime(QMimeData()).blocks) == []


def printed_table(form: str, table: str) -> tuple[Report, QMimeData]:
    """A report with a number of its own in each cell, and a whole table of it as it is copied."""
    report = Report(load_form(form), "云溪县林业局", load_form(form).years[0])
    report.set((Slot(SlotKind.CELL, key), number) for number, key in enumerate(report.form.entered, 1001))
    return report, table_to_mime(layout_of(report.form.table(table)), report)


TABLES = [(form, table.id) for form in form_ids() for table in load_form(form).tables]


@pytest.mark.parametrize(("form", "table"), TABLES)
def test_a_whole_table_is_text_with_every_number_in_its_own_column(form: str, table: str) -> None:
    report, mime = printed_table(form, table)
    rows = from_text(mime.text())
    layout = layout_of(report.form.table(table))
    assert len(mime.text().split("\n")) == layout.rows
    for place in layout.numbers:
        assert rows[place.row][place.column].removeprefix("+") == str(report.value(str(place.key)))


@pytest.mark.parametrize(("form", "table"), TABLES)
def test_a_whole_table_is_html_with_the_spans_and_heads_of_the_printed_one(form: str, table: str) -> None:
    report, mime = printed_table(form, table)
    read = next(read_html(mime.html()).tables)
    layout = layout_of(report.form.table(table))
    assert (read.rows, read.columns) == (layout.rows, layout.columns)
    spans = {(cell.row, cell.column): (cell.rowspan, cell.colspan, cell.text) for cell in read.cells}
    for place in layout.places:
        rowspan, colspan, text = spans[place.row, place.column]
        assert (rowspan, colspan) == (place.rowspan, place.colspan)
        assert place.key is not None or "".join(text.split()) == "".join(place.text.split())
    assert mime.html().count("<th") == sum(place.key is None for place in layout.places)
