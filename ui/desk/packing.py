"""备份包 in the window: made of the report on the desk, and restored beside what is there."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from model.errors import AssistantError
from model.file.pack import ENDS_IN, Unpacked, pack, proposed_name, unpack
from model.levels import Level
from ui.desk.files import Files
from ui.desk.settings import Settings
from ui.look.message_bar import MessageBar, Offer


class Packing(QObject):
    """Signals: `folder_wanted(Path)` to show where a backup lies."""

    folder_wanted = Signal(object)

    def __init__(self, files: Files, settings: Settings, messages: MessageBar) -> None:
        super().__init__(files)
        self._files = files
        self._settings = settings
        self._messages = messages
        files.dialogs.pack_chosen.connect(self.pack)
        files.dialogs.unpack_chosen.connect(self.unpack)

    def ask_pack(self) -> None:
        """Let the clerk choose where a backup of the report goes; it is saved first."""
        desk = self._files.desk
        if desk is None:
            return
        if not desk.session.file_read_only:
            self._files.save()
        if desk.path is None or desk.session.dirty:
            return  # saving has asked, or told what is in the way
        self._files.dialogs.ask_pack(self._files.folder, proposed_name(desk.path))

    def ask_unpack(self) -> None:
        """Let the clerk choose a backup to be restored."""
        self._files.dialogs.ask_unpack()

    def pack(self, target: Path, *, overwrite: bool = False) -> None:
        """Make a backup; where a file stands there, ask first (unless `overwrite`)."""
        desk = self._files.desk
        if desk is None or desk.path is None:
            return
        target = target if target.suffix.lower() == ENDS_IN else target.with_name(target.name + ENDS_IN)
        if target.exists() and not overwrite:
            offers = (
                Offer("覆盖", partial(self.pack, target, overwrite=True)),
                Offer("另选位置…", self.ask_pack),
            )
            self._messages.show_message(f"已有名为“{target.name}”的文件。", Level.WARNING, offers)
            return
        try:
            pack(desk.path, self._settings.written(), target)
        except AssistantError as error:
            self._messages.show_message(error.message, Level.ERROR)
            return
        offer = Offer("打开所在文件夹", partial(self.folder_wanted.emit, target.parent))
        self._messages.show_message(
            f"已制作备份包“{target.name}”：报告、历史版本、常用语和程序设置。", offers=(offer,)
        )

    def unpack(self, source: Path) -> None:
        """Restore a backup into its own folder and open its report."""
        try:
            restored = unpack(source, source.parent)
        except AssistantError as error:
            self._messages.show_message(error.message, Level.ERROR)
            return
        if restored.settings:
            self._settings.restore(restored.settings)
        self._files.open(restored.report)
        if not self._messages.text or restored.lost or restored.instead:
            words, level = _words(restored)
            self._messages.show_message(words, level)


def _words(restored: Unpacked) -> tuple[str, Level]:
    words = f"已从备份包恢复“{restored.report.name}”和 {restored.states} 个历史版本。"
    if restored.instead:
        words += f"备份包中的报告已损坏，恢复的是{restored.instead}。"
    if restored.lost:
        words += f"另有 {restored.lost} 个历史版本已损坏，没有恢复。"
    return words, Level.WARNING if restored.lost or restored.instead else Level.HINT
