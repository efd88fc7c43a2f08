"""The line in which a 说明 is written, in the place of the head above the list of findings."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget

from model.findings import Finding
from ui.look.buttons import Button
from ui.look.keyboard import give_keyboard, has_keyboard
from ui.look.style import SPACE
from ui.look.text_line import TextLine


class ExplanationLine(QWidget):
    """A line in the panel to write a 说明 in.

    Signals: `given(Finding, str, bool)` when it was written, and whether for all findings of the same rule;
    `asked()` when it is to be seen, `left(bool)` when it is done with, and whether the keyboard was in it.
    """

    given = Signal(object, str, bool)
    asked = Signal()
    left = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("explanation")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._finding: Finding | None = None
        self._subject = QLabel(self)
        self.edit = TextLine(self)
        self.edit.setAccessibleName("说明")
        self.edit.setPlaceholderText("写明原因，如：统计口径调整；将列入审签单")
        self.edit.returnPressed.connect(self._give)
        save = Button("保存说明", self)
        save.setAccessibleName("保存说明")
        save.setProperty("small", "true")
        save.clicked.connect(self._give)
        cancel = Button("取消", self)
        cancel.setAccessibleName("取消说明")
        cancel.setProperty("small", "true")
        cancel.clicked.connect(self._leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE + 4, SPACE // 2, SPACE, SPACE // 2)
        self.for_all = QCheckBox(self)
        self.for_all.setAccessibleName("同样说明用于同类各处")
        row.addWidget(self._subject)
        row.addWidget(self.edit, 1)
        row.addWidget(self.for_all)
        row.addWidget(save)
        row.addWidget(cancel)

    def ask(self, finding: Finding, former: str, alike: int = 0) -> None:
        """Open the line for a finding, starting from what was written before; `alike` others wait for the same."""
        if self.isVisible() and (finding.code, finding.subject) == self._about:
            give_keyboard(self.edit)  # it is being written already
            return
        self.take()
        self._finding = finding
        self._subject.setText(f"说明 {finding.code}：")
        self._subject.setToolTip(finding.message)
        self.edit.setText(former)
        self.for_all.setText(f"同样用于其余 {alike} 处")
        self.for_all.setChecked(False)
        self.for_all.setVisible(bool(alike))
        if not self.isVisible():
            self.asked.emit()
        give_keyboard(self.edit)
        self.edit.selectAll()

    def take(self) -> None:
        """Give what was typed in sight, as when the report is saved meanwhile."""
        if self.isVisible() and self.edit.isModified():
            self._give()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts the line away."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _give(self) -> None:
        if self._finding is not None:
            self._leave()
            self.given.emit(self._finding, self.edit.text(), self.for_all.isChecked())

    @property
    def _about(self) -> tuple[str, object] | None:
        return (self._finding.code, self._finding.subject) if self._finding is not None else None

    def _leave(self) -> None:
        self.left.emit(has_keyboard(self))
