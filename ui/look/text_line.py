"""Lines to type in, of text in one line.

Files are no text: one that is dropped on a line goes on to the window, one that is pasted is refused.
"""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QValidator,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.look.clipboard import copied

_COMES_BACK: Final = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""Why the keyboard leaves a line for a while only: a menu, another window."""


class _OneLine(QValidator):
    """Takes what came in by any way, keys, clipboard, mouse or input method, without what a line cannot show.

    Qt's lines keep line breaks, tabs and characters that take no place, and they would be printed; of characters that only
    look like the usual ones nothing would be found.
    """

    def validate(self, text: str, at: int, /) -> tuple[QValidator.State, str, int]:
        """Return the text as the line is to have it, and where the cursor is then."""
        if text.isascii() and text.isprintable():
            return QValidator.State.Acceptable, text, at
        line = _in_one_line(text)
        if line == text:
            return QValidator.State.Acceptable, text, at
        # Qt counts in UTF-16, where a rare character counts twice.
        before = text.encode("utf-16-le", "surrogatepass")[: 2 * at].decode("utf-16-le", "ignore")
        return QValidator.State.Acceptable, line, len(_in_one_line(before).encode("utf-16-le")) // 2


def _in_one_line(text: str) -> str:
    # Loaded here: the start page has lines to type in, and needs none of it.
    from model.characters import in_one_line

    return in_one_line(text)


class PathLine(QLineEdit):
    """A line edit that keeps what is typed: the name of a folder may have what no text should.

    Qt's own takes a file that comes for its path.
    """

    def path_in(self, folder: Path) -> Path:
        """Return the path that is typed; one that does not begin at the top is in `folder`, not where the program runs."""
        typed = Path(self.text().strip())
        return Path.home().joinpath(*typed.parts[1:]) if typed.parts[:1] == ("~",) else folder / typed

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Leave files to whoever stands behind: the window opens or imports them."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste text only."""
        if event.matches(QKeySequence.StandardKey.Paste) and not self.isReadOnly():
            self.paste()
        else:
            super().keyPressEvent(event)

    def paste(self) -> None:
        """Put the clipboard's text at the cursor; a copied file's path is none."""
        if not copied().hasUrls():
            super().paste()


class TextLine(PathLine):
    """A line edit that takes text alone, fit for one line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setValidator(_OneLine(self))

    def paste(self) -> None:
        """Put the clipboard's text at the cursor; a copied file's path is none.

        It is made fit for one line beforehand: Qt forgets the way back where a validator changes what came.
        """
        data = copied()
        if data.hasText() and not data.hasUrls():
            self.insert(_in_one_line(data.text()))


class RestingLine(TextLine):
    """A line that shows the beginning of what is too long for it while nobody edits it; Qt's own shows where the cursor is."""

    _left_at = 0
    """Where the cursor stood when it was put at the beginning."""

    def setText(self, text: str | None, /) -> None:
        """Show another text, from its beginning unless it is being edited."""
        super().setText(text)
        if not self.hasFocus():
            self._rest()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the beginning of what was edited."""
        super().focusOutEvent(event)
        if event.reason() not in _COMES_BACK:
            self._rest()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Go on where the cursor stood; a click says itself where."""
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self._go_on()
        self._left_at = 0
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take keys that are handed on to a line without focus where the cursor stood, too."""
        self._go_on()
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take what an input method brings where the cursor stood, too."""
        self._go_on()
        super().inputMethodEvent(event)

    def _rest(self) -> None:
        self._left_at = self.cursorPosition()
        self.home(False)

    def _go_on(self) -> None:
        """Put the cursor back where it stood, unless it was put somewhere else meanwhile."""
        if self._left_at and not self.cursorPosition() and not self.hasSelectedText():
            self.setCursorPosition(self._left_at)
        self._left_at = 0
