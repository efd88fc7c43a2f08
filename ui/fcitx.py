"""A bridge to fcitx 4: keys are offered to it before a field sees them, and what it writes goes to the field in focus.

It speaks the protocol of fcitx 4, as the plugin does that Qt 5 has for it and no Qt 6 can load.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final, Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSocketNotifier, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication, QWidget

_METHODS: Final = "org.fcitx.Fcitx.InputMethod"
_CONTEXT: Final = "org.fcitx.Fcitx.InputContext"
_BUS: Final = "org.freedesktop.DBus"
_SHOWS_SYLLABLES: Final = 1 << 1 | 1 << 4
"""CAPACITY_PREEDIT and CAPACITY_FORMATTED_PREEDIT: a field can show unfinished syllables in the text itself."""
_ANSWERS_WITHIN: Final = 5.0
"""Seconds. At the first letter a dictionary is loaded, slowly on an old PC; a key that is not waited for slips past fcitx
into the text. So much is waited once: then keys go straight there until fcitx is heard of, or the focus moves."""
_KEYS: Final = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)


class Unreachable(Exception):
    """The session's bus, or somebody on it, cannot be reached or does not answer."""


@dataclass(frozen=True, slots=True)
class Place:
    """Whom to call on the bus."""

    service: str
    path: str
    interface: str


@dataclass(frozen=True, slots=True)
class Signal:
    """What somebody on the bus has told."""

    path: str
    name: str
    content: tuple[Any, ...]


class Bus(Protocol):
    """What the bridge asks of the session's bus. Each may raise Unreachable."""

    @property
    def handle(self) -> int:
        """A file descriptor to wait on."""

    def has(self, name: str) -> bool:
        """Whether somebody answers to a name."""

    def listen(self, interface: str, about: str = "") -> None:
        """Ask for signals."""

    def call(
        self, place: Place, method: str, signature: str, *arguments: object, within: float
    ) -> tuple[Any, ...]:
        """Call a method and wait for its answer, for some seconds at most."""

    def tell(self, place: Place, method: str, signature: str = "", *arguments: object) -> None:
        """Call a method without waiting."""

    def signals(self) -> Iterable[Signal]:
        """Return the signals that have come."""


class Bridge(QObject):
    """Stands between the keyboard and the fields of an application as long as fcitx runs, whenever that is started."""

    def __init__(self, bus: Bus, display: str, app: QApplication) -> None:
        super().__init__(app)
        self._bus = bus
        self._service = f"org.fcitx.Fcitx-{display.rpartition(':')[2].partition('.')[0] or '0'}"
        self._context: Place | None = None
        self._too_slow: Place | None = None
        self._syllables = ""
        self._swallowed: QKeyEvent | None = None
        self._forwarding = False
        bus.listen(_BUS, self._service)
        bus.listen(_CONTEXT)
        self._notifier = QSocketNotifier(bus.handle, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)
        app.focusObjectChanged.connect(self._focus_moved)
        app.installEventFilter(self)
        if bus.has(self._service):
            self._begin()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Offer a key that is on its way to the field in focus to fcitx; True: fcitx has taken it."""
        if self._context is None or self._forwarding or event.type() not in _KEYS:
            return False
        if (
            not isinstance(event, QKeyEvent)
            or watched is not QApplication.focusWidget()
            or not _takes_words(watched)
        ):
            return False
        try:
            self._tell_cursor(watched)
            pressed = event.type() == QEvent.Type.KeyPress
            key = (event.nativeVirtualKey(), event.nativeScanCode(), event.nativeModifiers())
            taken = self._bus.call(
                self._context, "ProcessKeyEvent", "uuuiu", *key, 0 if pressed else 1, event.timestamp() & 0xFFFFFFFF,
                within=_ANSWERS_WITHIN,
            )[0]  # fmt: skip
        except Unreachable:
            self._too_slow = self._context
            self._end()
            return False
        if taken and pressed:
            self._swallowed = QKeyEvent(event)
        self._hear()
        return bool(taken > 0)

    def _begin(self) -> None:
        """Have fcitx open a context for this program."""
        try:
            methods = Place(self._service, "/inputmethod", _METHODS)
            made = self._bus.call(methods, "CreateICv3", "si", "nianbao", os.getpid(), within=_ANSWERS_WITHIN)
            self._context = Place(self._service, f"/inputcontext_{made[0]}", _CONTEXT)
            self._bus.tell(self._context, "SetCapacity", "u", _SHOWS_SYLLABLES)
            if self._too_slow is not None:
                self._bus.tell(self._too_slow, "DestroyIC")
        except Unreachable:
            self._end()
            return
        finally:
            self._too_slow = None
        self._focus_moved(QGuiApplication.focusObject())

    def _end(self) -> None:
        """Let keys go straight to the fields until fcitx is there again."""
        self._context = None
        self._write("", "")

    def _focus_moved(self, now: QObject | None) -> None:
        if self._too_slow is not None:
            self._begin()
        elif self._context is not None:
            self._syllables = ""
            try:
                self._bus.tell(self._context, "FocusIn" if _takes_words(now) else "FocusOut")
            except Unreachable:
                self._end()

    def _tell_cursor(self, field: QWidget) -> None:
        """Say where the candidates should be shown, in the screen's own pixels."""
        if self._context is not None:
            rectangle = QGuiApplication.inputMethod().cursorRectangle().toRect()
            corner = field.window().mapToGlobal(rectangle.topLeft())
            ratio = field.devicePixelRatioF()
            sides = (corner.x(), corner.y(), rectangle.width(), rectangle.height())
            self._bus.tell(self._context, "SetCursorRect", "iiii", *(round(side * ratio) for side in sides))

    def _hear(self) -> None:
        """Do what fcitx and the bus have told since."""
        try:
            for signal in self._bus.signals():
                self._take(signal)
        except Unreachable:
            self._notifier.setEnabled(False)
            self._end()

    def _take(self, signal: Signal) -> None:
        if signal.name == "NameOwnerChanged" and signal.content[0] == self._service:
            self._too_slow = None
            self._begin() if signal.content[2] else self._end()
        elif self._too_slow is not None and signal.path == self._too_slow.path:
            self._begin()
        elif self._context is None or signal.path != self._context.path:
            return
        elif signal.name == "CommitString":
            self._write("", signal.content[0])
        elif signal.name == "UpdateFormattedPreedit":
            pieces, cursor = signal.content
            self._write("".join(piece for piece, _ in pieces), "", cursor)
        elif signal.name == "UpdatePreedit":
            self._write(signal.content[0], "", signal.content[1])
        elif signal.name == "ForwardKey":
            self._give_back(signal.content[0])

    def _write(self, syllables: str, words: str, cursor: int = 0) -> None:
        """Put words into the field in focus, and unfinished syllables after them; `cursor` counts bytes of UTF-8."""
        field = QGuiApplication.focusObject()
        if field is None or not (words or syllables or self._syllables):
            return
        self._syllables = syllables
        event = QInputMethodEvent(syllables, [*_attributes(syllables, cursor)])
        event.setCommitString(words)
        QCoreApplication.sendEvent(field, event)

    def _give_back(self, keysym: int) -> None:
        """Let the field have a key that was taken from it, as fcitx does not want it after all."""
        field = QGuiApplication.focusObject()
        if self._swallowed is None or self._swallowed.nativeVirtualKey() != keysym or field is None:
            return
        self._forwarding = True
        QCoreApplication.sendEvent(field, self._swallowed)
        self._forwarding = False
        self._swallowed = None


def _takes_words(thing: QObject | None) -> bool:
    return isinstance(thing, QWidget) and thing.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def _attributes(syllables: str, cursor: int) -> Iterator[QInputMethodEvent.Attribute]:
    underlined = QTextCharFormat()
    underlined.setFontUnderline(True)
    kinds = QInputMethodEvent.AttributeType
    place = len(syllables.encode()[:cursor].decode(errors="ignore"))
    if syllables:
        yield QInputMethodEvent.Attribute(kinds.TextFormat, 0, len(syllables), underlined)
        yield QInputMethodEvent.Attribute(kinds.Cursor, place, 1, None)
