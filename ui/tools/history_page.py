"""The page 历史版本: the saved generations of the file, each compared with what is edited now, and restored."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSplitter, QVBoxLayout, QWidget

from model.errors import AssistantError
from model.file.generations import Generation
from model.file.remains import Remains
from ui.desk.desk import Desk
from ui.desk.settings import Settings
from ui.desk.tool_page import ToolPage
from ui.look.buttons import Button
from ui.look.fonts import scaled
from ui.look.page_head import PageHead
from ui.look.style import SPACE
from ui.look.wrapped import wrapping
from ui.look.wrapping_items import WrappingItems
from ui.tools.compare_view import CompareView

_LIST_WIDTH: Final = 310
"""A version's name in one line: day, time, and which save it was."""
_VIEW_WIDTH: Final = 784
_LEAST_LIST: Final = 180
_LEAST_VIEW: Final = 260
"""In a narrow window the name of a version takes two lines, so that what differs is read whole."""
_NOTHING: Final = (
    "每次保存，这里就多一个版本，最多保留 20 个。选中一个版本，右边会列出它与现在的不同之处，文字中改动的词也标出来；"
    "需要时可以恢复。"
)


class HistoryPage(ToolPage):
    """Lists the generations; the one selected is compared with the report on the desk."""

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(desk, settings, parent)
        self._head = PageHead("历史版本", self)
        self.restore_button = Button("恢复所选版本", self)
        self.restore_button.setAccessibleName("恢复所选版本")
        self.restore_button.clicked.connect(self.restore)
        self._head.add(self.restore_button)
        self.list = QListWidget(self)
        self.list.setAccessibleName("保存过的版本")
        self.list.setMinimumWidth(scaled(_LEAST_LIST))
        self.list.setMaximumWidth(scaled(_LIST_WIDTH))
        self.list.setSpacing(SPACE // 4)
        self.list.setItemDelegate(WrappingItems(self.list))
        self.list.currentItemChanged.connect(self._compare)
        self.view = CompareView(self)
        self.view.setMinimumWidth(scaled(_LEAST_VIEW))
        self._both = both = QSplitter(Qt.Orientation.Horizontal, self)
        both.setChildrenCollapsible(False)
        both.addWidget(self.list)
        both.addWidget(self.view)
        both.setStretchFactor(0, 1)
        both.setStretchFactor(1, 2)
        both.setSizes([scaled(_LIST_WIDTH), scaled(_VIEW_WIDTH)])
        page = QVBoxLayout(self)
        page.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, SPACE)
        page.setSpacing(SPACE + 2)
        page.addWidget(self._head)
        page.addWidget(both, 1)
        self._nothing = wrapping("没有历史版本", self, "pageNote", _NOTHING)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        page.addWidget(self._nothing, 1)
        desk.saved.connect(self.load)

    def load(self) -> None:
        """List the generations, newest first."""
        self.list.clear()
        remains = self._desk.office.remains
        try:
            states: tuple[Generation | Remains, ...] = self._desk.office.generations
        except AssistantError as error:
            self._head.set_note(error.message)
            return
        for state in (remains, *states) if remains is not None else states:
            item = QListWidgetItem(state.name, self.list)
            item.setData(Qt.ItemDataRole.UserRole, state)
            item.setToolTip(state.name)
        self.restore_button.setEnabled(False)
        self._both.setVisible(self.list.count() > 0)
        self._nothing.setVisible(not self.list.count())
        if self.list.count():
            self.list.setCurrentRow(0)
        else:
            self._head.set_note("还没有保存过的版本")

    def restore(self) -> None:
        """Put the selected generation in place of what is edited; the file itself changes with the next save.

        The page itself gives way to the report's, so that it is told in the status line, too.
        """
        generation = self._selected()
        if generation is None:
            return
        try:
            content = generation.open()
            self._desk.go_back_to(content)
        except AssistantError as error:
            self._head.set_note(error.message)
            return
        told = f"已恢复 {generation.name}；保存后写入文件"
        self._head.set_note(told)
        self.said.emit(told)

    def _selected(self) -> Generation | Remains | None:
        item = self.list.currentItem()
        generation = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return generation if isinstance(generation, Generation | Remains) else None

    def _compare(self) -> None:
        generation = self._selected()
        if generation is None:
            return
        try:
            reports = generation.open().reports
        except AssistantError as error:
            self._head.set_note(error.message)
            return
        now = self._desk.session.report
        self.restore_button.setEnabled(bool(reports) and not self._desk.session.file_read_only)
        if now.year not in reports:
            self._head.set_note(f"这个版本中还没有 {now.year} 年度报告")
            self.view.tree.clear()
            return
        count = self.view.compare(reports[now.year], now, ("这个版本", "现在"))
        self._head.set_note(f"与现在有 {count} 处不同" if count else "与现在相同")
