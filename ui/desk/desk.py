"""The open office file behind the session: saving, the crash copy, years, generations."""

import contextlib
from enum import Enum, auto
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from model.errors import CannotRead, OfficeFileError, ReportSigned
from model.file.crash_copy import CrashCopy
from model.file.office_content import Content
from model.file.office_file import OfficeFile
from model.report import OF_THE_FILE, Report, SlotKind
from ui.desk.keeping import Keeping
from ui.desk.session import Session

_CLEAR_UP_AFTER: Final = 100
"""Milliseconds from a save to removing what it has left over: the window says first that it is saved."""


class State(Enum):
    """What has become of edits when a file is left."""

    SAVED = auto()
    KEPT = auto()
    """In the crash copy, since they could not be saved; they will be offered."""
    LOST = auto()
    """Nowhere but on the desk."""


class Desk(QObject):
    """One open office file and the session on one of its years.

    `is_sample`: it is there to play with, and nothing of it is kept unless it is saved under a name.
    Signals: `copied()` when the crash copy holds all edits; `saved(str)` with a notice, "" for none; `failed(str)`
    when the crash copy could not be written; `years_changed()` when a year was added or restored.
    """

    copied = Signal()
    saved = Signal(str)
    failed = Signal(str)
    years_changed = Signal()

    def __init__(self, office: OfficeFile, year: int | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.office = office
        self.is_sample = False
        report = office.reports[max(office.reports) if year is None else year]
        self.session = Session(
            report, office.reports.get(report.year - 1), read_only=office.read_only, parent=self
        )
        self._keeping = Keeping(office, self)
        self._keeping.kept.connect(self.copied)
        self._keeping.failed.connect(self.failed)
        self._clearing_timer = QTimer(self)
        self._clearing_timer.setSingleShot(True)
        self._clearing_timer.setInterval(_CLEAR_UP_AFTER)
        self._clearing_timer.timeout.connect(self._clear_up)
        self.session.changed.connect(self._changed)

    @property
    def path(self) -> Path | None:
        """Where the file is; None while it has no place."""
        return self.office.path

    @property
    def years(self) -> tuple[int, ...]:
        """The years that the file has reports on."""
        return tuple(self.office.reports)

    @property
    def recovery(self) -> CrashCopy | None:
        """What a crash has left of this file."""
        return self.office.recovery

    @property
    def changed_on_disk(self) -> bool:
        """Whether another program has changed the file underneath, or its place can no longer be read."""
        try:
            return self.office.path is not None and self.office.changed_on_disk
        except CannotRead:
            return True

    def save(self, *, overwrite: bool = False) -> None:
        """Save under the file's name. Raises OfficeFileError; everything is then as it was."""
        self.session.take_typing()
        self._keeping.wait()
        notice = self.office.save(overwrite=overwrite)
        self._settle(notice)

    def save_as(self, path: Path, *, overwrite: bool = False) -> None:
        """Save under another name. Raises OfficeFileError; everything is then as it was."""
        self.session.take_typing()
        was_read_only = self.session.file_read_only
        self._keeping.wait()
        notice = self.office.save_as(path, overwrite=overwrite)
        self.is_sample = False
        if was_read_only:
            self._show(self.session.report.year)
        self._settle(notice)

    def switch_year(self, year: int) -> None:
        """Put the report on another year on the desk. Raises KeyError."""
        self._show(year)

    def add_year(self, year: int) -> None:
        """Begin a report on a new year from the one before and put it on the desk. Raises YearTaken, FormError."""
        self.session.take_typing()
        self.office.start_year(year)
        self._show(year)
        self.mark_unsaved()
        self.years_changed.emit()

    def go_back_to(self, content: Content) -> None:
        """Put a saved generation in place of what is edited.

        Raises ReportSigned where a signed report would change, CannotWrite and YearTaken as `restore` does.
        """
        for year, report in self.office.reports.items():
            if report.stage.signed and not _says_the_same(report, content.reports.get(year)):
                raise ReportSigned(year, report.stage.words)
        self.restore(content)

    def restore(self, content: Content) -> None:
        """Put what a crash has left, or a saved generation, in place of what is edited, which goes into the history.

        Raises CannotWrite, YearTaken; everything is then as it was.
        """
        self.session.take_typing()
        self._keeping.wait()
        self.office.restore(content)
        year = self.session.report.year
        self._show(year if year in self.office.reports else max(self.office.reports))
        self.mark_unsaved()
        self.years_changed.emit()

    def take_report(self, report: Report) -> None:
        """Put an imported report on the desk: as a new year, or as one undoable step in place of what is there.

        What is there of the office and the report lacks stays. Raises ReportSigned.
        """
        present = self.office.reports.get(report.year)
        if present is not None and present.stage.signed:
            raise ReportSigned(present.year, present.stage.words)
        if present is None or present.form.id != report.form.id:
            if present is not None:
                self.office.remove(report.year)
            self.office.add(report)
            self._show(report.year)
            self.mark_unsaved()
            self.years_changed.emit()
            return
        self._show(report.year)
        slots = dict.fromkeys([*present.slots, *report.slots])
        stay = (SlotKind.FIELD, *OF_THE_FILE)
        kept = {slot for slot in present.slots if slot.kind in stay} - set(report.slots)
        self.session.edit([(slot, report.slots.get(slot)) for slot in slots if slot not in kept], "导入报告")

    def mark_unsaved(self) -> None:
        """Note that what is on the desk differs from the file, and have the crash copy written."""
        self.session.mark_unsaved()
        self._changed()

    def report_of(self, year: int) -> Report:
        """Return the report on a year. Raises KeyError."""
        return self.office.reports[year]

    def write_crash_copy(self) -> bool:
        """Keep all edits in the crash copy now. Returns whether they are safe there; `failed` tells why not."""
        return self._keeping.keep_now()

    def settle(self) -> State:
        """Save what is not saved, or else keep it, since the file is about to be left. Returns what came of it."""
        if self.is_sample or self.office.read_only or not self.session.dirty:
            return State.SAVED
        if self.path is not None and not self.changed_on_disk:
            try:
                self.save()
            except OfficeFileError:
                # The crash copy is next: it may have another folder to go to.
                return State.KEPT if self.write_crash_copy() else State.LOST
            return State.SAVED
        return State.KEPT if self.write_crash_copy() else State.LOST

    def close(self, *, keep_copy: bool) -> None:
        """Give the file free. `keep_copy`: edits that were not saved stay in the crash copy and are offered again.

        So does what a crash has left, for as long as it was neither taken nor thrown away, and the last crash copy of
        edits that are given up.
        """
        self._keeping.drop()
        self._clearing_timer.stop()
        if keep_copy and self.session.dirty:
            self.write_crash_copy()
        elif self.is_sample or not (self.session.dirty or self.office.read_only or self.office.recovery):
            with contextlib.suppress(OSError):  # its folder is gone; it says nothing that is not saved
                self.office.discard_edits()
        self._keeping.close()
        self.office.close()

    def _show(self, year: int) -> None:
        reports = self.office.reports
        self.session.switch(reports[year], reports.get(year - 1), read_only=self.office.read_only)

    def _changed(self) -> None:
        self.session.mark(dirty=self.office.dirty or self.path is None)
        self._keeping.note_edit()

    def _clear_up(self) -> None:
        self._keeping.wait()
        self.office.clear_up()

    def _settle(self, notice: str) -> None:
        self._keeping.drop()
        self._clearing_timer.start()
        self.session.mark_saved()
        self.saved.emit(notice)


def _says_the_same(report: Report, other: Report | None) -> bool:
    """Whether another state of a signed report has in it all that was signed, and is signed itself."""
    if other is None or not other.stage.signed:
        return False
    slots = {*report.slots, *other.slots}
    return all(report.get(s.kind, s.key) == other.get(s.kind, s.key) for s in slots if report.refuses(s.kind))
