"""The field in which a number is typed, laid over its cell, and the note that says why it was not taken."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QWidget

from ui.grid.command import Command
from ui.grid.keys import Stroke, leaves_editor, stroke_of
from ui.look.keyboard import give_keyboard
from ui.look.style import theme


class CellEditor(QLineEdit):
    """The entry field over a cell.

    Signals: `left(Stroke)` when a key ends typing, `given_up()` when the keyboard goes elsewhere or the
    field out of sight while a number is still being typed.
    """

    left = Signal(object)
    given_up = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._replacing = False
        self._is_open = False
        self._edge = QColor()
        self.setFrame(False)
        self.setTextMargins(3, 0, 3, 0)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers | Qt.InputMethodHint.ImhNoPredictiveText)
        self.hide()

    def open(self, rect: QRect, font: QFont, name: str, text: str, *, replacing: bool) -> None:
        """Show the field over `rect` with `text` in it; `replacing`: typing began with the new number itself."""
        self._replacing = replacing
        self.setAccessibleName(name)
        self.setFont(font)
        self.setGeometry(rect)
        self.setText(text)
        self.show_refused(refused=False)
        self.end(False)
        self._is_open = True
        self.show()

    def put_away(self, heir: QWidget) -> None:
        """Take the field away now that typing has ended; where it has the keyboard, `heir` gets it."""
        self._is_open = False
        if self.hasFocus():
            give_keyboard(heir)
        self.hide()

    def show_refused(self, *, refused: bool) -> None:
        """Show whether what stands in the field is a number."""
        colours = theme()
        self._edge = QColor(colours.error if refused else colours.accent)
        palette = self.palette()
        ink = QColor(colours.error if refused else colours.ink)
        if palette.text().color() != ink:
            palette.setColor(QPalette.ColorRole.Text, ink)
            self.setPalette(palette)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field and the frame around it."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QPen(self._edge, 2))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Keys that end typing are taken before anybody else looks at them."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._leaves(event):
            event.accept()
            return True
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(self._leaves_by(event))
            if event.isAccepted():
                return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Typing ends when the keyboard goes to another part of the window."""
        super().focusOutEvent(event)
        stays = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.reason() not in stays:
            self._give_up()

    def hideEvent(self, event: QHideEvent) -> None:
        """Typing ends when the table goes out of sight."""
        super().hideEvent(event)
        self._give_up()

    def _give_up(self) -> None:
        if self._is_open:
            self._is_open = False
            self.given_up.emit()

    def _leaves_by(self, event: QKeyEvent) -> bool:
        return self._ending(event) is not None

    def _leaves(self, event: QKeyEvent) -> bool:
        stroke = self._ending(event)
        if stroke is not None:
            self.left.emit(stroke)
        return stroke is not None

    def _ending(self, event: QKeyEvent) -> Stroke | None:
        """What a key ends typing with, None where it does not; undo gives up what has nothing more to undo in it."""
        stroke = stroke_of(event)
        if stroke is None or leaves_editor(stroke, replacing=self._replacing):
            return stroke
        gives_up = stroke.command is Command.UNDO and not self.isUndoAvailable()
        return Stroke(Command.CANCEL) if gives_up else None


class Note(QLabel):
    """A line at a cell that says why what was typed there was not taken; it goes with the next key."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = parent
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, cell: QRect, text: str) -> None:
        """Show the words under a cell, above it where there is no room."""
        colours = theme()
        self.setStyleSheet(
            f"background: {colours.error_soft}; color: {colours.error};"
            f" border: 1px solid {colours.error}; padding: 3px 6px;"
        )
        self.setText(text)
        self.setAccessibleName(text)
        room = self._view.rect()
        self.setWordWrap(self.sizeHint().width() > room.width())
        size = self.sizeHint()
        self.resize(
            min(size.width(), room.width()),
            self.heightForWidth(room.width()) if self.wordWrap() else size.height(),
        )
        below = cell.bottom() + 3
        top = below if below + self.height() <= room.bottom() else cell.top() - self.height() - 2
        left = min(max(cell.right() - self.width(), 0), room.width() - self.width())
        self.move(left, max(top, 0))
        self.show()
        self.raise_()
