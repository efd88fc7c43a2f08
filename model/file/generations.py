"""The last saved generations of each office file, kept in the user's data folder: listed, opened, given back.

They belong to the identity in the file, so that they are found after a rename or a move, and are numbered as the
saves are: no clock decides which is newer. What was not saved and not wanted is kept among them, too.
"""

import contextlib
import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Final, NamedTuple

from model.errors import CannotRead, OfficeFileError
from model.file.file_shape import MOST_BYTES
from model.file.office_content import Content
from model.file.origin import Origin
from model.file.safe_read import read_ordinary, read_start
from model.file.safe_write import remove_remains, why, write_whole
from model.file.storage import IDENTITY, is_elsewhere, read_bytes
from model.file.user_folder import make_private, user_folder
from model.pattern import Pattern

KEPT: Final = 20
"""Saved states that are kept, and as many that were never saved."""
_ENDING: Final = ".xxgk"
_NAME: Final = Pattern(r"(\d{9})\.(\d{9})-([0-9a-f]{8})\.xxgk")
"""What generations are called: number of the save, number of the crash copy (0 for a save), digest."""
_TIMED: Final = Pattern(r"\d{8}T\d{6}\.\d{6}Z\.xxgk")
"""What they were called by earlier versions, in a folder named after the file's path."""
_STAMP: Final = "%Y%m%dT%H%M%S.%fZ"
_PLACE: Final = "place"
"""A file that says where the office file was at its last save."""
_HEAD: Final = 1024
_WHOLE: Final = Pattern(rb'"whole":"([0-9a-f]{8})')


class Generation(NamedTuple):
    """One saved state of an office file, or one that was edited after a save and never saved (`copy` above 0)."""

    path: Path
    number: int
    copy: int = 0

    @property
    def name(self) -> str:
        """The state as the clerk reads it: which save, and when by the computer's clock."""
        if _TIMED.fullmatch(self.path.name):
            saved = datetime.strptime(self.path.stem, _STAMP).replace(tzinfo=UTC)
            return f"{saved.astimezone():%Y-%m-%d %H:%M:%S} 保存的版本"
        when = self._when
        if self.copy:
            return f"{when} 未保存的修改（在第 {self.number} 次保存之后）"
        return f"{when} 保存的版本（第 {self.number} 次）"

    def open(self) -> Content:
        """Return what was saved then. Raises OfficeFileError."""
        return Content.read(self.path)

    @property
    def _when(self) -> str:
        with contextlib.suppress(OSError, ValueError, RecursionError):
            head = read_start(self.path, _HEAD).decode(errors="replace")
            _, _, record = head.partition('"1":')
            data, _ = json.JSONDecoder().raw_decode(record)
            return Origin.from_json(data).when
        return "时间不明"


class Generations:
    """The generations of an office file, newest first. `path` is where the file is, `identity` the one in it.

    It stands for one look at the folder: what it has seen there, and has put there since, it does not look up again;
    whether that is still all is told by `is_current`.
    """

    def __init__(self, path: Path, identity: str) -> None:
        self.path = path
        self.identity = identity
        self.folder = _folder() / identity
        self._state = _state_of(self.folder)

    @property
    def is_current(self) -> bool:
        """Whether nobody else has put anything into the folder since, or taken out of it."""
        return self.folder == _folder() / self.identity and self._state == _state_of(self.folder)

    def list(self) -> tuple[Generation, ...]:
        """Return the generations, newest first; those of earlier versions of the program come last. Raises OSError."""
        surplus = self._surplus
        numbered = (
            Generation(self.folder / name, *self._numbers[name])
            for name in sorted(self._numbers, reverse=True)
            if name not in surplus
        )
        return (*numbered, *(Generation(self._former / name, 0) for name in self._timed[: self._room]))

    def saves_after(self, number: int) -> Iterator[Origin]:
        """Yield the origins of the sound states that were saved after this one, newest first. Raises OSError."""
        for each in self.list():
            if each.number > number and not each.copy:
                with contextlib.suppress(OfficeFileError):
                    yield each.open().origin

    @property
    def last_number(self) -> int:
        """The number of the last save that is known here, 0 where none is or the folder cannot be read."""
        try:
            return max((save for save, _ in self._numbers.values()), default=0)
        except OSError:
            return 0

    @cached_property
    def place(self) -> Path | None:
        """Where the file was at its last save on this machine, None where that is not known."""
        with contextlib.suppress(OSError, ValueError):
            noted = read_ordinary(self.folder / _PLACE, _HEAD * 8).decode(errors="surrogateescape")
            return self.path if noted == str(self.path) else Path(noted)
        return None

    @property
    def is_copy(self) -> bool:
        """Whether the file of this identity still is where it was saved last, and is not the one at `path`."""
        return (
            self.place is not None
            and self.place is not self.path
            and is_elsewhere(self.identity, self.place, self.path)
        )

    def add(self, content: bytes, origin: Origin, digest: str) -> None:
        """Keep what was just saved (or was not, and not wanted); the same twice is kept once. Raises OSError.

        What is older than the last twenty is no longer listed, and goes with `drop_oldest`.
        """
        name = f"{origin.save:09d}.{origin.copy:09d}-{digest[:8]}{_ENDING}"
        if name in self._numbers:
            return
        if not self._state:
            make_private(self.folder)
        remove_remains(self.folder, self._names)
        write_whole(self.folder / name, content, private=True)
        self._numbers[name] = origin.save, origin.copy
        if not origin.copy and self.place != self.path and not self.is_copy:
            write_whole(self.folder / _PLACE, str(self.path).encode(errors="surrogateescape"), private=True)
            self.place = self.path
        self._state = _state_of(self.folder)

    def drop_oldest(self) -> None:
        """Remove what is older than the last twenty saved states, and than the last twenty never saved. Raises OSError."""
        for name in self._surplus:
            (self.folder / name).unlink(missing_ok=True)
            del self._numbers[name]
            self._state = _state_of(self.folder)
        if self._room:  # once there is none, the last of an earlier version has gone
            for name in self._timed[self._room :]:
                (self._former / name).unlink(missing_ok=True)

    def newest_sound(self, digest: str = "") -> Generation | None:
        """Return the newest generation that opens, None when there is none.

        `digest` are the first eight digits of one that goes before all: what a damaged file once was.
        """
        try:
            saved = [each for each in self.list() if not each.copy]
        except OSError:
            return None
        saved.sort(key=lambda each: bool(digest) and each.path.stem.endswith(f"-{digest}"), reverse=True)
        for generation in saved:
            try:
                Content.decode(read_bytes(generation.path), generation.name)
            except OfficeFileError:
                continue
            return generation
        return None

    @cached_property
    def _names(self) -> tuple[str, ...]:
        """What was in the folder. Raises OSError."""
        return _entries(self.folder)

    @cached_property
    def _numbers(self) -> dict[str, tuple[int, int]]:
        """Number of the save and of the crash copy by name of each generation. Raises OSError."""
        matches = map(_NAME.fullmatch, self._names)
        return {match[0]: (int(match[1]), int(match[2])) for match in matches if match}

    @property
    def _surplus(self) -> tuple[str, ...]:
        """The names of those that are older than what is kept. Raises OSError."""
        names = sorted(self._numbers, reverse=True)
        saved = [name for name in names if not self._numbers[name][1]]
        unsaved = [name for name in names if self._numbers[name][1]]
        return (*saved[KEPT:], *unsaved[KEPT:])

    @property
    def _room(self) -> int:
        """For how many saved states of earlier versions of the program there is room beside the numbered ones."""
        return max(0, KEPT - sum(not copy for _, copy in self._numbers.values()))

    @property
    def _timed(self) -> Sequence[str]:
        """The names of those of earlier versions of the program, newest first. Raises OSError."""
        return sorted(filter(_TIMED.fullmatch, _entries(self._former)), reverse=True)

    @property
    def _former(self) -> Path:
        """Where earlier versions of the program have kept them."""
        whole = str(self.path.absolute())
        return _folder() / hashlib.sha256(whole.encode(errors="surrogatepass")).hexdigest()[:16]


def states_of(path: Path, identity: str) -> tuple[Generation, ...]:
    """Return the generations of an office file, newest first. Raises CannotRead."""
    try:
        return Generations(path, identity).list()
    except OSError as error:
        raise CannotRead(f"历史版本读不出来：{why(error)}") from error


def newest_sound_generation(path: Path) -> Generation | None:
    """Return the newest saved state of a file that no longer opens, None when there is none that does.

    The file's own remains tell which one that is; where they do not, its place does.
    """
    path = path.absolute()
    try:
        remains = read_ordinary(path, MOST_BYTES, follow=True)
    except (OSError, ValueError):
        remains = b""
    whole = _WHOLE.search(remains)
    digest = whole[1].decode() if whole else ""
    identity = IDENTITY.search(remains)
    known = [identity[1].decode()] if identity else []
    for each in (*known, *_identities_at(path), "none"):
        found = Generations(path, each).newest_sound(digest)
        if found is not None:
            return found
    return None


def _identities_at(path: Path) -> Iterator[str]:
    """The identities of files that were last saved at this place."""
    folder = _folder()
    with contextlib.suppress(OSError):
        for name in sorted(_entries(folder)):
            if Generations(path, name).place == path:
                yield name


def _folder() -> Path:
    return user_folder() / "generations"


def _entries(folder: Path) -> tuple[str, ...]:
    """The names in a folder, none where there is no such folder. Raises OSError."""
    try:
        with os.scandir(folder) as entries:
            return tuple(entry.name for entry in entries)
    except (FileNotFoundError, NotADirectoryError):
        return ()


def _state_of(folder: Path) -> tuple[int, ...]:
    """What is another one as soon as something is put into a folder or taken out of it."""
    try:
        found = folder.stat()
    except OSError:
        return ()
    return found.st_dev, found.st_ino, found.st_mtime_ns
