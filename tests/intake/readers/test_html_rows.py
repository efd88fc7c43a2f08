"""Tables drawn without a table's elements keep their blank cells, and numbers in them do not run together."""

from collections.abc import Callable

import pytest

from intake.readers.html import read_html
from intake.taking_in import take_in_bytes
from model.compose import compose
from model.document import Document, Table
from model.report import SlotKind
from tests.intake.figures import misread, report
from tests.intake.layouts import rows_of

Row = Callable[[list[str]], str]


def divs(cells: list[str]) -> str:
    return f"<div>{''.join(f'<div>{cell}</div>' for cell in cells)}</div>"


def wrapped(cells: list[str]) -> str:
    return f"<div>\n{''.join(f'<div><p><span>{cell}</span></p></div>' for cell in cells)}\n</div>"


def items(cells: list[str]) -> str:
    return f"<ul>{''.join(f'<li>{cell}</li>' for cell in cells)}</ul>"


def spans(cells: list[str]) -> str:
    return f"<p>{''.join(f'<span class=c>{cell}</span>' for cell in cells)}</p>"


def placed(cells: list[str]) -> str:
    return f"<p>{''.join(f'<b style=width:9em>{cell}</b>' for cell in cells)}</p>"


def page(document: Document, row: Row) -> bytes:
    """A report whose tables are drawn row by row."""
    parts = []
    for block in document.blocks:
        if isinstance(block, Table):
            cells = ([cell.text.replace("\n", "<br>") for cell in cells] for cells in rows_of(block))
            parts.append(f"<div>{''.join(map(row, cells))}</div>")
        else:
            parts.append(f"<p>{block.text}</p>")
    return f"<html><body>{''.join(parts)}</body></html>".encode()


def lines(body: str) -> list[str]:
    return [paragraph.text for paragraph in read_html(f"<body>{body}</body>").paragraphs]


@pytest.mark.parametrize("row", [divs, wrapped, items, spans, placed])
@pytest.mark.parametrize("blanks", [0.0, 0.15, 0.4])
def test_a_drawn_table_with_blank_cells_is_read(row: Row, blanks: float) -> None:
    wanted = report("2021", 7, blanks=blanks)
    found = take_in_bytes(page(compose(wanted), row), "年报.html").report
    states = found.of_kind(SlotKind.STATE)
    wrong = misread(wanted, found)
    assert not [key for key in wrong if states.get(key) != "doubtful"]
    assert len(wrong) < len(wanted.form.cells) / 10


def gridded(cell: str) -> str:
    return f'<div class=cell style="grid-column:span 1">{cell}</div>'


def floating(cell: str) -> str:
    return f'<div style="float:left;width:6em">{cell}</div>'


def inline(cell: str) -> str:
    return f"<span class=cell>{cell}</span>"


@pytest.mark.parametrize("cell", [gridded, floating, inline])
@pytest.mark.parametrize("blanks", [0.0, 0.15, 0.4])
def test_a_table_whose_rows_only_a_style_sheet_makes_is_read(
    cell: Callable[[str], str], blanks: float
) -> None:
    wanted = report("2021", 9, blanks=blanks)
    parts = []
    for block in compose(wanted).blocks:
        if isinstance(block, Table):
            end = '<div style="clear:both"></div>' if cell is floating else ""
            rows = ("".join(cell(each.text) for each in cells) + end for cells in rows_of(block))
            parts.append(f"<div class=grid>{''.join(rows)}</div>")
        else:
            parts.append(f"<p>{block.text}</p>")
    found = take_in_bytes(f"<html><body>{''.join(parts)}</body></html>".encode(), "年报.html").report
    states = found.of_kind(SlotKind.STATE)
    assert not [key for key in misread(wanted, found) if states.get(key) != "doubtful"]
    assert list(states.values()).count("doubtful") < len(wanted.form.cells) / 10


def test_lines_of_words_side_by_side_are_no_cells() -> None:
    body = "".join(f"<p class=a>{words}</p>" for words in ("规章", "3", "1", "2", "") * 6)
    assert lines(f"<div class=b>{body}</div>")[:2] == ["规章", "3"]


def test_lines_of_a_cell_stay_apart_where_they_are_numbers() -> None:
    rows = [["规章", "3<br>6", "1"], ["行政规范性文件", "2", ""], ["行政<br>许可", "5", "0"]]
    assert lines("".join(map(divs, rows))) == [
        "规章 | 3 6 | 1 |",
        "行政规范性文件 | 2 |  |",
        "行政许可 | 5 | 0 |",
    ]


def test_what_is_no_text_stands_in_its_cell() -> None:
    rows = [["规章", "<img src=a>"], ["行政许可", "3"], ["行政处罚", "2"], ["行政强制", "1"]]
    assert lines("".join(map(divs, rows)))[0] == "规章 | … |"


@pytest.mark.parametrize(
    "body",
    [
        # Words of a line that only look different.
        "<p><span>全年收到申请</span><span lang=EN-US>12</span></p>" * 5,
        "<p><span class=a>收到申请。共</span><span class=a>12</span></p>" * 5,
        # Words beside the parts.
        "<p>收到<span class=a>申请</span><span class=a>12</span></p>" * 5,
        # Two lines are no table.
        divs(["收到申请", "12"]) * 2,
        # A few numbers among many lines of words.
        divs(["机构设置", "联系方式"]) * 20 + divs(["收到申请", "12"]) * 3,
    ],
)
def test_other_lines_are_no_rows(body: str) -> None:
    assert not any("|" in line for line in lines(body))


def test_a_page_of_deep_and_long_rows_is_looked_at_in_one_pass() -> None:
    deep = "<div><div>1</div>" * 180 + "<br>" * 50_000
    assert lines(deep + "<div>规章</div>")[-1] == "规章"
