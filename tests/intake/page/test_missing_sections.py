"""A section that the source lacks, or whose heading is not understood, is told; so is what a table alone lacks."""

import pytest

from intake.page.missing_sections import missing_sections, tables_alone
from intake.readers.text import read_text
from intake.recognise import recognise
from model.compose import compose
from model.document import Document, Table
from model.form import Form
from model.form_file import form_ids, load_form
from tests.intake import layouts
from tests.intake.figures import balanced

LINES = layouts.page(compose(balanced(1)), layouts.row_a_line).split("\n")
FORM = balanced(1).form


def told_without(*sections: str) -> list[str]:
    """What is told of a report in which the headings of some sections are blotted out."""
    headings = {FORM.section(section).heading for section in sections}
    lines = ["※※※※" if line in headings else line for line in LINES]
    return [doubt for doubt in recognise(read_text("\n".join(lines))).doubts if "没有读到" in doubt]


def test_a_whole_report_lacks_none() -> None:
    assert told_without() == []


@pytest.mark.parametrize("lacking", [("overview",), ("problems", "other_matters")])
def test_those_not_found_are_named_in_one_sentence(lacking: tuple[str, ...]) -> None:
    (told,) = told_without(*lacking)
    assert all((f"“{section.heading}”" in told) == (section.id in lacking) for section in FORM.sections)


def test_where_none_is_found_none_is_named() -> None:
    assert missing_sections(FORM, []) == ["没有读到各部分的标题，请核对文字"]


@pytest.mark.parametrize("form", [load_form(name) for name in form_ids() if load_form(name).free_sections])
def test_sections_of_the_offices_own_choosing_are_never_missing(form: Form) -> None:
    assert missing_sections(form, []) == []


def only_tables(*numbers: int) -> Document:
    """Some of the report's tables as they are copied from a page, without a word beside them."""
    tables = [block for block in compose(balanced(1)).blocks if isinstance(block, Table)]
    return Document(tuple(tables[number] for number in numbers))


def test_a_table_copied_alone_says_what_was_read_and_what_is_left_to_do() -> None:
    found = recognise(only_tables(1), year=2023)
    (told,) = found.doubts
    assert "只有“收到和处理政府信息公开申请情况”的表格" in told
    assert "没有机关名称、文字和其他表格" in told
    assert "请补填" in told
    assert sum("来源中没有这张表" in line for line in found.summary) == len(found.report.form.tables) - 1


def test_all_tables_without_words_lack_no_table() -> None:
    (told,) = recognise(only_tables(0, 1, 2), year=2023, office="清河县水利局").doubts
    assert "没有文字；" in told


def test_where_there_are_words_nothing_is_said_of_tables() -> None:
    assert tables_alone(FORM, ["表"], words=True, office=False) == []
