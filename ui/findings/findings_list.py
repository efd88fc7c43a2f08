"""The list of findings: one line each, painted with icon, word and code; a button at the right does what can be done."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from model.findings import Finding
from ui.findings.findings_model import Row, RowKind
from ui.look.icons import picture
from ui.look.levels import look_of_finding
from ui.look.painting import flags_of, rect_of
from ui.look.style import SPACE, Theme, theme

ROW_HEIGHT: Final = 27
_ROW_ROLE: Final = Qt.ItemDataRole.UserRole


def row_height(view: QWidget) -> int:
    """Return the height of each row in a view's own typeface."""
    return max(ROW_HEIGHT, view.fontMetrics().height() + SPACE)


def _in_full(finding: Finding, text: str) -> str:
    """What the list has no room for: the level, the code, the whole message and what it rests on."""
    from model.rules.catalogue import rule_of  # the check that has found it has loaded the rules

    return f"{finding.standing} {finding.code}：{text}\n依据：{rule_of(finding.code).source}"


class FindingsModel(QAbstractListModel):
    """The rows of the list, for Qt."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._moved: Callable[[], tuple[Row, ...]] | None = None

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows as they are now; where their words have moved, they are made when somebody asks."""
        if self._moved is not None:
            self._rows, self._moved = self._moved(), None
        return self._rows

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows, self._moved = rows, None
        self.endResetModel()

    def move_rows(self, rows: Callable[[], tuple[Row, ...]]) -> None:
        """Take other rows, which say the same in as many lines, from whoever makes them."""
        self._moved = rows

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the words of a row, its full text as tooltip, and the row itself."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            known = row.finding if row.kind is RowKind.FINDING else None
            return _in_full(known, row.text) if known else row.text
        return row if role == _ROW_ROLE else None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Names of pages cannot be chosen."""
        if self.rows[index.row()].kind is RowKind.PAGE:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class FindingsList(QListView):
    """Shows findings. Signals: `jump(Row)` on a click or Enter, `act(Row)` when a row's button is taken."""

    jump = Signal(object)
    act = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = -1
        self._model = FindingsModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_RowDelegate(self))
        self.setAccessibleName("检查结果")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._clicked)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows shown."""
        return self._model.rows

    @property
    def current(self) -> Row | None:
        """The row that is selected."""
        number = self.currentIndex().row()
        return self.rows[number] if 0 <= number < len(self.rows) else None

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show other rows; selection and scroll position stay with the same finding."""
        before, top, scrolled = self.current, self._top_row(), self.verticalScrollBar().value()
        self._model.show_rows(rows)
        if before is not None:
            self.select_row(next((n for n, row in enumerate(rows) if row.identity == before.identity), -1))
        self.verticalScrollBar().setValue(scrolled)
        kept = next((n for n, row in enumerate(rows) if top and row.identity == top.identity), -1)
        if scrolled and kept >= 0:
            self.scrollTo(self._model.index(kept), QListView.ScrollHint.PositionAtTop)

    def move_rows(self, rows: Callable[[], tuple[Row, ...]]) -> None:
        """Take rows that say what those shown do: only the places that they speak of have moved."""
        self._model.move_rows(rows)

    def select_row(self, number: int) -> None:
        """Select a row by its place."""
        if 0 <= number < len(self.rows):
            self.setCurrentIndex(self._model.index(number))

    def select_finding(self, finding: Finding) -> None:
        """Select the row of a finding."""
        found = (
            n for n, row in enumerate(self.rows) if row.kind is RowKind.FINDING and row.finding == finding
        )
        self.select_row(next(found, -1))

    def bring(self, number: int) -> None:
        """Scroll so that a row stands at the top, with the name of its page above it where both have room.

        Where `number` is none, the list stays as it is; but a name alone, where nothing more has room, tells nothing.
        """
        has_room = self.viewport().height() >= 2 * row_height(self)
        top_row = self._top_row()
        if number < 0 and not has_room and top_row is not None and top_row.kind is RowKind.PAGE:
            number = self.rows.index(top_row) + 1
        if 0 <= number < len(self.rows):
            is_led = number > 0 and self.rows[number - 1].kind is RowKind.PAGE
            top = number - 1 if is_led and has_room else number
            self.scrollTo(self._model.index(top), QListView.ScrollHint.PositionAtTop)

    def shows(self, number: int) -> bool:
        """Whether a row is in sight."""
        return number >= 0 and self.viewport().rect().intersects(self.visualRect(self._model.index(number)))

    def clear_selected(self) -> None:
        """Select nothing."""
        self.setCurrentIndex(QModelIndex())

    def stand_before(self, number: int, direction: int) -> None:
        """Let the next step in a direction lead to the row `number`."""
        self._before = number - direction if number >= 0 else -1

    def step(self, direction: int) -> tuple[Row | None, bool]:
        """Select the next (1) or previous (-1) finding that is not yet explained.

        Returns its row, None when there is none, and whether the step went around the end of the list.
        """
        places = [n for n, row in enumerate(self.rows) if _waits(row)]
        if not places:
            return None, False
        now = self.currentIndex().row() if self.current is not None else self._before
        ahead = [n for n in places if n > now] if direction > 0 else [n for n in places if n < now][::-1]
        number = ahead[0] if ahead else places[0 if direction > 0 else -1]
        self.select_row(number)
        return self.current, not ahead

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter jumps to the place of a finding and takes a suggestion."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            chosen = self.current
            (self.act if chosen.kind is RowKind.SUGGESTION else self.jump).emit(chosen)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """End with a whole row, where there is room for one: of a second, cut through, nobody can say what it is."""
        super().resizeEvent(event)
        room = self.viewport().height() + self.viewportMargins().bottom()
        rest = room % row_height(self) if room > row_height(self) else 0
        if self.viewportMargins().bottom() != rest:
            self.setViewportMargins(0, 0, 0, rest)

    def _top_row(self) -> Row | None:
        number = self.indexAt(QPoint(0, 0)).row()
        return self.rows[number] if 0 <= number < len(self.rows) else None

    def _clicked(self, index: QModelIndex) -> None:
        row = self.rows[index.row()]
        if row.kind is not RowKind.PAGE:
            self.jump.emit(row)


class _RowDelegate(QStyledItemDelegate):
    """Paints a row and hears clicks on its button."""

    def __init__(self, view: FindingsList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """All rows are of one height."""
        return QSize(200, row_height(self._view))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        row: Row = index.data(_ROW_ROLE)
        colours, rect, flags = theme(), rect_of(option), flags_of(option)
        painter.save()
        painter.setFont(self._view.font())
        selected = bool(flags & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, QColor(colours.selection))
        elif flags & QStyle.StateFlag.State_MouseOver and row.kind is not RowKind.PAGE:
            painter.fillRect(rect, QColor(colours.head))
        inner = rect.adjusted(SPACE + 4, 0, -SPACE, 0)
        if row.button:
            button = self._button_rect(rect, row.button)
            _paint_button(painter, button, row.button, colours)
            inner.setRight(button.left() - SPACE)
        if row.kind is RowKind.FINDING and row.finding:
            inner.setLeft(_paint_badge(painter, inner, row, colours) + SPACE)
        elif row.kind is not RowKind.PAGE:
            inner.setLeft(inner.left() + 3 * SPACE)
        painter.setPen(QColor(colours.ink if row.kind is RowKind.FINDING else colours.ink_soft))
        words = painter.fontMetrics().elidedText(row.text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Take a click on the row's button."""
        row: Row = index.data(_ROW_ROLE)
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease and row.button:
            place = self._button_rect(rect_of(option), row.button)
            if place.contains(event.position().toPoint()):
                self._view.act.emit(row)
                return True
        return super().editorEvent(event, model, option, index)

    def _button_rect(self, rect: QRect, words: str) -> QRect:
        width = self._view.fontMetrics().horizontalAdvance(words) + 2 * SPACE
        return QRect(rect.right() - width - SPACE, rect.top() + 3, width, rect.height() - 6)


def _paint_button(painter: QPainter, rect: QRect, words: str, colours: Theme) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(colours.line_strong))
    painter.setBrush(QColor(colours.panel))
    painter.drawRoundedRect(rect, 3, 3)
    painter.setPen(QColor(colours.accent))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)


def _paint_badge(painter: QPainter, inner: QRect, row: Row, colours: Theme) -> int:
    """Paint icon, word and code; return where they end."""
    if row.finding is None:
        return inner.left()
    look = look_of_finding(row.finding, colours)
    words = f"{row.finding.standing} {row.finding.code}"
    width = painter.fontMetrics().horizontalAdvance(words) + 30
    badge = QRect(inner.left(), inner.top() + 4, width, inner.height() - 8)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.ground))
    painter.drawRoundedRect(badge, 3, 3)
    painter.drawPixmap(badge.left() + 6, badge.center().y() - 6, picture(look.icon, look.ink, 13))
    painter.setPen(QColor(look.ink))
    painter.drawText(badge.adjusted(23, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)
    return badge.right()


def _waits(row: Row) -> bool:
    """Whether a row is a finding about which nothing has been said yet."""
    return row.kind is RowKind.FINDING and not (row.finding and row.finding.explanation)
