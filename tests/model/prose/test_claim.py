"""A claim keeps its places while its words are moved or put back."""

from decimal import Decimal

from model.prose.claim import Claim
from model.prose.numerals import Quantity
from model.prose.passages import squeezed

_TWELVE = Quantity(2, 5, Decimal(12), Decimal(12), "件")


def test_a_claim_moves_with_its_number() -> None:
    moved = Claim("N1", 0, 5, "", _TWELVE, (), number=(2, 4)).moved(10)
    assert (moved.start, moved.end, moved.number) == (10, 15, (12, 14))


def test_a_claim_without_a_number_has_none_when_it_is_moved() -> None:
    assert Claim("N9", 0, 5, "", _TWELVE, ()).moved(10).number == (0, 0)


def test_a_claim_of_squeezed_words_is_put_back_to_the_words_as_written() -> None:
    written = "收 到 12 件"
    plain = squeezed(written)
    restored = Claim("N1", 0, 5, "", _TWELVE, (), number=(2, 4)).restored(plain, written)
    assert restored.words == written
    assert written[slice(*restored.number)] == "12"
