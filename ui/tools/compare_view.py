"""Two reports beside each other: the cells, office data and texts that differ, and a text of both side by side."""

from collections.abc import Container
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QSplitter,
    QTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from model.report import Report, Slot, SlotKind
from model.review.comparison import Difference, differences
from model.review.word_diff import word_diff
from model.values import BLANK_WORD
from ui.look.fonts import scaled
from ui.look.word_marks import show_versions

_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_COLUMNS: Final = 4
"""The name of a place, both versions, and what room is left."""
_COLUMN: Final = 210
_LEAST_COLUMN: Final = 120
_MOST_COLUMN: Final = 420
_LEAST_NAMES: Final = 150
_TEXT_ROLE: Final = Qt.ItemDataRole.UserRole
_SLOTS_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_KEPT_ROLE: Final = Qt.ItemDataRole.UserRole + 2

_NAME: Final = Slot(SlotKind.FIELD, "office")


def _make_choosable(group: QTreeWidgetItem) -> None:
    """Give each place a box: ticked, unless what stands there is rather kept."""
    group.setFlags(group.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate)
    for row in range(group.childCount()):
        place = group.child(row)
        kept = bool(place.data(0, _KEPT_ROLE))
        place.setCheckState(0, Qt.CheckState.Unchecked if kept else Qt.CheckState.Checked)


class _Places(QTreeWidget):
    """The places that differ. Signals: `resized()` when there is more room for them, or less."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell of the room."""
        super().resizeEvent(event)
        self.resized.emit()


class CompareView(QWidget):
    """Lists the differences; the texts of the one selected stand side by side below.

    Signals: `chosen(Slot)` when the clerk wants to go to a place; `ticked()` when a box was ticked or emptied.
    """

    chosen = Signal(object)
    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tree = _Places(self)
        self.tree.resized.connect(self._fit_columns)
        self.tree.setAccessibleName("不同之处")
        self.tree.setColumnCount(_COLUMNS)
        self.tree.setHeaderLabels([""] * _COLUMNS)
        self.tree.header().setAccessibleName("列标题")
        self.tree.header().setMinimumSectionSize(1)
        self.tree.setRootIsDecorated(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setAlternatingRowColors(True)
        self.tree.currentItemChanged.connect(self._show_texts)
        self.tree.itemActivated.connect(self._choose)
        self.tree.itemChanged.connect(self.ticked)
        self._before, self._after = self._text("前一份的文字"), self._text("后一份的文字")
        self._texts = QSplitter(Qt.Orientation.Horizontal, self)
        self._texts.addWidget(self._before)
        self._texts.addWidget(self._after)
        self._texts.hide()
        both = QSplitter(Qt.Orientation.Vertical, self)
        both.addWidget(self.tree)
        both.addWidget(self._texts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(both)

    def compare(
        self,
        before: Report,
        after: Report,
        heads: tuple[str, str],
        *,
        choose: bool = False,
        kinds: Container[SlotKind] = tuple(SlotKind),
    ) -> int:
        """Show what differs between two reports; return how many places do.

        `choose`: each place has a box to tick; at first all are ticked but those where something would be lost, and the
        office's own name. Totals that follow from their parts are no places to choose.
        `kinds`: of slots that are looked at.
        """
        self.tree.clear()
        self._texts.hide()
        self.tree.setHeaderLabels(["位置", *heads, ""])
        for column in (1, 2):
            self.tree.headerItem().setTextAlignment(column, _RIGHT)
        groups: dict[str, QTreeWidgetItem] = {}
        count = 0
        for difference in differences(before, after):
            if difference.slots[0].kind not in kinds or (choose and difference.follows):
                continue
            if difference.group not in groups:
                groups[difference.group] = QTreeWidgetItem(self.tree, [difference.group])
            self._add(groups[difference.group], difference)
            count += 1
        for group in groups.values():
            if choose:
                _make_choosable(group)
            group.setText(0, f"{group.text(0)}（{group.childCount()} 处）")
            group.setToolTip(0, group.text(0))
            group.setExpanded(True)
        self._fit_columns()
        return count

    def _fit_columns(self) -> None:
        """Keep what differs close to its name, and both in sight; the last column takes the room that is left over."""
        room = self.tree.viewport().width() - 1
        names = self.tree.sizeHintForColumn(0) + 2 * self.tree.indentation()
        header = self.tree.header()
        needed = max(max(self.tree.sizeHintForColumn(n), header.sectionSizeHint(n)) for n in (1, 2))
        least = min(needed, scaled(_LEAST_COLUMN))
        names = max(min(names, room - 2 * least), scaled(_LEAST_NAMES))
        wanted = min(max(needed, scaled(_COLUMN)), scaled(_MOST_COLUMN))
        version = max(min(wanted, (room - names) // 2), least)
        for column, width in enumerate((names, version, version, 1)):
            self.tree.header().resizeSection(column, width)

    def _add(self, group: QTreeWidgetItem, difference: Difference) -> None:
        old, new = difference.before, difference.after
        if difference.is_text:
            old, new = _sizes(old, new)
        item = QTreeWidgetItem(group, [difference.name, old, new])
        if difference.is_text:
            item.setData(0, _TEXT_ROLE, (difference.before, difference.after))
        for column in (1, 2):
            item.setTextAlignment(column, _RIGHT)
        item.setData(0, _SLOTS_ROLE, difference.slots)
        item.setData(0, _KEPT_ROLE, difference.loses or (_NAME in difference.slots and bool(old)))
        for column, words in enumerate((difference.name, old, new)):
            item.setToolTip(column, words)

    def _choose(self, item: QTreeWidgetItem) -> None:
        slots = item.data(0, _SLOTS_ROLE)
        if slots:
            self.chosen.emit(slots[0])

    def left_out(self) -> tuple[Slot, ...]:
        """Return the slots of the places whose boxes are not ticked."""
        places = (
            group.child(row)
            for group in (self.tree.topLevelItem(n) for n in range(self.tree.topLevelItemCount()))
            if group is not None
            for row in range(group.childCount())
        )
        return tuple(slot for place in places if _is_unticked(place) for slot in place.data(0, _SLOTS_ROLE))

    def _show_texts(self, item: QTreeWidgetItem | None) -> None:
        texts = item.data(0, _TEXT_ROLE) if item is not None else None
        self._texts.setVisible(bool(texts))
        if texts:
            show_versions(self._before, self._after, *texts)

    def _text(self, name: str) -> QTextEdit:
        text = QTextEdit(self)
        text.setReadOnly(True)
        text.setAccessibleName(name)
        return text


def _sizes(old: str, new: str) -> tuple[str, str]:
    """How long two versions of a text are, and in how many places the second one differs."""
    sizes = [f"{len(text)} 字" if text else BLANK_WORD for text in (old, new)]
    if not old or not new:
        return sizes[0], sizes[1]
    changed = sum(not part.same for part in word_diff(old, new))
    return sizes[0], f"{sizes[1]}，改 {changed} 处"


def _is_unticked(place: QTreeWidgetItem) -> bool:
    """Whether a place has a box and the box is empty; a place without one counts as empty for Qt."""
    boxed = place.data(0, Qt.ItemDataRole.CheckStateRole) is not None
    return boxed and place.checkState(0) is Qt.CheckState.Unchecked
