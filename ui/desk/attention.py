"""Results of what is done in the background: shown at once to who waits, told to who has gone on with the report."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from ui.desk.desk import Desk
from ui.desk.session import Session
from ui.look.message_bar import MessageBar, Offer


class Attention(QObject):
    """Watches, from a moment on, whether the clerk still waits for what a page is to show.

    Who waits for a result is shown it at once; who types meanwhile, or leaves the page, is not to find another page
    under the next key.
    """

    def __init__(self, page: QWidget, messages: MessageBar) -> None:
        super().__init__(page)
        self._page = page
        self._messages = messages
        page.installEventFilter(self)
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

    @property
    def waits(self) -> bool:
        """Whether the page is in sight, or was not left and nothing was typed since."""
        return self._page.isVisible() or not self._stirred

    def show(self, words: str, show: Callable[[], object]) -> None:
        """Show a result on the page by calling `show`, or say in `words` that it is there and offer to."""
        if self.waits:
            show()
        else:
            self._messages.show_message(words, offers=(Offer("查看", show),))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the page being left, which a window that is only minimised does not."""
        if event.type() is QEvent.Type.Hide and not event.spontaneous():
            self._stirred = True
        return super().eventFilter(watched, event)

    def _stir(self) -> None:
        # A session that was watched before may still be there; one that is gone tells nothing more.
        if self.sender() is self._session:
            self._stirred = True
