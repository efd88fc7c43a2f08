"""The line in which a 说明 is written, in the place of the head above the list of findings."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget

from model.findings import Finding
from ui.findings.writing_line import WritingLine
from ui.look.keyboard import give_keyboard
from ui.look.style import SPACE


class ExplanationLine(WritingLine):
    """A line in the panel to write a 说明 in.

    Signals: `given(Finding, str, bool)` when it was written, and whether for all findings of the same rule.
    """

    given = Signal(object, str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("说明", "保存说明", "原因，如 统计口径调整；列入审签单", parent)
        self._finding: Finding | None = None
        self._subject = QLabel(self)
        self.for_all = QCheckBox(self)
        self.for_all.setAccessibleName("同样说明用于同类各处")
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE + 4, SPACE // 2, SPACE, SPACE // 2)
        row.addWidget(self._subject)
        row.addWidget(self.edit, 1)
        row.addWidget(self.for_all)
        row.addWidget(self._save)
        row.addWidget(self._cancel)

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

    @property
    def is_written_in(self) -> bool:
        """Whether the reason was changed since it was asked for."""
        return self.isVisible() and self.edit.isModified()

    def give(self) -> None:
        """Give the reason, and put the line away."""
        if self._finding is not None:
            self.leave()
            self.given.emit(self._finding, self.edit.text(), self.for_all.isChecked())

    @property
    def _about(self) -> tuple[str, object] | None:
        return (self._finding.code, self._finding.subject) if self._finding is not None else None
