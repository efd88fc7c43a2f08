"""One field of the office's data: typing goes into the report at once, undo belongs to the whole report."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from model.report import Change, Slot, SlotKind
from ui.session import Session


class FieldEdit(QLineEdit):
    """Edits a text field of the session's report."""

    def __init__(self, session: Session, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._words = words
        self.slot = Slot(SlotKind.FIELD, name)
        self.setAccessibleName(words)
        self.setObjectName(name)
        self.textEdited.connect(self._keep)
        session.changed.connect(self._changed)
        self.reload()

    def reload(self) -> None:
        """Show what the session's report says."""
        self.setText(self._session.report.field(self.slot.key))
        self.setReadOnly(self._session.read_only)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window's actions."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
            if any(event.matches(key) for key in undo):
                event.ignore()
                return False
        return super().event(event)

    def _keep(self, text: str) -> None:
        run = (id(self), "field") if text else None
        self._session.edit([(self.slot, text.strip())], f"修改{self._words}", run=run)

    def _changed(self, change: Change) -> None:
        now = self._session.report.field(self.slot.key)
        if self.slot in change.slots and now != self.text().strip():
            self.setText(now)
