"""The web page: sound and complete by itself, its tables told to those who cannot see them, its text only text."""

import re
from pathlib import Path
from typing import Final

import pytest
from lxml import etree, html

from export.charts import charts
from export.html import render, write, write_fragment
from model.compose import compose
from model.document import CellRole, Document, Paragraph, Role
from model.report import Report, Slot, SlotKind
from tests.export.sample import FORMS, NASTY, nasty_report, report_of

VOID: Final = {"meta", "br", "col", "wbr"}


def page(report: Report, *, inline: bool = False) -> html.HtmlElement:
    return html.document_fromstring(render(compose(report), inline=inline))


def places(table: html.HtmlElement) -> dict[tuple[int, int], str]:
    """Top left place of every cell → its words, as a browser lays the spans out."""
    taken: set[tuple[int, int]] = set()
    found = {}
    for row, line in enumerate(table.iter("tr")):
        column = 0
        for cell in line:
            while (row, column) in taken:
                column += 1
            found[row, column] = cell.text_content()
            for down in range(int(cell.get("rowspan", 1))):
                for right in range(int(cell.get("colspan", 1))):
                    assert (row + down, column + right) not in taken
                    taken.add((row + down, column + right))
    return found


@pytest.mark.parametrize("inline", [False, True])
@pytest.mark.parametrize("form", FORMS)
def test_all_words_and_numbers_stand_in_the_page_in_order(form: str, inline: bool) -> None:
    document = compose(report_of(form))
    made = page(report_of(form), inline=inline)
    found = iter([element.text_content() for element in made.iter("h1", "h2", "h3", "h4", "p")])
    for paragraph in document.paragraphs:
        assert paragraph.text in found, paragraph.text
    for table, shown in zip(document.tables, made.iter("table"), strict=True):
        assert places(shown) == {(cell.row, cell.column): cell.text for cell in table.cells}


@pytest.mark.parametrize("form", FORMS)
def test_every_element_is_closed_where_it_was_opened(form: str) -> None:
    open_: list[str] = []
    for closing, tag in re.findall(r"<(/?)([a-z][a-z0-9]*)[^>]*>", render(compose(report_of(form)))):
        if closing:
            assert open_.pop() == tag
        elif tag not in VOID:
            open_.append(tag)
    assert not open_


@pytest.mark.parametrize("form", FORMS)
def test_every_number_has_its_heads_in_row_and_column(form: str) -> None:
    report = report_of(form)
    for table, shown in zip(compose(report).tables, page(report).iter("table"), strict=True):
        heads = {cell.get("scope") for cell in shown.iter("th")}
        assert heads <= {"col", "row", "rowgroup"}
        assert ("row" in heads) is bool(table.label_columns)
        assert len(shown.findall("thead/tr")) == table.head_rows
        assert shown.find("caption").text_content()
        assert len(shown.findall("colgroup/col")) == table.columns


def test_each_scrolling_table_can_be_reached_and_says_its_name() -> None:
    regions = page(report_of()).findall(".//section")
    assert [region.get("tabindex") for region in regions] == ["0", "0", "0"]
    names = [str(region.get("aria-label")) for region in regions]
    assert len(set(names)) == 3
    assert all("表格" in name for name in names)


def test_headings_follow_each_other_without_a_gap() -> None:
    report = report_of()
    report.set([(Slot(SlotKind.TEXT, "overview"), "1.制度\n甲。\n（一）公开\n乙。\n1.平台\n丙。")])
    levels = [int(element.tag[1]) for element in page(report).iter("h1", "h2", "h3", "h4")]
    assert levels[:5] == [1, 2, 3, 3, 4]


def test_the_page_knows_its_language_title_and_office() -> None:
    made = page(report_of())
    assert made.get("lang") == "zh-CN"
    assert made.findtext("head/title") == "清河县教育局2024年政府信息公开工作年度报告"
    assert made.find("head/meta[@name='author']").get("content") == "清河县教育局"
    assert made.find("head/meta[@name='viewport']") is not None


@pytest.mark.parametrize("inline", [False, True])
def test_nothing_is_fetched(inline: bool) -> None:
    text = render(compose(report_of()), inline=inline)
    assert not re.search(r"\b(src|href|srcset)=|url\(|@import|<script|<link", text)


def test_the_fragment_for_content_systems_has_only_inline_styles() -> None:
    text = render(compose(report_of()), inline=True)
    fragment = html.fragment_fromstring(text)
    assert not [
        e for e in fragment.iter() if e.get("class") or e.get("id") or e.tag in ("style", "html", "body")
    ]
    assert all(element.get("style") for element in fragment.iter("table", "td", "th", "p"))


def test_the_fragment_tells_its_encoding_to_a_browser_that_opens_it(tmp_path: Path) -> None:
    write_fragment(report_of(), tmp_path / "粘贴版.html")
    assert (tmp_path / "粘贴版.html").read_bytes().startswith(b'<meta charset="utf-8">\n<div ')


@pytest.mark.parametrize("inline", [False, True])
def test_any_text_is_text(inline: bool) -> None:
    made = page(nasty_report(), inline=inline)
    found = [element.text_content() for element in made.iter("p")]
    for text in NASTY:
        plain = text.translate({0: None, 7: None, 27: None}).replace("\ud83d", "�")
        assert plain.replace("{收到申请总数}", "72") in found, text[:20]


def test_text_in_attributes_cannot_leave_them() -> None:
    name = "\"><script>alert('x')</script>"
    document = Document((Paragraph(name, Role.TITLE),), name, name, name)
    made = html.document_fromstring(render(document))
    assert not list(made.iter("script"))
    assert made.xpath("string(head/meta[@name='author']/@content)") == name


def test_the_file_is_utf_8_and_the_same_each_time(tmp_path: Path) -> None:
    for name in ("甲.html", "乙.html"):
        write(report_of(), tmp_path / name)
    data = (tmp_path / "甲.html").read_bytes()
    assert data == (tmp_path / "乙.html").read_bytes()
    assert data.startswith(b"<!DOCTYPE html>")
    assert etree.HTML(data, etree.HTMLParser(encoding="utf-8")) is not None


@pytest.mark.parametrize("inline", [False, True])
def test_heads_are_broken_between_pairs_of_characters(inline: bool) -> None:
    text = render(compose(report_of()), inline=inline)
    for broken in (
        "结果<wbr>维持",
        "尚未<wbr>审结",
        "法律<wbr>服务<wbr>机构",
        "（三）<wbr>不予<wbr>公开",
        "三、<wbr>本年度<wbr>办理<wbr>结果",
    ):
        assert broken in text
    assert "自然人</th>" in text


def test_the_labels_beside_the_numbers_stay_in_sight() -> None:
    made = page(report_of())
    for table, shown in zip(compose(report_of()).tables, made.iter("table"), strict=True):
        pinned = [cell for cell in shown.iter("th") if "pinned" in (cell.get("class") or "").split()]
        values = [cell for cell in table.cells if cell.role is CellRole.VALUE]
        assert len(pinned) == (len({cell.row for cell in values}) if table.label_columns else 0)


def test_office_and_date_stand_centred_together() -> None:
    (signed,) = page(report_of()).find_class("signed")
    assert [line.text_content() for line in signed] == ["清河县教育局", "2025年1月20日"]


def test_charts_are_drawn_into_the_page_where_they_are_wanted() -> None:
    report = report_of()
    plain, drawn = render(compose(report)), render(compose(report), pictures=charts([report]))
    assert "<svg" not in plain
    assert drawn.count("<svg") == drawn.count("<figure") == len(charts([report]))
    assert "2024年申请办理结果（件）：予以公开" in drawn
    assert "http://" not in drawn.replace("http://www.w3.org", "")


def test_lines_are_justified_where_there_is_room_for_it_and_never_in_what_is_pasted() -> None:
    """Inline styles cannot ask how wide the screen is."""
    document = compose(report_of())
    page = render(document)
    assert ".body{text-align:justify}" in page
    assert "@media (max-width:40em)" in page
    assert "justify" not in render(document, inline=True)


def test_a_table_is_set_smaller_on_a_phone_wherever_it_was_pasted() -> None:
    """Without a style sheet that can ask for the width, its size follows the screen's."""
    styles = [table.get("style", "") for table in page(report_of("2021"), inline=True).iter("table")]
    assert len(styles) == 3
    assert all("font-size:clamp(" in style for style in styles)
