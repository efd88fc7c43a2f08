"""The measures of a set page, and what stands on it moved with its marks of what it belongs to."""

import pytest

from export.typeset.pages import (
    CHARACTER,
    HEIGHT,
    LEFT_EDGE,
    LINE,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    TOP_EDGE,
    WIDTH,
    Owner,
    Rule,
    Text,
)

POINT = 25.4 / 72


def test_the_page_is_a4_with_the_margins_of_an_official_document() -> None:
    assert pytest.approx((210, 297)) == (PAGE_WIDTH * POINT, PAGE_HEIGHT * POINT)
    assert pytest.approx((28, 37)) == (LEFT_EDGE * POINT, TOP_EDGE * POINT)
    assert pytest.approx(26) == (PAGE_WIDTH - LEFT_EDGE - WIDTH) * POINT


def test_the_type_area_has_22_lines_of_28_characters() -> None:
    assert pytest.approx(22 * LINE) == HEIGHT
    assert pytest.approx(28 * CHARACTER) == WIDTH


def test_a_text_that_is_moved_keeps_what_it_is_and_whose() -> None:
    text = Text(1, 2, "公开", "face", 16, 0.5, Owner(3, "", 1, 2))
    assert text.moved(10, 20) == Text(11, 22, "公开", "face", 16, 0.5, Owner(3, "", 1, 2))


def test_a_rule_that_is_moved_keeps_its_thickness_and_ink() -> None:
    assert Rule(0, 0, 5, 0, 0.5, (1.0, 0.0, 0.0)).moved(2, 3) == Rule(2, 3, 7, 3, 0.5, (1.0, 0.0, 0.0))


def test_a_text_belongs_to_the_page_unless_it_is_told_otherwise() -> None:
    assert Text(0, 0, "— 1 —", "face", 14).owner is None
