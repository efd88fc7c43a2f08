"""What one part of the window has said in the line of messages, and may take back; what others say since stays."""

from model.levels import Level
from ui.look.message_bar import MessageBar, Offer


class OwnWords:
    """The last message of one part of the window: known again by being that message, not by what it says."""

    def __init__(self, messages: MessageBar) -> None:
        self._messages = messages
        self._number = 0

    @property
    def stands(self) -> bool:
        """Whether the message that is shown is the one told here."""
        return bool(self._messages.text) and self._number == self._messages.number

    def tell(self, words: str, level: Level = Level.HINT, *offers: Offer) -> None:
        """Say something that holds until it is taken back."""
        self._messages.show_message(words, level, offers)
        self._number = self._messages.number

    def reword(self, words: str) -> None:
        """Say it in other words, with the same offers; nothing where something else is said by now."""
        if self.stands:
            self._messages.reword(words)

    def take_back(self) -> None:
        """It holds no more; what else is said by now stays."""
        if self.stands:
            self._messages.clear()
        self._number = 0
