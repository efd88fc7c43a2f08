"""What the window says of a report that is not saved: it goes once the report is."""

from model.levels import Level
from ui.look.message_bar import MessageBar, Offer


class UnsavedWords:
    """The message in the line of messages that holds until the next save."""

    def __init__(self, messages: MessageBar) -> None:
        self._messages = messages
        self._words = ""

    @property
    def words(self) -> str:
        """What was said and still holds, "" when nothing was."""
        return self._words

    def tell(self, words: str, level: Level, *offers: Offer) -> None:
        """Say what holds until the report is saved."""
        self._words = words
        self._messages.show_message(words, level, offers)

    def take_back(self) -> None:
        """It holds no more; what else is said by now stays."""
        if self._words and self._messages.text == self._words:
            self._messages.clear()
        self._words = ""
