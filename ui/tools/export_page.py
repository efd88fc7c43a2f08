"""The page from which the report goes to paper and screen: formats, folder, progress, and what came of it."""

from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from export.output import is_put_aside
from export.products import PRODUCTS, Printing, produce, unprintable
from export.typeset.faces import installed_faces
from model.days import today
from model.errors import AssistantError
from model.report import Report
from model.review.submission import noted
from ui.desk.desk import Desk
from ui.desk.file_dialogs import open_roomy
from ui.desk.settings import Settings
from ui.desk.tool_page import ToolPage
from ui.desk.worker import Worker
from ui.look.buttons import Button
from ui.look.fonts import scaled
from ui.look.keyboard import give_keyboard
from ui.look.page_head import PageHead
from ui.look.scrolling import scrolled
from ui.look.style import SPACE
from ui.look.text_line import PathLine
from ui.tools.export_results import ExportResults
from ui.tools.paper import printing_of, remember_printing

_WIDTH: Final = 720
"""At the usual size of letters."""


class ExportPage(ToolPage):
    """Writes the session's report in the formats chosen.

    Signals: `exported()` when all that was asked for is written.
    """

    exported = Signal()

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(desk, settings, parent)
        self._session = desk.session
        self._worker = Worker(self)
        self._worker.finished.connect(self._one_done)
        self._left: list[str] = []
        self._left_out: list[str] = []
        self._exported: Report | None = None
        self._is_out = False
        self._written: list[Path] = []
        self._head = PageHead("导出报告", self)
        self.formats = {
            product.name: QCheckBox(f"{product.title}　{product.use}", self) for product in PRODUCTS
        }
        self.coded = QCheckBox("PDF 每页页脚印校验码和二维码", self)
        self.own_faces = QCheckBox(self)
        self.saving = QCheckBox("节约页面：表格接着文字排，可以跨页（不勾选则表三总在一页）", self)
        self.charts = QCheckBox("网页末尾附图表", self)
        self.comments = QCheckBox("Word 附批注：检查发现、说明和待改的意见", self)
        for box in (self.coded, self.own_faces, self.saving, self.charts, self.comments):
            box.clicked.connect(self._remember_printing)
        self.folder = PathLine(self)
        self.folder.setAccessibleName("导出到文件夹")
        self.folder.returnPressed.connect(self.start)
        self._choose = Button("选择…", self)
        self._choose.setAccessibleName("选择导出文件夹")
        self._choose.clicked.connect(self._ask_folder)
        self.start_button = Button("导出", self)
        self.start_button.setProperty("primary", "true")
        self.start_button.setAutoDefault(True)
        self.start_button.setAccessibleName("开始导出")
        self.start_button.clicked.connect(self.start)
        self._cancel = Button("取消", self)
        self._cancel.setAccessibleName("取消导出")
        self._cancel.clicked.connect(self._stop)
        self._progress = QProgressBar(self)
        self._progress.setAccessibleName("导出进度")
        self._results = ExportResults(self)
        self._lay_out()
        self._idle()
        desk.session.checked.connect(self._tell_verdict)

    @property
    def written(self) -> tuple[Path, ...]:
        """The files written last."""
        return tuple(self._written)

    def load(self) -> None:
        """Show the page for the report on the desk; exports go beside its file unless the clerk says otherwise."""
        chosen = self._settings.text("formats") or "pdf,docx"
        for name, box in self.formats.items():
            box.setChecked(name in chosen.split(","))
        self.coded.setChecked(self._settings.flag("coded"))
        self.saving.setChecked(self._settings.flag("saving"))
        self.charts.setChecked(self._settings.flag("charts"))
        self.comments.setChecked(self._settings.flag("comments"))
        self._show_faces()
        if not self.folder.isModified():
            self.folder.setText(str(self._usual_folder))
        self._results.clear()
        self._tell_verdict()
        give_keyboard(self.start_button)

    def choose(self, name: str) -> None:
        """Choose one product and no other."""
        for other, box in self.formats.items():
            box.setChecked(other == name)

    @property
    def _usual_folder(self) -> Path:
        """Beside the report's file, else where was exported to last."""
        if self._desk.path:
            return self._desk.path.parent
        return Path(self._settings.text("export_folder") or Path.home())

    def start(self) -> None:
        """Write the formats chosen, one after the other, in the background."""
        wanted = [name for name, box in self.formats.items() if box.isChecked()]
        if not wanted:
            self.said.emit("请至少选择一种格式")
            return
        if not self.folder.text().strip():
            self.said.emit("请写明导出到哪个文件夹")
            give_keyboard(self.folder)
            return
        folder = self.folder.path_in(self._usual_folder)
        typed = self.folder.isModified()
        self.folder.setText(str(folder))
        self.folder.setModified(typed)
        self._settings.set_text("formats", ",".join(wanted))
        self._settings.set_text("export_folder", str(folder))
        printing = self._remember_printing()
        self._results.clear()
        self._written, self._left, self._left_out, self._is_out = [], wanted.copy(), [], False
        self._progress.setRange(0, len(wanted))
        self._progress.setValue(0)
        self._busy()
        self.said.emit("正在导出…")
        reports = {year: self._desk.report_of(year).copy() for year in self._desk.years}
        year = self._session.report.year
        draft = not self._session.outcome.ready
        self._exported = None if draft else reports[year]
        for name in wanted:
            self._worker.start(partial(_write, name, reports, year, folder, printing, draft=draft))

    def _remember_printing(self) -> Printing:
        printing = Printing(
            self.coded.isChecked(),
            self.own_faces.isChecked(),
            self.saving.isChecked(),
            self.charts.isChecked(),
            self.comments.isChecked(),
        )
        if printing != printing_of(self._settings):
            remember_printing(self._settings, printing)
            self.printing_changed.emit()
        return printing

    def give_up(self) -> bool:
        """Leave out what has not begun to be written; False where nothing is being written."""
        if self._worker.idle:
            return False
        self._stop()
        return True

    def close_down(self) -> None:
        """Wait for what is being written."""
        self._worker.close()

    def _one_done(self, future: "Future[_Made]") -> None:
        self._left.pop(0)
        self._show_progress()
        try:
            made = future.result()
        except AssistantError as error:
            self._results.add_refusal(error.message)
        else:
            self._written += made.paths
            self._is_out |= made.is_report
            for line in made.unprintable:
                self._results.add_refusal(line)
            for path in made.paths:
                words = "原来的文件有改动，已另存为 " if is_put_aside(path) else ""
                self._results.add_file(path, words + path.name)
        finally:
            self._end_when_done()

    def _end_when_done(self) -> None:
        """Be ready for the next export, even after an error that nobody expected."""
        if not self._left:
            self._idle()
            self.said.emit(_told(len(self._written), self._left_out))
            self._note_export()
            QTimer.singleShot(0, self, self._show_results)
            self.exported.emit()

    def _show_results(self) -> None:
        """Bring what was written into sight, once it has its place."""
        self._results.bring_last()

    def _note_export(self) -> None:
        """Note that the report was exported as it was when the export began."""
        report = self._exported
        if report is not None and self._is_out and report.year == self._session.report.year:
            self._session.note(noted("exported", report, today()))

    def _stop(self) -> None:
        """Leave out what has not begun; what is being written is finished, as half a file helps nobody."""
        begun = len(self._left) - self._worker.cancel()
        self._left_out += self._left[begun:]
        del self._left[begun:]
        self._show_progress()
        self.said.emit("已取消尚未开始的导出" if self._left_out else "最后一种正在写，写完为止")
        self._end_when_done()

    def _show_progress(self) -> None:
        self._progress.setValue(self._progress.maximum() - len(self._left))

    def _busy(self) -> None:
        self._progress.show()
        self._cancel.show()
        # Else Qt hands the keyboard to the year at the top; Enter again does nothing here.
        if self.start_button.hasFocus():
            give_keyboard(self._progress)
        self.start_button.setEnabled(False)

    def _idle(self) -> None:
        self.start_button.setEnabled(True)
        if self._progress.hasFocus() or self._cancel.hasFocus():
            give_keyboard(self.start_button)
        self._progress.hide()
        self._cancel.hide()

    def _tell_verdict(self) -> None:
        outcome = self._session.outcome
        draft = "" if outcome.ready else "尚不能上报，导出的文件会注明“草稿”"
        self._head.set_note(outcome.verdict, draft)

    def _show_faces(self) -> None:
        """Say which faces this machine has; without any there is nothing to choose."""
        found = installed_faces()
        words = "、".join(style.word for style in found)
        text = f"PDF 用本机字体：{words}" if found else "PDF 用内嵌字体（本机没有仿宋、黑体等公文字体）"
        self.own_faces.setText(text)
        self.own_faces.setAccessibleName(text)
        self.own_faces.setToolTip("\n".join(f"{style.word}：{face.path}" for style, face in found.items()))
        self.own_faces.setEnabled(bool(found))
        self.own_faces.setChecked(bool(found) and self._settings.flag("own_faces"))

    def _lay_out(self) -> None:
        card = QFrame(self)
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(SPACE)
        for box in self.formats.values():
            box.setAccessibleName(f"导出 {box.text()}")
            column.addWidget(box)
        column.addSpacing(SPACE)
        for box in (self.coded, self.own_faces, self.saving, self.charts, self.comments):
            column.addWidget(box)
        row = QHBoxLayout()
        label = QLabel("导出到", card)
        label.setObjectName("fieldLabel")
        for widget in (label, self.folder, self._choose):
            row.addWidget(widget)
        column.addSpacing(SPACE)
        column.addLayout(row)
        last = QHBoxLayout()
        last.addWidget(self._progress, 1)
        last.addStretch(1)
        last.addWidget(self._cancel)
        last.addWidget(self.start_button)
        column.addLayout(last)
        page = scrolled(self, "导出报告", scaled(_WIDTH))
        page.setSpacing(SPACE + 2)
        page.addWidget(self._head)
        page.addWidget(card)
        page.addWidget(self._results)
        page.addStretch(1)

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, "导出到文件夹", self.folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._folder_chosen)
        open_roomy(dialog)

    def _folder_chosen(self, folder: str) -> None:
        self.folder.setText(folder)
        self.folder.setModified(True)


def _write(
    name: str, reports: Mapping[int, Report], year: int, folder: Path, printing: Printing, *, draft: bool
) -> "_Made":
    """Write one product and return where, and what of it is not on the paper. Raises AssistantError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FolderRefused(f"文件夹“{folder}”不能使用，请另选一个") from error
    paths = tuple(produce(name, reports, year, folder, printing, draft=draft))
    lines = unprintable(reports[year], printing) if name == PRODUCTS[0].name else ()
    return _Made(paths, lines, is_report=any(p.name == name and p.is_report for p in PRODUCTS))


def _told(written: int, left_out: Sequence[str]) -> str:
    """What an export came to: the files written, and the products that were left out when it was cancelled."""
    if not left_out:
        return f"已导出 {written} 个文件"
    titles = "、".join(product.title for product in PRODUCTS if product.name in left_out)
    return f"已取消，已导出 {written} 个文件；没有导出：{titles}"


@dataclass(frozen=True, slots=True)
class _Made:
    """The files of one product, a line for each character that no typeface has, and whether it is the report itself."""

    paths: tuple[Path, ...]
    unprintable: tuple[str, ...] = ()
    is_report: bool = False


class FolderRefused(AssistantError):
    """The folder for exports cannot be made or written."""
