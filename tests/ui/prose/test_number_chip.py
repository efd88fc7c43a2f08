"""A number field in a text says what the tables say now, as wide as its words."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTextCharFormat, QTextDocument

from model.report import Report, Slot, SlotKind
from tests.export.sample import report_of
from ui.look.style import theme
from ui.prose.number_chip import ChipPainter, chip_format, chip_name

FIELD = "收到申请总数"
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def report() -> Report:
    return report_of()


@pytest.fixture
def document() -> QTextDocument:
    return QTextDocument()


@pytest.fixture
def chips(document: QTextDocument, report: Report) -> ChipPainter:
    return ChipPainter(document, report)


def test_a_character_knows_the_field_that_it_stands_for() -> None:
    assert chip_name(chip_format(QTextCharFormat(), FIELD)) == FIELD
    assert chip_name(QTextCharFormat()) == ""


def test_a_chip_says_the_number_and_follows_it(report: Report, chips: ChipPainter) -> None:
    before = chips.words(FIELD)
    assert before.isdecimal()
    report.set([(Slot(SlotKind.CELL, "applications.received.natural_person"), 4_000)])
    assert int(chips.words(FIELD)) > 4_000 > int(before)


def test_a_field_that_the_form_has_not_is_shown_by_its_name(chips: ChipPainter) -> None:
    assert chips.words("没有这个数") == "没有这个数"


def test_longer_words_take_more_room(chips: ChipPainter) -> None:
    document = QTextDocument()
    short, long = (
        chips.intrinsicSize(document, 0, chip_format(QTextCharFormat(), name)).width()
        for name in ("短", "很长的名字")
    )
    assert short < long


def test_a_number_that_is_not_known_yet_is_of_another_colour(report: Report, chips: ChipPainter) -> None:
    def ground() -> QColor:
        image = QImage(200, 30, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        chips.drawObject(
            painter, QRectF(0, 0, 200, 30), QTextDocument(), 0, chip_format(QTextCharFormat(), FIELD)
        )
        painter.end()
        return image.pixelColor(8, 15)

    assert ground() == QColor(theme().accent_soft)
    report.set([(Slot(SlotKind.CELL, "applications.received.natural_person"), None)])
    assert ground() == QColor(theme().explain_soft)
