"""Undo and redo in the menu: named after the step they would take, and not to be chosen where there is none."""

from typing import Final

from PySide6.QtCore import QObject

from ui.desk.session import Session
from ui.frame.actions import Actions

_WORDS: Final = {"undo": "撤销", "redo": "重做"}


class Steps(QObject):
    """Keeps both actions true to the journal of the session's report."""

    def __init__(self, session: Session, actions: Actions) -> None:
        super().__init__(session)
        self._session = session
        self._actions = actions
        session.changed.connect(self.show)
        session.report_switched.connect(self.show)
        session.typing_changed.connect(self.show)
        self.show()

    def show(self) -> None:
        """Show what can be undone and what can be redone."""
        journal = self._session.journal
        for name, step in (("undo", journal.undo_label), ("redo", journal.redo_label)):
            action = self._actions[name]
            action.setText(f"{_WORDS[name]}“{step}”" if step else _WORDS[name])
            action.setEnabled(bool(step) or (name == "undo" and self._session.is_typing))
