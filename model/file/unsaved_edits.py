"""What is edited between two saves of a file: its crash copies, and what an earlier session has left unsaved."""

import contextlib
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from model.errors import CannotWrite
from model.file.crash_copy import CrashCopy, CrashCopyWriter, find_crash_copy, make_way, new_anchor
from model.file.generations import Generations
from model.file.office_content import Content, Slots, changed_years
from model.file.origin import Origin, new_token
from model.file.safe_write import why
from model.file.seal import digest
from model.file.storage import OfficeStorage


class UnsavedEdits:
    """One opening of a report for work, from one save to the next.

    `path` is the report's file, None while it has none; `saved` what was loaded from it or saved last; `beside`: crash
    copies may stand beside it, since it is ours. `recovery` is what an earlier session has left; it stays until it is
    taken, declined or written over, and goes into the history then.
    """

    def __init__(self, path: Path | None, content: Content, saved: OfficeStorage, *, beside: bool) -> None:
        self.session = new_token()
        self.count = 0
        self._path = path
        self._saved = content.origin, content.slots
        self._in_the_way = beside and path is not None
        self._are_saved = False
        self._draft = OfficeStorage(report_lines=saved.report_lines)
        self._drafted: Slots = {}
        self._restored: Slots = {}
        anchor = new_anchor(path, content.origin.identity, self.session)
        self.crash_copy = CrashCopyWriter(path if beside else None, anchor, self.session)
        self.recovery: CrashCopy | None = (
            find_crash_copy(path, content, base=saved.digest, ours=beside) if path is not None else None
        )

    def keep(self, content: Content, base: str) -> None:
        """Keep what is edited now in the crash copy. `base` is the digest of the save that it stands on.

        Raises CannotWrite, YearTaken.
        """
        self.keeping(content, base)()

    def keeping(self, content: Content, base: str) -> Callable[[], None]:
        """Return what is left to do to keep what is edited now: the writing, which raises CannotWrite.

        It may be done in another thread; until then nothing else may be asked of the crash copies.
        Raises CannotWrite, YearTaken.
        """
        self.decline()
        self._make_way()
        self.count += 1
        self._are_saved = False
        return partial(self.crash_copy.write, self.snapshot(content, base))

    def next_save(self, origin: Origin, generations: Generations, base: str) -> Origin:
        """Return the origin of a save that holds all edits so far; `origin` is that of the last, `base` its digest."""
        number = max(origin.save, generations.last_number) + 1
        own = replace(origin, identity=generations.identity)
        return own.saved(number, base, self.session, self.count)

    def leave_to(self, saved: Origin, *, at_once: bool) -> None:
        """Note that the file's own save goes beyond this opening's crash copies: they are offered to nobody any more.

        They go with `clear_up`, since freeing their place takes some disks longer than the save. What the save does not
        go beyond, as nothing was changed in the end, goes `at_once`, where that can be done.
        """
        if saved.session == self.session and self.count <= saved.copies and not at_once:
            self._are_saved = True
        else:
            with contextlib.suppress(OSError):
                self.discard()

    def clear_up(self) -> None:
        """Remove the crash copies that a save went beyond. Raises OSError; they are offered to nobody all the same."""
        if self._are_saved:
            self.discard()
            self._are_saved = False

    def stay_away(self) -> None:
        """Leave alone from now on what stands beside the file: it has come into other hands."""
        self._in_the_way = False
        self.crash_copy.stay_away()

    def discard(self) -> None:
        """Remove this opening's crash copies: what they hold has been saved, or was given up. Raises OSError."""
        self._make_way()
        self.crash_copy.discard()

    def snapshot(self, content: Content, base: str) -> bytes:
        """Return what is edited now as the bytes of a crash copy. Raises YearTaken."""
        slots = content.slots
        changed = changed_years(self._drafted, slots) if self._drafted else None
        origin = content.origin.copied(base, self.session, self.count, str(self._path or ""))
        Content(content.profile, content.reports, origin).stage(self._draft, changed)
        self._drafted = slots
        return self._draft.encode()

    def decline(self) -> None:
        """Put what was left unsaved into the history: it is not wanted, or will be written over. Raises CannotWrite."""
        if self.recovery is None or self._path is None:
            return
        found = self.recovery.bytes
        if found is not None:
            try:
                generations = Generations(self._path, self.recovery.origin.identity)
                generations.add(found, self.recovery.origin, self.recovery.digest)
                generations.drop_oldest()
                self.recovery.discard()
            except OSError as error:
                raise CannotWrite(f"上次未保存的内容没有转存到历史版本：{why(error)}") from error
        self.recovery = None

    def put_by(self, content: Content, base: str) -> None:
        """Put what is edited now into the history, where it is not from there: another state takes its place.

        Raises CannotWrite, YearTaken.
        """
        if self._path is None or content.slots == self._restored:
            return
        self.count += 1
        data = self.snapshot(content, base)
        origin = content.origin.copied(base, self.session, self.count, str(self._path))
        try:
            generations = Generations(self._path, content.origin.identity)
            generations.add(data, origin, digest(data))
            generations.drop_oldest()
        except OSError as error:
            raise CannotWrite(f"没有保存的修改不能放入历史版本：{why(error)}。请先保存，再恢复") from error

    def note_restored(self, content: Content) -> None:
        """Note what has come from the history, or from a crash copy: it need not go there again."""
        self._restored = content.slots

    def _make_way(self) -> None:
        """Once, before ours goes over it: bring into safety what lies in the place of our copy and was never offered."""
        if not self._in_the_way or self._path is None:
            return
        try:
            make_way(self._path, *self._saved, self.session)
        except (OSError, CannotWrite):
            self.stay_away()
        self._in_the_way = False
