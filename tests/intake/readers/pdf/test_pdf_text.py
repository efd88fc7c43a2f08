"""A PDF is read as it is seen: each character once, notes' marks apart from numbers, what is struck out not at all."""

import io
from collections.abc import Callable

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from intake.readers.pdf.pdf_characters import Glyph
from intake.readers.pdf.pdf_glyphs import lines_of
from intake.readers.reading import read_bytes
from model.document import Document, Paragraph

Draw = Callable[[Canvas, float, float], None]


def page(draw: Callable[[Canvas], None]) -> Document:
    made = io.BytesIO()
    canvas = Canvas(made, A4)
    canvas.setFont("Helvetica", 12)
    draw(canvas)
    canvas.save()
    return read_bytes(made.getvalue(), "report.pdf")


def cell(draw: Draw) -> tuple[str, str]:
    """Text and doubt of a ruled table's cell, in which something is drawn at a place."""

    def table(canvas: Canvas) -> None:
        canvas.grid([100, 200, 300, 400], [600, 630, 660])
        for row in (610, 640):
            for column in (110, 310):
                canvas.drawString(column, row, "label of a row")
        draw(canvas, 210, 640)

    (found,) = page(table).tables
    return found.cells[1].text, found.cells[1].doubt


def twice(canvas: Canvas, x: float, y: float) -> None:
    for moved in (0, 0.3):
        canvas.drawString(x + moved, y, "1122")


def layered(canvas: Canvas, x: float, y: float) -> None:
    canvas.drawString(x, y, "1122")
    hidden = canvas.beginText(x + 0.5, y)
    hidden.setTextRenderMode(3)
    hidden.textOut("1122 9")
    canvas.drawText(hidden)


def noted(canvas: Canvas, x: float, y: float) -> None:
    canvas.drawString(x, y, "38")
    canvas.setFont("Helvetica", 7)
    canvas.drawString(x + 13.5, y + 5, "12")


def lowered(canvas: Canvas, x: float, y: float) -> None:
    canvas.drawString(x, y, "38")
    canvas.setFont("Helvetica", 7)
    canvas.drawString(x + 13.5, y - 3, "2")


def corrected(canvas: Canvas, x: float, y: float) -> None:
    canvas.drawString(x, y, "350")
    canvas.line(x - 1, y + 4, x + 21, y + 4)
    canvas.drawString(x + 26, y, "305")


def underlined(canvas: Canvas, x: float, y: float) -> None:
    canvas.drawString(x, y, "305")
    canvas.line(x - 1, y - 1.5, x + 21, y - 1.5)


def struck(canvas: Canvas, x: float, y: float) -> None:
    canvas.drawString(x, y, "350")
    canvas.line(x - 1, y + 4, x + 21, y + 4)


@pytest.mark.parametrize(
    ("draw", "told"),
    [
        (twice, ("1122", "")),
        (layered, ("1122", "")),
        (noted, ("38¹²", "")),
        (lowered, ("38₂", "")),
        (corrected, ("305", "")),
        (underlined, ("305", "")),
        (struck, ("", "划去的“350”")),
    ],
)
def test_a_cell_is_read_as_it_is_seen(draw: Draw, told: tuple[str, str]) -> None:
    assert cell(draw) == told


def test_a_scanned_page_with_its_text_laid_over_it_is_read() -> None:
    def scanned(canvas: Canvas) -> None:
        hidden = canvas.beginText(100, 700)
        hidden.setTextRenderMode(3)
        hidden.textOut("what a scanner has recognised of this page")
        canvas.drawText(hidden)

    assert [paragraph.text for paragraph in page(scanned).paragraphs] == [
        "what a scanner has recognised of this page"
    ]


LINE = "the words of a line that goes on to the margin of the page and is broken there"


@pytest.mark.parametrize("spacing", [16, 20, 30, 40])
def test_lines_of_one_paragraph_are_one_however_far_apart(spacing: float) -> None:
    def paragraphs(canvas: Canvas) -> None:
        y = 760.0
        for number in range(3):
            for line in range(4):
                indent = 24 if line == 0 else 0
                words = f"{LINE} {number}" if line < 3 else "and ends"
                canvas.drawString(80 + indent, y, words[4 if indent else 0 :])
                y -= spacing

    assert len(list(page(paragraphs).paragraphs)) == 3


@pytest.mark.parametrize("pages", [1, 2])
def test_what_a_browser_prints_around_a_page_is_not_read(pages: int) -> None:
    def printed(canvas: Canvas) -> None:
        for number in range(pages):
            canvas.setFont("Helvetica", 8)
            canvas.drawString(30, 820, "2025/1/28 10:05")
            canvas.drawString(250, 820, "title of the page")
            canvas.drawString(30, 20, "https://office.example/a.html")
            canvas.drawString(550, 20, f"{number + 1}/{pages}")
            canvas.setFont("Helvetica", 12)
            canvas.drawString(80, 600, f"what the report says on page {number + 1}, at 2025/1/28 10:05")
            canvas.showPage()

    assert [paragraph.text for paragraph in page(printed).paragraphs] == [
        f"what the report says on page {number + 1}, at 2025/1/28 10:05" for number in range(pages)
    ]


def test_page_numbers_are_left_out_however_high_they_stand() -> None:
    def pages(canvas: Canvas) -> None:
        for number in range(4):
            canvas.setFont("Helvetica", 12)
            canvas.drawString(
                60, 700, f"the words of page {'abcd'[number]} fill the whole line up to its end " * 2
            )
            canvas.drawString(280, 160, f"- {number + 2} -")
            canvas.showPage()

    text = "".join(block.text for block in page(pages).blocks if isinstance(block, Paragraph))
    assert text.count("words") == 8
    assert not any(map(str.isdigit, text))


@pytest.mark.parametrize(("type_size", "text"), [(16.0, "路18号"), (10.0, "路¹⁸号")])
def test_a_face_with_low_digits_does_not_make_them_marks(type_size: float, text: str) -> None:
    glyphs = [
        Glyph(sign, 16.0 * place, 16.0 * place + 14, foot, foot + height, height, size)
        for place, (sign, foot, height, size) in enumerate(
            [
                ("路", 0, 15.7, 16.0),
                ("1", 4, 10.7, type_size),
                ("8", 4, 10.8, type_size),
                ("号", 0, 15.5, 16.0),
            ]
        )
    ]
    assert [line.text for line in lines_of(glyphs)] == [text]


def test_a_title_is_no_part_of_the_text_under_it() -> None:
    def draw(canvas: Canvas) -> None:
        for size, words in (
            (24, "a title as wide as lines"),
            (12, "a line of the text under it, as wide as the title is"),
        ):
            canvas.setFont("Helvetica", size)
            canvas.drawString(72, 700 + size, words)

    assert len(page(draw).blocks) == 2


NAMED_CODES = b"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
2 beginbfchar
<0211> <0031>
<0212> <0032>
endbfchar
endcmap
end
end
"""
"""What characters two codes of a face stand for; of all others it says nothing."""


def of_few_names(words: bytes) -> bytes:
    """A page with a line in Helvetica above words in a face of which few characters are named."""
    line = (
        b"BT /H 12 Tf 72 700 Td (a line of words that can be read well) Tj ET BT /F 12 Tf 72 600 Td <%s> Tj ET"
        % words
    )
    parts = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R/H 9 0 R>>>>>>",
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(line), line),
        b"<</Type/Font/Subtype/Type0/BaseFont/Any/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 8 0 R>>",
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Any/FontDescriptor 7 0 R/DW 600"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>",
        b"<</Type/FontDescriptor/FontName/Any/Flags 4/FontBBox[0 -200 600 800]/ItalicAngle 0/Ascent 800/Descent -200"
        b"/CapHeight 700/StemV 80>>",
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(NAMED_CODES), NAMED_CODES),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, part) for number, part in enumerate(parts, 1))
    return b"%PDF-1.4\n" + body + b"trailer<</Root 1 0 R/Size 10>>"


def test_a_character_that_the_file_shows_and_does_not_name_leaves_no_gap() -> None:
    read = [
        paragraph.text for paragraph in read_bytes(of_few_names(b"021100000212"), "report.pdf").paragraphs
    ]
    assert read[-1] == "1\ufffd2"
