"""The page that shows what an import has understood, before anything is changed; then it is taken over in one step."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from intake.recognise import Recognition
from model.report import Report
from ui.look.page_head import PageHead
from ui.look.style import SPACE
from ui.tools.compare_view import CompareView


class ImportPage(QWidget):
    """Signals: `taken(Report)` when the clerk takes the report over; `left()` when not."""

    taken = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: Report | None = None
        self._existing: Report | None = None
        self._head = PageHead("核对导入结果", self)
        self.take_button = QPushButton("采用", self)
        self.take_button.setProperty("primary", "true")
        self.take_button.setAutoDefault(True)
        self.take_button.clicked.connect(self._take)
        self._leave = QPushButton("不采用", self)
        self._leave.setAccessibleName("不采用导入结果")
        self._leave.clicked.connect(self.left)
        for button in (self._leave, self.take_button):
            self._head.add(button)
        self.summary = QLabel(self)
        self.summary.setWordWrap(True)
        self.summary.setAccessibleName("读到的内容")
        self.unread = QPlainTextEdit(self)
        self.unread.setReadOnly(True)
        self.unread.setAccessibleName("没有读懂的原文")
        self._unread_title = QLabel("没有读懂的原文", self)
        self._unread_title.setObjectName("partHeading")
        self.view = CompareView(self)
        card = QFrame(self)
        card.setObjectName("card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE)
        inner.addWidget(self.summary)
        page = QVBoxLayout(self)
        page.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, SPACE)
        page.setSpacing(SPACE + 2)
        page.addWidget(self._head)
        page.addWidget(card)
        page.addWidget(self.view, 2)
        page.addWidget(self._unread_title)
        page.addWidget(self.unread, 1)

    def showEvent(self, event: QShowEvent) -> None:
        """Enter takes the report over."""
        super().showEvent(event)
        self.take_button.setFocus()

    def show_recognition(
        self, found: Recognition, existing: Report | None, *, office: str = "", begins_next: bool = False
    ) -> None:
        """Show what was understood; `existing` is the report on that year which the file on the desk has already.

        `office` is whose file is on the desk. Of what differs from the existing report, the clerk may leave out places.
        """
        self._report = found.report
        self._existing = existing if existing and existing.form is found.report.form else None
        self.summary.setText("\n".join(found.summary))
        other = bool(office and found.report.office) and office != found.report.office
        self._head.set_note(
            "尚未改动任何内容",
            f"机关名称与现在的文件（{office}）不同，请确认是同一机关" if other else "",
            "取消勾选的保留文件中现有的内容" if self._existing else "采用后逐格标出需要确认的数字",
        )
        take = f"用勾选的更新文件中的 {existing.year} 年度报告" if existing else "采用"
        self.take_button.setText(f"{take}，并新建 {found.report.year + 1} 年度报告" if begins_next else take)
        self.take_button.setAccessibleName(self.take_button.text())
        before = existing or Report(found.report.form, "", found.report.year)
        heads = ("文件中现有" if existing else "空白", "导入的")
        self.view.compare(before, found.report, heads, choose=self._existing is not None)
        self.unread.setPlainText("\n".join(found.unread))
        for widget in (self.unread, self._unread_title):
            widget.setVisible(bool(found.unread))

    def _take(self) -> None:
        if self._report is None:
            return
        if self._existing is not None:
            kept = self._existing
            self._report.set((slot, kept.get(slot.kind, slot.key)) for slot in self.view.left_out())
        self.taken.emit(self._report)
