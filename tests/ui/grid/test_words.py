"""Words are fitted into their tiles: one line, a smaller one, several even ones, or one character above another."""

import pytest
from PySide6.QtWidgets import QApplication

from ui.grid.words import Faces, Words, fit, stacked

LONG = "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"


@pytest.fixture
def faces(qapp: QApplication) -> Faces:
    return Faces(qapp.font(), 1.0)


def test_what_fits_stays_on_one_line(faces: Faces) -> None:
    words = fit("（一）予以公开", 200, faces)
    assert (words.lines, words.small) == (("（一）予以公开",), False)


def test_a_little_too_long_becomes_smaller(faces: Faces) -> None:
    words = fit(LONG, faces.width(LONG) * 0.96, faces)
    assert (words.lines, words.small) == ((LONG,), True)


def test_much_too_long_is_broken_into_even_lines(faces: Faces) -> None:
    width = faces.small_width(LONG) * 0.55
    words = fit(LONG, width, faces)
    assert len(words.lines) == 2
    assert "".join(words.lines) == LONG
    assert all(faces.small_width(line) <= width for line in words.lines)
    assert abs(len(words.lines[0]) - len(words.lines[1])) <= 3


def test_no_line_begins_with_closing_punctuation(faces: Faces) -> None:
    for room in range(5, 20):
        words = fit("第一项，第二项、第三项。", room * faces.em, faces)
        assert not any(line[0] in "，、。" for line in words.lines)


def test_a_group_is_broken_after_its_number(faces: Faces) -> None:
    assert fit("（三）不予公开", 5 * faces.em, faces) == Words(("（三）", "不予公开"))
    room = faces.small_width("不予公开") + 1
    assert fit("（三）不予公开", room, faces) == Words(("（三）", "不予公开"), small=True)


def test_the_outermost_label_stands_upright(faces: Faces) -> None:
    assert stacked("三、本年度").lines == ("三、", "本", "年", "度")


def test_zoom_makes_both_faces_larger(qapp: QApplication) -> None:
    usual, large = Faces(qapp.font(), 1.0), Faces(qapp.font(), 2.0)
    assert large.em == pytest.approx(2 * usual.em, rel=0.1)
    assert large.small_line > usual.small_line
