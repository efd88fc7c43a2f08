"""The words of a ledger that no one knows, or that may mean several places: each is given its place once."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QTreeWidget, QTreeWidgetItem, QWidget

from intake.ledger.choosing import labels_of
from intake.ledger.tally import Purpose, Unknown
from model.form import Form
from ui.look.fonts import scaled

_QUESTION: Final = Qt.ItemDataRole.UserRole
_ASKED: Final[Mapping[Purpose, str]] = {
    Purpose.APPLICANT: "申请人类型",
    Purpose.OUTCOME: "办理结果",
    Purpose.DISPUTE: "案件类型",
    Purpose.VERDICT: "审理结果",
}


class WordsList(QTreeWidget):
    """Lists the words. Enter or a click offers the places. Signals: `placed(Unknown, str)` with the place chosen."""

    placed = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form: Form | None = None
        self.menu: QMenu | None = None
        self.setAccessibleName("需要指明的说法")
        self.setHeaderLabels(["台账中的说法", "行数", "属于"])
        self.header().setAccessibleName("列标题")
        self.setRootIsDecorated(False)
        self.setAlternatingRowColors(True)
        self.itemClicked.connect(self._ask)

    def show_words(self, questions: Sequence[Unknown], form: Form) -> None:
        """List the words that need a place."""
        self._form = form
        self.clear()
        for question in questions:
            asked = f"指明{_ASKED[question.purpose]}…"
            item = QTreeWidgetItem([question.value, str(len(question.places)), asked])
            item.setData(0, _QUESTION, question)
            item.setToolTip(0, question.value)
            self.addTopLevelItem(item)
        self.setColumnWidth(0, scaled(140))
        self.setColumnWidth(1, scaled(44))
        first = self.topLevelItem(0)
        if first is not None:
            self.setCurrentItem(first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space offer the places for the word under the cursor."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentItem():
            self._ask(self.currentItem())
        else:
            super().keyPressEvent(event)

    def _ask(self, item: QTreeWidgetItem) -> None:
        question = item.data(0, _QUESTION)
        if not isinstance(question, Unknown) or self._form is None:
            return
        menu = QMenu(self)
        menu.setAccessibleName(f"“{question.value}”属于")
        for place, label in labels_of(self._form, question.purpose).items():
            if not question.choices or place in question.choices:
                action = menu.addAction(label)
                action.setData((question, place))
        menu.triggered.connect(self._chosen)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu = menu
        rect = self.visualItemRect(item)
        menu.popup(self.viewport().mapToGlobal(QPoint(rect.left() + self.columnWidth(0), rect.bottom())))
        menu.setActiveAction(menu.actions()[0])

    def _chosen(self, action: QAction) -> None:
        question, place = action.data()
        self.placed.emit(question, place)
