"""Chinese typed under fcitx 4 arrives in the field in focus; without fcitx keys go straight there."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from ui.fcitx import Bridge, Place, Signal, Unreachable

SERVICE = "org.fcitx.Fcitx-7"
CONTEXT = "/inputcontext_3"


@dataclass
class Fcitx:
    """A bus with an fcitx on it that knows one word: ni is 你. `slow`: it does not answer in time."""

    handle: int
    runs: bool = True
    slow: bool = False
    typed: str = ""
    told: list[str] = field(default_factory=list)
    waiting: list[Signal] = field(default_factory=list)
    patience: list[float] = field(default_factory=list)
    unanswered: list[str] = field(default_factory=list)

    def has(self, name: str) -> bool:
        return self.runs and name == SERVICE

    def listen(self, interface: str, about: str = "") -> None:
        self.told.append(f"listen {interface} {about}".strip())

    def call(
        self, place: Place, method: str, signature: str, *arguments: object, within: float
    ) -> tuple[Any, ...]:
        if self.slow:
            self.unanswered.append(method)
            raise Unreachable
        if method == "CreateICv3":
            assert (place.path, signature) == ("/inputmethod", "si")
            return (3, True, 0, 0, 0, 0)
        assert (place.path, method, signature) == (CONTEXT, "ProcessKeyEvent", "uuuiu")
        self.patience.append(within)
        keysym, _code, _state, is_release, _time = arguments
        return (int(not is_release and self.key(chr(int(str(keysym))))),)

    def key(self, letter: str) -> bool:
        """Take a letter, or the blank that chooses the word; anything else is not wanted."""
        if letter.isalpha():
            self.typed += letter
            self.signal("UpdateFormattedPreedit", [(self.typed, 0)], len(self.typed))
        elif letter == " " and self.typed:
            self.signal("UpdateFormattedPreedit", [], 0)
            self.signal("CommitString", "你" if self.typed == "ni" else self.typed)
            self.typed = ""
        else:
            return False
        return True

    def tell(self, place: Place, method: str, signature: str = "", *arguments: object) -> None:
        self.told.append(" ".join([method, *map(str, arguments)]))

    def signal(self, name: str, *content: object, path: str = CONTEXT) -> None:
        self.waiting.append(Signal(path, name, content))

    def signals(self) -> Iterator[Signal]:
        while self.waiting:
            yield self.waiting.pop(0)


@pytest.fixture
def fcitx() -> Iterator[Fcitx]:
    """What the bridge speaks to; its handle is a pipe on which nothing ever comes by itself."""
    reading, writing = os.pipe()
    yield Fcitx(reading)
    os.close(reading)
    os.close(writing)


@pytest.fixture
def line(qtbot: QtBot) -> QLineEdit:
    """A field in focus."""
    edit = QLineEdit()
    qtbot.addWidget(edit)
    edit.show()
    edit.activateWindow()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    return edit


@pytest.fixture
def bridge(fcitx: Fcitx, line: QLineEdit, qapp: QApplication) -> Iterator[Bridge]:
    built = Bridge(fcitx, "unix:7.0", qapp)
    yield built
    qapp.removeEventFilter(built)
    built.deleteLater()


def press(line: QLineEdit, letters: str) -> None:
    for letter in letters:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = Qt.Key(ord(letter.upper()))
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, 38, ord(letter), 0, letter)
            QApplication.sendEvent(line, event)


def test_a_word_is_composed_in_the_field_and_written(bridge: Bridge, fcitx: Fcitx, line: QLineEdit) -> None:
    press(line, "ni")
    assert line.text() == ""
    assert line.displayText() in ("", "ni")
    press(line, " ")
    assert line.text() == "你"


def test_keys_that_fcitx_does_not_want_reach_the_field(bridge: Bridge, line: QLineEdit) -> None:
    press(line, "12")
    assert line.text() == "12"


def test_fcitx_is_told_where_the_words_go_and_what_a_field_can_show(
    bridge: Bridge, fcitx: Fcitx, line: QLineEdit
) -> None:
    press(line, "n")
    assert "SetCapacity 18" in fcitx.told
    assert "FocusIn" in fcitx.told
    assert any(told.startswith("SetCursorRect ") for told in fcitx.told)


def test_a_dictionary_may_load_at_any_letter(bridge: Bridge, fcitx: Fcitx, line: QLineEdit) -> None:
    press(line, "ni")
    assert min(fcitx.patience) >= 5


def test_a_hung_fcitx_lets_keys_through_and_is_waited_for_once(
    bridge: Bridge, fcitx: Fcitx, line: QLineEdit
) -> None:
    fcitx.slow = True
    press(line, "ab")
    assert line.text() == "ab"
    assert fcitx.unanswered == ["ProcessKeyEvent"]
    line.clearFocus()
    line.setFocus()
    press(line, "c")
    assert line.text() == "abc"
    assert fcitx.unanswered == ["ProcessKeyEvent", "CreateICv3"]


def test_a_slow_fcitx_is_spoken_to_again_when_it_is_heard_of(
    bridge: Bridge, fcitx: Fcitx, line: QLineEdit
) -> None:
    fcitx.slow = True
    press(line, "n")
    fcitx.slow = False
    fcitx.signal("UpdateFormattedPreedit", [("n", 0)], 1)
    bridge._hear()
    press(line, "ni ")
    assert line.text() == "n你"
    assert fcitx.told.count("DestroyIC") == 1


def test_a_slow_fcitx_is_spoken_to_again_in_the_next_field(
    bridge: Bridge, fcitx: Fcitx, line: QLineEdit
) -> None:
    fcitx.slow = True
    press(line, "n")
    fcitx.slow = False
    line.clearFocus()
    line.setFocus()
    press(line, "ni ")
    assert line.text() == "n你"


def test_an_fcitx_started_later_is_spoken_to(fcitx: Fcitx, line: QLineEdit, qapp: QApplication) -> None:
    fcitx.runs = False
    bridge = Bridge(fcitx, ":7", qapp)
    press(line, "n")
    assert line.text() == "n"
    fcitx.signal("NameOwnerChanged", SERVICE, "", ":1.7", path="/org/freedesktop/DBus")
    bridge._hear()
    press(line, "ni ")
    assert line.text() == "n你"
    fcitx.signal("NameOwnerChanged", SERVICE, ":1.7", "", path="/org/freedesktop/DBus")
    bridge._hear()
    press(line, "n")
    assert line.text() == "n你n"
    qapp.removeEventFilter(bridge)


def test_what_fcitx_writes_for_another_program_is_left_alone(
    bridge: Bridge, fcitx: Fcitx, line: QLineEdit
) -> None:
    fcitx.signal("CommitString", "别处", path="/inputcontext_9")
    bridge._hear()
    assert line.text() == ""


def test_a_key_given_back_reaches_the_field(bridge: Bridge, fcitx: Fcitx, line: QLineEdit) -> None:
    press(line, "x")
    fcitx.signal("UpdateFormattedPreedit", [], 0)
    fcitx.signal("ForwardKey", ord("x"), 0, 0)
    bridge._hear()
    assert line.text() == "x"


def test_a_password_like_field_that_takes_no_words_is_not_asked_for(
    bridge: Bridge, fcitx: Fcitx, line: QLineEdit
) -> None:
    line.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
    press(line, "n")
    assert line.text() == "n"
    assert fcitx.typed == ""
