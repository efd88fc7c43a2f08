"""Lays a block down by the names of rows and columns in it, as a file's table is read."""

from collections.abc import Iterator
from typing import Final

from model.form import Form, FormTable
from model.import_state import ImportState
from model.report import Report
from ui.grid.clipboard import Rows
from ui.grid.pasted import Pasted, marks_of, settings_of
from ui.grid.sheet import Sheet

_UNSURE: Final = (ImportState.PLACED, ImportState.DOUBTFUL)


def laid_by_names(report: Report, sheet: Sheet, block: Rows) -> Pasted | None:
    """Return what pasting a block by its names sets: nothing where they tell no cell; None where it has none of the table's.

    What the names do not tell for certain is marked, as it is when a file is imported.
    """
    # Loaded here: a start that pastes nothing needs no reader.
    from intake.tables.named_block import read_block

    found = read_block(report.form, sheet.table, block)
    if found is None:
        return None
    values = [(sheet.by_key[key], value) for key, value in found.values.items() if value is not None]
    unsure = [tile for tile, _ in values if found.states[tile.key] in _UNSURE]
    rows = {tile.row for tile, _ in values}
    kept = [tile for key, tile in sheet.by_key.items() if tile.row in rows and found.values.get(key) is None]
    return Pasted(
        [*settings_of(report, values), *marks_of(unsure, found.states)],
        unread=list(_told(found.unread)),
        unsure=unsure,
        kept=[tile for tile in kept if tile.is_entry and report.value(tile.key) is not None],
    )


def other_table(form: Form, sheet: Sheet, block: Rows) -> FormTable | None:
    """Return the form's table that a block is by its names where it is another than the one it is pasted into."""
    from intake.tables.named_block import read_block

    for table in form.tables:
        found = read_block(form, table, block) if table is not sheet.table else None
        if found is not None and any(value is not None for value in found.values.values()):
            return table
    return None


def _told(unread: list[str]) -> Iterator[str]:
    """What of the block comes to no cell: what stands there, without what becomes of it in an imported report."""
    for words in dict.fromkeys(unread):
        if "“" in words or any(map(str.isdecimal, words)):
            yield words.partition("，")[0]
