"""Tells that a report is signed and protected, when it is opened and when a key meets it, and leads to where 更正 is."""

from PySide6.QtCore import QObject, Signal

from model.levels import Level
from ui.desk.desk import Desk
from ui.look.message_bar import MessageBar, Offer
from ui.look.own_words import OwnWords


class Protection(QObject):
    """The word about one desk's report. Signals: `leads()` when the clerk wants to go to 上报前检查."""

    leads = Signal()

    def __init__(self, desk: Desk, messages: MessageBar) -> None:
        super().__init__(desk)
        self._session = desk.session
        self._messages = messages
        self._words = OwnWords(messages)
        self._session.report_switched.connect(self.tell)
        self._session.protection_changed.connect(self._take_back)
        self._session.refused.connect(self._refused)
        self.tell()

    def tell(self) -> None:
        """Say it of a report that comes on the desk signed; take back what was said of the one before."""
        self._take_back()
        report = self._session.report
        if report.stage.signed and not self._session.file_read_only and self._messages.gives_way:
            self._show(f"{report.year} 年度报告{report.stage.words}，受保护；确需修改的，请先“更正”。")

    def _take_back(self) -> None:
        """What was said holds no more: the report was opened again, or signed, by whoever knows it."""
        self._words.take_back()

    def _refused(self, words: str) -> None:
        if not self._session.file_read_only and self._messages.gives_way:
            self._show(words)

    def _show(self, words: str) -> None:
        self._words.tell(words, Level.HINT, Offer("到上报前检查", self.leads.emit))
