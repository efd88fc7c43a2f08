"""The saved states of an open file as its saves need them: which they are, and what is to be kept before it is replaced."""

import contextlib
from pathlib import Path

from model.errors import OfficeFileError
from model.file.generations import Generations
from model.file.office_content import Content
from model.file.origin import Origin, new_token
from model.file.storage import OfficeStorage, is_elsewhere, read_bytes
from model.file.upgrades import CURRENT


class History:
    """The saved states of one open file. Their folder is looked through once while nobody else changes it."""

    def __init__(self) -> None:
        self._seen: Generations | None = None

    def at(self, path: Path, identity: str, known: Path | None) -> Generations:
        """Return the states of what is saved at `path`; `known` is where the file of this identity has been so far.

        Another file has an identity of its own, a moved one keeps its.
        """
        there = self._seen
        if there is None or (there.path, there.identity) != (path, identity) or not there.is_current:
            there = self._seen = Generations(path, identity)
        if known is None:
            return there
        is_copy = there.is_copy if path == known else is_elsewhere(identity, known, path)
        return Generations(path, new_token()) if is_copy else there

    def clear_up(self) -> None:
        """Remove the states that are older than what is kept. Raises OSError."""
        if self._seen is not None:
            self._seen.drop_oldest()


def keep_replaced(generations: Generations, storage: OfficeStorage, origin: Origin) -> None:
    """Keep the state `origin` that is about to be replaced in its file, where it is not among the saved ones.

    It was saved on another computer, by a program that was killed before it had kept it, or where there was no room.
    """
    is_its_own = generations.path == storage.path and generations.identity == origin.identity
    if is_its_own and storage.content and storage.version == CURRENT and not origin.copy:
        with contextlib.suppress(OSError):  # told when the new state cannot be kept either
            generations.add(storage.content, origin, storage.digest)


def keep_overwritten(generations: Generations, storage: OfficeStorage) -> None:
    """Keep what another program has put into the file since, where it is a report: the clerk has it written over."""
    with contextlib.suppress(OSError, OfficeFileError):
        there = read_bytes(generations.path)
        if there != storage.content:
            other = OfficeStorage()
            other.load(there, generations.path.name)
            generations.add(there, Content.unstage(other).origin, other.digest)
