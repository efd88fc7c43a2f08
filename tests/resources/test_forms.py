"""What the forms' data tells the clerk: help for each row and column, the article it rests on, numbers for a text."""

import re

import pytest

from model.form import Form, Line
from model.form_file import form_ids, load_form

FORMS = [load_form(form_id) for form_id in form_ids()]


def lines(form: Form) -> list[Line]:
    bands = [band for table in form.tables for band in table.bands]
    return [line for band in bands for line in (*band.rows, *band.columns) if line.id]


@pytest.mark.parametrize("form", FORMS, ids=form_ids())
def test_each_row_and_column_says_in_a_sentence_or_two_what_counts_there(form: Form) -> None:
    for line in lines(form):
        assert line.help.endswith("。"), line.name
        assert 6 <= len(line.help) <= 60, line.name
        assert line.help.count("。") <= 2, line.name


@pytest.mark.parametrize("form", FORMS[1:], ids=form_ids()[1:])
def test_each_row_of_sections_two_to_four_names_its_article_where_there_is_one(form: Form) -> None:
    without = {row.id for table in form.tables for row in table.rows if not row.basis}
    assert without <= {"declined_confirmation", "other_remaining", "other_handling", "handled_total"}
    for table in form.tables:
        for row in table.rows:
            assert re.match("条例第[一二三四五六七八九十]+条|$", row.basis), row.name


@pytest.mark.parametrize("form", FORMS, ids=form_ids())
def test_help_differs_between_the_rows_of_a_table(form: Form) -> None:
    for table in form.tables:
        told = [row.help for row in table.rows]
        assert len(set(told)) == len(told)


@pytest.mark.parametrize("form", FORMS, ids=form_ids())
def test_a_form_has_the_numbers_that_a_text_tells(form: Form) -> None:
    assert {"收到申请总数", "办结申请总数", "行政复议总数", "行政诉讼总数"} <= set(form.number_fields)
    assert len(form.number_fields) >= 15
    for keys in form.number_fields.values():
        assert len({form.cells[key].unit for key in keys}) == 1


@pytest.mark.parametrize("form", FORMS, ids=form_ids())
def test_each_aspect_of_a_text_says_what_is_told_under_it(form: Form) -> None:
    for section in form.sections:
        assert len(section.aspect_help) == len(section.aspects)
        assert all(told.endswith("。") for told in section.aspect_help)


def test_a_group_of_results_is_the_sum_of_its_rows() -> None:
    form = load_form("2021")
    for name, group in (
        ("不予公开数", "（三）不予公开"),
        ("无法提供数", "（四）无法提供"),
        ("不予处理数", "（五）不予处理"),
    ):
        rows = [row.id for row in form.table("applications").rows if group in row.label]
        assert form.number_fields[name] == tuple(f"applications.{row}.total" for row in rows)
