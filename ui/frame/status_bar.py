"""The line at the foot of the window: help for what is under the cursor at the left, what was done at the right."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.look.elided import ElidedLabel, NoteLine
from ui.look.style import SPACE


class StatusBar(QFrame):
    """Two texts: `hint` and `message`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self._hint = NoteLine("提示", self)
        self._message = ElidedLabel(self)
        self._message.setAccessibleName("状态")
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE + 6, 3, SPACE + 6, 4)
        row.setSpacing(3 * SPACE)
        row.addWidget(self._hint, 1)
        row.addWidget(self._message)

    @property
    def hint(self) -> str:
        """The help shown."""
        return self._hint.text()

    @property
    def message(self) -> str:
        """What was said last."""
        return self._message.text()

    def clear(self) -> None:
        """Say nothing."""
        self.show_hint("")
        self.show_message("")

    def show_hint(self, words: str) -> None:
        """Show help."""
        self._hint.setText(words)

    def show_message(self, words: str) -> None:
        """Say something."""
        self._message.setText(words)
