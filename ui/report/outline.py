"""The outline at the left: the verdict above, then every page with its state, then what belongs to the file."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QCursor, QFocusEvent, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from model.levels import Level
from model.outcome import Outcome
from model.review.remarks import of_page, open_remarks
from ui.desk.page_state import UNKNOWN, PageState, Progress, stage_state, state_of
from ui.desk.pages import pages_of
from ui.desk.session import Session
from ui.desk.tool_page import SUBMISSION, TOOLS
from ui.look.elided import ElidedLabel
from ui.look.fonts import scaled
from ui.look.icons import picture
from ui.look.painting import fill, rect_of
from ui.look.restyle import restyle
from ui.look.style import SPACE, Theme, theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

WIDTH: Final = 212
"""Width at the usual size of text, in device-independent pixels."""
LEAST_WIDTH: Final = 140
"""Where there is no room for more: the names of the pages, and of their states icon and number."""
_ROW: Final = 35
_STATE: Final = Qt.ItemDataRole.UserRole + 1
_REMARKS: Final = Qt.ItemDataRole.UserRole + 2
_MARK: Final = 16
"""Width of a state's icon and the gap behind it."""
_PENCIL: Final = 12


def ink_of(progress: Progress, colours: Theme) -> str:
    """Return the colour of a state's icon and words."""
    return {
        Progress.NOT_BEGUN: colours.ink_soft,
        Progress.UNFINISHED: colours.accent,
        Progress.ERROR: colours.error,
        Progress.EXPLAIN: colours.explain,
        Progress.DONE: colours.good,
    }[progress]


class Outline(QWidget):
    """The list of pages.

    Signals: `chosen(str)` with a page's or tool's id when the clerk goes to it; `entered()` after a click or Enter on it,
    when keys are to go where the eye is; `due_wanted()` when the verdict was pressed, to be led to what must be done next.
    """

    chosen = Signal(str)
    entered = Signal()
    due_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._verdict = VerdictCard(self)
        self._verdict.pressed.connect(self.due_wanted)
        self._list = _Entries(self)
        self._told: dict[str, QListWidgetItem] = {}
        self._states: dict[str, tuple[PageState, int]] = {}
        self._list.setAccessibleName("目录")
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setItemDelegate(_EntryDelegate(self._list))
        self._list.currentItemChanged.connect(self._current_changed)
        self._list.itemClicked.connect(self.entered)
        self._list.itemActivated.connect(self.entered)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE + SPACE // 2, 1, 0)
        column.setSpacing(SPACE)
        card = QVBoxLayout()
        card.setContentsMargins(SPACE + SPACE // 2, 0, SPACE + SPACE // 2, 0)
        card.addWidget(self._verdict)
        column.addLayout(card)
        column.addWidget(self._list, 1)
        self.setTabOrder(self._list, self._verdict)
        session.report_switched.connect(self.load)
        session.checked.connect(self.refresh)
        self.load()

    def load(self) -> None:
        """Show the pages of the session's report."""
        self._list.blockSignals(True)
        self._list.clear()
        self._states.clear()
        self._told = {page.id: self._add(page.id, page.short) for page in pages_of(self._session.report)}
        for item in self._told.values():
            item.setData(_STATE, UNKNOWN)
        divider = QListWidgetItem(self._list)
        divider.setFlags(Qt.ItemFlag.NoItemFlags)
        divider.setSizeHint(QSize(1, 2 * SPACE))
        for tool in TOOLS:
            if tool.listed:
                entry = self._add(tool.id, tool.words)
                if tool.id == SUBMISSION:
                    self._told[tool.id] = entry
        self._list.setCurrentRow(0)
        self._list.blockSignals(False)
        if self._session.is_checked:
            self.refresh(self._session.outcome)

    def refresh(self, outcome: Outcome) -> None:
        """Show the verdict and every page's state."""
        self._verdict.show_outcome(outcome)
        report = self._session.report
        remarks = open_remarks(report)
        for page, item in self._told.items():
            state = stage_state(report) if page == SUBMISSION else state_of(report, outcome, page)
            waiting = len(of_page(remarks, page)) if remarks else 0
            if self._states.get(page) == (state, waiting):
                continue
            self._states[page] = (state, waiting)
            item.setData(_STATE, state)
            item.setData(_REMARKS, waiting)
            words = f"{item.text()}，{state.words}" + (f"，意见 {waiting} 条待改" if waiting else "")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
            item.setToolTip(words)

    def select(self, page: str) -> None:
        """Mark a page as the one shown, without telling that it was chosen; no mark for an id that is none."""
        ids = [self._list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self._list.count())]
        self._list.blockSignals(True)
        self._list.setCurrentRow(ids.index(page) if page in ids else -1)
        self._list.blockSignals(False)

    def states(self) -> dict[str, str]:
        """Return each page's state in words, by page id; that of the whole report under its own page."""
        found = {}
        for row in range(self._list.count()):
            state = self._list.item(row).data(_STATE)
            if isinstance(state, PageState):
                found[str(self._list.item(row).data(Qt.ItemDataRole.UserRole))] = state.words
        return found

    @property
    def verdict(self) -> str:
        """The verdict line as shown."""
        return self._verdict.line.text()

    def _add(self, page: str, words: str) -> QListWidgetItem:
        item = QListWidgetItem(words, self._list)
        item.setData(Qt.ItemDataRole.UserRole, page)
        item.setSizeHint(QSize(1, scaled(_ROW)))
        return item

    def _current_changed(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(Qt.ItemDataRole.UserRole):
            self.chosen.emit(str(item.data(Qt.ItemDataRole.UserRole)))


class _Entries(QListWidget):
    """The list. The keyboard that passes through it chooses nothing: Qt's own takes the first entry where none is shown."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Leave what is shown as it is."""
        row = self.currentRow()
        with QSignalBlocker(self):
            super().focusInEvent(event)
            self.setCurrentRow(row)


class VerdictCard(QFrame):
    """The one line that says whether the report may be filed, and below it what else is open."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("verdict")
        self.setAccessibleName("检查结论，按回车到下一处要处理的地方")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._said = ("", "")
        self._state = ""
        self.line = ElidedLabel(self)
        self.line.setText("正在检查…")
        self.line.setAccessibleName("检查结论")
        self.line.setObjectName("verdictLine")
        self.rest = ElidedLabel(self)
        self.rest.setAccessibleName("其余各项")
        self.rest.setObjectName("verdictRest")
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE + 2, SPACE - 1, SPACE, SPACE - 1)
        column.setSpacing(2)
        column.addWidget(self.line)
        column.addWidget(self.rest)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click leads to what must be done next."""
        if self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space do what a click does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def show_outcome(self, outcome: Outcome) -> None:
        """Show what a check has found."""
        state = "good" if outcome.ready else "open"
        if outcome.counts[Level.ERROR]:
            state = "error"
        elif not outcome.blanks and outcome.counts[Level.EXPLAIN]:
            state = "explain"
        said = (outcome.verdict, _rest_of(outcome))
        if said != self._said:
            self._said = said
            for label, words in zip((self.line, self.rest), said, strict=True):
                label.setText(words)
                label.setToolTip("")
            self.setToolTip("\n".join(filter(None, (*said, "到下一处要处理的地方"))))
        if self._state != state:
            self._state = state
            self.setProperty("state", state)
            for widget in (self, self.line, self.rest):
                restyle(widget)


def _rest_of(outcome: Outcome) -> str:
    """What the verdict line does not say itself."""
    explain, reminders = outcome.counts[Level.EXPLAIN], outcome.counts[Level.WARNING]
    parts = []
    if outcome.counts[Level.ERROR]:
        parts.append(f"未填 {outcome.blanks} 格" if outcome.blanks else "表格已填齐")
    if explain and (outcome.counts[Level.ERROR] or outcome.blanks):
        parts.append(f"需说明 {explain}")
    if not outcome.counts[Level.ERROR]:
        parts.insert(0, "没有错误")
    if reminders:
        parts.append(f"提醒 {reminders}")
    return " · ".join(parts)


class _EntryDelegate(QStyledItemDelegate):
    """Paints an entry: words left, state with icon and word right, a bar at the entry shown.

    It asks the list which entry is shown and which lies under the mouse, and not the flags of the style's option: see
    `flags_of`.
    """

    def __init__(self, entries: QListWidget) -> None:
        super().__init__(entries)
        self._entries = entries

    def paint(
        self, painter: QPainter, option: "QStyleOptionViewItem", index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one entry."""
        colours = theme()
        rect = rect_of(option)
        state = index.data(_STATE)
        words = index.data(Qt.ItemDataRole.DisplayRole)
        if not words:
            fill(painter, rect.adjusted(0, SPACE, 0, -SPACE + 1), colours.line)
            return
        if index.row() == self._entries.currentRow():
            fill(painter, rect, colours.accent_soft)
            fill(painter, QRect(rect.left(), rect.top(), 3, rect.height()), colours.accent)
        elif self._is_under_mouse(rect):
            fill(painter, rect, colours.head)
        inner = rect.adjusted(2 * SPACE - 2, 0, -SPACE - 6, 0)
        is_page = isinstance(state, PageState)
        told = self._told(painter, inner, words, index)
        taken = self._paint_state(painter, inner, state, told, colours) if is_page else 0
        taken += self._paint_remarks(painter, inner.adjusted(0, 0, -taken, 0), index.data(_REMARKS), colours)
        painter.setPen(QColor(colours.ink if is_page else colours.ink_soft))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, inner.width() - taken)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _is_under_mouse(self, rect: QRect) -> bool:
        return self._entries.underMouse() and rect.contains(self._entries.mapFromGlobal(QCursor.pos()))

    @staticmethod
    def _told(painter: QPainter, inner: QRect, words: str, index: QModelIndex | QPersistentModelIndex) -> str:
        """What of a page's state is said beside its icon: the words, their number alone, or nothing, lest the name is cut."""
        state = index.data(_STATE)
        if not isinstance(state, PageState):
            return ""
        room = inner.width() - painter.fontMetrics().horizontalAdvance(words) - _MARK - 2 * SPACE
        room -= _PENCIL if index.data(_REMARKS) else 0
        small = QFontMetrics(_quiet(painter.font()))
        forms = (state.words, state.words.partition(" ")[0])
        return next((told for told in forms if small.horizontalAdvance(told) <= room), "")

    @staticmethod
    def _paint_state(painter: QPainter, inner: QRect, state: PageState, told: str, colours: Theme) -> int:
        """Paint the state at the right, its icon and what is told, and return the width that it takes."""
        ink = ink_of(state.progress, colours)
        painter.save()
        painter.setFont(_quiet(painter.font()))
        painter.setPen(QColor(ink))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, told)
        width = painter.fontMetrics().horizontalAdvance(told)
        painter.drawPixmap(
            inner.right() - width - _MARK, inner.center().y() - 5, picture(state.progress.value, ink, 12)
        )
        painter.restore()
        return width + _MARK + SPACE

    @staticmethod
    def _paint_remarks(painter: QPainter, inner: QRect, waiting: int | None, colours: Theme) -> int:
        """Paint a pencil where there is a 意见 about the page and return the width that it takes."""
        if not waiting:
            return 0
        painter.drawPixmap(
            inner.right() - _PENCIL, inner.center().y() - 5, picture("pencil", colours.explain, _PENCIL)
        )
        return _PENCIL + SPACE // 2


def _quiet(font: QFont) -> QFont:
    """The type of a state, smaller than that of the page's name."""
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() - 1.5)
    return small
