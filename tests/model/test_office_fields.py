"""The data of an office: each field once, with its words, its hint and how preambles write it."""

import re

import pytest

from intake.page.masthead import contacts_in
from model.form_file import form_for
from model.next_year import start_year
from model.office_fields import FIELD_WORDS, OFFICE_FIELDS, OfficeField
from model.preamble import draft_preamble
from model.report import Report, Slot, SlotKind

SAID = {
    "contact": "办公室",
    "address": "甲县人民路1号",
    "postcode": "990018",
    "phone": "0500-1234567",
    "fax": "0500-7654321",
    "email": "xxgk@example.cn",
    "website": "www.example.gov.cn/xxgk",
}


def told() -> Report:
    report = Report(form_for(2024), "甲县林业局", 2024)
    report.set([(Slot(SlotKind.FIELD, name), value) for name, value in SAID.items()])
    return report


def test_names_and_words_are_all_different() -> None:
    assert len({field.name for field in OFFICE_FIELDS}) == len(OFFICE_FIELDS) == len({*FIELD_WORDS.values()})


@pytest.mark.parametrize("field", [f for f in OFFICE_FIELDS if f.written], ids=lambda field: field.name)
def test_what_a_preamble_says_is_read_back(field: OfficeField) -> None:
    assert contacts_in(draft_preamble(told()))[field.name] == SAID[field.name]


@pytest.mark.parametrize("field", [f for f in OFFICE_FIELDS if f.asked], ids=lambda field: field.name)
def test_the_drafted_preamble_calls_a_field_by_its_words(field: OfficeField) -> None:
    assert f"{field.words}：{SAID[field.name]}" in draft_preamble(told())


def test_what_lasts_is_taken_over_into_the_next_year_and_the_rest_is_not() -> None:
    before = told()
    before.set([(Slot(SlotKind.FIELD, "date"), "2025-01-20")])
    after = start_year(before, {}, 2025)
    assert {name: after.field(name) for name in SAID} == SAID
    assert after.field("date") == ""


def test_an_example_of_a_day_lies_in_the_year_after_the_report() -> None:
    hints = [field.hint_in(2031) for field in OFFICE_FIELDS]
    assert [re.findall(r"20\d\d", hint) for hint in hints if re.search(r"20\d\d", hint)] == [
        ["2032"],
        ["2032"],
    ]
