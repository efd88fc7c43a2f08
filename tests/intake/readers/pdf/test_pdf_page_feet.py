"""A PDF's page numbers and running heads are left out; a number that a page break has cut is none of them."""

import pytest

from intake.readers.pdf.pdf_glyphs import Line
from intake.readers.pdf.pdf_page_feet import without_feet

HEIGHT = 800.0


def line(text: str, height: float) -> Line:
    return Line(text, 80.0, 500.0, height, height + 12.0, 12.0)


def left(*pages: tuple[str, ...]) -> list[list[str]]:
    """The lines that are left of pages, each with one at its top, its words and one at its foot."""
    lines = [
        [line(text, place) for text, place in zip(page, (780.0, 400.0, 20.0), strict=True) if text]
        for page in pages
    ]
    return [[each.text for each in page] for page in without_feet([HEIGHT] * len(pages), lines)]


def words(count: int) -> list[str]:
    """What stands on pages, other words on each."""
    return [f"the words of a {place} page" for place in ("first", "second", "third")[:count]]


@pytest.mark.parametrize("number", ["{}", "- {} -", "第 {} 页 共 40 页", "{} / 40"])
def test_numbers_that_count_the_pages_are_left_out(number: str) -> None:
    pages = [("", text, number.format(place)) for place, text in enumerate(words(3), 4)]
    assert left(*pages) == [[text] for text in words(3)]


@pytest.mark.parametrize("number", ["", "{}", "- {} -", "{} / 40"])
def test_a_number_that_a_page_break_cuts_is_a_cell(number: str) -> None:
    first, second, third = words(3)
    feet = [number.format(place) for place in (1, 2, 3)]
    pages = [("", first, feet[0]), ("35", second, feet[1]), ("", third, feet[2])]
    assert left(*pages) == [[first], ["35", second], [third]]


@pytest.mark.parametrize("foot", ["1", "1 / 1", "- 1 -"])
def test_the_only_page_has_its_number_at_its_foot(foot: str) -> None:
    assert left(("", *words(1), foot)) == [words(1)]
    assert left(("", *words(1), "28")) == [[*words(1), "28"]]


def test_a_head_that_most_pages_have_has_words() -> None:
    assert left(*[("a report", text, "0\t0\t/") for text in words(3)]) == [
        [text, "0\t0\t/"] for text in words(3)
    ]


def test_a_row_of_cells_at_a_page_s_foot_is_no_page_number() -> None:
    cells = ["-\t1\t-", "-\t2\t-", "3\t/\t9"]
    pages = list(zip(words(3), cells, strict=True))
    assert left(*[("", text, row) for text, row in pages]) == [[text, row] for text, row in pages]
