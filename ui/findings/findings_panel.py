"""The panel below the page: how many findings of each level, the list of them, and the place to write a 说明."""

from collections import Counter
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from model.explanations import can_be_explained, explain
from model.findings import Finding, said
from model.levels import Level
from model.outcome import Outcome
from ui.desk.pages import pages_of
from ui.desk.session import Session
from ui.findings.explanation_line import ExplanationLine
from ui.findings.findings_head import FindingsHead
from ui.findings.findings_list import FindingsList, row_height
from ui.findings.findings_model import Row, RowKind, as_text, listed, rows_of
from ui.findings.level_filters import LevelFilters
from ui.findings.room import HEIGHT
from ui.look.buttons import Button
from ui.look.elided import ElidedLabel
from ui.look.fonts import scaled
from ui.look.keyboard import give_keyboard
from ui.look.style import SPACE, theme

_NOTHING_SELECTED: Final = "请先选一条检查结果（F8）"
_KEYS: Final = "F8 下一处　　Enter 前往　　Alt+Enter 采纳建议"


class FindingsPanel(QWidget):
    """Shows the session's findings; its height is the clerk's choice, whatever there is to show.

    Signals: `jump(Finding)` when the clerk goes to a finding's place; `said(str)` a line for the status bar;
    `room_wanted()` when the list was gone to and is folded to its head; `passed()` when there is nothing to do about
    what was gone to: its words need not stay selected.
    """

    jump = Signal(object)
    said = Signal(str)
    room_wanted = Signal()
    passed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._height = scaled(HEIGHT)
        self._frame = QFrame(self)
        self._frame.setObjectName("findings")
        self.filters = LevelFilters(self)
        self._page = ""
        self._shown: tuple[object, ...] = ()
        self._outcome = Outcome(())
        self.list = FindingsList(self)
        self._nothing = ElidedLabel(self)
        self._nothing.setObjectName("pageNote")
        self._nothing.setAccessibleName("没有检查结果")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._nothing.setContentsMargins(SPACE + 4, SPACE // 2, SPACE, 0)
        self.explanation = ExplanationLine(self)
        self._slot = QStackedLayout()
        self._lay_out()
        self.list.jump.connect(self._jump)
        self.list.act.connect(self._act)
        self.filters.chosen.connect(self._filter_chosen)
        self.explanation.given.connect(self._explained)
        self.explanation.asked.connect(self._bring_line)
        self.explanation.left.connect(self._put_away)
        session.checked.connect(self.refresh)
        session.report_switched.connect(self._switched)
        session.typing_due.connect(self.explanation.take)
        if session.is_checked:
            self.refresh(session.outcome)
        else:
            self._show_rows(())

    def refresh(self, outcome: Outcome) -> None:
        """Show what a check has found; after most keys that is what was found before, somewhere else."""
        self._outcome = outcome
        only = self.filters.only
        shown = (theme(), said(outcome.findings), only, pages_of(self._session.report))
        if shown == self._shown:
            self.list.move_rows(self._rows)
            return
        self._shown = shown
        counts = Counter(finding.level for finding in listed(outcome, Level))
        self.filters.show_counts(outcome.counts)
        rows = self._rows()
        self._show_other_rows(rows)
        hidden = sum(counts.values()) - counts[only] if only is not None else 0
        self._nothing.setText(_nothing_words(outcome) if not hidden else f"另有 {hidden} 条未显示")
        explained = f"已说明 {len(outcome.explained)}" if outcome.explained else ""
        left_out = f"只看{only.word}，另有 {hidden} 条未显示" if only is not None and hidden else ""
        self._head.say("　　".join(filter(None, (explained, left_out))), _KEYS if rows else "")

    def _rows(self) -> tuple[Row, ...]:
        return rows_of(self._session.report, self._outcome, self.filters.levels)

    def _show_other_rows(self, rows: tuple[Row, ...]) -> None:
        """Show other rows; where the page's findings were in sight, they stay so."""
        before = self._first_of_page()
        led = before < 0 or self.list.shows(before)
        self._show_rows(rows)
        if led and self.list.current is None and not self.list.shows(self._first_of_page()):
            self.list.bring(self._first_of_page())

    def _show_rows(self, rows: tuple[Row, ...]) -> None:
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self._fit_nothing()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say that there is nothing only where a line has room below the head."""
        super().resizeEvent(event)
        self._fit_nothing()

    def _fit_nothing(self) -> None:
        room = self.height() - self.minimumSizeHint().height()
        is_told = room >= self._nothing.sizeHint().height()
        self._nothing.setVisible(not self.list.rows and is_told)

    @property
    def open_height(self) -> int:
        """The height that the clerk has chosen; dragged down to its head, the list is folded."""
        return self._height

    @open_height.setter
    def open_height(self, height: int) -> None:
        if height >= self.minimumSizeHint().height():
            self._height = height

    @property
    def least_open(self) -> int:
        """The height at which one row of the list is in sight, in the letters and frames of the look."""
        frame = self.list.contentsMargins()
        return self.minimumSizeHint().height() + frame.top() + frame.bottom() + row_height(self.list)

    def unfold(self) -> None:
        """Make room for the list where it is folded to its head: it was gone to."""
        if self._height < self.least_open:
            self._height = scaled(HEIGHT)
            self.room_wanted.emit()

    def step(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) finding that asks for something, from the page in sight on."""
        self.unfold()
        if self.list.current is None:
            self.list.stand_before(self._first_of_page(), direction)
        row, around = self.list.step(direction)
        if row is None:
            self.said.emit(
                "没有检查出问题" if not self._session.outcome.blanks else "没有问题；F7 到下一个未填的格"
            )
            return
        self._jump(row)
        if around:
            self.said.emit("已到最后一处，从头开始" if direction > 0 else "已到第一处，从末尾开始")

    def take_keyboard(self) -> None:
        """Put the keyboard into the list, on what is selected or on the first finding of the page in sight."""
        self.unfold()
        if self.list.current is None:
            self.list.select_row(self._first_of_page())
        give_keyboard(self.list)

    def bring_page(self, page: str) -> None:
        """Scroll to the findings of a page that has come into sight; what is selected there stays selected, and in sight."""
        self._page = page
        current = self.list.current
        if current is None or not _is_on(current, page):
            self.list.clear_selected()
            self.list.bring(self._first_of_page())
        else:
            self.list.scrollTo(self.list.currentIndex())

    def go_to(self, finding: Finding) -> None:
        """Select a finding and go to its place, whatever is shown alone."""
        self.unfold()
        if finding.level not in self.filters.levels:
            self.filters.show_all()
            self.refresh(self._session.outcome)
        self.list.select_finding(finding)
        self.jump.emit(finding)

    def _first_of_page(self) -> int:
        return next((n for n, row in enumerate(self.list.rows) if _is_on(row, self._page)), -1)

    def apply_current(self) -> None:
        """Take the first suggestion of the selected finding, or its rewording."""
        row = self.list.current
        finding = row.finding if row is not None else None
        if row is None or finding is None or not finding.can_be_mended:
            self.said.emit("所选的检查结果没有修改建议" if finding is not None else _NOTHING_SELECTED)
            return
        if self._session.read_only:
            self._session.refuse()
            return
        self._session.mend(finding, row.suggestion)
        self.said.emit("已采纳建议，可用 Ctrl+Z 撤销")

    def explain_current(self) -> None:
        """Open the line to explain the selected finding in."""
        row = self.list.current
        if row is None or row.finding is None:
            self.said.emit(_NOTHING_SELECTED)
        else:
            self.explain_finding(row.finding)

    def explain_finding(self, finding: Finding) -> None:
        """Open the line to explain a finding in."""
        if not can_be_explained(finding.level):
            self.said.emit(
                f"{finding.level.word}不用说明"
                if finding.level is not Level.ERROR
                else "错误必须改正，不能说明"
            )
            self.passed.emit()
            return
        if self._session.read_only:
            self._session.refuse()
            return
        self.unfold()
        self.list.select_finding(finding)
        self.explanation.ask(finding, finding.explanation or finding.lapsed, len(self._alike(finding)))

    def copy_all(self) -> None:
        """Copy all findings as text."""
        QGuiApplication.clipboard().setText(as_text(self._session.report, self._session.outcome))
        self.said.emit("已复制全部检查结果")

    def _lay_out(self) -> None:
        copy = Button("复制全部", self)
        copy.setProperty("small", "true")
        copy.setAccessibleName("复制全部检查结果")
        copy.setToolTip("Ctrl+Shift+C")
        copy.clicked.connect(self.copy_all)
        self._head = FindingsHead(self.filters, copy, self)
        column = QVBoxLayout(self._frame)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        # The line to write in takes the head's place: the list below it stays where it is.
        for line in (self._head, self.explanation):
            self._slot.addWidget(line)
        column.addLayout(self._slot)
        for body in (self.list, self._nothing):
            body.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
            column.addWidget(body, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(2 * SPACE, 0, 2 * SPACE, SPACE)
        outer.addWidget(self._frame)

    def _filter_chosen(self) -> None:
        self.unfold()
        self.refresh(self._session.outcome)

    def _switched(self) -> None:
        self._slot.setCurrentWidget(self._head)
        self.refresh(self._session.outcome)

    def _jump(self, row: Row) -> None:
        if row.finding is not None:
            self.jump.emit(row.finding)

    def _act(self, row: Row) -> None:
        if row.kind is RowKind.SUGGESTION:
            self.list.select_row(self.list.rows.index(row))
            self.apply_current()
        elif row.finding is not None:
            self.explain_finding(row.finding)

    def _alike(self, finding: Finding) -> tuple[Finding, ...]:
        """The other findings of the same rule that still wait for a 说明."""
        return tuple(
            other
            for other in self._session.outcome.findings
            if other.code == finding.code and other.subject != finding.subject and not other.explanation
        )

    def _explained(self, finding: Finding, text: str, all_alike: bool) -> None:
        told = (finding, *self._alike(finding)) if all_alike else (finding,)
        settings = [setting for each in told for setting in explain(self._session.report, each, text)]
        self._session.edit(settings, "填写说明")
        many = f"{len(told)} 处" if len(told) > 1 else ""
        self.said.emit(f"{many}说明已保存；所涉数字改动后需要重新说明" if text.strip() else "说明已取消")

    def _bring_line(self) -> None:
        self._slot.setCurrentWidget(self.explanation)

    def _put_away(self) -> None:
        """Show the head again; what is typed next must not replace the words that were explained."""
        self._slot.setCurrentWidget(self._head)
        self.passed.emit()


def _is_on(row: Row, page: str) -> bool:
    return row.finding is not None and row.finding.page == page


def _nothing_words(outcome: Outcome) -> str:
    if outcome.blanks:
        return "已填的部分没有检查出问题"
    return "没有检查出问题，可以导出上报"
