"""A line beside the lists below a page to write something in about a place: a 说明, a 意见."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.look.buttons import Button
from ui.look.keyboard import has_keyboard
from ui.look.text_line import TextLine


class WritingLine(QWidget):
    """The field, and what saves and puts away; Enter saves, Esc puts away.

    Signals: `asked()` when the line is to be seen, `left(bool)` when it is put away, and whether the keyboard was in it.
    """

    asked = Signal()
    left = Signal(bool)

    def __init__(self, what: str, save: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("explanation")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.edit = TextLine(self)
        self.edit.setAccessibleName(f"{what}内容")
        self.edit.setPlaceholderText(hint)
        self.edit.returnPressed.connect(self.give)
        self._save = Button(save, self)
        self._save.setAccessibleName(f"保存{what}")
        self._save.clicked.connect(self.give)
        self._cancel = Button("取消", self)
        self._cancel.setAccessibleName(f"取消{what}")
        self._cancel.clicked.connect(self.leave)
        for button in (self._save, self._cancel):
            button.setProperty("small", "true")

    @property
    def is_written_in(self) -> bool:
        """Whether something in sight waits to be saved."""
        raise NotImplementedError

    def give(self) -> None:
        """Give what was written, and put the line away."""
        raise NotImplementedError

    def take(self) -> None:
        """Give what was typed in sight, as when the report is saved meanwhile."""
        if self.is_written_in:
            self.give()

    def leave(self) -> None:
        """Put the line away."""
        self.left.emit(has_keyboard(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts the line away."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
