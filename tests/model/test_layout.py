"""The printed shape of each table, as on the official form: every place covered once, heads and labels merged."""

import pytest

from model.document import CellRole
from model.form import Form
from model.form_file import form_ids, load_form
from model.layout import PrintedCell, layout_of

FORM = load_form("2021")


def place(table: str, text: str) -> PrintedCell:
    return next(place for place in layout_of(FORM.table(table)).places if place.text == text)


@pytest.mark.parametrize(
    ("table", "rows", "columns"), [("disclosure", 14, 4), ("applications", 28, 10), ("disputes", 4, 15)]
)
def test_the_tables_of_form_2021_have_the_official_size(table: str, rows: int, columns: int) -> None:
    layout = layout_of(FORM.table(table))
    assert (layout.rows, layout.columns) == (rows, columns)


@pytest.mark.parametrize("form", [load_form(form_id) for form_id in form_ids()], ids=form_ids())
def test_every_place_of_every_table_is_covered_once_and_every_number_stands_once(form: Form) -> None:
    for table in form.tables:
        layout = layout_of(table)
        covered = [
            (row, column)
            for place in layout.places
            for row in range(place.row, place.row + place.rowspan)
            for column in range(place.column, place.column + place.colspan)
        ]
        assert sorted(covered) == [
            (row, column) for row in range(layout.rows) for column in range(layout.columns)
        ]
        keys = [place.key for place in layout.numbers]
        assert keys == [key for key, cell in form.cells.items() if cell.table is table]


def test_the_heads_of_the_application_table_are_merged_as_on_the_form() -> None:
    corner = next(p for p in layout_of(FORM.table("applications")).places if p.role is CellRole.CORNER)
    assert (corner.row, corner.column, corner.rowspan, corner.colspan) == (0, 0, 3, 3)
    applicants = place("applications", "申请人情况")
    assert (applicants.row, applicants.column, applicants.rowspan, applicants.colspan) == (0, 3, 1, 7)
    natural = place("applications", "自然人")
    assert (natural.row, natural.column, natural.rowspan, natural.colspan) == (1, 3, 2, 1)
    legal = place("applications", "法人或其他组织")
    assert (legal.row, legal.column, legal.rowspan, legal.colspan) == (1, 4, 1, 5)


@pytest.mark.parametrize(
    ("text", "row", "column", "rowspan", "colspan"),
    [
        ("一、本年新收政府信息公开申请数量", 3, 0, 1, 3),
        ("三、本年度办理结果", 5, 0, 22, 1),
        ("（一）予以公开", 5, 1, 1, 2),
        ("（三）不予公开", 7, 1, 8, 1),
        ("1.属于国家秘密", 7, 2, 1, 1),
        ("（四）无法提供", 15, 1, 3, 1),
        ("（五）不予处理", 18, 1, 5, 1),
        ("（六）其他处理", 23, 1, 3, 1),
        ("（七）总计", 26, 1, 1, 2),
        ("四、结转下年度继续办理", 27, 0, 1, 3),
    ],
)
def test_row_labels_are_merged_as_on_the_form(
    text: str, row: int, column: int, rowspan: int, colspan: int
) -> None:
    found = place("applications", text)
    assert (found.row, found.column, found.rowspan, found.colspan) == (row, column, rowspan, colspan)


def test_bands_have_heads_of_their_own_and_reach_to_the_edge() -> None:
    band = place("disclosure", "第二十条第（五）项")
    assert (band.role, band.colspan) == (CellRole.BAND, 4)
    licences = next(
        p for p in layout_of(FORM.table("disclosure")).numbers if p.key == "disclosure.licences.decisions"
    )
    assert (licences.column, licences.colspan) == (1, 3)


def test_the_dispute_table_is_one_row_of_fifteen_numbers() -> None:
    layout = layout_of(FORM.table("disputes"))
    assert {place.row for place in layout.numbers} == {3}
    assert place("disputes", "行政复议").colspan == 5
    assert place("disputes", "行政诉讼").colspan == 10


def test_the_annex_of_form_2014_is_a_list_with_units() -> None:
    table = load_form("2014").tables[0]
    layout = layout_of(table)
    assert (layout.columns, layout.head_rows) == (3, 1)
    assert {place.column for place in layout.numbers} == {2}
    assert max(place.indent for place in layout.places) >= 1
