"""Paragraphs as strips of one line: what is kept together, where names and dates stand, what is bookmarked."""

import pytest

from export.typeset.faces import Style, embedded_faces
from export.typeset.fonts import FontBook, font_book
from export.typeset.pages import CHARACTER, LINE, WIDTH, Strip
from export.typeset.paragraphs import (
    caption_strips,
    foot_strips,
    note_strips,
    paragraph_lines,
    paragraph_strips,
    signature_strips,
    spans_of,
    title_strips,
)
from model.document import Document, Paragraph, Role

LONG = "政务公开" * 30


@pytest.fixture
def book() -> FontBook:
    return font_book(embedded_faces())


def text(strip: Strip) -> str:
    return "".join(part.text for part in strip.texts)


def right(strip: Strip, book: FontBook) -> float:
    """Where the last run of a strip ends."""
    last = strip.texts[-1]
    return last.x + book.width(last.text, Style.FANGSONG, last.size) + last.spacing * (len(last.text) - 1)


def test_a_paragraph_is_indented_by_two_characters(book: FontBook) -> None:
    first, second, *_ = paragraph_strips(Paragraph(LONG), book, 0)
    assert first.texts[0].x == pytest.approx(2 * CHARACTER)
    assert second.texts[0].x == 0


def test_every_line_but_the_last_reaches_both_edges(book: FontBook) -> None:
    lines = paragraph_lines(Paragraph(LONG), book)
    assert all(line.width == pytest.approx(WIDTH) for line in lines[:-1])
    assert len(lines[0].text) == 26
    assert len(lines[1].text) == 28


def test_a_heading_that_is_kept_stays_with_what_follows_and_is_bookmarked(book: FontBook) -> None:
    strips = list(paragraph_strips(Paragraph("一、总体情况", Role.HEADING1), book, 4, kept=True))
    assert [strip.keep for strip in strips] == [True]
    (mark,) = strips[0].marks
    assert (mark.block, mark.title, mark.level) == (4, "一、总体情况", 0)


def test_a_body_paragraph_is_not_bookmarked_and_begins_where_its_first_line_does(book: FontBook) -> None:
    first, *rest = paragraph_strips(Paragraph(LONG), book, 2)
    assert [mark.title for mark in first.marks] == [""]
    assert not any(strip.marks for strip in rest)


def test_a_run_in_heading_is_set_in_its_own_face() -> None:
    spans = spans_of(Paragraph("（一）主动公开。全年公开。", lead=8))
    assert [(span.text, span.style) for span in spans] == [
        ("（一）主动公开。", Style.KAI),
        ("全年公开。", Style.FANGSONG),
    ]


def test_a_title_takes_whole_lines_of_the_grid(book: FontBook) -> None:
    document = Document((Paragraph("清河县统计局2024年政府信息公开工作年度报告", Role.TITLE),))
    (strip,) = title_strips(document, document.title, book, 0)
    assert strip.keep
    assert strip.height / LINE == pytest.approx(round(strip.height / LINE))


def test_the_date_stands_four_characters_from_the_edge_below_two_blank_lines(book: FontBook) -> None:
    signers = [Paragraph("清河县统计局", Role.SIGNATURE), Paragraph("2025年1月20日", Role.SIGNATURE)]
    blank, office, date = signature_strips(signers, book, 7)
    assert blank.height == 2 * LINE
    assert right(date, book) == pytest.approx(WIDTH - 4 * CHARACTER, abs=0.3)
    assert (blank.keep, office.keep, date.keep) == (True, True, False)


def test_the_office_is_centred_above_the_date(book: FontBook) -> None:
    signers = [Paragraph("清河县统计局", Role.SIGNATURE), Paragraph("2025年1月20日", Role.SIGNATURE)]
    _, office, date = signature_strips(signers, book, 0)
    middles = [(strip.texts[0].x + right(strip, book)) / 2 for strip in (office, date)]
    assert middles[0] == pytest.approx(middles[1], abs=0.3)


def test_a_long_office_is_broken_by_meaning_and_stays_two_characters_from_the_edge(book: FontBook) -> None:
    name = "清河自治州清河自治县农业农村和水利林业草原综合行政执法局"
    _, *office, _ = signature_strips([Paragraph(name), Paragraph("2025年1月20日")], book, 0)
    assert "".join(map(text, office)) == name
    assert len(office) == 2
    assert text(office[0]).endswith(("州", "县", "和"))
    assert all(right(strip, book) <= WIDTH - 2 * CHARACTER + 0.3 for strip in office)


def test_a_note_above_a_table_stands_at_the_right_edge(book: FontBook) -> None:
    (strip,) = note_strips(Paragraph("单位：件", Role.NOTE), book, 0)
    assert strip.keep
    assert right(strip, book) == pytest.approx(WIDTH, abs=0.3)


def test_a_table_s_own_title_is_bookmarked_and_stays_with_it(book: FontBook) -> None:
    (strip,) = caption_strips("政府信息公开情况统计表", book, 3)
    assert strip.keep
    assert [mark.title for mark in strip.marks] == ["政府信息公开情况统计表"]


def test_fields_below_a_table_stand_in_columns_and_in_two_rows_where_they_are_long(book: FontBook) -> None:
    assert len(list(foot_strips(("填报人：", "审核人：", "日期："), book, 0))) == 1
    assert len(list(foot_strips(("填报单位负责人（签字并盖章）：",) * 4, book, 0))) == 2
    assert not list(foot_strips((), book, 0))
