"""The page that shows what an import has understood, before anything is changed; then it is taken over in one step."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from intake.adopting import adopted
from intake.recognise import Recognition
from model.report import Change, Report, Slot, SlotValue
from ui.desk.session import Session
from ui.desk.undo_keys import undo_command
from ui.look.buttons import Button
from ui.look.choices import Tabs
from ui.look.keyboard import give_keyboard
from ui.look.page_head import PageHead
from ui.look.style import SPACE
from ui.look.wrapped import wrapping
from ui.tools.compare_view import CompareView
from ui.tools.review_grid import TableReview
from ui.tools.review_texts import TextsReview


class ImportPage(QWidget):
    """Signals: `taken(Report)` when the clerk takes the report over; `left()` when not.

    `put_aside(bool)` when the page goes out of sight, whatever way, with something checked in it and not taken over, and
    with False when it is in sight again.
    """

    taken = Signal(object)
    left = Signal()
    put_aside = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: Report | None = None
        self._existing: Report | None = None
        self._session: Session | None = None
        self._edited: set[Slot] = set()
        self._worked_on = False
        self._head = PageHead("核对导入结果", self)
        self.take_button = Button("采用", self)
        self.take_button.setProperty("primary", "true")
        self.take_button.setAutoDefault(True)
        self.take_button.clicked.connect(self._take)
        self._leave = Button("不采用", self)
        self._leave.setAccessibleName("不采用导入结果")
        self._leave.clicked.connect(self.left)
        for button in (self._leave, self.take_button):
            self._head.add(button)
        self.summary = wrapping("读到的内容", self)
        self.doubts = wrapping("需要核对的内容", self, "doubts")
        self.other_office = wrapping("机关名称不同", self, "doubts")
        self.other_office.hide()
        self._doubts_title = QLabel("需要核对", self)
        self._doubts_title.setObjectName("partHeading")
        self.unread = QPlainTextEdit(self)
        self.unread.setReadOnly(True)
        self.unread.setAccessibleName("没有读懂的原文")
        self._unread_title = QLabel("没有读懂的原文", self)
        self._unread_title.setObjectName("partHeading")
        self.view = CompareView(self)
        self.view.hide()
        self.view.ticked.connect(self._note_work)
        self._overview = self._told()
        self.tabs = Tabs(self)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.setAccessibleName("导入的各部分")
        self.tabs.setDocumentMode(True)
        self.tables: list[TableReview] = []
        page = QVBoxLayout(self)
        page.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, SPACE)
        page.setSpacing(SPACE + 2)
        page.addWidget(self._head)
        page.addWidget(self.other_office)
        page.addWidget(self.tabs, 1)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the first number to check; where there is none, Enter takes the report over."""
        super().showEvent(event)
        self.put_aside.emit(False)
        if self._existing is not None or not self._check_next():
            give_keyboard(self.take_button)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell of what was begun here and is not finished."""
        super().hideEvent(event)
        if self._worked_on and not event.spontaneous():
            self.put_aside.emit(True)

    @property
    def is_worked_on(self) -> bool:
        """Whether something was checked here that is not taken over yet."""
        return self._worked_on

    def finish(self) -> None:
        """What was checked here is taken over."""
        self._worked_on = False

    def event(self, event: QEvent) -> bool:
        """Keep undo and redo from the window's menu: they would change the report on the desk."""
        kept = event.type() == QEvent.Type.ShortcutOverride
        if kept and isinstance(event, QKeyEvent) and undo_command(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take back what was checked, or do it again, wherever on the page the keyboard is."""
        command = undo_command(event)
        if command is None or self._session is None:
            super().keyPressEvent(event)
        elif command == "undo":
            self._session.undo()
        else:
            self._session.redo()

    @property
    def edits(self) -> Sequence[tuple[Slot, SlotValue]]:
        """What the clerk has confirmed and corrected here."""
        report = self._report
        return [] if report is None else [(slot, report.get(slot.kind, slot.key)) for slot in self._edited]

    def redo(self, edits: Sequence[tuple[Slot, SlotValue]]) -> None:
        """Confirm and correct again what was before the same import was shown anew."""
        if self._session is not None and edits:
            self._session.edit(edits, "核对")

    @property
    def result(self) -> Report | None:
        """The report as it stands to be taken over, None while there is none."""
        return self._report

    def show_recognition(
        self, found: Recognition, existing: Report | None, *, office: str = "", begins_next: bool = False
    ) -> None:
        """Show what was understood; `existing` is the report on that year which the file on the desk has already.

        `office` is whose file is on the desk. Of what differs from the existing report, the clerk may leave out places.
        """
        self._existing = existing if existing and existing.form is found.report.form else None
        self._report = found.report if self._existing is None else adopted(self._existing, found)
        self._drop_tabs()
        self.tabs.addTab(self._overview, "概要")
        differs = True
        if existing is not None:
            choose = self._existing is not None
            count = self.view.compare(existing, self._report, ("文件中现有", "导入的"), choose=choose)
            differs = count > 0
            self.tabs.addTab(self.view, f"与现有内容的不同（{count}）" if differs else "与现有内容相同")
            self.tabs.setCurrentWidget(self.view if differs else self._overview)
        self._session = Session(self._report, parent=self)
        self._session.changed.connect(self._note_edit)
        self._edited.clear()
        self._worked_on = False
        for table in self._report.form.tables:
            self._add_table(TableReview(self._session, table, found.sources, self))
        self.tabs.addTab(TextsReview(self._report, found.sources, self), "文字")
        self._show_head(found, existing, office, begins_next=begins_next, differs=differs)
        self._tell_left()
        if self.isVisible() and existing is None:
            self._check_next()

    def _show_head(
        self, found: Recognition, existing: Report | None, office: str, *, begins_next: bool, differs: bool
    ) -> None:
        self.summary.setText("\n".join(found.summary))
        self.doubts.setText("\n".join(found.doubts))
        for label in (self.doubts, self._doubts_title):
            label.setVisible(bool(found.doubts))
        self.unread.setPlainText("\n".join(found.unread))
        for widget in (self.unread, self._unread_title):
            widget.setVisible(bool(found.unread))
        other = bool(office and found.report.office) and office != found.report.office
        # Another office's report is the gravest doubt: it stands above the tabs, whichever of them is in sight.
        self.other_office.setText(
            f"需要核对：导入的是“{found.report.office}”的报告，机关名称与现在的文件（{office}）不同；"
            "一个文件只存一个机关的报告，请确认是同一机关"
        )
        self.other_office.setVisible(other)
        replaces = existing is not None and self._existing is None
        told = ((found.doubts, "需要核对"), (found.unread, "没有读懂"))
        left = other or found.doubts or found.unread or any(review.to_check for review in self.tables)
        self._head.set_note(
            "尚未改动任何内容",
            *(f"有 {len(lines)} 处{words}，见“概要”" for lines, words in told if lines),
            "格式与文件中的不同，采用后整份替换，不能撤销" if replaces else "",
            _advice(compared=self._existing is not None, differs=differs, left=bool(left)),
        )
        update = "替换" if replaces else "用勾选的更新"
        take = f"{update}文件中的 {existing.year} 年度报告" if existing else "采用"
        self.take_button.setText(f"{take}，并新建 {found.report.year + 1} 年度报告" if begins_next else take)
        self.take_button.setAccessibleName(self.take_button.text())

    def _told(self) -> QWidget:
        """What was read in a few lines, and what was not understood."""
        told = QWidget(self)
        column = QVBoxLayout(told)
        column.setContentsMargins(0, SPACE, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.summary)
        column.addWidget(self._doubts_title)
        column.addWidget(self.doubts)
        column.addWidget(self._unread_title)
        column.addWidget(self.unread, 1)
        column.addStretch()
        return told

    def _drop_tabs(self) -> None:
        """Put away what the import before has shown."""
        while self.tabs.count():
            widget = self.tabs.widget(0)
            self.tabs.removeTab(0)
            if widget not in (self._overview, self.view):
                widget.deleteLater()
        self.view.hide()
        self.tables.clear()
        if self._session is not None:
            self._session.deleteLater()

    def _add_table(self, review: TableReview) -> None:
        self.tables.append(review)
        self.tabs.addTab(review, "")
        review.left_to_check.connect(self._tell_left)
        review.done.connect(self._go_on)

    def _tell_left(self) -> None:
        """Say on each table's tab how many of its cells are to be checked."""
        for review in self.tables:
            left = len(review.to_check)
            tab = self.tabs.indexOf(review)
            self.tabs.setTabText(tab, f"{review.name}（{left} 格待核对）" if left else review.name)
            self.tabs.setTabToolTip(tab, review.grid.accessibleName())

    def _check_next(self) -> bool:
        """Go to the next cell to check, in whatever table it is; False where there is none."""
        for review in self.tables:
            if review.to_check:
                self.tabs.setCurrentWidget(review)
                return review.begin()
        return False

    def _go_on(self) -> None:
        if not self._check_next():
            give_keyboard(self.take_button)

    def _note_edit(self, change: Change) -> None:
        self._edited |= set(change.slots)
        self._note_work()

    def _note_work(self) -> None:
        self._worked_on = True

    def _take(self) -> None:
        if self._report is None or self._session is None:
            return
        self._session.take_typing()
        if self._existing is not None:
            kept = self._existing
            # What the clerk has typed here is wanted, whatever its place was marked with before.
            left_out = [slot for slot in self.view.left_out() if slot not in self._edited]
            self._report.set((slot, kept.get(slot.kind, slot.key)) for slot in left_out)
        self.taken.emit(self._report)


def _advice(*, compared: bool, differs: bool, left: bool) -> str:
    """What the clerk may go by, of what was read and of what the file has already."""
    if not differs:
        return "与文件中现有的内容没有不同，不必采用"
    if compared:
        return "没有勾选的保留文件中现有的内容"
    return "" if left else "没有需要核对的地方，可以采用"
