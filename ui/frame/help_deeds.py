"""What the menu of help does, whether or not a report is open. Its pages are loaded when they are asked for."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from ui.frame.help_pages import ManualPage


class HelpDeeds(QObject):
    """Shows help in the window. Signals: `show_wanted(QWidget)` for a page of it in place of everything else."""

    show_wanted = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._manual: ManualPage | None = None

    @property
    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return command id → what it does; the manual opens at a place, which the window knows."""
        return {"rules": self._show_rules, "shortcuts": self._show_shortcuts, "about": self._show_about}

    def show_manual(self, place: str) -> None:
        """Show the manual at the part about a page."""
        if self._manual is None:
            from ui.frame.help_pages import ManualPage

            self._manual = ManualPage(self._window)
        self.show_wanted.emit(self._manual)
        self._manual.open_at(place)

    def is_manual(self, in_sight: QWidget) -> bool:
        """Whether what is in sight is the manual."""
        return self._manual is not None and in_sight is self._manual

    def search_manual(self, command: str) -> bool:
        """Have the manual find, where that is the command; False where it is another."""
        return self._manual is not None and self._manual.search_with(command)

    def _show_rules(self) -> None:
        from ui.frame.help_pages import RulesPage

        self.show_wanted.emit(RulesPage(self._window))

    def _show_shortcuts(self) -> None:
        from ui.frame.help_pages import ShortcutsPage

        self.show_wanted.emit(ShortcutsPage(self._window))

    def _show_about(self) -> None:
        from ui.frame.help_pages import AboutPage

        self.show_wanted.emit(AboutPage(self._window))
