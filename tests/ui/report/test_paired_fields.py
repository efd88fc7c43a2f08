"""The fields of the cover page stand in pairs where both have room, and below each other where they have none."""

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from tests.ui.cramped import cramped
from ui.desk.pages import pages_of
from ui.desk.session import Session
from ui.report.cover_page import CoverPage


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> CoverPage:
    made = CoverPage(session, pages_of(session.report)[0])
    qtbot.addWidget(made)
    made.show()
    return made


def is_paired(page: CoverPage) -> bool:
    """Whether two fields in a row stand on one line; else the second is right below the first."""
    address, postcode = page.fields["address"], page.fields["postcode"]
    assert (address.y() == postcode.y()) == (address.x() < postcode.x())
    return address.y() == postcode.y()


def test_they_follow_the_width_there_and_back_and_nothing_is_cut(page: CoverPage) -> None:
    for width, paired in ((1200, True), (460, False), (1200, True)):
        page.resize(width, 700)
        assert cramped(page) == []
        assert is_paired(page) == paired
        [area] = page.findChildren(QScrollArea, "side")
        assert area.horizontalScrollBar().maximum() == 0


def test_the_keyboard_takes_them_in_the_order_they_are_read_in(page: CoverPage) -> None:
    page.resize(460, 700)
    QApplication.processEvents()
    heights = [field.y() for field in page.fields.values()]
    assert heights == sorted(heights)
    assert len(set(heights)) == len(heights)
