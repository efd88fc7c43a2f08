"""One sheet of a ledger, as it is counted."""

from dataclasses import dataclass

from intake.ledger.columns import Layout
from intake.ledger.heads import Head
from intake.ledger.sheets import Sheet


@dataclass(frozen=True, slots=True)
class Part:
    """One sheet of the ledger. `first_place` is the place of its first row over all sheets: 1 in a ledger of one sheet.

    `height`: how many rows it has; some of them may not be at hand in `sheet` (see `intake.apart.ledger_apart`).
    `counted`: whether its rows are counted. `known`: whether its layout was confirmed before.
    """

    source: str
    sheet: Sheet
    head: Head
    layout: Layout
    first_place: int
    height: int
    counted: bool = True
    known: bool = False

    @property
    def name(self) -> str:
        """What the clerk knows the sheet as."""
        return f"{self.source}　{self.sheet.name}".strip()
