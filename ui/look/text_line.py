"""A line to type in. Files are no text: one that is dropped on it goes on to the window, one that is pasted is refused."""

from PySide6.QtGui import QDragEnterEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit


class TextLine(QLineEdit):
    """A line edit that takes text alone; Qt's own takes a file's path for text."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Leave files to whoever stands behind: the window opens or imports them."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste text only."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)

    def paste(self) -> None:
        """Put the clipboard's text at the cursor; a copied file's path is none."""
        if not QGuiApplication.clipboard().mimeData().hasUrls():
            super().paste()
