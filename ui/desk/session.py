"""A Session: the report that the window is working on, with its journal and what the checks say of it."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from model.errors import AssistantError, ReportSigned
from model.journal import Journal
from model.outcome import Outcome
from model.report import Change, Report, Slot, SlotKind, SlotValue
from model.suggestions import settings_of

if TYPE_CHECKING:
    from model.diagnosis.advisor import Advisor
    from model.findings import Finding, Rewording, Suggestion


_OF_THE_PAGES: Final = frozenset((SlotKind.TEXT, SlotKind.CELL, SlotKind.DECLARED, SlotKind.CONTROL))
"""What is typed all day long: the words and the numbers."""


class ReadOnly(AssistantError):
    """The report was opened for reading only; nothing in it can be edited."""

    def __init__(self) -> None:
        super().__init__("此文件以只读方式打开，不能修改；需要修改请先“另存为”")


class Session(QObject):
    """The current report; every edit of the window goes through it.

    Its rules are loaded and run when their outcome is first asked for, and at the latest with `check` or the first edit:
    a report that was opened is in sight before.

    Signals: `changed(Change)` after a change was made, undone or redone; `data_changed(Change)` after one that is not of
    words and numbers alone, as of the office's data; `checked(Outcome)` after each check;
    `report_switched()` when another report (or year) has taken the place of the current one; `file_changed()` when
    the state of the file did (saved, dirty, read-only); `typing_due()` when editors are to bring what is being typed;
    `typing_changed()` when an editor has begun to hold what it will bring, or holds nothing more;
    `protection_changed()` when the report was signed or opened again; `refused(str)` when a key met what cannot be edited.
    After a change `changed` comes first, then `checked`.
    """

    changed = Signal(object)
    data_changed = Signal(object)
    checked = Signal(object)
    report_switched = Signal()
    file_changed = Signal()
    typing_due = Signal()
    typing_changed = Signal()
    protection_changed = Signal()
    refused = Signal(str)

    def __init__(
        self,
        report: Report,
        last_year: Report | None = None,
        *,
        read_only: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._read_only = read_only
        self._dirty = False
        self._is_typing = False
        self._advisor: Advisor | None = None
        self._journals: dict[int, Journal] = {}
        self._take(report, last_year)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusObjectChanged.connect(self._end_run)

    @property
    def report(self) -> Report:
        """The report of the current year."""
        return self._journal.report

    @property
    def last_year(self) -> Report | None:
        """The report of the year before, where the file has it."""
        return self._last_year

    @property
    def journal(self) -> Journal:
        """The changes made to the current report."""
        return self._journal

    @property
    def outcome(self) -> Outcome:
        """What the checks say of the report as it stands."""
        return self._advising().outcome

    @property
    def is_checked(self) -> bool:
        """Whether the outcome is known without running all rules first."""
        return self._advisor is not None

    @property
    def read_only(self) -> bool:
        """Whether edits of the report are refused: its file was opened so, or it is signed."""
        return self._read_only or self.report.stage.signed

    @property
    def file_read_only(self) -> bool:
        """Whether the report's file was opened for reading only."""
        return self._read_only

    @property
    def refusal(self) -> AssistantError:
        """Why edits are refused, and what to do."""
        return ReadOnly() if self._read_only else ReportSigned(self.report.year, self.report.stage.words)

    def locks(self, kind: SlotKind) -> bool:
        """Whether slots of a kind cannot be edited; what was done with a signed report still is noted."""
        return self._read_only or self.report.refuses(kind)

    def refuse(self) -> None:
        """Tell why nothing came of a key."""
        self.refused.emit(self.refusal.message)

    @property
    def dirty(self) -> bool:
        """Whether there are changes that no save has written yet."""
        return self._dirty

    def edit(self, settings: Iterable[tuple[Slot, SlotValue]], label: str, *, run: object = None) -> Change:
        """Set slots as one undoable step named `label` (a few Chinese words). Raises ReadOnly, ReportSigned.

        Edits that follow each other with the same `run` become one step: a run of typing. It ends where the keyboard
        goes elsewhere.
        """
        if self._read_only:
            raise ReadOnly
        self._advising()  # what an edit breaks is told by what held before it
        return self._journal.edit(settings, label, run=run)

    def note(self, settings: Iterable[tuple[Slot, SlotValue]]) -> None:
        """Set slots that are no edit: what was done with the report. Undo leaves them alone. Not in a read-only file."""
        change = self.report.set(settings) if not self._read_only else Change((), "")
        if change.edits:
            self._heard(change)

    def reword(self, rewording: "Rewording") -> Change:
        """Make a change in a text, such as the table's number for another, as one undoable step. Raises ReadOnly."""
        section = rewording.spot.section
        text = rewording.applied(self.report.text(section))
        return self.edit([(Slot(SlotKind.TEXT, section), text)], rewording.advice or "改用表中数字")

    def respell(self, rewordings: "Sequence[Rewording]") -> Change:
        """Make changes in any number of texts as one undoable step. Raises ReadOnly."""
        # Loaded here: until the report is checked there are no findings.
        from model.findings import reworded

        sections = dict.fromkeys(rewording.spot.section for rewording in rewordings)
        settings = [
            (
                Slot(SlotKind.TEXT, section),
                reworded(self.report.text(section), (r for r in rewordings if r.spot.section == section)),
            )
            for section in sections
        ]
        return self.edit(settings, rewordings[0].advice)

    def adopt(self, suggestion: "Suggestion") -> Change:
        """Put a suggested value in a cell's place, which settles how it was imported. Raises ReadOnly."""
        settings = settings_of(self.report, suggestion)
        return self.edit([*settings, (Slot(SlotKind.STATE, suggestion.cell), None)], "采纳修改建议")

    def adopt_all(self, suggestions: "Sequence[Suggestion]") -> Change:
        """Put suggested values in the places of several cells as one undoable step. Raises ReadOnly."""
        settings = [setting for each in suggestions for setting in settings_of(self.report, each)]
        confirmed = [(Slot(SlotKind.STATE, each.cell), None) for each in suggestions]
        return self.edit([*settings, *confirmed], "采纳修改建议")

    def mend(self, finding: "Finding", suggestion: "Suggestion | None" = None) -> Change:
        """Make the change that a finding offers, wherever it was asked for; this suggestion of it, else the first.

        Raises ReadOnly, IndexError where it offers none.
        """
        if finding.rewording is not None:
            return self.reword(finding.rewording)
        if finding.respelling:
            return self.respell(finding.respelling)
        if finding.together:
            return self.adopt_all(finding.suggestions)
        return self.adopt(suggestion or finding.suggestions[0])

    def undo(self) -> Change | None:
        """Take the last step back; None when there is none."""
        self.take_typing()
        return self._journal.undo()

    def redo(self) -> Change | None:
        """Make the last undone step again; None when there is none."""
        self.take_typing()
        return self._journal.redo()

    def switch(self, report: Report, last_year: Report | None, *, read_only: bool = False) -> None:
        """Put another report in the place of the current one; one that was here before has its steps to undo still."""
        self.take_typing()
        self._read_only = read_only
        self._take(report, last_year)
        self.report_switched.emit()
        self.check()

    def recheck(self) -> None:
        """Run all checks again and tell the outcome."""
        self._advisor = None
        self.check()

    def check(self) -> None:
        """Tell the outcome."""
        self.checked.emit(self.outcome)

    @property
    def is_typing(self) -> bool:
        """Whether an editor holds a number that is not in the report yet: undo takes it in and back."""
        return self._is_typing

    def note_typing(self, *, begun: bool) -> None:
        """Note that an editor has begun to hold a number, or holds it no more."""
        if begun != self._is_typing:
            self._is_typing = begun
            self.typing_changed.emit()

    def take_typing(self) -> None:
        """Let editors bring what is being typed into the report: it is about to be saved, printed or left."""
        QGuiApplication.inputMethod().commit()
        self.typing_due.emit()

    def mark_unsaved(self) -> None:
        """Note that the file holds what no save has written, though no edit was made: an added year, a restored one."""
        self._set_dirty(dirty=True)

    def mark(self, *, dirty: bool) -> None:
        """Note whether the file holds what no save has written: after an edit was undone it does not."""
        self._set_dirty(dirty=dirty)

    def mark_saved(self) -> None:
        """Note that a save has written everything."""
        self._set_dirty(dirty=False)

    def _take(self, report: Report, last_year: Report | None) -> None:
        self._last_year = last_year
        known = self._journals.get(report.year)
        if known is None or known.report is not report:
            known = self._journals[report.year] = Journal(report)
            known.listen(self._heard)
        self._journal = known
        self._journal.end_run()
        self._signed = report.stage.signed
        self._advisor = None

    def _end_run(self) -> None:
        self._journal.end_run()

    def _heard(self, change: Change) -> None:
        self._set_dirty(dirty=True)
        self.changed.emit(change)
        if any(slot.kind not in _OF_THE_PAGES for slot in change.slots):
            self.data_changed.emit(change)
        self.checked.emit(self._advising().update(change))
        if self._signed != self.report.stage.signed:
            self._signed = self.report.stage.signed
            self.protection_changed.emit()

    def _set_dirty(self, *, dirty: bool) -> None:
        if self._dirty != dirty:
            self._dirty = dirty
            self.file_changed.emit()

    def _advising(self) -> "Advisor":
        """The one who checks; with all rules and their vocabulary it is loaded here, and not with the window."""
        if self._advisor is None:
            from model.diagnosis.advisor import Advisor
            from model.rules.rule import Case

            self._advisor = Advisor(Case(self.report, self._last_year))
        return self._advisor
