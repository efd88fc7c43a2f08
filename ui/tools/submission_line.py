"""One line of the page 上报前检查: a button that says how a matter stands and leads to its place."""

from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from model.submission import Destination, Matter, MatterState
from ui.look.buttons import Button
from ui.look.fonts import scaled
from ui.look.icons import picture
from ui.look.style import SPACE, theme

_TITLE: Final = 110
"""Width of the titles at the usual size of text."""


class LineButton(Button):
    """Shows a line. Signal: `wanted(Destination)` when the clerk goes to its place."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setProperty("entry", "true")
        self._line: Matter | None = None
        self._icon, self._title, self._words = QLabel(self), QLabel(self), QLabel(self)
        self._title.setFixedWidth(scaled(_TITLE))
        self._words.setObjectName("pageNote")
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(SPACE + 4, SPACE - 3, SPACE, SPACE - 3)
        row.setSpacing(SPACE + 2)
        row.addWidget(self._icon)
        row.addWidget(self._title)
        row.addWidget(self._words, 1)
        self.clicked.connect(self._go)

    @property
    def is_open(self) -> bool:
        """Whether there is still something to do."""
        return self._line is not None and self._line.state is MatterState.OPEN

    @property
    def words(self) -> str:
        """How the matter stands."""
        return self._words.text()

    @property
    def place(self) -> Destination | None:
        """Where it leads."""
        return self._line.place if self._line else None

    def show_line(self, line: Matter) -> None:
        """Show how the matter stands now."""
        self._line = line
        colours = theme()
        inks = {
            MatterState.DONE: colours.good,
            MatterState.OPEN: colours.explain,
            MatterState.FREE: colours.hint,
        }
        self._icon.setPixmap(picture(line.state.value, inks[line.state]))
        self._title.setText(line.title)
        self._words.setText(line.words)
        self.setAccessibleName(f"{line.title}：{line.words}（{line.state.words}）")
        self.setToolTip(f"{line.title}：{line.words}")

    def sizeHint(self) -> QSize:
        """One line with room around it."""
        return QSize(300, self._row.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """The words may be cut off; the tip has them whole."""
        return QSize(200, self._row.sizeHint().height())

    def _go(self) -> None:
        if self._line is not None:
            self.wanted.emit(self._line.place)
