"""Where what a file holds comes from: which report file it belongs to, and on which save it stands.

What follows what is told by this and never by a clock: saves are numbered and name the content of the save before,
crash copies name the save that they stand on and are counted. The time of day is only shown.
"""

import contextlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from typing import Final, Self

from model.pattern import Pattern

MOST: Final = 10**9 - 1
"""The highest number of a save or copy: no file is saved as often, and one that says so is saved under it again."""
_IDENTITY: Final = Pattern(r"[0-9a-f]{32}")


def new_token() -> str:
    """Return a name that nothing else has."""
    return os.urandom(16).hex()


def now() -> str:
    """Return the time of day as it is noted, with its zone."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


@dataclass(frozen=True, slots=True)
class Origin:
    """The origin of a saved state or of a crash copy.

    `identity` is the report file's own and stays through renames and moves. `save` numbers the saves of the file (a
    crash copy has the number of the save it stands on), `base` is the digest of the save before it. `session` is one
    opening of the file for work; it counts its crash copies: `copy` is a crash copy's number, 0 in a save, which has
    in `copies` how many of its session it goes beyond. `time` is for people; `path` is where a crash copy's file was.
    """

    identity: str = field(default_factory=new_token)
    save: int = 0
    base: str = ""
    session: str = ""
    copy: int = 0
    copies: int = 0
    time: str = ""
    path: str = ""

    @property
    def when(self) -> str:
        """The time as the clerk reads it, by this computer's zone, "" where it was not noted."""
        if not self.time:
            return ""
        noted = datetime.fromisoformat(self.time)
        # A clock far off may have noted a year of which no zone is known.
        with contextlib.suppress(ValueError, OverflowError, OSError):
            noted = noted.astimezone()
        return noted.replace(tzinfo=None).isoformat(" ", "seconds")

    def goes_beyond(self, copy: "Origin") -> bool:
        """Whether this save was made by the session of a crash copy after that copy, so that it holds its edits."""
        return bool(copy.copy) and copy.session == self.session and copy.copy <= self.copies

    def saved(self, number: int, base: str, session: str, copies: int) -> Self:
        """Return the origin of the next save."""
        number = min(number, MOST)
        return type(self)(self.identity, number, base, session, copies=copies, time=now())

    def copied(self, base: str, session: str, number: int, path: str) -> Self:
        """Return the origin of a crash copy that stands on this save."""
        return replace(self, base=base, session=session, copy=number, copies=0, time=now(), path=path)

    def to_json(self) -> dict[str, object]:
        """Return the origin as plain data; what is not given is left out."""
        return {name: value for name in _NAMES if (value := getattr(self, name))}

    @classmethod
    def from_json(cls, data: object) -> Self:
        """Return what `to_json` wrote. Raises ValueError for anything else, whatever it is."""
        given = data if isinstance(data, Mapping) else {}
        kinds = {each.name: each.type for each in fields(cls)}
        if not set(given) <= set(kinds) or any(type(given[name]) is not kinds[name] for name in given):
            raise ValueError("origin")
        made = cls(**given)
        numbers = (made.save, made.copy, made.copies)
        if not _IDENTITY.fullmatch(str(given.get("identity"))) or not all(0 <= n <= MOST for n in numbers):
            raise ValueError("origin")
        if made.time:
            datetime.fromisoformat(made.time)
        return made


_NAMES: Final = tuple(each.name for each in fields(Origin))
