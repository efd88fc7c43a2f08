"""The neutral document: a merged cell stands in each place it covers, a file bears a day of its report."""

from datetime import date

from model.document import Document, Paragraph, Table, TableCell


def test_a_merged_cell_stands_in_each_place_it_covers() -> None:
    corner, value = TableCell(0, 0, "项目", rowspan=2, colspan=2), TableCell(1, 2, "3")
    assert Table(2, 3, (corner, value)).grid() == [[corner, corner, None], [corner, corner, value]]


def test_a_cell_that_reaches_beyond_its_table_ends_with_it() -> None:
    wide = TableCell(0, 1, "合计", rowspan=9, colspan=9)
    assert Table(1, 2, (wide,)).grid() == [[None, wide]]


def test_a_file_bears_the_day_of_its_report_and_never_that_of_its_making() -> None:
    assert Document((), day=date(2025, 1, 20)).dated == date(2025, 1, 20)
    assert Document((), year=2024).dated == date(2025, 1, 1)
    assert Document(()).dated == Document(()).dated


def test_paragraphs_and_tables_keep_their_order() -> None:
    first, table, last = Paragraph("甲"), Table(0, 0, ()), Paragraph("乙")
    document = Document((first, table, last))
    assert list(document.paragraphs) == [first, last]
    assert list(document.tables) == [table]
