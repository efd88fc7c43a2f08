"""The panel of 按表拟写 above a text: passages drafted from the tables, and phrases of the office's own, to insert."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from model.drafting import drafts
from model.number_fields import expand
from model.phrases import added, phrases, removed
from ui.desk.session import Session
from ui.look.buttons import Button
from ui.look.fonts import scaled
from ui.look.keyboard import give_keyboard
from ui.look.style import SPACE
from ui.look.wrapped import wrapping
from ui.prose.editor import ProseEditor

_WIDTH: Final = 244
_HEIGHT: Final = 190
_SHORT: Final = 12


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be inserted: its name in the list, the words as kept, and the key of a phrase of the office's own."""

    name: str
    text: str
    phrase: str = ""


def offers(session: Session) -> tuple[Offer, ...]:
    """Return what is offered now: the drafts, then the phrases."""
    report = session.report
    drafted = [
        Offer(f"{draft.title} · {draft.wording}", draft.text) for draft in drafts(report, session.last_year)
    ]
    own = [Offer(f"常用语 · {_head(words)}", words, key) for key, words in phrases(report).items()]
    return (*drafted, *own)


def _head(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _SHORT else f"{plain[:_SHORT]}…"


class DraftPanel(QFrame):
    """A list of offers with the chosen one as it would read. Signals: `inserted()` after one was put into the text."""

    inserted = Signal()

    def __init__(self, session: Session, editor: ProseEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._session = session
        self._editor = editor
        self._offers: tuple[Offer, ...] = ()
        self.list = QListWidget(self)
        self.list.setAccessibleName("可插入的段落")
        self.list.setFixedWidth(scaled(_WIDTH))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.reading = wrapping("段落内容", self)
        self.reading.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.insert_button = self._button("插入到光标处", "插入后数字随表格变化（Enter）")
        self.keep_button = self._button("存为常用语", "把文中选定的文字存为常用语，下一年度仍可使用")
        self.drop_button = self._button("删除常用语", "删除选定的常用语，可撤销")
        self.close_button = self._button("关闭", "Esc")
        self.insert_button.clicked.connect(self.insert)
        self.keep_button.clicked.connect(self.keep)
        self.drop_button.clicked.connect(self.drop)
        self.close_button.clicked.connect(self.close_panel)
        self.list.currentRowChanged.connect(self._show_offer)
        self.list.itemActivated.connect(self.insert)
        editor.selectionChanged.connect(self._note_selection)
        self._lay_out()
        self.hide()

    def open(self) -> None:
        """Offer what the tables say now; the keyboard goes to the list."""
        self._fill(max(self.list.currentRow(), 0))
        self._note_selection()
        self.show()
        give_keyboard(self.list)

    def insert(self) -> None:
        """Put the chosen words at the cursor."""
        offer = self._offer()
        if offer is not None:
            self._editor.insert_kept(offer.text)
            self.close_panel()
            self.inserted.emit()

    def keep(self) -> None:
        """Keep the words selected in the text as a phrase."""
        settings = added(self._session.report, self._editor.selected)
        if settings:
            self._session.edit(settings, "存为常用语")
        self._fill(self.list.count() if settings else self.list.currentRow())

    def drop(self) -> None:
        """Drop the chosen phrase."""
        offer = self._offer()
        if offer is not None and offer.phrase:
            self._session.edit(removed(offer.phrase), "删除常用语")
            self._fill(self.list.currentRow())

    def close_panel(self) -> None:
        """Put the panel away; the keyboard goes back to the text."""
        self.hide()
        give_keyboard(self._editor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts the panel away."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        for button in (self.insert_button, self.keep_button, self.drop_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        side = QVBoxLayout()
        side.setSpacing(SPACE)
        side.addWidget(self.reading, 1)
        side.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE, SPACE, SPACE + 4, SPACE)
        row.setSpacing(SPACE + 4)
        row.addWidget(self.list)
        row.addLayout(side, 1)
        self.setFixedHeight(scaled(_HEIGHT))

    def _button(self, words: str, tip: str) -> QPushButton:
        button = Button(words, self)
        button.setAccessibleName(words)
        button.setToolTip(tip)
        button.setProperty("small", "true")
        return button

    def _fill(self, row: int) -> None:
        self._offers = offers(self._session)
        self.list.clear()
        for offer in self._offers:
            QListWidgetItem(offer.name, self.list).setToolTip(offer.name)
        self.list.setCurrentRow(min(row, self.list.count() - 1))
        self._show_offer(self.list.currentRow())

    def _offer(self) -> Offer | None:
        row = self.list.currentRow()
        return self._offers[row] if 0 <= row < len(self._offers) else None

    def _show_offer(self, _row: int) -> None:
        offer = self._offer()
        words = (
            expand(self._session.report, offer.text) if offer is not None else "表中还没有可以拟写的内容。"
        )
        self.reading.setText(words)
        self.insert_button.setEnabled(offer is not None)
        self.drop_button.setEnabled(offer is not None and bool(offer.phrase))

    def _note_selection(self) -> None:
        self.keep_button.setEnabled(self._editor.textCursor().hasSelection())
