"""A page that scrolls brings into sight what the program has put the keyboard on."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.look.scrolling import SteadyArea, bring_into_sight, scrolled
from ui.look.wrapped import WrappedLabel


def test_a_field_that_has_just_been_shown_and_given_the_keyboard_is_in_sight(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = scrolled(page, "页")
    fields = [QLineEdit(page) for _ in range(40)]
    for field in fields:
        column.addWidget(field)
    fields[-1].hide()
    page.resize(300, 200)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    QTest.mouseRelease(page, Qt.MouseButton.LeftButton)
    fields[0].setFocus()
    assert fields[-2].visibleRegion().isEmpty()

    fields[-1].show()
    fields[-1].setFocus()
    qtbot.waitUntil(lambda: fields[-1].visibleRegion().boundingRect() == fields[-1].rect())


def test_lines_of_a_card_come_into_sight_together(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = scrolled(page, "页")
    above, card = QWidget(page), QFrame(page)
    above.setFixedHeight(400)
    card.setObjectName("card")
    lines = QVBoxLayout(card)
    fields = [QLineEdit(card) for _ in range(4)]
    for field in fields:
        lines.addWidget(field)
    column.addWidget(above)
    column.addWidget(card)
    page.resize(300, 300)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    QTest.mouseRelease(page, Qt.MouseButton.LeftButton)
    fields[0].setFocus()
    qtbot.waitUntil(lambda: fields[-1].visibleRegion().boundingRect() == fields[-1].rect())


def test_what_scrolls_has_one_width_whether_it_has_to_or_not(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = scrolled(page, "页")
    field = QWidget(page)
    field.setFixedHeight(150)
    column.addWidget(field)
    page.resize(300, 400)
    with qtbot.waitExposed(page):
        page.show()
    area, roomy = page.findChildren(SteadyArea)[0], field.width()
    page.resize(300, 100)
    qtbot.waitUntil(lambda: area.verticalScrollBar().isVisible())
    assert field.width() == roomy
    page.resize(300, 400)
    qtbot.waitUntil(lambda: not area.verticalScrollBar().isVisible())
    assert field.width() == roomy


def test_what_was_just_put_in_comes_into_sight_at_once(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = scrolled(page, "页")
    above, below = QWidget(page), QLineEdit(page)
    above.setFixedHeight(400)
    column.addWidget(above)
    page.resize(300, 300)
    with qtbot.waitExposed(page):
        page.show()
    column.addWidget(below)
    below.show()
    bring_into_sight(below)
    assert below.visibleRegion().boundingRect() == below.rect()


def test_on_a_wide_page_long_words_squeeze_no_line(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = scrolled(page, "页", widest=300)
    fields = [QLineEdit(page) for _ in range(8)]
    for field in fields:
        column.addWidget(field)
    words = WrappedLabel(page)
    words.setText("全年办结的申请中予以公开的件数" * 40)
    column.addWidget(words)
    page.resize(1600, 300)
    with qtbot.waitExposed(page):
        page.show()
    qtbot.waitUntil(lambda: words.height() >= words.heightForWidth(words.width()))
    assert words.width() <= 300
    assert {field.height() for field in fields} == {fields[0].sizeHint().height()}
