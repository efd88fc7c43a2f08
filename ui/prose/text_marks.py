"""The marks of a text that is being written: waves under what was found, grounds behind what differs or is looked for.

They are no part of the text and move with the words that they stand at.
"""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from model.levels import Level
from ui.look.levels import look_of
from ui.look.painting import extra_selection
from ui.look.style import Theme, theme
from ui.look.word_marks import differing, found


class Mark(NamedTuple):
    """A place to underline, in positions as shown; without a `level` one about which there is a 意见."""

    start: int
    end: int
    level: Level | None

    def moved(self, position: int, removed: int, added: int) -> "Mark":
        """Return it as it stands after words were replaced at a position, with its own words as a cursor does."""
        start, end, level = self
        if start >= position:
            start = position + added
        if end >= position:
            end = max(end - removed, position) + added
        return Mark(start, end, level)


class TextMarks:
    """The marks of one editor; places are positions as shown."""

    def __init__(self, editor: QTextEdit) -> None:
        self._editor = editor
        self._waves: list[Mark] = []
        self._differing: list[QTextEdit.ExtraSelection] = []
        self._found: list[QTextEdit.ExtraSelection] = []
        self._ink = theme()
        editor.document().contentsChange.connect(self._follow)

    def underline(self, wanted: list[Mark]) -> None:
        """Put waves under places; where they are right already, nothing is laid out anew."""
        if wanted == self._waves and self._ink == theme():
            return
        self._ink = theme()
        self._waves = wanted
        self._lay()

    def _follow(self, position: int, removed: int, added: int) -> None:
        """Know where the waves stand after an edit: with their words, as cursors do."""
        behind, by = position + removed, added - removed
        self._waves = [
            Mark(start + by, end + by, level)
            if start >= behind
            else Mark(start, end, level).moved(position, removed, added)
            for start, end, level in self._waves
        ]

    def mark_differing(self, places: Iterable[tuple[int, int]]) -> None:
        """Mark what another version of the text does not have."""
        before, self._differing = self._differing, self._grounds(places, differing())
        if before or self._differing:
            self._lay()

    def mark_found(self, places: Iterable[tuple[int, int]]) -> None:
        """Mark what is looked for."""
        before, self._found = self._found, self._grounds(places, found())
        if before or self._found:
            self._lay()

    def _grounds(
        self, places: Iterable[tuple[int, int]], look: QTextCharFormat
    ) -> list[QTextEdit.ExtraSelection]:
        return [extra_selection(self._over(*place), look) for place in places]

    def _lay(self) -> None:
        """Show all marks: the ground of a 意见 below the others, what is looked for over them."""
        remarked, waves = (
            [
                extra_selection(self._over(mark.start, mark.end), _wave(mark.level, self._ink))
                for mark in self._waves
                if (mark.level is None) is is_remark
            ]
            for is_remark in (True, False)
        )
        self._editor.setExtraSelections([*remarked, *self._differing, *waves, *self._found])

    def _over(self, start: int, end: int) -> QTextCursor:
        return cursor_over(self._editor, start, end)


def cursor_over(editor: QTextEdit, start: int, end: int) -> QTextCursor:
    """Return a cursor over a place of a text, or as much of it as there is."""
    cursor = QTextCursor(editor.document())
    last = editor.document().characterCount() - 1
    cursor.setPosition(min(start, last))
    cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _wave(level: Level | None, colours: Theme) -> QTextCharFormat:
    wave = QTextCharFormat()
    if level is None:
        wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        wave.setUnderlineColor(QColor(colours.explain))
        wave.setBackground(QColor(colours.explain_soft))
        return wave
    wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    wave.setUnderlineColor(QColor(look_of(level, colours).ink))
    return wave
