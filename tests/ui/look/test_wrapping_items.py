"""What is too long for one line of a list takes several, and is never shortened."""

import pytest
from PySide6.QtWidgets import QApplication, QListWidget, QTreeWidget, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from ui.look.wrapping_items import WrappingItems

LONG = "2026-01-15 10:20:30 保存的版本（第 12 次）"


@pytest.mark.parametrize("spare", range(-40, 60, 10))
def test_an_item_has_the_height_of_its_words_however_little_they_lack(qtbot: QtBot, spare: int) -> None:
    items = QListWidget()
    qtbot.addWidget(items)
    items.setItemDelegate(WrappingItems(items))
    items.addItems([LONG, "短"])
    words = items.fontMetrics().horizontalAdvance(LONG)
    items.resize(words + spare, 200)
    items.show()
    QApplication.processEvents()
    heights = [items.visualItemRect(items.item(row)).height() for row in (0, 1)]
    # The style sheet leaves 8 pixels free at each side.
    spared = items.viewport().width() - words
    assert heights[0] > heights[1] or spared >= 16
    assert heights[0] == heights[1] or spared < 24
    assert items.horizontalScrollBar().maximum() == 0


def test_a_column_of_a_tree_says_how_wide_its_words_are_in_one_line(qtbot: QtBot) -> None:
    tree = QTreeWidget()
    qtbot.addWidget(tree)
    tree.setItemDelegate(WrappingItems(tree))
    tree.setColumnCount(2)
    tree.addTopLevelItem(QTreeWidgetItem([LONG, ""]))
    tree.setColumnWidth(0, 80)
    tree.show()
    QApplication.processEvents()
    assert tree.sizeHintForColumn(0) > tree.fontMetrics().horizontalAdvance(LONG)
    assert tree.visualRect(tree.model().index(0, 0)).height() > 3 * tree.fontMetrics().height()
