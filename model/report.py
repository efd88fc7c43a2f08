"""A Report: one office, one year, one form; cells, texts and what belongs to them. Every edit returns its change.

Everything in a report that can be edited is a *slot*: a kind and a key with a JSON value, None meaning absent. One
method sets slots and returns the Change, so that undo, history and the crash copy all come from it. Computed cells
follow each edit; a total that was imported or pasted and differs stays as declared until it is settled.
"""

from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from types import MappingProxyType
from typing import Final, NamedTuple, TypeAlias

from model.cell_sums import is_sum_of
from model.days import is_day
from model.deeds import DEED_DAYS
from model.errors import ReportSigned
from model.form import Form
from model.form_file import load_form
from model.office_fields import DAYS
from model.stages import NOW, Stage, stage_of
from model.values import Value, add_up

SlotValue: TypeAlias = Value | str | Mapping[str, "SlotValue"] | tuple["SlotValue", ...]
"""What a slot holds: a cell's Value, a text, or plain data made of these."""


class SlotKind(StrEnum):
    """The kinds of slots; the comment says what the key is and what the value."""

    CELL = "cell"  # entered cell → its value
    DECLARED = "declared"  # computed cell → the total that was imported or pasted and differs from the sum
    CONTROL = "control"  # computed cell → 核对合计: the total that the office's ledger gives; never printed
    SUM = "sum"  # entered cell, or computed one for its control total → the sum it was typed as (`model.cell_sums`)
    FIELD = "field"  # office data → text; the names are in OFFICE_FIELDS
    TEXT = "text"  # section id or "preamble" → its words
    HEADING = "heading"  # section id → heading of the office's own (forms with free sections)
    ORDER = "order"  # "sections" → tuple of section ids (forms with free sections)
    EXPLANATION = "explanation"  # Finding.subject → {"text": 说明, "values": {cell or "text:…": value}}
    REMARK = "remark"  # "1", "2" … → a 意见: a text for each of `model.review.remarks.ENTRIES`
    PHRASE = "phrase"  # "1", "2" … → words of the office's own to insert again (`model.phrases`)
    LEDGER = "ledger"  # entered cell → how many rows of the office's ledger are behind it (rule L1)
    LEDGER_SOURCE = (
        "ledger_source"  # "1", "2" … → {"name", "fingerprint", "time"} of a ledger's file, never its rows; the first
        # also says how many rows were counted nowhere: "left_out"
    )
    CHILD = "child"  # office whose report was merged into this → {"errors", "blanks", "cells": {entered cell: value}}
    ROLL_UP = "roll_up"  # entered cell → the sum of the offices' reports that were merged into it (rule A1)
    STATE = "state"  # imported cell, until confirmed → its ImportState
    STAGE = "stage"  # "now" → the Stage of the report on its way to the public
    DEED = "deed"  # what was done with the report → its datum as text; the names are in DEED_FIELDS
    AS_SIGNED = "as_signed"  # "kind:key" of a slot → what it held when a signed report was opened for 更正
    CORRECTED = (
        "corrected"  # "1", "2" … → a 更正 that has gone out (`model.review.corrections.PastCorrection`)
    )
    RECHECK = "recheck"  # entered cell → what 复核录入 came to: {"value", "seen", "by", "day"} (`model.review.recheck`)

    __hash__ = str.__hash__  # an Enum's own is written in Python, and slots are looked up all the time


_SUMMED: Final = (SlotKind.CELL, SlotKind.DECLARED)
"""The slots whose values totals are made of."""
SIGNED_KINDS: Final = (
    SlotKind.CELL,
    SlotKind.DECLARED,
    SlotKind.FIELD,
    SlotKind.TEXT,
    SlotKind.HEADING,
    SlotKind.ORDER,
    SlotKind.DEED,
    SlotKind.STAGE,
)
"""What is put down when a signed report is opened for 更正: all that it says, how far it was, and when and by whom."""
OF_THE_FILE: Final = (SlotKind.STAGE, SlotKind.DEED, SlotKind.AS_SIGNED, SlotKind.CORRECTED)
"""What was done with a report in the file it stands in: of a copy in another file it is not true."""
_UNSIGNED: Final = (SlotKind.STAGE, SlotKind.DEED, SlotKind.PHRASE, SlotKind.REMARK)
"""What goes on being set in a signed report: nobody has put a name to it."""
_WRITTEN_AS_SUM: Final = (SlotKind.CELL, SlotKind.CONTROL, SlotKind.SUM)


class Slot(NamedTuple):
    """The address of one editable thing in a report."""

    kind: SlotKind
    key: str


_YEAR: Final = Slot(SlotKind.FIELD, "year")

SlotSettings: TypeAlias = tuple[tuple[Slot, SlotValue], ...]
"""What several slots are set to, as one step."""
_DAY_SLOTS: Final = frozenset(
    (*(Slot(SlotKind.FIELD, name) for name in DAYS), *(Slot(SlotKind.DEED, name) for name in DEED_DAYS))
)


class Edit(NamedTuple):
    """One slot's step from `old` to `new`."""

    slot: Slot
    old: SlotValue
    new: SlotValue


@dataclass(frozen=True, slots=True)
class Change:
    """One undoable step: the edits that were made together, and what the step is called in the menu."""

    edits: tuple[Edit, ...]
    label: str

    @property
    def inverse(self) -> "Change":
        """The change that takes this one back."""
        undone = tuple(Edit(edit.slot, edit.new, edit.old) for edit in reversed(self.edits))
        return Change(undone, self.label)

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The slots touched."""
        return tuple(edit.slot for edit in self.edits)


class Report:
    """One year's report of one office in one form."""

    def __init__(self, form: Form, office: str, year: int) -> None:
        self.form = form
        self._slots: dict[Slot, SlotValue] = {}
        self._kinds: dict[SlotKind, dict[str, SlotValue]] = {}
        self._snapshot: Mapping[Slot, SlotValue] | None = None
        self._plain: dict[SlotKind, dict[str, object]] = {}
        self._changed: dict[Slot, None] = {}
        self._totals: dict[str, Value] = dict.fromkeys(form.sums)
        self._values: dict[str, Value] = dict.fromkeys(form.cells)
        self.set(((Slot(SlotKind.FIELD, "office"), office), (Slot(SlotKind.FIELD, "year"), year)))

    @property
    def office(self) -> str:
        """The office's name."""
        return str(self.get(SlotKind.FIELD, "office") or "")

    @property
    def year(self) -> int:
        """The year reported on."""
        year = self._slots.get(_YEAR)
        return year if isinstance(year, int) else 0

    def get(self, kind: SlotKind, key: str) -> SlotValue:
        """Return what a slot holds, None when it is empty."""
        return self._slots.get(Slot(kind, key))

    def field(self, name: str) -> str:
        """Return a field of the office's data as text, "" when it is not given."""
        value = self.get(SlotKind.FIELD, name)
        return "" if value is None else str(value)

    def text(self, section: str) -> str:
        """Return the words of a section (or "preamble") as typed, number fields unexpanded; "" when there are none."""
        value = self.get(SlotKind.TEXT, section)
        return value if isinstance(value, str) else ""

    def value(self, key: str) -> Value:
        """Return what the cell says: as entered, as declared, or else as computed. Raises KeyError outside the form."""
        return self._values[key]

    def computed(self, key: str) -> Value:
        """Return the sum of a computed cell's parts, None while a part is blank."""
        return self._totals[key]

    def values(self) -> dict[str, Value]:
        """Return every cell's value in printed order."""
        return dict(self._values)

    @property
    def slots(self) -> Mapping[Slot, SlotValue]:
        """All filled slots as they are now; later edits leave them alone. The same object until something changes."""
        if self._snapshot is None:
            self._snapshot = MappingProxyType(self._slots.copy())
        return self._snapshot

    @property
    def name_and_year(self) -> str:
        """What a report is called: 云溪县林业局 2025 年度; while its office is not known, by the year alone."""
        return f"{self.office} {self.year} 年度".strip()

    @property
    def stage(self) -> Stage:
        """How far the report is on its way to the public."""
        return stage_of(self.get(SlotKind.STAGE, NOW)) or Stage.DRAFT

    @property
    def stage_words(self) -> str:
        """What the report's stage is called, and whether 更正 is or was at work on it."""
        corrected = any(slot.kind is SlotKind.AS_SIGNED for slot in self._slots)
        return f"{self.stage.words}（更正）" if corrected else self.stage.words

    def refuses(self, kind: SlotKind) -> bool:
        """Whether slots of a kind cannot be set, because the report is signed."""
        return self.stage.signed and kind not in _UNSIGNED

    def of_kind(self, kind: SlotKind) -> dict[str, SlotValue]:
        """Return key → value of all filled slots of a kind."""
        held = self._kinds.get(kind)
        if held is None:
            held = {slot.key: value for slot, value in self._slots.items() if slot.kind is kind}
            self._kinds[kind] = held
        return held.copy()

    def set(self, settings: Iterable[tuple[Slot, SlotValue]], label: str = "") -> Change:
        """Set slots in one step and return the change; settings that change nothing leave no edit.

        A declared total that the sum has come to agree with is dropped in the same step, and so is the sum that a
        cell was written as, once the cell says something else. Raises KeyError for a cell that the form lacks or that
        is not of the slot's kind, ValueError for a day that is none, and ReportSigned where a signed report would
        change, unless it is opened for 更正 in the same step: what was signed is put down in it.
        """
        settings = tuple(settings)
        if self.stage.signed and not any(slot.kind is SlotKind.AS_SIGNED for slot, _ in settings):
            self._assert_unsigned(settings)
        edits = self._put_all(settings)
        edits += self._put_all((slot, None) for slot in self._lapsed(edits))
        declared = self.of_kind(SlotKind.DECLARED).items()
        settled = [Slot(SlotKind.DECLARED, key) for key, value in declared if value == self._totals[key]]
        return Change((*edits, *self._put_all((slot, None) for slot in settled)), label)

    def forget(self, kinds: Iterable[SlotKind]) -> Change:
        """Empty all slots of these kinds, whether the report is signed or not: it is a copy that goes another way."""
        forgotten = [slot for slot in self._slots if slot.kind in set(kinds)]
        return Change(tuple(self._put_all((slot, None) for slot in forgotten)), "")

    def apply(self, change: Change) -> None:
        """Make the change's edits again (or take them back: apply its inverse)."""
        self._put_all((edit.slot, edit.new) for edit in change.edits)

    def _assert_unsigned(self, settings: Iterable[tuple[Slot, SlotValue]]) -> None:
        """Make sure that nothing that was signed would change. Raises ReportSigned."""
        for slot, new in settings:
            opens = slot.kind is SlotKind.STAGE and not (stage_of(new) or Stage.DRAFT).signed
            if opens or (
                self.refuses(slot.kind) and self.get(slot.kind, slot.key) != (new if new != "" else None)
            ):
                raise ReportSigned(self.year, self.stage.words)

    def _lapsed(self, edits: Iterable[Edit]) -> Iterator[Slot]:
        """The sums that do not come to what their cells now say."""
        for key in {edit.slot.key for edit in edits if edit.slot.kind in _WRITTEN_AS_SUM}:
            written = self.get(SlotKind.SUM, key)
            if written is not None:
                value = self.get(SlotKind.CONTROL if key in self.form.sums else SlotKind.CELL, key)
                if not is_sum_of(written, _number(value), self.form.cells[key].kind):
                    yield Slot(SlotKind.SUM, key)

    def _put_all(self, settings: Iterable[tuple[Slot, SlotValue]]) -> list[Edit]:
        """Put values into their slots, all or none of them, and add up once what they take part in."""
        settings = tuple(settings)
        for slot, new in settings:
            self._assert_fits(slot, new)
        edits = [edit for slot, new in settings if (edit := self._put(slot, new)) is not None]
        self._add_up(edit.slot.key for edit in edits if edit.slot.kind in _SUMMED)
        return edits

    def _assert_fits(self, slot: Slot, new: SlotValue) -> None:
        entered = slot.kind in (SlotKind.CELL, SlotKind.LEDGER, SlotKind.ROLL_UP, SlotKind.RECHECK)
        if entered and (slot.key not in self.form.cells or slot.key in self.form.sums):
            raise KeyError(slot.key)
        if slot.kind in (SlotKind.DECLARED, SlotKind.CONTROL) and slot.key not in self.form.sums:
            raise KeyError(slot.key)
        if slot.kind is SlotKind.SUM and slot.key not in self.form.cells:
            raise KeyError(slot.key)
        if slot in _DAY_SLOTS and new and not is_day(str(new)):
            raise ValueError(new)

    def _put(self, slot: Slot, new: SlotValue) -> Edit | None:
        old = self._slots.get(slot)
        if (old == new and type(old) is type(new)) or (old is None and new == ""):
            return None
        if new is None or new == "":
            self._slots.pop(slot, None)
        else:
            self._slots[slot] = new
        self._snapshot = None
        self._kinds.pop(slot.kind, None)
        self._changed[slot] = None
        if slot.kind in (SlotKind.CELL, SlotKind.DECLARED):
            self._values[slot.key] = _number(new) if new is not None else self._totals.get(slot.key)
        return Edit(slot, old, new)

    def _add_up(self, changed: Iterable[str]) -> None:
        """Recompute the totals that changed cells take part in, in the order in which they rest on each other."""
        dirty = {*changed}
        for total, parts in self.form.sums.items() if dirty else ():
            if not dirty.isdisjoint(parts):
                sum_now = add_up(self._values[part] for part in parts)
                if sum_now != self._totals[total]:
                    self._totals[total] = sum_now
                    if Slot(SlotKind.DECLARED, total) not in self._slots:
                        self._values[total] = sum_now
                        dirty.add(total)

    def copy(self) -> "Report":
        """Return a report with the same slots; later edits of either leave the other alone."""
        made = copy(self)
        vars(made).update((name, held.copy()) for name, held in vars(self).items() if isinstance(held, dict))
        return made

    def to_json(self) -> dict[str, object]:
        """Return the report as plain data: the form's id and every filled slot by kind and key.

        What a kind's slots hold is the same object until one of them changes, and is never changed itself.
        """
        for kind in {slot.kind for slot in self._changed}:
            before = self._plain.get(kind, {})
            now = {slot.key: self._slots.get(slot) for slot in self._changed if slot.kind is kind}
            entries = {**before, **{key: _plain(value) for key, value in now.items()}}
            kept = {key: value for key, value in entries.items() if value is not None}
            self._plain[kind] = kept if now.keys() <= before.keys() else dict(sorted(kept.items()))
        self._changed.clear()
        return {
            "form": self.form.id,
            "slots": {kind.value: entries for kind, entries in sorted(self._plain.items()) if entries},
        }

    @classmethod
    def from_json(cls, data: Mapping[str, object]) -> "Report":
        """Return the report that `to_json` wrote. Raises FormError, KeyError, TypeError or ValueError when it is not one."""
        slots = data["slots"]
        if not isinstance(slots, Mapping):
            raise TypeError("slots")
        fields = slots["field"]
        report = cls(load_form(str(data["form"])), str(fields.get("office", "")), int(fields["year"]))
        entries = [(SlotKind(name), of_kind) for name, of_kind in slots.items()]
        # What makes it a signed one comes last: until then it is being filled.
        for kind, of_kind in sorted(entries, key=lambda entry: entry[0] is SlotKind.STAGE):
            report.set((Slot(kind, key), restored(value)) for key, value in of_kind.items())
        return report


def _number(value: SlotValue) -> Value:
    return value if isinstance(value, int | Decimal) else None


def _plain(value: SlotValue) -> object:
    if isinstance(value, int | str):
        return value
    if isinstance(value, Mapping):
        return {key: _plain(entry) for key, entry in value.items()}
    if isinstance(value, tuple):
        return [_plain(entry) for entry in value]
    return {"decimal": str(value)} if isinstance(value, Decimal) else value


def restored(value: object) -> SlotValue:
    """Return a slot's value from its plain data. Raises ValueError for anything else."""
    if isinstance(value, Mapping):
        if set(value) == {"decimal"}:
            return _decimal(str(value["decimal"]))
        return {str(key): restored(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return tuple(restored(entry) for entry in value)
    if value is None or isinstance(value, int | str):
        return value
    raise ValueError(repr(value))


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation as error:
        raise ValueError(text) from error
