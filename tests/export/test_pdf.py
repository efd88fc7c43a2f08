"""A printed report keeps the measures of GB/T 9704-2012, read back from the PDF."""

from pathlib import Path

import pytest

from export.pdf import render, write
from model.document import Document, Paragraph, Role
from model.values import to_text
from tests.export import reports
from tests.export.paper import MM, Glyph, Paper, pitches, read

LEFT, RIGHT, TOP, BOTTOM = 28 * MM, 184 * MM, 37 * MM, 262 * MM


@pytest.fixture(scope="module", params=[2014, 2019, 2024])
def paper(request: pytest.FixtureRequest) -> Paper:
    """A filled report of each generation of the form."""
    return read(render(reports.document(request.param)))


@pytest.fixture(scope="module")
def today() -> Paper:
    """A filled report of the present form."""
    return read(render(reports.document()))


def above_number(paper: Paper) -> list[Glyph]:
    return [glyph for page in paper.pages for glyph in page.glyphs if glyph.base < BOTTOM + 2 * MM]


def test_nothing_stands_outside_the_type_area(paper: Paper) -> None:
    for glyph in above_number(paper):
        assert glyph.left >= LEFT - 0.5, glyph
        assert glyph.right <= RIGHT + 0.5, glyph
        assert glyph.top >= TOP - 0.5, glyph
        assert glyph.bottom <= BOTTOM + 0.5, glyph


def test_the_first_line_of_a_page_begins_at_the_top_margin(today: Paper) -> None:
    assert min(glyph.top for glyph in today.pages[1].glyphs) == pytest.approx(TOP, abs=1 * MM)


def test_body_lines_keep_the_pitch_of_22_lines(today: Paper) -> None:
    assert pitches(today.pages[1], 16) == {29.0}


def test_levels_have_their_faces_and_sizes(today: Paper) -> None:
    def of(words: str) -> Glyph:
        rows = (row for page in today.pages for row in page.rows)
        return next(row[0] for row in rows if "".join(glyph.text for glyph in row).startswith(words))

    assert (of("清河县").face, of("清河县").size) == ("FandolSong-Bold", 22)
    assert (of("一、总体").face, of("一、总体").size) == ("FandolHei-Regular", 16)
    assert (of("（三）政府").face, of("（三）政府").size) == ("FandolKai-Regular", 16)
    assert (of("1.健全").face, of("1.健全").size) == ("LiberationSerif", 16)
    assert of("信息内容").face == "FandolSong-Regular"
    assert 9 <= of("信息内容").size <= 12


def test_a_run_in_heading_is_set_apart_from_its_paragraph(today: Paper) -> None:
    row = next(
        row for page in today.pages for row in page.rows if row[1].text == "二" and row[3].text == "依"
    )
    line = "".join(glyph.text for glyph in row)
    assert {glyph.face for glyph in row[: line.index("全年")]} == {"FandolKai-Regular"}
    assert row[line.index("全年")].face == "FandolFang-Regular"


def test_a_line_of_words_has_28_characters() -> None:
    page = read(render(Document((Paragraph("政务公开工作" * 40),)))).pages[0]
    assert [len(line) for line in page.lines(16)] == [26, 28, 28, 28, 28, 28, 28, 28, 18]


def test_a_page_has_22_lines() -> None:
    page = read(render(Document((Paragraph("政务公开工作" * 400),)))).pages[0]
    assert len(page.lines(16)) == 22


def test_page_numbers_stand_outside_7_mm_below(today: Paper) -> None:
    for number, page in enumerate(today.pages, 1):
        row = page.rows[-1]
        assert "".join(glyph.text for glyph in row) == f"—{number}—"
        assert {(glyph.size, glyph.face) for glyph in row} == {(14, "FandolSong-Regular")}
        assert (row[0].top + row[0].bottom) / 2 == pytest.approx(BOTTOM + 7 * MM, abs=1)
        if number % 2:
            assert row[-1].x + 14 == pytest.approx(RIGHT - 14, abs=1)
        else:
            assert row[0].x == pytest.approx(LEFT + 14, abs=1)


def test_the_date_ends_four_characters_from_the_edge(today: Paper) -> None:
    row = next(row for row in today.pages[-1].rows if row[0].text == "2" and row[-1].text == "日")
    assert row[-1].x + 16 == pytest.approx(RIGHT - 4 * 156 * MM / 28, abs=1)


@pytest.mark.parametrize("year", [2014, 2019, 2024])
def test_every_number_and_word_is_printed(year: int) -> None:
    report = reports.report(year)
    text = read(render(reports.document(year))).text
    for key, value in report.values().items():
        assert to_text(value) in text, key
    for section in report.form.sections:
        assert section.heading in text


def test_names_with_rare_characters_are_text() -> None:
    names = "堃喆昇镕𬭎"
    paper = read(
        render(Document((Paragraph(names), Paragraph(names, Role.HEADING1), Paragraph(names, Role.TITLE))))
    )
    assert paper.text.count(names[:4]) == 3


def test_a_character_that_no_face_has_is_marked_and_copied() -> None:
    paper = read(render(Document((Paragraph("好😀"),))))
    mark = paper.pages[0].of_size(16)[-1]
    assert mark.right - mark.left > 8
    assert paper.text.startswith("好😀")


def test_sections_are_bookmarks(today: Paper) -> None:
    headings = [section.heading for section in reports.report().form.sections]
    assert [title for level, title, _ in today.bookmarks if level == 0] == headings
    for _, title, page in today.bookmarks:
        assert title in today.pages[page - 1].text


def test_the_document_is_described(today: Paper) -> None:
    assert today.information == {
        "Title": "清河县行政审批服务局2024年政府信息公开工作年度报告",
        "Author": "清河县行政审批服务局",
        "Subject": "2024年度",
    }


def test_the_same_report_gives_the_same_bytes() -> None:
    assert render(reports.document()) == render(reports.document())


def test_the_application_table_is_whole_on_one_page_below_its_heading(today: Paper) -> None:
    (page,) = (page for page in today.pages if "申请人情况" in page.text)
    assert "三、收到和处理政府信息公开申请情况" in page.text
    assert "四、结转下年度继续办理" in page.text


def test_the_long_list_repeats_its_head() -> None:
    pages = [page.text for page in read(render(reports.document(2014))).pages]
    assert sum("统计指标" in text for text in pages) >= 2
    assert "单位负责人：" in pages[-1]


@pytest.mark.parametrize(
    "text",
    ["<b>&amp;</b>", "=1+1", "{}{0}", "a\x00b\x1fc\u200b\ufeff", "字" * 10_000, "A" * 3_000, "》" * 400],
)
def test_any_text_is_text(text: str) -> None:
    printable = "".join(
        character for character in text if character >= " " and character not in "\u200b\ufeff"
    )
    paper = read(render(Document((Paragraph(text),))))
    assert printable in paper.text.replace("—", "").translate(str.maketrans("", "", " ")) or len(text) > 300
    assert sum(len(page.of_size(16)) for page in paper.pages) == len(printable)
    for glyph in above_number(paper):
        assert glyph.right <= RIGHT + 0.5


def test_a_blank_report_has_every_table_and_no_number(tmp_path: Path) -> None:
    write(reports.report(filled=False), tmp_path / "空表.pdf")
    paper = read((tmp_path / "空表.pdf").read_bytes())
    assert "行政事业性收费" in paper.text
    assert "None" not in paper.text
