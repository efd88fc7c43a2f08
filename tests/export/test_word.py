"""The Word file: an official document's page, styles, merged tables and page numbers, sound XML, nothing lost."""

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Final

import docx
import pypdfium2
import pytest
from docx.document import Document as WordFile
from docx.oxml.ns import qn
from docx.table import Table as WordTable
from lxml import etree

from export import pdf
from export.word import render, write
from model.compose import compose
from model.document import Block, Document, Paragraph, Role, Table
from model.findings import Finding
from model.levels import Level
from model.report import Report, Slot, SlotKind
from tests.export.golden import differing, small_report
from tests.export.reports import report
from tests.export.sample import FORMS, NASTY, nasty_report, report_of
from tests.office_suite import OfficeSuite

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def written(report: Report, folder: Path) -> WordFile:
    write(report, folder / "年报.docx")
    return docx.Document(str(folder / "年报.docx"))


def texts(file: WordFile) -> list[str]:
    return [paragraph.text for paragraph in file.paragraphs]


def spans(table: WordTable) -> dict[tuple[int, int], str]:
    """Top left place of every merged cell → its words."""
    found: dict[object, tuple[int, int, str]] = {}
    for row in range(len(table.rows)):
        for column in range(len(table.columns)):
            cell = table.cell(row, column)
            found.setdefault(cell._tc, (row, column, cell.text.replace("\n", "")))
    return {(row, column): text for row, column, text in found.values()}


def pages(path: Path) -> list[str]:
    """The words of each page of a PDF, without blanks."""
    with pypdfium2.PdfDocument(path) as file:
        return ["".join(page.get_textpage().get_text_range().split()) for page in file]


@pytest.mark.parametrize("form", FORMS)
def test_all_words_and_numbers_stand_in_the_file_in_order(form: str, tmp_path: Path) -> None:
    document = compose(report_of(form))
    file = written(report_of(form), tmp_path)
    found = iter(texts(file))
    for paragraph in document.paragraphs:
        assert any(text.replace("\n", "") == paragraph.text for text in found), paragraph.text
    for table, made in zip(document.tables, file.tables, strict=True):
        assert spans(made) == {(cell.row, cell.column): cell.text for cell in table.cells}


def test_the_page_is_that_of_an_official_document(tmp_path: Path) -> None:
    section = written(report_of(), tmp_path).sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert section.left_margin is not None
    assert section.right_margin is not None
    assert section.top_margin is not None
    assert section.bottom_margin is not None
    assert round(section.page_width.mm, 1) == 210
    assert round(section.top_margin.mm, 1) == 37
    assert round(section.left_margin.mm, 1) == 28
    assert round((section.page_width - section.left_margin - section.right_margin) / 36_000, 1) == 156
    assert abs((section.page_height - section.top_margin - section.bottom_margin) / 36_000 - 225) < 0.1
    grid = section._sectPr.find(qn("w:docGrid"))
    assert grid is not None
    assert grid.get(qn("w:type")) == "lines"
    assert grid.get(qn("w:linePitch")) == "580"
    # 28 characters a line, and not a hair less.
    places = 442.2 / (16 + int(grid.get(qn("w:charSpace"), "0")) / 4096)
    assert 28 <= places < 28.01


def test_styles_carry_the_faces_that_an_office_has(tmp_path: Path) -> None:
    styles = written(report_of(), tmp_path).styles
    expected = {
        "Title": ("方正小标宋简体", 22, None),
        "Heading 1": ("黑体", 16, "0"),
        "Heading 2": ("楷体_GB2312", 16, "1"),
        "Body Text": ("仿宋_GB2312", 16, None),
        "Footer": ("宋体", 14, None),
    }
    for name, (face, size, level) in expected.items():
        element = styles[name].element
        assert element.find(f".//{W}rFonts").get(qn("w:eastAsia")) == face
        assert element.find(f".//{W}sz").get(qn("w:val")) == str(2 * size)
        outline = element.find(f".//{W}outlineLvl")
        assert (None if outline is None else outline.get(qn("w:val"))) == level


def test_paragraphs_have_the_style_of_their_role(tmp_path: Path) -> None:
    report = report_of()
    report.set(
        [(Slot(SlotKind.TEXT, "overview"), "（一）主动公开\n正文。\n（二）依申请公开。收到申请若干件。")]
    )
    file = written(report, tmp_path)
    styles = {paragraph.text: paragraph.style.name for paragraph in file.paragraphs if paragraph.style}
    assert styles["一、总体情况"] == "Heading 1"
    assert styles["（一）主动公开"] == "Heading 2"
    assert styles["正文。"] == "Body Text"
    run_in = next(paragraph for paragraph in file.paragraphs if paragraph.text.startswith("（二）依申请"))
    assert [run.text for run in run_in.runs] == ["（二）依申请公开。", "收到申请若干件。"]
    assert run_in.runs[0].style.style_id == "RunInHeading"


def test_tables_repeat_their_heads_and_keep_their_rows_whole(tmp_path: Path) -> None:
    report = report_of()
    file = written(report, tmp_path)
    for table, made in zip(compose(report).tables, file.tables, strict=True):
        rows = made._tbl.findall(f"{W}tr")
        assert len([row for row in rows if row.find(f".//{W}tblHeader") is not None]) == table.head_rows
        assert all(row.find(f".//{W}cantSplit") is not None for row in rows)
        widths = [int(column.get(qn("w:w"), "0")) for column in made._tbl.iter(f"{W}gridCol")]
        assert [round(width / 1440 * 25.4, 1) for width in widths] == [round(mm, 1) for mm in table.widths]


def test_page_numbers_stand_outside_between_dashes(tmp_path: Path) -> None:
    file = written(report_of(), tmp_path)
    assert file.settings.odd_and_even_pages_header_footer
    section = file.sections[0]
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        paragraph = footer.paragraphs[0]._p
        field = paragraph.find(f"{W}fldSimple")
        assert field is not None
        assert field.get(qn("w:instr")) == " PAGE "
        jc = paragraph.find(f".//{W}jc")
        assert jc is not None
        assert jc.get(qn("w:val")) == side


def test_a_number_too_long_for_its_column_is_set_smaller_not_broken(tmp_path: Path) -> None:
    report = report_of()
    report.set([(Slot(SlotKind.CELL, "disputes.review.upheld"), 12_345_678)])
    file = written(report, tmp_path)
    run = file.tables[2].cell(3, 0).paragraphs[0].runs[0]
    assert run.text == "12345678"
    assert run.font.size is not None
    assert run.font.size.pt * 8 / 2 <= 10.4 / 25.4 * 72


def test_any_text_is_text(tmp_path: Path) -> None:
    file = written(nasty_report(), tmp_path)
    found = texts(file)
    for text in NASTY:
        plain = text.translate({0: None, 7: None, 27: None}).replace("\ud83d", "�")
        assert plain.replace("{收到申请总数}", "72") in found, text[:20]
    assert file.core_properties.author == "=清河<县>&局"


def test_the_file_has_no_parts_but_its_own(tmp_path: Path) -> None:
    write(report_of(), tmp_path / "年报.docx")
    with zipfile.ZipFile(tmp_path / "年报.docx") as archive:
        names = {name.rpartition("/")[2] for name in archive.namelist() if not name.endswith(".rels")}
    own = {
        "document.xml",
        "styles.xml",
        "settings.xml",
        "fontTable.xml",
        "footer1.xml",
        "footer2.xml",
        "core.xml",
    }
    assert names == own | {"[Content_Types].xml"}


def test_the_file_says_whose_it_is_and_is_the_same_each_time(tmp_path: Path) -> None:
    about = written(report_of(), tmp_path).core_properties
    assert about.title == "清河县教育局2024年政府信息公开工作年度报告"
    assert (about.author, about.subject, about.comments) == ("清河县教育局", "2024年度", "")
    write(report_of(), tmp_path / "again.docx")
    assert (tmp_path / "again.docx").read_bytes() == (tmp_path / "年报.docx").read_bytes()


def test_the_statistics_table_begins_a_page_with_its_title_and_ends_in_its_fields(tmp_path: Path) -> None:
    report = report_of("2014")
    table: Table = next(compose(report).tables)
    found = texts(written(report, tmp_path))
    assert table.caption in found
    assert found[-2:] == [
        "单位负责人：\t审核人：\t填报人：",
        "联系电话：0500-1234567\t填报日期：2017年1月20日",
    ]


@pytest.mark.parametrize("year", [2016, 2020, 2024])
def test_libreoffice_breaks_it_into_the_pages_of_the_pdf(
    year: int, office_suite: OfficeSuite, tmp_path: Path
) -> None:
    made = report(year)
    write(made, tmp_path / "年报.docx")
    pdf.write(made, tmp_path / "标准.pdf")
    shown = pages(office_suite.convert(tmp_path / "年报.docx", "pdf", tmp_path))
    expected = pages(tmp_path / "标准.pdf")
    assert len(shown) == len(expected)
    assert all(page.endswith(f"—{number}—") for number, page in enumerate(shown, 1))
    headings = [section.heading for section in made.form.sections] + ["单位", "四、结转下年度继续办理"]
    for heading in headings:
        assert [heading in page for page in shown] == [heading in page for page in expected], heading


def test_its_parts_are_the_golden_ones(tmp_path: Path) -> None:
    write(small_report(), tmp_path / "小.docx")
    parts = ["document", "styles", "settings", "footer1", "footer2"]
    assert differing(tmp_path / "小.docx", [f"word/{part}.xml" for part in parts], "word") == []


@pytest.mark.parametrize("form", FORMS)
def test_heads_and_labels_of_groups_end_their_lines_where_the_pdf_does(form: str, tmp_path: Path) -> None:
    file = written(report_of(form), tmp_path)
    words = {cell.text for table in file.tables for row in table.rows for cell in row.cells}
    wanted = {
        "2014": set(),
        "2019": {"法律\n服务\n机构", "（三）\n不予公开"},
        "2021": {"商业\n企业", "（五）\n不予处理"},
    }
    assert wanted[form] <= words


def test_a_machine_without_the_office_s_faces_is_told_what_to_take(tmp_path: Path) -> None:
    write(report_of(), tmp_path / "年报.docx")
    with zipfile.ZipFile(tmp_path / "年报.docx") as archive:
        table = etree.fromstring(archive.read("word/fontTable.xml"))
    others = {font.get(f"{W}name"): font.xpath("string(*[local-name()='altName']/@*)") for font in table}
    assert others["仿宋_GB2312"] == "仿宋"
    assert others["楷体_GB2312"] == "楷体"
    assert others["方正小标宋简体"] == "华文中宋"


def test_digits_are_set_in_times_and_stand_apart(tmp_path: Path) -> None:
    styles = written(report_of(), tmp_path).styles
    fonts = styles["Body Text"].element.find(f".//{W}rFonts")
    assert (fonts.get(f"{W}ascii"), fonts.get(f"{W}hAnsi")) == ("Times New Roman", "Times New Roman")
    for rule in ("autoSpaceDE", "autoSpaceDN"):
        assert styles["Body Text"].element.find(f".//{W}{rule}").get(f"{W}val") is None


def test_nothing_is_left_of_the_library_s_own_document(tmp_path: Path) -> None:
    write(report_of(), tmp_path / "年报.docx")
    with zipfile.ZipFile(tmp_path / "年报.docx") as archive:
        text = archive.read("word/document.xml") + archive.read("word/styles.xml")
    assert b"rsid" not in text
    assert b"w:aliases" not in text


def test_tables_have_names_for_those_who_cannot_see_them(tmp_path: Path) -> None:
    file = written(report_of(), tmp_path)
    headings = [section.heading for section in report_of().form.sections]
    for table in file.tables:
        caption = table._tbl.tblPr.find(f"{W}tblCaption")
        assert caption is not None
        assert caption.get(f"{W}val") in headings
        look = table._tbl.tblPr.find(f"{W}tblLook")
        assert look is not None
        assert look.get(f"{W}firstRow") == "1"


def test_findings_and_explanations_stand_beside_the_text_where_they_are_asked_for(tmp_path: Path) -> None:
    report = report_of()
    report.set([(Slot(SlotKind.CELL, "applications.granted.natural_person"), 8)])
    findings = (
        Finding(
            "T3.2",
            Level.ERROR,
            "第一项加第二项不等于第三项加第四项",
            ("applications.granted.natural_person",),
        ),
        Finding("X2", Level.EXPLAIN, "与上年不符", page="problems", explanation="并案办理。"),
        Finding("S8", Level.HINT, "没有这句话", quote="一切正常"),
    )
    for name in ("年报", "再写"):
        write(report, tmp_path / f"{name}.docx", findings=findings)
    file = docx.Document(str(tmp_path / "年报.docx"))
    told = [comment.text for comment in file.comments]
    assert len(told) == 3
    assert "第一项加第二项" in told[0]
    assert told[1].endswith("说明：并案办理。")
    anchored = [place.getparent().getparent().tag for place in file.element.iter(f"{W}commentReference")]
    assert len(anchored) == 3
    assert file.tables[1]._tbl.find(f".//{W}commentRangeStart") is not None
    assert (tmp_path / "年报.docx").read_bytes() == (tmp_path / "再写.docx").read_bytes()
    assert len(docx.Document(str(tmp_path / "年报.docx")).comments) == 3
    write(report, tmp_path / "无.docx")
    assert len(docx.Document(str(tmp_path / "无.docx")).comments) == 0


def test_a_heading_whose_sentence_leads_to_a_table_begins_the_page_with_it() -> None:
    (table,) = (table for table in compose(report(2024)).tables if table.own_page)
    above = [Paragraph("上文")] * 14
    blocks: list[Block] = [*above, Paragraph("三、情况", Role.HEADING1), Paragraph("全年收到申请。"), table]
    file = docx.Document(BytesIO(render(Document(tuple(blocks)))))
    early = [paragraph.text for paragraph in file.paragraphs if paragraph.paragraph_format.page_break_before]
    assert early == ["三、情况"]


def test_two_lines_stay_below_headings_that_moved_to_the_next_page_together() -> None:
    """Three lines are left; two headings and two lines of text want four."""
    headings = [Paragraph("六、其他事项", Role.HEADING1), Paragraph("（一）收费情况", Role.HEADING2)]
    blocks = [*[Paragraph("上文")] * 19, *headings, Paragraph("收费情况" * 20)]
    file = docx.Document(BytesIO(render(Document(tuple(blocks)))))
    assert file.paragraphs[21].paragraph_format.widow_control
    assert not file.paragraphs[18].paragraph_format.widow_control
