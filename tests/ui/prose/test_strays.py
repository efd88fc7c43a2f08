"""What nobody can see, or stands for nothing, leaves an editor's document; the rest stays at its place."""

import pytest
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication

from tests.export.sample import report_of
from ui.prose.kept_words import whole
from ui.prose.number_chip import chip_format, chip_name
from ui.prose.strays import drop_strays, make_fields
from ui.prose.text_map import FIELD_CHARACTER


@pytest.fixture
def document(qapp: QApplication) -> QTextDocument:
    """A paragraph with a number field in it and a rare character."""
    made = QTextDocument()
    cursor = QTextCursor(made)
    cursor.insertText("收到", QTextCharFormat())
    cursor.insertText(FIELD_CHARACTER, chip_format(QTextCharFormat(), "收到申请总数"))
    cursor.insertText("𠮷件", QTextCharFormat())
    return made


def add(document: QTextDocument, position: int, words: str) -> bool:
    """Put words somewhere as Qt does, and drop what is stray of them."""
    cursor = QTextCursor(document)
    before = document.characterCount()
    cursor.setPosition(position)
    cursor.insertText(words)
    return drop_strays(document, position, document.characterCount() - before)


@pytest.mark.parametrize(
    "stray", "\x00\x07\u200b\ufeff\ufff9\ufffa\ufffb\ufffc\ufffe\uffff\U000e0100\ud842\udfb7"
)
@pytest.mark.parametrize(
    ("position", "kept"),
    [
        (0, "甲乙收到{收到申请总数}𠮷件"),
        (2, "收到甲乙{收到申请总数}𠮷件"),
        (3, "收到{收到申请总数}甲乙𠮷件"),
        (5, "收到{收到申请总数}𠮷甲乙件"),
    ],
)
def test_what_stands_for_nothing_goes(document: QTextDocument, stray: str, position: int, kept: str) -> None:
    count = document.characterCount()
    assert add(document, position, f"甲{stray}乙")
    assert whole(document) == kept
    assert document.characterCount() == count + 2


def test_a_field_and_a_rare_character_stay(document: QTextDocument) -> None:
    before = whole(document)
    assert not drop_strays(document, 0, document.characterCount())
    assert whole(document) == before == "收到{收到申请总数}𠮷件"


@pytest.mark.parametrize("end", ["\u2028", "\v", "\f", "\x85"])
def test_what_breaks_a_line_begins_a_paragraph(document: QTextDocument, end: str) -> None:
    assert add(document, 2, f"一{end}二")
    assert document.blockCount() == 2
    assert whole(document) == "收到一\n二{收到申请总数}𠮷件"


def test_half_of_a_character_goes_with_its_other_half(document: QTextDocument) -> None:
    cursor = QTextCursor(document)
    cursor.setPosition(4)
    cursor.setPosition(5, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    drop_strays(document, 4, 0)
    assert whole(document) == "收到{收到申请总数}件"
    assert document.characterCount() - 1 == 4


def test_a_field_written_by_its_name_is_shown_as_one(document: QTextDocument) -> None:
    add(document, 0, "𠮷{办结申请总数}，{没有此项}")
    make_fields(document, report_of())
    assert whole(document) == "𠮷{办结申请总数}，{没有此项}收到{收到申请总数}𠮷件"
    cursor = QTextCursor(document)
    cursor.setPosition(3)
    assert chip_name(cursor.charFormat()) == "办结申请总数"
