"""One style in two lights: readable contrast, no colour name left unresolved, a Chinese face on every machine."""

from dataclasses import asdict

import pytest
from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.fonts import window_font
from ui.style import DARK, LIGHT, Theme, apply_style, theme


def luminance(colour: str) -> float:
    parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ink", ["ink", "ink_soft", "accent", "error", "explain", "hint", "good"])
def test_words_stand_out_from_every_ground(colours: Theme, ink: str) -> None:
    values = asdict(colours)
    grounds = [
        colours.panel,
        colours.ground,
        colours.panel if ink == "ink" else values.get(f"{ink}_soft", colours.panel),
    ]
    assert min(contrast(values[ink], ground) for ground in grounds) >= 4.5


@pytest.mark.parametrize("dark", [False, True])
def test_the_application_tells_which_light_it_has(qapp: QApplication, dark: bool) -> None:
    apply_style(qapp, dark=dark)
    assert theme() is (DARK if dark else LIGHT)
    assert "@" not in qapp.styleSheet()


def test_there_is_a_chinese_face_on_every_machine(qtbot: QtBot) -> None:
    metrics = QFontMetrics(window_font())
    assert all(metrics.inFontUcs4(ord(character)) for character in "政府信息公开年报堃")
