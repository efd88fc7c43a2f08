"""The first page: what can be done, the files worked on before with their state, and what a crash has left.

What it needs of the model is loaded after it is in sight.
"""

from collections.abc import Callable
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from model.days import days_left
from model.file.user_folder import kept_copies, kept_notes
from ui.desk.carried_files import carried_files
from ui.look.fonts import scaled
from ui.look.keyboard import give_keyboard
from ui.look.scrolling import NO_FOCUS, scrolled
from ui.look.style import SPACE
from ui.start.entry_button import EntryButton

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent

    from model.file.crash_copy import CrashCopy
    from ui.desk.glance import Glance
    from ui.start.new_report_form import NewReportForm
    from ui.start.recent import FileState

_DEEDS: Final = (
    (
        "from_last_year",
        "由上年报告新建",
        "上年的 Word、PDF、网页等均可；单位信息、结转数自动带入",
        "next-year",
    ),
    ("open", "打开报告", "继续填写已有的 .xxgk 文件", "folder"),
    ("new", "新建空白报告", "只需机关名称和年度", "new"),
    ("import", "导入已有报告", "Word、Excel、PDF、网页或文本；可拖放或粘贴到这里", "import"),
    ("ledger", "由台账统计", "一行一件申请的 Excel 等，自动数出表三、表四；可拖放到这里", "ledger"),
    ("sample", "看看示例", "虚构的机关，可随意试用，不会被改写", "sample"),
)
"""What can be done: id, words, what it means, icon."""
_WIDTH: Final = 1180
_LEAST_LIST: Final = 240
"""Height of the list of files where it stands below the deeds."""
_BAR: Final = 12
"""Width of a scroll bar."""
_PATIENCE: Final = 1500
"""Milliseconds after which the next file is looked at, though this one has not answered."""


class StartPage(QWidget):
    """What the window shows while no report is open.

    Signals: `wanted(str)` one of the deeds; `new_wanted(str, str, int, Path)` with office, level, year and path of a
    new report; `recent_wanted(Path)`; `recover_wanted(CrashCopy)`; `dropped(list)` with paths;
    `pasted()` when a report was copied and is to be imported.
    """

    wanted = Signal(str)
    new_wanted = Signal(str, str, int, object)
    recent_wanted = Signal(object)
    forget_wanted = Signal(object)
    recover_wanted = Signal(object)
    dropped = Signal(object)
    pasted = Signal()

    def __init__(self, folder: Path, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._today = today
        self._waiting: list[Path] = []
        self._rows: dict[Path, EntryButton] = {}
        self.copies: tuple[CrashCopy, ...] = ()
        self._recent: tuple[Path, ...] = ()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE)
        self._patience.timeout.connect(self._read_next)
        self._folder = folder
        self._form: NewReportForm | None = None
        self.deeds: dict[str, EntryButton] = {}
        self._files = QVBoxLayout()
        self._files.setSpacing(SPACE // 2)
        self._lay_out()

    def list_files(self, recent: tuple[Path, ...]) -> None:
        """List the files opened before, and what a crash has left."""
        self._recent = recent
        copies: tuple[CrashCopy, ...] = ()
        if kept_copies() or kept_notes():
            from model.file.crash_copy import unsaved_copies

            copies = unsaved_copies(noted=False)
            self._crashes.look(None, unsaved_copies)
        self.show_files(recent, copies)

    def show_files(self, recent: tuple[Path, ...], copies: "tuple[CrashCopy, ...]") -> None:
        """List what a crash has left and the files opened before; their states follow one by one."""
        while self._files.count():
            widget = self._files.takeAt(0).widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._waiting, self._rows = list(recent), {}
        self.copies = copies
        if copies:
            self._files.addWidget(_heading("未保存的报告", self))
            for copy in copies:
                self._files.addWidget(self._copy_button(copy))
        self._files.addWidget(_heading("最近打开", self))
        if not recent:
            self._files.addWidget(_quiet("还没有打开过报告。", self))
        for path in recent:
            self._files.addWidget(self._recent_button(path))
        self._files.addStretch(1)
        QTimer.singleShot(0, self, self._read_next)

    @property
    def form(self) -> "NewReportForm":
        """The lines that a new report needs."""
        if self._form is None:
            from ui.start.new_report_form import NewReportForm

            self._form = NewReportForm(self._folder, self._today, self)
            self._form.given.connect(self.new_wanted)
            self._right.insertWidget(0, self._form)
        return self._form

    @cached_property
    def _glance(self) -> "Glance":
        """What looks at the files opened before."""
        return self._new_glance(self._show_state)

    @cached_property
    def _crashes(self) -> "Glance":
        """What looks for copies that a crash has left."""
        return self._new_glance(self._list_all)

    def _new_glance(self, seen: Callable[..., None]) -> "Glance":
        from ui.desk.glance import Glance

        glance = Glance(self)
        glance.seen.connect(seen)
        return glance

    def _list_all(self, _asked: object, copies: "tuple[CrashCopy, ...]") -> None:
        """List what was left unsaved beside files, too: on sticks and shares, which may take their time."""
        if self.isVisible() and copies != self.copies:
            self.show_files(self._recent, copies)

    def ask_new(self) -> None:
        """Show the lines that a new report needs."""
        self.form.show()
        self._share_width()
        give_keyboard(self.form.office)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Share another width."""
        super().resizeEvent(event)
        self._share_width()

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Paste a copied report."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        """Take files."""
        if carried_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: "QDropEvent") -> None:
        """Open or import what was dropped."""
        self.dropped.emit(carried_files(event.mimeData()))

    def _lay_out(self) -> None:
        column = scrolled(self, "起始页")
        column.setContentsMargins(0, 0, 0, 0)
        # Each is made where it stays: with a style sheet a widget that gets another parent is styled anew.
        self._middle = middle = QWidget(column.parentWidget())
        middle.setMaximumWidth(scaled(_WIDTH))
        self._left = left = QVBoxLayout()
        left.setSpacing(SPACE)
        title = QLabel("政府信息公开工作年度报告", middle)
        title.setObjectName("startTitle")
        left.addWidget(title)
        left.addWidget(_quiet(_deadlines(self._today), middle))
        left.addSpacing(SPACE)
        for deed, words, meaning, drawing in _DEEDS:
            left.addWidget(self._deed_button(deed, words, meaning, drawing))
        left.addStretch(1)
        self._right = right = QVBoxLayout()
        right.setSpacing(2 * SPACE)
        right.addWidget(self._file_list(), 1)
        self._row = row = QHBoxLayout(middle)
        row.addLayout(left, 2)
        row.addLayout(right, 3)
        page = QHBoxLayout()
        column.addLayout(page)
        page.addStretch(1)
        page.addWidget(middle, 100)
        page.addStretch(1)

    def _share_width(self) -> None:
        """Put the files beside the deeds, close to them where that is needed, and below them where it does not help."""
        least = self._left.minimumSize().width() + self._right.minimumSize().width()
        room = self.width() - _BAR
        close = least + 14 * SPACE > room
        beside = not close or least + 7 * SPACE <= room
        part = SPACE // 2 if close and beside else SPACE
        self._row.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )
        self._row.setContentsMargins(4 * part, 6 * SPACE, 4 * part, 3 * SPACE)
        self._row.setSpacing(6 * part)
        self._list.setMinimumHeight(0 if beside else scaled(_LEAST_LIST))

    def _file_list(self) -> QScrollArea:
        self._list = scroll = QScrollArea(self._middle)
        files = QWidget(scroll)
        files.setObjectName("side")
        files.setLayout(self._files)
        self._files.setContentsMargins(0, 0, 0, 0)
        scroll.setObjectName("side")
        scroll.setAccessibleName("最近打开的报告")
        scroll.setWidget(files)
        # Its entries take the keyboard; the area itself would hold it and not let go of Up and Down.
        scroll.setProperty("focusPolicy", NO_FOCUS)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        return scroll

    def _deed_button(self, deed: str, words: str, meaning: str, drawing: str) -> EntryButton:
        button = EntryButton(words, meaning, drawing, "deed", self._middle)
        button.setObjectName(deed)
        button.clicked.connect(self._deed_chosen)
        self.deeds[deed] = button
        return button

    def _copy_button(self, copy: "CrashCopy") -> EntryButton:
        reports = copy.content.reports
        office = next((report.office for report in reports.values()), "") or "未填机关名称"
        button = EntryButton(
            f"{office}　{max(reports, default='')} 年度",
            copy.name,
            "recover",
            "entry",
            self,
            f"{copy.file.name}　{copy.file.parent}" if copy.file is not None else "还没有存为文件",
        )
        button.setProperty("copy", copy)
        button.clicked.connect(self._copy_chosen)
        return button

    def _recent_button(self, path: Path) -> EntryButton:
        button = EntryButton(path.stem, "正在查看…", "year", "entry", self, f"{path.name}　{path.parent}")
        button.setProperty("path", path)
        button.clicked.connect(self._recent_chosen)
        # Loaded here: see ui.application.
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QAction

        forget = QAction("从列表中移去（文件不会删除）", button)
        forget.setProperty("path", path)
        forget.triggered.connect(self._forget_chosen)
        button.addAction(forget)
        button.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._rows[path] = button
        return button

    def _read_next(self) -> None:
        """Have the state of one more file read; where one does not answer, the next one's turn comes all the same."""
        if self._waiting:
            path = self._waiting.pop(0)
            self._patience.start()
            self._glance.look(path, partial(_state_of, path, self._today))

    def _show_state(self, path: Path, state: "FileState") -> None:
        button = self._rows.get(path)
        if button is not None:
            button.say(state.title, state.state, "year" if state.sound else "warning")
        if self._patience.isActive():
            self._read_next()

    def _deed_chosen(self) -> None:
        self.wanted.emit(self.sender().objectName())

    def _recent_chosen(self) -> None:
        self.recent_wanted.emit(self.sender().property("path"))

    def _forget_chosen(self) -> None:
        path = self.sender().property("path")
        self._rows.pop(path).hide()
        self.forget_wanted.emit(path)

    def _copy_chosen(self) -> None:
        self.recover_wanted.emit(self.sender().property("copy"))


def _state_of(path: Path, today: date) -> "FileState":
    from ui.start.recent import state_of_file

    return state_of_file(path, today)


def _heading(words: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setObjectName("partHeading")
    return label


def _quiet(words: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setObjectName("pageNote")
    label.setWordWrap(True)
    return label


def _deadlines(today: date) -> str:
    """The two legal deadlines that come next (条例第四十九条)."""
    due = [(date(today.year, 1, 31), "部门"), (date(today.year, 3, 31), "人民政府")]
    coming = [(day if day >= today else date(today.year + 1, day.month, day.day), who) for day, who in due]
    return "\n".join(
        f"{who}的 {day.year - 1} 年度报告：{days_left(day, today)}" for day, who in sorted(coming)
    )
