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


@pytest.mark.parametrize(
    "words",
    [
        '12<font color="#FFFFFF">9</font>',
        '12<span style="color:rgb(254 254 254)">9</span>',
        '12<span style="font-size:1px">9</span>',
        '12<span style="font-size:2.5pt">9</span>',
        '12<span style="opacity:0.02">9</span>',
        '12<span style="color:#fff;background:#fff">9</span>',
        "12<bdo dir=rtl>9</bdo>",
        '12<span style="direction:rtl;unicode-bidi:bidi-override">9</span>',
    ],
)
def test_digits_that_nobody_can_see_make_a_number_doubtful(words: str) -> None:
    assert cell("", words).doubt == "可能不显示的“9”"


@pytest.mark.parametrize("font", ["0/0 a", "bold 0px/1 serif", "0 sans-serif"])
def test_type_without_size_is_not_read(font: str) -> None:
    assert cell("", f'12<span style="font:{font}">9</span>').text == "12"
    assert cell(f".x{{font:{font}}}", "12<span class=x>9</span>").text == "12"


def test_a_line_without_height_has_type_that_is_read() -> None:
    assert cell("", '12<span style="font:12px/0 simsun">9</span>').text == "129"


@pytest.mark.parametrize("shift", ["left:-80em", "transform:translateX(-9999px)", "margin-left:-2000px"])
def test_what_is_moved_off_the_page_is_not_read(shift: str) -> None:
    assert cell("", f'12<span style="position:absolute;{shift}">9</span>').text == "12"


@pytest.mark.parametrize("selector", ["span", "td span", "table td > span", "tr span"])
@pytest.mark.parametrize("style", ["display:none", "visibility:hidden", "font-size:0"])
def test_a_rule_for_a_kind_of_elements_makes_their_digits_doubtful(selector: str, style: str) -> None:
    assert cell(f"{selector}{{{style}}}", "12<span>9</span>").doubt == "可能不显示的“9”"


@pytest.mark.parametrize("selector", [".menu span", "#head span", "li span", "span.away"])
def test_a_rule_for_such_elements_elsewhere_does_not(selector: str) -> None:
    assert not cell(f"{selector}{{display:none}}", "12<span>9</span>").doubt


@pytest.mark.parametrize(
    "row",
    [
        '<tr style="background:#036;color:#fff"><td>合计</td><td>129</td></tr>',
        '<tr bgcolor="#003366"><td>合计</td><td><font color="white">129</font></td></tr>',
        '<tr class="sum"><td>合计</td><td class="n">129</td></tr>',
        '<tr class="dark"><td>合计</td><td><span class="n">129</span></td></tr>',
    ],
)
def test_white_numbers_on_a_coloured_row_are_seen(row: str) -> None:
    sheet = "<style>.sum td{background:#036} .dark{background:url(sum.png)} .n{color:#fff}</style>"
    (table,) = read_html(f"{sheet}<table>{row}<tr><td>规章</td><td>3</td></tr></table>").tables
    assert [(told.text, told.doubt) for told in table.cells][1] == ("129", "")


@pytest.mark.parametrize("where", ["table", "tr", "td"])
def test_white_that_a_cell_has_from_around_it_makes_its_number_doubtful(where: str) -> None:
    page = "<table><tr><td>规章</td><td>3</td></tr></table>".replace(
        f"<{where}>", f'<{where} style="color:#fff">'
    )
    (table,) = read_html(page).tables
    assert table.cells[1].doubt == "可能不显示的“3”"


def test_the_declaration_that_holds_is_the_last_one() -> None:
    assert cell(".x{display:none} .x{display:inline}").text == "129"
    assert cell(".x{display:none!important} .x{display:inline}").text == "12"
    assert not cell(".x{color:#fff}", '12<span class="x" style="color:#000">9</span>').doubt


def test_an_open_one_of_several_tabs_is_read() -> None:
    sheet = "<style>.tab{display:none} .tab.open{display:block}</style>"
    page = f'{sheet}<div class="tab"><p>2022年</p></div><div class="tab open"><p>2023年</p></div>'
    assert [block.text for block in read_html(page).paragraphs] == ["2023年"]


@pytest.mark.parametrize("align", ["text-top", "text-bottom", "super", "sub"])
def test_where_words_stand_in_their_cell_does_not_raise_them(align: str) -> None:
    page = f'<table><tr><td>规章</td><td style="vertical-align:{align}">129</td></tr></table>'
    (table,) = read_html(page).tables
    assert (table.cells[1].text, table.cells[1].doubt) == ("129", "")
