"""The hidden sheet that tells where every slot of the report stands in the workbook, so that it is read back exactly."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from export.excel.sheet import MOST_CHARACTERS, Book
from model.report import Report, SlotKind

NAME: Final = "_年报助手"
VERSION: Final = 1
TOTAL: Final = "total"
"""The kind under which the place of a computed cell is noted."""
_UNSEEN: Final = (SlotKind.ORDER, SlotKind.CONTROL, SlotKind.EXPLANATION)


@dataclass(slots=True)
class Places:
    """The places noted so far: (kind, key) → `sheet!A1`."""

    _known: dict[tuple[str, str], str] = field(default_factory=dict)

    def note(self, kind: str, key: str, place: str) -> None:
        """Remember where a slot stands."""
        self._known[kind, key] = place

    def add_sheet(self, book: Book, report: Report) -> None:
        """Add the hidden sheet."""
        sheet = book.add(NAME)
        sheet.native.sheet_state = "hidden"
        head = (("年报助手", str(VERSION)), ("form", report.form.id), ("kind", "key", "place", "value"))
        seen = ((kind, key, place) for (kind, key), place in self._known.items())
        for number, row in enumerate((*head, *seen, *_unseen(report)), 1):
            for column, text in enumerate(row, 1):
                sheet.text(number, column, text, None)


def _unseen(report: Report) -> Iterator[tuple[str, ...]]:
    """The slots that no sheet shows, as JSON; what one cell cannot hold goes on in the next."""
    slots = report.to_json()["slots"]
    if not isinstance(slots, Mapping):
        raise TypeError("slots")
    for kind in _UNSEEN:
        for key, value in slots.get(kind.value, {}).items():
            plain = json.dumps(value)
            parts = (plain[n : n + MOST_CHARACTERS] for n in range(0, len(plain), MOST_CHARACTERS))
            yield kind.value, key, "", *parts
