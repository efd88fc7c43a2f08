"""An empty ledger for the next year, written where the clerk says."""

from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from model.errors import AssistantError
from model.form_file import form_for
from model.levels import Level
from ui.desk.file_dialogs import open_roomy
from ui.desk.files import Files
from ui.look.message_bar import MessageBar

_KIND: Final = "Excel 工作簿 (*.xlsx)"


class BlankLedger(QObject):
    """Asks for the place and writes; the ledger is for the year after the report's on the desk, else for this one."""

    def __init__(self, window: QWidget, files: Files, messages: MessageBar, today: date) -> None:
        super().__init__(window)
        self._window = window
        self._files = files
        self._messages = messages
        self._today = today

    def ask(self) -> None:
        """Let the clerk choose where an empty ledger is written."""
        dialog = QFileDialog(self._window, "导出空白台账", str(self._files.folder), _KIND)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(f"{self._year}年政府信息公开申请登记台账.xlsx")
        dialog.fileSelected.connect(self.write)
        open_roomy(dialog)

    def write(self, path: str) -> None:
        """Write it; one that was filled in there stays."""
        from export.blank_ledger import write

        desk = self._files.desk
        office = desk.session.report.office if desk is not None else ""
        try:
            target, kept = write(Path(path), form_for(self._year), office, self._year)
        except AssistantError as error:
            self._messages.show_message(error.message, Level.ERROR)
            return
        saved = f"那里原来的台账已有登记，没有覆盖，已另存为“{kept.name}”。" if kept is not None else ""
        self._messages.show_message(f"空白台账已写到 {target}；照此登记，下一年直接统计。{saved}")

    @property
    def _year(self) -> int:
        desk = self._files.desk
        return desk.session.report.year + 1 if desk is not None else self._today.year
