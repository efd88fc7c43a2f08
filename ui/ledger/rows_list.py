"""A list of rows of the ledger, each with its place and what counts in it."""

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from intake.ledger.choosing import BETWEEN
from intake.ledger.columns import FIELDS, Field
from intake.ledger.ledger import Ledger
from intake.ledger.sheets import Raw, shown
from intake.ledger.words import HeadWords
from model.errors import AssistantError
from ui.look.fonts import scaled
from ui.look.wrapping_items import WrappingItems

MOST_SHOWN: Final = 500
"""Rows that are listed; nobody reads more, and `count --json` has them all."""
_REASON: Final = 1
"""The column that says why a row is here."""
_WIDEST: Final = 220
_LEAST_REASON: Final = 160
_PLACE: Final = Qt.ItemDataRole.UserRole


class RowsList(QTreeWidget):
    """Lists rows. `reasons`: with a column that says why a row is here."""

    def __init__(self, name: str, *, reasons: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reasons = reasons
        self.setAccessibleName(name)
        self.header().setAccessibleName("列标题")
        self.setRootIsDecorated(False)
        # Why a row is here is read without scrolling sideways: in a narrow window it takes several lines.
        self.setUniformRowHeights(not reasons)
        if reasons:
            self.setItemDelegate(WrappingItems(self))
        self.setAlternatingRowColors(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def show_rows(
        self,
        ledger: Ledger,
        heads: dict[str, HeadWords],
        entries: Sequence[tuple[int, str]],
        fields: Iterable[Field] | None = None,
    ) -> None:
        """List rows by place, each with why it is here; of what the ledger has the columns that count."""
        self.clear()
        kinds = {ledger.find(place)[0].layout.kind for place, _ in entries[:1]}
        shown = tuple(
            fields or (field for kind in kinds for field in FIELDS[kind] if field is not Field.SERIAL)
        )
        words = [heads[field.value].name for field in shown]
        self.setHeaderLabels(["行", *(["原因"] if self._reasons else []), *words])
        listed = entries[:MOST_SHOWN]
        try:
            rows = ledger.rows_at([place for place, _ in listed])
        except AssistantError as error:
            self.addTopLevelItem(QTreeWidgetItem([error.message]))
            return
        for (place, why), row in zip(listed, rows, strict=True):
            part, _ = ledger.find(place)
            cells = [_cell(row, part.layout.of(field)) for field in shown]
            item = QTreeWidgetItem([ledger.where(place), *([why] if self._reasons else []), *cells])
            item.setData(0, _PLACE, place)
            for column in range(item.columnCount()):
                item.setToolTip(column, item.text(column))
            self.addTopLevelItem(item)
        if len(entries) > MOST_SHOWN:
            self.addTopLevelItem(QTreeWidgetItem([f"……另有 {len(entries) - MOST_SHOWN} 行"]))
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column in range(self.columnCount()):
            self.resizeColumnToContents(column)
            if not (self._reasons and column == _REASON):
                self.setColumnWidth(column, min(self.columnWidth(column), scaled(_WIDEST)))
        self._fit_reasons()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the reasons to the room there is."""
        super().resizeEvent(event)
        self._fit_reasons()

    def _fit_reasons(self) -> None:
        if self._reasons and self.columnCount() > _REASON:
            room = max(self.viewport().width() - self.columnWidth(0), scaled(_LEAST_REASON))
            self.setColumnWidth(_REASON, min(self.sizeHintForColumn(_REASON), room))
            self.scheduleDelayedItemsLayout()


def _cell(row: Sequence[Raw], columns: Sequence[int]) -> str:
    """What stands in some columns together."""
    return BETWEEN.join(text for column in columns if column < len(row) and (text := shown(row[column])))
