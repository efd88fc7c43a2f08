"""Whatever layout a page has, each number comes to its cell, and no cell is wrong without a mark."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.readers.html import read_html
from intake.readers.text import read_text
from intake.recognise import Recognition, recognise
from model.compose import compose
from model.document import CellRole, Document, Table, TableCell
from model.report import Slot, SlotKind
from tests.intake import layouts
from tests.intake.figures import balanced, misread, report
from tests.intake.layouts import Markup

TEXTS: dict[str, Callable[[Document], str]] = {
    "one cell a line with bars": lambda document: layouts.page(document, layouts.cell_a_line),
    "rows opened by a bar": lambda document: layouts.page(
        document, partial(layouts.cell_a_line, opened=True)
    ),
    "one row a line": lambda document: layouts.page(document, layouts.row_a_line),
    "a grid in text": lambda document: layouts.page(document, layouts.on_grid),
    "a grid with repeated labels": lambda document: layouts.page(
        document, partial(layouts.on_grid, repeat=True)
    ),
    "one cell a line": lambda document: layouts.page(document, layouts.blank_lines),
    "one cell a line, blank lines between": lambda document: layouts.page(
        document, layouts.blank_lines, "\n\n"
    ),
    "tabs": lambda document: layouts.page(
        document, partial(layouts.row_a_line, between="\t", end="", padded=False)
    ),
}
LOSSY: dict[str, Callable[[Document], str]] = {
    "wide gaps": lambda document: layouts.page(
        document, partial(layouts.row_a_line, between="   ", end="", padded=False)
    ),
    "single blanks": lambda document: layouts.page(
        document, partial(layouts.row_a_line, between=" ", end="", padded=False)
    ),
}
"""Layouts that do not show a blank cell."""
SPELLINGS: dict[str, Callable[[str], str]] = {
    "as printed": lambda words: words,
    "narrow marks": lambda words: words.translate(str.maketrans("（）、“”，", '()."",')),
    "blanks inside": lambda words: " ".join(words) if len(words) < 6 else f"{words[:4]} {words[4:]}",
    "no numbers": lambda words: re.sub(r"^(（[一二三四五六七八]）|\d\.|[一二三四]、)", "", words),
    "no remark": lambda words: re.sub(r"（(区分处理|不同).*", "", words),
    "traditional": lambda words: words.translate(
        str.maketrans(
            "总开报务处复议诉项条内数规单万许罚业费结转办国护类过执无缴纳维审计",
            "總開報務處復議訴項條內數規單萬許罰業費結轉辦國護類過執無繳納維審計",
        )
    ),
}
WRITINGS: dict[str, Callable[[TableCell], str]] = {
    "plain": lambda cell: cell.text,
    "with 件": lambda cell: f"{cell.text}件" if cell.text.isdecimal() else cell.text,
    "thousands": lambda cell: f"{int(cell.text):,}" if cell.text.isdecimal() else cell.text,
    "full width": lambda cell: cell.text.translate(str.maketrans("0123456789", "０１２３４５６７８９")),
}
FORMS = st.sampled_from(("2021", "2019", "2014"))
SEEDS = st.integers(0, 10_000)
SPELLED = st.sampled_from(sorted(SPELLINGS))


def written(form: str, seed: int, spelling: str, writing: str = "plain", *, blanks: float = 0.0) -> Document:
    document = layouts.respelled(compose(report(form, seed, blanks=blanks)), SPELLINGS[spelling])
    return layouts.revalued(document, WRITINGS[writing])


def unmarked(form: str, seed: int, read: Recognition, *, blanks: float = 0.0) -> list[str]:
    """Cells that came out wrong though their state says that they were read."""
    states = read.report.of_kind(SlotKind.STATE)
    wrong = misread(report(form, seed, blanks=blanks), read.report)
    return [key for key in wrong if states[key] in ("read", "placed")]


@pytest.mark.parametrize("layout", TEXTS)
@settings(max_examples=8)
@given(form=FORMS, seed=SEEDS, spelling=SPELLED, writing=st.sampled_from(sorted(WRITINGS)))
def test_a_full_table_in_text_is_read_whole(
    layout: str, form: str, seed: int, spelling: str, writing: str
) -> None:
    page = TEXTS[layout](written(form, seed, spelling, writing))
    assert not misread(report(form, seed), recognise(read_text(page)).report)


@pytest.mark.parametrize("layout", TEXTS)
@settings(max_examples=5)
@given(form=FORMS, seed=SEEDS)
def test_blank_cells_stay_blank_and_move_no_number(layout: str, form: str, seed: int) -> None:
    page = TEXTS[layout](written(form, seed, "as printed", blanks=0.15))
    read = recognise(read_text(page))
    assert not unmarked(form, seed, read, blanks=0.15)
    assert len(misread(report(form, seed, blanks=0.15), read.report)) <= 2


@pytest.mark.parametrize("layout", LOSSY)
@settings(max_examples=5)
@given(form=FORMS, seed=SEEDS, blanks=st.sampled_from((0.0, 0.3)))
def test_where_blanks_cannot_be_seen_no_number_is_guessed_into_a_cell(
    layout: str, form: str, seed: int, blanks: float
) -> None:
    read = recognise(read_text(LOSSY[layout](written(form, seed, "as printed", blanks=blanks))))
    assert not unmarked(form, seed, read, blanks=blanks)
    assert blanks or not misread(report(form, seed), read.report)


@settings(max_examples=60)
@given(
    form=FORMS,
    seed=SEEDS,
    spelling=SPELLED,
    markup=st.builds(
        Markup,
        soup=st.booleans(),
        merged=st.booleans(),
        unit=st.booleans(),
        split=st.sampled_from((0, 4, 9, 15, 18)),
        again=st.booleans(),
        nested=st.booleans(),
        wrapped=st.sampled_from(("{}", "<p><span>{}</span></p>", "<div><b><font>{}</font></b></div>")),
    ),
    blanks=st.sampled_from((0.0, 0.2)),
)
def test_a_web_page_is_read_whole(form: str, seed: int, spelling: str, markup: Markup, blanks: float) -> None:
    document = written(form, seed, spelling, blanks=blanks)
    if form == "2014" and markup.unit:
        markup = Markup(soup=markup.soup, nested=markup.nested)
    read = recognise(read_html(layouts.html(document, markup)))
    assert not misread(report(form, seed, blanks=blanks), read.report)


def lines_without_labels(lost: set[int]) -> Callable[[Table], list[str]]:
    """Rows of table 三 by their printed number, whose own label the page has dropped."""

    def lines(table: Table) -> list[str]:
        rows = frozenset(lost) if table.id == "applications" else frozenset[int]()
        return [*layouts.cell_a_line(table, lost=rows)]

    return lines


@settings(max_examples=15)
@given(seed=SEEDS, lost=st.sets(st.integers(3, 27), min_size=1, max_size=12))
def test_rows_without_labels_are_placed_by_order_and_say_so(seed: int, lost: set[int]) -> None:
    wanted = balanced(seed)
    read = recognise(read_text(layouts.page(compose(wanted), lines_without_labels(lost)))).report
    assert not misread(wanted, read)
    assert "placed" in read.of_kind(SlotKind.STATE).values()


@settings(max_examples=15)
@given(seed=SEEDS, lost=st.sets(st.integers(5, 25), min_size=1, max_size=5))
def test_rows_without_labels_stay_blank_where_the_columns_do_not_add_up(seed: int, lost: set[int]) -> None:
    faulty = balanced(seed)
    faulty.set([(Slot(SlotKind.CELL, "applications.received.natural_person"), 1_000_001)])
    faulty.set([(Slot(SlotKind.DECLARED, "applications.handled_total.natural_person"), 77)])
    read = recognise(read_text(layouts.page(compose(faulty), lines_without_labels(lost))))
    states = read.report.of_kind(SlotKind.STATE)
    assert "placed" not in states.values()
    assert any("未予采用" in line for line in read.unread)
    assert not [key for key in misread(faulty, read.report) if states[key] == "read"]


def test_a_row_too_many_without_a_label_is_not_placed() -> None:
    wanted = balanced(1)
    page = layouts.page(compose(wanted), lines_without_labels({9}))
    doubled = page.replace(
        "4.保护第三方合法权益 |", "1 |\n1 |\n1 |\n1 |\n1 |\n1 |\n6 |\n||||\n4.保护第三方合法权益 |"
    )
    read = recognise(read_text(doubled))
    assert read.report.value("applications.refused_by_law.natural_person") == wanted.value(
        "applications.refused_by_law.natural_person"
    )
    assert any("1 1 1 1 1 1 6" in line for line in read.unread)


def test_a_table_that_is_missing_leaves_its_cells_blank() -> None:
    document = compose(balanced(2))
    without = replace(
        document,
        blocks=tuple(b for b in document.blocks if not (isinstance(b, Table) and b.id == "applications")),
    )
    read = recognise(read_html(layouts.html(without))).report
    assert all(read.value(key) is None for key in read.form.cells if key.startswith("applications."))
    assert set(read.of_kind(SlotKind.STATE).values()) == {"read", "missing"}


@pytest.mark.parametrize("mark", ["/", "—", "——", "-", "无", "\\", "*"])
def test_a_mark_instead_of_a_number_leaves_the_cell_blank_and_doubtful(mark: str) -> None:
    wanted = balanced(3)
    key = "disclosure.regulations.issued"
    marked = layouts.revalued(compose(wanted), lambda cell: mark if cell.key == key else cell.text)
    read = recognise(read_html(layouts.html(marked)))
    assert read.report.value(key) is None
    assert read.report.of_kind(SlotKind.STATE)[key] == "doubtful"
    assert any(mark in line for line in read.unread)
    assert set(misread(wanted, read.report)) == {key}


def without_spans(page: str, *names: str) -> str:
    return re.sub(rf' (?:{"|".join(names)})="\d+"', "", page)


@pytest.mark.parametrize("names", [("colspan",), ("colspan", "rowspan")])
def test_a_page_that_has_lost_the_widths_of_its_heads_is_read_by_order_and_sums(names: Sequence[str]) -> None:
    wanted = balanced(6)
    read = recognise(read_html(without_spans(layouts.html(compose(wanted)), *names))).report
    assert not misread(wanted, read)


@pytest.mark.parametrize("names", [("colspan",), ("colspan", "rowspan")])
@pytest.mark.parametrize("form", ["2019", "2021"])
def test_where_it_has_blank_cells_as_well_no_number_is_moved_in_silence(
    names: Sequence[str], form: str
) -> None:
    wanted = report(form, 8, blanks=0.3)
    read = recognise(read_html(without_spans(layouts.html(compose(wanted)), *names))).report
    states = read.of_kind(SlotKind.STATE)
    assert not [key for key in misread(wanted, read) if states[key] != "doubtful"]


def test_a_wrong_total_is_declared_and_every_total_is_held_for_control() -> None:
    wanted = balanced(4)
    wanted.set([(Slot(SlotKind.DECLARED, "disputes.review.total"), 12345)])
    read = recognise(read_html(layouts.html(compose(wanted)))).report
    assert read.of_kind(SlotKind.DECLARED) == {"disputes.review.total": 12345}
    assert set(read.of_kind(SlotKind.CONTROL)) == set(read.form.sums)


@pytest.mark.parametrize(
    ("said", "amount"),
    [("12500元", "1.25"), ("3.5万元", "3.5"), ("1,250.5", "1250.5"), ("0", "0"), ("2亿元", "20000")],
)
def test_an_amount_goes_by_the_unit_beside_it(said: str, amount: str) -> None:
    key = "disclosure.procurement.amount"
    document = layouts.revalued(
        compose(report("2019", 5)), lambda cell: said if cell.key == key else cell.text
    )
    assert recognise(read_html(layouts.html(document))).report.value(key) == Decimal(amount)


def disputes_page(rows: Sequence[Sequence[str]]) -> Document:
    cells = "".join(f"<tr>{''.join(f'<td>{text}</td>' for text in row)}</tr>" for row in rows)
    before = "<p>清河县水利局2024年政府信息公开工作年度报告</p><p>四、政府信息公开行政复议、行政诉讼情况</p>"
    return read_html(f"<html><body>{before}<table>{cells}</table></body></html>")


RESULTS = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
COUNTS = ("1", "2", "3", "4", "10", "5", "6", "7", "8", "26", "9", "0", "1", "2", "12")


@pytest.mark.parametrize(
    "rows",
    [
        [("行政复议", *RESULTS), *[("", *COUNTS[:5])], ("行政诉讼", "未经复议直接起诉", *RESULTS), COUNTS[5:10],
         ("复议后起诉", *RESULTS), COUNTS[10:]],
        [("", *RESULTS), ("行政复议", *COUNTS[:5]), ("未经复议直接起诉", *COUNTS[5:10]), ("复议后起诉", *COUNTS[10:])],
        [("", "行政复议", "未经复议直接起诉", "复议后起诉"), *zip(RESULTS, COUNTS[:5], COUNTS[5:10], COUNTS[10:], strict=True)],
        [("行政复议", ""), *zip(RESULTS, COUNTS[:5], strict=True), ("行政诉讼", "未经复议直接起诉"),
         *zip(RESULTS, COUNTS[5:10], strict=True), ("复议后起诉", ""), *zip(RESULTS, COUNTS[10:], strict=True)],
    ],
    ids=["a table a group", "a row a group", "a column a group", "a number a row"],
)  # fmt: skip
def test_table_four_is_read_whichever_way_it_runs(rows: Sequence[Sequence[str]]) -> None:
    read = recognise(disputes_page(rows)).report
    keys = [key for key in read.form.cells if key.startswith("disputes.")]
    assert [str(read.value(key)) for key in keys] == list(COUNTS)


def test_notes_around_and_inside_a_table_are_words_of_the_section() -> None:
    wanted = balanced(6)
    page = layouts.html(compose(wanted)).replace(
        '<tr><td colspan="3"><p><span>二、上年结转',
        '<tr><td colspan="10">注：本年起按新的口径统计，与上年不能直接比较。</td></tr><tr><td colspan="3"><p><span>二、上年结转',
    )
    read = recognise(read_html(page)).report
    assert not misread(wanted, read)
    assert read.text("applications") == "注：本年起按新的口径统计，与上年不能直接比较。"


def test_labels_that_explain_themselves_and_rows_of_the_offices_own() -> None:
    lines = [
        "清河县水利局2020年政府信息公开工作年度报告",
        "二、主动公开政府信息情况",
        "第二十条第(一)项 | |||||",
        "信息内容 | 本年新 制作数量 | 本年新 公开数量 | 对外公开总数量 | ||",
        "规章(设区的市、自治州人民政府填写) | 0 | 0 | 0 | ||",
        "规范性文件(标题采用“规定”“办法”等字样的公文,一般属于规范性文件) | 2 | 2 | 19 | ||",
        "其他主动公开文件(含以办公室名义印发的文件) | 186 | 86 | 255 | ||",
        "第二十条第(五)项 | |||||",
        "信息内容 | 上一年项目数量(指2019年事项数) | 本年增/减(减少用负数表示,如-8) | 处理决定数量 | ||",
        "行政许可 | 8 | -5 | 93 | ||",
    ]
    read = recognise(read_text("\n".join(lines)))
    values = {key.split(".", 1)[1]: value for key, value in read.report.values().items() if value is not None}
    assert values == {
        "regulations.made": 0, "regulations.disclosed": 0, "regulations.disclosed_total": 0,
        "normative_documents.made": 2, "normative_documents.disclosed": 2, "normative_documents.disclosed_total": 19,
        "licences.items_last_year": 8, "licences.change": -5, "licences.decisions": 93,
    }  # fmt: skip
    assert any("186 86 255" in line for line in read.unread)


def nested(cells: Sequence[TableCell], inside: str) -> str:
    """A row of which each cell, or all that are numbers together, stand in a table of their own."""
    told = [
        f"<td rowspan={cell.rowspan} colspan={cell.colspan}>{cell.text}</td>"
        for cell in cells
        if cell.role is not CellRole.VALUE
    ]
    values = [cell for cell in cells if cell.role is CellRole.VALUE]
    if inside == "cells":
        return "".join(
            f"<td rowspan={cell.rowspan} colspan={cell.colspan}><table><tr><td>{cell.text}</td></tr></table></td>"
            for cell in cells
        )
    inner = "".join(f"<td colspan={cell.colspan}>{cell.text}</td>" for cell in values)
    across = sum(cell.colspan for cell in values)
    return "".join(told) + (f"<td colspan={across}><table><tr>{inner}</tr></table></td>" if values else "")


@pytest.mark.parametrize("inside", ["cells", "numbers"])
@pytest.mark.parametrize("blanks", [0.0, 0.3])
def test_tables_inside_the_cells_of_a_table_are_parts_of_its_rows(inside: str, blanks: float) -> None:
    wanted = report("2021", 5, blanks=blanks)
    parts = [
        f"<table>{''.join(f'<tr>{nested(cells, inside)}</tr>' for cells in layouts.rows_of(block))}</table>"
        if isinstance(block, Table)
        else f"<p>{block.text}</p>"
        for block in compose(wanted).blocks
    ]
    read = recognise(read_html(f"<html><body>{''.join(parts)}</body></html>")).report
    assert not misread(wanted, read)
    assert "doubtful" not in read.of_kind(SlotKind.STATE).values()
