"""What the name of an office looks like, and when it is one for certain."""

import pytest

from intake.office_names import is_full_name, is_office


@pytest.mark.parametrize(
    ("words", "yes"),
    [
        ("清河县水利局", True),
        ("国家税务总局清河县税务局（第一税务所）", True),
        ("清河县水利局。", False),
        ("工作平稳有序", False),
        ("局", False),
    ],
)
def test_the_name_of_an_office(words: str, yes: bool) -> None:
    assert is_office(words) is yes


@pytest.mark.parametrize(
    ("words", "yes"),
    [
        ("清河县水利局", True),
        ("国家税务总局清河县税务局", True),
        ("清河县水利局（清河县水务局）", True),
        ("水利局", False),
        ("清河县", False),
        ("清河县城关镇", False),
        ("清河县城关街道", False),
        ("县水利局", False),
        ("本县水利局", False),
        ("清河县各局", False),
        ("附件清河县水利局", False),
        ("清河县水利局2025", False),
    ],
)
def test_a_name_is_certain_with_its_place_and_nothing_else(words: str, yes: bool) -> None:
    assert is_full_name(words) is yes
