"""Every generated ledger counts exactly, or lists exactly the rows that have no place; none is lost or counted twice."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.intake.ledger.invented import (
    KINDS,
    OUTCOMES,
    Application,
    applications_of,
    random_applications,
    spoil,
    truth,
)
from tests.intake.ledger.layouts import LAYOUTS, Layout
from tests.intake.ledger.promise import FORM, broken_in, counted, entered, numbers_at

PUBLISHED = Path(__file__).parents[2] / "fixtures" / "municipality-2024.json"
SIZES = (1, 12, 150, 1500)
"""Rows; the largest sizes are counted by `make proof`."""


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_a_ledger_of_any_layout_counts_exactly(layout: Layout, size: int) -> None:
    applications = random_applications(size, seed=size)
    ledger, count = counted(layout, applications)
    assert not count.tallies["applications"].unplaced
    assert entered(count) == truth(applications)
    assert ledger.find(1)[1] == 1


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_rows_without_a_place_are_listed_exactly_and_no_row_is_lost_or_counted_twice(layout: Layout) -> None:
    applications, spoilt = spoil(random_applications(400, seed=3), seed=4)
    ledger, count = counted(layout, applications, spoilt)
    assert not [*broken_in(layout, applications, spoilt, ledger, count)]


def test_a_broken_promise_is_told() -> None:
    applications, spoilt = spoil(random_applications(40, seed=3), seed=4)
    layout = LAYOUTS[0]
    ledger, count = counted(layout, applications, spoilt)
    assert [*broken_in(layout, applications[1:], spoilt, ledger, count)]
    assert [*broken_in(layout, applications, {}, ledger, count)]
    places = next(iter(count.tallies["applications"].rows.values()))
    places.append(places[0])
    assert [*broken_in(layout, applications, spoilt, ledger, count)]


def test_published_figures_made_into_a_ledger_count_back_to_the_same_table() -> None:
    cells = json.loads(PUBLISHED.read_text(encoding="utf-8"))["cells"]
    applications = applications_of(cells, 2024)
    for layout in LAYOUTS:
        if "2025" not in "".join(layout.title) and not layout.quarters:
            _, count = counted(layout, applications, year=2024, today=date(2025, 1, 10))
            assert {key: cells[key] for key in count.cells} == count.cells, layout.name


@given(
    st.lists(
        st.tuples(
            st.dates(date(2023, 1, 1), date(2026, 1, 10)),
            st.none() | st.dates(date(2023, 1, 1), date(2026, 1, 10)),
            st.sampled_from(KINDS),
            st.none() | st.sampled_from(OUTCOMES),
        ),
        max_size=40,
    )
)
def test_all_balances_hold_whatever_the_dates(rows: list[tuple[date, date | None, str, str | None]]) -> None:
    applications = [
        Application(f"N{at:04d}号", got, answered, f"张{'甲乙丙丁'[at % 4]}", kind, outcome, "材料")
        for at, (got, answered, kind, outcome) in enumerate(rows)
    ]
    layout = Layout("plain")
    ledger, count = counted(layout, applications)
    tally = count.tallies["applications"]
    cells = count.cells
    for identity in FORM.identities:
        if identity.table == "applications":
            assert sum(cells[key] for key in identity.left) == sum(cells[key] for key in identity.right)
    placed = {place for places in tally.rows.values() for place in places}
    listed = [entry.place for entry in tally.unplaced]
    assert numbers_at(ledger, layout, [*placed, *listed]) == sorted(each.number for each in applications)
    assert placed.isdisjoint(listed)
    assert len(set(listed)) == len(listed)
