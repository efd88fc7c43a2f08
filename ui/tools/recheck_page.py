"""The page 复核录入: a colleague types the tables again from the papers; what differs is told and settled at once."""

from collections.abc import Collection, Iterator
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from model.errors import AssistantError
from model.report import Change, Report, SlotKind
from model.review.recheck import OPEN, Standing, recheck_of, same_person, standing_of, tally_of
from ui.desk.desk import Desk
from ui.desk.session import Session
from ui.desk.settings import Settings
from ui.desk.tool_page import ToolPage
from ui.grid.command import Command
from ui.look.choices import Tabs
from ui.look.elided import ElidedLabel
from ui.look.fonts import scaled
from ui.look.keyboard import give_keyboard
from ui.look.page_head import PageHead
from ui.look.style import SPACE
from ui.report.field_edit import FieldEdit
from ui.tools.blind_grid import BlindGrid, BlindSession
from ui.tools.settle_card import SettleCard

_SHOWN: Final = (SlotKind.CELL, SlotKind.RECHECK, SlotKind.FIELD)
_DIFFERING: Final = frozenset({Standing.DIFFERING})
_NAME_WIDTH: Final = 190
_NAMES: Final = (("checker", "复核人"), ("drafter", "拟稿人"))


class RecheckPage(ToolPage):
    """Everything of the second look at the session's report."""

    is_blind = True

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(desk, settings, parent)
        self._session: Session = desk.session
        self._blind: BlindSession | None = None
        self._shown: tuple[Report, bool] | None = None
        self._head = PageHead("复核录入", self)
        self.names = {name: FieldEdit(self._session, name, words, self) for name, words in _NAMES}
        self.names["checker"].setPlaceholderText("姓名，按 Enter 开始")
        self.names["checker"].returnPressed.connect(self.enter)
        self.note = ElidedLabel(self)
        self.note.setObjectName("pageNote")
        self.note.setAccessibleName("关于复核人")
        self.tabs = Tabs(self)
        self.tabs.setAccessibleName("要复核的表")
        self.tabs.setDocumentMode(True)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.currentChanged.connect(self._refresh)
        self.grids: dict[str, BlindGrid] = {}
        self._table = ""
        self.card = SettleCard(self)
        self.card.correct_wanted.connect(self._correct)
        self.card.uphold_wanted.connect(self._uphold)
        self.card.next_wanted.connect(self.go_on)
        self.card.blank_wanted.connect(self._type_blank)
        self._lay_out()
        self._session.changed.connect(self._changed)
        self._session.report_switched.connect(self._drop)

    @property
    def grid(self) -> BlindGrid:
        """The grid in sight."""
        return list(self.grids.values())[max(self.tabs.currentIndex(), 0)]

    def load(self) -> None:
        """Show the session's report, from its beginning where another was shown before."""
        for edit in self.names.values():
            edit.reload()
        if self._shown != (self._session.report, self._session.read_only):
            self._drop()
            self._build()
        self._refresh()

    def enter(self) -> None:
        """Put the keyboard on the cell where typing goes on, or into the name that is missing."""
        if not self._named:
            give_keyboard(self.names["checker"])
            return
        if self.grid.current_key not in tally_of(self._session.report, self.grid.sheet.table).keys(*OPEN):
            self.go_on()
        give_keyboard(self.grid)

    def go_on(self) -> None:
        """Go to the next cell that differs, in whatever table it is; where none does, to the next one to be typed."""
        if self._named and self.grid.end_typing():
            for standings in (_DIFFERING, OPEN):
                key = next(self._ahead(standings), "")
                if key:
                    self._stand_on(key)
                    return
            self.said.emit("所有的格都已复核")

    def show_change(self, change: Change) -> bool:
        """Put the cursor where a step of the second look was undone or redone."""
        report = self._session.report
        for slot in change.slots:
            looked_at = slot.kind is SlotKind.CELL and recheck_of(report, slot.key) is not None
            if self._blind is not None and (slot.kind is SlotKind.RECHECK or looked_at):
                self._stand_on(slot.key)
                return True
        return False

    def showEvent(self, event: QShowEvent) -> None:
        """Come back from what covered the page."""
        super().showEvent(event)
        if self._blind is None:
            self.load()

    def hideEvent(self, event: QHideEvent) -> None:
        """Put the sheet away: nothing follows each keystroke on other pages for it."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._drop()

    def close_down(self) -> None:
        """Take what is being typed."""
        self._drop()

    @property
    def _named(self) -> bool:
        return bool(self._session.report.field("checker")) or self._session.read_only

    def _stand_on(self, key: str) -> None:
        grid = self.grids[self._session.report.form.cells[key].table.id]
        self.tabs.setCurrentWidget(grid)
        grid.focus_cell(key)

    def _ahead(self, standings: Collection[Standing]) -> Iterator[str]:
        """The cells that stand so: those of this table from the cursor on and round to it, then those of other tables."""
        report, here = self._session.report, self.grid
        order = list(here.order)
        start = order.index(here.current_key) + 1 if here.current_key in order else 0
        others = [key for grid in self.grids.values() if grid is not here for key in grid.order]
        for key in (*order[start:], *order[:start], *others):
            if standing_of(report, key) in standings:
                yield key

    def _build(self) -> None:
        """Make the sheet and a grid for each table; the table that was in sight before comes into sight."""
        report = self._session.report
        self._shown = (report, self._session.read_only)
        self._blind = BlindSession(self._session, self)
        self.tabs.blockSignals(True)
        for table in report.form.tables:
            grid = BlindGrid(self._blind, table, self)
            grid.message.connect(self.said)
            self.grids[table.id] = grid
            self.tabs.addTab(grid, report.form.short_title_of(table))
        if self._table in self.grids:
            self.tabs.setCurrentWidget(self.grids[self._table])
        for grid in self.grids.values():
            grid.stand_on(
                next((key for key in grid.order if standing_of(report, key) in OPEN), grid.order[0])
            )
            grid.current_changed.connect(self._refresh)
        self.tabs.blockSignals(False)

    def _drop(self) -> None:
        """Put the sheet away, with what is being typed taken."""
        if self._blind is None:
            return
        if self._shown is not None and self._shown[0] is self._session.report:
            self.grid.end_typing()
        self._table = self.grid.sheet.table.id
        blind, self._blind, self._shown = self._blind, None, None
        blind.end()
        grids = list(self.grids.values())
        self.grids.clear()
        self.tabs.blockSignals(True)
        self.tabs.clear()
        self.tabs.blockSignals(False)
        for grid in grids:
            grid.deleteLater()
        blind.deleteLater()

    def _refresh(self) -> None:
        """Tell how far it has come, and what is to be settled."""
        if self._blind is None:
            return
        report = self._session.report
        whole = tally_of(report)
        for table in report.form.tables:
            tally = tally_of(report, table)
            left = len(tally.keys(*OPEN))
            differing = len(tally.keys(*_DIFFERING))
            told = [f"不一致 {differing}"] if differing else []
            told += [f"余 {left}"] if left else []
            tab = self.tabs.indexOf(self.grids[table.id])
            self.tabs.name(tab, report.form.short_title_of(table), "，".join(told) or "已复核")
        self._head.set_note(
            f"已复核 {len(whole.agreed)}/{len(whole.standings)} 格",
            "原数不显示",
            "合计由分项核对",
            "可以随时停下，下次接着做",
        )
        self.tabs.setEnabled(self._named)
        self.note.setText(self._about_the_checker())
        key = next((key for key in (self.grid.current_key, self._blind.last_typed) if self._differs(key)), "")
        can_type = self._named and not self._session.read_only
        self.card.show_tally(report, tally_of(report, self.grid.sheet.table), whole, key, can_type=can_type)

    def _differs(self, key: str) -> bool:
        report = self._session.report
        return bool(key) and key not in report.form.sums and standing_of(report, key) in _DIFFERING

    def _about_the_checker(self) -> str:
        if self._session.read_only:
            return self._session.refusal.message
        if not self._named:
            return "先填复核人的姓名"
        if same_person(self._session.report):
            return "复核人就是拟稿人：可以继续，换一位同事更稳妥"
        return ""

    def _changed(self, change: Change) -> None:
        if any(slot.kind in _SHOWN for slot in change.slots):
            self._refresh()

    def _correct(self, key: str) -> None:
        self._settle(key, correct=True)

    def _uphold(self, key: str) -> None:
        self._settle(key, correct=False)

    def _settle(self, key: str, *, correct: bool) -> None:
        """Settle a differing cell; the cursor goes on where it stands there, and stays where it has gone on already."""
        if self._blind is None or not self.grid.end_typing() or not self._differs(key):
            return
        try:
            (self._blind.correct if correct else self._blind.uphold)(key)
        except AssistantError as refused:
            self.said.emit(refused.message)
            return
        if self.grid.current_key == key:
            self.go_on()
        give_keyboard(self.grid)

    def _type_blank(self) -> None:
        if self._blind is None or not self.grid.end_typing():
            return
        try:
            self._blind.type_blank(self.grid.chosen())
        except AssistantError as refused:
            self.said.emit(refused.message)
            return
        self.grid.run(Command.BELOW)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        for name, words in _NAMES:
            label = QLabel(words, self)
            label.setObjectName("fieldLabel")
            label.setBuddy(self.names[name])
            self.names[name].setMinimumWidth(scaled(_NAME_WIDTH) // 2)
            self.names[name].setMaximumWidth(scaled(_NAME_WIDTH))
            row.addWidget(label)
            row.addWidget(self.names[name], 2)
        row.addWidget(self.note, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, SPACE)
        page.setSpacing(SPACE + 2)
        page.addWidget(self._head)
        page.addLayout(row)
        page.addWidget(self.tabs, 1)
        page.addWidget(self.card)
