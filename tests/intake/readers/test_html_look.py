"""What a page's styles do not show is not read; where that cannot be told, the cell is doubtful."""

import pytest

from intake.readers.html import read_html
from model.document import TableCell


def cell(sheet: str, words: str = '12<span class="x">9</span>') -> TableCell:
    """A cell with a number, and digits behind it in a class of the page's own."""
    page = f"<style>{sheet}</style><table><tr><td>行政许可</td><td>{words}</td></tr></table>"
    (table,) = read_html(page).tables
    return table.cells[1]


@pytest.mark.parametrize(
    "style",
    [
        "display:none",
        "position:absolute;left:-9999px",
        "clip:rect(0,0,0,0)",
        "clip-path: inset(50%)",
        "width:1px;height:1px;overflow:hidden",
        "transform:scale(0)",
    ],
)
def test_what_has_no_place_on_the_page_is_not_read(style: str) -> None:
    for told in (cell(f".x{{{style}}}"), cell("", f'12<span style="{style}">9</span>')):
        assert (told.text, told.doubt) == ("12", "")


def test_an_element_is_known_by_its_name_too() -> None:
    assert cell("#x{display:none}", "12<span id=x>9</span>").text == "12"


@pytest.mark.parametrize("selector", ["td .x", ".page > .x", ".x.y", "#page .x"])
@pytest.mark.parametrize("style", ["display:none", "vertical-align:super", "text-decoration:line-through"])
def test_a_rule_for_elements_within_others_makes_a_number_doubtful(selector: str, style: str) -> None:
    assert cell(f"{selector}{{{style}}}").doubt == "可能不显示的“9”"


def test_white_digits_make_a_number_doubtful_and_white_words_do_not() -> None:
    assert cell(".x{color:#FFF}").doubt == "可能不显示的“9”"
    assert not cell(".x{color:#fff}", '12<span class="x">件</span>').doubt


@pytest.mark.parametrize(
    "sheet",
    [
        "@media print{.x{display:none}}",
        "@media (max-width: 600px){.a{color:red} .x{display:none}}",
        "/* .x{display:none} */",
        ".x:hover{display:none}",
    ],
)
def test_what_a_sheet_says_of_paper_or_of_other_moments_does_not_count(sheet: str) -> None:
    told = cell(sheet, '12<span class="x">0</span>')
    assert (told.text, told.doubt) == ("120", "")


def test_rules_behind_such_parts_of_a_sheet_count() -> None:
    assert cell("/* a */ @media print{.a{b:c}} @media screen{.x{display:none}}").text == "12"
