"""What stands beside a text: the aspects it must cover, and what the checks say of its words."""

from itertools import zip_longest
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from model.findings import Finding
from model.rules.wording import speaks_of
from model.values import to_text
from ui.look.buttons import Button
from ui.look.fonts import scaled
from ui.look.icons import picture
from ui.look.levels import look_of_finding, words_to_explain
from ui.look.restyle import restyle
from ui.look.style import SPACE, theme
from ui.look.wrapped import wrapping

_MARK: Final = 14
"""The side of a mark beside words of the usual size."""

WIDTH: Final = 204


class Card(QFrame):
    """A framed part with a title."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(SPACE + 4, SPACE, SPACE, SPACE)
        self.column.setSpacing(SPACE - 3)
        if title:
            self.column.addWidget(QLabel(title, self))


class AspectCard(Card):
    """The aspects that the notice asks a text to cover, ticked where the text speaks of them."""

    def __init__(
        self, aspects: tuple[str, ...], told: tuple[str, ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(f"应写明的{len(aspects)}个方面", parent)
        self._rows: dict[str, tuple[QLabel, QLabel]] = {}
        self._ticked: dict[str, bool] = {}
        for aspect, help_ in zip_longest(aspects, told, fillvalue=""):
            mark, words = QLabel(self), QLabel(aspect, self)
            words.setWordWrap(True)
            words.setToolTip(help_)
            words.setAccessibleDescription(help_)
            row = QHBoxLayout()
            row.setSpacing(SPACE - 2)
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(words, 1)
            self.column.addLayout(row)
            self._rows[aspect] = (mark, words)

    def tick(self, text: str) -> int:
        """Tick the aspects that a text speaks of; return how many."""
        for aspect in self._rows:
            done = speaks_of(aspect, text)
            if self._ticked.get(aspect) is not done:
                self._ticked[aspect] = done
                self._show(aspect, done=done)
        return sum(self._ticked.values())

    def changeEvent(self, event: QEvent) -> None:
        """Draw the marks in the colours of another look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            for aspect, done in self._ticked.items():
                self._draw(aspect, done=done)

    def _draw(self, aspect: str, *, done: bool) -> None:
        ink = theme().good if done else theme().explain
        mark, words = self._rows[aspect]
        mark.setPixmap(picture("done" if done else "open", ink, scaled(_MARK)))
        mark.setFixedHeight(words.fontMetrics().height())  # beside the first line, where there are several

    def _show(self, aspect: str, *, done: bool) -> None:
        words = self._rows[aspect][1]
        self._draw(aspect, done=done)
        words.setProperty("state", "good" if done else "explain")
        words.setAccessibleName(f"{aspect}：{'已写' if done else '未写'}")
        restyle(words)


def _change_of(finding: Finding) -> str:
    """What the button says that takes the change a finding offers."""
    if finding.respelling:
        return f"全报告{finding.respelling[0].advice}"
    number = finding.rewording.number if finding.rewording else to_text(finding.suggestions[0].new)
    return f"改为 {number}"


def _face(finding: Finding) -> tuple[str, ...]:
    """What a card says of a finding."""
    change = _change_of(finding) if finding.can_be_mended else ""
    return (finding.standing, finding.code, finding.message, finding.explanation, finding.lapsed, change)


class FindingCard(Card):
    """A finding about words, with what can be done: go there, take a suggestion, explain.

    Signals: `jump(Finding)`, `apply(Finding)` to take its suggestion or rewording, `explain(Finding)`.
    """

    jump = Signal(object)
    apply = Signal(object)
    explain = Signal(object)

    def __init__(self, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.finding = finding
        self._face = _face(finding)
        self._mark = QLabel(self)
        self._draw()
        words = QLabel(f"{finding.standing} {finding.code}", self)
        head = QHBoxLayout()
        head.setSpacing(SPACE - 2)
        head.addWidget(self._mark)
        head.addWidget(words, 1)
        self.column.addLayout(head)
        self._add_words(finding.message)
        if finding.explanation:
            self._add_words(f"已说明：{finding.explanation}")
        if finding.can_be_mended:
            self._add_row(self._button(_change_of(finding), self._apply))
        buttons = [self._button("看原文", self._jump)]
        if explaining := words_to_explain(finding):
            buttons.append(self._button(explaining, self._explain))
        self._add_row(*buttons)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the mark in the colour of another look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw()

    def _draw(self) -> None:
        look = look_of_finding(self.finding, theme())
        self._mark.setPixmap(picture(look.icon, look.ink, scaled(_MARK)))

    def says(self, finding: Finding) -> bool:
        """Whether the card reads as one for this finding would."""
        return self._face == _face(finding)

    def _add_words(self, words: str) -> None:
        self.column.addWidget(wrapping(words, self, words=words))

    def _add_row(self, *buttons: QPushButton) -> None:
        row = QHBoxLayout()
        row.setSpacing(SPACE - 2)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)

    def _button(self, words: str, slot: object) -> QPushButton:
        button = Button(words, self)
        button.setProperty("small", "true")
        button.setAccessibleName(f"{words}：{self.finding.message}")
        button.clicked.connect(slot)
        return button

    def _jump(self) -> None:
        self.jump.emit(self.finding)

    def _apply(self) -> None:
        self.apply.emit(self.finding)

    def _explain(self) -> None:
        self.explain.emit(self.finding)
