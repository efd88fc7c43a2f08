"""The list of 意见 beside the findings, and the line to write one in."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from model.days import today
from model.report import Change, SlotKind
from model.review.remarks import Place, Remark, added, place_words, remarks_of, removed, turned
from ui.desk.session import Session
from ui.findings.writing_line import WritingLine
from ui.look.elided import ElidedLabel, KeysLine
from ui.look.icons import icon
from ui.look.keyboard import give_keyboard, has_keyboard
from ui.look.style import SPACE, theme
from ui.look.tab_order import follow_one_another
from ui.look.text_line import TextLine

_KEYS: Final = "Enter 前往　　空格 已改　　Delete 删除"
_REMARK: Final = Qt.ItemDataRole.UserRole
_ICON: Final = 14
_WHO_WIDTH: Final = 8
"""Characters of a name that can be seen whole."""


class RemarksPanel(QWidget):
    """Shows the 意见 of the session's report; it is in sight while there are any, or one is being written.

    Signals: `jump(Remark)` when the clerk goes to one's place; `said(str)` a line for the status bar.
    """

    jump = Signal(object)
    said = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._frame = QFrame(self)
        self._frame.setObjectName("findings")
        self._title = QLabel(self)
        self._title.setObjectName("partHeading")
        self.list = RemarksList(self)
        self.line = RemarkLine(self)
        self._lay_out()
        self.list.jump.connect(self._go)
        self.list.turn.connect(self._turn)
        self.list.remove.connect(self._remove)
        self.line.given.connect(self._add)
        self.line.left.connect(self.refresh)
        session.changed.connect(self._changed)
        session.checked.connect(self._follow_look)
        session.report_switched.connect(self._switched)
        session.typing_due.connect(self.line.take)
        self.hide()
        self.refresh()

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """The 意见 shown: those still open first, each kind in the order in which they were made."""
        return tuple(sorted(remarks_of(self._session.report), key=_is_done))

    def refresh(self) -> None:
        """Show the 意见 of the report as it now is."""
        remarks = self.remarks
        waiting = sum(not remark.done for remark in remarks)
        self._title.setText(f"意见　待改 {waiting}" if remarks else "意见")
        self.list.show_remarks(remarks, [self._words(remark) for remark in remarks])
        self._keys.setVisible(bool(remarks) and self.line.isHidden())
        self.setVisible(bool(remarks) or not self.line.isHidden())

    def ask(self, place: Place) -> None:
        """Open the line for a new 意见 about a place."""
        if self._session.locks(SlotKind.REMARK):
            self.said.emit(self._session.refusal.message)
            return
        who = next((remark.who for remark in reversed(remarks_of(self._session.report)) if remark.who), "")
        self.line.ask(place, place_words(self._session.report, place), who)
        self.refresh()
        give_keyboard(self.line.edit)

    def step(self) -> None:
        """Go to the next 意见 that is still open, from the one selected on."""
        waiting = [n for n, remark in enumerate(self.remarks) if not remark.done]
        if not waiting:
            self.said.emit("没有待改的意见；Ctrl+Alt+M 提意见")
            return
        now = self.list.currentRow()
        self.list.setCurrentRow(next((n for n in waiting if n > now), waiting[0]))
        self._go(self.remarks[self.list.currentRow()])

    def turn_current(self) -> None:
        """Make 已改 of the 意见 selected, or 待改 again."""
        remark = self.list.current
        if remark is not None:
            self._turn(remark)
        else:
            self.said.emit("请先选一条意见（Ctrl+F8）")

    def take_keyboard(self) -> None:
        """Put the keyboard into the list."""
        if self.list.count() and self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        if self.list.count():
            give_keyboard(self.list)
        else:
            self.said.emit("还没有意见；Ctrl+Alt+M 提意见")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(SPACE + 4, SPACE // 2 + 2, SPACE, SPACE // 2 + 2)
        head.addWidget(self._title)
        head.addSpacing(SPACE)
        self._keys = KeysLine("按键提示", self)
        self._keys.setText(_KEYS)
        self._keys.setObjectName("pageNote")
        self._keys.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._keys, 1)
        column = QVBoxLayout(self._frame)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 2 * SPACE, SPACE)
        outer.addWidget(self._frame)

    def _words(self, remark: Remark) -> str:
        place = place_words(self._session.report, remark.place)
        said = f"{remark.who}：{remark.text}" if remark.who else remark.text
        return "　".join(filter(None, (remark.state, said, f"〔{place}〕", remark.when)))

    def _go(self, remark: Remark) -> None:
        self.jump.emit(remark)

    def _turn(self, remark: Remark) -> None:
        if self._may_edit():
            self._session.edit(turned(remark), "意见待改" if remark.done else "意见已改")

    def _remove(self, remark: Remark) -> None:
        if self._may_edit():
            self._session.edit(removed(remark), "删除意见")
            self.said.emit("意见已删除，可用 Ctrl+Z 撤销")

    def _add(self, place: Place, who: str, text: str) -> None:
        settings = added(self._session.report, place, text, who=who, when=today().isoformat())
        if settings and self._may_edit():
            self._session.edit(settings, "提意见")
            self.said.emit("意见已记下；改好后选中它，按空格")

    def _may_edit(self) -> bool:
        if self._session.locks(SlotKind.REMARK):
            self.said.emit(self._session.refusal.message)
        return not self._session.locks(SlotKind.REMARK)

    def _changed(self, change: Change) -> None:
        """What a place is called may follow a heading; a 意见 is a slot of its own."""
        kinds = {slot.kind for slot in change.slots}
        if kinds & {SlotKind.REMARK, SlotKind.HEADING, SlotKind.ORDER}:
            self.refresh()

    def _follow_look(self) -> None:
        self.list.follow_look()

    def _switched(self) -> None:
        self.line.hide()
        self.list.setCurrentRow(-1)
        self.refresh()


class RemarksList(QListWidget):
    """Signals, each with a Remark: `jump` on a click or Enter, `turn` with the space bar, `remove` with Delete."""

    jump = Signal(object)
    turn = Signal(object)
    remove = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink = ""
        self.setAccessibleName("意见")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setIconSize(QSize(_ICON, _ICON))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._clicked)

    @property
    def current(self) -> Remark | None:
        """The 意见 that is selected."""
        item = self.currentItem()
        remark = item.data(_REMARK) if item is not None else None
        return remark if isinstance(remark, Remark) else None

    def show_remarks(self, remarks: tuple[Remark, ...], words: list[str]) -> None:
        """Show other 意见; the one selected stays so."""
        before = self.current
        row = self.currentRow()
        self.clear()
        for remark, line in zip(remarks, words, strict=True):
            item = QListWidgetItem(_icon(remark), line, self)
            item.setData(_REMARK, remark)
            item.setToolTip(line)
        keys = [remark.key for remark in remarks]
        if before is not None:
            kept = keys.index(before.key) if before.key in keys else min(row, len(keys) - 1)
            self.setCurrentRow(kept)

    def follow_look(self) -> None:
        """Paint the icons in the colours of the window's look, where it has changed."""
        if self._ink != theme().explain:
            self._ink = theme().explain
            for row in range(self.count()):
                self.item(row).setIcon(_icon(self.item(row).data(_REMARK)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Space and Delete do what can be done with the 意见 selected."""
        deeds = {
            Qt.Key.Key_Return: self.jump,
            Qt.Key.Key_Enter: self.jump,
            Qt.Key.Key_Space: self.turn,
            Qt.Key.Key_Delete: self.remove,
        }
        deed = deeds.get(Qt.Key(event.key()))
        if deed is None or self.current is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            deed.emit(self.current)

    def _clicked(self) -> None:
        if self.current is not None:
            self.jump.emit(self.current)


class RemarkLine(WritingLine):
    """A line in the panel to write a 意见 in. Signals: `given(Place, str, str)` with who says it and the words."""

    given = Signal(object, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("意见", "记下", "怎样改，例如：请与台账核对；写具体些", parent)
        self._place: Place | None = None
        self._subject = ElidedLabel(self)
        self.who = TextLine(self)
        self.who.setAccessibleName("提出人")
        self.who.setPlaceholderText("提出人")
        self.who.setMaximumWidth(_WHO_WIDTH * self.fontMetrics().horizontalAdvance("三"))
        self.who.returnPressed.connect(self.give)
        row = QHBoxLayout()
        row.addWidget(self.who, 1)
        row.addStretch()
        row.addWidget(self._save)
        row.addWidget(self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE + 4, SPACE // 2, SPACE, SPACE // 2)
        column.setSpacing(SPACE // 2)
        column.addWidget(self._subject)
        column.addWidget(self.edit)
        column.addLayout(row)
        follow_one_another(self.edit, self.who, self._save, self._cancel)
        self.hide()

    def ask(self, place: Place, words: str, who: str) -> None:
        """Open the line for a place, as it is called in `words`; `who` made the last one."""
        if not self.isHidden() and place == self._place:
            return  # it is being written already
        self.take()
        self._place = place
        self._subject.setText(words)
        self.who.setText(self.who.text() or who)
        self.edit.clear()
        if self.isHidden():
            self.asked.emit()
        self.show()

    @property
    def is_written_in(self) -> bool:
        """Whether there are words."""
        return not self.isHidden() and bool(self.edit.text().strip())

    def give(self) -> None:
        """Give the words, and put the line away."""
        place, self._place = self._place, None
        if place is not None:
            self.given.emit(place, self.who.text(), self.edit.text())
        self.leave()

    def leave(self) -> None:
        """Put the line out of sight."""
        had_keyboard = has_keyboard(self)
        self.hide()
        self.left.emit(had_keyboard)


def _icon(remark: Remark) -> QIcon:
    return icon("done", theme().good) if remark.done else icon("pencil", theme().explain)


def _is_done(remark: Remark) -> bool:
    return remark.done
