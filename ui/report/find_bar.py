"""Find and replace over all texts of the report: one line above the page; replacing everywhere is one undo step."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from model.findings import Spot
from model.number_fields import mask
from model.preamble import preamble_of
from model.report import Report, Slot, SlotKind
from model.sections import sections_of
from ui.desk.session import Session
from ui.look.buttons import Button
from ui.look.fonts import scaled
from ui.look.style import SPACE
from ui.look.text_line import TextLine


@dataclass(frozen=True, slots=True)
class Match:
    """A place where the words stand: section, start and end in the text as kept."""

    section: str
    start: int
    end: int

    @property
    def spot(self) -> Spot:
        """The place, as findings tell it."""
        return Spot(self.section, self.start, self.end)


def matches_of(report: Report, words: str) -> tuple[Match, ...]:
    """Return all places of some words in the report's texts, in the order of the report.

    Names of number fields are no words of the text: to replace part of one would break the field.
    """
    found: list[Match] = []
    for section, kept in texts_of(report).items():
        text = mask(report, kept)
        start = text.find(words) if words else -1
        while start >= 0:
            found.append(Match(section, start, start + len(words)))
            start = text.find(words, start + len(words))
    return tuple(found)


def texts_of(report: Report) -> dict[str, str]:
    """Return section id (and "preamble") → text as kept, in the order of the report."""
    texts = {"preamble": preamble_of(report)}
    return texts | {section.id: report.text(section.id) for section in sections_of(report)}


class FindBar(QWidget):
    """Signals: `spot_found(Spot)` with the place to show; `closed()` when the bar is put away."""

    spot_found = Signal(object)
    closed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
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
        self.hide()

    @property
    def result(self) -> str:
        """What the bar says of the places found."""
        return self._count.text()

    def open_with(self, words: str) -> None:
        """Show the bar, with the words selected in a text."""
        if words:
            self.words.setText(words)
        for widget in (self.instead, self._replace, self._replace_all):
            widget.setEnabled(not self._session.read_only)
        self._count_matches()
        self.show()
        self.words.setFocus()
        self.words.selectAll()

    def find_next(self) -> None:
        """Go to the next place, from the last on to the first."""
        found = matches_of(self._session.report, self.words.text())
        if not found:
            self._count.setText("没有找到")
            return
        self._at = (self._at + 1) % len(found)
        self._count.setText(f"第 {self._at + 1} 处，共 {len(found)} 处")
        self.spot_found.emit(found[self._at].spot)
        self.words.setFocus()

    def replace(self) -> None:
        """Replace the place found last and go to the next one."""
        found = matches_of(self._session.report, self.words.text())
        if 0 <= self._at < len(found):
            self._put([found[self._at]])
            self._at -= 1
        self.find_next()

    def replace_all(self) -> None:
        """Replace every place in one step."""
        found = matches_of(self._session.report, self.words.text())
        if found:
            self._put(found)
        self._at = -1
        deed = "替换" if self.instead.text() else "删除"
        self._count.setText(f"已{deed} {len(found)} 处，可用 Ctrl+Z 撤销" if found else "没有找到")

    def close_bar(self) -> None:
        """Put the bar away."""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts the bar away."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def _put(self, places: tuple[Match, ...] | list[Match]) -> None:
        texts = texts_of(self._session.report)
        changed: dict[str, str] = {}
        for place in reversed(places):
            text = changed.get(place.section, texts[place.section])
            changed[place.section] = text[: place.start] + self.instead.text() + text[place.end :]
        settings = [(Slot(SlotKind.TEXT, section), text) for section, text in changed.items()]
        self._session.edit(settings, "替换文字")

    def _count_matches(self) -> None:
        self._at = -1
        words = self.words.text()
        count = len(matches_of(self._session.report, words))
        self._count.setText(f"共 {count} 处" if words else "")

    def _button(self, words: str, slot: object) -> QPushButton:
        button = Button(words, self)
        button.setProperty("small", "true")
        button.setAccessibleName(words)
        button.clicked.connect(slot)
        return button
