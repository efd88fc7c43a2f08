"""One line of the page 上报前检查: a button that says how a matter stands and leads to its place."""

from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from model.review.submission import Destination, Matter, MatterState
from ui.look.buttons import Button
from ui.look.fonts import scaled
from ui.look.icons import picture
from ui.look.style import SPACE, theme

_TITLE: Final = 110
"""Width of the titles at the usual size of text."""


class LineButton(Button):
    """A line, which shows a matter. Signal: `wanted(Destination)` when the clerk goes to its place."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setProperty("entry", "true")
        self._matter: Matter | None = None
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
        return self._matter is not None and self._matter.state is MatterState.OPEN

    @property
    def words(self) -> str:
        """How the matter stands."""
        return self._words.text()

    @property
    def place(self) -> Destination | None:
        """Where it leads."""
        return self._matter.place if self._matter else None

    def show_matter(self, matter: Matter) -> None:
        """Show how the matter stands now."""
        self._matter = matter
        colours = theme()
        inks = {
            MatterState.DONE: colours.good,
            MatterState.OPEN: colours.explain,
            MatterState.FREE: colours.hint,
        }
        self._icon.setPixmap(picture(matter.state.value, inks[matter.state]))
        self._title.setText(matter.title)
        self._words.setText(matter.words)
        self.setAccessibleName(f"{matter.title}：{matter.words}（{matter.state.words}）")
        self.setToolTip(f"{matter.title}：{matter.words}")

    def sizeHint(self) -> QSize:
        """One line with room around it."""
        return QSize(300, self._row.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """The words may be cut off; the tip has them whole."""
        return QSize(200, self._row.sizeHint().height())

    def _go(self) -> None:
        if self._matter is not None:
            self.wanted.emit(self._matter.place)
