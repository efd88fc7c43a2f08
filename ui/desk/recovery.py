"""What a crash has left of a file: offered when the file is opened, brought back, or put into the history."""

from functools import partial

from PySide6.QtCore import QObject

from model.errors import AssistantError
from model.file.crash_copy import CrashCopy
from model.levels import Level
from ui.desk.desk import Desk
from ui.look.message_bar import MessageBar, Offer


class Recovery(QObject):
    """Offers a crash copy in the message line."""

    def __init__(self, messages: MessageBar, parent: QObject) -> None:
        super().__init__(parent)
        self._messages = messages

    def offer(self, desk: Desk, copy: CrashCopy) -> None:
        """Ask what is to become of the copy."""
        offers = (self.taking(desk, copy), Offer("不要了", partial(self._decline, desk)))
        self._messages.show_message(f"上次退出时有未保存的修改：{copy.name}", Level.WARNING, offers)

    def taking(self, desk: Desk, copy: CrashCopy) -> Offer:
        """Return the offer to bring the copy back."""
        return Offer("恢复", partial(self.take, desk, copy))

    def take(self, desk: Desk, copy: CrashCopy) -> None:
        """Put what the copy holds on the desk."""
        try:
            desk.restore(copy.content)
        except AssistantError as error:
            self._messages.show_message(error.message, Level.ERROR, (self.taking(desk, copy),))
        else:
            self._messages.clear()

    def _decline(self, desk: Desk) -> None:
        try:
            desk.office.decline_recovery()
        except AssistantError as error:
            self._messages.show_message(error.message, Level.ERROR)
        else:
            self._messages.show_message("未保存的修改已放入“历史版本”，需要时可从那里恢复。")
