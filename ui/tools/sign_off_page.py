"""The page 审签单: the sheet that the section chief and the responsible leader sign, as it will be printed."""

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QFormLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from export.products import SIGN_OFF, Printing, pdf_options
from export.sign_off import USUAL_SIGNERS
from model.errors import AssistantError
from model.outcome import Outcome
from model.report import Report
from ui.desk.desk import Desk
from ui.desk.settings import Settings
from ui.desk.tool_page import ToolPage
from ui.desk.worker import Worker
from ui.look.buttons import Button
from ui.look.page_head import PageHead
from ui.look.style import SPACE
from ui.report.field_edit import FieldEdit
from ui.tools.paper import Paper, joined, pdf_of, pictures_of, printing_of
from ui.tools.preview import Sheets

_WIDTH = 640


class SignOffPage(ToolPage):
    """Shows the sign-off sheet of the session's report."""

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(desk, settings, parent)
        self._session = desk.session
        self._pdf = b""
        self._joined_report: Report | None = None
        self._worker = Worker(self)
        self._worker.finished.connect(self._made)
        self._joiner = Worker(self)
        self._joiner.finished.connect(self._all_made)
        self._head = PageHead("审签单", self)
        self.print_button = Button("打印审签单", self)
        self.print_button.setAccessibleName("打印审签单")
        self.print_button.clicked.connect(self._print)
        self.export_button = Button("导出审签单…", self)
        self.export_button.setAccessibleName("导出审签单")
        self.export_button.clicked.connect(self._export)
        self.all_button = Button("连同报告、图表打印", self)
        self.all_button.setAccessibleName("把报告、审签单和图表一次打印")
        self.all_button.clicked.connect(self._print_all)
        for button in (self.print_button, self.all_button, self.export_button):
            self._head.add(button)
        self.signers = FieldEdit(self._session, "signers", "审签环节", self)
        self.signers.setPlaceholderText("、".join(USUAL_SIGNERS) + "；可改名、增减")
        self.release = FieldEdit(self._session, "release", "拟公开方式", self)
        self.release.setPlaceholderText("如 门户网站政府信息公开专栏；留空则手写")
        fields = QFormLayout()
        for edit, words in ((self.signers, "审签环节"), (self.release, "拟公开方式")):
            edit.editingFinished.connect(self.load)
            fields.addRow(words, edit)
        self.sheets = Sheets(self)
        self.sheets.setMaximumWidth(_WIDTH)
        scroll = QScrollArea(self)
        scroll.setAccessibleName("审签单")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setObjectName("side")
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.sheets)
        page = QVBoxLayout(self)
        page.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, SPACE)
        page.setSpacing(SPACE + 2)
        page.addWidget(self._head)
        page.addLayout(fields)
        page.addWidget(scroll, 1)

    def load(self) -> None:
        """Make the sheet anew."""
        self._head.set_note("正在排版…")
        for edit in (self.signers, self.release):
            edit.reload()
        self.print_button.setEnabled(False)
        self.all_button.setEnabled(False)
        report, outcome = self._session.report.copy(), self._session.outcome
        width = round(_WIDTH * self.devicePixelRatioF())
        self._worker.start(partial(_sheet, report, outcome, width, printing_of(self._settings)))

    def give_up(self) -> bool:
        """Print nothing of what is being put together; False where nothing is."""
        if self._joiner.idle:
            return False
        self._joiner.drop()
        self.all_button.setEnabled(True)
        self.said.emit("已取消打印")
        return True

    def close_down(self) -> None:
        """Wait for what is being made."""
        self._worker.close()
        self._joiner.close()

    def _made(self, future: "Future[Paper]") -> None:
        try:
            paper = future.result()
        except AssistantError as error:
            self._head.set_note(error.message)
            return
        self._pdf = paper.pdf
        self.sheets.show_paper(paper)
        self.print_button.setEnabled(True)
        self.all_button.setEnabled(True)
        self._head.set_note(self._session.outcome.verdict, "单位负责人签字并加盖公章后归档")

    def _export(self) -> None:
        self.export_wanted.emit(SIGN_OFF)

    def _print(self) -> None:
        self.print_wanted.emit(self._pdf, None)

    def _print_all(self) -> None:
        """Report, sheet and charts as one job."""
        self._session.take_typing()
        now = self._session.report.copy()
        before = [self._desk.report_of(year).copy() for year in self._desk.years if year < now.year]
        self.all_button.setEnabled(False)
        self._joined_report = now if self._session.outcome.ready else None
        printing = printing_of(self._settings, draft=not self._session.outcome.ready)
        self._joiner.start(partial(_joined, now, before, self._pdf, printing))

    def _all_made(self, future: "Future[bytes]") -> None:
        self.all_button.setEnabled(True)
        try:
            self.print_wanted.emit(future.result(), self._joined_report)
        except AssistantError as error:
            self._head.set_note(error.message)


def _sheet(report: Report, outcome: Outcome, width: int, printing: Printing) -> Paper:
    from export.pdf import render
    from export.sign_off import sign_off

    options = pdf_options(report, replace(printing, coded=True))
    pdf = render(sign_off(report, outcome), options)
    return Paper(pdf, pictures_of(pdf, width=width))


def _joined(report: Report, before: Sequence[Report], sheet: bytes, printing: Printing) -> bytes:
    """The report, its sheet and its charts as one PDF. Raises FaceUnusable."""
    from export.charts_paper import render

    faces = pdf_options(report, printing).faces
    return joined([pdf_of(report, printing), sheet, render([*before, report], faces)])
