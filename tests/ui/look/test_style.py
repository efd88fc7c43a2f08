"""One style in three looks: readable contrast, nothing left unresolved, large text, a Chinese face on every machine."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QListWidget,
    QPlainTextEdit,
    QTextEdit,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.desk.pages import pages_of
from ui.frame.main_window import MainWindow
from ui.look.fonts import POINT_SIZE, scaled, window_font
from ui.look.style import CONTRAST, DARK, LIGHT, THEMES, Theme, apply_style, theme

_PLAIN = ("panel", "ground", "head", "computed", "selection")
_MARKED = (*_PLAIN, "found", "accent_soft", "error_soft", "explain_soft", "good_soft")
GROUNDS = {
    "ink": (*_MARKED, "hint_soft"),
    "ink_soft": _MARKED,
    "ink_faint": _MARKED,
    "accent": ("panel", "ground", "head", "accent_soft", "hint_soft", "found"),
    "on_accent": ("accent",),
    "error": ("panel", "ground", "head", "selection", "error_soft", "found"),
    "explain": ("panel", "ground", "explain_soft", "selection"),
    "hint": ("panel", "ground", "hint_soft"),
    "good": ("panel", "ground", "good_soft", "computed", "selection"),
    "ghost": ("panel", "computed", "selection", "error_soft", "found"),
}
"""Each colour of words, and the grounds that words of this colour stand on."""


def luminance(colour: str) -> float:
    parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.fixture
def large_text(qapp: QApplication) -> Iterator[None]:
    """The window of somebody whose system writes everything at 13 points."""
    face = QFont(qapp.font())
    face.setPointSizeF(13)
    qapp.setFont(face)
    apply_style(qapp, dark=False)
    yield
    face.setPointSizeF(POINT_SIZE)
    qapp.setFont(face)
    apply_style(qapp, dark=False)


@pytest.mark.parametrize("colours", THEMES, ids=["light", "dark", "contrast"])
@pytest.mark.parametrize("ink", GROUNDS)
def test_words_stand_out_from_every_ground(colours: Theme, ink: str) -> None:
    values = colours._asdict()
    least = 7 if colours is CONTRAST else 4.5
    poor = [ground for ground in GROUNDS[ink] if contrast(values[ink], values[ground]) < least]
    assert poor == []


def test_high_contrast_has_pure_grounds_strong_lines_and_a_thick_focus() -> None:
    assert {CONTRAST.ground, CONTRAST.panel, CONTRAST.ink, CONTRAST.line} == {"#000000", "#ffffff"}
    assert contrast(CONTRAST.line, CONTRAST.panel) == pytest.approx(21)
    assert CONTRAST.focus >= 2 * LIGHT.focus


@pytest.mark.parametrize(
    ("dark", "high", "expected"),
    [
        (False, False, LIGHT),
        (True, False, DARK),
        (False, True, CONTRAST),
        (True, True, CONTRAST),
    ],
)
def test_the_application_tells_which_look_it_has(
    qapp: QApplication, dark: bool, high: bool, expected: Theme
) -> None:
    apply_style(qapp, dark=dark, contrast=high)
    assert theme() is expected
    assert "@" not in qapp.styleSheet()


@pytest.mark.parametrize(("system", "window"), [(9.0, 10.0), (10.0, 10.0), (13.0, 13.0), (24.0, 14.0)])
def test_text_is_as_large_as_the_system_has_it_within_limits(
    qtbot: QtBot, system: float, window: float
) -> None:
    assert window_font(system).pointSizeF() == window


def test_the_style_follows_large_text_and_another_look_keeps_it(qapp: QApplication, large_text: None) -> None:
    assert "font-size: 16.9pt" in qapp.styleSheet()
    assert scaled(100) == 130
    apply_style(qapp, dark=True)
    assert qapp.font().pointSizeF() == 13


@pytest.mark.usefixtures("large_text")
def test_the_window_of_large_text_fits_an_old_screen(sample_window: MainWindow) -> None:
    sample_window.resize(1366, 768)
    assert sample_window.workspace is not None
    for page in pages_of(sample_window.workspace.session.report):
        sample_window.workspace.show_page(page.id)
        least = sample_window.minimumSizeHint()
        assert least.width() <= 1366, page.id
        assert least.height() <= 768, page.id


def test_there_is_a_chinese_face_on_every_machine(qtbot: QtBot) -> None:
    metrics = QFontMetrics(window_font())
    assert all(metrics.inFontUcs4(ord(character)) for character in "政府信息公开年报堃")


@pytest.mark.parametrize(
    ("faces", "hinting"),
    [
        (["Noto Sans CJK SC"], QFont.HintingPreference.PreferVerticalHinting),
        ([], QFont.HintingPreference.PreferNoHinting),
    ],
)
def test_only_a_face_of_the_system_is_hinted(
    faces: list[str], hinting: QFont.HintingPreference, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def families(_system: QFontDatabase.WritingSystem) -> list[str]:
        return faces

    monkeypatch.setattr(QFontDatabase, "families", families)
    assert window_font().hintingPreference() == hinting


def test_in_high_contrast_the_frame_of_the_keyboard_is_seen_around_all_that_scrolls(
    qtbot: QtBot, qapp: QApplication
) -> None:
    apply_style(qapp, dark=False, contrast=True)
    whole = QWidget()
    qtbot.addWidget(whole)
    row = QHBoxLayout(whole)
    parts = (QTextEdit(whole), QPlainTextEdit(whole), QListWidget(whole), QTreeWidget(whole))
    for part in parts:
        row.addWidget(part)
    whole.show()
    qtbot.waitExposed(whole)
    for part in parts:
        part.setFocus()
        QApplication.processEvents()
        place = part.viewport().geometry()
        assert min(place.left(), part.width() - 1 - place.right(), part.height() - 1 - place.bottom()) >= 3
    apply_style(qapp, dark=False)
