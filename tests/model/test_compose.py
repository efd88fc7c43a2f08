"""A report becomes the neutral Document: title, preamble, sections with words and tables, signature."""

import pytest

import resources
from model.compose import compose
from model.document import CellRole, Document, Paragraph, Role
from model.file.office_content import Content
from model.form_file import load_form
from model.report import Report, Slot, SlotKind
from model.sections import sections_of
from tests.figures import municipality, municipality_report
from tests.model.drafts import blank, field


@pytest.fixture
def sample() -> Document:
    return compose(Content.read(resources.path("samples/示例.xxgk")).reports[2025])


def test_the_document_follows_the_order_of_the_form(sample: Document) -> None:
    first, *_, office, day = sample.blocks
    assert first == Paragraph("云溪县行政审批服务局2025年政府信息公开工作年度报告", Role.TITLE)
    heads = [paragraph.text for paragraph in sample.paragraphs if paragraph.role is Role.HEADING1]
    assert heads == [section.heading for section in load_form("2021").sections]
    assert [table.id for table in sample.tables] == ["disclosure", "applications", "disputes"]
    assert (office, day) == (
        Paragraph("云溪县行政审批服务局", Role.SIGNATURE),
        Paragraph("2026年1月15日", Role.SIGNATURE),
    )


def test_the_document_information_names_title_office_and_year(sample: Document) -> None:
    assert (sample.author, sample.subject, sample.year) == ("云溪县行政审批服务局", "2025年度", 2025)
    assert sample.title == next(sample.paragraphs).text


def test_levels_inside_a_section_are_told_by_their_numbers(sample: Document) -> None:
    levels = [(p.text, p.role) for p in sample.paragraphs if p.section == "overview"]
    assert ("（一）主动公开", Role.HEADING2) in levels
    assert sum(role is Role.HEADING2 for _, role in levels) == 5


@pytest.mark.parametrize(
    ("line", "role", "lead"),
    [
        ("（一）主动公开", Role.HEADING2, 0),
        ("(二)依申请公开,按时答复", Role.HEADING2, 0),
        ("(三)监督保障。全年培训两次。", Role.BODY, 8),
        ("(3)监督保障", Role.BODY, 0),
        ("（一）主动公开。全年公开一批信息。", Role.BODY, 8),
        ("1.加强学习", Role.HEADING3, 0),
        ("2025年全年工作平稳。", Role.BODY, 0),
        ("普通段落", Role.BODY, 0),
    ],
)
def test_a_line_of_text_becomes_a_heading_or_a_paragraph(line: str, role: Role, lead: int) -> None:
    report = blank(2024)
    report.set([(Slot(SlotKind.TEXT, "overview"), f"\n  {line}\n\n")])
    (paragraph,) = [
        p for p in compose(report).paragraphs if p.section == "overview" and p.role is not Role.HEADING1
    ]
    assert (paragraph.text, paragraph.role, paragraph.lead) == (line, role, lead)


def test_number_fields_are_printed_as_numbers(sample: Document) -> None:
    text = "".join(paragraph.text for paragraph in sample.paragraphs)
    assert "收到政府信息公开申请57件" in text
    assert "{" not in text


def test_every_number_stands_in_its_place_with_its_key() -> None:
    report = municipality_report()
    cells = {cell.key: cell for table in compose(report).tables for cell in table.cells if cell.key}
    assert {key: cell.value for key, cell in cells.items()} == municipality()
    assert cells["applications.received.total"].text == "3119"
    assert cells["applications.received.total"].computed
    assert cells["disclosure.fees.amount"].text == "96171.6"
    assert all(cell.role is CellRole.VALUE for cell in cells.values())


def test_a_table_covers_each_place_once() -> None:
    for table in compose(municipality_report()).tables:
        assert all(cell is not None for line in table.grid() for cell in line)
        assert sum(cell.rowspan * cell.colspan for cell in table.cells) == table.rows * table.columns


def test_a_blank_cell_is_printed_blank_and_an_unsigned_report_has_no_signature() -> None:
    document = compose(blank(2024))
    assert {cell.text for table in document.tables for cell in table.cells if cell.key} == {""}
    assert not [p for p in document.paragraphs if p.role is Role.SIGNATURE]


def test_a_positive_change_is_printed_with_its_sign() -> None:
    report = blank(2019)
    key = next(key for key, cell in report.form.cells.items() if cell.kind == "signed")
    report.set([(Slot(SlotKind.CELL, key), 3)])
    assert [c.text for table in compose(report).tables for c in table.cells if c.key == key] == ["+3"]


def test_form_2014_has_headings_of_the_offices_own_and_its_annex_last() -> None:
    report = Report(load_form("2014"), "甲", 2016)
    first, second = report.form.sections[0].id, report.form.sections[1].id
    report.set(
        [
            (Slot(SlotKind.ORDER, "sections"), (second, "own", first)),
            (Slot(SlotKind.HEADING, "own"), "二、特色工作"),
        ]
    )
    heads = [section.heading for section in sections_of(report)]
    assert heads == [report.form.section(second).heading, "二、特色工作", report.form.section(first).heading]
    document = compose(field(report, "date", "2017-03-05"))
    assert document.blocks[-1] == next(iter(document.tables))
    assert document.blocks[-2] == Paragraph("2017年3月5日", Role.SIGNATURE)
