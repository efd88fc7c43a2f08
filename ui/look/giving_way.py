"""Parts of a row that are left out where it has no room for them: what they say or do is found elsewhere, too."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QWidget


class Spare(NamedTuple):
    """A part that is not needed, and whether there is anything to show in it now."""

    part: QWidget
    is_wanted: bool = True


def room_spared(row: QWidget, parts: Iterable[QWidget], gap: int) -> int:
    """The width that parts now shown in a row take of what it asks for at least, in device-independent pixels."""
    return sum(_room_of(part, gap) for part in parts if part.isVisibleTo(row))


def show_as_room_is(parts: Sequence[Spare], room: int, gap: int) -> None:
    """Show the parts that are wanted, given in the order of their worth, as far as the room goes."""
    for spare in parts:
        room -= _room_of(spare.part, gap) if spare.is_wanted else 0
        spare.part.setVisible(spare.is_wanted and room >= 0)


def _room_of(part: QWidget, gap: int) -> int:
    """The width that a part takes at least, with the gap beside it."""
    return max(part.minimumSizeHint().width(), part.minimumWidth()) + gap
