"""The first page: whose report it is and on which year, whom to ask, when it is due, and the preamble."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from model.office_fields import FIELD_WORDS, LEVELS, OFFICE_FIELDS, missing_of
from model.preamble import deadline_of, level_of, period_of
from model.report import Change, Slot, SlotKind
from model.review.remarks import Place
from model.sections import PREAMBLE
from ui.desk.pages import Found, Page, PageSpec
from ui.desk.session import Session
from ui.look.buttons import Button
from ui.look.elided import ElidedLabel
from ui.look.keyboard import give_keyboard
from ui.look.page_head import PageHead
from ui.look.scrolling import scrolled
from ui.look.style import SPACE
from ui.look.tab_order import follow_one_another
from ui.report.field_edit import DayEdit, FieldEdit
from ui.report.paired_fields import PairedFields

if TYPE_CHECKING:
    from model.findings import Finding
    from ui.prose.section_editor import SectionEditor

_FIELDS: Final = tuple(field for field in OFFICE_FIELDS if field.name not in ("year", "level"))
"""What has a line of its own; year and kind of office are chosen."""


class CoverPage(Page):
    """The page 封面与引言. The text of the preamble follows the fields: it takes as long to make as they do together."""

    def __init__(self, session: Session, spec: PageSpec, parent: QWidget | None = None) -> None:
        super().__init__(session, spec, parent)
        self._column = scrolled(self, spec.heading)
        content = self._column.parentWidget()
        self._head = PageHead(spec.heading, content)
        self._card = PairedFields(content)
        self.fields = {
            field.name: (DayEdit if field.is_day else FieldEdit)(session, field.name, field.words, self._card)
            for field in _FIELDS
        }
        self.levels = QButtonGroup(self)
        self._year = QLabel(self._card)
        self._year.setAccessibleName("报告年度")
        self._period = QLabel(self._card)
        self._period.setAccessibleName("统计期限")
        self._editor: SectionEditor | None = None
        self._text = QVBoxLayout()
        self._state = ElidedLabel(content)
        self._state.setObjectName("pageNote")
        self._state.setAccessibleName("引言的来历")
        self.redraft_button = Button("恢复自动拟写", content)
        self.redraft_button.setAccessibleName("恢复自动拟写的引言")
        self.redraft_button.clicked.connect(self.redraft)
        self._lay_out()
        session.changed.connect(self._changed)
        self._show_report()

    def load(self) -> None:
        """Show the session's report anew."""
        for field in self.fields.values():
            field.reload()
        if self._editor is not None:
            self._editor.reload()
        self._show_report()

    @property
    def editor(self) -> "SectionEditor":
        """The text of the preamble; it is made when it is first asked for."""
        return self._editor or self._make_editor()

    def complete(self) -> None:
        """Make the text of the preamble, unless something has asked for it already."""
        if self._editor is None:
            self._make_editor()

    def enter(self) -> None:
        """Put the cursor into the first field that must be filled in and is empty, else into the first that may be."""
        missing = [name for name in missing_of(self.session.report.field) if name in self.fields]
        empty = [name for name, field in self.fields.items() if not field.text() and name != "title"]
        give_keyboard(self.fields[next(iter([*missing, *empty]), "office")])

    def show_finding(self, finding: "Finding") -> None:
        """Go to the words of the preamble or to the field that a finding speaks of."""
        if finding.spot is not None and finding.spot.section == PREAMBLE:
            self.editor.show_spot(finding.spot)
        elif finding.page == PREAMBLE:
            give_keyboard(self.editor)
        else:
            told = next(
                (n for n, f in self.fields.items() if finding.quote and f.text() == finding.quote), "office"
            )
            give_keyboard(self.fields["date" if finding.code == "S9" else told])

    def show_found(self, found: Found) -> None:
        """Mark the words of the preamble that are looked for."""
        if found.spots or self._editor is not None:
            self.editor.show_found(found.spots)

    def show_slot(self, slot: Slot) -> None:
        """Go to the field that has changed."""
        if slot.kind is SlotKind.FIELD and slot.key in self.fields:
            give_keyboard(self.fields[slot.key])
        elif slot.key == PREAMBLE:
            give_keyboard(self.editor)

    @property
    def place(self) -> Place:
        """The paragraph of the preamble under the cursor, or the page."""
        in_text = self._editor is not None and self._editor.hasFocus()
        return self.editor.place if in_text else super().place

    def redraft(self) -> None:
        """Let the program draft the preamble again; undo brings the clerk's own back."""
        if self.session.read_only:
            self.session.refuse()
        else:
            self.session.edit([(Slot(SlotKind.TEXT, PREAMBLE), None)], "恢复自动拟写")

    def _lay_out(self) -> None:
        page = self._column
        page.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, SPACE)
        page.setSpacing(SPACE + 2)
        page.addWidget(self._head)
        self._lay_out_card()
        page.addWidget(self._card)
        row = QHBoxLayout()
        title = QLabel("引言", page.parentWidget())
        title.setObjectName("partHeading")
        row.addWidget(title)
        row.addWidget(self._state, 1)
        row.addWidget(self.redraft_button)
        page.addLayout(row)
        room = QWidget(page.parentWidget())
        room.setLayout(self._text)
        self._text.setContentsMargins(0, 0, 0, 0)
        page.addWidget(room, 1)

    def _make_editor(self) -> "SectionEditor":
        from ui.prose.section_editor import SectionEditor

        self._editor = made = SectionEditor(self.session, PREAMBLE, self._text.parentWidget())
        made.setAccessibleName("引言")
        made.remark_wanted.connect(self.remark_wanted)
        self._text.addWidget(made)
        # At once, and not with the next event: it may be asked for to go to a place in it.
        made.show()
        self._column.activate()
        QWidget.setTabOrder(self.redraft_button, made)
        return made

    def _lay_out_card(self) -> None:
        self._card.add("报告年度", self._year)
        self._card.add("统计期限", self._period)
        first, *others = _FIELDS
        self._card.add(first.words, self.fields[first.name], is_wide=True)
        self._card.add("机关类别", self._level_choice(), is_wide=True)
        for field in others:
            self._card.add(field.words, self.fields[field.name])
        follow_one_another(self.fields["office"], *self.levels.buttons(), self.fields["title"])

    def _level_choice(self) -> QWidget:
        box = _SideBySide(self._card)
        for number, (level, words) in enumerate(LEVELS.items()):
            button = QRadioButton(words, box)
            button.setObjectName(level)
            button.setAccessibleName(f"机关类别：{words}")
            self.levels.addButton(button, number)
            box.row.addWidget(button)
        box.row.addStretch(1)
        self.levels.idClicked.connect(self._choose_level)
        return box

    def _choose_level(self, number: int) -> None:
        if not self.session.read_only:
            self.session.edit([(Slot(SlotKind.FIELD, "level"), list(LEVELS)[number])], "选择机关类别")

    def _changed(self, change: Change) -> None:
        if any(slot.kind is SlotKind.FIELD or slot.key == PREAMBLE for slot in change.slots):
            self._show_report()

    def _show_report(self) -> None:
        report = self.session.report
        self._year.setText(f"{report.year} 年　{report.form.name}")
        self._period.setText(period_of(report))
        for field in _FIELDS:
            self.fields[field.name].setPlaceholderText(field.hint_in(report.year))
        level = report.field("level") or level_of(report.office)
        for number, name in enumerate(LEVELS):
            button = self.levels.button(number)
            self.levels.setExclusive(False)
            button.setChecked(level == name)
            self.levels.setExclusive(True)
            button.setEnabled(not self.session.read_only)
        missing = "、".join(FIELD_WORDS[name] for name in missing_of(report.field))
        use = f"还需填写：{missing}" if missing else "以下各项用于标题、引言和审签单"
        self._head.set_note(f"应于 {deadline_of(report):%Y-%m-%d} 前报送", use)
        drafted = not report.text(PREAMBLE)
        self._state.setText(
            "由程序按上面各项拟写，随之变化；可直接修改" if drafted else "已单独写定，不再随上面各项变化"
        )
        self.redraft_button.setEnabled(not drafted and not self.session.read_only)


class _SideBySide(QWidget):
    """Its parts stand side by side, or below each other where it is too narrow for that.

    Not a row that wraps: a page whose height follows from its width gives no line less room than it would like.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)

    def minimumSizeHint(self) -> QSize:
        """The widest part alone."""
        least = super().minimumSizeHint()
        widths = (self.row.itemAt(at).sizeHint().width() for at in range(self.row.count()))
        return QSize(max(widths, default=0), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        whole = sum(self.row.itemAt(at).sizeHint().width() + 2 * SPACE for at in range(self.row.count()))
        fits = whole <= self.width()
        self.row.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)
        self.row.setSpacing(2 * SPACE if fits else 2)
