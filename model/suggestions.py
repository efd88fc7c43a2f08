"""A suggestion in words, and as what is set when it is taken."""

from typing import TYPE_CHECKING

from model.form import Form
from model.report import Report, Slot, SlotKind
from model.values import Value, to_text

if TYPE_CHECKING:
    from model.findings import Suggestion


def describe(form: Form, change: "Suggestion") -> str:
    """Return a suggestion as words: 自然人·予以公开：1288 可能应为 1298（数字误录）."""
    name = form.cells[change.cell].name
    return f"{name}：{to_text(change.old)} 可能应为 {to_text(change.new)}（{change.why}）"


def settings_of(report: Report, suggestion: "Suggestion") -> tuple[tuple[Slot, Value], ...]:
    """Return the slot settings that apply a suggestion, as one undoable step.

    A total that came from outside is changed where it stands: as declared, as control total, or both.
    """
    key = suggestion.cell
    if key not in report.form.sums:
        return ((Slot(SlotKind.CELL, key), suggestion.new),)
    kinds = (SlotKind.DECLARED, SlotKind.CONTROL)
    return tuple((Slot(kind, key), suggestion.new) for kind in kinds if report.get(kind, key) is not None)
