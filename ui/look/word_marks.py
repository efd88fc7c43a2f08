"""Marks the words that differ in two versions of a text, each shown in a field of its own, by colour and by shape."""

from collections.abc import Iterable

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from model.review.word_diff import Range, changed_ranges, word_diff
from ui.look.painting import extra_selection
from ui.look.style import theme


def show_versions(old_field: QTextEdit, new_field: QTextEdit, old: str, new: str) -> None:
    """Show both versions: struck out what the new one no longer has, underlined what the old one did not have."""
    gone, come = changed_ranges(word_diff(old, new))
    for field, text, places, look in ((old_field, old, gone, _gone()), (new_field, new, come, _come())):
        field.setPlainText(text)
        _mark(field, text, places, look)


def mark_differing(field: QTextEdit, text: str, places: Iterable[Range]) -> None:
    """Mark what another version of the text, which is still being written, does not have."""
    _mark(field, text, places, differing())


def differing() -> QTextCharFormat:
    """Return how words look that only one of two versions has, where neither is the older one of a change."""
    look = QTextCharFormat()
    look.setBackground(QColor(theme().accent_soft))
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    look.setUnderlineColor(QColor(theme().accent))
    return look


def found() -> QTextCharFormat:
    """Return how words look that were looked for."""
    look = QTextCharFormat()
    look.setBackground(QColor(theme().found))
    return look


def _gone() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setForeground(QColor(theme().error))
    look.setBackground(QColor(theme().error_soft))
    look.setFontStrikeOut(True)
    return look


def _come() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setForeground(QColor(theme().good))
    look.setBackground(QColor(theme().good_soft))
    look.setFontUnderline(True)
    return look


def _mark(field: QTextEdit, text: str, places: Iterable[Range], look: QTextCharFormat) -> None:
    """Mark places of the text in the field, which counts rare characters as two."""
    marks = []
    counted = at = 0
    for start, end in places:
        cursor = QTextCursor(field.document())
        for place, mode in (
            (start, QTextCursor.MoveMode.MoveAnchor),
            (end, QTextCursor.MoveMode.KeepAnchor),
        ):
            at += len(text[counted:place].encode("utf-16-le", "surrogatepass")) // 2
            counted = place
            cursor.setPosition(at, mode)
        marks.append(extra_selection(cursor, look))
    field.setExtraSelections(marks)
