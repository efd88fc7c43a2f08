"""What the typefaces can print is known from the list that comes with them."""

import pytest

from model.printable import can_be_printed
from model.rules.glyphs import seldom_shown, unprintable

SYLLABLES = "政务公开年报数据件次条〔〕《》“”…—％①②〇"


def test_what_every_text_is_made_of_can_be_printed() -> None:
    common = [*map(chr, range(0x20, 0x7F)), *map(chr, range(0x4E00, 0x9FA6)), *SYLLABLES]
    assert [character for character in common if not can_be_printed(character)] == []
    assert unprintable(SYLLABLES) == ""


@pytest.mark.parametrize("character", ["\ue123", "\U000f0000", "\u0001"])
def test_what_no_face_has_cannot(character: str) -> None:
    assert not can_be_printed(character)


def test_what_no_face_has_is_named_once_in_its_order() -> None:
    assert unprintable("甲\uf06c、乙\uf06c与\ue123") == "\uf06c\ue123"


def test_a_radical_is_printed_as_the_character_it_is() -> None:
    assert unprintable("⾏政⼯作") == ""


def test_a_rare_name_is_printed_and_told_to_be_seldom_on_other_computers() -> None:
    assert unprintable("陈𠮷") == ""
    assert seldom_shown("陈𠮷、李𠮷，1200m²✓") == "𠮷"


def test_what_takes_no_ink_needs_no_glyph() -> None:
    assert unprintable("甲\u200b乙\u3000丙\t丁\ufeff\n戊") == ""
