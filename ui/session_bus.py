"""The session's message bus (D-Bus), over which a Linux desktop's parts speak: a socket of this machine, no network."""

from collections import deque
from collections.abc import Iterator
from typing import Any, Final

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

from ui.fcitx import Place, Signal, Unreachable

_ANSWERS_WITHIN: Final = 1.0
"""Seconds in which the bus itself answers."""


class SessionBus:
    """A connection to the bus. Raises Unreachable where there is none."""

    def __init__(self, address: str = "SESSION") -> None:
        self._heard: deque[Message] = deque()
        try:
            self._connection = open_dbus_connection(address)
            self._connection.filter(MatchRule(type="signal"), queue=self._heard)
        except (OSError, KeyError, ValueError, RuntimeError) as error:
            raise Unreachable from error

    @property
    def handle(self) -> int:
        """The file descriptor on which there is something to read when a message has come."""
        return int(self._connection.sock.fileno())

    def has(self, name: str) -> bool:
        """Whether somebody answers to a name. Raises Unreachable."""
        return bool(self._ask(message_bus.NameHasOwner(name), _ANSWERS_WITHIN)[0])

    def listen(self, interface: str, about: str = "") -> None:
        """Ask for the signals of an interface; `about`: for those alone that begin with this word. Raises Unreachable."""
        rule = MatchRule(type="signal", interface=interface)
        if about:
            rule.add_arg_condition(0, about)
        self._ask(message_bus.AddMatch(rule), _ANSWERS_WITHIN)

    def call(
        self, place: Place, method: str, signature: str, *arguments: object, within: float
    ) -> tuple[Any, ...]:
        """Call a method and return what it answers. Raises Unreachable where that takes too long."""
        return self._ask(_message(place, method, signature, arguments), within)

    def tell(self, place: Place, method: str, signature: str = "", *arguments: object) -> None:
        """Call a method whose answer nobody waits for. Raises Unreachable."""
        try:
            self._connection.send(_message(place, method, signature, arguments))
        except OSError as error:
            raise Unreachable from error

    def signals(self) -> Iterator[Signal]:
        """Yield the signals that have come since. Raises Unreachable when the bus is gone."""
        try:
            while True:
                self._connection.recv_messages(timeout=0)
        except TimeoutError:
            pass  # all is read
        except OSError as error:
            raise Unreachable from error
        while self._heard:
            message = self._heard.popleft()
            fields = message.header.fields
            yield Signal(fields[HeaderFields.path], fields[HeaderFields.member], tuple(message.body))

    def close(self) -> None:
        """Leave the bus."""
        self._connection.close()

    def _ask(self, message: Message, within: float) -> tuple[Any, ...]:
        try:
            answer = self._connection.send_and_get_reply(message, timeout=within)
        except (OSError, TimeoutError) as error:
            raise Unreachable from error
        if answer.header.message_type == MessageType.error:
            raise Unreachable(answer.body)
        return tuple(answer.body)


def _message(place: Place, method: str, signature: str, arguments: tuple[object, ...]) -> Message:
    address = DBusAddress(place.path, place.service, place.interface)
    return new_method_call(address, method, signature or None, arguments)
