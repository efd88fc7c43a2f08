"""Reads an edited draft in a process of its own."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Final

from intake.apart.reading_apart import Apart
from intake.apart.wire import answered, plain_of, recognition
from intake.draft import Draft
from intake.errors import ReaderEnded
from model.review.draft_notes import Note, NoteKind

_ENTRY: Final = "draft"
_WHOLE: Final = ("table", "row", "column")
"""The entries of a note that are numbers."""


def line_of(draft: Draft) -> bytes:
    """Return the line that tells a draft."""
    notes = [asdict(note) for note in draft.notes]
    return json.dumps({_ENTRY: {"found": plain_of(draft.found), "notes": notes}}).encode("ascii") + b"\n"


class DraftApart(Apart[Draft]):
    """One reading of an edited draft."""

    def understood(self, line: bytes) -> Draft | str:
        """Return what a line says: words of progress, or the draft. Raises what the reader refused with, ReaderEnded."""
        try:
            said = json.loads(line)
            if isinstance(said, dict) and _ENTRY in said:
                entry = said[_ENTRY]
                return Draft(recognition(entry["found"]), tuple(map(_note, entry["notes"])))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ReaderEnded(line[-1000:].decode("ascii", "replace")) from error
        other = answered(line)
        if isinstance(other, str):
            return other
        raise ReaderEnded("a report instead of a draft")


def _note(entry: Mapping[str, object]) -> Note:
    values = {
        name: int(str(value)) if name in _WHOLE else str(value)
        for name, value in entry.items()
        if name != "kind"
    }
    return Note(NoteKind(str(entry["kind"])), **values)  # type: ignore[arg-type]
