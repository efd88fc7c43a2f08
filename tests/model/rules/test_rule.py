"""A rule looks at what it names, where the form has it, and says what it has read."""

from collections.abc import Iterator

import pytest

from model.findings import Finding
from model.form import Cell, Form
from model.form_file import load_form
from model.rules.rule import (
    TEXTS,
    Case,
    Judgement,
    each_cell,
    each_column,
    each_identity,
    each_line,
    each_row,
    has_section,
    once,
    whole,
)
from tests.model.drafts import OVERVIEW, blank, case, finished

FORM = load_form("2021")
OLDER = load_form("2014")
RECEIVED = "applications.received.natural_person"


def nothing(*_: object) -> Iterator[Finding]:
    return iter(())


def reads(judgements: object, form: Form = FORM) -> list[tuple[str, ...]]:
    assert callable(judgements)
    looks: list[Judgement] = list(judgements(form))
    return [look.reads for look in looks]


def test_a_rule_without_its_cells_has_no_look() -> None:
    plan = once(nothing, RECEIVED, TEXTS)
    assert reads(plan) == [(RECEIVED, TEXTS)]
    assert reads(plan, OLDER) == []


def test_a_rule_on_a_section_applies_where_the_form_lays_it_down() -> None:
    plan = whole(nothing, where=has_section("other_matters"))
    assert reads(plan) == [tuple(FORM.cells)]
    assert reads(plan, OLDER) == []


def test_rows_columns_and_lines_are_looked_at_one_by_one() -> None:
    rows = reads(each_row(nothing))
    assert sorted(key for row in rows for key in row) == sorted(FORM.cells)
    columns = reads(each_column("applications", ("carried_in", "carried_out"), nothing))
    assert len(columns) == 7
    assert all(above.split(".")[2] == below.split(".")[2] for above, below in columns)
    assert reads(each_column("applications", ("carried_in", "unheard_of"), nothing)) == []
    assert reads(each_line("applications", ("unheard_of",), nothing)) == []


def test_an_identity_is_looked_at_by_the_rule_of_its_code() -> None:
    assert len(reads(each_identity("T3.1", nothing))) == 25
    assert reads(each_identity("P1", nothing)) == []


def test_single_cells_are_those_that_the_form_has() -> None:
    assert reads(each_cell(lambda _: (RECEIVED, "unheard.of.cell"), nothing, TEXTS)) == [(RECEIVED, TEXTS)]


def test_each_look_has_its_own_cells() -> None:
    seen: list[str] = []

    def note(_: Case, cells: tuple[Cell, ...]) -> Iterator[Finding]:
        seen.extend(cell.key for cell in cells)
        return iter(())

    looks = list(each_column("applications", ("received",), note)(FORM))
    for look in looks:
        assert list(look.find(case())) == []
    assert len(set(seen)) == len(looks) == 7


def test_a_case_holds_only_what_has_words_and_blots_out_number_fields() -> None:
    field = "{收到申请总数}"
    report = finished(texts={"overview": f"{OVERVIEW}收到申请{field}件。", "other_matters": " "})
    texts = Case(report).texts
    assert "other_matters" not in texts
    assert field not in texts["overview"]
    assert len(texts["overview"]) == len(report.text("overview"))


@pytest.mark.parametrize(("key", "value"), [(RECEIVED, 0), ("statistics.answered.count", None)])
def test_last_year_has_only_the_cells_of_its_form(key: str, value: int | None) -> None:
    assert case(last={}).last(key) == value
    assert case().last(key) is None


def test_an_empty_text_counts_as_left_empty_once_all_cells_are_filled() -> None:
    assert not Case(blank()).begun("overview")
    assert Case(finished(texts={"overview": ""})).begun("overview")
