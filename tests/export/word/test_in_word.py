"""Word's way with a paragraph, as far as it is known."""

from export.official import BODY_SIZE
from export.typeset.faces import Style, embedded_faces
from export.typeset.fonts import font_book
from export.typeset.lines import Span
from export.word.filled_lines import FilledLines
from export.word.in_word import filled_in_word


def filled(text: str) -> FilledLines:
    return filled_in_word((Span(text, Style.FANGSONG),), font_book(embedded_faces()))


def lines(text: str, characters: int) -> list[str]:
    """The text in lines of so many full-width characters, not indented."""
    starts = filled(text).starts(0, characters * BODY_SIZE, 0)
    return [text[start:stop] for start, stop in zip(starts, [*starts[1:], len(text)], strict=True)]


def test_a_quarter_of_the_size_stands_between_chinese_and_digits() -> None:
    assert [joint.air for joint in filled("收12件").joints] == [BODY_SIZE / 4, 0, BODY_SIZE / 4, 0]


def test_every_character_is_tracked() -> None:
    assert all(joint.tracked for joint in filled("公开A类").joints)


def test_quotation_marks_are_chinese_ones() -> None:
    assert filled("A”办").widths[1] == BODY_SIZE


def test_marks_begin_no_line_and_brackets_end_none() -> None:
    assert lines("群众关切，及时回应", 4) == ["群众关", "切，及时", "回应"]
    assert lines("群众关切——及时", 4) == ["群众关", "切——及", "时"]
    assert lines("群众关切《及时", 5) == ["群众关切", "《及时"]


def test_a_number_may_stand_after_a_comma() -> None:
    assert lines("公开公开，2024年", 5) == ["公开公开，", "2024年"]


def test_numbers_and_words_are_not_torn() -> None:
    assert lines("共收到12,345件", 4) == ["共收到", "12,345件"]
    assert lines("https://www.example.gov.cn/zwgk", 9)[0].endswith("/")
