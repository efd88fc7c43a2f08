"""The grid of 复核录入: a table filled in again from the papers, in which what stands in the report is not seen.

It is the grid of the table pages over a sheet of its own. What is typed there is kept in the report on the desk
(`model.review.recheck`), and the sheet is filled from what is kept: undo, the crash copy and the file belong to the report.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from model import days
from model.errors import AssistantError
from model.form import FormTable
from model.outcome import Outcome
from model.report import Change, Report, Slot, SlotKind, SlotValue
from model.review import recheck
from model.review.recheck import Standing
from model.values import BLANK_WORD, Value, to_text
from ui.desk.session import Session
from ui.grid.command import Command
from ui.grid.marks import Mark
from ui.grid.reading import Look, Reading, Tone
from ui.grid.selection import Selection, downwards
from ui.grid.sheet import Kind, Sheet, Tile
from ui.grid.table_grid import TableGrid

_LABEL: Final = "复核录入"
_SEEN: Final = (SlotKind.CELL, SlotKind.DECLARED, SlotKind.RECHECK)


class BlindSession(Session):
    """The sheet that is filled in, as a session for its grids; it has no report of its own to keep.

    Signals: `compared()` when what was typed, or what it is compared with, has changed.
    """

    compared = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        sheet = Report(session.report.form, session.report.office, session.report.year)
        super().__init__(sheet, read_only=session.read_only, parent=parent)
        self._desk = session
        self.last_typed = ""
        self.report.set(self._shown(self.looked_at.form.entered))
        session.changed.connect(self._follow)
        session.typing_due.connect(self.typing_due)

    @property
    def looked_at(self) -> Report:
        """The report that is looked at a second time."""
        return self._desk.report

    @property
    def refusal(self) -> AssistantError:
        """Why nothing can be typed, and what to do."""
        return self._desk.refusal

    def edit(self, settings: Iterable[tuple[Slot, SlotValue]], _label: str, *, run: object = None) -> Change:
        """Keep the numbers of entered cells as typed; what is no longer typed is forgotten. Raises ReadOnly, ReportSigned."""
        typed: dict[str, Value] = {}
        gone: list[str] = []
        for slot, value in settings:
            if slot.kind is SlotKind.CELL and isinstance(value, int | Decimal):
                typed[slot.key] = value
            elif slot.kind is SlotKind.CELL and recheck.recheck_of(self.looked_at, slot.key) is not None:
                gone.append(slot.key)
        self.last_typed = next(reversed(typed), self.last_typed)
        kept = recheck.typed(self.looked_at, typed, self._checker, self._day)
        return self._desk.edit([*kept, *recheck.withdrawn(gone)], _LABEL, run=run)

    def type_blank(self, keys: Iterable[str]) -> None:
        """Keep that the paper has these entered cells blank. Raises ReadOnly, ReportSigned."""
        blank: dict[str, Value] = dict.fromkeys(keys)
        self.last_typed = next(reversed(blank), self.last_typed)
        self._desk.edit(recheck.typed(self.looked_at, blank, self._checker, self._day), _LABEL)

    def correct(self, key: str) -> None:
        """Put what was typed in the place of what stands in a differing cell. Raises ReadOnly, ReportSigned."""
        self._desk.edit(recheck.corrected(self.looked_at, key), "改为复核数")

    def uphold(self, key: str) -> None:
        """Take what stands in a differing cell for right. Raises ReadOnly, ReportSigned."""
        self._desk.edit(recheck.upheld(self.looked_at, key, self._checker, self._day), "原数无误")

    def undo(self) -> Change | None:
        """Take the report's last step back."""
        return self._desk.undo()

    def redo(self) -> Change | None:
        """Make the report's last undone step again."""
        return self._desk.redo()

    def end(self) -> None:
        """Follow the report no longer: another one is on the desk."""
        self._desk.changed.disconnect(self._follow)
        self._desk.typing_due.disconnect(self.typing_due)

    @property
    def _checker(self) -> str:
        return self.looked_at.field("checker")

    @property
    def _day(self) -> str:
        return days.today().isoformat()

    def _follow(self, change: Change) -> None:
        keys = [slot.key for slot in change.slots if slot.kind in _SEEN]
        if not keys:
            return
        super().edit(self._shown(key for key in keys if key not in self.report.form.sums), _LABEL)
        self.compared.emit()

    def _shown(self, keys: Iterable[str]) -> Iterator[tuple[Slot, SlotValue]]:
        """What the sheet shows of entered cells: what was typed, unless it is to be typed anew."""
        for key in keys:
            found = recheck.recheck_of(self.looked_at, key)
            again = recheck.standing_of(self.looked_at, key) in recheck.OPEN
            yield Slot(SlotKind.CELL, key), None if found is None or again else found.value


@dataclass
class BlindReading(Reading):
    """Reads what was typed, with how it compares; of what stands in the report only what differs is seen."""

    looked_at: Report = field(kw_only=True)

    def look(self, tile: Tile) -> Look:
        """Return the look of one tile."""
        look = super().look(tile)
        if tile.kind is Kind.COMPUTED:
            agrees = self.report.value(tile.key) is not None and self._agrees(tile.key)
            return replace(look, mark=Mark.TICKED) if agrees else look
        if tile.kind is not Kind.ENTERED or tile.key in self.draft:
            return look
        shown = look if look.text else replace(look, text=BLANK_WORD, tone=Tone.ZERO)
        match recheck.standing_of(self.looked_at, tile.key):
            case Standing.AGREED:
                return replace(shown, mark=Mark.TICKED)
            case Standing.DIFFERING:
                return replace(shown, mark=Mark.DIFFERS, ghost=self.stands(tile.key))
            case Standing.CHANGED:
                return replace(look, mark=Mark.AGAIN)
            case _:
                return look

    def stands(self, key: str) -> str:
        """What stands in a cell of the report."""
        return _text(self.looked_at, key)

    def told_of(self, key: str) -> Sequence[str]:
        """How an entered cell compares."""
        if key in self.report.form.sums:
            return ()
        standing = recheck.standing_of(self.looked_at, key)
        if standing is Standing.DIFFERING:
            return (f"{standing.words}，原填 {self.stands(key)}",)
        return (standing.words,)

    def _agrees(self, key: str) -> bool:
        return self.report.value(key) == self.looked_at.value(key)


class BlindGrid(TableGrid):
    """The grid of one table of the sheet."""

    follows_changes = False
    left_out = frozenset({Command.SETTLE, Command.CONFIRM, Command.CONTROLS, Command.REMARK})

    def __init__(self, session: BlindSession, table: FormTable, parent: QWidget | None = None) -> None:
        self._blind = session
        super().__init__(session, table, parent)
        self.setAccessibleName(f"{_LABEL}：{self.accessibleName()}")
        session.compared.connect(self._refresh)

    def read(self, sheet: Sheet | None = None) -> Reading:
        """Return what the tiles show: no findings, since they speak of numbers that are not to be seen."""
        return BlindReading(
            sheet or self.sheet, self._blind.report, outcome=Outcome(()), looked_at=self._blind.looked_at
        )

    @property
    def order(self) -> Sequence[str]:
        """The entered cells in the order in which Enter leads through them."""
        return [tile.key for tile in downwards(self.sheet) if tile.kind is Kind.ENTERED]

    def chosen(self) -> Sequence[str]:
        """The entered cells that are selected."""
        return [tile.key for tile in self.selection.tiles(self.sheet) if tile.kind is Kind.ENTERED]

    def words_at_end(self) -> str:
        """What is said where Enter and Tab lead no further."""
        return "这是本表最后一格；F12 到下一处要录入或处理的格"

    def stand_on(self, key: str) -> None:
        """Put the cursor on a cell, wherever the keyboard is."""
        tile = self.sheet.by_key[key]
        self.select(Selection(tile, tile))


def compared_words(report: Report, key: str) -> str:
    """Return both numbers of a differing cell: 自然人·予以公开：原填 9，复核 105."""
    found = recheck.recheck_of(report, key)
    signed = report.form.cells[key].kind.spec.signed
    typed = to_text(found.value, signed=signed) if found is not None else ""
    return f"{report.form.cells[key].name}：原填 {_text(report, key)}，复核 {typed or BLANK_WORD}"


def _text(report: Report, key: str) -> str:
    return to_text(report.value(key), signed=report.form.cells[key].kind.spec.signed) or BLANK_WORD
