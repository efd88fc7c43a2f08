"""The pages of a report: their order as data, and the contract that they share."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from model.form import SectionKind
from model.report import Report, Slot, SlotKind
from model.review.remarks import Place
from model.sections import COVER, COVER_TITLE, sections_of
from ui.desk.session import Session
from ui.look.keyboard import give_keyboard

if TYPE_CHECKING:
    from model.findings import Finding, Spot

OWN_SECTIONS = (SlotKind.HEADING, SlotKind.ORDER)
"""Slots whose change adds, renames, moves or removes pages."""


class PageSpec(NamedTuple):
    """A page of the outline: its id (a section id or "cover"), its words there and its full heading."""

    id: str
    short: str
    heading: str
    kind: SectionKind | None


def pages_of(report: Report) -> tuple[PageSpec, ...]:
    """Return the pages of a report in its own order; tables outside all sections come last."""
    pages = [PageSpec(COVER, COVER_TITLE, COVER_TITLE, None)]
    for section in sections_of(report):
        number = section.heading.partition("、")[0]
        short = f"{number}、{section.short}" if section.short else section.heading
        pages.append(PageSpec(section.id, short, section.heading, section.kind))
    known = {page.id for page in pages}
    for table in report.form.tables:
        if table.section not in known:
            known.add(table.section)
            pages.append(PageSpec(table.section, table.title, table.title, SectionKind.TABLE))
    return tuple(pages)


class Found(NamedTuple):
    """Where in a report stands what is looked for: places in its texts, cells by key, words in the heads of tables."""

    spots: "tuple[Spot, ...]" = ()
    cells: frozenset[str] = frozenset()
    words: str = ""


class Page(QWidget):
    """A page of the report. It shows the session's report and edits it through the session.

    Signals: `hint(str)` help for what is under the cursor; `message(str)` what else the status bar should say;
    `explain(Finding)` when the clerk wants to explain a finding; `section_added(str)` when a section was added;
    `remark_wanted()` when the clerk has something to say of what is under the cursor.
    """

    hint = Signal(str)
    message = Signal(str)
    explain = Signal(object)
    section_added = Signal(str)
    remark_wanted = Signal()

    def __init__(self, session: Session, spec: PageSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.spec = spec

    def load(self) -> None:
        """Show the session's report anew, as after it was switched."""
        raise NotImplementedError

    def complete(self) -> None:
        """Make what the page was shown without."""

    def show_finding(self, finding: "Finding") -> None:
        """Bring the place that a finding speaks of into view, with the cursor in it."""
        raise NotImplementedError

    def show_slot(self, slot: Slot) -> None:
        """Bring the place of a slot into view: where undo or redo has just changed something."""
        raise NotImplementedError

    def show_line(self, line: str) -> None:
        """Bring the place of a printed line, given without blanks, into view."""
        self.enter()

    def enter(self) -> None:
        """Put the cursor where work on this page begins."""
        give_keyboard(self)

    def name_section(self) -> None:
        """Put the cursor into the heading, ready to be typed over, where it may be."""
        self.enter()

    @property
    def current_cell(self) -> str:
        """The key of the cell under the cursor, "" on a page without numbers."""
        return ""

    @property
    def place(self) -> Place:
        """What is under the cursor, for a 意见 about it: a cell, a paragraph, or else the page."""
        return Place(self.spec.id)

    def drop_selection(self) -> None:
        """Let go of words that are selected only because a finding spoke of them."""

    def show_found(self, _found: Found) -> None:
        """Mark what is looked for."""

    def next_blank(self) -> bool:
        """Go to the next blank cell of this page; False when there is none."""
        return False

    def compare_last_year(self, *, on: bool) -> None:
        """Show or hide last year's words or numbers beside this year's, where the page has any."""
