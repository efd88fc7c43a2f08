"""Whatever the program writes it reads back: numbers, blanks, wrong totals, words, office and year."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from export.products import PRODUCTS, produce
from intake.taking_in import take_in
from model.preamble import preamble_of
from model.report import Report, Slot, SlotKind
from model.sections import sections_of
from tests.export.reports import report as worded
from tests.intake.figures import misread, report


def with_traits(form: str) -> Report:
    """Blanks, a wrong total, words in a table's section, a date."""
    made = report(form, 8, blanks=0.1)
    total = next(key for key in made.form.sums if made.computed(key) is not None)
    made.set(
        [(Slot(SlotKind.DECLARED, total), 99_999), (Slot(SlotKind.FIELD, "date"), f"{made.year + 1}-01-20")]
    )
    section = made.form.sections[1].id
    made.set([(Slot(SlotKind.TEXT, section), "有关数字见下表，其中一项比上年有所增加。")])
    return made


REPORTS: Mapping[str, Report] = {
    **{f"traits of form {form}": with_traits(form) for form in ("2014", "2019", "2021")},
    **{f"words of {year}": worded(year) for year in (2016, 2020, 2024)},
}


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("kind", [product.name for product in PRODUCTS if product.usual])
def test_what_was_written_is_read_back(name: str, kind: str, tmp_path: Path) -> None:
    wanted = REPORTS[name]
    (path,) = produce(kind, {wanted.year: wanted}, wanted.year, tmp_path)
    read = take_in(path)
    got = read.report
    assert not misread(wanted, got)
    assert not read.unread
    assert (got.office, got.year, got.form) == (wanted.office, wanted.year, wanted.form)
    assert [s.heading for s in sections_of(got)] == [s.heading for s in sections_of(wanted)]
    assert [got.text(s.id) for s in sections_of(got)] == [wanted.text(s.id) for s in sections_of(wanted)]
    assert preamble_of(got) == preamble_of(wanted)
    assert got.field("date") == wanted.field("date")
    assert got.of_kind(SlotKind.DECLARED) == wanted.of_kind(SlotKind.DECLARED)
