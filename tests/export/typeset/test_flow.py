"""Pages keep together what belongs together, and tables are cut only between rows, their labels repeated."""

from itertools import pairwise

import pytest

from export.pdf import PdfOptions, render
from export.typeset.faces import embedded_faces
from export.typeset.flow import Paging, lay_out, leads, set_pages
from export.typeset.fonts import font_book
from export.typeset.pages import HEIGHT, TOP_EDGE
from export.typeset.tables import TableSetting
from model.document import Block, CellRole, Document, Paragraph, Role, Table, TableCell
from tests.export import reports
from tests.export.paper import PrintedPage, read

LINE_OF_WORDS = Paragraph("政务公开")


def pages(*blocks: Block) -> tuple[PrintedPage, ...]:
    return read(render(Document(blocks))).pages


def grouped(rows: int, columns: int = 3) -> Table:
    """A table with a head and one group label down all its rows."""
    cells = [TableCell(0, column, f"栏{column}", role=CellRole.HEAD) for column in range(columns)]
    cells.append(TableCell(1, 0, "（四）无法提供", rowspan=rows))
    for row in range(1, rows + 1):
        cells.append(TableCell(row, 1, f"{row}.事项"))
        cells.append(TableCell(row, 2, str(row), role=CellRole.VALUE, value=row))
    return Table(rows + 1, columns, tuple(cells), head_rows=1, label_columns=2, widths=(30, 90, 36))


@pytest.mark.parametrize("above", range(18, 23))
@pytest.mark.parametrize("role", [Role.HEADING1, Role.HEADING2, Role.HEADING3])
def test_a_heading_is_never_the_last_line_of_a_page(above: int, role: Role) -> None:
    printed = pages(*[LINE_OF_WORDS] * above, Paragraph("标题", role), Paragraph("正文内容" * 30))
    for page in printed:
        assert page.lines(16)[-1] != "标题"


@pytest.mark.parametrize("above", range(22))
def test_headings_below_which_nothing_is_written_fill_their_page(above: int) -> None:
    """All but the last, which stays with the signature, leave no line of the page before empty."""
    empty = [Paragraph(f"{number}、情况", Role.HEADING1) for number in "一二三四五六七八"]
    signed = (Paragraph("清河县人民政府", Role.SIGNATURE), Paragraph("2025年1月20日", Role.SIGNATURE))
    (*before, last) = pages(*[LINE_OF_WORDS] * above, *empty, *signed)
    assert "八、情况" in last.text
    for page in before:
        assert len(page.lines(16)) == 22 or "七、情况" in page.text


def test_only_a_heading_below_which_something_stands_leads_to_it() -> None:
    blocks = (
        Paragraph("一、概述", Role.HEADING1),
        Paragraph("二、情况", Role.HEADING1),
        Paragraph("（一）公开", Role.HEADING2),
        Paragraph("（二）申请", Role.HEADING2),
        LINE_OF_WORDS,
        Paragraph("三、事项", Role.HEADING1),
    )
    assert [leads(blocks, at) for at in range(6)] == [False, True, False, True, False, True]


@pytest.mark.parametrize("above", range(14, 23))
def test_the_signature_is_never_alone_on_a_page(above: int) -> None:
    signed = (Paragraph("清河县人民政府", Role.SIGNATURE), Paragraph("2025年1月20日", Role.SIGNATURE))
    (*_, last) = pages(*[LINE_OF_WORDS] * above, *signed)
    assert last.lines(16)[0] == "政务公开"
    assert last.lines(16)[-2:] == ["清河县人民政府", "2025年1月20日"]


def test_a_table_that_fits_a_page_is_not_cut() -> None:
    first, second = pages(*[LINE_OF_WORDS] * 15, Paragraph("二、情况", Role.HEADING1), grouped(12))
    assert "栏1" not in first.text
    assert second.text.startswith("二、情况")
    assert "12.事项" in second.text


@pytest.mark.parametrize("above", range(0, 23, 2))
@pytest.mark.parametrize("year", [2019, 2024])
def test_the_application_table_is_whole_wherever_the_text_above_it_ends(year: int, above: int) -> None:
    (table,) = (table for table in reports.document(year).tables if table.own_page)
    printed = pages(*[LINE_OF_WORDS] * above, Paragraph("三、情况", Role.HEADING1), table)
    (page,) = (page for page in printed if "申请人情况" in page.text)
    assert "三、情况" in page.text
    assert "四、结转下年度继续办理" in page.text


@pytest.mark.parametrize("above", range(23))
@pytest.mark.parametrize("year", [2019, 2024])
def test_a_table_of_bands_is_torn_only_between_them(year: int, above: int) -> None:
    (table,) = (table for table in reports.document(year).tables if table.id == "disclosure")
    printed = pages(*[LINE_OF_WORDS] * above, Paragraph("二、情况", Role.HEADING1), table)
    (page,) = (page for page in printed if "第二十条第（一）项" in page.text)
    assert "二、情况" in page.text
    for page in printed:
        rows = [row for row in page.text.split("\r\n") if row.strip()]
        if "第二十条" in page.text and "二、情况" not in page.text:
            assert rows[0].startswith("第二十条")


@pytest.mark.parametrize(("year", "most"), [(2024, 3), (2019, 5)])
def test_sentences_above_the_application_table_share_its_page(year: int, most: int) -> None:
    (table,) = (table for table in reports.document(year).tables if table.own_page)
    for lines in range(1, most + 1):
        printed = pages(
            *[LINE_OF_WORDS] * 22, Paragraph("三、情况", Role.HEADING1), *[LINE_OF_WORDS] * lines, table
        )
        assert len(printed) == 2
        assert "四、结转下年度继续办理" in printed[1].text


@pytest.mark.parametrize("above", range(12, 20))
def test_a_sentence_that_leads_to_a_table_begins_the_page_with_it(above: int) -> None:
    (table,) = (table for table in reports.document(2024).tables if table.own_page)
    heading = Paragraph("三、情况", Role.HEADING1)
    first, second = pages(*[Paragraph("上文")] * above, heading, LINE_OF_WORDS, table)
    assert "政务公开" not in first.text.replace(heading.text, "")
    assert second.lines(16) == ["三、情况", "政务公开"]
    assert "四、结转下年度继续办理" in second.text


def test_no_table_is_torn_for_the_sake_of_the_text_that_leads_to_it() -> None:
    (table,) = (table for table in reports.document(2024).tables if table.own_page)
    for lines in range(4, 9):
        printed = pages(Paragraph("三、情况", Role.HEADING1), *[LINE_OF_WORDS] * lines, table)
        (page,) = (page for page in printed if "申请人情况" in page.text)
        assert "四、结转下年度继续办理" in page.text


def test_a_paragraph_of_three_lines_goes_along_whole_with_the_signature() -> None:
    signed = (Paragraph("清河县人民政府", Role.SIGNATURE), Paragraph("2025年1月20日", Role.SIGNATURE))
    for above in range(17, 21):
        first, second = pages(*[LINE_OF_WORDS] * above, Paragraph("推进信息" * 18), *signed)
        torn = ["推进信息" in page.text for page in (first, second)]
        assert torn == [False, True], above


@pytest.mark.parametrize("rows", range(18, 34))
def test_a_signature_right_below_a_table_keeps_rows_of_it_on_its_page(rows: int) -> None:
    signed = (Paragraph("清河县人民政府", Role.SIGNATURE), Paragraph("2025年1月20日", Role.SIGNATURE))
    printed = pages(*[LINE_OF_WORDS] * 5, grouped(rows), *signed)
    assert "清河县人民政府" in printed[-1].text
    assert printed[-1].text.count("事项") >= 2
    assert len(printed) <= 2


def blank_shares(document: Document, paging: Paging = Paging.WHOLE) -> list[float]:
    """The part of each page, except the last, that stays empty below what stands there."""
    placed = lay_out(document, font_book(embedded_faces()), paging)
    return [1 - (page[-1].y + page[-1].item.height) / HEIGHT for page in placed[:-1]]


@pytest.mark.parametrize("year", [2019, 2020, 2021, 2024])
def test_inner_pages_are_full(year: int) -> None:
    shares = []
    for more in range(12):
        words = [Paragraph("政务公开工作" * 4)] * more
        blocks = list(reports.document(year).blocks)
        shares += blank_shares(Document((*blocks[:4], *words, *blocks[4:])))
    assert sum(shares) / len(shares) < 0.05
    assert max(shares) < 0.5


def test_saving_paper_begins_every_table_where_the_text_ends() -> None:
    (table,) = (table for table in reports.document().tables if table.own_page)
    blocks: tuple[Block, ...] = (
        *[LINE_OF_WORDS] * 8,
        Paragraph("三、情况", Role.HEADING1),
        table,
        *[LINE_OF_WORDS] * 22,
    )
    assert max(blank_shares(Document(blocks), Paging.SAVING)) < 0.1
    assert max(blank_shares(Document(blocks))) > 0.5
    first, second, *_ = read(render(Document(blocks), PdfOptions(paging=Paging.SAVING))).pages
    assert "申请人情况" in first.text
    assert "申请人情况" in second.text


def test_the_last_row_of_a_torn_table_is_not_alone() -> None:
    for rows in range(30, 60):
        for page in pages(grouped(rows))[1:]:
            assert page.text.count("事项") >= 2


def test_a_long_table_repeats_its_head_and_the_cut_group_s_label() -> None:
    printed = pages(grouped(100))
    assert len(printed) > 2
    for page in printed:
        assert "栏1" in "".join(page.text.split())
        assert "无法提供" in page.text.replace("\r\n", "")
    rows = [int(line) for page in printed for line in page.text.split() if line.isdigit()]
    assert set(range(1, 101)) <= set(rows)


def test_bands_longer_than_a_page_are_cut_between_rows() -> None:
    band = [TableCell(0, 0, "第二十条", colspan=2, role=CellRole.BAND)]
    rows = [TableCell(row, column, f"行{row}列{column}") for row in range(1, 90) for column in (0, 1)]
    table = Table(90, 2, (*band, *rows), label_columns=1)
    for page in set_pages(Document((table,)), embedded_faces()):
        assert max(rule.y2 for rule in page.rules) <= TOP_EDGE + HEIGHT + 0.1


def test_a_table_is_ruled_in_full_with_a_stronger_frame() -> None:
    (page,) = set_pages(Document((grouped(3),)), embedded_faces())
    assert {rule.width for rule in page.rules} == {0.5, 1.0}
    across = [rule for rule in page.rules if rule.y1 == rule.y2]
    # The frame, the line below the head, and two lines that leave the group's label whole.
    assert len(across) == 2 + 1 + 2


def test_six_digits_fit_a_column_of_the_dispute_table() -> None:
    report = reports.document()
    (table,) = (table for table in report.tables if table.id == "disputes")
    cells = tuple(
        TableCell(c.row, c.column, "123456", role=c.role) if c.role is CellRole.VALUE else c
        for c in table.cells
    )
    setting = TableSetting(
        Table(table.rows, 15, cells, head_rows=3, widths=table.widths), font_book(embedded_faces())
    )
    assert setting.size == 9
    printed = pages(setting.table)[0]
    numbers = [row for row in printed.rows if "".join(g.text for g in row) == "123456" * 15]
    assert len(numbers) == 1
    assert all(a.right < b.left for a, b in pairwise(numbers[0]))


@pytest.mark.parametrize("digits", [9, 12, 20])
def test_a_longer_number_is_set_smaller_and_stays_in_its_column(digits: int) -> None:
    cells = tuple(TableCell(0, column, "8" * digits, role=CellRole.VALUE) for column in range(15))
    printed = pages(Table(1, 15, cells, widths=(10.4,) * 15))[0]
    (row,) = (row for row in printed.rows if row[0].text == "8")
    assert "".join(glyph.text for glyph in row) == "8" * digits * 15
    assert all(a.right < b.right for a, b in pairwise(row))


def test_the_preview_knows_where_each_block_begins() -> None:
    document = reports.document()
    marks = [mark.block for page in set_pages(document, embedded_faces()) for mark in page.marks]
    assert marks == sorted(marks)
    # The date belongs to the office's name above it.
    assert set(range(len(document.blocks))) - set(marks) == {len(document.blocks) - 1}


def test_an_empty_document_has_one_page() -> None:
    assert len(pages()) == 1
