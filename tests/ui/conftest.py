"""What the tests of the window stand on: the product's own look, and a report to work on."""

import pytest
from PySide6.QtWidgets import QApplication

from model.form_file import form_for
from model.report import Report, Slot, SlotKind
from ui.session import Session
from ui.style import LIGHT, apply_style, theme


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> None:
    """Light, as the program starts; set only where it is not yet, since it repaints every window still about."""
    if theme() is not LIGHT or not qapp.styleSheet():
        apply_style(qapp, dark=False)


@pytest.fixture
def session(qapp: QApplication) -> Session:
    """A session with an empty report of an invented office on 2024, checked as on 10 January 2025."""
    report = Report(form_for(2024), "云溪县林业局", 2024)
    report.set([(Slot(SlotKind.FIELD, "level"), "department")])
    return Session(report)
