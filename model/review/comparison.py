"""What differs between two reports of an office, place by place, under the names that the clerk knows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from model.number_fields import expand
from model.office_fields import FIELD_WORDS, LEVELS, PREAMBLE_WORDS
from model.preamble import preamble_of
from model.report import Report, Slot, SlotKind, SlotValue
from model.sections import PREAMBLE, sections_of
from model.values import BLANK_WORD, to_text

_GONE: Final = "—"
_OF_ENTRIES: Final = (SlotKind.CELL, SlotKind.SUM, SlotKind.STATE)
_OF_TOTALS: Final = (SlotKind.DECLARED, SlotKind.STATE)


@dataclass(frozen=True, slots=True)
class Difference:
    """A place that differs: the group it is listed under, its name, what stands there in both, whether it is a text.

    `slots` are what the place consists of in a report. `follows`: it is a total that differs because its parts do.
    """

    group: str
    name: str
    before: str
    after: str
    slots: tuple[Slot, ...]
    is_text: bool = False
    follows: bool = False

    @property
    def loses(self) -> bool:
        """Whether something stands there before and nothing after, or of the office's data a part of it alone."""
        if self.after in ("", BLANK_WORD):
            return self.before not in ("", BLANK_WORD)
        return self.slots[0].kind is SlotKind.FIELD and self.after in self.before


def differences(before: Report, after: Report) -> Iterator[Difference]:
    """Yield what differs between two reports in the order of the form."""
    for name, words in FIELD_WORDS.items():
        old, new = before.field(name), after.field(name)
        if old != new and name != "year":
            slot = Slot(SlotKind.FIELD, name)
            yield Difference("机关信息", words, LEVELS.get(old, old), LEVELS.get(new, new), (slot,))
    yield from _headings(before, after)
    yield from _texts(before, after)
    keys = dict.fromkeys([*before.form.cells, *after.form.cells])
    for key in keys:
        old, new = _cell(before, key), _cell(after, key)
        if old != new:
            report = after if key in after.form.cells else before
            cell = report.form.cells[key]
            group = next(
                (s.heading for s in report.form.sections if s.id == cell.table.section), cell.table.title
            )
            slots = tuple(Slot(kind, key) for kind in (_OF_TOTALS if cell.computed else _OF_ENTRIES))
            stated = (each.get(SlotKind.DECLARED, key) for each in (before, after))
            follows = (
                cell.computed and before.form is after.form and not any(total is not None for total in stated)
            )
            yield Difference(group, cell.name, old, new, slots, follows=follows)
    yield from _controls(before, after)
    yield from _explanations(before, after)


def _controls(before: Report, after: Report) -> Iterator[Difference]:
    for key in after.form.sums:
        old, new = (_total(report.get(SlotKind.CONTROL, key)) for report in (before, after))
        if old != new:
            yield Difference("核对合计", after.form.cells[key].name, old, new, (Slot(SlotKind.CONTROL, key),))


def _total(control: SlotValue) -> str:
    return to_text(control) if isinstance(control, int | Decimal) else BLANK_WORD


def _explanations(before: Report, after: Report) -> Iterator[Difference]:
    for key in {**before.of_kind(SlotKind.EXPLANATION), **after.of_kind(SlotKind.EXPLANATION)}:
        old, new = (_explained(report.get(SlotKind.EXPLANATION, key)) for report in (before, after))
        if old != new:
            slots = (Slot(SlotKind.EXPLANATION, key),)
            yield Difference("说明", key.partition(":")[0], old, new, slots, is_text=True)


def _explained(explanation: SlotValue) -> str:
    return str(explanation.get("text", "")) if isinstance(explanation, Mapping) else ""


def _texts(before: Report, after: Report) -> Iterator[Difference]:
    headings = {PREAMBLE: PREAMBLE_WORDS}
    headings |= {section.id: section.heading for report in (before, after) for section in sections_of(report)}
    for section, heading in headings.items():
        old, new = (expand(report, report.text(section)) for report in (before, after))
        if section == PREAMBLE and old != new:
            # What nobody wrote is drafted, and printed as well.
            old, new = (expand(report, preamble_of(report)) for report in (before, after))
        if old != new:
            yield Difference("文字", heading, old, new, (Slot(SlotKind.TEXT, section),), is_text=True)


def _headings(before: Report, after: Report) -> Iterator[Difference]:
    for key in {**before.of_kind(SlotKind.HEADING), **after.of_kind(SlotKind.HEADING)}:
        old, new = (str(report.get(SlotKind.HEADING, key) or "") for report in (before, after))
        if old != new:
            yield Difference("文字", "标题", old, new, (Slot(SlotKind.HEADING, key),))


def _cell(report: Report, key: str) -> str:
    if key not in report.form.cells:
        return _GONE
    return to_text(report.value(key)) or BLANK_WORD
