"""What the window shows between its bars: the work, and pages in its place, one over the other."""

from collections.abc import Container

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.look.page_head import PageHead


class Body(QStackedWidget):
    """Signals: `back_wanted()` when the page in sight is to go, and what it covers is to be seen again."""

    back_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._covered: list[QWidget] = []

    def show_work(self, work: QWidget) -> None:
        """Show the work, whatever lies over it."""
        self._covered.clear()
        self.setCurrentWidget(work)

    def cover(self, page: QWidget, work: Container[QWidget | None]) -> None:
        """Show a page in place of what is in sight; `work` is what lies below all pages."""
        covered = self.currentWidget()
        if covered not in work and covered is not page:
            self._covered.append(covered)
        if self.indexOf(page) < 0:
            self.addWidget(page)
            if isinstance(head := page.findChild(PageHead), PageHead):
                head.offer_back()
                head.back_wanted.connect(self.back_wanted)
        self.setCurrentWidget(page)

    def uncover(self) -> QWidget | None:
        """Show the page that the one in sight has covered, and return it; None where that is the work."""
        if not self._covered:
            return None
        self.setCurrentWidget(self._covered.pop())
        return self.currentWidget()
