"""The number among those of a family that is a slip."""

from decimal import Decimal

import pytest

from model.rules.told.told_families import Elsewhere, slip_among
from tests.model.rules.told.test_told_parts import parts


def _unknown(_: str) -> None:
    """No number of last year's is known."""


_NOWHERE = Elsewhere(frozenset(), _unknown)


@pytest.mark.parametrize(
    ("text", "told", "meant"),
    [
        ("窗口300件，路面41件，车场7件。", 41, 40),
        ("窗口3000件，路面40件，车场7件。", 3000, 300),
        ("窗口300件，处罚46件，车场7件。", 46, 40),
        ("许可302件，路面40件。", 302, 300),
    ],
)
def test_the_one_that_is_near_to_the_part_not_told(text: str, told: int, meant: int) -> None:
    slip = slip_among(parts(text), _NOWHERE)
    assert slip is not None
    assert (int(slip.figure.value), int(slip.meant)) == (told, meant)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("窗口300件，路面40件，车场7件。", "all are told"),
        ("窗口300件，路面83件，车场7件。", "it is too far off"),
        ("窗口311件，路面52件，车场7件。", "two are not told"),
        ("路面41件，车场7件。", "too little bears it out"),
        ("检查81次，约谈4次。", "none is the table's"),
        ("许可300件，车场7件，不予处罚41件。", "what was not decided is no decision"),
        ("许可类信息300件，随机抽查类信息41件，车场7件。", "it counts information of another kind"),
    ],
)
def test_what_may_be_right(text: str, why: str) -> None:
    assert slip_among(parts(text), _NOWHERE) is None, why


def test_a_number_from_another_place() -> None:
    text = "窗口300件，处罚83件，车场7件。"
    assert slip_among(parts(text), Elsewhere(frozenset([Decimal(83)]), _unknown)) is not None
    assert slip_among(parts(text), Elsewhere(frozenset(), {"行政处罚数": Decimal(83)}.get)) is not None


def test_a_number_with_which_a_total_would_come_out() -> None:
    assert slip_among(parts("窗口300件，路面85件，车场7件，总共347件。"), _NOWHERE) is not None
