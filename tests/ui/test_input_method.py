"""Where the session's input method is fcitx, Qt is made to speak to it; elsewhere nothing is touched."""

import pytest

from ui.input_method import names_fcitx, prepare


@pytest.mark.parametrize(
    "environment",
    [
        {"QT_IM_MODULE": "fcitx"},
        {"QT_IM_MODULE": "fcitx5"},
        {"QT_IM_MODULES": "fcitx;ibus"},
        {"XMODIFIERS": "@im=fcitx"},
        {"GTK_IM_MODULE": "fcitx", "XMODIFIERS": "@im=fcitx"},
    ],
)
def test_fcitx_is_answered_over_the_portal(environment: dict[str, str]) -> None:
    prepare(environment, "linux")
    assert environment["QT_IM_MODULE"] == "ibus"
    assert environment["IBUS_USE_PORTAL"] == "1"
    assert "QT_IM_MODULES" not in environment


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"QT_IM_MODULE": "ibus", "XMODIFIERS": "@im=fcitx"},
        {"XMODIFIERS": "@im=ibus"},
        {"QT_IM_MODULE": "compose"},
    ],
)
def test_others_are_left_as_they_are(environment: dict[str, str]) -> None:
    before = dict(environment)
    assert not names_fcitx(environment)
    prepare(environment, "linux")
    assert environment == before


def test_other_systems_are_left_as_they_are() -> None:
    environment = {"QT_IM_MODULE": "fcitx"}
    prepare(environment, "win32")
    assert environment == {"QT_IM_MODULE": "fcitx"}
