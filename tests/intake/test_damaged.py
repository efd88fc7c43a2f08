"""However damaged a page is, no number stands in a wrong cell, or is left out, without its cell saying so."""

import pytest
from hypothesis import given, settings

from model.report import SlotKind
from tests.intake.damaged import Page, pages, read, silent, wanted
from tests.intake.figures import misread
from tests.intake.showing import FILES, MARKUPS, PRINTS, TEXTS

RULED = [name for name in PRINTS if "no rules" not in name]


@settings(max_examples=25)
@given(page=pages())
def test_nothing_is_wrong_without_a_mark(page: Page) -> None:
    assert not silent(page)


@pytest.mark.parametrize("doubled", [False, True])
@pytest.mark.parametrize("layout", [*TEXTS, *MARKUPS, *FILES, *RULED])
def test_a_page_that_is_not_damaged_is_read_whole(layout: str, *, doubled: bool) -> None:
    if doubled and layout not in PRINTS:
        pytest.skip("only printers strike twice")
    page = Page("2021", 5, layout, doubled=doubled)
    assert not misread(wanted(page), read(page).report)


@pytest.mark.parametrize(
    "page",
    [
        Page("2021", 11, "a cell a line", lost=frozenset({8})),
        Page("2021", 11, "bars alone", lost=frozenset({8, 9, 20})),
        Page("2021", 11, "fillers behind", lost=frozenset({14, 15})),
        Page("2021", 11, "bars together", lost=frozenset({27})),
        Page("2021", 11, "web", lost=frozenset({10, 11})),
        Page("2021", 11, "a cell a line", blank_rows=4, blanks=0.0),
        Page("2021", 11, "web", order=7),
        Page("2021", 11, "a grid in text", order=7),
    ],
    ids=str,
)
def test_what_can_be_told_of_a_damaged_page_is_read(page: Page) -> None:
    assert not misread(wanted(page), read(page).report)


def test_columns_under_heads_of_the_offices_own_are_doubtful() -> None:
    page = Page("2021", 11, "web", order=7, foreign_heads=True)
    found = read(page)
    key = "applications.received.total"
    assert found.report.value(key) is None
    assert found.report.of_kind(SlotKind.STATE)[key] == "doubtful"


@pytest.mark.parametrize(
    "page",
    [
        Page("2021", 0, "blanks", note="√"),
        Page("2021", 36, "blanks", note="√"),
        Page("2021", 9, "blanks", note="见附表"),
        Page("2019", 29261, "bars together", blanks=0.15, blank_rows=4, order=300, foreign_heads=True),
        Page("2019", 10, "labels above", order=10, foreign_heads=True),
        Page("2021", 799, "pdf, no rules, words at the top", foreign_heads=True, note="{}户", column="gone"),
        Page("2019", 7905, "pdf, aslant", blanks=0.4, order=6, foreign_heads=True, note="见附表"),
        Page(
            "2021",
            7471,
            "blanks",
            blanks=0.15,
            blank_rows=1,
            order=999,
            foreign_heads=True,
            note="({})",
            gaps=True,
            column="share",
        ),
        Page(
            "2021",
            524,
            "blanks",
            lost=frozenset({5, 6, 7}),
            blank_rows=1,
            order=524,
            foreign_heads=True,
            note="√",
        ),
    ],
    ids=str,
)
def test_words_and_other_heads_in_lines_leave_nothing_unsaid(page: Page) -> None:
    assert not silent(page)


@pytest.mark.parametrize(
    "page",
    [
        Page(
            "2019",
            11369,
            "pdf, no rules, words at the top",
            blanks=0.4,
            blank_rows=4,
            lost=frozenset({4, 6, 10, 27}),
            note="{}（注）",
        ),
        Page(
            "2021",
            153,
            "pdf, no rules",
            blank_rows=1,
            lost=frozenset({3, 4, 7, 12, 14, 16, 19, 20, 21, 22, 24, 25, 26}),
            note="{}\n{}",
        ),
        Page("2021", 1265, "web", blanks=0.15, note="见附表", gaps=True),
        Page("2021", 5119, "blanks", order=0, note="({})"),
        Page(
            "2021",
            183,
            "pdf, on its side",
            blanks=0.4,
            blank_rows=4,
            lost=frozenset({13}),
            order=666,
            foreign_heads=True,
            note="见附表",
            doubled=True,
            column="unit",
            thousands=" ",
            nothing="/",
            remarks=True,
        ),
        Page("2021", 38375, "bars alone", blank_rows=1, lost=frozenset({3, 4, 6, 16, 27}), label="above"),
    ],
    ids=str,
)
def test_a_number_without_a_sure_place_leaves_no_cell_missing(page: Page) -> None:
    assert not silent(page)


@pytest.mark.parametrize(
    "page",
    [
        Page(
            "2021",
            190658,
            "pdf, bars for rules",
            blank_rows=4,
            lost=frozenset({11, 13, 24}),
            last_year="behind",
        ),
        Page("2019", 584276, "web, torn", order=355, foot="{} / 40"),
        Page("2021", 400195, "labels above", blanks=0.4, order=280, foreign_heads=True, nothing="－"),
        Page("2019", 903585, "docx, torn", blank_rows=4, lost=frozenset({3, 6, 8, 12, 16}), column="serial"),
        Page(
            "2021", 639177, "pdf, boxes for rules, heads again", lost=frozenset({5, 7, 11, 14}), halves=True
        ),
        Page(
            "2019",
            110179,
            "pdf, boxes for rules, heads again",
            blanks=0.15,
            blank_rows=1,
            note="√",
            torn=True,
        ),
        Page("2019", 557941, "tabs", lost=frozenset({6, 9, 11, 15, 16, 17}), order=533, label="below"),
        Page("2021", 318446, "pdf, no rules, narrow", blanks=0.15, blank_rows=4, note="{}户", thousands=","),
        Page("2021", 202601, "web", column="remark", gaps=True, remarks=True),
    ],
    ids=str,
)
def test_what_offices_do_to_a_report_before_they_publish_it_leaves_nothing_unsaid(page: Page) -> None:
    assert not silent(page)


@pytest.mark.parametrize("layout", ["tabs", "gaps", "web", "docx", "xlsx", "pdf"])
def test_labels_on_two_lines_and_marks_for_nothing_are_read_whole(layout: str) -> None:
    below = layout in ("tabs", "gaps")
    page = Page("2021", 7, layout, label="below" if below else "above", thousands=",", nothing="/")
    assert not misread(wanted(page), read(page).report)


@pytest.mark.parametrize("layout", ["web", "docx", "xlsx"])
def test_a_table_in_two_halves_is_read_whole(layout: str) -> None:
    page = Page("2021", 7, layout, halves=True, column="serial")
    assert not misread(wanted(page), read(page).report)
