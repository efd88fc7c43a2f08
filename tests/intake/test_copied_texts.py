"""Texts that programs make of a report: blank cells stay cells, and a number keeps its place."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import groupby

import pytest

from intake.readers.text import read_text
from intake.recognise import Recognition, recognise
from model.compose import compose
from model.document import CellRole, Document, Table
from model.import_state import ImportState
from model.report import Report, SlotKind
from tests.intake import layouts
from tests.intake.figures import balanced

SEEDS = (1, 2, 3)


def without_noughts(report: Report) -> Document:
    """The report with blank cells for noughts."""
    return layouts.revalued(compose(report), lambda cell: "" if cell.text == "0" else cell.text)


def wrong(report: Report, read: Recognition, table: str = "applications") -> dict[str, object]:
    """The cells of a table that did not come out, or not surely, with what was read."""
    states = read.report.of_kind(SlotKind.STATE)
    sure = (ImportState.READ.value, ImportState.PLACED.value)
    return {
        key: (read.report.value(key), states.get(key))
        for key, cell in report.form.cells.items()
        if cell.table.id == table and not cell.computed and report.value(key)
        if read.report.value(key) != report.value(key) or states.get(key) not in sure
    }


def cells_with_those_covered(table: Table) -> Iterator[str]:
    """One cell a line, a blank line for what a merged cell covers as well: how word processors save a text."""
    for _, row in groupby(sorted(_places(table)), key=lambda place: place[0]):
        yield from (text for _, _, text in row)


def _places(table: Table) -> Iterator[tuple[int, int, str]]:
    for cell in table.cells:
        yield cell.row, cell.column, cell.text
        yield from ((cell.row + down, cell.column, "") for down in range(1, cell.rowspan))


def cells_between_tabs(table: Table) -> Iterator[str]:
    """How a browser copies cells that hold paragraphs."""
    for cells in layouts.rows_of(table):
        yield "\n\n\t\n\n".join(cell.text or "\u00a0" for cell in cells) + "\n\n\n"


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("lines_of", [cells_with_those_covered, cells_between_tabs])
def test_a_row_that_adds_up_keeps_its_blank_cells(
    lines_of: Callable[[Table], Iterator[str]], seed: int
) -> None:
    report = balanced(seed)
    assert wrong(report, recognise(read_text(layouts.page(without_noughts(report), lines_of)))) == {}


BARS = """三、收到和处理政府信息公开申请情况
（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） |
申请人情况 |
||||||||
自然人 |
法人或其他组织 |
总计 |
||||||
商业企业 |
科研机构 |
社会公益组织 |
法律服务机构 |
其他 |
||||
一、本年新收政府信息公开申请数量 |
2 |
|
|
|
|
|
2 |
||
二、上年结转政府信息公开申请数量 |
|
|
|
|
|
|
0 |
||
四、结转下年度继续办理 |
|
|
|
|
|
|
0 |
||
2023年政府信息公开工作年度报告"""


def test_bars_on_one_line_fill_up_a_row_whose_blank_cells_have_lines_of_their_own() -> None:
    read = recognise(read_text(BARS), year=2023).report
    states = read.of_kind(SlotKind.STATE)
    for row, person, total in (("received", 2, 2), ("carried_in", None, 0), ("carried_out", None, 0)):
        assert read.value(f"applications.{row}.natural_person") == person
        assert read.get(SlotKind.CONTROL, f"applications.{row}.total") == total
        assert states[f"applications.{row}.total"] == ImportState.READ.value


def test_a_labels_number_on_a_line_of_its_own_is_no_value() -> None:
    report = balanced(2)
    text = layouts.page(compose(report), layouts.blank_lines).replace("（五）不予处理", "（五）\n不予处\n理")
    assert wrong(report, recognise(read_text(text))) == {}


def test_two_numbers_on_the_last_line_of_a_row_are_two_where_they_add_up() -> None:
    report = balanced(2)
    shown = [str(value) for key, value in report.values().items() if key.startswith("applications.granted.")]
    text = layouts.page(compose(report), layouts.blank_lines)
    torn = text.replace("\n".join(shown), "\n".join([*shown[:-2], " ".join(shown[-2:])]))
    assert torn != text
    assert wrong(report, recognise(read_text(torn))) == {}


def labels_before_their_rows(table: Table) -> Iterator[str]:
    """How a page's text comes out column by column: labels of several rows, then their numbers, a number a line."""
    rows = layouts.rows_of(table)
    for start in range(0, len(rows), 3):
        part = [cell for cells in rows[start : start + 3] for cell in cells]
        yield from (cell.text for cell in part if cell.role is not CellRole.VALUE)
        yield from (cell.text for cell in part if cell.role is CellRole.VALUE)


def numbers_run_together(table: Table) -> Iterator[str]:
    """How narrow cells come out: wide gaps between numbers, a single blank where two stand close."""
    for cells in layouts.rows_of(table):
        values = [cell.text for cell in cells if cell.role is CellRole.VALUE]
        label = "".join(cell.text for cell in cells if cell.role is not CellRole.VALUE)
        yield "    ".join((label, *values[:2], " ".join(values[2:4]), *values[4:]))


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("lines_of", [layouts.labels_around, labels_before_their_rows, numbers_run_together])
def test_a_table_that_lacks_no_number_is_read_whole_wherever_its_labels_are(
    lines_of: Callable[[Table], Iterator[str]], seed: int
) -> None:
    report = balanced(seed)
    assert wrong(report, recognise(read_text(layouts.page(compose(report), lines_of)))) == {}


def test_the_number_of_a_page_within_a_table_leaves_it_whole() -> None:
    report = balanced(3)
    lines = layouts.page(compose(report), numbers_run_together).split("\n")
    at = next(number for number, line in enumerate(lines) if line.startswith("2.重复申请"))
    read = recognise(read_text("\n".join([*lines[:at], "3", *lines[at:]])))
    assert wrong(report, read) == {}
    assert "3" in read.unread


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("lines_of", [layouts.on_columns, partial(layouts.on_columns, wide=1)])
def test_places_on_lines_tell_which_cells_are_blank(
    lines_of: Callable[[Table], Iterator[str]], seed: int
) -> None:
    report = balanced(seed)
    assert wrong(report, recognise(read_text(layouts.page(without_noughts(report), lines_of)))) == {}


def test_places_that_the_sums_gainsay_are_not_taken() -> None:
    report = balanced(1)
    lines = layouts.page(without_noughts(report), layouts.on_columns).split("\n")
    at = next(number for number, line in enumerate(lines) if "（一）予以公开" in line)
    label, numbers = lines[at].split("公开", 1)
    moved = f"{label}公开{' ' * 8}{numbers}"
    read = recognise(read_text("\n".join([*lines[:at], moved, *lines[at + 1 :]])))
    states = read.report.of_kind(SlotKind.STATE)
    for key in report.form.cells:
        if key.startswith("applications.granted.") and read.report.value(key) is not None:
            assert states[key] == ImportState.DOUBTFUL.value or read.report.value(key) == report.value(key)


def test_a_label_of_two_lines_above_its_numbers_is_theirs_where_no_number_lacks() -> None:
    report = balanced(4)
    text = layouts.page(
        compose(report), lambda table: (" ".join(c.text for c in row) for row in layouts.rows_of(table))
    )
    label = "行政规范性文件"
    torn = text.replace(label, f"{label[:4]}\n{label[4:]}\n", 1)
    assert wrong(report, recognise(read_text(torn)), "disclosure") == {}
