"""One field of the office's data: typing goes into the report at once, undo belongs to the whole report."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from model.days import date_in, is_day
from model.report import Change, Slot, SlotKind
from ui.desk.refusal import would_change
from ui.desk.session import Session
from ui.desk.text_menu import with_report_undo
from ui.desk.undo_keys import undo_command
from ui.look.restyle import restyle
from ui.look.text_line import RestingLine


class FieldEdit(RestingLine):
    """Edits a text field of the session's report: office data, or what was done with the report."""

    def __init__(
        self,
        session: Session,
        name: str,
        words: str,
        parent: QWidget | None = None,
        kind: SlotKind = SlotKind.FIELD,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._words = words
        self.slot = Slot(kind, name)
        self.setAccessibleName(words)
        self.setObjectName(name)
        self.textEdited.connect(self._keep)
        session.data_changed.connect(self._changed)
        self.reload()

    def reload(self) -> None:
        """Show what the session's report says."""
        self.setText(self._held)
        self.setReadOnly(self._session.locks(self.slot.kind))

    @property
    def _held(self) -> str:
        """What the report has in the field's slot."""
        return str(self._session.report.get(self.slot.kind, self.slot.key) or "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave undo and redo to the window. Where the field cannot be changed, say why."""
        if undo_command(event) is not None:
            event.ignore()
            return
        if self.isReadOnly() and would_change(event):
            self._session.refuse()
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done with the field."""
        menu = with_report_undo(self.createStandardContextMenu(), self._session)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def _keep(self, text: str) -> None:
        run = (id(self), "field") if text else None
        self._session.edit([(self.slot, text.strip())], f"修改{self._words}", run=run)

    def _changed(self, change: Change) -> None:
        now = self._held
        if self.slot in change.slots and now != self.text().strip():
            self.setText(now)


class DayEdit(FieldEdit):
    """A field for a day. Only a day, or none, reaches the report; what is neither is marked and can be mended."""

    def __init__(
        self,
        session: Session,
        name: str,
        words: str,
        parent: QWidget | None = None,
        kind: SlotKind = SlotKind.FIELD,
    ) -> None:
        super().__init__(session, name, words, parent, kind)
        self.textChanged.connect(self._mark)
        self.editingFinished.connect(self._normalise)
        session.typing_due.connect(self._take_typed)

    def _keep(self, text: str) -> None:
        if not text.strip() or is_day(text.strip()):
            super()._keep(text)

    def _mark(self, text: str) -> None:
        wrong = bool(text.strip()) and not is_day(text.strip())
        state = "error" if wrong else ""
        if (self.property("state") or "") == state:
            return
        self.setProperty("state", state)
        self.setToolTip(f"请按“年-月-日”填写，如 {self._session.report.year + 1}-01-20" if wrong else "")
        restyle(self)

    def _take_typed(self) -> None:
        """Take what is typed in sight; a field of a page that was put away has nothing to say."""
        if self.isVisible():
            self._normalise()

    def _normalise(self) -> None:
        """Take 2025.1.20 and 2025年1月20日 for the day that they plainly are."""
        day = date_in(self.text()) if self.property("state") == "error" else None
        if day is not None:
            self.setText(day.isoformat())
            self._keep(self.text())
