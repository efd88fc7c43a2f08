"""The words that differ are marked where they stand, by more than colour."""

from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from ui.look.word_marks import show_versions


def marked(field: QTextEdit) -> list[tuple[str, QTextCharFormat]]:
    selections = field.extraSelections()
    return [(each.cursor.selectedText(), QTextCharFormat(each.format)) for each in selections]  # type: ignore[attr-defined]


def test_each_version_shows_its_own_words_marked(qtbot: QtBot) -> None:
    fields = QTextEdit(), QTextEdit()
    for field in fields:
        qtbot.addWidget(field)
    show_versions(*fields, "𠮷镇受理12件，办结3件。", "𠮷镇受理15件，全部办结。")
    gone, come = map(marked, fields)
    assert [words for words, _ in gone] == ["12", "办结3件"]
    assert [words for words, _ in come] == ["15", "全部办结"]
    assert all(look.fontStrikeOut() for _, look in gone)
    assert all(look.fontUnderline() for _, look in come)
