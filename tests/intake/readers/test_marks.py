"""Words that are raised, struck out, hidden or no text at all never become part of a number, in whatever file they stand."""

import pytest

from intake.readers.marks import concealed, doubt_of, lowered, raised
from intake.readers.reading import read_html


def cell(inner: str, head: str = "") -> tuple[str, str]:
    """Text and doubt of a web page's cell."""
    (table,) = read_html(f"{head}<table><tr><td>件<td>{inner}<td>件</tr></table>").tables
    return table.cells[1].text, table.cells[1].doubt


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("305<sup>2</sup>", "305²"),
        ("305<span style='vertical-align: super'>(2)</span>", "305⁽²⁾"),
        ("305<a href='#n'><sup><span>[2]</span></sup></a>", "305[²]"),
        ("305<span class='zs'>2</span>", "305²"),
        ("305<sub>2</sub>", "305₂"),
        ("<s>350</s>305", "305"),
        ("<del>350</del><ins>305</ins>", "305"),
        ("<span style='text-decoration:underline line-through'>350</span>305", "305"),
        ("305<span style='mso-hide:all'>6</span>", "305"),
        ("305<span style='font-size:0px'>6</span>", "305"),
        ("305<span class='yc'>6</span>", "305"),
        ("305<input type=hidden value=6>", "305"),
        ("<p>305</p><p>6</p>", "305\n6"),
        ("305<br>6", "305\n6"),
        ("305<img src=x>", "305"),
    ],
)
def test_a_web_page_keeps_apart_what_is_no_part_of_a_number(inner: str, text: str) -> None:
    head = "<style>td.yc, .yc{display : none} .zs{vertical-align:super;color:red}</style>"
    assert cell(inner, head) == (text, "")


@pytest.mark.parametrize(
    ("inner", "doubt"),
    [
        ("<img src=x>", "图片"),
        ("<s>305</s>", "划去的“305”"),
        ("<math><mn>305</mn></math>", "公式“305”"),
        ("6<math><mn>305</mn></math>", "公式“305”"),
        ("<input value=305>", "输入框“305”"),
        ("<svg><text>305</text></svg>", "图形“305”"),
    ],
)
def test_a_web_page_tells_what_is_no_text(inner: str, doubt: str) -> None:
    assert cell(inner)[1] == doubt


def test_raised_and_lowered_figures_are_no_digits() -> None:
    assert raised("（12）注") == "⁽¹²⁾注"
    assert lowered("12") == "₁₂"


def test_a_correction_leaves_no_doubt_and_a_deletion_does() -> None:
    assert doubt_of("305", struck="350") == ""
    assert doubt_of("件", struck="350") == "划去的“350”"
    assert doubt_of("", struck="无") == ""


@pytest.mark.parametrize("text", ["1.属于国家秘密", "（12）其他处理", "合计"])
def test_a_label_in_a_hidden_row_is_kept_with_its_serial_number(text: str) -> None:
    assert concealed(text, "隐藏行") == (text, "")


@pytest.mark.parametrize("text", ["12", "1.5", "12件", "约3件", "新收30、结转下年"])
def test_a_number_in_a_hidden_row_is_told_and_not_kept(text: str) -> None:
    assert concealed(text, "隐藏行") == ("", f"隐藏行中的“{text}”")
