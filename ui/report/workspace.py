"""The desk of an open report: outline left, the page in the middle, findings below, the preview at the right."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from model.form import SectionKind
from model.levels import Level
from model.outcome import BLANK
from model.report import OF_THE_FILE, Change, Report, Slot, SlotKind
from model.sections import COVER, PREAMBLE
from ui.desk.later import Later, loading, loading_rules
from ui.desk.pages import OWN_SECTIONS, Found, Page, pages_of
from ui.desk.session import Session
from ui.desk.tool_page import SUBMISSION, TOOLS, ToolPage
from ui.report.across import Across
from ui.report.centre import Centre
from ui.report.cover_page import CoverPage

if TYPE_CHECKING:
    from model.findings import Finding, Spot
    from model.review.remarks import Remark
    from ui.findings.findings_panel import FindingsPanel
    from ui.findings.remarks_panel import RemarksPanel
    from ui.report.find_bar import FindBar

_SOON: Final = (
    "model.number_fields",
    "model.drafting",
    "ui.prose.number_chip",
    "ui.prose.editor",
    "ui.prose.section_editor",
    "ui.findings.findings_model",
    "ui.findings.findings_list",
    "ui.findings.findings_panel",
    "ui.findings.remarks_panel",
    "ui.desk.worker",
)
"""What pages, the lists below them and the first edit need next, loaded before it is made: no step of it holds up a key."""
_OF_CELLS: Final = frozenset(
    (SlotKind.CELL, SlotKind.DECLARED, SlotKind.CONTROL, SlotKind.SUM, SlotKind.STATE)
)


class Workspace(QWidget):
    """Arranges the pages of a session's report and leads from findings and undone changes to their places.

    The page is in sight before all of it, what lies below it and the rules are there; they follow with `later`, or when
    they are asked for.

    Signals: `hint(str)` and `message(str)` for the status bar; `tool_chosen(str)` when an entry of the outline was
    chosen that is no page; `page_shown(str)` with the id of the page now in sight.
    """

    hint = Signal(str)
    message = Signal(str)
    tool_chosen = Signal(str)
    page_shown = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.across = Across(session, self)
        self.outline = self.across.outline
        self.centre = Centre(session, self.across.middle)
        self.stack = self.centre.stack
        self._find_bar: FindBar | None = None
        self._pages: dict[str, Page] = {}
        self._compares = False
        self._found = Found()
        self._last_page = COVER
        self._pages_complete = False
        self.later = Later(self)
        self.across.rows.addWidget(self.centre, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.across)
        self._connect()
        self.show_page(COVER)

    def _connect(self) -> None:
        session = self.session
        self.centre.made.connect(self._listen)
        self.outline.chosen.connect(self._chosen)
        self.outline.entered.connect(self.centre.take_keyboard)
        self.outline.due_wanted.connect(self.next_due)
        session.report_switched.connect(self._switched)
        session.protection_changed.connect(self._load_pages)
        session.refused.connect(self.message)
        session.changed.connect(self._follow_sections)

    @property
    def splitters(self) -> dict[str, QSplitter]:
        """The splitters whose state is remembered."""
        return {"across": self.across}

    @property
    def findings(self) -> "FindingsPanel":
        """The list of findings."""
        return self.centre.findings

    @property
    def remarks(self) -> "RemarksPanel":
        """The list of 意见."""
        return self.centre.remarks

    @property
    def find_bar(self) -> "FindBar":
        """The line above the pages to find and replace in; it is made when it is first asked for."""
        if self._find_bar is None:
            from ui.report.find_bar import FindBar

            self._find_bar = FindBar(self.session, self)
            self._find_bar.spot_found.connect(self.show_spot)
            self._find_bar.cell_found.connect(self.show_cell)
            self._find_bar.closed.connect(self.centre.take_keyboard)
            self._find_bar.marked.connect(self._show_found)
            self._find_bar.room_taken.connect(self.centre.make_room)
            self.across.rows.addWidget(self._find_bar)
        return self._find_bar

    def _show_found(self, found: Found) -> None:
        """Mark what is looked for, on the pages there are and on those still to be made."""
        self._found = found
        for page in self._pages.values():
            page.show_found(found)

    def open_find(self) -> None:
        """Open the line to find and replace in, with the words selected in the text in sight."""
        from ui.prose.section_editor import SectionEditor

        editor = self.page.findChild(SectionEditor) if self.page is not None else None
        words = editor.textCursor().selectedText() if editor is not None and editor.isVisible() else ""
        self.find_bar.open_with(words if "\u2029" not in words else "")

    @property
    def page(self) -> Page | None:
        """The page in sight; None while something else is."""
        widget = self.stack.currentWidget()
        return widget if isinstance(widget, Page) else None

    def show_page(self, page_id: str) -> Page:
        """Bring a page into sight. Raises KeyError for an id that is none."""
        page = self._pages.get(page_id)
        if page is None:
            spec = {spec.id: spec for spec in pages_of(self.session.report)}[page_id]
            page = _class_for(spec.kind)(self.session, spec, self.stack)
            self._take(page)
            if self._pages_complete:
                page.complete()
            self.centre.lead_on(page)
            page.compare_last_year(on=self._compares)
            page.show_found(self._found)
        self._last_page = page_id
        self.show_widget(page, page_id)
        return page

    def show_widget(self, widget: QWidget, outline_id: str) -> None:
        """Bring a widget into sight in the pages' place: a page, or what belongs to the file."""
        if self.stack.indexOf(widget) < 0:
            self.stack.addWidget(widget)
        if self.page is not None and not isinstance(widget, Page):
            self.centre.before_tool.keep()
        if self._find_bar is not None and not isinstance(widget, Page):
            self._find_bar.put_away()  # it finds and replaces on the pages of the report
        self.across.cover_side(is_blind=isinstance(widget, ToolPage) and widget.is_blind)
        self.stack.setCurrentWidget(widget)
        self.outline.select(outline_id)
        self.centre.follow(outline_id, is_page=isinstance(widget, Page))
        self.page_shown.emit(outline_id)

    def leave_tool(self) -> None:
        """Go back from what belongs to the file to the page before, and there to where the keyboard was."""
        self.show_page(self._last_page)
        self.centre.before_tool.give_back(self.centre.take_keyboard)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The first time, have what is still missing follow."""
        super().paintEvent(event)
        self.later.begin(self._what_follows())

    def _what_follows(self) -> Iterator[Callable[[], object]]:
        yield from loading(_SOON)
        yield self._complete_pages
        yield self.centre.complete
        yield from loading_rules()
        yield self.session.check

    def _complete_pages(self) -> None:
        self._pages_complete = True
        for page in self._pages.values():
            page.complete()

    def close_down(self) -> None:
        """Go out of sight for good: the report is closed."""
        self.later.stop()
        self.hide()
        self.deleteLater()

    def step_back(self) -> bool:
        """Go back from what belongs to the file to the page, from the lists to where work was; False where work is there."""
        if self.page is not None:
            return self.centre.come_back(self)
        self.leave_tool()
        return True

    def step_page(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) page."""
        ids = [spec.id for spec in pages_of(self.session.report)]
        now = ids.index(self._last_page)
        self.show_page(ids[(now + direction) % len(ids)]).enter()

    def show_finding(self, finding: "Finding") -> None:
        """Go to the place that a finding speaks of."""
        page_id = finding.spot.section if finding.spot else finding.page
        self.show_page(_or_cover(self.session.report, page_id)).show_finding(finding)

    def add_remark(self) -> None:
        """Open the line for a 意见 about what is under the cursor, or was before a page of the file was gone to."""
        page = self.page or self.show_page(self._last_page)
        self.remarks.ask(page.place)

    def show_remark(self, remark: "Remark") -> None:
        """Go to the place that a 意见 speaks of."""
        from model.review.remark_places import pointer

        self.show_finding(pointer(self.session.report, remark.place))

    def show_spot(self, spot: "Spot") -> None:
        """Go to a place in a text."""
        from model.findings import Finding

        self.show_finding(Finding("", Level.HINT, "", spot=spot, page=spot.section))

    def show_cell(self, key: str) -> None:
        """Go to a cell of a table."""
        slot = Slot(SlotKind.CELL, key)
        self.show_page(self.session.report.form.cells[key].table.section).show_slot(slot)

    def show_line(self, page_id: str, line: str) -> None:
        """Go to the place of a printed line, as near as it can be told."""
        self.show_page(page_id).show_line("".join(line.split()))

    def show_change(self, change: Change) -> None:
        """Go to the place of a change that was undone or redone; a page in sight that shows it stays."""
        in_sight = self.stack.currentWidget()
        if not (isinstance(in_sight, ToolPage) and in_sight.show_change(change)):
            self.show_slot(change.slots[0])

    def show_slot(self, slot: Slot) -> None:
        """Go to the place of a slot."""
        if slot.kind in OF_THE_FILE:
            self.tool_chosen.emit(SUBMISSION)
        page_id = _page_of(self.session.report, slot)
        if page_id in {spec.id for spec in pages_of(self.session.report)}:
            self.show_page(page_id).show_slot(slot)

    def next_blank(self) -> None:
        """Go to the next blank cell, on this page or the pages after it."""
        specs = [spec.id for spec in pages_of(self.session.report)]
        now = specs.index(self._last_page)
        blank = {f.page for f in self.session.outcome.findings if f.code == BLANK}
        for page_id in (*specs[now:], *specs[:now]):
            if page_id in blank and self.show_page(page_id).next_blank():
                return
        self.message.emit("所有格都已填写")

    def next_due(self) -> None:
        """Go to what must be done next: an error, a blank cell, a finding that waits for its 说明."""
        found = [f for f in self.session.outcome.findings if f.code != BLANK and not f.explanation]
        errors = [finding for finding in found if finding.level is Level.ERROR]
        waiting = [finding for finding in found if finding.level is Level.EXPLAIN]
        if errors or (waiting and not self.session.outcome.blanks):
            self.findings.go_to((errors or waiting)[0])
        else:
            self.next_blank()

    def _drop_selection(self) -> None:
        if self.page is not None:
            self.page.drop_selection()

    def compare_last_year(self, *, on: bool) -> None:
        """Show or hide last year's texts and numbers beside this year's."""
        self._compares = on
        for page in self._pages.values():
            page.compare_last_year(on=on)

    def _take(self, page: Page) -> None:
        """Put a page among the others; it is made when it is first gone to."""
        page.hint.connect(self._tell_hint)
        page.message.connect(self.message)
        page.explain.connect(self._explain)
        page.remark_wanted.connect(self.add_remark)
        page.section_added.connect(self._name_section)
        self._pages[page.spec.id] = page
        self.stack.addWidget(page)

    def _listen(self) -> None:
        self.findings.jump.connect(self.show_finding)
        self.findings.said.connect(self.message)
        self.findings.passed.connect(self._drop_selection)
        self.remarks.jump.connect(self.show_remark)
        self.remarks.said.connect(self.message)

    def _tell_hint(self, words: str) -> None:
        """Pass on help for what is under the cursor; a page out of sight has no cursor that anybody sees."""
        if self.sender() is self.stack.currentWidget():
            self.hint.emit(words)

    def _explain(self, finding: "Finding") -> None:
        self.findings.explain_finding(finding)

    def _chosen(self, page_id: str) -> None:
        if page_id in {tool.id for tool in TOOLS}:
            self.tool_chosen.emit(page_id)
        else:
            self.show_page(page_id)

    def _follow_sections(self, change: Change) -> None:
        """Let the outline follow sections that were added, renamed, moved or removed."""
        if not any(slot.kind in OWN_SECTIONS for slot in change.slots):
            return
        self.outline.load()
        self.show_page(_or_cover(self.session.report, self._last_page))

    def _name_section(self, page_id: str) -> None:
        """Go to a section that was just added, with its heading ready to be typed over."""
        self.show_page(page_id).name_section()

    def _load_pages(self) -> None:
        """Let the pages follow: the report was signed, or opened again."""
        for page in self._pages.values():
            page.load()

    def _switched(self) -> None:
        """Drop the pages of the report before."""
        for page in self._pages.values():
            self.stack.removeWidget(page)
            page.hide()
            # What the new report does to a page put away is nothing to tell in the status line.
            page.blockSignals(True)
            page.deleteLater()
        self._pages.clear()
        self.show_page(_or_cover(self.session.report, self._last_page)).enter()


def _class_for(kind: SectionKind | None) -> type[Page]:
    """The class of a page. Those of texts and tables are loaded when one is first gone to: a report opens sooner."""
    if kind is None:
        return CoverPage
    if kind is SectionKind.TEXT:
        from ui.prose.page import ProsePage

        return ProsePage
    from ui.report.table_page import TablePage

    return TablePage


def _or_cover(report: Report, page_id: str) -> str:
    """The page with this id, or the cover where the report has none."""
    return page_id if page_id in {spec.id for spec in pages_of(report)} else COVER


def _page_of(report: Report, slot: Slot) -> str | None:
    """The page that shows a slot, None where none does."""
    if slot.kind in _OF_CELLS:
        return report.form.cells[slot.key].table.section
    if slot.kind in (SlotKind.TEXT, SlotKind.HEADING):
        return COVER if slot.key == PREAMBLE else slot.key
    return COVER if slot.kind is SlotKind.FIELD else None
