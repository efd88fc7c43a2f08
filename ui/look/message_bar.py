"""One line in the window for what other programs put into a box: what happened, and what can be done about it."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QWidget

from model.levels import Level
from ui.look.buttons import Button, SmallTool
from ui.look.keyboard import give_keyboard
from ui.look.passing_bar import PassingBar
from ui.look.style import SPACE, theme


class Offer(NamedTuple):
    """Something that can be done about a message: the words on the button and the deed.

    `gives_up`: it ends what runs and tells how far it is, as Esc does, whatever is told meanwhile.
    """

    words: str
    do: Callable[[], object]
    gives_up: bool = False


def way_out(do: Callable[[], object]) -> Offer:
    """Return the offer to end what runs."""
    return Offer("取消", do, gives_up=True)


class MessageBar(PassingBar):
    """Shows one message at a time, hidden while there is none.

    Signals: `closed()` when the clerk has closed the message or taken an offer; `left()` when the keyboard was in it.
    """

    closed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = 0
        """Of the message shown last; each has its own."""
        self._level = Level.HINT
        self.setProperty("level", Level.HINT.value)
        self._icon = QLabel(self)
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setAccessibleName("消息")
        self._gone_on = QTimer(self)
        self._gone_on.setSingleShot(True)
        self._gone_on.timeout.connect(self.settle_now)
        self._buttons: list[_OfferButton] = []
        self._close = SmallTool(self)
        self._close.setAccessibleName("关闭消息")
        self._close.setToolTip("关闭这条消息（Esc）")
        self._close.setAutoRaise(True)
        self._close.clicked.connect(self.clear)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2 * SPACE, SPACE // 2, SPACE, SPACE // 2)
        self._row.setSpacing(SPACE)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._close)
        self.hide()

    @property
    def text(self) -> str:
        """The message shown, "" while there is none."""
        return self._words.text() if not self.isHidden() else ""

    @property
    def gives_way(self) -> bool:
        """Whether nobody waits for an answer: there is no message, or only a notice."""
        return not self.text or (self._level is Level.HINT and not self._buttons)

    @property
    def runs(self) -> bool:
        """Whether the message is on something that goes on and can be given up."""
        return self._close.isHidden() and bool(self.text)

    @property
    def offers(self) -> tuple[str, ...]:
        """The words on the buttons."""
        return tuple(button.text() for button in self._buttons)

    def take(self, offer: str) -> None:
        """Press the button with these words. Raises ValueError where there is none."""
        self._buttons[self.offers.index(offer)].click()

    def show_message(self, words: str, level: Level = Level.HINT, offers: tuple[Offer, ...] = ()) -> None:
        """Show a message in place of the one before."""
        self.number += 1
        self._gone_on.stop()
        self._drop_buttons()
        # Loaded here: a start that has nothing to say needs none of it.
        from ui.look.restyle import restyle

        self._level = level
        self._draw()
        self._icon.setAccessibleName(level.word)
        self._words.setText(words)
        self._words.setAccessibleDescription(words)
        if self.property("level") != level.value:
            self.setProperty("level", level.value)
            restyle(self)
        for offer in offers:
            self._add_button(offer)
        # What runs is ended, not hidden: hidden, it could not be ended any more.
        self._close.setVisible(not any(offer.gives_up for offer in offers))
        self.show()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons in the colours of another look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.text:
            self._draw()

    def _draw(self) -> None:
        # Loaded here: see show_message.
        from ui.look.icons import icon, picture
        from ui.look.levels import look_of

        colours = theme()
        look = look_of(self._level, colours)
        self._icon.setPixmap(picture(look.icon, look.ink))
        self._close.setIcon(icon("close", colours.ink_soft))

    def reword(self, words: str) -> None:
        """Let the message that is shown say something else; its buttons stay."""
        self._words.setText(words)
        self._words.setAccessibleDescription(words)

    def take_keyboard(self) -> None:
        """Let Enter take the first offer."""
        if self._buttons:
            give_keyboard(self._buttons[0])

    def settle(self) -> None:
        """Take the message away if it was only a notice: the clerk has gone on, and has had time to read it."""
        self._gone_on.start(QApplication.doubleClickInterval())

    def settle_now(self) -> None:
        """Take the message away if it was only a notice."""
        if self.text and self.gives_way:
            self.clear()

    def clear(self) -> None:
        """Take the message away."""
        held = QApplication.focusWidget()
        had_keyboard = held is not None and self.isAncestorOf(held)
        self._drop_buttons()
        self._words.clear()
        self.hide()
        self.closed.emit()
        if had_keyboard:
            self.left.emit()

    def _add_button(self, offer: Offer) -> None:
        button = _OfferButton(offer, self)
        self._row.insertWidget(self._row.count() - 1, button)
        button.show()  # a layout shows what it is given only later, and till then the keyboard cannot go there
        self._buttons.append(button)

    def _drop_buttons(self) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons.clear()


class _OfferButton(Button):
    """The button of an offer: takes the message away, then does what was offered."""

    def __init__(self, offer: Offer, bar: MessageBar) -> None:
        super().__init__(offer.words, bar)
        self._offer = offer
        self._bar = bar
        self.setAccessibleName(offer.words)
        self.setToolTip("Esc" if offer.gives_up else "")
        self.setAutoDefault(True)
        self.clicked.connect(self._take)

    def _take(self) -> None:
        self._bar.clear()
        self._offer.do()
