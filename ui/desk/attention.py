"""Whether the clerk has gone on with the report while something long was done in the background."""

from PySide6.QtCore import QObject

from ui.desk.session import Session


class Attention(QObject):
    """Watches, from a moment on, whether a report is being edited.

    Who waits for a result is shown it at once; who types meanwhile is not to find another page under the next key.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self.elsewhere = False
        """Whether something was typed or changed since."""

    def watch(self, session: Session | None) -> None:
        """Begin anew; `session` is that of the open report, if there is one."""
        if session is not self._session:
            self._session = session
            if session is not None:
                session.changed.connect(self._stir)
                session.typing_changed.connect(self._stir)
        self.elsewhere = False

    def _stir(self) -> None:
        # A session that was watched before may still be there; one that is gone tells nothing more.
        if self.sender() is self._session:
            self.elsewhere = True
