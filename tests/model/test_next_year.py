"""A new year begins with the office's data, its preamble and what was carried over, and with no other figure."""

import pytest

import resources
from model.errors import FormError
from model.file.office_content import Content
from model.form_file import load_form
from model.next_year import move_years, start_year, text_of_last_year
from model.report import Report, SlotKind
from tests.model.drafts import applications, finished
from tests.offices import OFFICE, put, report_on

COLUMNS = ("natural_person", "enterprise", "research", "nonprofit", "legal_service", "other")


@pytest.fixture
def last() -> Report:
    return Content.read(resources.path("samples/示例.xxgk")).reports[2025]


def test_applications_carried_over_come_from_last_year_column_by_column(last: Report) -> None:
    new = start_year(last, {}, 2026)
    carried = [new.value(f"applications.carried_in.{column}") for column in COLUMNS]
    assert (
        carried
        == [last.value(f"applications.carried_out.{column}") for column in COLUMNS]
        == [1, 1, 0, 0, 0, 0]
    )


def test_nothing_else_of_last_years_figures_and_words_is_taken_over(last: Report) -> None:
    new = start_year(last, {}, 2026)
    assert all(key.startswith("applications.carried_in.") for key in new.of_kind(SlotKind.CELL))
    assert new.of_kind(SlotKind.TEXT) == {}
    assert new.field("date") == ""


def test_sums_that_cells_were_written_as_stay_in_their_year(last: Report) -> None:
    key = "applications.carried_out.enterprise"
    put(last, SlotKind.SUM, key, "0+1")
    assert last.get(SlotKind.SUM, key) == "0+1"
    assert start_year(last, {}, 2026).of_kind(SlotKind.SUM) == {}


def test_a_gap_between_the_years_carries_nothing_over(last: Report) -> None:
    assert start_year(last, {}, 2027).of_kind(SlotKind.CELL) == {}


def test_the_offices_data_stay(last: Report) -> None:
    new = start_year(last, {}, 2026)
    assert (new.office, new.year, new.form.id) == (last.office, 2026, "2021")
    assert new.field("address") == last.field("address") != ""


def test_without_a_report_the_profile_gives_the_data() -> None:
    new = start_year(None, {"office": OFFICE, "phone": "0500-1", "date": "2024-01-05"}, 2024)
    assert (new.office, new.field("phone"), new.field("date")) == (OFFICE, "0500-1", "")


def test_a_preamble_written_by_hand_moves_its_years() -> None:
    last = report_on(2023)
    put(
        last, SlotKind.TEXT, "preamble", "现公布2023年报告。期限2023年1月1日至2023年12月31日，2024年1月公布。"
    )
    put(last, SlotKind.FIELD, "title", "某局2023年度报告")
    put(last, SlotKind.FIELD, "deadline", "2024-02-29")
    new = start_year(last, {}, 2024)
    assert new.text("preamble") == "现公布2024年报告。期限2024年1月1日至2024年12月31日，2025年1月公布。"
    assert new.field("title") == "某局2024年度报告"
    assert new.field("deadline") == "2025-02-28"


@pytest.mark.parametrize(
    "text",
    [
        "国办公开办函〔2021〕30号",
        "《条例》（2021年修订）",
        "电话12021年",
        "2019年以来",
        "《某县2021年政务公开工作要点》",
        "共2021件",
    ],
)
def test_other_numbers_stay_as_they_are(text: str) -> None:
    assert move_years(text, 2021, 2022) == text


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("2022年公开30条，比2021年增加2条。", "2023年公开30条，比2022年增加2条。"),
        ("与2021年相比，下降一成。", "与2022年相比，下降一成。"),
        ("2021年制定的办法继续有效。", "2021年制定的办法继续有效。"),
        ("二〇二二年工作平稳，二○二三年再上台阶。", "二〇二三年工作平稳，二○二四年再上台阶。"),
        ("２０２２年收到3件。", "２０２３年收到3件。"),
    ],
)
def test_years_move_on_however_they_are_written_and_so_does_the_one_compared_with(
    text: str, moved: str
) -> None:
    assert move_years(text, 2022, 2023) == moved


def test_an_older_form_gives_what_the_new_one_has() -> None:
    last = report_on(2020)
    put(last, SlotKind.CELL, "applications.carried_out.other", 4)
    new = start_year(last, {}, 2021)
    assert (last.form.id, new.form.id) == ("2019", "2021")
    assert new.of_kind(SlotKind.CELL) == {"applications.carried_in.other": 4}


def test_headings_of_the_offices_own_stay_where_the_form_leaves_them_free() -> None:
    last = Report(load_form("2014"), OFFICE, 2015)
    first = last.form.sections[0].id
    put(last, SlotKind.HEADING, first, "一、概述")
    put(last, SlotKind.ORDER, "sections", (first, "own"))
    new = start_year(last, {}, 2016)
    assert new.get(SlotKind.HEADING, first) == "一、概述"
    assert new.get(SlotKind.ORDER, "sections") == (first, "own")


def test_a_year_without_a_form_is_refused(last: Report) -> None:
    with pytest.raises(FormError):
        start_year(last, {}, 2001)


def test_a_text_to_begin_from_has_the_new_years_and_keeps_its_number_fields() -> None:
    last = report_on(2023, received=7)
    put(last, SlotKind.TEXT, "overview", "2023年收到申请{收到申请总数}件。")
    assert text_of_last_year(last, "overview", report_on(2024)) == "2024年收到申请{收到申请总数}件。"
    assert text_of_last_year(last, "unknown", report_on(2024)) == ""


def test_a_text_of_an_older_form_comes_with_its_numbers_written_out() -> None:
    last = report_on(2020, received=7)
    put(last, SlotKind.TEXT, "overview", "收到申请{收到申请总数}件。")
    assert "{" not in text_of_last_year(last, "overview", report_on(2021))


def test_a_change_goes_on_from_the_year_before_the_new_one() -> None:
    last = finished(2023, applications(7, 7), {"overview": "收到申请{收到申请总数}件，{收到申请总数较5}。"})
    assert (
        text_of_last_year(last, "overview", report_on(2024))
        == "收到申请{收到申请总数}件，{收到申请总数较7}。"
    )
    assert text_of_last_year(last, "overview", report_on(2025)) == "收到申请{收到申请总数}件，比上年增长40%。"
