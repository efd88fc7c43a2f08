"""The bar of a section of the office's own: its heading to be renamed, and buttons to add, move and remove sections."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from model.report import SlotSettings
from model.sections import added, moved, removed, renamed, sections_of
from ui.desk.session import Session
from ui.look.buttons import Button
from ui.look.keyboard import keys_named
from ui.look.style import SPACE
from ui.look.text_line import TextLine


class SectionBar(QWidget):
    """Edits the sections themselves, where the form leaves them free. Signal: `added(str)` with a new section's id."""

    added = Signal(str)

    def __init__(self, session: Session, section: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._section = section
        self.heading = TextLine(self)
        self.heading.setAccessibleName("本部分标题")
        self.heading.setToolTip("本部分的标题，可以修改")
        self.heading.editingFinished.connect(self._rename)
        session.typing_due.connect(self._take_heading)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addWidget(self.heading, 1)
        self.add_button = self._button("新增部分", "在本部分之后新增一个部分", "Alt+Ins")
        self.up_button = self._button("上移", "与上一部分交换位置", "Alt+Up")
        self.down_button = self._button("下移", "与下一部分交换位置", "Alt+Down")
        self.remove_button = self._button("删除部分", "删除本部分及其文字，可撤销", "Alt+Del")
        self.add_button.clicked.connect(self._add)
        self.up_button.clicked.connect(self._up)
        self.down_button.clicked.connect(self._down)
        self.remove_button.clicked.connect(self._remove)
        for button in (self.add_button, self.up_button, self.down_button, self.remove_button):
            row.addWidget(button)
        self.load()

    def load(self) -> None:
        """Show the section's heading and what can be done with it."""
        sections = sections_of(self._session.report)
        ids = [section.id for section in sections]
        if self._section not in ids:
            return
        place = ids.index(self._section)
        if self.heading.text() != sections[place].heading:
            self.heading.setText(sections[place].heading)
        self.heading.setReadOnly(self._session.read_only)
        writable = not self._session.read_only
        self.add_button.setEnabled(writable)
        self.up_button.setEnabled(writable and place > 0)
        self.down_button.setEnabled(writable and place + 1 < len(ids))
        self.remove_button.setEnabled(writable and len(ids) > 1)

    def _button(self, words: str, tip: str, key: str) -> QPushButton:
        button = Button(words, self)
        button.setAccessibleName(words)
        button.setToolTip(f"{tip}（{key}）")
        button.setShortcut(keys_named(key))
        return button

    def _rename(self) -> None:
        if self.heading.isModified() and not self._session.read_only:
            self.heading.setModified(False)
            self._do(renamed(self._section, self.heading.text()), "修改标题")
            self.load()

    def _take_heading(self) -> None:
        """Take what is typed in sight; the bar of a page that was put away has nothing to say."""
        if self.isVisible():
            self._rename()

    def _add(self) -> None:
        name, settings = added(self._session.report, self._section)
        self._do(settings, "新增部分")
        self.added.emit(name)

    def _up(self) -> None:
        self._do(moved(self._session.report, self._section, -1), "上移部分")

    def _down(self) -> None:
        self._do(moved(self._session.report, self._section, 1), "下移部分")

    def _remove(self) -> None:
        self._do(removed(self._session.report, self._section), "删除部分")

    def _do(self, settings: SlotSettings, label: str) -> None:
        if settings:
            self._session.edit(settings, label)
