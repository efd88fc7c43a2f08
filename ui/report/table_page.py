"""A page of tables: the grid of each, in the shape of the official form, and the section's words where it has any."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from model.findings import Finding
from model.form import Cell, FormTable
from model.report import Change, Slot, SlotKind
from model.review.remarks import Place
from ui.desk.pages import Found, Page, PageSpec
from ui.desk.session import Session
from ui.grid.command import Command
from ui.grid.command_button import CommandButton
from ui.grid.table_grid import TableGrid
from ui.grid.texts import declared_words
from ui.look.buttons import Button
from ui.look.fonts import scaled
from ui.look.keyboard import give_keyboard
from ui.look.page_head import PageHead
from ui.look.style import SPACE
from ui.prose.section_editor import SectionEditor

_WORDS_HEIGHT: Final = 96
_CLUE: Final = 6
"""How many characters of a label tell a row, where it is printed on two lines."""


class TablePage(Page):
    """The page of a section that is a table."""

    def __init__(self, session: Session, spec: PageSpec, parent: QWidget | None = None) -> None:
        super().__init__(session, spec, parent)
        self._head = PageHead(spec.heading, self)
        self._tables = session.report.form.tables_of(spec.id)
        self.grids = {table.id: self._grid(table) for table in self._tables}
        self.words = SectionEditor(session, spec.id, self)
        self.words.setAccessibleName(f"{spec.heading}的文字")
        self.words.remark_wanted.connect(self.remark_wanted)
        self.words.setMaximumHeight(scaled(_WORDS_HEIGHT))
        self._add_words = Button("＋ 添加文字", self)
        self._add_words.setAccessibleName("在表前添加文字")
        self._add_words.setProperty("small", "true")
        self._add_words.clicked.connect(self._open_words)
        # Outermost: once taken it goes, and the buttons that stay must not come under the mouse.
        self._head.add(self._add_words)
        self._zeros = self._button(Command.ZEROS)
        self._controls = self._button(Command.CONTROLS)
        self._controls.setCheckable(True)
        self._controls.setVisible(any(cell.computed for cell in self._cells()))
        self.grid.controls_shown.connect(self._controls.setChecked)
        page = QVBoxLayout(self)
        page.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, SPACE)
        page.setSpacing(SPACE + 2)
        page.addWidget(self._head)
        page.addWidget(self.words)
        for grid in self.grids.values():
            page.addWidget(grid, 1)
        session.changed.connect(self._changed)
        self.load()

    @property
    def grid(self) -> TableGrid:
        """The page's first grid."""
        return next(iter(self.grids.values()))

    def load(self) -> None:
        """Show the session's report anew."""
        self.words.reload()
        self._show_words(shown=bool(self.session.report.text(self.spec.id)))
        self._zeros.setEnabled(not self.session.read_only)
        units = {table.unit for table in self._tables if table.unit}
        self._head.set_note(
            f"单位：{'、'.join(sorted(units))}" if units else "",
            "灰底为自动合计",
            "Enter 向下，Tab 向右",
            "" if self.session.read_only else "可从 Excel 整块粘贴",
        )

    def enter(self) -> None:
        """Put the cursor into the grid."""
        give_keyboard(self.grid)
        self._tell_help(self.grid.current_key)

    def show_finding(self, finding: Finding) -> None:
        """Put the cursor on the cell that a finding speaks of: the suggested one, else the first one entered."""
        if finding.spot is not None and finding.spot.section == self.spec.id:
            self._open_words()
            self.words.show_spot(finding.spot)
            return
        form = self.session.report.form
        suggested = [s.cell for s in finding.suggestions]
        cells = [*suggested, *(k for k in finding.cells if k not in form.sums), *finding.cells]
        if not any(self._focus(key) for key in cells):
            self.enter()

    def show_slot(self, slot: Slot) -> None:
        """Put the cursor on a cell, or into the words."""
        if slot.kind is SlotKind.TEXT:
            give_keyboard(self.words)
        else:
            self._focus(slot.key)

    def show_found(self, found: Found) -> None:
        """Mark the words and the numbers that are looked for."""
        self.words.show_found(found.spots)
        for grid in self.grids.values():
            grid.show_found(found.cells, found.words)

    def show_line(self, line: str) -> None:
        """Put the cursor into the row whose label the printed line has."""
        labels = {cell.key: "".join(cell.row.label[-1].split()) for cell in self._cells()}
        found = [key for key, label in labels.items() if label in line or label.startswith(line[:_CLUE])]
        self._focus(max(found, key=lambda key: len(labels[key]), default=self.grid.current_key))

    @property
    def current_cell(self) -> str:
        """The key of the cell under the cursor, of several tables in the one that has the keyboard."""
        grids = list(self.grids.values())
        return next((grid for grid in grids if grid.hasFocus()), grids[0]).current_key

    @property
    def place(self) -> Place:
        """The cell under the cursor, or the paragraph where the words have the keyboard."""
        return self.words.place if self.words.hasFocus() else Place(self.spec.id, self.current_cell)

    def next_blank(self) -> bool:
        """Go to the first blank cell after the cursor, from the last on to the first; False when there is none."""
        report = self.session.report
        ids = {table.id for table in self._tables}
        keys = [key for key in report.form.entered if report.form.cells[key].table.id in ids]
        blank = [key for key in keys if report.value(key) is None]
        if not blank:
            return False
        now = self.grid.current_key
        start = keys.index(now) if now in keys and self.grid.hasFocus() else -1
        self._focus(next((key for key in blank if keys.index(key) > start), blank[0]))
        return True

    def compare_last_year(self, *, on: bool) -> None:
        """Show or hide last year's numbers beside this year's."""
        for grid in self.grids.values():
            grid.show_last_year = on

    def _grid(self, table: FormTable) -> TableGrid:
        grid = TableGrid(self.session, table, self)
        grid.current_changed.connect(self._tell_help)
        grid.message.connect(self.message)
        grid.remark_wanted.connect(self.remark_wanted)
        grid.zoomed.connect(self._tell_zoom)
        return grid

    def _tell_zoom(self, percent: int) -> None:
        self.message.emit(f"表格大小 {percent}%")

    def _cells(self) -> Iterator[Cell]:
        """The cells of the page's tables."""
        ids = {table.id for table in self._tables}
        return (cell for cell in self.session.report.form.cells.values() if cell.table.id in ids)

    def _button(self, command: Command) -> CommandButton:
        """A button at the head for a command of the grid."""
        button = CommandButton(command, self)
        button.wanted.connect(self._run)
        self._head.add(button)
        return button

    def _run(self, command: Command) -> None:
        for grid in self.grids.values():
            grid.run(command)
        give_keyboard(self.grid)

    def _focus(self, key: str) -> bool:
        cell = self.session.report.form.cells.get(key)
        grid = self.grids.get(cell.table.id) if cell else None
        if grid is None:
            return False
        grid.focus_cell(key)
        return True

    def _tell_help(self, key: str) -> None:
        cell = self.session.report.form.cells.get(key)
        if cell is None:
            return
        help_words = cell.row.help or cell.column.help
        basis = cell.row.basis or cell.column.basis
        parts = [cell.name, declared_words(self.session.report, key), help_words, basis]
        self.hint.emit("　　".join(part for part in parts if part))

    def _changed(self, change: Change) -> None:
        if Slot(SlotKind.TEXT, self.spec.id) in change.slots and not self.words.hasFocus():
            self._show_words(shown=bool(self.session.report.text(self.spec.id)))

    def _open_words(self) -> None:
        self._show_words(shown=True)
        give_keyboard(self.words)

    def _show_words(self, *, shown: bool) -> None:
        self.words.setVisible(shown)
        self._add_words.setVisible(not shown and not self.session.read_only)
