"""What the rows of a table say: values and states of cells, and what could not be told."""

from dataclasses import dataclass, field

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
