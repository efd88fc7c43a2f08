"""A place of the report beside the same place of an edited file, and what can be done about it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QTextEdit, QVBoxLayout, QWidget

from model.review.proposals import Proposal, ProposalKind
from ui.look.buttons import Button
from ui.look.style import SPACE
from ui.look.word_marks import show_versions
from ui.look.wrapped import WrappedLabel


class Versions(QWidget):
    """Shows one proposal: both versions with what differs, what taking it does, and the buttons."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.old, self.new = _version("现在的内容", self), _version("修改稿的内容", self)
        self.effects = WrappedLabel(self)
        self.effects.setAccessibleName("采用后检查结果的变化")
        self.take_button = _button("采用（Enter）", self)
        self.take_button.setProperty("primary", "true")
        self.leave_button = _button("不采用（Del）", self)
        self.place_button = _button("看原处", self)
        both = QSplitter(Qt.Orientation.Horizontal, self)
        both.setChildrenCollapsible(False)
        for words, text in (("现在", self.old), ("修改稿", self.new)):
            both.addWidget(_titled(words, text, self))
        deeds = QHBoxLayout()
        deeds.addStretch(1)
        for button in (self.place_button, self.leave_button, self.take_button):
            deeds.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(both, 1)
        column.addWidget(self.effects)
        column.addLayout(deeds)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the keyboard can be, in the order of Tab."""
        return (self.old, self.new, self.place_button, self.leave_button, self.take_button)

    def show_proposal(self, proposal: Proposal | None, effects: str) -> None:
        """Show a proposal and its effects in words; None shows nothing."""
        for button in (self.take_button, self.leave_button, self.place_button):
            button.setEnabled(proposal is not None)
        if proposal is None:
            show_versions(self.old, self.new, "", "")
            self.effects.clear()
            return
        if proposal.kind is ProposalKind.COMMENT:
            self.old.setExtraSelections([])
            self.new.setExtraSelections([])
            self.old.setPlainText(proposal.old)
            self.new.setPlainText(f"批注：{proposal.new}")
        else:
            show_versions(self.old, self.new, proposal.old, proposal.new)
        self.effects.setText("　".join(filter(None, (proposal.moved, proposal.note, effects))))


def _version(name: str, parent: QWidget) -> QTextEdit:
    """A field that shows one of both versions."""
    text = QTextEdit(parent)
    text.setReadOnly(True)
    text.setTabChangesFocus(True)
    text.setAccessibleName(name)
    return text


def _titled(words: str, text: QTextEdit, parent: QWidget) -> QWidget:
    part = QWidget(parent)
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE // 2)
    title = QLabel(words, part)
    title.setObjectName("partHeading")
    column.addWidget(title)
    column.addWidget(text, 1)
    return part


def _button(words: str, parent: QWidget) -> Button:
    button = Button(words, parent)
    button.setAccessibleName(words.partition("（")[0])
    return button
