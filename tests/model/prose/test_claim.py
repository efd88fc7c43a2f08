"""A claim keeps its places while its words are moved or put back."""

from decimal import Decimal

from model.prose.claim import Claim
from model.prose.passages import squeezed
from model.prose.words.numerals import Quantity

_TWELVE = Quantity(2, 5, Decimal(12), Decimal(12), "件")


def test_a_claim_is_put_where_its_words_begin() -> None:
    put = Claim("N1", 0, 5, "", _TWELVE, (), number=(2, 4)).restored(squeezed("收到12件"), "收到12件", 10)
    assert (put.start, put.end, put.number) == (10, 15, (12, 14))


def test_a_claim_without_a_number_has_none_wherever_it_is_put() -> None:
    assert Claim("N9", 0, 5, "", _TWELVE, ()).restored(squeezed("未收到申请"), "未收到申请", 10).number == (
        0,
        0,
    )


def test_a_claim_of_squeezed_words_is_put_back_to_the_words_as_written() -> None:
    written = "收 到 12 件"
    plain = squeezed(written)
    restored = Claim("N1", 0, 5, "", _TWELVE, (), number=(2, 4)).restored(plain, written)
    assert restored.words == written
    assert written[slice(*restored.number)] == "12"
