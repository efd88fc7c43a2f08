"""The few lines that a new report needs: office, kind, year, and where its file goes."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QWidget,
)

from export.file_name import file_name
from model.errors import NameRefused
from model.file.names import ENDING, report_path
from model.form_file import form_for
from model.office_fields import LEVELS
from model.preamble import level_of
from model.report import Report
from ui.desk.file_dialogs import open_roomy
from ui.look.buttons import Button
from ui.look.choices import Choice, Number
from ui.look.keyboard import give_keyboard
from ui.look.style import SPACE
from ui.look.text_line import PathLine, TextLine


class NewReportForm(QFrame):
    """Signals: `given(str, str, int, Path)` with office, level, year and path when the clerk wants the report."""

    given = Signal(str, str, int, object)

    def __init__(self, folder: Path, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._own_path = self._own_level = False
        self._folder = folder
        self.office = TextLine(self)
        self.office.setPlaceholderText("全称，如 云溪县林业局")
        self.level = Choice(self)
        for level, words in LEVELS.items():
            self.level.addItem(words, level)
        self.year = Number(self)
        self.year.setRange(2008, 2100)
        self.year.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.year.setValue(today.year - 1 if today.month < 10 else today.year)
        self.path = PathLine(self)
        self._choose = Button("更改…", self)
        self._choose.setProperty("small", "true")
        self._choose.setAccessibleName("更改保存位置")
        self.confirm = Button("新建报告", self)
        self.confirm.setProperty("primary", "true")
        self.confirm.setAutoDefault(True)
        self.confirm.setAccessibleName("新建报告")
        self._why = QLabel(self)
        self._why.setObjectName("refusal")
        self._why.setAccessibleName("不能新建的原因")
        self._lay_out()
        self.office.textChanged.connect(self._suggest_level)
        self.level.activated.connect(self._level_chosen)
        self.office.textChanged.connect(self._suggest_path)
        self.year.valueChanged.connect(self._suggest_path)
        self.path.textEdited.connect(self._path_edited)
        for field in (self.office, self.path):
            field.returnPressed.connect(self._give)
        self.confirm.clicked.connect(self._give)
        self._choose.clicked.connect(self._ask_path)
        self._suggest_path()

    @property
    def refusal(self) -> str:
        """Why the report cannot be made so, "" when nothing is in the way."""
        return self._why.text()

    def refuse(self, words: str) -> None:
        """Say why the report cannot be made so."""
        self._why.setText(words)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        grid.setHorizontalSpacing(SPACE + 2)
        grid.setVerticalSpacing(SPACE)
        path = QHBoxLayout()
        path.setSpacing(SPACE)
        path.addWidget(self.path, 1)
        path.addWidget(self._choose)
        rows = (
            ("机关名称", self.office),
            ("机关类别", self.level),
            ("报告年度", self.year),
            ("保存为", self.path),
        )
        for number, (words, field) in enumerate(rows):
            label = QLabel(words, self)
            label.setObjectName("fieldLabel")
            label.setBuddy(field)
            field.setAccessibleName(words)
            grid.addWidget(label, number, 0)
            if field is self.path:
                grid.addLayout(path, number, 1)
            else:
                grid.addWidget(field, number, 1)
        last = QHBoxLayout()
        last.addWidget(self._why, 1)
        last.addWidget(self.confirm)
        grid.addLayout(last, len(rows), 0, 1, 2)

    def _suggest_level(self) -> None:
        if not self._own_level:
            self.level.setCurrentIndex(self.level.findData(level_of(self.office.text().strip())))

    def _level_chosen(self) -> None:
        self._own_level = True

    def _suggest_path(self) -> None:
        self.refuse("")
        if self._own_path:
            return
        office = self.office.text().strip()
        name = (
            file_name(Report(form_for(self.year.value()), office, self.year.value()), "x") if office else ""
        )
        stem = name.partition(f"{self.year.value()}年")[0]
        self.path.setText(str(self._folder / f"{stem}政务公开年报{ENDING}") if office else "")

    def _path_edited(self, text: str) -> None:
        self._own_path = bool(text)

    def _ask_path(self) -> None:
        dialog = QFileDialog(self, "保存为", self.path.text() or str(self._folder), f"年报文件 (*{ENDING})")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # A file that stands there is never written over: the form says so when the report is to be made.
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.fileSelected.connect(self._path_chosen)
        open_roomy(dialog)

    def _path_chosen(self, path: str) -> None:
        self._own_path = True
        self.path.setText(path)

    def _give(self) -> None:
        office = self.office.text().strip()
        if not office:
            self.refuse("请先填写机关名称")
            give_keyboard(self.office)
        elif not self.path.text().strip():
            self.refuse("请选择保存位置")
            give_keyboard(self.path)
        else:
            try:
                path = report_path(self.path.path_in(self._folder))
            except NameRefused as error:
                self.refuse(error.message)
                give_keyboard(self.path)
                return
            self.given.emit(office, str(self.level.currentData()), self.year.value(), path)
