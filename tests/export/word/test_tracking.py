"""A paragraph is set a trifle tighter or looser where Word would else take another number of lines than the PDF."""

import pytest

from export.official import BODY_SIZE
from export.typeset.faces import Style, embedded_faces
from export.typeset.fonts import font_book
from export.typeset.lines import Span
from export.typeset.pages import WIDTH
from export.typeset.paragraphs import paragraph_lines
from export.word.in_libreoffice import filled_in_libreoffice
from export.word.tracking import USUAL, is_ragged, tracking
from model.document import Paragraph


def tracked(text: str, lines: int) -> int:
    return tracking((Span(text, Style.FANGSONG),), lines, font_book(embedded_faces()))


def lines_of(text: str) -> int:
    return len(paragraph_lines(Paragraph(text), font_book(embedded_faces())))


def test_a_line_that_just_fits_is_left_as_it_is() -> None:
    assert tracked("公" * 20, 1) == USUAL


@pytest.mark.parametrize("count", range(30, 90, 7))
def test_plain_words_are_left_as_they_are(count: int) -> None:
    text = "公" * count
    assert tracked(text, lines_of(text)) == USUAL


def test_words_that_must_take_a_line_less_are_set_tighter() -> None:
    """The number reaches a trifle over the end of the first line."""
    assert tracked("公" * 25 + "12", 1) < USUAL


def test_words_that_must_take_a_line_more_are_set_looser() -> None:
    assert tracked("公" * 26, 2) > USUAL


def test_where_nothing_helps_the_paragraph_is_left_as_it_is() -> None:
    assert tracked("公" * 20, 5) == USUAL
    assert tracked("公" * 200, 1) == USUAL


def test_characters_are_never_set_apart_wider_than_their_type() -> None:
    assert all(tracked("公" * count, lines) <= 0 for count in range(20, 60, 3) for lines in (1, 2, 3))


def test_only_a_paragraph_whose_address_would_pull_a_line_apart_is_set_flush_left() -> None:
    book = font_book(embedded_faces())

    def ragged(text: str) -> bool:
        return is_ragged((Span(text, Style.FANGSONG),), USUAL, book)

    long = "zhengwu_gongkai.shenqing@mail.qinghexian.example.gov.cn"
    assert ragged(f"电子邮箱{long}，电话0517-83600000。")
    assert not ragged("公开工作" * 20)
    assert not ragged(
        "本报告的电子版可在清河县人民政府网站（https://www.example.gov.cn）查阅和下载，也可到县档案馆查阅。"
    )


def test_no_paragraph_ends_in_one_character_alone() -> None:
    """The PDF takes a character along from the line before; here the lines are set a trifle looser."""
    text = "公" * 26 + "开" * 28 + "程。"
    assert lines_of(text) == 3
    assert filled_in_libreoffice((Span(text, Style.FANGSONG),), font_book(embedded_faces())).is_lonely(
        USUAL / 20, WIDTH, 2 * BODY_SIZE
    )
    assert tracked(text, 3) > USUAL
