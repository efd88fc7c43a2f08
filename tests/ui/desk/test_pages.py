"""The pages of a report come from its form, in the form's order."""

import pytest

from model.form_file import load_form
from model.report import Report
from model.sections import COVER
from ui.desk.pages import pages_of
from ui.desk.session import Session


def test_the_pages_come_in_the_order_of_the_form(session: Session) -> None:
    assert [page.id for page in pages_of(session.report)] == [
        COVER, "overview", "disclosure", "applications", "disputes", "problems", "other_matters",
    ]  # fmt: skip


def test_the_words_of_the_outline_are_shorter_than_the_headings(session: Session) -> None:
    pages = pages_of(session.report)[1:]
    assert all(len(page.short) <= len(page.heading) for page in pages)
    assert all(page.short.partition("、")[0] == page.heading.partition("、")[0] for page in pages)


@pytest.mark.parametrize("form", ["2014", "2019", "2021"])
def test_every_table_of_every_form_has_a_page(form: str) -> None:
    report = Report(load_form(form), "云溪县林业局", load_form(form).years[0])
    ids = {page.id for page in pages_of(report)}
    assert {table.section for table in report.form.tables} <= ids
