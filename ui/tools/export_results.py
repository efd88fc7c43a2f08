"""What came of an export: a line for each file, which opens it or its folder, and for what could not be done."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.look.buttons import Button
from ui.look.scrolling import bring_into_sight
from ui.look.style import SPACE


class ExportResults(QWidget):
    """The lines, in the order in which they came."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._refusals: set[str] = set()
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(SPACE + 2)

    def clear(self) -> None:
        """Begin anew."""
        self._refusals.clear()
        while self._lines.count():
            widget = self._lines.takeAt(0).widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def add_refusal(self, words: str) -> None:
        """Say what could not be done, once."""
        if words not in self._refusals:
            self._refusals.add(words)
            self._add(words, "refusal")

    def add_file(self, path: Path, words: str) -> None:
        """Show a file that was written, in `words`, with what opens it."""
        row = self._add(words, "fieldLabel")
        for text, target in (("打开", path), ("打开所在文件夹", path.parent)):
            row.addWidget(_OpenButton(text, target, self))

    def bring_last(self) -> None:
        """Bring the last line into sight, once it has its place."""
        last = self._lines.itemAt(self._lines.count() - 1) if self._lines.count() else None
        if last is not None and last.widget() is not None:
            bring_into_sight(last.widget())

    def _add(self, words: str, name: str) -> QHBoxLayout:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(SPACE, 0, 0, 0)
        label = QLabel(words, line)
        label.setObjectName(name)
        label.setWordWrap(True)
        row.addWidget(label, 1)
        self._lines.addWidget(line)
        return row


class _OpenButton(Button):
    """Opens a file or folder with the program that the system has for it."""

    def __init__(self, words: str, target: Path, parent: QWidget) -> None:
        super().__init__(words, parent)
        self.setProperty("small", "true")
        self.setAccessibleName(f"{words} {target.name}")
        self._target = target
        self.clicked.connect(self._open)

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._target)))
