"""A number field in a text shows the tables' number and follows it."""

import pytest

from model.form_file import form_ids, load_form
from model.number_fields import UNKNOWN, expand, field_value, fields_in, moved_on
from model.report import Report
from tests.figures import municipality_report
from tests.model.drafts import blank, put


@pytest.fixture
def report() -> Report:
    return municipality_report()


def test_a_field_is_the_number_of_its_cell(report: Report) -> None:
    assert expand(report, "收到{收到申请总数}件，自然人{自然人申请数}件") == "收到3119件，自然人3001件"


def test_a_field_may_add_cells_up(report: Report) -> None:
    assert expand(report, "不予公开{不予公开数}件，行政诉讼{行政诉讼总数}件") == "不予公开178件，行政诉讼46件"


def test_a_field_follows_its_number(report: Report) -> None:
    put(report, "applications.received.natural_person", 3000)
    assert expand(report, "{收到申请总数}") == "3118"


def test_an_amount_is_shown_as_it_was_entered(report: Report) -> None:
    assert expand(report, "{行政事业性收费金额}万元") == "96171.6万元"


def test_a_number_that_is_still_blank_is_shown_as_such() -> None:
    report = blank(2024)
    assert field_value(report, "收到申请总数") is None
    assert expand(report, "收到{收到申请总数}件") == f"收到{UNKNOWN}件"


@pytest.mark.parametrize(
    ("granted", "handled", "share"),
    [
        (3, 7, "42.9%"),
        (1, 3000, "0.03%"),
        (2999, 3000, "99.97%"),
        (1, 3_000_000_000, "0%"),
        (2_999_999_999, 3_000_000_000, "100%"),
        (7, 7, "100%"),
        (0, 7, "0%"),
    ],
)
def test_a_share_is_told_to_six_decimals_at_the_most(granted: int, handled: int, share: str) -> None:
    report = blank(2024)
    for key in report.form.entered:
        put(report, key, 0)
    put(report, "applications.granted.natural_person", granted)
    put(report, "applications.declined_repeat.natural_person", handled - granted)
    assert expand(report, "{予以公开数÷办结申请总数}") == share


@pytest.mark.parametrize(("year", "words"), [(2025, "{收到申请总数较3119}"), (2026, "比上年下降22%")])
def test_a_change_is_counted_anew_only_from_the_year_right_before(
    report: Report, year: int, words: str
) -> None:
    assert moved_on(report, "收到申请{收到申请总数}件，{收到申请总数较3999}。", year) == (
        f"收到申请{{收到申请总数}}件，{words}。"
    )


@pytest.mark.parametrize("text", ["{不是字段}", "{", "}", "{}", "{收到申请\n总数}", "{{}}", "集合 {1, 2}"])
def test_other_braces_are_left_alone(report: Report, text: str) -> None:
    assert expand(report, text) == text
    assert list(fields_in(report, text)) == []


def test_the_places_of_fields_are_found(report: Report) -> None:
    text = "收到{收到申请总数}件，{无此}，办结{办结申请总数}件"
    assert [text[match.start() : match.end()] for match in fields_in(report, text)] == [
        "{收到申请总数}",
        "{办结申请总数}",
    ]


@pytest.mark.parametrize("form_id", form_ids())
def test_every_field_of_every_form_rests_on_cells_of_the_form(form_id: str) -> None:
    form = load_form(form_id)
    report = Report(form, "甲", form.years[0])
    assert form.number_fields
    assert {field_value(report, name) for name in form.number_fields} == {None}
