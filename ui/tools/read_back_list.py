"""The list of what an edited file would change: one row a place, taken or left with one key."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from model.review.proposals import Proposal, ProposalKind
from model.review.word_diff import word_diff
from ui.look.fonts import scaled

_PROPOSAL: Final = Qt.ItemDataRole.UserRole
_OPEN: Final = "待定"
_LEFT: Final = "不采用"
_WIDTHS: Final = (66, 54, 250, 0, 160)
_PLACES, _STRETCHED, _WHO = 2, 3, 4
_PART: Final = 0.3
"""Of a narrow window: places and names leave room for what is changed."""


class ReadBackList(QTreeWidget):
    """Signals, each with a Proposal: `take` with Enter or the space bar, `leave` with Delete, `chosen` when one is selected."""

    take = Signal(object)
    leave = Signal(object)
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("修改稿中的不同之处")
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(True)
        self.setHeaderLabels(["", "种类", "位置", "改动", "修改人"])
        self.header().setAccessibleName("列标题")
        self.header().setStretchLastSection(False)
        for column, width in enumerate(_WIDTHS):
            mode = QHeaderView.ResizeMode.Interactive
            if column == _STRETCHED:
                mode = QHeaderView.ResizeMode.Stretch
            self.header().setSectionResizeMode(column, mode)
            if width:
                self.header().resizeSection(column, scaled(width))
        self.currentItemChanged.connect(self._choose)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width so that the change itself can be read."""
        super().resizeEvent(event)
        self._share_width()

    @property
    def current(self) -> Proposal | None:
        """The proposal that is selected."""
        item = self.currentItem()
        proposal = item.data(0, _PROPOSAL) if item is not None else None
        return proposal if isinstance(proposal, Proposal) else None

    def show_proposals(self, proposals: Sequence[Proposal], left: frozenset[tuple[str, ...]]) -> None:
        """Show proposals, those that were `left` (by identity) at the end; what is selected stays so, or the next is."""
        ordered = sorted(proposals, key=lambda each: each.identity in left)
        before = self.current
        row = self.indexOfTopLevelItem(self.currentItem()) if self.currentItem() is not None else 0
        self.blockSignals(True)
        self.clear()
        for proposal in ordered:
            is_left = proposal.identity in left
            words = (
                _LEFT if is_left else _OPEN,
                proposal.kind.value,
                proposal.where,
                _told(proposal),
                proposal.who,
            )
            item = QTreeWidgetItem(self, list(words))
            item.setData(0, _PROPOSAL, proposal)
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, "，".join(filter(None, words)))
            for column in (2, 3, 4):
                item.setToolTip(column, words[column])
        places = [each.identity for each in ordered]
        stays = before is not None and before.identity in places and before.identity not in left
        if stays and before is not None:
            row = places.index(before.identity)
        self.blockSignals(False)
        self._share_width()
        self.setCurrentIndex(self.model().index(min(row, len(ordered) - 1), 0))
        self._choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space take what is selected, Delete leaves it."""
        taking = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self.current is None or held or event.key() not in (*taking, Qt.Key.Key_Delete):
            super().keyPressEvent(event)
        else:
            (self.leave if event.key() == Qt.Key.Key_Delete else self.take).emit(self.current)

    def _share_width(self) -> None:
        for column in (_PLACES, _WHO):
            wanted = max(scaled(_WIDTHS[column]), self.sizeHintForColumn(column))
            width = min(wanted, round(self.viewport().width() * _PART))
            self.header().resizeSection(column, width)

    def _choose(self) -> None:
        self.chosen.emit(self.current)


def _told(proposal: Proposal) -> str:
    """A change in a few words."""
    if proposal.kind is ProposalKind.COMMENT:
        return proposal.new.replace("\n", " ")
    if not proposal.new or not proposal.old:
        return f"删去：{proposal.old}" if proposal.old else f"新增：{proposal.new}"
    if proposal.kind is not ProposalKind.WORDS:
        return f"{proposal.old} → {proposal.new}"
    changed = [part for part in word_diff(proposal.old, proposal.new) if not part.same]
    told = "；".join(f"{part.old or '＋'} → {part.new or '删去'}" for part in changed[:2])
    if proposal.moved:
        told = f"{proposal.moved}，{told}" if told else f"{proposal.moved}：{proposal.old}"
    return told + (f" 等 {len(changed)} 处" if len(changed) > 2 else "")
