"""The page 审签单: the sheet that the section chief and the responsible leader sign, as it will be printed."""

from concurrent.futures import Future
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from export.products import SIGN_OFF, Printing, pdf_options
from model.check import Outcome
from model.errors import AssistantError
from model.report import Report
from ui.desk.desk import Desk
from ui.desk.settings import Settings
from ui.desk.tool_page import ToolPage
from ui.desk.worker import Worker
from ui.look.buttons import Button
from ui.look.page_head import PageHead
from ui.look.style import SPACE
from ui.tools.paper import Paper, pictures_of, printing_of
from ui.tools.preview import Sheets

_WIDTH = 640


class SignOffPage(ToolPage):
    """Shows the sign-off sheet of the session's report."""

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(desk, settings, parent)
        self._session = desk.session
        self._pdf = b""
        self._worker = Worker(self)
        self._worker.finished.connect(self._made)
        self._head = PageHead("审签单", self)
        self.print_button = Button("打印审签单", self)
        self.print_button.setAccessibleName("打印审签单")
        self.print_button.clicked.connect(self._print)
        self.export_button = Button("导出审签单…", self)
        self.export_button.setAccessibleName("导出审签单")
        self.export_button.clicked.connect(self._export)
        for button in (self.print_button, self.export_button):
            self._head.add(button)
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
        page.addWidget(scroll, 1)

    def load(self) -> None:
        """Make the sheet anew."""
        self._head.set_note("正在排版…")
        self.print_button.setEnabled(False)
        report, outcome = self._session.report.copy(), self._session.outcome
        width = round(_WIDTH * self.devicePixelRatioF())
        self._worker.start(partial(_sheet, report, outcome, width, printing_of(self._settings)))

    def close_down(self) -> None:
        """Wait for what is being made."""
        self._worker.close()

    def _made(self, future: "Future[Paper]") -> None:
        try:
            paper = future.result()
        except AssistantError as error:
            self._head.set_note(error.message)
            return
        self._pdf = paper.pdf
        self.sheets.show_paper(paper)
        self.print_button.setEnabled(True)
        self._head.set_note(self._session.outcome.verdict, "单位负责人签字并加盖公章后归档")

    def _export(self) -> None:
        self.export_wanted.emit(SIGN_OFF)

    def _print(self) -> None:
        self.print_wanted.emit(self._pdf)


def _sheet(report: Report, outcome: Outcome, width: int, printing: Printing) -> Paper:
    from export.pdf import render
    from export.sign_off import sign_off

    options = pdf_options(report, replace(printing, coded=False))
    pdf = render(sign_off(report, outcome), options)
    return Paper(pdf, pictures_of(pdf, width=width))
