"""Sheets of OpenDocument, and of old Excel through an office suite, are read as they are seen."""

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from export import excel
from intake.errors import SourceRefused
from intake.readers.opendocument_sheets import read_opendocument
from intake.taking_in import take_in
from model.check import check
from model.document import TableCell
from model.rules.rule import Case
from tests.intake.figures import misread, report
from tests.intake.readers.test_opendocument import HIDDEN, content, row
from tests.office_suite import OfficeSuite


def cell(text: str, said: str = "") -> str:
    return f'<table:table-cell {said} office:value-type="string"><text:p>{text}</text:p></table:table-cell>'


def saved(content_xml: bytes, manifest: str = "<manifest/>") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content_xml)
        archive.writestr("META-INF/manifest.xml", manifest)
    return made.getvalue()


def workbook(*rows: str) -> bytes:
    body = content(*rows).replace(b"<table:table ", b"<office:body><office:spreadsheet><table:table ", 1)
    return saved(body.replace(b"</table:table>", b"</table:table></office:spreadsheet></office:body>"))


def read(*rows: str) -> tuple[TableCell, ...]:
    (table,) = read_opendocument(workbook(*rows), "年报.ods").tables
    return table.cells


def test_numbers_of_a_hidden_row_are_told_and_its_words_are_read() -> None:
    cells = read(row(cell("规章"), cell("3")), row(cell("文件"), cell("5"), said=HIDDEN))
    assert [(each.text, each.doubt) for each in cells] == [
        ("规章", ""),
        ("3", ""),
        ("文件", ""),
        ("", "隐藏行中的“5”"),
    ]


def test_numbers_of_a_hidden_column_are_told() -> None:
    columns = f"<table:table-column/><table:table-column {HIDDEN}/>"
    cells = read(columns, row(cell("规章"), cell("3")))
    assert [(each.text, each.doubt) for each in cells] == [("规章", ""), ("", "隐藏列中的“3”")]


def test_a_merged_area_is_one_cell() -> None:
    wide = cell("规章", 'table:number-columns-spanned="2"') + "<table:covered-table-cell/>"
    tall = cell("件", 'table:number-rows-spanned="2"')
    covered = "<table:covered-table-cell/>"
    cells = read(row(wide, tall), row(cell("3"), cell("5"), covered))
    assert [(each.row, each.column, each.rowspan, each.colspan, each.text) for each in cells] == [
        (0, 0, 1, 2, "规章"),
        (0, 2, 2, 1, "件"),
        (1, 0, 1, 1, "3"),
        (1, 1, 1, 1, "5"),
    ]


def test_the_sheet_that_is_read_is_told() -> None:
    told: list[str] = []
    read_opendocument(workbook(row(cell("规章"))), "年报.ods", told.append)
    assert told == ["工作表“表”"]


def test_sheets_of_one_name_are_each_read() -> None:
    body = content(
        row(cell("规章")), before=f'<table:table table:name="表">{row(cell("文件"))}</table:table>'
    )
    tables = read_opendocument(saved(body), "年报.ods").tables
    assert [[each.text for each in table.cells] for table in tables] == [["文件"], ["规章"]]


def test_a_part_that_is_torn_is_an_error_at_once() -> None:
    with pytest.raises(etree.XMLSyntaxError):
        read_opendocument(saved(b"<office:document-content"), "年报.ods")


@pytest.mark.parametrize("kind", ["xls", "ods", "xlsx"])
def test_sheets_of_old_excel_and_opendocument_are_read(kind: str, tmp_path: Path) -> None:
    suite = OfficeSuite.at_hand(tmp_path)
    wanted = report("2021", 6)
    path = tmp_path / "年报.xlsx"
    excel.write(wanted, path, check(Case(wanted)))
    (tmp_path / "made").mkdir()
    read = take_in(suite.convert(path, kind, tmp_path / "made")).report
    assert (read.office, read.year) == (wanted.office, wanted.year)
    assert not misread(wanted, read)


def test_a_merged_area_further_down_reaches_as_far_as_one_at_the_top() -> None:
    tall = cell("件", 'table:number-rows-spanned="2"')
    cells = read(
        row(cell("甲"), cell("乙")), row(tall, cell("3")), row("<table:covered-table-cell/>", cell("5"))
    )
    assert [(each.row, each.rowspan) for each in cells if each.text == "件"] == [(1, 2)]


STYLES = "".join(
    f'<style:style style:name="{name}" style:family="text"><style:text-properties style:{said}/></style:style>'
    for name, said in (("T1", 'text-position="super 58%"'), ("T2", 'text-line-through-style="solid"'))
)


def read_styled(*rows: str) -> tuple[TableCell, ...]:
    body = content(*rows, before=STYLES)
    (table,) = read_opendocument(saved(body), "年报.ods").tables
    return table.cells


def test_raised_figures_are_no_digits_and_struck_out_ones_are_corrected() -> None:
    raised = cell('1987<text:span text:style-name="T1">1</text:span>')
    struck = cell('<text:span text:style-name="T2">38</text:span>36')
    assert [each.text for each in read_styled(row(raised, struck))] == ["1987¹", "36"]


def test_a_run_within_one_that_is_struck_out_is_struck_out_too() -> None:
    struck = '<text:span text:style-name="T2">3<text:span text:style-name="T9">8</text:span></text:span>36'
    (found,) = read_styled(row(cell(struck)))
    assert (found.text, found.doubt) == ("36", "")


def test_words_that_an_office_suite_fills_in_are_words_of_the_cell() -> None:
    filled = (
        "截至<text:date>2025-01-20</text:date>，见<text:sheet-name>表</text:sheet-name>"
        "<text:ruby><text:ruby-base>公开</text:ruby-base><text:ruby-text>1</text:ruby-text></text:ruby>"
        "<!-- 38 -->件"
    )
    (found,) = read_styled(row(cell(filled)))
    assert found.text == "截至2025-01-20，见表公开件"


@pytest.mark.parametrize("said", ["", 'office:value=""', 'office:value="NaN"'])
def test_a_cell_for_numbers_without_one_is_what_its_words_say(said: str) -> None:
    told = f'<table:table-cell office:value-type="float" {said}><text:p>12</text:p></table:table-cell>'
    cells = read_styled(row(told, number("5", "5")))
    assert [(each.text, each.doubt) for each in cells] == [("12", ""), ("5", "")]


def number(value: str, displayed: str | None) -> str:
    words = "" if displayed is None else f"<text:p>{displayed}</text:p>"
    return f'<table:table-cell office:value-type="float" office:value="{value}">{words}</table:table-cell>'


@pytest.mark.parametrize(
    ("value", "displayed", "text", "doubt"),
    [
        ("1234", "1,234", "1234", ""),
        ("12", "12件", "12件", ""),
        ("3.456", "3.46", "3.456", ""),
        ("0", "-", "0", ""),
        ("12", None, "12", ""),
        ("12", "", "", "设为不显示的单元格中的“12”"),
        ("12000", "12", "12000", "显示为“12”的数字"),
        ("4", "40", "4", "显示为“40”的数字"),
        ("4", "第2次4", "4", "显示为“第2次4”的数字"),
    ],
)
def test_a_number_is_read_as_it_is_displayed(
    value: str, displayed: str | None, text: str, doubt: str
) -> None:
    (found,) = read_styled(row(number(value, displayed)))
    assert (found.text, found.doubt) == (text, doubt)


def test_a_formula_without_a_result_is_told_and_a_comment_is_no_words() -> None:
    uncounted = '<table:table-cell table:formula="of:=[.A1]+1"/>'
    noted = cell("规章").replace(
        "<text:p>", "<office:annotation><text:p>改</text:p></office:annotation><text:p>"
    )
    cells = read_styled(row(noted, uncounted))
    assert [(each.text, each.doubt) for each in cells] == [("规章", ""), ("", "没有算出结果的公式")]


def test_a_protected_file_is_refused_with_a_way_out() -> None:
    data = saved(content(row(cell("规章"))), "<manifest><encryption-data/></manifest>")
    with pytest.raises(SourceRefused, match="密码"):
        read_opendocument(data, "年报.ods")
