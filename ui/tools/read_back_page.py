"""读回修改稿: an edited Word file beside the report, place by place; each change is taken or left, and none by itself."""

from concurrent.futures import Future
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from intake.apart.draft_apart import DraftApart
from intake.apart.office_suite import office_suite
from intake.apart.wire import FileSource, Request
from intake.draft import Draft
from intake.errors import OldFormat, ReadingCancelled
from model.effects import effects_of
from model.errors import AssistantError
from model.report import Change
from model.review.proposals import Proposal, ProposalKind
from model.review.read_back import doubts, gaps, proposals, settings_of
from model.review.remark_places import pointer
from model.review.returned import Returned, by_section
from ui.desk.desk import Desk
from ui.desk.file_dialogs import open_roomy
from ui.desk.session import Session
from ui.desk.settings import Settings
from ui.desk.tool_page import ToolPage
from ui.desk.worker import Worker
from ui.look.buttons import Button
from ui.look.keyboard import give_keyboard
from ui.look.page_head import PageHead
from ui.look.style import SPACE
from ui.look.tab_order import follow_one_another
from ui.look.wrapped import WrappedLabel
from ui.tools.read_back_list import ReadBackList
from ui.tools.versions import Versions

_KINDS: Final = ("改过的 Word 文件 (*.docx *.docm *.doc *.wps *.rtf *.odt)", "所有文件 (*)")
_STEP: Final = "采用修改稿"
_NUMBERS: Final = (ProposalKind.NUMBER, ProposalKind.TOTAL)
_WAY: Final = (
    "导出的 Word 文件改好以后读回来，改动（包括修订和批注）逐处列在这里：采用按 Enter，不采用按 Del，可以撤销。"
    "改了数字的，先列出采用以后检查结果怎样变化。没有采用的，报告中一字不动。"
)
_MOST: Final = 4
"""Findings that are named one by one."""


class ReadBackPage(ToolPage):
    """Reads an edited file, lists what it would change and takes what the clerk takes."""

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(desk, settings, parent)
        self._session = desk.session
        self._returned: Returned | None = None
        self._name = ""
        self._path: Path | None = None
        self._left: frozenset[tuple[str, ...]] = frozenset()
        self._reading: DraftApart | None = None
        self._worker = Worker(self)
        self._worker.finished.connect(self._read)
        self._head = PageHead("读回修改稿", self)
        self.all_words = self._button("文字全部采用", self._take_words)
        self.other_file = self._button("选择文件…", self.ask_file)
        self.stop_button = self._button("取消", self.give_up)
        for button in (self.stop_button, self.all_words, self.other_file):
            self._head.add(button)
        self.told = WrappedLabel(self)
        self.told.setAccessibleName("修改稿的情况")
        self.go_on = self._button("仍然对照", self._go_on)
        self.convert = self._button("用本机的办公软件转换后对照", self._convert)
        self.list = ReadBackList(self)
        self.versions = Versions(self)
        self._body = self._lay_out()
        self.versions.take_button.clicked.connect(self._take_current)
        self.versions.leave_button.clicked.connect(self._leave_current)
        self.versions.place_button.clicked.connect(self._show_place)
        self.list.take.connect(self._take)
        self.list.leave.connect(self._leave)
        self.list.chosen.connect(self._show)
        # After a change, when it is known what the checks say of it; and when the colours are others.
        self._session.checked.connect(self._checked)
        self._session.report_switched.connect(self._forget)
        self._forget()

    def load(self) -> None:
        """Show the file that was read last as it now compares; without one, ask for it."""
        if self._returned is None and self._worker.idle:
            self.ask_file()
        else:
            self._refresh()
        give_keyboard(self.list)

    def show_change(self, change: Change) -> bool:
        """Stay in sight: the list shows what was undone."""
        return self._returned is not None

    def give_up(self) -> bool:
        """End what is being read; False where nothing is."""
        if self._worker.idle:
            return False
        self._cancel()
        self.stop_button.hide()
        self._head.set_note("没有读到修改稿")
        self._tell(ReadingCancelled().message)
        return True

    def close_down(self) -> None:
        """End what is being read."""
        self._cancel()
        self._worker.close()

    def ask_file(self) -> None:
        """Let the clerk choose the edited file."""
        folder = (
            self._path.parent if self._path else self._desk.path.parent if self._desk.path else Path.home()
        )
        dialog = QFileDialog(self, "选择改过的 Word 文件", str(folder))
        dialog.setNameFilters(_KINDS)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._chosen)
        open_roomy(dialog)

    def read_file(self, path: Path, *, convert: bool = False) -> None:
        """Read an edited file; `convert`: an office suite first turns it into one that can be read."""
        self._forget()
        self._path, self._name = path, path.name
        self._session.take_typing()
        self._head.set_note(f"正在读取“{path.name}”…")
        self.stop_button.show()
        request = Request(FileSource(path), year=self._session.report.year, draft=True)
        self._reading = DraftApart(request, convert=convert)
        self._worker.start(self._reading.result)

    def _chosen(self, path: str) -> None:
        self.read_file(Path(path))

    def _cancel(self) -> None:
        self._worker.drop()
        if self._reading is not None:
            self._reading.cancel()

    def _convert(self) -> None:
        if self._path is not None:
            self.read_file(self._path, convert=True)

    def _read(self, future: "Future[Draft]") -> None:
        self.stop_button.hide()
        try:
            draft = future.result()
        except AssistantError as error:
            self._head.set_note("没有读到修改稿")
            self._tell(error.message)
            self.convert.setVisible(isinstance(error, OldFormat) and office_suite() is not None)
            return
        report = draft.found.report
        base = self._session.report.copy()
        sources = by_section(base, report, draft.found.sources)
        self._returned = Returned(report, sources, base, draft.notes)
        why = "；".join(doubts(self._session.report, self._returned)) if self._same_form else ""
        if not self._same_form:
            self._returned = None
            self._head.set_note(self._name)
            self._tell(
                f"这是 {report.year} 年度、{report.form.name} 的报告，与现在的报告格式不同，不能对照。"
            )
        elif why:
            self._head.set_note(self._name)
            self._tell(f"{why}。要对照吗？不采用就不会改动任何内容。")
            self.go_on.show()
            give_keyboard(self.go_on)
        else:
            self._go_on()

    @property
    def _same_form(self) -> bool:
        return self._returned is not None and self._returned.report.form is self._session.report.form

    def _go_on(self) -> None:
        self.go_on.hide()
        self._body.show()
        self._refresh()
        give_keyboard(self.list)

    def _refresh(self) -> None:
        """Compare anew with the report as it is."""
        if self._returned is None or self._body.isHidden():
            return
        found = self._proposals()
        waiting = [each for each in found if each.identity not in self._left]
        words = [each for each in waiting if each.kind is ProposalKind.WORDS]
        self._head.set_note(
            self._name,
            f"待定 {len(waiting)} 处" if waiting else "都已处理" if found else "与现在的报告没有不同",
            f"不采用 {len(found) - len(waiting)} 处" if len(found) > len(waiting) else "",
            "采用之前不改动任何内容；采用后可用 Ctrl+Z 撤销",
        )
        self.all_words.setEnabled(bool(words))
        self.all_words.setText(f"文字全部采用（{len(words)}）" if words else "文字全部采用")
        self._tell("；".join(gaps(self._session.report, self._returned)))
        self.list.show_proposals(found, self._left)

    def _proposals(self) -> tuple[Proposal, ...]:
        return proposals(self._session.report, self._returned) if self._returned is not None else ()

    def _waiting(self, *kinds: ProposalKind) -> list[Proposal]:
        """What is neither taken nor left, of some kinds."""
        return [each for each in self._proposals() if each.kind in kinds and each.identity not in self._left]

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        self.told.setVisible(bool(words))

    def _show(self, proposal: Proposal | None) -> None:
        """Show both versions of a place, and what taking it would do to the findings."""
        self.versions.show_proposal(proposal, self._effects(proposal) if proposal is not None else "")

    def _effects(self, proposal: Proposal) -> str:
        """What taking a proposal would do to the findings; of a number also together with the other numbers."""
        if proposal.kind is ProposalKind.COMMENT:
            return "采用后成为这一处的意见"
        alone = _told_effects(self._session, [proposal])
        numbers = self._waiting(*_NUMBERS)
        if proposal.kind not in _NUMBERS or len(numbers) < 2:
            return alone
        together = _told_effects(self._session, numbers)
        return f"{alone}\n连同其余 {len(numbers) - 1} 处数字一起采用：{together}"

    def _take_current(self) -> None:
        if self.list.current is not None:
            self._take(self.list.current)

    def _leave_current(self) -> None:
        if self.list.current is not None:
            self._leave(self.list.current)

    def _take(self, proposal: Proposal) -> None:
        self._edit([proposal])
        give_keyboard(self.list)

    def _take_words(self) -> None:
        self._edit(self._waiting(ProposalKind.WORDS))
        give_keyboard(self.list)

    def _edit(self, chosen: list[Proposal]) -> None:
        """Take proposals in one step; what was left before is wanted after all."""
        try:
            self._session.edit(settings_of(self._session.report, chosen), _STEP)
        except AssistantError as error:
            self.said.emit(error.message)
            return
        self._left -= {each.identity for each in chosen}
        many = f" {len(chosen)} 处" if len(chosen) > 1 else ""
        self.said.emit(f"已采用{many}，可用 Ctrl+Z 撤销")

    def _leave(self, proposal: Proposal) -> None:
        self._left |= {proposal.identity}
        self._refresh()
        give_keyboard(self.list)

    def _show_place(self) -> None:
        if self.list.current is not None:
            self.place_wanted.emit(pointer(self._session.report, self.list.current.place))

    def _checked(self) -> None:
        if self.isVisible():
            self._refresh()

    def _forget(self) -> None:
        """Let go of the file: another report is on the desk, or another file is read."""
        self._cancel()
        self._returned = None
        self._left = frozenset()
        self.list.clear()
        self._body.hide()
        for button in (self.go_on, self.convert, self.stop_button):
            button.hide()
        self.all_words.setEnabled(False)
        self._head.set_note("请选择领导改过的 Word 文件")
        self._tell(_WAY)

    def _button(self, words: str, slot: object) -> Button:
        button = Button(words, self)
        button.setAccessibleName(words.partition("（")[0])
        button.clicked.connect(slot)
        return button

    def _lay_out(self) -> QWidget:
        body = QSplitter(Qt.Orientation.Vertical, self)
        body.setChildrenCollapsible(False)
        body.addWidget(self.list)
        body.addWidget(self.versions)
        asked = QHBoxLayout()
        asked.addWidget(self.told, 1)
        for button in (self.go_on, self.convert):
            asked.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        page = QVBoxLayout(self)
        page.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, SPACE)
        page.setSpacing(SPACE + 2)
        page.addWidget(self._head)
        page.addLayout(asked)
        page.addWidget(body, 1)
        page.addStretch(0)
        follow_one_another(self.list, *self.versions.stops)
        return body


def _told_effects(session: Session, chosen: list[Proposal]) -> str:
    """What taking proposals together would do to the findings, in words."""
    settings = settings_of(session.report, chosen)
    effects = effects_of(session.report, session.last_year, session.outcome, settings)
    said = [
        f"{words} {len(found)} 条：" + "；".join(f"{each.code} {each.message}" for each in found[:_MOST])
        for words, found in (("新出现检查结果", effects.appear), ("检查结果消失", effects.go))
        if found
    ]
    return "。".join(said) or "检查结果不变"
