"""更正: a signed report is opened again, what was signed is put down, and what has changed since is told place by place.

The list stands in the report itself and so goes with its file. It begins anew with the next 更正 of a report that has
gone out; of one that was only signed again it goes on, as nobody has seen what came between.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from model.changed_passages import changed_passages
from model.comparison import Difference, differences
from model.deeds import DEED_NAMES
from model.report import SIGNED_KINDS, Report, Slot, SlotKind, SlotValue
from model.stages import NOW, Stage

_DONE_AGAIN: Final = ("signed.day", "signed.by", "filed.day", "published.day")
"""What has to be done again after 更正; the address that a report was published at is usually the same."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One place that has changed since it was signed: the part of the report and the name in it, as printed, and its slot.

    `before` and `after` are what stood there and what stands there now; of a text, a changed passage with its differing
    words between marks.
    """

    part: str
    name: str
    before: str
    after: str
    slot: Slot


def opening(report: Report, today: date) -> Iterator[tuple[Slot, SlotValue]]:
    """Yield the settings that open a signed report again, as one step."""
    begins = not (report.stage is Stage.SIGNED and report.of_kind(SlotKind.AS_SIGNED))
    signed = {
        f"{slot.kind.value}:{slot.key}": value
        for slot, value in report.slots.items()
        if slot.kind in SIGNED_KINDS
    }
    kept = report.of_kind(SlotKind.AS_SIGNED)
    put_down = signed if begins else kept
    for key in {**kept, **put_down}:
        yield Slot(SlotKind.AS_SIGNED, key), put_down.get(key)
    yield Slot(SlotKind.STAGE, NOW), Stage.RETURNED.value
    yield from ((Slot(SlotKind.DEED, name), None) for name in _DONE_AGAIN)
    if begins:
        yield Slot(SlotKind.DEED, "corrected.day"), today.isoformat()
        yield Slot(SlotKind.DEED, "corrected.why"), None


def as_signed(report: Report) -> Report | None:
    """Return the report as it was signed before 更正, None where it was never opened again."""
    put_down = {
        Slot(SlotKind(kind), name): value
        for key, value in report.of_kind(SlotKind.AS_SIGNED).items()
        for kind, _, name in [key.partition(":")]
    }
    if not put_down:
        return None
    signed = Report(report.form, report.office, report.year)
    names = {Slot(SlotKind.DEED, name) for name in DEED_NAMES}
    signed.set((slot, put_down.get(slot)) for slot in {*signed.slots, *names, *put_down})
    return signed


def corrections(report: Report) -> tuple[Correction, ...]:
    """Return what has changed since the report was signed, in the order of the form; () where it was never opened again."""
    signed = as_signed(report)
    if signed is None:
        return ()
    return tuple(
        correction
        for difference in differences(signed, report)
        if difference.slots[0].kind in SIGNED_KINDS
        for correction in _of(difference)
    )


def _of(difference: Difference) -> Iterator[Correction]:
    part, name, slot = difference.group, difference.name, difference.slots[0]
    if not difference.is_text:
        yield Correction(part, name, difference.before, difference.after, slot)
        return
    for before, after in changed_passages(difference.before, difference.after):
        yield Correction(part, name, before, after, slot)
