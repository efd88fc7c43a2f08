"""Findings are told as the clerk goes through the report: page after page, errors first, then from top to bottom."""

from collections.abc import Iterable
from itertools import permutations

from model.findings import Finding, Spot
from model.levels import Level
from model.reading_order import in_reading_order
from tests.model.drafts import finished

REPORT = finished()


def at(section: str, start: int, level: Level = Level.EXPLAIN, code: str = "N1") -> Finding:
    return Finding(code, level, f"第 {start} 字", page=section, spot=Spot(section, start, start + 2))


def on(page: str, *cells: str, level: Level = Level.EXPLAIN) -> Finding:
    return Finding("T3.4", level, "格", cells, page=page)


def told(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return in_reading_order(REPORT, findings)


def test_words_of_a_text_are_told_from_top_to_bottom_whatever_rule_found_them() -> None:
    top, middle, below = at("overview", 3, code="N13"), at("overview", 50, code="N1"), at("overview", 90)
    for mixed in permutations((top, middle, below)):
        assert told(mixed) == (top, middle, below)


def test_an_error_comes_first_on_its_page_and_not_before_the_pages_above() -> None:
    slip, error, above = at("problems", 3), at("problems", 70, Level.ERROR), at("overview", 200)
    assert told((slip, error, above)) == (above, error, slip)


def test_what_may_be_left_stands_in_its_place_among_what_must_be_explained() -> None:
    reminder, slip = at("overview", 3, Level.WARNING), at("overview", 50)
    assert told((slip, reminder)) == (reminder, slip)


def test_at_one_place_the_weightier_comes_first() -> None:
    reminder, slip = at("overview", 3, Level.WARNING), at("overview", 3)
    assert told((reminder, slip)) == (slip, reminder)


def test_cells_are_told_in_the_order_in_which_they_are_printed() -> None:
    first, *_, last = REPORT.form.entered
    page = {key: REPORT.form.cells[key].table.section for key in (first, last)}
    assert told((on(page[last], last), on(page[first], first))) == (
        on(page[first], first),
        on(page[last], last),
    )


def test_the_whole_page_is_spoken_of_before_its_places_and_the_whole_report_last() -> None:
    whole, place, report = on("overview"), at("overview", 0), on("")
    assert told((report, place, whole)) == (whole, place, report)


def test_the_cover_and_the_preamble_are_one_page() -> None:
    cover, preamble, error = on("cover"), at("preamble", 9), at("preamble", 30, Level.ERROR)
    assert told((preamble, cover, error)) == (error, cover, preamble)
