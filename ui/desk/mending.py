"""A file that is damaged: told with the place of the damage, and its newest sound state offered."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from model.errors import AssistantError, FileDamaged
from model.file.generations import Generation
from model.file.office_file import OfficeFile, newest_sound_generation
from model.levels import Level
from ui.look.message_bar import MessageBar, Offer


class Mending(QObject):
    """Signals: `mended(OfficeFile, str)` when a sound state has taken a damaged file's place: the file, and what to say."""

    mended = Signal(object, str)

    def __init__(self, messages: MessageBar, parent: QObject) -> None:
        super().__init__(parent)
        self._messages = messages

    def offer(self, path: Path, error: FileDamaged) -> None:
        """Say what is wrong with the file, and offer what there is in its place."""
        generation = newest_sound_generation(path)
        offers = (
            (Offer(f"恢复 {generation.name}", partial(self._mend, path, generation)),) if generation else ()
        )
        self._messages.show_message(error.message, Level.ERROR, offers)

    def _mend(self, path: Path, generation: Generation) -> None:
        try:
            office = OfficeFile.mend(path, generation)
        except AssistantError as error:
            self._messages.show_message(error.message, Level.ERROR)
            return
        self.mended.emit(
            office,
            f"已恢复 {generation.name}；损坏的文件另存在同一文件夹中，读得出的内容可在“历史版本”里对比。",
        )
