"""The editor of a section's words: plain text with number fields; undo belongs to the whole report, not to it."""

from collections.abc import Iterable
from time import monotonic
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from model.number_fields import expand
from model.report import Report
from ui.desk.undo_keys import undo_command
from ui.look.style import SPACE, theme
from ui.prose.headings import Headings
from ui.prose.kept_words import as_kept, kept_of, whole
from ui.prose.number_chip import CHIP, ChipPainter, chip_format
from ui.prose.strays import drop_strays, make_fields
from ui.prose.text_map import FIELD_CHARACTER, TextMap, difference, pieces_of, plain, size_of, tokens_of
from ui.prose.text_marks import Mark, TextMarks, cursor_over

KEPT_MIME: Final = "application/x-nianbao-text"
_PAUSE: Final = 2.0
_LINE_HEIGHT: Final = 155
_LONGEST_LINE: Final = 56
"""Characters: two lines of the printed page; the eye loses longer ones."""


class ProseEditor(QTextEdit):
    """Edits one text of a report.

    Signals: `typed(str)` after each edit by the clerk, with the text as kept.
    """

    typed = Signal(object)

    def __init__(self, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = ""
        self._edits: list[tuple[int, int, int]] = []
        self._places: TextMap | None = None
        self._loading = False
        self._run = 0
        self._next_position = -1
        self._last_time = 0.0
        self._marks = TextMarks(self)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self._set_letters()
        self.document().setDocumentMargin(2 * SPACE)
        self._chips = ChipPainter(self.document(), report)
        self.document().documentLayout().registerHandler(CHIP, self._chips)
        self._headings = Headings(self.document())
        self._set_paragraphs()
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.document().contentsChange.connect(self._note_edit)
        self.document().contentsChanged.connect(self._contents_changed)

    @property
    def kept(self) -> str:
        """The text as kept in the report."""
        return self._kept

    @property
    def places(self) -> TextMap:
        """Where the characters of the kept text stand."""
        if self._places is None:
            self._places = TextMap(self._chips.report, self._kept)
        return self._places

    @property
    def run(self) -> object:
        """What edits of one run of typing have in common: see `model.journal`."""
        return (id(self), self._run)

    def load(self, report: Report, kept: str) -> None:
        """Show a text from its beginning, as after the report was switched."""
        self._loading = True
        self._chips.report = report
        self.clear()
        self._set_paragraphs()
        self._insert(self.textCursor(), kept)
        self._hold(kept)
        self._loading = False
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def show_text(self, kept: str) -> None:
        """Show a text that was changed elsewhere; the cursor goes to the end of what differs."""
        if kept == self._kept:
            return
        self._loading = True
        report = self._chips.report
        before, tokens = tokens_of(report, self._kept), tokens_of(report, kept)
        start, end = difference(before, tokens)
        cursor = self.textCursor()
        cursor.setPosition(size_of(before[:start]))
        cursor.setPosition(size_of(before[: len(before) - end]), QTextCursor.MoveMode.KeepAnchor)
        self._insert(cursor, "".join(tokens[start : len(tokens) - end]))
        self._hold(kept)
        self._loading = False

    def refresh_numbers(self) -> None:
        """Lay the chips out anew: the tables have changed."""
        if FIELD_CHARACTER in self.toPlainText():
            self._loading = True
            self.document().markContentsDirty(0, self.document().characterCount())
            self._loading = False
            self.viewport().update()

    def insert_kept(self, kept: str) -> None:
        """Put words with their number fields at the cursor, or in the place of what is selected, as one step."""
        self._run += 1
        self._insert(self.textCursor(), kept)
        self._run += 1
        self.ensureCursorVisible()

    @property
    def selected(self) -> str:
        """The words selected, as kept."""
        return kept_of(self.textCursor())

    def mark(self, marks: Iterable[Mark]) -> None:
        """Underline places with a wave in the colour of their level.

        Waves move with the words that they stand under: where they are right already, nothing is laid out anew.
        """
        self._marks.underline(list(marks))

    def mark_differing(self, places: Iterable[tuple[int, int]]) -> None:
        """Mark places, in positions as shown, that another version of the text does not have."""
        self._marks.mark_differing(places)

    def mark_found(self, places: Iterable[tuple[int, int]]) -> None:
        """Mark places, in positions as shown, where the words stand that are looked for."""
        self._marks.mark_found(places)

    def select_range(self, start: int, end: int) -> None:
        """Select a place as shown and bring it into view."""
        self.setTextCursor(cursor_over(self, start, end))
        self.ensureCursorVisible()

    @property
    def paragraph(self) -> str:
        """The paragraph under the cursor, as kept."""
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        return kept_of(cursor)

    def drop_selection(self) -> None:
        """Select nothing; the cursor stays behind what was selected."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave undo and redo to the window."""
        if undo_command(event) is not None:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break lines at the edge, or before it where they would be too long to read; keep the cursor in sight if it was."""
        was_seen = QRect(QPoint(), event.oldSize()).intersects(self.cursorRect())
        em = QFontMetricsF(self.document().defaultFont()).horizontalAdvance("字")
        longest = round(_LONGEST_LINE * em + 2 * self.document().documentMargin())
        if event.size().width() > longest:
            self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
            self.setLineWrapColumnOrWidth(longest)
        else:
            self.setLineWrapMode(QTextEdit.LineWrapMode.WidgetWidth)
        super().resizeEvent(event)
        if was_seen:
            self.ensureCursorVisible()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, too: what lies below then needs no painting at each key."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(theme().panel))
        painter.end()
        super().paintEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the letters' own size, which Qt sets anew with another look, and paint headings in its colours."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._set_letters()
        if event.type() == QEvent.Type.StyleChange:
            self._headings.rehighlight()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the words with their numbers; inside the program the fields go along."""
        kept = kept_of(self.textCursor())
        data = QMimeData()
        data.setText(expand(self._chips.report, kept))
        data.setData(KEPT_MIME, kept.encode())
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Only words are taken; a file, though it has a path for text, goes on to the window."""
        return source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as clean text; what was copied here comes back with its fields."""
        if self.isReadOnly() or not self.canInsertFromMimeData(source):
            return
        from model.prose.clean_text import clean

        data = source.data(KEPT_MIME).data() if source.hasFormat(KEPT_MIME) else b""
        self._run += 1
        self._insert(self.textCursor(), bytes(data).decode() if data else clean(source.text()))
        self.ensureCursorVisible()

    def _insert(self, cursor: QTextCursor, kept: str) -> None:
        """Put words in the place of what a cursor has selected, and go on with it: nothing is selected then.

        The format of what is typed next is the cursor's own. Set for the editor it would be set for all of a selection,
        and the number fields in it would be plain characters.
        """
        plain = QTextCharFormat()
        cursor.beginEditBlock()
        if cursor.hasSelection():
            cursor.removeSelectedText()
        for piece in pieces_of(self._chips.report, kept):
            if piece.name:
                cursor.insertText(FIELD_CHARACTER, chip_format(plain, piece.name))
            else:
                cursor.insertText(piece.text, plain)
        cursor.endEditBlock()
        cursor.setCharFormat(plain)
        self.setTextCursor(cursor)

    def _set_letters(self) -> None:
        """What is read at length is a point larger than the words around it."""
        font = self.font()
        font.setPointSizeF(font.pointSizeF() + 1)
        self.document().setDefaultFont(font)

    def _set_paragraphs(self) -> None:
        paragraphs = QTextBlockFormat()
        paragraphs.setTextIndent(2 * self.document().defaultFont().pointSizeF() * 96 / 72)
        paragraphs.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setBlockFormat(paragraphs)

    def _hold(self, kept: str) -> None:
        """Remember what is shown as kept."""
        self._kept = kept
        self._places = None
        self._edits.clear()

    def _kept_now(self) -> str:
        """The kept shape of the whole text; where plain words were edited once, only they are read anew."""
        if self._drop_strays() or len(self._edits) != 1:
            return whole(self.document())
        ((position, removed, added),) = self._edits
        before = self.places
        if before.size - removed + added != self.document().characterCount() - 1:
            return whole(self.document())  # Qt counts the end of the text as edited, too
        words = as_kept(cursor_over(self, position, position + added).selectedText())
        if FIELD_CHARACTER in words or not plain(words):
            return whole(self.document())
        start, end = before.kept_place(position), before.kept_place(position + removed)
        return self._kept[:start] + words + self._kept[end:]

    def _drop_strays(self) -> bool:
        """Take out what stands for nothing; return whether anything was."""
        edits = [(position, added) for position, _, added in self._edits]
        if len(edits) != 1:
            edits = [(0, self.document().characterCount())]  # places of several have moved since
        self._loading = True
        dropped = [drop_strays(self.document(), position, added) for position, added in edits]
        self._loading = False
        return any(dropped)

    def _note_edit(self, position: int, removed: int, added: int) -> None:
        """Note what was edited; begin a new run of typing at another place, after a pause, or with a new paragraph."""
        if self._loading:
            return
        self._edits.append((position, removed, added))
        now = monotonic()
        goes_on = self._next_position in (position, position + removed)
        new_paragraph = self.document().characterAt(position) in "\u2029\n"
        if not goes_on or now - self._last_time > _PAUSE or (added and new_paragraph):
            self._run += 1
        self._next_position = position + added
        self._last_time = now

    def _contents_changed(self) -> None:
        if self._loading:
            return
        before, kept = self._kept, self._kept_now()
        self._hold(kept)
        if self.places.size != self.document().characterCount() - 1:
            self._loading = True
            make_fields(self.document(), self._chips.report)
            self._loading = False
        if kept != before:
            self.typed.emit(kept)
