"""The net for what nobody expected: the crash copy is written first, then it is shown what happened."""

import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from model.levels import Level
from model.program import what_became
from ui.frame.main_window import MainWindow
from ui.look.message_bar import Offer


class CrashGuard(QObject):
    """Catches exceptions that nothing else has caught."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.report = ""

    def install(self) -> None:
        """Stand where Python reports what was not caught."""
        sys.excepthook = self.caught

    def caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Keep the edits, then show the error: a sentence of our own, or the offer to copy its details."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        desk = self._window.desk
        kept = desk is not None and desk.write_crash_copy()
        # Loaded here: a start that goes well needs neither.
        from model.errors import AssistantError
        from model.file.logbook import note_error

        note_error(error)
        if isinstance(error, AssistantError):
            self._window.messages.show_message(error.message, Level.ERROR)
            return
        self.report = "".join(traceback.format_exception(kind, error, trace))
        if sys.stderr is not None:  # Windows gives a program with windows no terminal
            sys.stderr.write(self.report)
        edits = "已先保留全部修改，" if kept else ""
        known = what_became()
        words = f"{edits}{known}。" if known else _unexpected(kind, edits)
        self._window.messages.show_message(words, Level.ERROR, (Offer("复制详细信息", self._copy),))

    def _copy(self) -> None:
        from model.file.logbook import last_lines

        QGuiApplication.clipboard().setText(f"{self.report}\n{last_lines()}".rstrip())


def _unexpected(kind: type[BaseException], edits: str) -> str:
    return f"程序遇到没有料到的问题（{kind.__name__}），{edits}可继续使用。请把详细信息交给维护人员。"
