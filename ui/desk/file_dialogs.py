"""The dialogs in which files are chosen. They begin where the clerk was last, and ask nothing about what they name.

What Qt has for them is loaded with the first: a report is opened without one.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtWidgets import QWidget

from model.file.names import ENDING
from ui.desk.settings import Settings
from ui.look.fonts import scaled

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

PACK_ENDING: Final = ".zip"
PUBLISHED: Final = (
    "*.docx *.doc *.wps *.docm *.dotx *.rtf *.odt *.xlsx *.xls *.et *.xlsm *.xlsb *.ods *.csv *.pdf *.ofd"
    " *.html *.htm *.mht *.mhtml *.txt *.md *.xml"
)
"""Endings in which reports are kept. Those that are not read are shown as well: who picks one learns the way out."""
_REPORTS: Final = f"年报文件 (*{ENDING})"
_ANY_REPORT: Final = f"年报文件和已有报告 (*{ENDING} {PUBLISHED})"
_LAST_YEAR: Final = f"上年报告 (*{ENDING} {PUBLISHED})"
_PACKS: Final = f"备份包 (*{PACK_ENDING})"
_FOLDER: Final = "folder"
_MORE_ROOM: Final = 40
"""What a column is widened by, in pixels at the usual size of letters."""
_ROOMY: Final = (960, 500)
"""Least width and height of a dialog, in such pixels."""


class FileDialogs(QObject):
    """Signals, each with a Path: `open_chosen`, `last_year_chosen`, `save_chosen`, `pack_chosen`, `unpack_chosen`."""

    open_chosen = Signal(object)
    last_year_chosen = Signal(object)
    save_chosen = Signal(object)
    pack_chosen = Signal(object)
    unpack_chosen = Signal(object)

    def __init__(self, window: QWidget, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings

    def ask_open(self, folder: Path) -> None:
        """Let the clerk choose a report's file, or any other that a report is kept in: who looks for it here finds it."""
        self._dialog("打开报告", f"{_ANY_REPORT};;{_REPORTS}", folder).fileSelected.connect(self._open)

    def ask_last_year(self, folder: Path) -> None:
        """Let the clerk choose last year's report, an office file or any other."""
        self._dialog("选择上年报告", _LAST_YEAR, folder).fileSelected.connect(self._last_year)

    def ask_save(self, folder: Path, name: str) -> None:
        """Let the clerk choose where to save; `name` is proposed."""
        self._dialog("另存为", _REPORTS, folder, name).fileSelected.connect(self._save)

    def ask_pack(self, folder: Path, name: str) -> None:
        """Let the clerk choose where a backup goes."""
        self._dialog("制作备份包", _PACKS, folder, name).fileSelected.connect(self._pack)

    def ask_unpack(self) -> None:
        """Let the clerk choose a backup to be restored."""
        self._dialog("恢复备份包", _PACKS, self.last_folder).fileSelected.connect(self._unpack)

    def _dialog(self, title: str, kinds: str, folder: Path, name: str = "") -> "QFileDialog":
        """Open a dialog; with a `name`, one for saving. Whether a file is written over is asked afterwards, by name."""
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self._window, title, str(folder), kinds)
        if name:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
            dialog.selectFile(name)
        else:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        open_roomy(dialog)
        return dialog

    @property
    def last_folder(self) -> Path:
        """The folder that was chosen last, or that of the file opened last, or the one for documents."""
        if self._settings.text(_FOLDER):
            return Path(self._settings.text(_FOLDER))
        if self._settings.recent:
            return self._settings.recent[0].parent
        return _documents()

    @property
    def own_folder(self) -> Path:
        """The folder of the office's own reports: that of the file opened last, or the one for documents.

        A report that was imported from somewhere, a stick or the downloads, is not to be lost there.
        """
        if self._settings.recent:
            return self._settings.recent[0].parent
        return _documents()

    def _chosen(self, path: str) -> Path:
        chosen = Path(path)
        self._settings.set_text(_FOLDER, str(chosen.parent))
        return chosen

    def _open(self, path: str) -> None:
        self.open_chosen.emit(self._chosen(path))

    def _last_year(self, path: str) -> None:
        self.last_year_chosen.emit(self._chosen(path))

    def _save(self, path: str) -> None:
        self.save_chosen.emit(self._chosen(path))

    def _pack(self, path: str) -> None:
        self.pack_chosen.emit(self._chosen(path))

    def _unpack(self, path: str) -> None:
        self.unpack_chosen.emit(self._chosen(path))


def open_roomy(dialog: "QFileDialog") -> None:
    """Open a dialog in which kinds, sizes and dates of files are seen whole; the system's own sees to that itself."""
    from PySide6.QtWidgets import QHeaderView, QTreeView

    files = dialog.findChild(QTreeView)
    if files is not None:
        for column in range(1, files.header().count()):
            files.header().resizeSection(column, files.header().sectionSize(column) + scaled(_MORE_ROOM))
        files.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        roomy = dialog.sizeHint().expandedTo(QSize(*map(scaled, _ROOMY)))
        dialog.resize(roomy.boundedTo(dialog.screen().availableGeometry().size()))
    dialog.open()


def _documents() -> Path:
    """The folder for documents, or the user's own where there is none: what is no folder would be taken for a name."""
    from PySide6.QtCore import QStandardPaths

    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return documents if documents.is_dir() else Path.home()
