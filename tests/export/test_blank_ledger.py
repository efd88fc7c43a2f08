"""The empty ledger has the columns, choices and checks that an office needs, and each choice means its place."""

import io
import tomllib

import pytest
from openpyxl import Workbook, load_workbook

import resources
from export.blank_ledger import render
from model.form_file import form_for

FORM = form_for(2026)


@pytest.fixture(scope="module")
def book() -> Workbook:
    return load_workbook(io.BytesIO(render(FORM, "云溪县某局", 2026)))


def test_it_has_the_sheets_and_heads_of_the_template(book: Workbook) -> None:
    assert book.sheetnames == ["申请登记", "复议诉讼登记", "填写说明", "选项"]
    template = tomllib.loads(resources.text("ledger.toml"))["template"]
    for name in ("applications", "disputes"):
        sheet = book[template[name]["sheet"]]
        assert [cell.value for cell in sheet[2]] == [column["head"] for column in template[name]["columns"]]
    assert book["申请登记"]["A1"].value == "云溪县某局2026年政府信息公开申请登记台账"
    assert book["选项"].sheet_state == "hidden"


def test_choices_and_days_are_checked_and_a_note_has_an_example(book: Workbook) -> None:
    sheet = book["申请登记"]
    kinds = {str(v.sqref).split(":")[0]: v.type for v in sheet.data_validations.dataValidation}
    assert kinds == {"B3": "date", "D3": "list", "F3": "date", "G3": "list", "H3": "list", "I3": "list"}
    comment = sheet["A2"].comment
    assert comment is not None
    assert "赵某某" in comment.text
    assert "INDIRECT($G3)" in [v.formula1 for v in sheet.data_validations.dataValidation]
    assert "不予公开" in book.defined_names


def test_each_choice_is_explained_with_its_article(book: Workbook) -> None:
    lines = list(book["填写说明"].iter_rows(min_row=2, values_only=True))
    outcomes = [line for line in lines if line[0] == "办理结果"]
    assert len(outcomes) == 21
    assert outcomes[2][:2] == ("办理结果", "不予公开 － 属于国家秘密")
    assert "第十四条" in str(outcomes[2][3])
    assert all(line[1] and line[2] for line in lines)


def test_the_same_office_and_year_give_the_same_bytes() -> None:
    assert render(FORM, "甲", 2026) == render(FORM, "甲", 2026)


def test_each_sheet_is_printed_across_one_page_under_its_heads(book: Workbook) -> None:
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            assert sheet.sheet_properties.pageSetUpPr is not None
            assert sheet.sheet_properties.pageSetUpPr.fitToPage
            assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
            assert sheet.print_title_rows


def test_rows_of_long_explanations_are_high_enough_for_them(book: Workbook) -> None:
    sheet = book["填写说明"]
    named = {str(sheet.cell(row, 2).value): row for row in range(2, sheet.max_row + 1)}
    heights = {name: sheet.row_dimensions[row].height for name, row in named.items()}
    long = "其他处理 － 申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"
    assert heights["自然人"] < heights[long]
