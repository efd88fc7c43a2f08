"""The card under the tables of 复核录入: what differs, with both numbers, and the keys that settle it."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from model.report import Report
from model.review.recheck import OPEN, Standing, Tally
from ui.look.buttons import Button
from ui.look.keyboard import keys_named
from ui.look.restyle import restyle
from ui.look.style import SPACE
from ui.look.wrapped import wrapping
from ui.look.wrapping_row import WrappingRow
from ui.tools.blind_grid import compared_words

_HOW: Final = "对着台账键入各格，Enter 向下，Tab 向右；与原数不同的立即标出"


class SettleCard(QFrame):
    """What is to be settled, and the buttons that do it.

    Signals: `correct_wanted(str)` and `uphold_wanted(str)` with the cell that is settled; `next_wanted()` for the next
    cell to settle or to type; `blank_wanted()` where the paper has no number.
    """

    correct_wanted = Signal(str)
    uphold_wanted = Signal(str)
    next_wanted = Signal()
    blank_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.key = ""
        """The differing cell that the card speaks of, "" for none."""
        self.words = wrapping("复核的结果", self)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.next_button = self._button("下一处", "F12", "到下一处不一致或未复核的格")
        self.correct_button = self._button("改为复核数", "F4", "以复核数为准，改正原数")
        self.uphold_button = self._button("原数无误", "F5", "原数无误，复核时键入有误")
        self.blank_button = self._button("表上空白", "Ctrl+Del", "台账上这一格没有数")
        self.next_button.clicked.connect(self.next_wanted)
        self.blank_button.clicked.connect(self.blank_wanted)
        self.correct_button.clicked.connect(self._correct)
        self.uphold_button.clicked.connect(self._uphold)
        buttons = WrappingRow(SPACE)
        for button in (self.correct_button, self.uphold_button, self.next_button, self.blank_button):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE + 4, SPACE, SPACE + 4, SPACE)
        column.setSpacing(SPACE - 2)
        column.addWidget(self.words)
        column.addLayout(buttons)

    def show_tally(self, report: Report, table: Tally, whole: Tally, key: str, *, can_type: bool) -> None:
        """Show how far a table has come, and a differing cell of it that is to be settled, "" for none."""
        self.key = key
        differing, left = (len(whole.keys(*kinds)) for kinds in ((Standing.DIFFERING,), tuple(OPEN)))
        if key:
            self._say(f"不一致　{compared_words(report, key)}", "error")
        elif whole.done:
            self._say(whole.words, "good")
        elif differing:
            self._say(f"还有 {differing} 处不一致，{left} 格未复核", "explain")
        elif not table.keys(*OPEN):
            self._say(f"本表已复核；其他表还有 {left} 格", "good")
        else:
            self._say(f"本表还有 {len(table.keys(*OPEN))} 格未复核　{_HOW}", "")
        for button in (self.correct_button, self.uphold_button):
            button.setEnabled(bool(key) and can_type)
        self.blank_button.setEnabled(can_type)
        self.next_button.setEnabled(not whole.done)

    def _say(self, words: str, state: str) -> None:
        self.words.setText(words)
        self.words.setAccessibleDescription(words)
        if self.words.property("state") != state:
            self.words.setProperty("state", state)
            restyle(self.words)

    def _button(self, words: str, key: str, meaning: str) -> Button:
        button = Button(f"{words}　{key}", self)
        # A button's own shortcut presses it with a delay, in which a fast hand has typed on.
        QShortcut(keys_named(key), button).activated.connect(button.click)
        button.setAccessibleName(f"{words}（{key}）")
        button.setToolTip(meaning)
        button.setProperty("small", "true")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _correct(self) -> None:
        self.correct_wanted.emit(self.key)

    def _uphold(self) -> None:
        self.uphold_wanted.emit(self.key)
