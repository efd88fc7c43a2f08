"""Characters with their places make the lines that are seen on the page."""

import io

import pypdfium2
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from intake.readers.pdf.pdf_characters import Glyph
from intake.readers.pdf.pdf_glyphs import glyphs_of, lines_of, text_of, words_of

SIZE = 10.0


def glyph(text: str, left: float, foot: float = 0.0, size: float = SIZE, *, spaced: bool = False) -> Glyph:
    """A character as wide as it is tall where it is Chinese, half as wide where it is not."""
    width = size / 2 if text.isascii() else size
    return Glyph(text, left, left + width, foot, foot + size, size, size, spaced=spaced)


def run(words: str, left: float = 0.0, foot: float = 0.0, size: float = SIZE) -> list[Glyph]:
    """Characters side by side."""
    glyphs: list[Glyph] = []
    for word in words:
        glyphs.append(glyph(word, glyphs[-1].right if glyphs else left, foot, size))
    return glyphs


def beside(first: str, second: str, gap: float, *, spaced: bool = False, columns: bool = True) -> str:
    """Two characters with a gap between them, in parts of the type size, as words."""
    before = glyph(first, 0)
    return words_of([before, glyph(second, before.right + gap * SIZE, spaced=spaced)], columns=columns)


def test_a_wide_gap_parts_columns_and_a_blank_two_words() -> None:
    assert beside("甲", "乙", 1.1) == "甲 乙"
    assert beside("甲", "乙", 1.2) == "甲\t乙"
    assert beside("甲", "乙", 1.2, columns=False) == "甲 乙"


def test_a_label_and_a_number_need_a_wider_gap_than_two_numbers() -> None:
    assert (beside("甲", "1", 0.3), beside("甲", "1", 0.4)) == ("甲1", "甲 1")
    assert (beside("2", "1", 0.15), beside("2", "1", 0.25)) == ("21", "2 1")


def test_a_line_stretched_to_the_margin_has_no_blank_before_its_numbers() -> None:
    words = "本报告的统计期限自"
    stretched = [glyph(word, place * 1.2 * SIZE) for place, word in enumerate(words)]
    last = stretched[-1]
    assert words_of([*stretched, glyph("2", last.right + 0.44 * SIZE)]) == f"{words}2"
    assert words_of([*stretched, glyph("2", last.right + 0.6 * SIZE)]) == f"{words} 2"
    assert words_of([last, glyph("2", last.right + 0.44 * SIZE)]) == "自 2"


def test_two_numbers_with_a_blank_between_them_in_the_file_are_two() -> None:
    assert beside("2", "1", 0.05, spaced=True) == "2 1"
    assert beside("2", "1", -0.05, spaced=True) == "21"


def test_lines_come_from_the_top_and_words_from_the_left_in_whatever_order_they_were_drawn() -> None:
    glyphs = [*run("下文", foot=0), *run("上文", foot=20)]
    assert [line.text for line in lines_of(reversed(glyphs))] == ["上文", "下文"]
    assert text_of(reversed(glyphs)) == "上文\n下文"


def test_characters_a_little_higher_stand_on_the_same_line() -> None:
    assert text_of([*run("上"), glyph("文", 10, 4.0)]) == "上文"
    assert text_of([*run("上"), glyph("文", 10, 5.0)]) == "文\n上"


def test_a_line_knows_its_box_and_the_size_of_most_of_its_words() -> None:
    (line,) = lines_of([*run("总体"), glyph("情", 20, 1.0, 12.0)])
    assert (line.left, line.right, line.bottom, line.top, line.size) == (0.0, 32.0, 0.0, 13.0, 10.0)


@pytest.mark.parametrize(
    ("foot", "mark"), [(5.0, "8²"), (-2.0, "8₂"), (1.0, "82")], ids=["raised", "lowered", "level"]
)
def test_a_small_figure_right_beside_a_number_is_a_mark_by_its_height(foot: float, mark: str) -> None:
    assert text_of([*run("收到申请8"), glyph("2", 45, foot, 6.0)]) == f"收到申请{mark}"


def test_a_mark_of_several_figures_is_one_as_a_whole() -> None:
    marks = [glyph(sign, 45 + 3 * place, 5.0, 6.0) for place, sign in enumerate("(12)")]
    assert text_of([*run("收到申请8"), *marks]) == "收到申请8⁽¹²⁾"


def test_a_small_figure_away_from_any_word_stands_on_its_own() -> None:
    assert "²" not in text_of([*run("收到申请8"), glyph("2", 60, 5.0, 6.0)])
    assert text_of([*run("收到申请8"), glyph("2", 45, 30.0, 6.0)]) == "2\n收到申请8"


def test_type_that_is_small_throughout_has_no_marks() -> None:
    assert text_of([*run("8", size=6.0), glyph("2", 3, 3.0, 6.0)]) in ("2\n8", "82")


def page(*, twice: float = 0.0) -> list[Glyph]:
    """What is drawn on a page of A4."""
    made = io.BytesIO()
    canvas = Canvas(made, A4)
    canvas.drawString(100, 500, "a b")
    if twice:
        canvas.drawString(100 + twice, 500, "a b")
    canvas.save()
    with pypdfium2.PdfDocument(made.getvalue()) as document:
        return glyphs_of(document[0])


def test_a_blank_of_the_file_is_no_character_and_is_remembered_by_the_next() -> None:
    assert [(each.text, each.spaced) for each in page()] == [("a", False), ("b", True)]


def test_what_is_drawn_twice_in_one_place_is_there_once() -> None:
    assert len(page(twice=0.5)) == 2
    assert len(page(twice=30)) == 4


def test_a_mark_may_stand_before_its_word() -> None:
    assert text_of([glyph("1", 0, 5.0, 6.0), *run("收到申请", left=3)]) == "¹收到申请"
