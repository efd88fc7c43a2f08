"""An import is taken over into a year that is there already: without loss of what a published report cannot hold."""

from typing import Final

from intake.recognise import Recognition
from model.report import OF_THE_FILE, Report, Slot, SlotKind, SlotValue
from model.review.remarks import joined, remarks_of

_UNPUBLISHED: Final = frozenset(
    (
        SlotKind.CONTROL,
        SlotKind.SUM,
        SlotKind.EXPLANATION,
        SlotKind.LEDGER,
        SlotKind.LEDGER_SOURCE,
        SlotKind.REMARK,
        SlotKind.RECHECK,
        SlotKind.ROLL_UP,
        *OF_THE_FILE,
    )
)
"""What an office writes into its file and no published report shows."""
_LEVEL: Final = Slot(SlotKind.FIELD, "level")
_MARKED: Final = (SlotKind.CELL, SlotKind.DECLARED)


def adopted(present: Report, found: Recognition) -> Report:
    """Return what the report of a year would be with all of an import taken over.

    Explanations, control totals, counts and office data that the source cannot hold, or does not, stay as they are. A
    cell that says the same in both is not marked anew. Both reports are in one form; neither is changed.
    """
    slots = {
        slot: value for slot, value in present.slots.items() if slot.kind in (*_UNPUBLISHED, SlotKind.FIELD)
    }
    slots |= {
        slot: value
        for slot, value in found.report.slots.items()
        if (found.exact and slot.kind is not SlotKind.REMARK)
        or (slot.kind not in _UNPUBLISHED and not (slot == _LEVEL and slot in slots))
    }
    slots |= joined(present, remarks_of(found.report))
    slots |= _states(present, found.report)
    made = Report(present.form, present.office, present.year)
    made.set(sorted(slots.items(), key=lambda item: item[0].kind not in _MARKED))
    return made


def _states(present: Report, imported: Report) -> dict[Slot, SlotValue]:
    """How cells came to values that were there before."""
    return {
        Slot(SlotKind.STATE, key): present.get(SlotKind.STATE, key)
        for key in present.form.cells
        if present.value(key) == imported.value(key)
    }
