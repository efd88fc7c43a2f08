"""The editor of one text of the session's report: typing goes into the report, findings come back as waves."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QInputMethodEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QWidget

from model.drafting import numbers
from model.findings import Finding, Spot
from model.number_fields import expand, field_text
from model.outcome import Outcome
from model.preamble import draft_preamble
from model.report import Change, Slot, SlotKind
from model.review.remark_places import spot_of
from model.review.remarks import Place, open_remarks
from model.sections import COVER, PREAMBLE
from ui.desk.refusal import would_change
from ui.desk.session import Session
from ui.desk.text_menu import with_report_undo
from ui.look.keyboard import give_keyboard
from ui.prose.editor import ProseEditor
from ui.prose.text_marks import Mark


class SectionEditor(ProseEditor):
    """Edits the words of a section (or the preamble, which is drafted until the clerk writes one).

    Signals: `remark_wanted()` when the clerk has something to say of the paragraph under the cursor.
    """

    remark_wanted = Signal()

    def __init__(self, session: Session, section: str, parent: QWidget | None = None) -> None:
        super().__init__(session.report, parent)
        self._session = session
        self.section = section
        self._outdated = False
        self.typed.connect(self._keep)
        session.changed.connect(self._changed)
        session.checked.connect(self._mark_findings)
        self.reload()

    @property
    def drafted(self) -> bool:
        """Whether the text shown is the program's draft and not the clerk's."""
        return self.section == PREAMBLE and not self._session.report.text(PREAMBLE)

    def reload(self) -> None:
        """Show the text of the session's report from its beginning."""
        self.load(self._session.report, self._text())
        self.setReadOnly(self._session.read_only)
        if self._session.is_checked:
            self._mark_findings(self._session.outcome)

    def findings(self) -> tuple[Finding, ...]:
        """Return what was found in this text, in the order of its places."""
        return self._session.outcome.texts.get(self.section, ())

    @property
    def place(self) -> Place:
        """The paragraph under the cursor, for a 意见 about it; the page where it is blank, or the program's draft."""
        page = COVER if self.section == PREAMBLE else self.section
        if self.drafted:
            return Place(page)
        return Place(page, quote=expand(self._session.report, self.paragraph).strip())

    def show_spot(self, spot: Spot) -> None:
        """Select the words that a finding speaks of."""
        self.select_range(*self.places.shown_range(spot.start, spot.end))
        give_keyboard(self)

    def show_found(self, spots: Iterable[Spot]) -> None:
        """Mark the words that are looked for."""
        here = (spot for spot in spots if spot.section == self.section)
        self.mark_found(self.places.shown_range(spot.start, spot.end) for spot in here)

    def number_menu(self) -> QMenu:
        """Return the menu of the numbers that can be put into the text, by table, each with what it is now."""
        menu = QMenu(self)
        menu.setAccessibleName("插入表中数字")
        form = self._session.report.form
        by_section = {
            name: form.table(keys[0].partition(".")[0]).section for name, keys in form.number_fields.items()
        }
        places = dict.fromkeys(by_section.values(), menu)
        if len(places) > 1:
            tables = (section for section in form.sections if section.id in places)
            places = {section.id: menu.addMenu(section.short or section.title) for section in tables}
        for name, section in by_section.items():
            number = field_text(self._session.report, name)
            places[section].addAction(f"{name}\t{number}").setData(f"{{{name}}}")
        self._add_made(menu)
        return menu

    def _add_made(self, menu: QMenu) -> None:
        """Add the numbers that are made of several, by group."""
        groups: dict[str, QMenu] = {}
        for number in numbers(self._session.report, self._session.last_year):
            if number.group not in groups:
                groups[number.group] = menu.addMenu(number.group)
            shown = expand(self._session.report, number.text)
            groups[number.group].addAction(f"{number.name}\t{shown}").setData(number.text)

    def offer_numbers(self) -> None:
        """Open the menu of numbers at the cursor and insert the one chosen."""
        if self.isReadOnly():
            self._session.refuse()
            return
        menu = self.number_menu()
        menu.triggered.connect(self._insert_chosen)
        menu.popup(self.viewport().mapToGlobal(self.cursorRect().bottomLeft()))

    def text_menu(self) -> QMenu:
        """Return the menu of the text: undo of the report, clipboard, the numbers of the tables."""
        menu = with_report_undo(self.createStandardContextMenu(), self._session)
        if not self.isReadOnly():
            menu.addSeparator()
            menu.addAction("插入表中数字…").triggered.connect(self.offer_numbers)
            menu.addAction("提意见…").triggered.connect(self.remark_wanted)
        return menu

    def showEvent(self, event: QShowEvent) -> None:
        """Mark what was found while the text was out of sight."""
        super().showEvent(event)
        if self._outdated:
            self._mark_findings(self._session.outcome)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Where the text cannot be changed, say why."""
        if self.isReadOnly() and would_change(event):
            self._session.refuse()
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Qt lets an input method write into a text that may only be read, as long as it can be selected."""
        if not self.isReadOnly():
            super().inputMethodEvent(event)
            return
        if event.commitString():
            self._session.refuse()
        event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done with the text."""
        menu = self.text_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def _insert_chosen(self, action: QAction) -> None:
        self.insert_kept(str(action.data()))

    def _text(self) -> str:
        report = self._session.report
        return draft_preamble(report) if self.drafted else report.text(self.section)

    def _keep(self, kept: str) -> None:
        slot = Slot(SlotKind.TEXT, self.section)
        if kept.strip() or self.section != PREAMBLE:
            self._session.edit([(slot, kept)], "修改文字", run=self.run)
        else:
            self._session.edit([(slot, None)], "清空引言", run=self.run)
            self.show_text(self._text())  # where it was the draft that was emptied nothing has changed

    def _changed(self, change: Change) -> None:
        kinds = {slot.kind for slot in change.slots}
        if Slot(SlotKind.TEXT, self.section) in change.slots or (SlotKind.FIELD in kinds and self.drafted):
            self.show_text(self._text())
        if kinds & {SlotKind.CELL, SlotKind.DECLARED}:
            self.refresh_numbers()

    def _mark_findings(self, _outcome: Outcome) -> None:
        """Underline what was found, and the paragraphs about which there is a 意见."""
        self._outdated = not self.isVisible()
        if self._outdated:
            return
        shown_range = self.places.shown_range
        marks = [Mark(*shown_range(spot.start, spot.end), None) for spot in self._remarked()]
        marks += [
            Mark(*shown_range(finding.spot.start, finding.spot.end), finding.level)
            for finding in self.findings()
            if finding.spot and not finding.explanation
        ]
        self.mark(marks)

    def _remarked(self) -> Iterator[Spot]:
        """Where the paragraphs stand about which something is still to be mended."""
        report = self._session.report
        for remark in open_remarks(report) if not self.drafted else ():
            spot = spot_of(report, remark.place) if remark.place.text == self.section else None
            if spot is not None:
                yield spot
