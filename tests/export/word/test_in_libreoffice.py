"""LibreOffice's way with Chinese and Western characters in one paragraph, as it was seen there."""

import pytest

from export.official import BODY_SIZE
from export.typeset.faces import Style, embedded_faces
from export.typeset.fonts import font_book
from export.typeset.lines import Span
from export.word.filled_lines import FilledLines
from export.word.in_libreoffice import filled_in_libreoffice


def filled(text: str, style: Style = Style.FANGSONG) -> FilledLines:
    return filled_in_libreoffice((Span(text, style),), font_book(embedded_faces()))


def lines(text: str, characters: int) -> list[str]:
    """The text in lines of so many full-width characters, not indented."""
    made = filled(text)
    starts = made.starts(0, characters * BODY_SIZE, 0)
    return [text[start:stop] for start, stop in zip(starts, [*starts[1:], len(text)], strict=True)]


def test_a_fifth_of_the_size_stands_between_chinese_and_digits() -> None:
    made = filled("收到12件")
    assert [joint.air for joint in made.joints] == [0, BODY_SIZE / 5, 0, BODY_SIZE / 5, 0]


@pytest.mark.parametrize("text", ["《1》", "3%的", "，A", "（A）", "3·15", "3，4"])
def test_no_room_stands_beside_marks(text: str) -> None:
    assert not any(joint.air for joint in filled(text).joints)


def test_all_of_a_stretch_is_tracked_but_its_last_character() -> None:
    assert [joint.tracked for joint in filled("公开A类").joints] == [True, False, False, False]


def test_a_run_in_heading_is_a_stretch_of_its_own() -> None:
    spans = (Span("公开。", Style.KAI), Span("办理", Style.FANGSONG))
    joints = filled_in_libreoffice(spans, font_book(embedded_faces())).joints
    assert [joint.tracked for joint in joints] == [True, True, False, True, False]


def test_quotation_marks_are_as_wide_as_what_is_before_them() -> None:
    assert filled("办“一").widths[1] == BODY_SIZE
    assert filled("A”办").widths[1] < BODY_SIZE / 2


def test_digits_are_those_of_the_heading_in_a_heading() -> None:
    """黑体 has digits of its own; 仿宋 takes those of Times, half an em wide."""
    book = font_book(embedded_faces())
    assert filled("1", Style.HEI).widths == [book.sort("1", Style.HEI).width * BODY_SIZE / 1000]
    assert filled("1").widths == [BODY_SIZE / 2]


def test_marks_begin_no_line() -> None:
    assert lines("群众关切，及时回应", 4) == ["群众关", "切，及时", "回应"]


def test_a_dash_may_begin_one() -> None:
    assert lines("群众关切——及时", 4) == ["群众关切", "——及时"]


def test_a_number_stays_with_the_comma_before_it() -> None:
    assert lines("公开公开，2024年", 5) == ["公开公", "开，2024", "年"]


def test_a_number_is_not_torn() -> None:
    assert lines("共收到1,234件", 4) == ["共收到", "1,234件"]


def test_a_year_may_be_torn_from_its_number() -> None:
    """The PDF keeps them together: a paragraph may so take another number of lines."""
    assert lines("公开公2024年", 6) == ["公开公2024", "年"]


def test_a_telephone_number_is_torn_at_its_hyphen() -> None:
    assert lines("电话0517-83600000", 5) == ["电话0517-", "83600000"]


def test_an_address_is_torn_at_its_slashes() -> None:
    parts = lines("网址https://www.example.gov.cn/zwgk/2024/12/t2024.html", 12)
    assert len(parts) > 2
    assert all(part.endswith("/") for part in parts[:-1])
    assert not any(part.endswith("2024/") for part in parts)


@pytest.mark.parametrize("mark", ["《", "（", "“", "〔"])
def test_an_opening_mark_ends_no_line(mark: str) -> None:
    assert lines(f"群众关切{mark}及时", 5) == ["群众关切", f"{mark}及时"]
    assert lines(f"群众关{mark}2024", 5) == ["群众关", f"{mark}2024"]


def test_a_space_ends_a_line() -> None:
    assert lines("公开Open Data", 5)[0] == "公开Open "
