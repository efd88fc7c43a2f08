"""A table of the Word file has the form's merged cells, the PDF's sizes, and a head on every page."""

import pytest
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

from export.typeset.cells import PADDING
from export.typeset.flow import Paging
from export.word.plan import ROOM_ABOVE, TablePlan, plan_of
from export.word.tables import caption, foot, table
from export.word.xml import twips
from model.document import CellRole, Document, Table, TableCell
from tests.export import reports


def planned(content: Table) -> TablePlan:
    return plan_of(Document((content,)), Paging.WHOLE).tables[0]


def made(content: Table) -> BaseOxmlElement:
    return table(content, planned(content), "表")


def texts(element: etree._Element) -> str:
    return "".join(piece.text or "" for piece in element.iter(qn("w:t")))


def tables() -> list[Table]:
    return [found for year in (2016, 2019, 2024) for found in reports.document(year).tables]


@pytest.mark.parametrize("content", tables(), ids=lambda found: f"{found.id}-{found.rows}")
def test_every_row_is_as_wide_as_the_table_and_no_word_is_lost(content: Table) -> None:
    element = made(content)
    widths = [int(column.get(qn("w:w"), "0")) for column in element.iter(qn("w:gridCol"))]
    for row in element.iter(qn("w:tr")):
        assert sum(int(cell.get(qn("w:w"), "0")) for cell in row.iter(qn("w:tcW"))) == sum(widths)
    words = sorted("".join(cell.text.split()) for cell in content.cells if cell.text)
    assert sorted("".join(texts(cell).split()) for cell in element.iter(qn("w:tc")) if texts(cell)) == words


def test_heads_are_repeated_and_rows_are_never_torn() -> None:
    content = next(found for found in tables() if found.head_rows)
    rows = list(made(content).iter(qn("w:tr")))
    assert len(rows) == content.rows
    repeated = [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows]
    assert repeated == [True] * content.head_rows + [False] * (content.rows - content.head_rows)
    assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)


def test_a_cell_over_several_rows_is_merged_with_those_below() -> None:
    cells = (
        TableCell(0, 0, "三、办理结果", rowspan=2),
        TableCell(0, 1, "5", role=CellRole.VALUE, value=5),
        TableCell(1, 1, "6", role=CellRole.VALUE, value=6),
    )
    merged = [cell.get(qn("w:val")) for cell in made(Table(2, 2, cells)).iter(qn("w:vMerge"))]
    assert merged == ["restart", None]


def test_a_label_over_rows_that_are_cut_is_written_again_at_the_head_of_the_next_page() -> None:
    labels = [TableCell(0, 0, "事项", role=CellRole.HEAD), TableCell(1, 0, "（四）无法提供", rowspan=79)]
    rows = [TableCell(row, 1, str(row), role=CellRole.VALUE, value=row) for row in range(1, 80)]
    content = Table(80, 2, (*labels, *rows), head_rows=1, widths=(60, 96))
    (cut,) = planned(content).cuts
    cells = [row.findall(qn("w:tc"))[0] for row in made(content).iter(qn("w:tr"))]
    written = {at: texts(cell) for at, cell in enumerate(cells) if texts(cell)}
    assert written == {0: "事项", 1: "（四）无法提供", cut: "（四）无法提供"}
    begun = [
        at for at, cell in enumerate(cells) if cell.find(f".//{qn('w:vMerge')}[@{qn('w:val')}]") is not None
    ]
    assert begun == [1, cut]


def test_a_place_that_the_table_leaves_out_is_an_empty_cell() -> None:
    element = made(Table(1, 2, (TableCell(0, 0, "件数"),)))
    assert [texts(cell) for cell in element.iter(qn("w:tc"))] == ["件数", ""]


def test_a_number_too_long_for_its_column_is_set_smaller() -> None:
    cells = (
        TableCell(0, 0, "999999999999", role=CellRole.VALUE, value=999_999_999_999),
        TableCell(0, 1, "件数"),
    )
    element = made(Table(1, 2, cells, widths=(12, 140)))
    number, label = (int(size.get(qn("w:val"), "0")) for size in element.iter(qn("w:sz")))
    assert number < label


def test_a_table_s_name_is_told_and_it_may_begin_a_page() -> None:
    content = tables()[0]
    element = table(content, planned(content), "行政许可情况", new_page=True)
    name = element.find(f"{qn('w:tblPr')}/{qn('w:tblCaption')}")
    assert name is not None
    assert name.get(qn("w:val")) == "行政许可情况"
    assert len(list(element.iter(qn("w:pageBreakBefore")))) == 1


def test_title_and_fields_to_be_signed_stand_around_the_statistics() -> None:
    content = Table(
        1,
        1,
        (TableCell(0, 0, "1"),),
        caption="统计表",
        foot=("单位负责人：", "审核人：", "填报人：", "电话："),
    )
    assert texts(caption(content)) == "统计表"
    rows = list(foot(content))
    assert [texts(row) for row in rows] == ["单位负责人：审核人：填报人：", "电话："]
    assert len(next(iter(rows[0].iter(qn("w:r")))).findall(qn("w:tab"))) == 2


def test_a_label_of_one_character_a_line_stands_in_the_middle_of_its_column_with_room_for_its_mark() -> None:
    content = next(
        found for found in tables() if any(cell.text == "三、本年度办理结果" for cell in found.cells)
    )
    element = made(content)
    label = next(cell for cell in element.iter(qn("w:tc")) if texts(cell) == "三、本年度办理结果")
    width = int(next(label.iter(qn("w:tcW"))).get(qn("w:w"), "0"))
    size = 10 * int(next(label.iter(qn("w:sz"))).get(qn("w:val"), "0"))
    indent = next(label.iter(qn("w:ind")))
    left = int(indent.get(qn("w:left"), "0"))
    padding = twips(PADDING)
    assert abs(padding + left - (width - size) / 2) <= 1
    assert width - 2 * padding - left - int(indent.get(qn("w:right"), "0")) >= 2 * size


def test_the_statistics_stand_a_little_below_their_title() -> None:
    spacing = caption(Table(1, 1, (TableCell(0, 0, "1"),), caption="统计表")).find(f".//{qn('w:spacing')}")
    assert spacing is not None
    assert int(spacing.get(qn("w:after"), "0")) == twips(ROOM_ABOVE)
