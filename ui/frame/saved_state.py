"""Whether the report is saved: in its file, in the crash copy only, or nowhere yet. Shown in the header."""

from datetime import datetime

from PySide6.QtCore import QObject

from ui.desk.desk import Desk
from ui.frame.header import Header


class SavedState(QObject):
    """What the header says of one desk's file."""

    def __init__(self, desk: Desk, header: Header) -> None:
        super().__init__(desk)
        self._desk = desk
        self._header = header
        self._copied = ""
        self._failed = False
        desk.session.file_changed.connect(self.show)
        desk.copied.connect(self._note_copied)
        desk.failed.connect(self._note_failed)
        desk.saved.connect(self.show)
        self.show()

    def show(self) -> None:
        """Show how it stands."""
        path = self._desk.path
        self._header.show_saved(self.words, str(path) if path is not None else "还没有存为文件")

    @property
    def words(self) -> str:
        """Where the report is kept as it is now."""
        if self._desk.session.file_read_only:
            return "只读"
        if not self._desk.session.dirty and self._desk.path is not None:
            return f"已保存 {_short(self._desk.office.content.origin.when)}".rstrip()
        kept = f"已备份 {self._copied}" if self._copied else ""
        if self._failed:
            kept = "未能备份"
        if self._desk.path is None:
            return f"{kept}，尚未存为文件" if kept else "尚未存为文件"
        return f"有改动，{kept or '未保存'}"

    def _note_copied(self) -> None:
        self._copied, self._failed = f"{datetime.now().astimezone():%H:%M}", False
        self.show()

    def _note_failed(self) -> None:
        self._failed = True
        self.show()


def _short(when: str) -> str:
    """The time of a save: without the day where that is today, and without seconds."""
    day, _, time = when.rpartition(" ")
    today = f"{datetime.now().astimezone():%Y-%m-%d}"
    return f"{'' if day == today else day} {time[:5]}".strip()
