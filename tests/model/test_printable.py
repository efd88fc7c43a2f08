"""What the typefaces can print is known from the list that comes with them."""

import pytest

from model.printable import can_be_printed

SYLLABLES = "政务公开年报数据件次条〔〕《》“”…—％①②〇"


def test_what_every_text_is_made_of_can_be_printed() -> None:
    common = [*map(chr, range(0x20, 0x7F)), *map(chr, range(0x4E00, 0x9FA6)), *SYLLABLES]
    assert [character for character in common if not can_be_printed(character)] == []


@pytest.mark.parametrize("character", ["\ue123", "\U000f0000", "\u0001"])
def test_what_no_face_has_cannot(character: str) -> None:
    assert not can_be_printed(character)
