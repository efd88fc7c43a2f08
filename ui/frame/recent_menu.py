"""The menu of the files opened last, under 文件: made anew each time it is opened, as the list changes."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ui.desk.settings import Settings
from ui.look.fonts import scaled

_PATH: Final = "path"
_WIDEST: Final = 320
"""Width of a name at the usual size of letters: menus stay narrower than a small screen."""


class RecentMenu(QMenu):
    """Signals: `chosen(Path)` when a file is to be opened."""

    chosen = Signal(object)

    def __init__(self, settings: Settings, menus: QWidget) -> None:
        super().__init__(menus)
        self._menus = menus
        self._settings = settings
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self.fill)
        self.triggered.connect(self._triggered)

    def fill(self) -> None:
        """List the files, newest first, each with its folder; the list can be emptied."""
        self.clear()
        for number, path in enumerate(self._settings.recent, 1):
            # A single “&” would be taken for the mark of the letter that chooses an entry.
            name, folder = (self._short(words).replace("&", "&&") for words in (path.name, path.parent.name))
            action = self.addAction(f"&{number}  {name}（{folder}）" if folder else f"&{number}  {name}")
            action.setToolTip(str(path))
            action.setProperty(_PATH, path)
        if self.isEmpty():
            self.addAction("还没有打开过文件").setEnabled(False)
            return
        self.addSeparator()
        self.addAction("清空列表（文件不会删除）")

    def pop_up(self) -> None:
        """Open the list by itself, under the menus it belongs to."""
        self.popup(self._menus.mapToGlobal(self._menus.rect().bottomLeft()))

    def _short(self, name: str) -> str:
        """A name of a file or folder, without its middle where it is too long: its end tells the most."""
        # Loaded here: see ui.application.
        from PySide6.QtCore import Qt

        return self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, scaled(_WIDEST))

    def _triggered(self, action: QAction) -> None:
        path = action.property(_PATH)
        if isinstance(path, Path):
            self.chosen.emit(path)
            return
        for known in self._settings.recent:
            self._settings.forget(known)
