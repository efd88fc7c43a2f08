"""Marks stand at the words they were put under, move with them, and are laid anew only where something has changed."""

import random
from collections.abc import Sequence

import pytest
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from model.levels import Level
from ui.prose.text_marks import Mark, TextMarks, cursor_over

TEXT = "全年收到申请12件。"


class Field(QTextEdit):
    """A text that counts how often its marks were laid."""

    laid = 0

    def setExtraSelections(self, selections: Sequence[QTextEdit.ExtraSelection]) -> None:
        self.laid += 1
        super().setExtraSelections(selections)


@pytest.fixture
def field(qtbot: QtBot) -> Field:
    made = Field()
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


def stand(field: QTextEdit) -> list[tuple[int, int]]:
    """Where the marks stand."""
    found = []
    for mark in field.extraSelections():
        (place,) = (getattr(mark, name) for name in ("cursor",))
        assert isinstance(place, QTextCursor)
        found.append((place.selectionStart(), place.selectionEnd()))
    return found


def test_a_wave_moves_with_its_words(field: Field) -> None:
    marks = TextMarks(field)
    marks.underline([Mark(6, 8, Level.ERROR)])
    QTextCursor(field.document()).insertText("截至年底，")
    assert marked(field) == [("12", QTextCharFormat.UnderlineStyle.WaveUnderline)]


@pytest.mark.parametrize("place", [0, 5, 6, 7, 8, 9])
def test_a_wave_that_stands_right_is_not_laid_anew(field: Field, place: int) -> None:
    marks = TextMarks(field)
    marks.underline([Mark(6, 8, Level.ERROR), Mark(1, 3, None)])
    cursor_over(field, place, place).insertText("约")
    remark, wave = stand(field)
    marks.underline([Mark(*wave, Level.ERROR), Mark(*remark, None)])
    assert field.laid == 1
    marks.underline([Mark(*wave, Level.WARNING), Mark(*remark, None)])
    assert field.laid == 2


def test_waves_are_known_to_stand_where_their_words_have_gone(field: Field) -> None:
    rng = random.Random(4)
    marks = TextMarks(field)
    for _ in range(400):
        field.setPlainText(TEXT)
        start, end = sorted(rng.sample(range(len(TEXT)), 2))
        marks.underline([])
        marks.underline([Mark(start, end, Level.ERROR)])
        cursor_over(field, *sorted(rng.choices(range(len(TEXT) + 1), k=2))).insertText(
            "甲" * rng.randrange(4)
        )
        laid = field.laid
        marks.underline([Mark(*place, Level.ERROR) for place in stand(field)])
        assert field.laid == laid


def test_a_remark_is_underlined_otherwise_than_a_finding(field: Field) -> None:
    marks = TextMarks(field)
    marks.underline([Mark(0, 9, None), Mark(6, 8, Level.WARNING)])
    styles = [style for _, style in marked(field)]
    assert len(set(styles)) == 2


def test_what_is_looked_for_goes_and_the_waves_stay(field: Field) -> None:
    marks = TextMarks(field)
    marks.underline([Mark(6, 8, Level.ERROR)])
    marks.mark_found([(4, 6)])
    assert [words for words, _ in marked(field)] == ["12", "申请"]
    marks.mark_found([])
    assert [words for words, _ in marked(field)] == ["12"]


def test_what_is_looked_for_is_seen_on_the_ground_of_a_remark(field: Field) -> None:
    marks = TextMarks(field)
    marks.mark_found([(4, 6)])
    marks.underline([Mark(6, 8, Level.ERROR), Mark(0, 9, None)])
    assert [words for words, _ in marked(field)] == ["全年收到申请12件", "12", "申请"], "the last lies on top"


def test_a_place_beyond_the_end_ends_with_the_text(field: Field) -> None:
    assert cursor_over(field, 6, 999).selectedText() == "12件。"
