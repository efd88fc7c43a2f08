"""What the PDF's pages tell the Word file about tables, early pages, pulled paragraphs and tracking."""

import pytest

from export.typeset.flow import Paging
from export.word.plan import Plan, plan_of
from model.document import Block, CellRole, Document, Paragraph, Role, Table, TableCell
from tests.export import reports

LINE = Paragraph("政务公开")
SIGNED = (Paragraph("清河县人民政府", Role.SIGNATURE), Paragraph("2025年1月20日", Role.SIGNATURE))


def plan(*blocks: Block) -> Plan:
    return plan_of(Document(blocks), Paging.WHOLE)


def table(rows: int) -> Table:
    cells = [TableCell(0, column, f"栏{column}", role=CellRole.HEAD) for column in range(2)]
    for row in range(1, rows):
        cells.append(TableCell(row, 0, f"{row}.事项"))
        cells.append(TableCell(row, 1, str(row), role=CellRole.VALUE, value=row))
    return Table(rows, 2, tuple(cells), head_rows=1)


def test_each_row_of_a_table_has_its_height_whatever_pages_it_stands_on() -> None:
    (planned,) = plan(table(80)).tables.values()
    assert len(planned.heights) == 80
    assert min(planned.heights) > planned.setting.size
    assert planned.cuts
    assert planned.cuts <= set(range(4, 80))


def test_a_table_on_one_page_is_cut_nowhere() -> None:
    (planned,) = plan(LINE, table(6)).tables.values()
    assert planned.cuts == frozenset()


def test_tables_are_planned_by_their_place_in_the_document() -> None:
    assert set(plan(LINE, table(4), LINE, table(4)).tables) == {1, 3}


@pytest.mark.parametrize("year", [2016, 2019, 2024])
def test_every_table_of_a_report_is_planned(year: int) -> None:
    document = reports.document(year)
    planned = plan_of(document, Paging.WHOLE)
    tables = {at: block for at, block in enumerate(document.blocks) if isinstance(block, Table)}
    assert {at: len(found.heights) for at, found in planned.tables.items()} == {
        at: block.rows for at, block in tables.items()
    }


def test_what_is_moved_to_the_next_page_begins_one_there_too() -> None:
    assert plan(*[LINE] * 15, Paragraph("二、情况", Role.HEADING1), table(12)).early == {15}


def test_a_page_that_is_full_is_not_broken_by_hand() -> None:
    assert plan(*[LINE] * 60).early == frozenset()


@pytest.mark.parametrize("above", range(15, 22))
def test_the_paragraph_above_a_signature_that_hardly_fits_stays_with_it(above: int) -> None:
    blocks = (*[LINE] * above, Paragraph("政务公开" * 14), *SIGNED)
    assert plan(*blocks[1:]).pulled == {above - 1}


def test_a_signature_with_room_below_it_pulls_nothing() -> None:
    assert plan(*[LINE] * 8, Paragraph("政务公开" * 14), *SIGNED).pulled == frozenset()


def test_running_text_is_tracked_and_a_signature_is_not() -> None:
    planned = plan(Paragraph("一、情况", Role.HEADING1), LINE, *SIGNED)
    assert set(planned.tracking) == {0, 1}


def test_a_short_paragraph_that_went_along_with_the_signature_stays_with_it_below_its_heading() -> None:
    """Twenty lines, a heading and a line fill the page; the signature takes both along."""
    blocks = (*[LINE] * 20, Paragraph("（五）监督保障", Role.HEADING2), LINE, *SIGNED)
    assert plan(*blocks).pulled == {21}


def test_a_paragraph_that_begins_the_last_page_anyway_is_not_held() -> None:
    assert plan(*[LINE] * 23, *SIGNED).pulled == frozenset()
