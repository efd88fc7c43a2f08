"""What in a window is cut off, covered, out of sight or scrolls sideways: what eyes tire of looking for."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import combinations
from typing import Final
from unittest import mock

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QFileDialog,
    QHeaderView,
    QItemDelegate,
    QLabel,
    QLineEdit,
    QListView,
    QScrollBar,
    QSizeGrip,
    QStyledItemDelegate,
    QTabBar,
    QTableView,
    QTreeView,
    QWidget,
)

from ui.look.elided import ElidedLabel

_SLACK: Final = 1
"""Device-independent pixels that roundings may take."""
_TURNS: Final = 5
"""Of Qt, until what was just shown is laid out: a page that scrolls is so from the inside to the outside."""
_PADDING: Final = 8
"""What the style sheet leaves free beside the words of items and heads."""
_ROWS: Final = 200


def cramped(window: QWidget) -> list[str]:
    """Every fault of layout in a window, a menu or another part of the screen, each with the part it is about."""
    for _ in range(_TURNS):
        QApplication.processEvents()
    faults = []
    for widget in (window, *window.findChildren(QWidget)):
        if not widget.isVisible() or widget.window() is not window.window():
            continue
        faults += [f"{_name(widget)}: {fault}" for fault in _faults_of(widget)]
    return faults


def told_in_full(window: QWidget) -> list[str]:
    """What is read where the mouse rests on each part of a window, and on each item of a list."""
    told: list[str] = []
    for widget in (window, *window.findChildren(QWidget)):
        if widget.isVisible():
            told.append(widget.toolTip())
            if isinstance(widget, QAbstractItemView) and widget.model() is not None:
                told += [_tip(index) for index in _items(widget)]
    return told


def is_told(words: str, told: Iterable[str]) -> bool:
    """Whether words are told by themselves or in a line of their own, what they are before them: 报告状态：退回修改."""
    lines = (line for each in told for line in (each, *each.splitlines()))
    return any(line == words or line.endswith(f"：{words}") for line in lines)


@contextmanager
def shortened() -> Iterator[list[str]]:
    """Take note of all words that are shortened for want of room while something is painted."""
    noted: list[str] = []
    whole, fine = QFontMetrics.elidedText, QFontMetricsF.elidedText

    def note(metrics: QFontMetrics, words: str, mode: Qt.TextElideMode, room: int, flags: int = 0) -> str:
        shown = whole(metrics, words, mode, room, flags)
        if shown != words:
            noted.append(words)
        return shown

    def note_fine(
        metrics: QFontMetricsF, words: str, mode: Qt.TextElideMode, room: float, flags: int = 0
    ) -> str:
        shown = fine(metrics, words, mode, room, flags)
        if shown != words:
            noted.append(words)
        return shown

    with (
        mock.patch.object(QFontMetrics, "elidedText", note),
        mock.patch.object(QFontMetricsF, "elidedText", note_fine),
    ):
        yield noted


def _name(widget: QWidget) -> str:
    parents = [type(widget).__name__ + (f"#{widget.objectName()}" if widget.objectName() else "")]
    above = widget.parentWidget()
    while above is not None and len(parents) < 3:
        parents.append(type(above).__name__)
        above = above.parentWidget()
    return " < ".join(parents)


def _faults_of(widget: QWidget) -> Iterator[str]:
    yield from _words_cut(widget)
    yield from _outside(widget)
    yield from _overlapping(widget)
    if isinstance(widget, QScrollBar) and widget.orientation() is Qt.Orientation.Horizontal:
        hidden = widget.maximum() - widget.minimum()
        yield from [f"scrolls sideways by {hidden}"] if hidden > 0 else []
    if isinstance(widget, QAbstractItemView):
        yield from _items_cut(widget)


def _words_cut(widget: QWidget) -> Iterator[str]:
    """Words of a part that do not fit into it."""
    if isinstance(widget, QLabel):
        yield from _label_cut(widget)
    elif isinstance(widget, QAbstractButton) and widget.text():
        wanted = widget.sizeHint()
        if wanted.width() > widget.width() + _SLACK or wanted.height() > widget.height() + 4 * _SLACK:
            yield f"cut, {_told(widget.size())} of {_told(wanted)}: {widget.text()}"
    elif isinstance(widget, QComboBox) and not isinstance(widget.window(), QFileDialog):
        yield from _line_cut(widget, widget.currentText(), widget.width() - 28)
    elif isinstance(widget, QLineEdit) and not widget.text():
        # What the clerk has typed may be longer than the line.
        yield from _line_cut(widget, widget.placeholderText(), widget.width() - 16)
    elif isinstance(widget, QTabBar):
        whole = sum(widget.tabRect(at).width() for at in range(widget.count()))
        if whole > widget.width() + _SLACK:
            yield f"cut, {widget.width()} of {whole}: {[widget.tabText(at) for at in range(widget.count())]}"
    elif isinstance(widget, QHeaderView) and widget.orientation() is Qt.Orientation.Horizontal:
        yield from _heads_cut(widget)


def _label_cut(label: QLabel) -> Iterator[str]:
    words, room = label.text(), label.contentsRect()
    if not words or not label.pixmap().isNull():
        return
    if isinstance(label, ElidedLabel):
        # What is shortened is read in full where the mouse rests on it, or on the button that it is a part of.
        above = label.parentWidget()
        if words not in label.toolTip() and (
            label.toolTip() or above is None or words not in above.toolTip()
        ):
            yield from _line_cut(label, label.said_in(room.width()), room.width())
    elif label.wordWrap():
        if label.heightForWidth(label.width()) > label.height() + _SLACK:
            yield f"cut below, {label.height()} of {label.heightForWidth(label.width())}: {words}"
    elif label.sizeHint().width() > label.width() + _SLACK:
        yield f"cut, {label.width()} of {label.sizeHint().width()}: {words}"
    if room.height() + _SLACK < label.fontMetrics().height():
        yield f"flattened, {room.height()} of {label.fontMetrics().height()}: {words}"


def _line_cut(widget: QWidget, words: str, room: int) -> Iterator[str]:
    needed = widget.fontMetrics().horizontalAdvance(words)
    if needed > room + _SLACK:
        yield f"cut, {room} of {needed}: {words}"


def _heads_cut(head: QHeaderView) -> Iterator[str]:
    for at in range(head.count()):
        words = str(head.model().headerData(at, Qt.Orientation.Horizontal) or "")
        if words and not head.isSectionHidden(at):
            needed = max(map(head.fontMetrics().horizontalAdvance, words.splitlines())) + _PADDING
            if needed > head.sectionSize(at) + _SLACK:
                yield f"cut, {head.sectionSize(at)} of {needed}: {words}"


def _told(size: QSize) -> str:
    return f"{size.width()}×{size.height()}"


def _outside(widget: QWidget) -> Iterator[str]:
    """A part that reaches beyond the one it stands in, where no scrolling brings it."""
    above = widget.parentWidget()
    if above is None or widget.isWindow() or _scrolls(above):
        return
    if not above.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK).contains(widget.geometry()):
        yield f"reaches out of {type(above).__name__}: {widget.geometry().getRect()} in {_told(above.size())}"


def _scrolls(widget: QWidget) -> bool:
    area = widget.parentWidget()
    return isinstance(area, QAbstractScrollArea) and area.viewport() is widget


def _overlapping(widget: QWidget) -> Iterator[str]:
    """Parts beside each other that cover each other."""
    if isinstance(widget, QAbstractScrollArea) or _scrolls(widget):
        return
    parts = [
        part
        for part in widget.children()
        if isinstance(part, QWidget)
        and part.isVisible()
        and not part.isWindow()
        and not isinstance(part, QSizeGrip)
        and not part.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    ]
    for one, other in combinations(parts, 2):
        common = one.geometry() & other.geometry()
        if common.width() > _SLACK and common.height() > _SLACK:
            yield f"{_name(one)} and {_name(other)} cover each other by {_told(common.size())}"


def _items_cut(view: QAbstractItemView) -> Iterator[str]:
    """Words of items in sight that their places are too small for, where Qt's own delegate paints them.

    Long names of files in Qt's own dialog are none of them: its columns are widened with the mouse.
    """
    delegate, model = view.itemDelegate(), view.model()
    if (
        isinstance(view.window(), QFileDialog)
        or model is None
        or delegate is None
        or type(delegate) not in (QStyledItemDelegate, QItemDelegate)
    ):
        return
    for index in _items(view):
        place = view.visualRect(index)
        words = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        if not words or words in _tip(index) or not place.intersects(view.viewport().rect()):
            continue
        font = index.data(Qt.ItemDataRole.FontRole)
        metrics = QFontMetrics(font if isinstance(font, QFont) else view.font())
        if isinstance(view, QListView | QTableView | QTreeView) and view.wordWrap():
            room = QRect(0, 0, max(1, place.width() - _PADDING), 100_000)
            needed = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, words).height()
            if needed > place.height() + _SLACK:
                yield f"item cut below, {place.height()} of {needed}: {words}"
        else:
            needed = max(map(metrics.horizontalAdvance, words.splitlines())) + _PADDING
            if needed > place.width() + _SLACK:
                yield f"item cut, {place.width()} of {needed}: {words}"


def _tip(index: QModelIndex) -> str:
    return str(index.data(Qt.ItemDataRole.ToolTipRole) or "")


def _items(view: QAbstractItemView) -> Iterator[QModelIndex]:
    """The items of a view that have a place, those of the first hundreds of rows."""
    model, root = view.model(), view.rootIndex()
    columns = 1 if isinstance(view, QListView) else model.columnCount(root)
    todo = [model.index(row, 0, root) for row in range(min(_ROWS, model.rowCount(root)))]
    while todo:
        index = todo.pop(0)
        for column in range(columns):
            item = index.siblingAtColumn(column)
            if not view.visualRect(item).isEmpty():
                yield item
        todo += [model.index(row, 0, index) for row in range(min(_ROWS, model.rowCount(index)))]
