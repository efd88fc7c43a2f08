"""Marks stand at the words they were put under, move with them, and are laid anew only where something has changed."""

import pytest
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from model.levels import Level
from ui.prose.text_marks import Mark, TextMarks, cursor_over

TEXT = "全年收到申请12件。"


@pytest.fixture
def field(qtbot: QtBot) -> QTextEdit:
    made = QTextEdit()
    qtbot.addWidget(made)
    made.setPlainText(TEXT)
    return made


def marked(field: QTextEdit) -> list[tuple[str, QTextCharFormat.UnderlineStyle]]:
    """The words under each mark, and its line; Qt's own description leaves out what a mark consists of."""
    found = []
    for mark in field.extraSelections():
        place, look = (getattr(mark, name) for name in ("cursor", "format"))
        assert isinstance(look, QTextCharFormat)
        assert isinstance(place, QTextCursor)
        found.append((place.selectedText(), look.underlineStyle()))
    return found


def test_a_wave_moves_with_its_words(field: QTextEdit) -> None:
    marks = TextMarks(field)
    marks.underline([Mark(6, 8, Level.ERROR)])
    QTextCursor(field.document()).insertText("截至年底，")
    assert marked(field) == [("12", QTextCharFormat.UnderlineStyle.WaveUnderline)]


def test_a_remark_is_underlined_otherwise_than_a_finding(field: QTextEdit) -> None:
    marks = TextMarks(field)
    marks.underline([Mark(0, 9, None), Mark(6, 8, Level.WARNING)])
    styles = [style for _, style in marked(field)]
    assert len(set(styles)) == 2


def test_what_is_looked_for_goes_and_the_waves_stay(field: QTextEdit) -> None:
    marks = TextMarks(field)
    marks.underline([Mark(6, 8, Level.ERROR)])
    marks.mark_found([(4, 6)])
    assert [words for words, _ in marked(field)] == ["12", "申请"]
    marks.mark_found([])
    assert [words for words, _ in marked(field)] == ["12"]


def test_what_is_looked_for_is_seen_on_the_ground_of_a_remark(field: QTextEdit) -> None:
    marks = TextMarks(field)
    marks.mark_found([(4, 6)])
    marks.underline([Mark(6, 8, Level.ERROR), Mark(0, 9, None)])
    assert [words for words, _ in marked(field)] == ["全年收到申请12件", "12", "申请"], "the last lies on top"


def test_a_place_beyond_the_end_ends_with_the_text(field: QTextEdit) -> None:
    assert cursor_over(field, 6, 999).selectedText() == "12件。"
