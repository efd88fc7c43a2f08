"""The menu's switches for the look: dark and high contrast, which exclude each other."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from ui.desk.settings import Settings
from ui.frame.actions import Actions
from ui.look.style import CONTRAST, DARK, apply_style, theme


class LookDeeds(QObject):
    """Changes the look and remembers it. Signals: `changed()` when everything is to be painted anew."""

    changed = Signal()

    def __init__(self, actions: Actions, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dark, self._contrast = actions["dark"], actions["contrast"]
        self._settings = settings
        now = theme()
        self._dark.setChecked(now is DARK or (now is CONTRAST and bool(settings.dark)))
        self._contrast.setChecked(now is CONTRAST)

    @property
    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return command id → what it does."""
        return {"dark": self._choose_dark, "contrast": self._choose}

    def _choose_dark(self) -> None:
        """Light or dark was asked for: high contrast, which would hide it, ends."""
        self._settings.dark = self._dark.isChecked()
        self._contrast.setChecked(False)
        self._choose()

    def _choose(self) -> None:
        dark, contrast = self._dark.isChecked(), self._contrast.isChecked()
        self._settings.contrast = contrast
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_style(app, dark=dark, contrast=contrast)
        self.changed.emit()
