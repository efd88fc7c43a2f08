"""The middle of the desk: the page in sight, below it the findings and the 意见, and how they share the height."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QWidget

from ui.findings.findings_panel import FindingsPanel
from ui.findings.remarks_panel import RemarksPanel
from ui.look.passing_bar import PassingBar

_LEAST_PAGE: Final = 100


class Centre(QSplitter):
    """Shares the height between page and findings: the findings have what the clerk gave them, the page the rest.

    A bar that comes at the foot of the window takes its room from the findings' list, so that neither the page nor
    the findings move under the mouse.
    """

    def __init__(
        self, stack: QStackedWidget, findings: FindingsPanel, remarks: RemarksPanel, parent: QWidget
    ) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._findings = findings
        self._below = _beside_each_other(findings, remarks, self)
        self._bars: dict[PassingBar, int] = {}
        self.addWidget(stack)
        self.addWidget(self._below)
        self.setStretchFactor(0, 1)
        self.setChildrenCollapsible(False)
        self.splitterMoved.connect(self._keep_height)
        findings.room_wanted.connect(self._share)

    def show_below(self, *, shown: bool) -> None:
        """Show the findings and the 意见, or the page alone."""
        self._below.setVisible(shown)

    def make_room(self, bar: PassingBar, height: int) -> None:
        """Follow a bar at the foot that has come, has gone or has another height."""
        self._bars[bar] = height
        self._share()

    def showEvent(self, event: QShowEvent) -> None:
        """Give the findings their height, now that there is one to share."""
        super().showEvent(event)
        self._share()

    def _share(self) -> None:
        below = self._findings.open_height - sum(self._bars.values())
        self.setSizes([max(self.height() - below, _LEAST_PAGE), below])

    def _keep_height(self) -> None:
        """Remember the height that the clerk has given the findings."""
        self._findings.open_height = self._below.height() + sum(self._bars.values())


def _beside_each_other(findings: FindingsPanel, remarks: RemarksPanel, parent: QWidget) -> QWidget:
    """The findings, and the 意见 at their right while there are any."""
    below = QWidget(parent)
    row = QHBoxLayout(below)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(findings, 3)
    row.addWidget(remarks, 2)
    return below
