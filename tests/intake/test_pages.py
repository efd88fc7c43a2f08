"""Pages as sites publish them: what their templates do to marks, labels, heads and feet of a report."""

import re
from collections.abc import Sequence
from functools import partial

import pytest

from intake.errors import SourceRefused
from intake.readers.html import read_html
from intake.readers.limits import MOST_LINES
from intake.readers.text import read_text
from intake.recognise import Recognition, recognise
from model.compose import compose
from model.document import Paragraph, Table
from model.report import Report, SlotKind
from tests.intake import layouts
from tests.intake.figures import OFFICE, balanced, misread
from tests.intake.layouts import Markup

BARS = partial(layouts.cell_a_line, bar=" |")


def page(report: Report) -> str:
    return layouts.page(compose(report), BARS)


def read(text: str) -> Recognition:
    return recognise(read_text(text))


def wrong(wanted: Report, found: Recognition) -> list[str]:
    """Cells that came out wrong and say that they were read."""
    states = found.report.of_kind(SlotKind.STATE)
    return [key for key in misread(wanted, found.report) if states[key] in ("read", "placed")]


@pytest.mark.parametrize("dash", ["-", "--", "—", "——"])
def test_dashes_alone_on_their_lines_are_cells_and_move_no_number(dash: str) -> None:
    wanted = balanced(21)
    marked = layouts.revalued(compose(wanted), lambda cell: dash if cell.text == "0" else cell.text)
    found = read(layouts.page(marked, BARS))
    assert not wrong(wanted, found)
    assert all(wanted.value(key) == 0 for key in misread(wanted, found.report))


@pytest.mark.parametrize("foot", ["- 3 -", "－3－", "第 3 页 共 6 页", "3"])
def test_numbers_of_pages_inside_a_table_are_neither_cells_nor_words(foot: str) -> None:
    wanted = balanced(22)
    found = read(page(wanted).replace("4.保护第三方", f"{foot}\n4.保护第三方")).report
    assert not misread(wanted, found)
    assert not found.text("applications")


def test_a_label_torn_at_the_head_of_a_table_belongs_to_the_table() -> None:
    wanted = balanced(23)
    torn = (
        page(wanted)
        .replace("第二十条第（一）项 |", "第二十条第（\n一）项 |")
        .replace("之和，等于", "之和，\n等于")
    )
    found = read(torn).report
    assert not misread(wanted, found)
    assert not found.text("disclosure")
    assert not found.text("applications")


def test_a_table_of_blanks_is_no_text_of_its_section() -> None:
    blank = layouts.revalued(compose(balanced(24)), lambda _: "")
    found = read(layouts.page(blank, BARS)).report
    assert set(found.of_kind(SlotKind.STATE).values()) == {"missing"}
    assert not any(found.text(section) for section in ("disclosure", "applications", "disputes"))


def test_blank_lines_behind_a_row_on_one_line_are_no_cells_of_it() -> None:
    wanted = balanced(25)
    lines = layouts.page(compose(wanted), partial(layouts.row_a_line, between=" ", end="", padded=False))
    last = re.search(r"四、结转下年度继续办理( \d+){7}", lines)
    assert last is not None
    short = lines.replace(last[0], f"{last[0].rsplit(' ', 1)[0]}\n")
    assert not wrong(wanted, read(short))


def test_a_row_in_lines_that_does_not_add_up_is_doubtful() -> None:
    key = "applications.granted"
    wanted = balanced(26)
    lines = page(wanted).replace("（一）予以公开 |\n", "（一）予以公开 |\n1", 1)
    states = read(lines).report.of_kind(SlotKind.STATE)
    assert {states[cell] for cell in states if cell.startswith(f"{key}.")} == {"doubtful"}


def test_bars_between_cells_and_none_at_the_end_show_a_blank_last_cell() -> None:
    totals = layouts.revalued(compose(balanced(27)), lambda cell: "" if cell.computed else cell.text)
    lines = layouts.page(totals, partial(layouts.row_a_line, between="|", end="", padded=False))
    wanted = balanced(27)
    assert not misread(wanted, read(lines).report, printed=set(wanted.form.entered))


@pytest.mark.parametrize("mark", ["（{}）", "{}.", "{}、", "第{}部分　"])
def test_headings_are_found_behind_any_mark(mark: str) -> None:
    wanted = balanced(28)
    numerals = "123456" if mark in ("{}.", "{}、") else "一二三四五六"
    text = page(wanted)
    for numeral, section in zip(numerals, wanted.form.sections, strict=True):
        text = text.replace(section.heading, mark.format(numeral) + section.title)
    found = read(text).report
    assert not misread(wanted, found)
    assert [found.text(s.id) for s in found.form.sections] == [
        wanted.text(s.id) for s in wanted.form.sections
    ]


def test_marks_of_a_lower_level_are_no_headings_where_the_right_ones_are_there() -> None:
    wanted = balanced(29)
    words = wanted.text("overview")
    text = (
        page(wanted)
        .replace(words, f"（二）主动公开政府信息情况\n{words}")
        .replace("二、主动公开政府信息情况", "二、主动公开情况")
    )
    assert read(text).report.text("overview") == f"（二）主动公开政府信息情况\n{words}"


@pytest.mark.parametrize(
    "below",
    ["扫一扫在手机打开当前页", "【打印本页】【关闭窗口】", "Copyright © 2024 All Rights Reserved", "（此件公开发布）",
     "附件1：年度报告.pdf", "上一篇：清河县2022年年报\n下一篇：没有了", "责任编辑：张三", "分享到：\n微信 微博"],
)  # fmt: skip
@pytest.mark.parametrize(
    "signed", [f"{OFFICE}\n2025年1月20日", f"{OFFICE}　　2025 年 1 月 20 日", "2025年1月20日", ""]
)
def test_what_a_site_puts_below_a_report_stays_out_and_the_signature_is_told(below: str, signed: str) -> None:
    wanted = balanced(30)
    found = read(f"{page(wanted)}\n{signed}\n{below}").report
    assert found.text("other_matters") == wanted.text("other_matters")
    assert found.field("date") == ("2025-01-20" if signed else "")


@pytest.mark.parametrize(
    "head",
    [f"{OFFICE}政府信息公开工作年度报告\n（2024年度）", f"文件名称　{OFFICE}2024年政府信息公开工作年度报告",
     f"索引号 113/2025-01 组配分类 政府信息公开年报\n发布机构 {OFFICE} 发文日期 2025-01-14",
     f"索引号：\n113/2025-01\n发布机构：\n{OFFICE}\n发布日期：\n2025-01-14"],
)  # fmt: skip
def test_office_and_year_are_told_by_whatever_stands_above(head: str) -> None:
    blocks = compose(balanced(31)).blocks
    first = next(i for i, b in enumerate(blocks) if isinstance(b, Paragraph) and b.text.startswith("一、"))
    body = [b.text if isinstance(b, Paragraph) else "\n".join(BARS(b)) for b in blocks[first:]]
    found = read("\n".join([head, *body])).report
    assert (found.office, found.year) == (OFFICE, 2024)


def test_a_merged_head_written_into_each_of_its_places_is_one_head() -> None:
    wanted = balanced(32)
    document = compose(wanted)
    fees = "disclosure.fees.amount"
    tables = [layouts.unmerged(b) if isinstance(b, Table) else b for b in document.blocks]
    text = layouts.html(type(document)(tuple(tables)), Markup(merged=False))
    assert recognise(read_html(text)).report.value(fees) == wanted.value(fees)


def tags(row: Sequence[str]) -> str:
    return f"<tr>{''.join(f'<td>{text}</td>' for text in row)}</tr>"


def torn(half: str, rest: str, numbers: list[str], more: list[str]) -> Recognition:
    """Table 三 of two rows, the second of which goes on at the head of the next page's table."""
    heads = ("", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
    first = ("一、本年新收政府信息公开申请数量", *"0000000")
    above = [heads, first, (half, *numbers)]
    below = [(rest, *more), ("（一）予以公开", *"1000001")]
    tables = "<p>- 2 -</p>".join(f"<table>{''.join(map(tags, rows))}</table>" for rows in (above, below))
    return recognise(
        read_html(f"<html><body><p>三、收到和处理政府信息公开申请情况</p>{tables}</body></html>"),
        office=OFFICE,
        year=2024,
    )


def test_a_row_torn_between_two_pages_is_one() -> None:
    label = "二、上年结转政府信息公开申请数量"
    blank = [""] * 7
    for half, rest, numbers, more in (
        (label[:9], label[9:], [*"1200003"], blank),
        (label[:9], label[9:], blank, [*"1200003"]),
        (label, "", ["1", "2", "0", "0", "0", "", ""], ["", "", "", "", "", "0", "3"]),
    ):
        found = torn(half, rest, numbers, more).report
        row = [
            found.value(f"applications.carried_in.{column.id}")
            for column in found.form.table("applications").bands[0].columns
        ]
        assert row == [1, 2, 0, 0, 0, 0, 3]
        assert found.value("applications.granted.natural_person") == 1


def test_a_number_on_both_sides_of_a_page_break_is_told_and_never_put_together() -> None:
    found = torn(
        "二、上年结转政府信息公开申请数量",
        "",
        ["17", "0", "0", "0", "0", "0", "17"],
        ["85", "", "", "", "", "", "85"],
    )
    assert found.report.value("applications.carried_in.natural_person") is None
    assert found.report.of_kind(SlotKind.STATE)["applications.carried_in.natural_person"] == "doubtful"
    assert any("17 85" in line for line in found.unread)


@pytest.mark.parametrize("line", ["规章 1 2 3", "清河县水利局2023年政府信息公开工作年度报告", "- - - x"])
def test_more_lines_than_a_report_can_have_are_refused(line: str) -> None:
    with pytest.raises(SourceRefused, match="远超一份年度报告"):
        read(f"{line}\n" * (MOST_LINES + 1))
