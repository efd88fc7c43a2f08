"""What the rows of a table say: values and states of cells, and what could not be told."""

from dataclasses import dataclass, field

from model.form import Cell, Form
from model.import_state import ImportState
from model.values import Value


@dataclass(slots=True)
class Found:
    """What a table's rows say: cell → value and state, and the rows that could not be told.

    `sources`: cell → the words of the source that its value, or its doubt, comes from. `twice`: the table is there again,
    with other numbers.
    """

    values: dict[str, Value] = field(default_factory=dict)
    states: dict[str, ImportState] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)
    sources: dict[str, str] = field(default_factory=dict)
    twice: bool = False

    def put(self, cell: Cell, told: str, value: Value, state: ImportState, *, sure: bool) -> None:
        """Put down a cell's value; what the source has `told` is asked about where it is not `sure`, or no number of it."""
        self.values[cell.key] = value
        self.states[cell.key] = state if sure else ImportState.DOUBTFUL
        if value is None:
            self.unread.append(f"{cell.name}：“{told}”不是数字，按未填处理")
        elif not sure:
            self.unread.append(f"{cell.name}：“{told}”请核对")


def doubt_sums(form: Form, found: Found, *, in_lines: bool) -> None:
    """Doubt sums that do not hold: a row with a blank whose total is no sum of the others lacks a number, or has it elsewhere.

    In lines of text a whole one that does not add up may have been torn.
    """
    for key in [key for key in found.values if key in form.sums]:
        parts = form.sums[key]
        along = all(form.cells[part].row is form.cells[key].row for part in parts)
        values = [found.values.get(part) for part in parts]
        total, added = found.values[key], sum(value for value in values if value is not None)
        if along and (in_lines or None in values) and total is not None and total != added:
            found.states |= dict.fromkeys((*parts, key), ImportState.DOUBTFUL)
