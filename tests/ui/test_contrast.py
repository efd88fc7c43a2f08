"""What is painted can be read: on every page there is, in every look, words stand out from what is behind them.

The pages come from the program's own tables, so that a page of tomorrow is looked at, too.
"""

from array import array
from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from tests.ui.covers import covers
from tests.ui.look.test_style import contrast
from tests.ui.windows import session_of, workspace_of
from ui.desk.pages import pages_of
from ui.desk.tool_page import TOOLS
from ui.frame.main_window import MainWindow
from ui.look.style import CONTRAST, apply_style, theme

LEAST = 4.5
"""WCAG 2.1, 1.4.3."""
LEAST_OF_HIGH = 7.0
"""WCAG 2.1, 1.4.6: what the look of high contrast is for."""


@pytest.fixture(params=["light", "dark", "contrast"])
def look(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    apply_style(qapp, dark=request.param == "dark", contrast=request.param == "contrast")
    yield request.param
    apply_style(qapp, dark=False)


def words_of(widget: QWidget) -> str:
    """What is written on a part that can be used now; what cannot be chosen may be hard to read."""
    if not (widget.isVisible() and widget.isEnabled()):
        return ""
    if isinstance(widget, QLabel):
        return widget.text() if widget.pixmap().isNull() else ""
    if isinstance(widget, QLineEdit):
        return widget.text() or widget.placeholderText()
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def best_contrast(picture: QImage, place: QRect) -> float:
    """How far the most distant colour in a place stands out from the one that most of it has."""
    scale = round(picture.devicePixelRatio())
    part = picture.copy(QRect(place.topLeft() * scale, place.size() * scale)).convertToFormat(
        QImage.Format.Format_RGB32
    )
    counts = Counter(array("I", bytes(part.constBits())))
    ground = _colour(counts.most_common(1)[0][0])
    return max(contrast(ground, _colour(pixel)) for pixel in counts)


def _colour(pixel: int) -> str:
    return f"#{pixel & 0xFFFFFF:06x}"


def unreadable(window: MainWindow) -> list[str]:
    """The words in sight that do not stand out as the look promises."""
    least = LEAST_OF_HIGH if theme() is CONTRAST else LEAST
    QApplication.processEvents()
    # Large enough that the strokes of small letters are more than the blur at their edges.
    picture = QImage(window.size() * 2, QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(2)
    window.render(picture)
    faults = []
    for widget in window.findChildren(QWidget):
        words = words_of(widget)
        place = QRect(widget.mapTo(window, QPoint()), widget.size()) & window.rect()
        seen = widget.visibleRegion().boundingRect()
        if not words.strip() or widget.window() is not window or seen.size() != widget.size():
            continue
        if best_contrast(picture, place) < least:
            faults.append(f"{type(widget).__name__} {widget.objectName()}: {words}")
    return faults


def test_words_on_every_page_can_be_read_in_every_look(sample_window: MainWindow, look: str) -> None:
    workspace = workspace_of(sample_window)
    for page in pages_of(session_of(sample_window).report):
        workspace.show_page(page.id).enter()
        assert unreadable(sample_window) == [], page.id
    for tool in TOOLS:
        sample_window.actions_of[tool.id].trigger()
        assert unreadable(sample_window) == [], tool.id


def test_words_on_what_was_read_can_be_read_in_every_look(sample_window: MainWindow, look: str) -> None:
    for name in covers(sample_window):
        assert unreadable(sample_window) == [], name


def test_words_on_the_start_page_and_in_the_help_can_be_read(start_window: MainWindow, look: str) -> None:
    start_window.start.ask_new()
    assert unreadable(start_window) == []
    for command in ("manual", "rules", "shortcuts", "about", "ledger"):
        start_window.actions_of[command].trigger()
        assert unreadable(start_window) == [], command
        start_window.show_work()


def test_a_word_that_does_not_stand_out_is_noticed(start_window: MainWindow) -> None:
    start_window.start.ask_new()
    label = next(w for w in start_window.start.findChildren(QLabel) if words_of(w).strip())
    label.setStyleSheet("color: #d0d0d0; background: #e0e0e0;")
    assert any(label.text() in fault for fault in unreadable(start_window))
