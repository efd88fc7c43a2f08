"""Results of what is done in the background: shown at once to who waits, told to who has gone on with the report."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.desk.desk import Desk
from ui.desk.session import Session
from ui.look.message_bar import MessageBar, Offer


class Attention(QObject):
    """Watches, from a moment on, whether the report on the desk is being edited.

    Who waits for a result is shown it at once; who types meanwhile is not to find another page under the next key.
    """

    def __init__(self, messages: MessageBar, parent: QObject) -> None:
        super().__init__(parent)
        self._messages = messages
        self._session: Session | None = None
        self._stirred = False

    def watch(self, desk: Desk | None) -> None:
        """Begin anew with the desk as it now is, None for the start page."""
        session = desk.session if desk is not None else None
        if session is not self._session:
            self._session = session
            if session is not None:
                session.changed.connect(self._stir)
                session.typing_changed.connect(self._stir)
        self._stirred = False

    def waits_for(self, page: QWidget) -> bool:
        """Whether the clerk waits for what a page is to show: nothing was typed since, or the page is in sight."""
        return page.isVisible() or not self._stirred

    def show(self, page: QWidget, words: str, show: Callable[[], object]) -> None:
        """Show a result on its page by calling `show`, or say in `words` that it is there and offer to."""
        if self.waits_for(page):
            show()
        else:
            self._messages.show_message(words, offers=(Offer("查看", show),))

    def _stir(self) -> None:
        # A session that was watched before may still be there; one that is gone tells nothing more.
        if self.sender() is self._session:
            self._stirred = True
