"""A page of prose: the text, beside it what it must cover and what was found, and on demand last year's text."""

from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent, QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSplitter,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from model.findings import Finding
from model.next_year import text_of_last_year
from model.number_fields import expand, mask
from model.outcome import Outcome
from model.prose.passages import size
from model.prose.repeats import repeated
from model.report import Change, Slot, SlotKind
from model.review.remarks import Place
from model.review.word_diff import changed_ranges, word_diff
from ui.desk.pages import OWN_SECTIONS, Found, Page, PageSpec
from ui.desk.session import Session
from ui.look.buttons import Button
from ui.look.fonts import scaled
from ui.look.keyboard import give_keyboard
from ui.look.page_head import PageHead
from ui.look.scrolling import SteadyArea
from ui.look.style import SPACE
from ui.look.word_marks import mark_differing
from ui.prose.draft_panel import DraftPanel
from ui.prose.section_bar import SectionBar
from ui.prose.section_editor import SectionEditor
from ui.prose.side import WIDTH, AspectCard, FindingCard
from ui.prose.text_map import shown_ranges

_MOST_CARDS: Final = 12
_PAUSE: Final = 250
"""Milliseconds after the last edit until the words that differ from last year's are marked anew."""
_CLUES: Final = (12, 6, 4)
"""How many characters of a printed line are looked for: numbers in it may be fields."""


class ProsePage(Page):
    """The page of a section that is words."""

    def __init__(self, session: Session, spec: PageSpec, parent: QWidget | None = None) -> None:
        super().__init__(session, spec, parent)
        self._head = PageHead(spec.heading, self)
        self.section_bar = SectionBar(session, spec.id, self) if session.report.form.free_sections else None
        self.editor = SectionEditor(session, spec.id, self)
        self.editor.setAccessibleName(spec.heading)
        self.editor.cursorPositionChanged.connect(self._tell_place)
        self._last_year = QTextEdit(self)
        self._last_year.setReadOnly(True)
        self._last_year.setAccessibleName("上年的文字")
        self._last_year.setObjectName("lastYear")
        self._last_year.hide()
        self.begin_from_last_year = Button("从上年的文字写起", self)
        self.begin_from_last_year.setAccessibleName("从上年的文字写起")
        self.begin_from_last_year.setToolTip("年份改为本年，数字请逐一核对；可撤销")
        self.begin_from_last_year.setProperty("small", "true")
        self.begin_from_last_year.clicked.connect(self._begin_from_last_year)
        self._head.add(self.begin_from_last_year)
        self.draft_button = Button("按表拟写", self)
        self.draft_button.setAccessibleName("按表拟写")
        self.draft_button.setToolTip("由表中数字拟写依申请公开等段落，或插入常用语（Ctrl+Shift+I）")
        self.draft_button.setProperty("small", "true")
        self.draft_button.clicked.connect(self.offer_drafts)
        self._head.add(self.draft_button)
        self.drafts = DraftPanel(session, self.editor, self)
        self.drafts.inserted.connect(self._drafted)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._mark_differing)
        self._texts = QSplitter(Qt.Orientation.Horizontal, self)
        self._texts.setChildrenCollapsible(False)
        self._texts.addWidget(self.editor)
        self._texts.addWidget(self._last_year)
        self._slot = Slot(SlotKind.TEXT, spec.id)
        self._outdated = False
        self._aspects: AspectCard | None = None
        self._cards: list[FindingCard] = []
        self._side = QVBoxLayout()
        self._lay_out()
        self.editor.remark_wanted.connect(self.remark_wanted)
        session.changed.connect(self._changed)
        session.checked.connect(self._show_findings)
        self.load()

    def load(self) -> None:
        """Show the session's report anew."""
        self.editor.reload()
        self._fill_last_year()
        self._mark_differing()
        self._tell_size()
        self.draft_button.setEnabled(not self.session.read_only)
        self.drafts.hide()
        self._show_findings(self.session.outcome)

    def showEvent(self, event: QShowEvent) -> None:
        """Tell what has changed while the page was out of sight."""
        super().showEvent(event)
        if self._outdated:
            self._outdated = False
            self._tell_size()
            self._show_findings(self.session.outcome)

    def enter(self) -> None:
        """Put the cursor into the text."""
        give_keyboard(self.editor)

    def name_section(self) -> None:
        """Put the cursor into the heading, ready to be typed over."""
        if self.section_bar is not None:
            give_keyboard(self.section_bar.heading)
            self.section_bar.heading.selectAll()

    def offer_drafts(self) -> None:
        """Open the panel of drafted sentences above the text."""
        if self.session.read_only:
            self.session.refuse()
        else:
            self.drafts.open()

    def _drafted(self) -> None:
        self.message.emit("已插入；数字随表格变化，可用 Ctrl+Z 撤销")

    def show_finding(self, finding: Finding) -> None:
        """Select the words that a finding speaks of."""
        if finding.spot and finding.spot.section == self.spec.id:
            self.editor.show_spot(finding.spot)
        else:
            give_keyboard(self.editor)

    @property
    def place(self) -> Place:
        """The paragraph under the cursor."""
        return self.editor.place

    def show_found(self, found: Found) -> None:
        """Mark the words that are looked for."""
        self.editor.show_found(found.spots)

    def drop_selection(self) -> None:
        """Let go of the words that a finding spoke of: what is typed next must not replace them."""
        self.editor.drop_selection()

    def show_slot(self, slot: Slot) -> None:
        """Put the cursor into the text, where the change has left it."""
        give_keyboard(self.editor)
        self.editor.ensureCursorVisible()

    def show_line(self, line: str) -> None:
        """Select the words that the printed line begins with."""
        give_keyboard(self.editor)
        for length in _CLUES:
            self.editor.moveCursor(QTextCursor.MoveOperation.Start)
            if self.editor.find(line[:length]):
                return

    def compare_last_year(self, *, on: bool) -> None:
        """Show or hide last year's text beside this year's."""
        self._last_year.setVisible(on)
        if on:
            self._texts.setSizes([600, 400])
        self._mark_differing()

    def _lay_out(self) -> None:
        section = next((s for s in self.session.report.form.sections if s.id == self.spec.id), None)
        column = QWidget(self)
        column.setObjectName("side")
        column.setLayout(self._side)
        self._side.setContentsMargins(0, 0, 0, 0)
        self._side.setSpacing(SPACE + 2)
        if section and section.aspects:
            self._aspects = AspectCard(section.aspects, section.aspect_help, column)
            self._side.addWidget(self._aspects)
        self._side.addStretch(1)
        scroll = SteadyArea(self)
        scroll.setObjectName("side")
        scroll.setAccessibleName("应写内容与核对结果")
        scroll.setFrameShape(SteadyArea.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(column)
        scroll.setFixedWidth(scaled(WIDTH))
        # Always there: a text that narrows when a finding comes would be set anew under the eyes of whoever writes it.
        row = QHBoxLayout()
        row.setSpacing(SPACE + 4)
        row.addWidget(self._texts, 1)
        row.addWidget(scroll)
        page = QVBoxLayout(self)
        page.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, SPACE)
        page.setSpacing(SPACE + 2)
        page.addWidget(self._head)
        if self.section_bar is not None:
            self.section_bar.added.connect(self.section_added)
            page.addWidget(self.section_bar)
        page.addWidget(self.drafts)
        page.addLayout(row, 1)

    def _fill_last_year(self) -> None:
        before = self.session.last_year
        known = {section.id for section in before.form.sections} if before else set()
        text = expand(before, before.text(self.spec.id)) if before and self.spec.id in known else ""
        self._last_text = text
        self._last_year.setPlainText(text or "文件中没有上年这一部分的文字。")

    def _mark_differing(self) -> None:
        """Mark the words that only one of the years has, while both are in sight and both have a text."""
        report, kept = self.session.report, self.editor.kept
        comparable = not self._last_year.isHidden() and self._last_text.strip() and kept.strip()
        parts = word_diff(self._last_text, expand(report, kept)) if comparable else ()
        gone, come = changed_ranges(parts)
        mark_differing(self._last_year, self._last_text, gone)
        self.editor.mark_differing(shown_ranges(report, kept, come))

    def _text_of_last_year(self) -> str:
        before = self.session.last_year
        return text_of_last_year(before, self.spec.id, self.session.report) if before else ""

    def _begin_from_last_year(self) -> None:
        self.session.edit([(self._slot, self._text_of_last_year())], "带入上年的文字")
        self.message.emit("已带入上年的文字，年份已改；请逐句改写，Ctrl+L 标出改动，Ctrl+Z 撤销")
        give_keyboard(self.editor)

    def _changed(self, change: Change) -> None:
        self._outdated = not self.isVisible()
        if not self._outdated:
            self._tell_size()
        if not self._last_year.isHidden():
            self._pause.start()
        if self.section_bar is not None and any(slot.kind in OWN_SECTIONS for slot in change.slots):
            self.section_bar.load()
            self._head.set_heading(self.section_bar.heading.text())

    def _tell_size(self) -> None:
        text = expand(self.session.report, self.editor.kept)
        writable = not self.editor.kept and not self.session.read_only
        self.begin_from_last_year.setVisible(writable and bool(self._text_of_last_year()))
        aspects = ""
        if self._aspects is not None:
            total = len(self.session.report.form.section(self.spec.id).aspects)
            aspects = f"{total} 个方面写了 {self._aspects.tick(text)} 个"
        section = next((s for s in self.session.report.form.sections if s.id == self.spec.id), None)
        self._head.set_note(
            f"{size(text)} 字",
            self._repeated(),
            aspects,
            section.note if section else "",
            "插入数字 Ctrl+I",
            "对照上年 Ctrl+L",
        )

    def _repeated(self) -> str:
        """How much of the text is last year's, "" where there is nothing to compare."""
        before, text = self.session.last_year, self.editor.kept
        last = before.text(self.spec.id) if before is not None else ""
        if before is None or not last.strip() or not text.strip():
            return ""
        return f"与上年重复 {repeated(mask(self.session.report, text), mask(before, last))}%"

    def _show_findings(self, _outcome: Outcome) -> None:
        self._outdated |= not self.isVisible()
        if self._outdated:
            return
        findings = self.session.outcome.on_page(self.spec.id)[:_MOST_CARDS]
        if len(findings) == len(self._cards) and all(map(FindingCard.says, self._cards, findings)):
            for card, finding in zip(self._cards, findings, strict=True):
                card.finding = finding  # its place may be another
            return
        for card in self._cards:
            self._side.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [self._card(finding) for finding in findings]
        for card in self._cards:
            self._side.insertWidget(self._side.count() - 1, card)

    def _card(self, finding: Finding) -> FindingCard:
        card = FindingCard(finding, self)
        card.jump.connect(self.show_finding)
        card.apply.connect(self._apply)
        card.explain.connect(self.explain)
        return card

    def _apply(self, finding: Finding) -> None:
        if self.session.read_only:
            self.session.refuse()
            return
        self.session.mend(finding)
        if finding.rewording is not None or finding.respelling:
            give_keyboard(self.editor)

    def _tell_place(self) -> None:
        cursor = self.editor.textCursor()
        line = cursor.block().layout().lineForTextPosition(cursor.positionInBlock())
        number = line.lineNumber() + 1 if line.isValid() else 1
        self.hint.emit(
            f"第 {cursor.blockNumber() + 1} 段 · 第 {number} 行　　带底色的数字随表格变化；波浪线处请核对"
        )
