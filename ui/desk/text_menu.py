"""The menu of a place where text is typed: Qt's own, but 撤销 and 重做 belong to the whole report."""

from typing import Final

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ui.desk.session import Session

_UNDO: Final = "edit-undo"
_REDO: Final = "edit-redo"
"""The names that Qt gives its own entries."""


def with_report_undo(menu: QMenu, session: Session) -> QMenu:
    """Let the menu's 撤销 and 重做 take back the last step of the report, wherever it was made."""
    for old in menu.actions():
        if old.objectName() == _UNDO:
            _replace(menu, old, "撤销", session.journal.undo_label).triggered.connect(session.undo)
        elif old.objectName() == _REDO:
            _replace(menu, old, "重做", session.journal.redo_label).triggered.connect(session.redo)
    return menu


def _replace(menu: QMenu, old: QAction, words: str, label: str) -> QAction:
    """Put an entry of our own in the place of Qt's; it can be chosen where there is a step to take."""
    entry = QAction(f"{words}“{label}”" if label else words, menu)
    entry.setObjectName(old.objectName())
    entry.setEnabled(bool(label))
    menu.insertAction(old, entry)
    menu.removeAction(old)
    return entry
