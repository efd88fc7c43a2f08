"""The middle of the desk: the page in sight, below it the findings and the 意见, and how they share the height."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QWidget

from ui.desk.pages import Page
from ui.desk.session import Session
from ui.findings.room import HEIGHT, LEAST
from ui.look.fonts import scaled
from ui.look.keyboard import KeyboardPlace, give_keyboard, has_keyboard
from ui.look.passing_bar import PassingBar
from ui.look.tab_order import put_before

if TYPE_CHECKING:
    from ui.findings.findings_panel import FindingsPanel
    from ui.findings.remarks_panel import RemarksPanel

_LEAST_PAGE: Final = 100
_ENOUGH: Final = 400
"""What a page needs so that several rows of a table are in sight below its heads, in device-independent pixels."""


class Centre(QSplitter):
    """Shares the height between page and findings: the findings have what the clerk gave them, the page the rest.

    A bar that comes at the foot of the window takes its room from the findings' list, so that neither the page nor
    the findings move under the mouse; one row the list keeps, as far as it had one. So does the list itself: its room
    is kept until it is made, which is when it is first asked for.

    `before_cover` and `before_tool`: where the keyboard was when a page came in place of the whole desk, or one of the file
    in place of the report's.

    Signals: `made()` when findings and 意见 are there.
    """

    made = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._session = session
        self._lists: tuple[FindingsPanel, RemarksPanel] | None = None
        self._height = scaled(HEIGHT)
        self._page_id = ""
        self._bars: dict[PassingBar, int] = {}
        self.before_cover, self.before_tool, self._before_line = (KeyboardPlace(parent) for _ in range(3))
        self.stack = QStackedWidget(self)
        self._below = QWidget(self)
        self._row = QHBoxLayout(self._below)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.setStretchFactor(0, 1)
        self.setChildrenCollapsible(False)
        self.splitterMoved.connect(self._keep_height)

    @property
    def findings(self) -> "FindingsPanel":
        """The list of findings."""
        return (self._lists or self._make_lists())[0]

    @property
    def remarks(self) -> "RemarksPanel":
        """The list of 意见 beside it."""
        return (self._lists or self._make_lists())[1]

    def take_keyboard(self) -> None:
        """Put the keyboard back where it was on the page in sight."""
        page = self.stack.currentWidget()
        before = page.focusWidget()
        if before is not None and before.isVisible():
            give_keyboard(before)
        elif isinstance(page, Page):
            page.enter()

    def come_back(self, desk: QWidget) -> bool:
        """Put the keyboard from elsewhere on the desk, such as the lists, back onto the page; False where it was not there."""
        is_around = has_keyboard(desk) and not has_keyboard(self.stack)
        if is_around:
            self.take_keyboard()
        return is_around

    def complete(self) -> None:
        """Make both lists, unless something has asked for them already."""
        if self._lists is None:
            self._make_lists()

    @property
    def findings_height(self) -> int:
        """The height that the clerk has given the findings."""
        return self._height if self._lists is None else self.findings.open_height

    @findings_height.setter
    def findings_height(self, height: int) -> None:
        if self._lists is not None:
            self.findings.open_height = height
        elif height > 0:
            self._height = height

    def follow(self, page_id: str, *, is_page: bool) -> None:
        """Bring the findings of a page that has come into sight; what belongs to the file stands alone."""
        self._page_id = page_id
        self._below.setVisible(is_page)
        self.refresh()  # at once: how much of the list is in sight tells how far it is scrolled
        if self._lists is not None:
            self.findings.bring_page(page_id)

    def lead_on(self, page: QWidget) -> None:
        """Let Tab lead through a page that has come before it comes to the findings."""
        if self._lists is not None:
            put_before(self.findings, page)

    def make_room(self, bar: PassingBar, height: int) -> None:
        """Follow a bar at the foot that has come, has gone or has another height."""
        self._bars[bar] = height
        self._share()

    def showEvent(self, event: QShowEvent) -> None:
        """Give the findings their height, now that there is one to share."""
        super().showEvent(event)
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share another height."""
        super().resizeEvent(event)
        self._share()

    def _leave_line(self, had_keyboard: bool) -> None:
        """Lead back from a line, unless work has gone on elsewhere before it was left."""
        if had_keyboard:
            self._before_line.give_back(self.take_keyboard)

    def _share(self) -> None:
        below = self.findings_height
        least = scaled(LEAST) if self._lists is None else max(scaled(LEAST), self.findings.least_open)
        if below == scaled(HEIGHT):
            below = max(min(below, self.height() - scaled(_ENOUGH)), least)
        below = max(below - sum(self._bars.values()), min(below, least))
        self.setSizes([max(self.height() - below, _LEAST_PAGE), below])

    def _keep_height(self) -> None:
        """Remember the height that the clerk has given the findings."""
        self.findings_height = self._below.height() + sum(self._bars.values())

    def _make_lists(self) -> "tuple[FindingsPanel, RemarksPanel]":
        from ui.findings.findings_panel import FindingsPanel
        from ui.findings.remarks_panel import RemarksPanel

        findings, remarks = (
            FindingsPanel(self._session, self._below),
            RemarksPanel(self._session, self._below),
        )
        findings.open_height = self._height
        findings.room_wanted.connect(self._share)
        self._row.addWidget(findings, 3)
        self._row.addWidget(remarks, 2)
        # At once, and not with the next event: the keyboard may be on its way to it.
        findings.show()
        self._row.activate()  # how much of the list is in sight tells what it begins with
        for line in (findings.explanation, remarks.line):
            line.asked.connect(self._before_line.keep)
            line.left.connect(self._leave_line)
        self._lists = findings, remarks
        self.made.emit()
        findings.bring_page(self._page_id)
        return self._lists
