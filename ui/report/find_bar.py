"""Find in all texts and tables of the report, replace in its texts: one line at the foot of the desk.

Replacing everywhere is one undo step.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from model.report import Slot, SlotKind
from model.values import number_in
from ui.desk.pages import Found
from ui.desk.session import Session
from ui.look.buttons import Button
from ui.look.fonts import scaled
from ui.look.keyboard import give_keyboard
from ui.look.passing_bar import PassingBar
from ui.look.style import SPACE
from ui.look.text_line import TextLine
from ui.report.matches import CellMatch, Match, matches_of, texts_of

_PAUSE: Final = 250
"""Milliseconds after the last edit until the places are marked anew."""


class FindBar(PassingBar):
    """The line to find and replace in.

    Signals: `spot_found(Spot)` or `cell_found(str)` with the place to show; `marked(Found)` with all places while the
    bar is in sight; `closed()` when it is put away.
    """

    spot_found = Signal(object)
    cell_found = Signal(str)
    closed = Signal()
    marked = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self._session = session
        self._at = -1
        self.words, self.instead = TextLine(self), TextLine(self)
        for field, name in ((self.words, "查找"), (self.instead, "替换为")):
            field.setAccessibleName(name)
            field.setPlaceholderText(name)
            field.setMaximumWidth(scaled(240))
        self._count = QLabel(self)
        self._count.setObjectName("pageNote")
        self._count.setAccessibleName("查找结果")
        self._next = self._button("下一处", self.find_next)
        self._replace = self._button("替换", self.replace)
        self._replace_all = self._button("全部替换", self.replace_all)
        self._close = self._button("关闭", self.close_bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * SPACE, SPACE // 2, 2 * SPACE, SPACE // 2)
        for widget in (self.words, self._next, self.instead, self._replace, self._replace_all, self._count):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._close)
        self.words.textChanged.connect(self._count_matches)
        self.words.returnPressed.connect(self.find_next)
        self.instead.returnPressed.connect(self.replace)
        self._session.protection_changed.connect(self._offer_replacing)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._mark)
        self._session.changed.connect(self._changed)
        self._session.report_switched.connect(self._pause.start)
        self.hide()

    @property
    def result(self) -> str:
        """What the bar says of the places found."""
        return self._count.text()

    def open_with(self, words: str) -> None:
        """Show the bar, with the words selected in a text."""
        if words:
            self.words.setText(words)
        self._offer_replacing()
        self.show()
        self._count_matches()
        give_keyboard(self.words)
        self.words.selectAll()

    def _offer_replacing(self) -> None:
        """Offer to replace where the report may be changed."""
        for widget in (self.instead, self._replace, self._replace_all):
            widget.setEnabled(not self._session.read_only)

    def find_next(self) -> None:
        """Go to the next place, from the last on to the first."""
        self._step(1)

    def find_previous(self) -> None:
        """Go to the place before, from the first on to the last."""
        self._step(-1)

    def _step(self, direction: int) -> None:
        found = matches_of(self._session.report, self.words.text())
        if not found:
            self._count.setText("没有找到")
            return
        self._at = (max(self._at, -1 if direction > 0 else 0) + direction) % len(found)
        place = found[self._at]
        self._count.setText(f"第 {self._at + 1} 处，共 {len(found)} 处")
        if isinstance(place, Match):
            self.spot_found.emit(place.spot)
        else:
            self.cell_found.emit(place.key)
        if self.isVisible():
            give_keyboard(self.words)

    def replace(self) -> None:
        """Replace the place found last and go to the next one."""
        if self._session.read_only:
            self._session.refuse()
            return
        found = matches_of(self._session.report, self.words.text())
        place = found[self._at] if 0 <= self._at < len(found) else None
        if isinstance(place, Match) and not place.follows_table:
            self._put([place])
            self._at -= 1
        self.find_next()
        if isinstance(place, Match) and place.follows_table:
            self._count.setText(f"表中数字没有替换；{self.result}")

    def replace_all(self) -> None:
        """Replace every place in the texts in one step; what stands in tables, or follows them, stays."""
        if self._session.read_only:
            self._session.refuse()
            return
        everywhere = matches_of(self._session.report, self.words.text())
        in_texts = [place for place in everywhere if isinstance(place, Match)]
        found = [place for place in in_texts if not place.follows_table]
        if found:
            self._put(found)
        self._at = -1
        deed = "替换" if self.instead.text() else "删除"
        left = f"，{len(in_texts) - len(found)} 处表中数字没有替换" if len(in_texts) > len(found) else ""
        if found:
            self._count.setText(f"已{deed} {len(found)} 处{left}，可用 Ctrl+Z 撤销")
        elif in_texts:
            self._count.setText("只找到随表格变化的数字，不替换")
        else:
            self._count.setText("只在表格中找到，不替换" if everywhere else "没有找到")

    def close_bar(self) -> None:
        """Put the bar away, and let work go on where it was."""
        self.put_away()
        self.closed.emit()

    def put_away(self) -> None:
        """Put the bar away, and the marks with it."""
        self.hide()
        self._mark()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts the bar away."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def _put(self, places: Sequence[Match]) -> None:
        texts = texts_of(self._session.report)
        changed: dict[str, str] = {}
        for place in reversed(places):
            text = changed.get(place.section, texts[place.section])
            changed[place.section] = text[: place.start] + self.instead.text() + text[place.end :]
        settings = [(Slot(SlotKind.TEXT, section), text) for section, text in changed.items()]
        self._session.edit(settings, "替换文字")

    def _count_matches(self) -> None:
        self._at = -1
        count = self._mark()
        self._count.setText(f"共 {count} 处" if self.words.text() else "")

    def _mark(self) -> int:
        """Mark all places, none once the bar is put away; return how many there are."""
        places = matches_of(self._session.report, self.words.text()) if not self.isHidden() else ()
        spots = tuple(place.spot for place in places if isinstance(place, Match))
        cells = frozenset(place.key for place in places if isinstance(place, CellMatch))
        words = "".join(self.words.text().split()) if places else ""
        # Words are found in the heads of rows and columns, and lead to a number beside or below them.
        is_number = number_in(self.words.text()) is not None
        self.marked.emit(Found(spots, cells) if is_number else Found(spots, words=words))
        return len(places)

    def _changed(self) -> None:
        """Mark anew when the clerk pauses: words that were typed may be what is looked for."""
        if not self.isHidden():
            self._pause.start()

    def _button(self, words: str, slot: object) -> QPushButton:
        button = Button(words, self)
        button.setProperty("small", "true")
        button.setAccessibleName(words)
        button.clicked.connect(slot)
        return button
