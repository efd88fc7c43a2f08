"""The page 上报前检查: how far the report is on its way, what still lies before it, and what was changed after signing."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from export.products import CORRECTION
from model.days import today
from model.deeds import TYPED_DEEDS
from model.report import SIGNED_KINDS, Report, Slot, SlotKind, SlotValue
from model.review.corrections import as_signed, opening, past_corrections, went_out
from model.review.submission import Facts, Matter, matters_of, summary_of
from model.stages import NOW, Stage, stage_of
from ui.desk.desk import Desk
from ui.desk.settings import Settings
from ui.desk.tool_page import ToolPage
from ui.look.buttons import Button
from ui.look.fonts import scaled
from ui.look.keyboard import give_keyboard
from ui.look.page_head import PageHead
from ui.look.scrolling import scrolled
from ui.look.style import SPACE
from ui.look.tab_order import follow_one_another
from ui.report.field_edit import DayEdit, FieldEdit
from ui.tools.compare_view import CompareView
from ui.tools.past_corrections import PastCorrections
from ui.tools.submission_line import LineButton

_WIDTH: Final = 900
_HEIGHT: Final = 300
"""Of the list of corrections with a text below, at the usual size of letters."""
_DAY_OF: Final = {
    Stage.SIGNED: "signed.day",
    Stage.FILED: "filed.day",
    Stage.PUBLISHED: "published.day",
}
"""The day that is noted, where none is, when a report comes to a stage."""


class SubmissionPage(ToolPage):
    """Everything between the session's report and handing it in; each line leads to its place."""

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(desk, settings, parent)
        self._session = desk.session
        self._head = PageHead("上报前检查", self)
        self.stages = StageRow(self)
        self.stages.chosen.connect(self.take_stage)
        self.correct_button = Button("更正", self)
        self.correct_button.setAccessibleName("更正：打开已签的报告修改")
        self.correct_button.setToolTip("打开已签的报告修改；改动会列出，供写更正说明")
        self.correct_button.clicked.connect(self.correct)
        self.fields = {
            field.name: (DayEdit if field.is_day else FieldEdit)(
                self._session, field.name, field.words, self, SlotKind.DEED
            )
            for field in TYPED_DEEDS
        }
        self.lines: dict[str, LineButton] = {}
        self._line_places = QVBoxLayout()
        self.changes = CorrectionsList(self)
        self.changes.wanted.connect(self.place_wanted)
        self.changes.export_wanted.connect(self._export_corrections)
        self.past = PastCorrections(self)
        self._lay_out()
        self._session.checked.connect(self._follow)
        self._session.file_changed.connect(self._follow)
        self._session.protection_changed.connect(self._follow)
        desk.saved.connect(self._follow)
        self._show()
        follow_one_another(
            *self.stages.buttons.values(),
            self.correct_button,
            *self.lines.values(),
            *self.fields.values(),
            self.changes.export_button,
            self.changes.view.tree,
        )

    def load(self) -> None:
        """Show the report as it is now, with the keyboard on what is to be done next."""
        for field in TYPED_DEEDS:
            self.fields[field.name].setPlaceholderText(field.hint.format(next=self._session.report.year + 1))
        self._show()
        waiting = [line for line in self.lines.values() if line.is_open]
        give_keyboard(next(iter(waiting or self.lines.values())))

    def take_stage(self, stage: Stage) -> None:
        """Bring the report to a stage as one undoable step, with today as its day where none was given."""
        self._session.take_typing()
        report = self._session.report
        settings: list[tuple[Slot, SlotValue]] = [
            (Slot(SlotKind.STAGE, NOW), None if stage is Stage.DRAFT else stage.value)
        ]
        day = Slot(SlotKind.DEED, _DAY_OF.get(stage, ""))
        if day.key and not report.get(day.kind, day.key):
            settings.append((day, today().isoformat()))
        self._session.edit(settings, stage.words)
        left = "" if self._session.outcome.ready else f"；检查结论：{self._session.outcome.verdict}"
        protected = "，内容已受保护" if stage.signed else ""
        self.said.emit(f"状态：{stage.words}{protected}{left}。可用“撤销”取消")

    def correct(self) -> None:
        """Open a signed report again as one undoable step; what changes from now on is listed."""
        self._session.take_typing()
        self._session.edit(opening(self._session.report, today()), "更正")
        self.said.emit("已可修改；改动会列在本页下方，改好后请重新送签")
        give_keyboard(self.fields["corrected.why"])

    def event(self, event: QEvent) -> bool:
        """Look again when the page comes back into sight."""
        if event.type() == QEvent.Type.Show:
            self._show()
        return super().event(event)

    def _follow(self) -> None:
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        report, read_only = self._session.report, self._session.file_read_only
        saved = None if self._desk.path is None else not self._session.dirty
        matters = matters_of(Facts(report, self._session.outcome, saved))
        self._show_matters(matters)
        self._head.set_note(summary_of(matters), self._session.outcome.verdict)
        self.stages.show_stage(report.stage, writable=not read_only)
        self.correct_button.setEnabled(report.stage.signed and not read_only)
        for edit in self.fields.values():
            if not edit.hasFocus():
                edit.reload()
        signed = as_signed(report)
        opened = signed is not None
        for name in ("corrected.day", "corrected.why"):
            self.fields[name].setVisible(opened)
            self._labels[name].setVisible(opened)
        self.changes.setVisible(opened)
        if signed is not None:
            self.changes.show_corrections(signed, report)
        self.past.show_corrections(past_corrections(report))

    def _show_matters(self, matters: Iterable[Matter]) -> None:
        for matter in matters:
            if matter.id not in self.lines:
                self.lines[matter.id] = button = LineButton(self)
                button.wanted.connect(self._lead)
                self._line_places.addWidget(button)
            self.lines[matter.id].show_matter(matter)

    def _lead(self, place: object) -> None:
        """Go to the place of a line; what was done with the report is entered on this page."""
        if isinstance(place, Slot) and place.kind is SlotKind.DEED:
            give_keyboard(self.fields[place.key])
        else:
            self.place_wanted.emit(place)

    def _export_corrections(self) -> None:
        self.export_wanted.emit(CORRECTION)

    def _lay_out(self) -> None:
        page = scrolled(self, "上报前检查", scaled(_WIDTH))
        page.setSpacing(SPACE + 2)
        page.addWidget(self._head)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self.stages)
        row.addWidget(self.correct_button)
        row.addStretch(1)
        page.addLayout(row)
        self._line_places.setContentsMargins(SPACE // 2, SPACE // 2, SPACE // 2, SPACE // 2)
        self._line_places.setSpacing(0)
        page.addWidget(_card(self._line_places, self))
        page.addWidget(_card(self._field_grid(), self))
        page.addWidget(self.changes)
        page.addWidget(self.past)
        page.addStretch(1)

    def _field_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(2 * SPACE, SPACE + 4, 2 * SPACE, SPACE + 4)
        grid.setHorizontalSpacing(SPACE + 2)
        grid.setVerticalSpacing(SPACE - 2)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 2)
        self._labels: dict[str, QLabel] = {}
        for field, (across, down) in zip(TYPED_DEEDS, _PLACES, strict=True):
            label = QLabel(field.words, self)
            label.setObjectName("fieldLabel")
            label.setBuddy(self.fields[field.name])
            self._labels[field.name] = label
            grid.addWidget(label, down, across, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(self.fields[field.name], down, across + 1)
        return grid


_PLACES: Final = ((0, 0), (2, 0), (0, 1), (0, 2), (2, 2), (0, 3), (2, 3))
"""Column and row of each field that is typed: days at the left, the rest at the right."""


class StageRow(QWidget):
    """The stages as buttons beside each other. Signal: `chosen(Stage)`; what is shown changes only with the report."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE // 2)
        self.buttons: dict[Stage, Button] = {}
        for stage in Stage:
            button = Button(stage.words, self)
            button.setCheckable(True)
            button.setObjectName(stage.value)
            button.clicked.connect(self._choose)
            self.buttons[stage] = button
            row.addWidget(button)
        self._now = Stage.DRAFT

    def show_stage(self, now: Stage, *, writable: bool) -> None:
        """Mark the stage; of a signed report only 更正 leads back."""
        self._now = now
        for stage, button in self.buttons.items():
            button.setChecked(stage is now)
            button.setEnabled(writable and (stage.signed or not now.signed))
            button.setAccessibleName(f"报告状态：{stage.words}{'（现在）' if stage is now else ''}")

    def _choose(self) -> None:
        stage = stage_of(self.sender().objectName())
        for each, button in self.buttons.items():
            button.setChecked(each is self._now)
        if stage is not self._now:
            self.chosen.emit(stage)


class CorrectionsList(QWidget):
    """What was changed since the report went out, old beside new. Signals: `wanted(Slot)` to go to a place; `export_wanted()`."""

    wanted = Signal(object)
    export_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel(self)
        self._title.setObjectName("partHeading")
        self.export_button = Button("导出更正说明…", self)
        self.export_button.setAccessibleName("导出更正说明")
        self.export_button.clicked.connect(self.export_wanted)
        self.view = CompareView(self)
        self.view.chosen.connect(self.wanted)
        self.view.setMinimumHeight(scaled(_HEIGHT))
        row = QHBoxLayout()
        row.addWidget(self._title, 1)
        row.addWidget(self.export_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.view)

    def show_corrections(self, signed: Report, now: Report) -> None:
        """List the places in which a report differs from what was signed, and published or filed as well."""
        since = went_out(signed)
        count = self.view.compare(signed, now, (f"{since}时", "现在"), kinds=SIGNED_KINDS)
        self._title.setText(f"{since}后的改动（{count} 处）" if count else f"{since}后还没有改动")
        self.view.tree.setAccessibleName(f"{since}后的改动")
        self.export_button.setEnabled(bool(count))
        self.view.setVisible(bool(count))


def _card(content: QGridLayout | QVBoxLayout, parent: QWidget) -> QFrame:
    card = QFrame(parent)
    card.setObjectName("card")
    card.setLayout(content)
    return card
