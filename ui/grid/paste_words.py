"""What is said of a paste: first what did not come to its cell, then how many numbers did, and where they went."""

from collections.abc import Iterator, Sequence

from model.form import Form
from model.report import Change, SlotKind
from ui.grid.pasted import Pasted
from ui.grid.sheet import Sheet, Tile


def places_of(sheet: Sheet, laid: Pasted) -> Sequence[Tile]:
    """Return the tiles whose numbers a paste has set, in the table's order; totals where it set nothing else."""
    places = [sheet.by_slot[slot] for slot, _ in laid.settings if slot in sheet.by_slot]
    return sorted(places or _totals(sheet, laid), key=sheet.numbers.index)


def words_of(form: Form, sheet: Sheet, laid: Pasted, change: Change) -> str:
    """Return what is said of a paste, in one line; the room for it may end before it does."""
    return "；".join(filter(None, (*_not_taken(form, laid), _taken(form, sheet, laid, change))))


def _not_taken(form: Form, laid: Pasted) -> Iterator[str]:
    if laid.left:
        tile, reason = laid.left[0]
        yield f"“{form.cells[tile.key].name}”没有改动：{reason}"
        if len(laid.left) > 1:
            yield f"另有 {len(laid.left) - 1} 格也不是数字"
    if laid.unread:
        others = f"等 {len(laid.unread)} 处" if len(laid.unread) > 1 else ""
        yield f"没有粘贴：{laid.unread[0]}{others}"
    if laid.unsure:
        first = form.cells[laid.unsure[0].key].name
        yield f"从“{first}”起有 {len(laid.unsure)} 格不能确定，已作标记，请核对"
    if laid.kept:
        first = form.cells[laid.kept[0].key].name
        yield f"从“{first}”起有 {len(laid.kept)} 格没有粘贴的数字，原数未动"


def _taken(form: Form, sheet: Sheet, laid: Pasted, change: Change) -> str:
    places, totals = places_of(sheet, laid), _totals(sheet, laid)
    if not places:
        return ""
    if not change.edits:
        return "粘贴的数字与表中相同，没有改动"
    first, last = (form.cells[tile.key].name for tile in (places[0], places[-1]))
    span = f"从“{first}”到“{last}”" if len(places) > 1 else f"“{first}”"
    count = sum(value is not None for slot, value in laid.settings if slot in sheet.by_slot)
    made = [edit for edit in change.edits if edit.slot in sheet.by_slot]
    emptied = sum(edit.old is not None and edit.new is None for edit in made)
    told = (
        f"已粘贴 {count} 个数字" if count else "",
        f"清空 {emptied} 格" if emptied else "",
        f"{len(totals)} 个合计用于核对" if totals else "",
    )
    words = "，".join(filter(None, told))
    return f"{words}：{span}" if words else ""


def _totals(sheet: Sheet, laid: Pasted) -> Sequence[Tile]:
    """The totals that a paste keeps beside their sums, out of sight."""
    return [
        sheet.by_key[slot.key]
        for slot, _ in laid.settings
        if slot.kind is SlotKind.CONTROL and slot not in sheet.by_slot
    ]
