"""The columns of a ledger above its first rows: what each is for is shown, and changed with two keys."""

from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QMenu,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from intake.ledger.columns import FIELDS, Field
from intake.ledger.heads import Column
from intake.ledger.ledger import BEGINNING, Ledger
from intake.ledger.sheets import shown
from intake.ledger.words import words_of
from ui.ledger.tabs import name_tabs, tab_bar
from ui.look.fonts import scaled
from ui.look.style import SPACE
from ui.look.wrapped import wrapping

_NOTHING: Final = "不统计"
_WAY: Final = "请在该工作表中指明；不需统计的，取消它的“统计这个工作表”即可。"
_KEYS: Final = "123456789AB"
_LEAST: Final = 76
_MOST: Final = 230
"""Widths of a column at the usual size of letters."""


class ColumnsTable(QTableWidget):
    """The first rows of a sheet; above each column what it is for. Enter, Space or a click offers the uses.

    Signals: `changed(int, object)` with a column and its use, None for none.
    """

    changed = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.menu: QMenu | None = None
        self._fields: tuple[Field, ...] = ()
        self._names: dict[Field, str] = {}
        self.setAccessibleName("台账各列的用途")
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectColumns)
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        self.setTabKeyNavigation(False)
        self.horizontalHeader().setAccessibleName("列用途")
        self.horizontalHeader().sectionClicked.connect(self._ask)

    def show_part(self, ledger: Ledger, at: int) -> None:
        """Show a sheet of the ledger."""
        part = ledger.parts[at]
        self._fields = FIELDS[part.layout.kind]
        words = words_of(ledger.form)
        self._names = {field: words.heads[field.value].name for field in self._fields}
        column = max(self.currentColumn(), 0)
        rows = part.sheet.rows[part.head.body : part.head.body + BEGINNING]
        self.setRowCount(len(rows) + 1)
        self.setColumnCount(part.sheet.width)
        for index in range(part.sheet.width):
            head = part.head.columns[index].head if index < len(part.head.columns) else ""
            field = part.layout.fields[index] if index < len(part.layout.fields) else None
            used = QTableWidgetItem(self._names[field] if field else "—")
            used.setData(
                Qt.ItemDataRole.AccessibleTextRole, f"{head}：{self._names[field] if field else _NOTHING}"
            )
            bold = used.font()
            bold.setBold(field is not None)
            used.setFont(bold)
            self.setHorizontalHeaderItem(index, used)
            self.setItem(0, index, QTableWidgetItem(head or Column(index, "").letter))
            for number, row in enumerate(rows, 1):
                self.setItem(number, index, QTableWidgetItem(shown(row[index])))
        self.resizeColumnsToContents()
        for index in range(self.columnCount()):
            width = min(max(self.columnWidth(index) + SPACE, scaled(_LEAST)), scaled(_MOST))
            self.setColumnWidth(index, width)
        self.setCurrentCell(0, min(column, self.columnCount() - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space offer the uses of the column under the cursor."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._ask(self.currentColumn())
        else:
            super().keyPressEvent(event)

    def _ask(self, column: int) -> None:
        menu = QMenu(self)
        menu.setAccessibleName("这一列是")
        for key, field in zip(_KEYS, self._fields, strict=False):
            menu.addAction(f"&{key}　{self._names[field]}").setData((column, field))
        menu.addAction(f"&0　{_NOTHING}").setData((column, None))
        menu.triggered.connect(self._chosen)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu = menu
        left = self.columnViewportPosition(column)
        menu.popup(self.viewport().mapToGlobal(QPoint(left, 0)))

    def _chosen(self, action: QAction) -> None:
        column, field = action.data()
        self.changed.emit(column, field)


class ColumnsView(QWidget):
    """All sheets of a ledger with their columns. Signals: `edited()` when a use or a sheet was changed."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ledger: Ledger | None = None
        self.tabs = tab_bar("工作表", self)
        self.tabs.currentChanged.connect(self._show)
        self.counted = QCheckBox("统计这个工作表", self)
        self.counted.toggled.connect(self._count)
        self.table = ColumnsTable(self)
        self.table.changed.connect(self._use)
        self.lacking = wrapping("还缺的列", self, "refusal")
        self.assumed = wrapping("推定", self, "pageNote")
        line = QHBoxLayout()
        line.addWidget(self.tabs, 1)
        line.addWidget(self.counted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addLayout(line)
        column.addWidget(self.table, 1)
        column.addWidget(self.assumed)
        column.addWidget(self.lacking)

    def show_ledger(self, ledger: Ledger) -> None:
        """Show the sheets of a ledger."""
        self._ledger = ledger
        self.tabs.blockSignals(True)
        name_tabs(self.tabs, [part.sheet.name or part.source for part in ledger.parts])
        self.tabs.setCurrentIndex(0)
        self.tabs.blockSignals(False)
        several = len(ledger.parts) > 1
        self.tabs.setVisible(several)
        self.counted.setVisible(several)
        self._show(0)

    def _show(self, at: int) -> None:
        if self._ledger is None or not 0 <= at < len(self._ledger.parts):
            return
        self.counted.blockSignals(True)
        self.counted.setChecked(self._ledger.parts[at].counted)
        self.counted.blockSignals(False)
        self.table.show_part(self._ledger, at)
        self._tell()

    def _tell(self) -> None:
        missing = self._ledger.missing if self._ledger is not None else ()
        assumed = self._ledger.assumed if self._ledger is not None else ()
        self.assumed.setText("\n".join(assumed))
        self.assumed.setVisible(bool(assumed))
        way = (_WAY,) if self.tabs.count() > 1 else ()
        self.lacking.setText("\n".join((*missing, *way)))
        self.lacking.setVisible(bool(missing))

    def _use(self, column: int, field: Field | None) -> None:
        if self._ledger is not None:
            self._ledger.use(self.tabs.currentIndex(), column, field)
            self._show(self.tabs.currentIndex())
            self.edited.emit()

    def _count(self, counted: bool) -> None:
        if self._ledger is not None:
            self._ledger.leave_out(self.tabs.currentIndex(), out=not counted)
            self._tell()
            self.edited.emit()
