"""A row of a web page that has fewer cells than its heads: which is not there nobody can tell, so none is taken for sure."""

from html import escape

import pytest

from intake.readers.html import read_html
from intake.readers.text import read_text
from intake.recognise import Recognition, recognise
from model.compose import compose
from model.document import CellRole, Table, TableCell
from model.report import SlotKind
from tests.intake.figures import balanced, misread
from tests.intake.layouts import rows_of

WANTED = balanced(7)


def page_with(table_id: str, row: int, cells: str) -> str:
    """The report as a page, the value cells of one row as given: {0}, {1} … are their numbers."""
    parts = []
    for block in compose(WANTED).blocks:
        if not isinstance(block, Table):
            parts.append(f"<p>{escape(block.text)}</p>")
            continue
        lines = []
        for number, places in enumerate(rows_of(block)):
            values = [place.text for place in places if place.role is CellRole.VALUE]
            labels = "".join(map(shown, places[: len(places) - len(values)]))
            changed = (block.id, number) == (table_id, row)
            tail = (
                cells.format(*values)
                if changed
                else "".join(map(shown, places[-len(values) or len(places) :]))
            )
            lines.append(f"<tr>{labels}{tail}</tr>")
        parts.append(f"<table>{''.join(lines)}</table>")
    return "".join(parts)


def shown(cell: TableCell) -> str:
    return f"<td rowspan={cell.rowspan} colspan={cell.colspan}>{escape(cell.text)}</td>"


def read(table_id: str, row: int, cells: str) -> Recognition:
    return recognise(read_html(page_with(table_id, row, cells)))


SIX = "".join(f"<td>{{{place}}}</td>" for place in (0, 2, 3, 4, 5, 6))
HIDDEN = "<td>{0}</td><td style='display:none'>{1}</td>" + "".join(f"<td>{{{n}}}</td>" for n in range(2, 7))
FOURTEEN = "".join(f"<td>{{{place}}}</td>" for place in range(1, 15))


@pytest.mark.parametrize(
    ("table", "row", "cells", "key"),
    [
        ("applications", 3, SIX, "applications.received."),
        ("applications", 3, HIDDEN, "applications.received."),
        ("disputes", 3, FOURTEEN, "disputes."),
        ("disclosure", 3, "<td>{0}</td><td>{2}</td>", "disclosure.normative_documents."),
    ],
)
def test_a_row_with_a_cell_too_few_is_doubtful(table: str, row: int, cells: str, key: str) -> None:
    found = read(table, row, cells)
    doubtful = {k for k, state in found.report.of_kind(SlotKind.STATE).items() if state == "doubtful"}
    assert doubtful == {cell for cell in WANTED.form.cells if cell.startswith(key)}
    assert set(misread(WANTED, found.report)) <= doubtful


def test_what_a_hidden_cell_holds_is_told() -> None:
    found = read("applications", 3, HIDDEN)
    number = WANTED.value("applications.received.enterprise")
    assert any(f"隐藏的格中的“{number}”" in line for line in found.unread)


def test_a_hidden_cell_beside_a_whole_row_is_nothing() -> None:
    whole = "<td style='display:none'>77</td>" + "".join(f"<td>{{{n}}}</td>" for n in range(7))
    found = read("applications", 3, whole)
    assert not misread(WANTED, found.report)
    assert "doubtful" not in found.report.of_kind(SlotKind.STATE).values()


def test_words_where_all_numbers_of_table_four_should_stand_are_doubtful_and_told() -> None:
    found = read("disputes", 3, "".join(f"<td>{{{n}}}x</td>" for n in range(15)))
    states = found.report.of_kind(SlotKind.STATE)
    assert {states[cell] for cell in WANTED.form.cells if cell.startswith("disputes.")} == {"doubtful"}
    assert any("x" in line for line in found.unread)


@pytest.mark.parametrize(
    ("bar", "row", "column", "key"),
    [
        ("\t", 5, 4, "applications.granted."),
        ("\t", 3, 9, "applications.received."),
        (" | ", 5, 9, "applications.granted."),
        (" | ", 3, 4, "applications.received."),
        (" | ", 3, 9, "applications.received."),
        (" | ", 4, 5, "applications.carried_in."),
        (" | ", 2, 3, "disclosure.regulations."),
        (" | ", 3, 8, "disputes."),
        ("\t", 3, 8, "disputes."),
    ],
)
def test_a_line_of_a_copied_table_with_a_cell_too_few_is_doubtful(
    bar: str, row: int, column: int, key: str
) -> None:
    lines = []
    for block in compose(WANTED).blocks:
        if not isinstance(block, Table):
            lines.append(block.text)
            continue
        for number, places in enumerate(block.grid()):
            texts = [
                cell.text if cell is not None and (cell.row, cell.column) == (number, at) else ""
                for at, cell in enumerate(places)
            ]
            if (block.id, number) == (key.partition(".")[0], row):
                del texts[column]
            lines.append(bar.join(texts) + bar.strip(" \t"))
    found = recognise(read_text("\n".join(lines)))
    states = found.report.of_kind(SlotKind.STATE)
    cells = {cell for cell in WANTED.form.cells if cell.startswith(key)}
    assert {cell for cell, state in states.items() if state == "doubtful"} == cells
    assert set(misread(WANTED, found.report)) <= cells


def filled_up(cells: list[str], wanted: int) -> str:
    return "".join(f"<td>{text}</td>" for text in [*cells, *[""] * (wanted - len(cells))])


@pytest.mark.parametrize(
    ("table", "row", "count", "gone", "key"),
    [
        ("applications", 3, 7, 1, "applications.received."),
        ("applications", 5, 7, 4, "applications.granted."),
        ("disputes", 3, 15, 2, "disputes."),
        ("disputes", 3, 15, 12, "disputes."),
    ],
)
def test_a_row_with_a_cell_too_few_that_blanks_fill_up_is_doubtful(
    table: str, row: int, count: int, gone: int, key: str
) -> None:
    places = [f"{{{place}}}" for place in range(count) if place != gone]
    found = read(table, row, filled_up(places, count))
    states = found.report.of_kind(SlotKind.STATE)
    doubtful = {cell for cell, state in states.items() if state == "doubtful"}
    assert (
        set(misread(WANTED, found.report)) <= doubtful <= {c for c in WANTED.form.cells if c.startswith(key)}
    )
    assert doubtful


@pytest.mark.parametrize("filler", ["", "<td></td>" * 6])
def test_a_table_without_one_of_its_columns_is_doubtful(filler: str) -> None:
    parts = []
    for block in compose(WANTED).blocks:
        if not isinstance(block, Table):
            parts.append(f"<p>{escape(block.text)}</p>")
            continue
        gone = 5 if block.id == "applications" else -1
        rows = [
            "".join(shown(cell) for cell in cells if cell.column != gone or cell.role is CellRole.LABEL)
            for cells in rows_of(block)
        ]
        parts.append(f"<table>{''.join(f'<tr>{row}{filler}</tr>' for row in rows)}</table>")
    found = recognise(read_html("".join(parts)))
    states = found.report.of_kind(SlotKind.STATE)
    silent = {key for key in misread(WANTED, found.report) if states[key] != "doubtful"}
    assert not silent
