"""Lines drawn on a page make a table; a line that lacks between two places merges them."""

import io

import pypdfium2
from reportlab.pdfgen.canvas import Canvas

from intake.readers.pdf.pdf_glyphs import glyphs_of
from intake.readers.pdf.pdf_rulings import ruled_tables


def tables(
    *lines: tuple[int, int, int, int], words: dict[tuple[int, int], str]
) -> list[list[tuple[int, int, str, int]]]:
    """The cells of the tables on a page with these lines and words: row, column, text, columns covered."""
    made = io.BytesIO()
    canvas = Canvas(made)
    for line in lines:
        canvas.line(*line)
    for (x, y), text in words.items():
        canvas.drawString(x, y, text)
    canvas.save()
    page = pypdfium2.PdfDocument(made.getvalue())[0]
    found, _ = ruled_tables(page, glyphs_of(page))
    return [[(c.row, c.column, c.text, c.colspan) for c in ruled.table.cells] for ruled in found]


LEVELS = [(100, y, 300, y) for y in (500, 530, 560)]
POSTS = [(x, 500, x, 560) for x in (100, 200, 300)]
WORDS = {(110, 540): "A", (210, 540): "1", (110, 510): "B", (210, 510): "2"}


def test_a_grid_is_a_table_from_its_top() -> None:
    assert tables(*LEVELS, *POSTS, words=WORDS) == [
        [(0, 0, "A", 1), (0, 1, "1", 1), (1, 0, "B", 1), (1, 1, "2", 1)]
    ]


def test_a_missing_line_merges_two_places() -> None:
    short = [(100, 500, 100, 560), (200, 500, 200, 530), (300, 500, 300, 560)]
    (cells,) = tables(*LEVELS, *short, words={(110, 540): "A", (110, 510): "B", (210, 510): "2"})
    assert cells == [(0, 0, "A", 2), (1, 0, "B", 1), (1, 1, "2", 1)]


def test_a_level_drawn_in_pieces_reaches_over_a_place_where_no_upright_stands() -> None:
    pieces = [
        (left, y, right, y) for y in (500, 530, 560) for left, right in ((100, 200), (200, 250), (250, 300))
    ]
    (cells,) = tables(*pieces, *POSTS, words={**WORDS, (260, 540): "9"})
    assert [cell for cell in cells if cell[2]] == [
        (0, 0, "A", 1),
        (0, 1, "1 9", 2),
        (1, 0, "B", 1),
        (1, 1, "2", 2),
    ]


def test_words_that_reach_into_the_next_cell_hide_no_number_there() -> None:
    (cells,) = tables(*LEVELS, *POSTS, words={(180, 540): "AAAAAAA", (110, 510): "B", (210, 510): "2"})
    assert cells[:2] == [(0, 0, "AAAAAAA", 1), (0, 1, "", 1)]


def test_words_without_lines_are_no_table() -> None:
    assert not tables(words=WORDS)
