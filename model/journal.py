"""Undo and redo over the whole report: a journal of the changes made to it."""

from collections.abc import Callable, Iterable

from model.report import Change, Edit, Report, Slot, SlotValue


class Journal:
    """Makes the edits of one report and remembers them. Listeners hear of each change made, undone or redone."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self._run: object = None
        self._listeners: list[Callable[[Change], None]] = []

    def listen(self, listener: Callable[[Change], None]) -> None:
        """Call `listener` after every change, with the edits as they were made."""
        self._listeners.append(listener)

    def edit(self, settings: Iterable[tuple[Slot, SlotValue]], label: str, *, run: object = None) -> Change:
        """Set slots as one undoable step named `label`; a step that changes nothing is not remembered.

        Edits that follow each other with the same `run` (other than None) become one step, a run of typing, until
        `end_run`.
        Listeners hear of each edit by itself.
        """
        change = self.report.set(settings, label)
        if change.edits:
            joins = run is not None and run == self._run and self._done
            self._done.append(_joined(self._done.pop(), change) if joins else change)
            self._run = run
            self._undone.clear()
            self._tell(change)
        return change

    def end_run(self) -> None:
        """Let the next edit be a step of its own, whatever its run: the clerk went elsewhere in between."""
        self._run = None

    def undo(self) -> Change | None:
        """Take the last change back; return what was done to the report, None when there is nothing to undo."""
        return self._step(self._done, self._undone)

    def redo(self) -> Change | None:
        """Make the last undone change again; return it, None when there is nothing to redo."""
        return self._step(self._undone, self._done)

    @property
    def undo_label(self) -> str:
        """The name of the step that undo would take back, "" when there is none."""
        return self._done[-1].label if self._done else ""

    @property
    def redo_label(self) -> str:
        """The name of the step that redo would make again, "" when there is none."""
        return self._undone[-1].label if self._undone else ""

    def _step(self, source: list[Change], target: list[Change]) -> Change | None:
        if not source:
            return None
        self._run = None
        change = source.pop().inverse
        self.report.apply(change)
        target.append(change)
        self._tell(change)
        return change

    def _tell(self, change: Change) -> None:
        for listener in self._listeners:
            listener(change)


def _joined(first: Change, then: Change) -> Change:
    """One change that does what the two did: each slot goes from its first old to its last new value."""
    edits: dict[Slot, Edit] = {}
    for edit in (*first.edits, *then.edits):
        known = edits.get(edit.slot)
        edits[edit.slot] = edit if known is None else Edit(edit.slot, known.old, edit.new)
    return Change(tuple(edits.values()), then.label)
