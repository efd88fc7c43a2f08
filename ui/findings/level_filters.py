"""A button for each level of finding, with how many there are; pressed, it shows that level alone."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from model.levels import Level
from ui.look.buttons import SmallTool
from ui.look.icons import icon
from ui.look.levels import look_of
from ui.look.style import SPACE, theme

_MOST: Final = "88"
"""Each button has room for so many: a digit more must not move the buttons beside it."""


class LevelFilters(QWidget):
    """The buttons in a row; where there is little room they show their icons and numbers alone.

    Signals: `chosen()` when another level, or all again, is to be shown.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.only: Level | None = None
        self._counts: dict[Level, int] = {}
        self._inks: dict[Level, str] = {}
        self._choice = QButtonGroup(self)
        self._choice.setExclusive(False)
        self._choice.idClicked.connect(self._pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE // 2)
        self._buttons = {level: self._button(level) for level in Level}
        self._wide = {level: self._width(level, f"{level.word} {_MOST}") for level in Level}
        self._narrow = {level: self._width(level, _MOST) for level in Level}
        self._is_narrow = False
        for button in self._buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        gaps = (len(self._buttons) - 1) * row.spacing()
        self.setMinimumWidth(sum(self._narrow.values()) + gaps)
        self._enough = sum(self._wide.values()) + gaps
        self._fit()

    @property
    def levels(self) -> tuple[Level, ...]:
        """The levels that are to be shown."""
        return tuple(Level) if self.only is None else (self.only,)

    def show_counts(self, counts: Mapping[Level, int]) -> None:
        """Say how many there are of each level; after most keys there is nothing new to paint."""
        colours = theme()
        for level, button in self._buttons.items():
            count, look = counts.get(level, 0), look_of(level, colours)
            ink = look.ink if count else colours.ink_faint
            if (self._counts.get(level), self._inks.get(level)) == (count, ink):
                continue
            self._counts[level], self._inks[level] = count, ink
            button.setText(self._words(level))
            button.setIcon(icon(look.icon, ink))
            button.setAccessibleName(f"只看{level.word}，{count} 条")

    def show_all(self) -> None:
        """Show every level again, whichever was shown alone."""
        self.only = None
        self._tick()

    def sizeHint(self) -> QSize:
        """Words and all."""
        return QSize(self._enough, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the words where there is no room for them."""
        super().resizeEvent(event)
        narrow = self.width() < self._enough
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._fit()

    def _fit(self) -> None:
        for level, button in self._buttons.items():
            button.setFixedWidth((self._narrow if self._is_narrow else self._wide)[level])
            button.setText(self._words(level))

    def _words(self, level: Level) -> str:
        """What stands on a button; until the report is checked there is nothing to count."""
        parts = ("" if self._is_narrow else level.word, str(self._counts.get(level, "")))
        return " ".join(part for part in parts if part)

    def _button(self, level: Level) -> QToolButton:
        button = SmallTool(self)
        button.setIcon(icon(look_of(level, theme()).icon, theme().ink_faint))
        button.setAccessibleName(f"只看{level.word}")
        button.setToolTip(f"只看{level.word}；再按一次全部显示")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setCheckable(True)
        button.setAutoRaise(True)
        self._choice.addButton(button, list(Level).index(level))
        return button

    def _width(self, level: Level, words: str) -> int:
        """The width of a button with these words."""
        self._buttons[level].setText(words)
        return self._buttons[level].sizeHint().width()

    def _pressed(self, number: int) -> None:
        """Show one level alone, and with the next click all again."""
        level = list(Level)[number]
        self.only = None if self.only is level else level
        self._tick()
        self.chosen.emit()

    def _tick(self) -> None:
        for level, button in self._buttons.items():
            button.setChecked(level is self.only)
